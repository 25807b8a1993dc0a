"""netlog path: through whom you come to a person, an organization or a word."""

from datetime import date, timedelta

import pytest

from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.records.path import Acquaintance, OccasionGuest
from netlog.records.people import person
from netlog.rules import path as rules
from netlog.store.reads import path as reads
from netlog.store.writes import contacts, meetings

TODAY = date(2026, 11, 23)


@pytest.fixture
def book(netlog, recording, seeded):
    """Gus, who is warm, led to Anne at Harbor Trust; Maria was there; Bo is nowhere."""

    def fill() -> None:
        with recording() as opened:
            for name, org, via in (
                ("Gus Gruen", None, None),
                ("Anne Kim", "Harbor Trust", 1),
                ("Maria Lopez", "Harbor Trust", None),
                ("Bo Lind", None, None),
            ):
                new = NewContact(name, organization=org, introduced_by_id=via, cadence_days=0)
                contacts.add(opened, new)
        netlog("log", "gus", "coffee", "--thanked", "--", "sails")

    seeded(fill)
    return netlog


def ways(book, *words):
    done = book("path", *words, "--json")
    assert done.status == 0, done.err
    return [[hop["contact"]["name"] for hop in one["hops"]] for one in done.json]


def test_a_person_is_reached_through_whoever_is_warm(book) -> None:
    assert ways(book, "anne")[0] == ["Gus Gruen", "Anne Kim"]
    (first, *_) = book("path", "anne", "--json").json
    assert [hop["why"] for hop in first["hops"]] == [
        *("you were in touch on 23 Nov", "Gus Gruen led you to them"),
    ]
    assert first["opening"] == (
        'Ask Gus Gruen: "Whom would you talk to about Anne Kim, if you were me?"'
    )


def test_whoever_is_warm_is_reached_at_once(book) -> None:
    assert ways(book, "gus")[0] == ["Gus Gruen"]


def test_an_organization_is_whoever_is_there_or_was(book) -> None:
    found = book("path", "Harbor", "Trust", "--json").json
    assert [hop["contact"]["name"] for hop in found[0]["hops"]] == ["Gus Gruen", "Anne Kim"]
    assert found[0]["leads_to"] == "is at Harbor Trust"
    book("edit", "maria", "--org", "Mill & Co")
    book("log", "maria", "call", "--thanked")
    assert ["Maria Lopez"] in ways(book, "harbor trust")
    assert "was at Harbor Trust until 2026" in book("path", "harbor trust").out


@pytest.mark.parametrize("typed", ["Priscilla", "priscilla", "prisc", "the partner"])
def test_a_step_that_is_described_is_reached_by_who_stands_before_it(book, typed: str) -> None:
    steps = ("--via", "gus", "--via", "bo", "--via", "Priscilla", "--via", "the partner")
    book("lead", "add", "Harbor", *steps)
    found = book("path", typed, "--json").json
    assert {way["hops"][-1]["contact"]["name"] for way in found} == {"Bo Lind"}
    assert all(way["leads_to"].startswith("stands before ") for way in found)
    book("lead", "closed", "l1", "--", "over")
    assert book("path", typed).status == 3


def test_a_word_on_a_card_or_of_a_meeting_leads_on(book) -> None:
    assert ways(book, "sails")[0] == ["Gus Gruen"]
    book("edit", "maria", "--note", "knows compilers")
    assert ["Maria Lopez"] in ways(book, "compilers")


def test_who_met_brought_together_or_belongs_is_a_hop(book) -> None:
    book("log", "gus", "bo", "lunch", "2026-11-01", "--no-thanks")
    assert ways(book, "bo")[0][-1] == "Bo Lind"
    assert book("relate", "bo", "maria", "--as", "spouse").status == 0
    assert any(one[-2:] == ["Bo Lind", "Maria Lopez"] for one in ways(book, "maria"))


def test_a_crowd_links_nobody(book, home) -> None:
    config = home / "config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[import]\nguests = 2\n")
    book("log", "gus", "bo", "maria", "event", "2026-11-01", "--no-thanks")
    assert ways(book, "maria") == [["Maria Lopez"]]


