"""Who is meant by what is typed: never a guess between two, never a guess in silence."""

import unicodedata

import pexpect
import pytest
from tests.conftest import Sql

from netlog.records.contacts import NewContact
from netlog.rules.methods import gather
from netlog.store.writes import contacts

PEOPLE = (
    NewContact(
        "Grace Hopper",
        nickname="Amazing",
        organization="US Navy",
        methods=gather(["Grace@Navy.mil"], ["+1 (415) 555-0100"], ["navy.mil/grace"]),
    ),
    NewContact("Grace Kelly", organization="Monaco"),
    NewContact("Łukasz Żółć", methods=gather([], ["+44 20 7946 0958"], [])),
    NewContact("李小龙"),
    NewContact("Pat O'Brien-Smith", methods=gather([], ["020 7946 0999"], [])),
    NewContact("Zoë Quinn"),
)


@pytest.fixture
def book(netlog, recording, seeded):
    """Two Graces, and people whose names are hard to type."""

    def fill() -> None:
        with recording() as opened:
            for person in PEOPLE:
                contacts.add(opened, person)

    seeded(fill)
    return netlog


def who(netlog, typed: str) -> str:
    """The name of whoever is shown."""
    shown = netlog("show", typed, "--json")
    assert shown.status == 0, shown.err
    return shown.json["name"]


def uid(netlog) -> str:
    return netlog("show", "c1", "--json").json["uid"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("c1", "Grace Hopper"),
        ("C2", "Grace Kelly"),
        ("2", "Grace Kelly"),
        ("hopper", "Grace Hopper"),
        ("HOPPER grace", "Grace Hopper"),
        ("hop gra", "Grace Hopper"),
        ("  grace   kelly ", "Grace Kelly"),
        ("amazing", "Grace Hopper"),
        ("lukasz", "Łukasz Żółć"),
        ("zolc", "Łukasz Żółć"),
        ("小龙", "李小龙"),
        ("obrien", "Pat O'Brien-Smith"),
        ("o’brien", "Pat O'Brien-Smith"),
        ("smith pat", "Pat O'Brien-Smith"),
        ("zoe", "Zoë Quinn"),
        (unicodedata.normalize("NFD", "Zoë"), "Zoë Quinn"),
        ("grace@navy.mil", "Grace Hopper"),
        ("GRACE@NAVY.MIL", "Grace Hopper"),
        ("https://www.navy.mil/grace/", "Grace Hopper"),
        ("+1 415 555 0100", "Grace Hopper"),
        ("(415) 555-0100", "Grace Hopper"),
        ("001.415.555.0100", "Grace Hopper"),
        ("4155550100", "Grace Hopper"),
        ("555 0100", "Grace Hopper"),
        ("+442079460958", "Łukasz Żółć"),
        ("020 7946 0958", "Łukasz Żółć"),
        ("020 7946 0999", "Pat O'Brien-Smith"),
        ("+44 20 7946 0999", "Pat O'Brien-Smith"),
    ],
)
def test_a_person_is_found_by(book, typed: str, name: str) -> None:
    assert who(book, typed) == name


def test_a_person_is_found_by_uid(book) -> None:
    assert who(book, uid(book)) == "Grace Hopper"
    assert who(book, uid(book).upper()) == "Grace Hopper"


def test_a_whole_name_is_meant_before_the_names_it_begins(book) -> None:
    book("add", "Grace")
    assert who(book, "grace") == "Grace"


def test_somebody_named_like_a_ref_of_something_else_is_found_by_name(book) -> None:
    book("add", "T9")
    assert book("log", "t9", "--kind", "note").status == 0


# Nobody


@pytest.mark.parametrize(
    "typed",
    ["zacharias", "c99", "99", "nobody@example.org", "+1 999 999 9999", "55 0100", "'", "\u0301"],
)
def test_nobody_is_found_by(book, typed: str) -> None:
    refused = book("show", typed)
    assert (refused.status, refused.out) == (3, "")
    assert "Nobody matches" in refused.err


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_a_mistake(book, typed: str) -> None:
    assert book("show", typed).status == 2


def test_a_mark_alone_means_nobody_even_in_a_book_of_one(netlog) -> None:
    netlog("add", "Grace Hopper")
    assert netlog("log", "'", "--kind", "note").status == 3


@pytest.mark.parametrize("typed", ["m1", "f1", "t1"])
def test_a_ref_of_something_else_means_no_person(book, typed: str) -> None:
    book("log", "c1", "--kind", "coffee", "--owe", "slides")
    assert book("every", typed, "2w").status == 2


# Typing mistakes


