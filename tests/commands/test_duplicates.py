"""netlog duplicates: who may be there twice, why, and never again about two who are not one."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        netlog("add", "Grace Hopper", "--org", "US Navy", "--email", "grace@example.org")
        netlog("add", "Grace Hoper", "--email", "GRACE@example.org", "--force")
        netlog("add", "Ada Lovelace")
        netlog("add", "Lovelace, Ada", "--force")
        netlog("add", "Carol Danvers")

    seeded(fill)
    return netlog


def shown(netlog, *options: str) -> list[tuple[str, str, str]]:
    pairs = netlog("duplicates", *options, "--json").json
    return [(pair["a"]["ref"], pair["b"]["ref"], pair["confidence"]) for pair in pairs]


def test_pairs_are_shown_with_reasons_and_the_command_that_merges(book) -> None:
    shown = [" ".join(line.split()) for line in book("duplicates").out.splitlines()]
    assert shown == [
        "The same person, it seems",
        "Grace Hopper, US Navy (c1) and Grace Hoper (c2) "
        "same e-mail grace@example.org; nearly the same name netlog merge c1 c2",
        "",
        "Perhaps the same person",
        "Ada Lovelace (c3) and Lovelace, Ada (c4) same name netlog merge c3 c4",
    ]


def test_json_has_codes_for_the_reasons(book) -> None:
    first, _ = book("duplicates", "--json").json
    assert first == {
        "a": {"id": 1, "ref": "c1", "name": "Grace Hopper", "organization": "US Navy"},
        "b": {"id": 2, "ref": "c2", "name": "Grace Hoper", "organization": None},
        "confidence": "certain",
        "reasons": [
            {"code": "same_email", "text": "same e-mail grace@example.org"},
            {"code": "near_name", "text": "nearly the same name"},
        ],
        "merge": ["netlog", "merge", "c1", "c2"],
    }


@pytest.mark.of_file("where it is")
def test_the_command_names_the_file_when_db_did(book, db) -> None:
    first, _ = book("--db", str(db), "duplicates", "--json").json
    assert first["merge"] == ["netlog", "--db", str(db), "merge", "c1", "c2"]


def test_no_more_than_the_limit_are_shown(book) -> None:
    assert shown(book, "--limit", "1") == [("c1", "c2", "certain")]


def test_two_who_are_not_one_are_never_shown_again(book) -> None:
    assert book("duplicates", "--not", "c4", "c3") == (
        0,
        "Ada Lovelace (c3) and Lovelace, Ada (c4) are not the same person.\n",
        "",
    )
    assert shown(book) == [("c1", "c2", "certain")]


def test_saying_so_twice_is_no_mistake(book) -> None:
    book("duplicates", "--not", "c3", "c4")
    again = book("duplicates", "--not", "c4", "c3")
    assert again.status == 0
    assert "were known not to be the same person already" in again.out


def test_nobody_is_told_from_themselves(book) -> None:
    assert book("duplicates", "--not", "carol", "c5").status == 2


def test_the_archived_are_left_out(book) -> None:
    book("archive", "c2", "c4")
    assert shown(book) == []
    assert book("duplicates").err == "Nobody seems to be there twice.\n"


@pytest.mark.parametrize("columns", [None, "120", "100", "80", "60"])
def test_in_a_pipe_a_pair_is_one_line(book, monkeypatch, columns: str | None) -> None:
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    for contact in ("c1", "c2", "c3", "c4"):
        book("edit", contact, "--org", "Harbor Trust")
    found = book("duplicates", "--json").json
    lines = [line for line in book("duplicates").out.splitlines() if "netlog merge" in line]
    assert len(lines) == len(found)
    for line, pair in zip(lines, found, strict=True):
        for one in (pair["a"], pair["b"]):
            assert one["name"] in line
            assert f"({one['ref']})" in line
        assert line.endswith(" ".join(pair["merge"]))


@pytest.mark.parametrize("columns", ["120", "80", "40"])
def test_nothing_stands_before_the_first_pair(book, monkeypatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    printed = book("duplicates").out
    assert printed.startswith("The same person, it seems\n")
    assert "\\n" not in printed


# Adding somebody who is there already


@pytest.mark.parametrize("name", ["Hopper Grace", "Grace Hopper", "grace HOPPRE", "Grace Hoppper"])
def test_add_shows_and_refuses_nearly_the_same_name(netlog, name: str) -> None:
    netlog("add", "Grace Hopper")
    refused = netlog("add", name)
    assert refused.status == 5
    assert "Grace Hopper (c1) may be the same person" in refused.err
    assert netlog("add", name, "--force").status == 0


@pytest.mark.parametrize("name", ["Anna Hopper", "Carol Hopper", "Ann", "Hopper", "Ann B. Hopper"])
def test_add_takes_a_name_that_shares_a_word(netlog, name: str) -> None:
    netlog("add", "Ann Hopper")
    assert netlog("add", name).status == 0