def test_an_occasion_links_its_guests_however_it_was_noted(book) -> None:
    book("log", "gus", "--occasion", "PyCon", "event", "2025-11-01", "--no-thanks")
    book("log", "bo", "--occasion", "PyCon", "event", "2025-11-02", "--no-thanks")
    book("log", "maria", "--occasion", "PyCon", "event", "2024-11-02", "--no-thanks")
    (way,) = [one for one in book("path", "bo", "--json").json if len(one["hops"]) > 1]
    assert [hop["contact"]["name"] for hop in way["hops"]] == ["Gus Gruen", "Bo Lind"]
    assert way["hops"][1]["why"] == "both were at PyCon on 2 Nov 2025"
    assert ways(book, "maria") == [["Maria Lopez"]]


@pytest.mark.parametrize(("crowd", "links"), [(15, True), (16, False)])
def test_an_occasion_of_a_crowd_links_nobody_though_noted_one_by_one(
    crowd: int, links: bool
) -> None:
    guests = [
        OccasionGuest(
            "PyCon", TODAY + timedelta(days=n // 8), Acquaintance(person(n, f"P{n}"), None), n == 3
        )
        for n in range(1, crowd + 1)
    ]
    found = {(one.one, one.other.contact.id) for one in rules.together(guests, [1, 5], 15)}
    others = {n for n in range(1, crowd + 1) if n != 3}
    assert found == {(a, b) for a in (1, 5) for b in others - {a} if links}


def test_steps_of_leads_are_hops(book) -> None:
    book("lead", "add", "The mill", "--org", "Mill & Co", "--via", "gus", "--via", "bo")
    found = book("path", "Mill & Co", "--json").json
    assert found[0]["hops"][0]["contact"]["name"] == "Gus Gruen"
    assert found[0]["leads_to"] == "is a step towards The mill"
    assert ways(book, "bo")[0] == ["Gus Gruen", "Bo Lind"]


def test_no_more_than_four_hops(book) -> None:
    before = "gus"
    for number in range(5):
        book("add", f"Far{number} Away", "--via", before, "--every", "never")
        before = f"far{number}"
    assert all(len(one) <= 4 for one in ways(book, "far4", "--limit", "9"))
    assert ways(book, "far2")[0] == ["Gus Gruen", "Far0 Away", "Far1 Away", "Far2 Away"]


@pytest.mark.parametrize(("words", "status"), [(("zebra",), 3), (("",), 2), ((), 2), (("c99",), 3)])
def test_nothing_found_is_said(book, words, status) -> None:
    assert book("path", *words).status == status


def test_several_of_a_name_are_asked_about(book) -> None:
    book("add", "Gus Other")
    assert book("path", "gus").status == 4


def test_what_is_owed_comes_before_the_question(book, monkeypatch) -> None:
    book("favor", "receive", "gus", "read my CV")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-03")
    (first, *_) = book("path", "anne", "--json").json
    assert first["opening"].startswith("Thank them for this: read my CV")


def test_a_company_with_a_record_is_found_by_each_of_its_names(book) -> None:
    book("add", "Kim Lee", "--org", "HT")
    book("org", "add", "Harbor Trust Ltd", "--alias", "HT", "--alias", "The Old Bank")
    for words in (("the old bank",), ("o1",), ("harbor trust",)):
        there = {one[-1] for one in ways(book, *words)}
        assert {"Anne Kim", "Kim Lee"} <= there, words
    assert book("path", "o9").status == 2


def test_where_a_lead_leads_to_is_sought(book) -> None:
    book("lead", "add", "Head of data", "--org", "Harbor Trust", "--via", "bo")
    assert ways(book, "l1") == ways(book, "l1.1") == ways(book, "harbor trust")
    book("lead", "add", "l2", "--source", "a friend")
    assert book("path", "l2").status == 3
    book("lead", "add", "l3", "--via", "bo")
    assert ways(book, "l3") == [["Bo Lind"]]
    assert book("path", "l9").status == 3


def test_whoever_knows_very_many_links_those_whom_you_were_in_touch_with_last(
    book, recording
) -> None:
    with recording() as opened:
        for number in range(70):
            guest = contacts.add(opened, NewContact(f"OccasionGuest{number} Far"))
            day = TODAY - timedelta(days=number)
            meetings.log(opened, NewMeeting(day, "lunch", (4, guest)))
    with recording() as opened:
        tied = list(reads.ties(opened.connection, [4], 15, colleagues=False))
    assert [one.other.contact.name for one in tied] == [
        f"OccasionGuest{n} Far" for n in range(reads.MOST)
    ]


def test_a_way_to_no_word_is_asked_about_and_one_to_nobody_says_where_else_to_look(book) -> None:
    assert book("path", "*").err == 'netlog: A path to whom? netlog path "Harbor Trust"\n'
    assert book("path", "the zebra").err == (
        "netlog: Nobody leads to 'the zebra'. Among favors, plans and leads: netlog search "
        '"the zebra"\n'
    )


def test_whom_you_knew_there_comes_before_those_who_only_know_somebody(book) -> None:
    book("edit", "maria", "--org", "Mill & Co")
    book("log", "maria", "coffee", "2023-01-10", "--no-thanks")
    for name in ("Cy Dale", "Di Eck", "Ed Fay"):
        book("add", name, "--every", "never")
        book("log", name, "anne", "lunch", "2026-11-02", "--no-thanks")
        book("log", name, "coffee", "2026-11-20", "--no-thanks")
    found = ways(book, "harbor trust", "--limit", "9")
    assert found[:2] == [["Anne Kim"], ["Maria Lopez"]]
    assert all(len(one) > 1 for one in found[2:])
    book("edit", "anne", "--org", "", "--fix")
    assert ways(book, "harbor trust")[0] == ["Maria Lopez"]
    # To a person the strongest way is the first.
    assert len(ways(book, "maria")[0]) == 1
    book("log", "gus", "maria", "lunch", "2022-01-10", "--no-thanks")
    assert ways(book, "maria")[0] == ["Gus Gruen", "Maria Lopez"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Fair", "was at Spring Fair on 1 Nov"),
        ("boathouse", "was at The Boathouse on 1 Nov"),
        ("looms", "spoke of 'looms' at the event on 1 Nov"),
    ],
)
def test_a_word_is_where_it_stands(book, typed: str, why: str) -> None:
    at = ("--occasion", "Spring Fair", "--place", "The Boathouse", "--no-thanks")
    book("log", "gus", "event", "2026-11-01", *at, "-m", "talked of looms")
    assert [one["leads_to"] for one in book("path", typed, "--json").json] == [why]