def test_one_wrong_letter_in_a_longer_name_is_taken_and_said_aloud(book) -> None:
    taken = book("show", "grace hoper", "--json")
    assert taken.json["name"] == "Grace Hopper"
    assert taken.err == 'Taking "grace hoper" for Grace Hopper (c1).\n'


def test_one_wrong_letter_in_a_short_name_is_offered_and_not_taken(book, contents) -> None:
    before = contents()
    refused = book("log", "hoppre", "-m", "x")
    assert refused.status == 3
    assert "Did you mean Grace Hopper (c1)?" in refused.err
    assert contents() == before


def test_what_is_offered_is_in_json_too(book) -> None:
    error = book("log", "hoppre", "--json").error
    assert [candidate["ref"] for candidate in error["candidates"]] == ["c1"]


def test_a_mistake_that_is_near_two_people_is_left_to_the_user(book) -> None:
    refused = book("log", "grase", "-m", "x", "--json")
    assert refused.status == 4
    assert [c["ref"] for c in refused.error["candidates"]] == ["c1", "c2"]


def test_what_is_far_from_every_name_is_refused_without_an_offer(book) -> None:
    refused = book("show", "zacharias", "--json")
    assert refused.status == 3
    assert refused.error["candidates"] == []


# Two Graces


def test_between_two_nobody_is_chosen_and_nothing_written(book, contents) -> None:
    before = contents()
    refused = book("log", "grace", "-m", "x")
    assert (refused.status, refused.out) == (4, "")
    assert refused.err == (
        'netlog: "grace" could be Grace Hopper (c1) or Grace Kelly (c2). Say which by ref.\n'
    )
    assert contents() == before


def test_namesakes_are_told_apart_by_where_they_work(book) -> None:
    book("add", "Grace Hopper", "--org", "Acme", "--force")
    assert book("show", "grace hopper").err == (
        'netlog: "grace hopper" could be Grace Hopper, Acme (c7) or Grace Hopper, US Navy (c1). '
        "Say which by ref.\n"
    )


def test_between_two_json_lists_the_candidates(book) -> None:
    assert book("log", "grace", "-m", "x", "--json").error["candidates"] == [
        {"id": 1, "ref": "c1", "name": "Grace Hopper", "organization": "US Navy"},
        {"id": 2, "ref": "c2", "name": "Grace Kelly", "organization": "Monaco"},
    ]


def test_without_a_terminal_a_process_does_not_ask(book, forked) -> None:
    refused = forked("log", "grace", "-m", "x")
    assert refused.status == 4
    assert "Grace Hopper (c1) or Grace Kelly (c2)" in refused.err


@pytest.mark.parametrize(
    "argv",
    [
        ("show", "grace"),
        ("thank", "grace"),
        ("snooze", "grace", "2w"),
        ("every", "grace", "2w"),
        ("add", "New", "--via", "grace"),
        ("log", "zoe", "grace"),
    ],
    ids=" ".join,
)
def test_no_command_chooses_between_two(book, contents, argv: tuple[str, ...]) -> None:
    before = contents()
    assert book(*argv).status == 4
    assert contents() == before


def test_of_many_the_first_few_are_named_and_the_rest_counted(netlog, recording) -> None:
    with recording() as opened:
        for number in range(20):
            contacts.add(opened, NewContact(f"Grace {chr(65 + number)}"))
    refused = netlog("show", "grace")
    assert refused.status == 4
    assert "12 more" in refused.err
    assert len(netlog("show", "grace", "--json").error["candidates"]) == 20


# The archived


def archive(sql: Sql, contact_id: int) -> None:
    sql(f"UPDATE contact SET archived_at = '2026-11-20T12:00:00Z' WHERE id = {contact_id}")


def test_the_archived_do_not_stand_in_the_way(book, sql: Sql) -> None:
    archive(sql, 2)
    assert who(book, "grace") == "Grace Hopper"


def test_the_archived_are_found_when_nobody_else_is_meant(book, sql: Sql) -> None:
    archive(sql, 2)
    assert who(book, "kelly") == "Grace Kelly"
    assert who(book, "c2") == "Grace Kelly"


def test_the_archived_are_found_though_somebody_else_shares_a_word(book, sql: Sql) -> None:
    book("add", "Ann Kellyson")
    archive(sql, 2)
    assert who(book, "grace kelly") == "Grace Kelly"


def test_the_archived_are_not_offered_for_a_typing_mistake(book, sql: Sql) -> None:
    archive(sql, 1)
    assert book("show", "hoppre", "--json").error["candidates"] == []


