"""A - stands for what standard input names, in every command that names somebody or something."""

import pytest
from tests.conftest import Netlog

from netlog.catalogue import COMMANDS, subcommands
from netlog.commands.frame.declared import parameters

# What an argument names, by its metavar.
RECORDS = ("WHO", "REF", "ORG")


def naming() -> list[str]:
    """Every command with an argument that names a record, as it is called."""
    found = []
    for entry in COMMANDS:
        for verb, sub in subcommands(entry).items():
            arguments = [one for one in parameters(sub.run) if not one.is_option]
            if any(word in (one.declared.metavar or "") for one in arguments for word in RECORDS):
                found.append(f"{entry.name} {verb}".strip())
    return found


@pytest.mark.parametrize("called", naming())
def test_a_dash_is_never_taken_for_a_name(one_of_each: Netlog, piped, called: str) -> None:
    piped("nobody at all\n")
    refused = one_of_each(*called.split(), "-", "2w" if called in ("snooze", "every") else "x")
    assert '"-"' not in refused.err
    assert "nobody matches '-'" not in refused.err.lower()


@pytest.mark.parametrize(
    ("line", "named", "said"),
    [
        ("show -", "c1\nm1\n", "Carol Whitfield (c1)\n"),
        ("brief -", "c1\nc2\n", "Carol Whitfield (c1)\n"),
        ("snooze - 2w", "c1\nc2\n", "Carol Whitfield comes up again on "),
        ("every - monthly", "c1\nc2\n", "Carol Whitfield: monthly, due "),
        ("drop -", "t1\nf1\n", ""),
        ("history -", "c1\n", ""),
        ("check -", "c1\n", "Before you ask Carol Whitfield (c1)\n"),
        ("balance -", "c1\n", "c1  Carol Whitfield"),
        ("edit - --city Rome", "c1\n", "Carol Whitfield (c1): city Rome."),
        ("lead show -", "l1\n", "Harbor Trust (l1)\n"),
        ("goal show -", "g1\n", "a post in data (g1)\n"),
        ("org show -", "o1\n", "Acme (o1)\n"),
        ("undo -", "o1\n", "Took back: org add"),
        ("introduce -", "c1\nc2\n", "Introduced Carol Whitfield and Ada Lovelace"),
        ("draft -", "c1\n", ""),
        ("path -", "c2\n", ""),
        ("forget - --yes", "c2\n", "Forgotten: c2"),
    ],
)
def test_what_is_named_there_is_meant(
    one_of_each: Netlog, piped, line: str, named: str, said: str
) -> None:
    piped(named)
    done = one_of_each(*line.split())
    assert done.status == 0, done.err
    assert done.out.startswith(said)


@pytest.mark.parametrize("line", ["edit - --city Rome", "told - well", "history -", "forget -"])
def test_what_takes_one_says_so(one_of_each: Netlog, piped, line: str) -> None:
    piped("c1\nc2\n")
    refused = one_of_each(*line.split())
    assert refused.status == 2
    assert refused.err == (
        f"netlog: {line.split()[0]} takes one at a time, and standard input names 2.\n"
    )


def test_several_are_put_off_at_once_or_not_at_all(one_of_each: Netlog, piped) -> None:
    piped("c1\nnobody\n")
    assert one_of_each("snooze", "-", "2w").status == 3
    assert one_of_each("show", "c1", "--json").json["snoozed_until"] is None
    piped("c1\nc2\n")
    assert [one["ref"] for one in one_of_each("snooze", "-", "2w", "--json").json] == ["c1", "c2"]
    assert one_of_each("undo", "--list", "--json").json[0]["command"] == "snooze"


def test_an_array_is_what_a_dash_shows_as_json(one_of_each: Netlog, piped) -> None:
    piped("c1\n")
    assert [one["ref"] for one in one_of_each("show", "-", "--json").json] == ["c1"]
    piped("c1\n")
    assert [one["ref"] for one in one_of_each("every", "-", "2w", "--json").json] == ["c1"]


@pytest.mark.parametrize("command", ["snooze - 3d", "done -", "drop -", "thank -"])
def test_what_the_morning_prints_may_be_given_to_a_dash(
    netlog, piped, monkeypatch, command
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-20")
    for name in ("Ada Lovelace", "Bob Ray", "Cy Young"):
        netlog("log", f"+{name}", "coffee")
    netlog("favor", "ask", "bob", "for a look", "--by", "2026-11-21")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    kind = ["--kind", "thanks"] if command == "thank -" else []
    printed = netlog("due", "--limit", "2", *kind).out
    assert "2 people" in printed or "3 people" in printed
    piped(printed)
    done = netlog(*command.split())
    assert done.status == 0, done.err
    left = netlog("due", "--json", *kind).json
    assert {one["contact"]["name"] for one in left} == {"Cy Young"}


@pytest.mark.parametrize("line", ["due", "due --kind plan", "reconnect --tag nobody"])
def test_a_list_of_nothing_names_nobody(one_of_each: Netlog, piped, line: str) -> None:
    piped(one_of_each(*line.split()).out if line != "due" else "Monday 23 November 2026\n\nNo.\n")
    refused = one_of_each("snooze", "-", "3d")
    assert refused.status == 3
    assert refused.err == "netlog: Nobody was named on standard input.\n"


def test_whom_to_get_back_to_may_be_put_off_as_printed(netlog, piped) -> None:
    netlog("add", "Bob Ray", "--every", "weekly", "--met-on", "2026-01-01")
    printed = netlog("reconnect").out
    assert "Before you write" in printed
    piped(printed)
    assert netlog("snooze", "-", "3d").out.startswith("Bob Ray comes up again on 26 Nov")