def test_whoever_is_noted_of_an_occasion_was_not_at_it(book) -> None:
    book("log", "gus", "note", "2026-11-01", "--occasion", "Spring Fair", "-m", "cannot come")
    said = book("path", "fair", "--json").json[0]["leads_to"]
    assert said.startswith("you noted 'fair'")


def test_its_days_are_said_as_everywhere(book) -> None:
    book("log", "gus", "bo", "lunch", "2026-11-01", "--no-thanks", "-m", "the old lighthouse")
    book("log", "gus", "bo", "email", "2026-03-02", "--no-thanks", "-m", "a windmill")
    found = {
        word: book("path", word, "--json").json[0] for word in ("bo", "lighthouse", "windmill")
    }
    assert found["lighthouse"]["leads_to"] == "spoke of 'lighthouse' at the lunch on 1 Nov"
    assert found["windmill"]["leads_to"] == "spoke of 'windmill' in the email on 2 Mar"
    book("add", "Zed Far", "--every", "never")
    book("log", "bo", "zed", "lunch", "2026-03-02", "--no-thanks")
    book("log", "bo", "call", "--no-thanks")
    (first, *_) = book("path", "zed", "--json").json
    assert first["hops"][-1]["why"] == "met with them on 2 Mar"
    for words in (("bo",), ("lighthouse",), ("zed",)):
        assert "2026-" not in book("path", *words).out


# What an organization is called, and somebody too


def test_an_organization_that_is_called_so_comes_before_a_word_of_a_name(book) -> None:
    book("add", "Harbor Smith")
    book("edit", "bo", "--org", "Smith")
    assert ways(book, "smith") == [["Bo Lind"]]
    assert ways(book, "harbor") == [["Harbor Smith"]]
    assert ways(book, "harbor", "smith") == [["Harbor Smith"]]
    book("org", "add", "Gruen & Co")
    book("edit", "bo", "--org", "Gruen & Co")
    assert ["Bo Lind"] in ways(book, "gruen & co")


def test_what_both_somebody_and_an_organization_are_called_is_no_guess(book) -> None:
    book("edit", "maria", "--org", "Bo Lind")
    refused = book("path", "bo lind", "--json")
    both = '"bo lind" could be Bo Lind (c4) or the organization Bo Lind (--org).'
    assert (refused.status, refused.error["message"]) == (4, f"{both} Say which by ref.")
    assert [one["ref"] for one in refused.error["candidates"]] == ["c4", "--org"]
    assert ways(book, "bo lind", "--org") == [["Maria Lopez"]]
    assert ways(book, "c4") == [["Bo Lind"]]
    book("org", "add", "Bo Lind")
    refused = book("path", "bo lind", "--json")
    assert [one["ref"] for one in refused.error["candidates"]] == ["c4", "o1"]
    assert ["Maria Lopez"] in ways(book, "o1")