@pytest.mark.parametrize(
    ("name", "longer"), [("Sam Roe", "Sam Roeder"), ("Anna", "Anna Berg"), ("Bo", "Bo Bo")]
)
def test_a_touch_goes_to_the_archived_of_whom_it_is_the_whole_name(netlog, name, longer) -> None:
    netlog("add", name)
    netlog("archive", name)
    netlog("add", longer, "--force")
    assert netlog("log", name.lower(), "call", "--json").json["contacts"][0]["ref"] == "c1"
    assert netlog("who", name.lower()).out == "c1\n"
    assert who(netlog, name) == name
    assert netlog("unarchive", name).out == f"{name} is back.\n"


def test_unarchive_means_the_archived_before_all_others(netlog) -> None:
    for number in range(4):
        netlog("add", "Sam Roe" if number % 2 else "Ann Lee", "--force", "--email", "x@y.org")
    netlog("add", "Sam")
    netlog("archive", "c1", "c2")
    assert netlog("unarchive", "sam", "--json").json[0]["ref"] == "c2"
    assert netlog("unarchive", "sam").out == "Sam is not archived.\n"
    assert netlog("unarchive", "x@y.org", "--json").json[0]["ref"] == "c1"
    netlog("archive", "c2")
    assert netlog("unarchive", "samm roe", "--json").json[0]["ref"] == "c2"


def test_unarchive_means_an_archived_family(netlog) -> None:
    for number in range(2):
        netlog("add", "Ann Poe", "--force")
        netlog("add", "Tom Poe", "--force")
        netlog("relate", f"c{2 * number + 1}", f"c{2 * number + 2}", "--as", "spouse")
    netlog("archive", "c1", "c2")
    back = netlog("unarchive", "the poes", "--json").json
    assert [one["ref"] for one in back] == ["c1", "c2"]


# A numbered choice on a real terminal


def answered(child: pexpect.spawn, answer: str) -> tuple[int, str]:
    """The exit status and what was printed after that answer."""
    child.expect(r"Which one\? \[1-2\] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


def test_on_a_terminal_the_candidates_are_numbered(book, terminal) -> None:
    child = terminal("snooze", "grace", "2w")
    child.expect(r'"grace" could be:\r\n')
    child.expect(r"  1  Grace Hopper, US Navy \(c1\)\r\n")
    child.expect(r"  2  Grace Kelly, Monaco \(c2\)\r\n")
    status, printed = answered(child, "2")
    assert status == 0
    assert "Grace Kelly comes up again on 21 Feb 2027." in printed
    assert book("show", "c2", "--json").json["snoozed_until"] == "2026-12-07"
    assert book("show", "c1", "--json").json["snoozed_until"] is None


def test_on_a_terminal_a_ref_is_an_answer_too(book, terminal) -> None:
    status, printed = answered(terminal("show", "grace"), "c1")
    assert status == 0
    assert "Grace Hopper" in printed


@pytest.mark.parametrize(("answer", "name"), [("1", "Grace Hopper"), ("2", "Grace Kelly")])
def test_on_a_terminal_the_first_and_the_last_can_be_chosen(
    book, terminal, answer: str, name: str
) -> None:
    status, printed = answered(terminal("show", "grace"), answer)
    assert status == 0
    assert name in printed


def test_on_a_terminal_it_asks_again_until_enter_chooses_nobody(book, terminal, contents) -> None:
    before = contents()
    child = terminal("snooze", "grace", "2w")
    for answer in ("0", "3", "-1", "²", "grace"):
        child.expect(r"Which one\? \[1-2\] ")
        child.sendline(answer)
        child.expect_exact("is no answer, and was not taken. Type a number, or Enter for none.")
    status, printed = answered(child, "")
    assert status == 4
    assert "Nobody was chosen. Nothing was changed." in printed
    assert contents() == before


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("", 3)])
def test_on_a_terminal_one_near_name_is_asked_about(
    book, terminal, answer: str, status: int
) -> None:
    child = terminal("snooze", "hoppre", "2w")
    child.expect(r'Nobody matches "hoppre". Is it Grace Hopper, US Navy \(c1\)\? \[y/N\] ')
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert ("Nobody was chosen. Nothing was changed." in child.before) is (status == 3)
    until = book("show", "c1", "--json").json["snoozed_until"]
    assert until == (None if status else "2026-12-07")


def test_with_people_on_standard_input_a_terminal_is_not_asked(book, terminal) -> None:
    child = terminal("brief", "-")
    child.sendline("grace")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 4
    assert "Which one?" not in child.before


def test_with_json_a_terminal_is_not_asked(book, terminal) -> None:
    child = terminal("show", "grace", "--json")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 4
    assert "several_match" in child.before
