"""friends.md as netlog writes it: it reads back to the same people and meetings."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.circumstances import Going
from netlog.formats.friends import reader, writer
from netlog.formats.friends.marks import escaped_name, escaped_text, plain, unmarked
from netlog.records.contacts import ContactSheet
from netlog.records.incoming import Declined, IncomingMeeting, IncomingPerson
from netlog.records.meetings import KINDS
from netlog.records.people import person

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
MARKS = st.text("()[]*_@#&;.:-0429 a.k. \n", min_size=1, max_size=40)
NAMES = (LINES | MARKS).map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = (LINES | MARKS | st.text(st.characters(exclude_categories=["Cc", "Cs"]))).map(str.strip)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def write(sheets: list[ContactSheet]) -> str:
    return "".join(writer.write(sheets, Going("friends")))


def read(text: str) -> tuple[list[IncomingPerson], list[IncomingMeeting], list[Declined]]:
    found = list(reader.read(text.encode()))
    people = [each for each in found if isinstance(each, IncomingPerson)]
    meetings = [each for each in found if isinstance(each, IncomingMeeting)]
    return (
        people,
        meetings,
        [each for each in found if isinstance(each, Declined) and each.rejected],
    )


def test_it_is_laid_out_as_friends_does(made: SimpleNamespace) -> None:
    grace = made.contact(nickname="Amazing Grace", city="Paris", tags=("navy",), circles=("peer",))
    bob = made.contact("Bob", 3)
    both = (person(12, "Grace Hopper"), person(3, "Bob"))
    coffee = made.meeting(1, who=both, place="Blue Bottle", text="talked of ships")
    note = made.meeting(2, kind="note", text="moves to _Rome_", happened_on=date(2026, 1, 2))
    text = write([made.sheet(grace, (coffee, note)), made.sheet(bob, (coffee,))])
    assert text.splitlines() == [
        "### Activities:",
        "- 2026-11-20: Coffee with **Grace Hopper** and **Bob** at _Blue Bottle_: talked of ships",
        "",
        "### Notes:",
        "- 2026-01-02: **Grace Hopper**: moves to &#95;Rome&#95;",
        "",
        "### Friends:",
        "- Bob",
        "- Grace Hopper (a.k.a. Amazing Grace) [Paris] @circle:peer @navy",
        "",
        "### Locations:",
        "- Blue Bottle",
        "- Paris",
    ]


def test_the_newest_comes_first(made: SimpleNamespace) -> None:
    meetings = tuple(made.meeting(day, happened_on=date(2026, 1, day)) for day in (2, 9, 5))
    lines = write([made.sheet(made.contact(), meetings)]).splitlines()[1:4]
    assert [line[2:12] for line in lines] == ["2026-01-09", "2026-01-05", "2026-01-02"]


def test_namesakes_are_told_apart_by_a_number(made: SimpleNamespace) -> None:
    sheets = [made.sheet(made.contact("Bob", number)) for number in (3, 4)]
    sheets.append(made.sheet(made.contact("Bob 2", 5)))
    people, _, _ = read(write(sheets))
    assert sorted(each.name for each in people) == ["Bob", "Bob 2", "Bob 3"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("c++", "c"), ("my team", "my-team"), ("a_b", "a-b"), ("été", "été"), ("x:y", "x:y")],
)
def test_a_tag_is_made_one_that_friends_reads(
    made: SimpleNamespace, tag: str, expected: str
) -> None:
    people, _, _ = read(write([made.sheet(made.contact(tags=(tag,)))]))
    assert people[0].tags == (expected,)


@given(NAMES, NAMES, NAMES)
def test_any_person_reads_back(made: SimpleNamespace, name: str, nickname: str, city: str) -> None:
    known = made.contact(name, nickname=nickname, city=city, tags=("x",), circles=("peer",))
    people, meetings, rejected = read(write([made.sheet(known)]))
    (found,) = people
    assert (found.name, found.nickname, found.city) == (name, nickname, city)
    assert (found.tags, found.circles, found.notes) == (("x",), ("peer",), None)
    assert not meetings
    assert not rejected


@given(NAMES, NAMES, NAMES | st.none(), TEXTS, st.sampled_from(KINDS), DAYS)
def test_any_meeting_reads_back(
    made: SimpleNamespace,
    one: str,
    other: str,
    place: str | None,
    text: str,
    kind: str,
    day: date,
) -> None:
    who = (person(1, one), person(2, other if other != one else f"{other}'"))
    told = made.meeting(who=who, place=place, text=text or None, kind=kind, happened_on=day)
    sheets = [made.sheet(made.contact(each.name, each.id), (told,)) for each in who]
    _, meetings, rejected = read(write(sheets))
    (found,) = meetings
    assert (found.happened_on, found.kind) == (day, kind)
    assert found.who == tuple(each.name for each in who)
    assert (found.text, found.place) == (text or None, place)
    assert not rejected


@given(TEXTS | MARKS)
def test_escaping_is_undone_by_reading(text: str) -> None:
    assert plain(escaped_name(text)) == text
    assert unmarked(escaped_text(text)) == text
    assert not set("()[]*_@\n\r") & set(escaped_name(text))
    assert not set("*_\n\r") & set(escaped_text(text))