# Who is what to whom on the way


def test_whoever_came_through_the_one_who_is_sought_is_not_who_led_to_them(book) -> None:
    book("edit", "bo", "--via", "maria")
    book("log", "bo", "coffee", "--thanked")
    found = book("path", "maria", "--json").json
    assert [one["why"] for one in found[0]["hops"]] == [
        *("you were in touch on 23 Nov", "they led you to Bo Lind"),
    ]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("assistant", "Gus Gruen is their assistant"),
        ("manager", "Gus Gruen is their manager"),
        ("son", "Gus Gruen is their son"),
        ("spouse", "Gus Gruen is their spouse"),
        ("assists", "assists Gus Gruen"),
        ("other:landlord", "Gus Gruen is their landlord"),
        ("other:godson of", "godson of Gus Gruen"),
    ],
)
def test_a_relation_is_said_the_right_way_round(book, word, said) -> None:
    assert book("relate", "bo", "gus", "--as", word).status == 0
    (first, *_) = book("path", "bo", "--json").json
    assert [one["contact"]["name"] for one in first["hops"]] == ["Gus Gruen", "Bo Lind"]
    assert first["hops"][1]["why"] == said


# Whom you know there, before all others


def knows(book, name: str, org: str | None, on: str | None) -> None:
    words = ["--org", org] if org else []
    assert book("add", name, "--every", "never", *words).status == 0
    if on:
        book("log", name, "coffee", on, "--no-thanks")


def test_whom_you_know_there_now_comes_before_whom_you_knew_there(book) -> None:
    knows(book, "Now Cool", "Mill & Co", "2023-01-10")
    for name in ("Cy Dale", "Di Eck"):
        knows(book, name, "Mill & Co", "2026-11-20")
        book("edit", name, "--org", "Elsewhere")
    book("lead", "add", "The job", "--org", "Mill & Co", "--via", "gus")
    found = ways(book, "Mill & Co", "--limit", "9")
    assert found[0] == ["Now Cool"]
    assert sorted(found[1:4]) == [["Cy Dale"], ["Di Eck"], ["Gus Gruen"]]


def test_whom_you_knew_there_is_no_detour_to_whom_they_know_there(book) -> None:
    knows(book, "Ex There", "Mill & Co", "2026-11-20")
    book("edit", "ex there", "--org", "Elsewhere")
    knows(book, "New There", "Mill & Co", None)
    book("edit", "new there", "--via", "ex there")
    (first, *_) = book("path", "Mill & Co", "--json").json
    assert [one["contact"]["name"] for one in first["hops"]] == ["Ex There"]
    assert first["leads_to"] == "was at Mill & Co until 2026"


def test_many_ways_to_one_do_not_hide_the_others_who_are_there(book) -> None:
    knows(book, "There Now", "Mill & Co", None)
    knows(book, "There Too", "Mill & Co", None)
    for number in range(7):
        knows(book, f"Warm{number} Far", None, "2026-11-20")
        book("relate", "there now", f"warm{number}", "--as", "friend")
    found = ways(book, "Mill & Co")
    assert len(found) == 5
    assert ["There Too"] in found
    assert all(one[-1] == "There Now" for one in found if one != ["There Too"])
    assert len(ways(book, "Mill & Co", "--limit", "1")[0]) == 2


# Neither round about, nor back to where it broke


def test_nobody_leads_to_others_with_whom_you_are_in_touch(book) -> None:
    knows(book, "Quin Ash", None, "2026-09-20")
    knows(book, "Rae Orr", None, "2026-11-20")
    knows(book, "Pat Moss", None, "2026-11-20")
    book("add", "Tia Bay", "--via", "quin", "--every", "never")
    for one, other in (("rae", "quin"), ("pat", "rae")):
        assert book("relate", one, other, "--as", "friend").status == 0
    assert ways(book, "tia") == [["Quin Ash", "Tia Bay"], ["Tia Bay"]]
    book("edit", "tia", "--org", "Mill & Co")
    assert ways(book, "Mill & Co") == [["Quin Ash", "Tia Bay"], ["Tia Bay"]]


