"""netlog orgs: how many people you know where."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        for name, org in (("Ada", "ACME"), ("Bob", "Acme"), ("Cy", "Acme"), ("Di", "Żabka")):
            netlog("add", name, "--org", org)
        netlog("add", "Eve")

    seeded(fill)
    return netlog


def test_spellings_are_one_by_the_most_common(book) -> None:
    assert book("orgs", "--json").json == [
        {"organization": "Acme", "people": 3},
        {"organization": "Żabka", "people": 1},
    ]
    assert book("orgs").out == "Acme   3 people\nŻabka  1 person\n"


def test_the_archived_do_not_count(book) -> None:
    book("archive", "di")
    assert [one["organization"] for one in book("orgs", "--json").json] == ["Acme"]


def test_limit_keeps_the_first(book) -> None:
    assert book("orgs", "--limit", "1").out == "Acme  3 people\n"


def test_nobody_anywhere_is_said(netlog) -> None:
    assert "netlog edit" in netlog("orgs").err
    assert netlog("orgs", "--json").json == []


def test_what_a_record_means_is_that_company(book) -> None:
    book("add", "Fay", "--org", "Acme GmbH")
    assert len(book("orgs", "--json").json) == 3
    book("org", "add", "Acme Corp")
    assert book("orgs", "--json").json[0] == {"organization": "Acme Corp", "people": 4}


@pytest.mark.parametrize("typed", ["o1", "Acme Corp", "acme", "ajax"])
def test_people_are_listed_by_their_company(book, typed: str) -> None:
    book("add", "Fay", "--org", "Ajax GmbH")
    book("org", "add", "Acme Corp", "--alias", "Ajax")
    found = book("list", "--org", typed, "--json").json
    assert [one["name"] for one in found] == ["Ada", "Bob", "Cy", "Fay"]
