"""An address that is typed with a name, on each road that makes a person of what was typed."""

import pytest

TYPED = "Zoe Poe <z@x.org>"
ROADS = [
    (["add", TYPED], ""),
    (["add", TYPED, "--email", "Z@x.org"], ""),
    (["log", TYPED, "coffee", "--create"], ""),
    (["log", f"+{TYPED}", "coffee"], ""),
    (["plan", f"+{TYPED}", "coffee", "tomorrow"], ""),
    (["recall", "-"], f"gym: {TYPED}\n"),
    (["recall", "-"], f"gym: {TYPED} (rows)\n"),
]


@pytest.mark.parametrize(("line", "stdin"), ROADS)
def test_it_is_no_part_of_the_name(netlog, piped, line: list[str], stdin: str) -> None:
    piped(stdin)
    assert netlog(*line).status == 0
    found = netlog("show", "z@x.org", "--json").json
    assert found["name"] == "Zoe Poe"
    assert [method["value"].lower() for method in found["methods"]] == ["z@x.org"]


def test_of_a_step_of_a_lead_too(netlog) -> None:
    netlog("add", "Bob")
    netlog("lead", "add", "Job", "--via", "bob")
    netlog("lead", "step", "l1.1", "--who", TYPED)
    assert netlog("show", "zoe", "--json").json["methods"][0]["value"] == "z@x.org"


@pytest.mark.parametrize(
    ("line", "stdin"),
    [
        (["add", "tel:+49301234567"], ""),
        (["add", "mailto:z@x.org"], ""),
        (["log", "mailto:z@x.org", "call", "--create"], ""),
        (["log", "+mailto:z@x.org", "call"], ""),
        (["recall", "-"], "gym: <z@x.org>\n"),
    ],
)
def test_a_link_alone_asks_for_the_name(netlog, piped, line: list[str], stdin: str) -> None:
    piped(stdin)
    refused = netlog(*line)
    assert refused.status == 2
    assert "Their name goes before it" in refused.err
    assert netlog("list", "--json").json == []


def test_whoever_has_that_name_is_meant_and_not_added_again(netlog) -> None:
    netlog("add", "Zoe Poe")
    logged = netlog("log", TYPED, "call", "--create")
    assert "Zoe Poe (c1)" in logged.err
    assert len(netlog("list", "--json").json) == 1
    assert netlog("add", TYPED).status == 5


def test_recall_knows_by_the_address_and_keeps_a_new_one(netlog, piped) -> None:
    netlog("add", "Zoe Poe", "--email", "z@x.org")
    netlog("add", "Tom")
    piped("gym: Zoe <z@x.org>, Tom <t@x.org>\n")
    done = netlog("recall", "-")
    assert "Zoe is taken for Zoe Poe (c1)" in done.err
    assert len(netlog("list", "--json").json) == 2
    assert netlog("show", "t@x.org", "--json").json["name"] == "Tom"


def test_a_name_is_not_changed_into_one_with_an_address(netlog) -> None:
    netlog("add", "Zoe")
    refused = netlog("edit", "zoe", "--name", TYPED)
    assert refused.status == 2
    assert 'netlog edit WHO --name "Zoe Poe" --email z@x.org' in refused.err