def test_whom_you_are_in_touch_with_yourself_comes_first(book) -> None:
    knows(book, "Rae Orr", None, "2026-11-20")
    knows(book, "Tia Bay", None, "2026-07-20")
    book("relate", "rae", "tia", "--as", "friend")
    assert ways(book, "tia") == [["Tia Bay"], ["Rae Orr", "Tia Bay"]]
    knows(book, "Cool Ash", None, "2024-07-20")
    book("relate", "rae", "cool", "--as", "friend")
    assert ways(book, "cool") == [["Rae Orr", "Cool Ash"], ["Cool Ash"]]


def test_a_way_through_whoever_is_warmer_themselves_says_nothing_new(book) -> None:
    knows(book, "Quin Ash", None, "2025-01-20")
    knows(book, "Rae Orr", None, "2025-02-20")
    book("add", "Tia Bay", "--via", "quin", "--every", "never")
    book("relate", "rae", "quin", "--as", "friend")
    assert ways(book, "tia") == [["Quin Ash", "Tia Bay"], ["Tia Bay"]]


@pytest.fixture
def chain(book):
    """The Judge led to Priscilla, who is warm, and at whom the way to Harbor Trust broke."""
    for name in ("Judge Whitaker", "Priscilla Vance"):
        knows(book, name, None, "2026-09-01")
    book("edit", "priscilla", "--via", "judge")
    book("log", "priscilla", "email", "yesterday", "--no-thanks", "--", "Harbor Trust?")
    book("lead", "add", "The job", "--org", "Harbor Trust", "--via", "judge", "--via", "priscilla")
    book("done", "l1.1")
    book("lead", "step", "l1.2", "broken")
    return book


def people_of(found) -> set[str]:
    return {name for way in found for name in way}


@pytest.mark.parametrize("words", ["Harbor Trust", "The job", "l1", "l1.2"])
def test_another_way_is_none_through_whom_it_broke_at(chain, words) -> None:
    found = ways(chain, words, "--limit", "9")
    assert ["Judge Whitaker"] in found
    assert "Priscilla Vance" not in people_of(found)


def test_whom_it_broke_at_is_no_way_to_the_other_steps_either(chain) -> None:
    chain("lead", "add-step", "l1", "anne")
    chain("edit", "anne", "--via", "priscilla")
    assert "Priscilla Vance" not in people_of(ways(chain, "anne"))
    assert ways(chain, "priscilla") == [["Priscilla Vance"]]


def test_whoever_is_asked_anew_or_whose_lead_is_over_is_a_way_again(chain) -> None:
    chain("lead", "declined", "l1", "--", "filled")
    chain("edit", "priscilla", "--org", "Harbor Trust")
    assert ["Priscilla Vance"] in ways(chain, "Harbor Trust")
    chain("lead", "add", "Another job", "--org", "Harbor Trust", "--via", "priscilla")
    chain("lead", "step", "l2.1", "broken")
    assert "Priscilla Vance" not in people_of(ways(chain, "Harbor Trust"))
    chain("lead", "step", "l2.1", "waiting")
    assert ["Priscilla Vance"] in ways(chain, "Harbor Trust")


def test_where_all_ways_broke_nobody_else_leads_there(book) -> None:
    knows(book, "Wes Tarr", "Rope & Co", "2026-11-01")
    book("log", "wes", "coffee", "--no-thanks", "--", "the Rope job")
    book("lead", "add", "Rope job", "--via", "wes")
    book("lead", "step", "l1.1", "broken")
    refused = book("path", "Rope job")
    assert (refused.status, refused.err) == (3, "netlog: Nobody else leads to 'Rope job'.\n")


def test_whoever_gives_no_answer_comes_last(book, monkeypatch) -> None:
    for name in ("Judge Whitaker", "Wes Tarr"):
        knows(book, name, None, "2026-11-20")
    book("lead", "add", "The job", "--org", "Mill & Co", "--via", "wes", "--via", "judge")
    book("done", "l1.1")
    book("lead", "step", "l1.2", "asked")
    book("log", "judge", "email", "--no-thanks")
    assert ways(book, "Mill & Co")[0] == ["Judge Whitaker"]
    for day in ("2026-12-07", "2026-12-21"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        book("log", "judge", "email", "--no-thanks")
    monkeypatch.setenv("NETLOG_TODAY", "2027-01-04")
    assert 'try another way: netlog path "Mill & Co"' in book("due", "--all").out
    found = ways(book, "Mill & Co")
    assert found[0] == ["Wes Tarr"]
    assert found[-1][0] == "Judge Whitaker"
