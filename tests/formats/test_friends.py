"""friends.md, the file of the `friends` program: what each of its lines becomes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.friends import reader
from netlog.formats.recognize import recognized
from netlog.records.contacts import OtherName
from netlog.records.incoming import Declined, IncomingMeeting, IncomingPerson

SAMPLE = """\
### Activities:
- 2018-11-01: **Ada King** and I walked through _Hyde Park_. Bob could not come.
- 2018-01-04: Got lunch with **Ada King** and **Bob Moog**. @food

### Notes:
- 2018-06-15: **Ada King** found a flaw in the engine. @work

### Friends:
- Ada King (a.k.a. The Countess a.k.a. Lady L) [London] @maths @poetry
- Bob Moog

### Locations:
- Hyde Park
- London (a.k.a. The Smoke)
"""


def read(text: str | bytes) -> list[Any]:
    return list(reader.read(text.encode() if isinstance(text, str) else text))


def activity(line: str) -> Any:
    return read(f"### Activities:\n- {line}\n")[-1]


def friend(line: str) -> Any:
    (found,) = read(f"### Friends:\n- {line}\n")
    return found


def test_people_come_with_nickname_city_and_tags() -> None:
    ada = read(SAMPLE)[0]
    assert ada == IncomingPerson(
        row=9,
        name="Ada King",
        nickname="The Countess",
        city="London",
        tags=("maths", "poetry"),
        names=(OtherName("nickname", "Lady L"),),
    )


def test_people_come_before_what_happened() -> None:
    kinds = [type(each) for each in read(SAMPLE)]
    assert kinds == [IncomingPerson] * 2 + [IncomingMeeting] * 3 + [Declined] * 2


def test_an_activity_is_a_meeting_with_those_in_bold() -> None:
    found = read(SAMPLE)[3]
    assert found.happened_on == date(2018, 1, 4)
    assert found.who == ("Ada King", "Bob Moog")
    assert found.text == "Got lunch with Ada King and Bob Moog. @food"


def test_its_first_location_is_the_place() -> None:
    assert read(SAMPLE)[2].place == "Hyde Park"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Got lunch with **Ada**.", "lunch"),
        ("Had a Coffee with **Ada**.", "coffee"),
        ("Talked to **Ada** on the phone.", "call"),
        ("**Ada** emailed me.", "email"),
        ("Went to a party with **Ada**. @partying", "event"),
        ("**Ada** and I sat by the river.", "meeting"),
    ],
)
def test_a_word_of_the_text_says_the_kind(told: str, kind: str) -> None:
    assert activity(f"2018-01-04: {told}").kind == kind


def test_a_lead_says_kind_and_place_and_leaves_the_text() -> None:
    found = activity("2018-01-04: Video call with **Ada**, **Bob** and **Eve** at _home_: numbers")
    assert (found.kind, found.place, found.text) == ("video", "home", "numbers")
    assert found.who == ("Ada", "Bob", "Eve")


def test_a_note_is_a_meeting_that_is_no_touch() -> None:
    note = read(SAMPLE)[4]
    assert (note.kind, note.who) == ("note", ("Ada King",))


def test_somebody_named_only_in_an_activity_is_a_person_too() -> None:
    person, meeting = read("### Activities:\n- 2018-01-04: Met **Eve Ray**.\n")
    assert person == IncomingPerson(row=2, name="Eve Ray")
    assert meeting.who == ("Eve Ray",)


def test_a_first_name_alone_gets_a_uid_by_which_the_same_file_knows_it_again() -> None:
    text = "### Activities:\n- 2018-01-04: Met **Eve**.\n\n### Friends:\n- Bo\n- Ann Bee\n"
    bo, ann, eve, _ = read(text)
    assert (bool(bo.uid), ann.uid, bool(eve.uid)) == (True, None, True)
    assert read(text)[2].uid == eve.uid


def test_the_same_file_gives_the_same_uids_and_two_like_lines_different_ones() -> None:
    text = SAMPLE.replace("### Notes", "- 2018-01-04: Met **Ada King**.\n" * 2 + "### Notes")
    uids = [each.uid for each in read(text) if isinstance(each, IncomingMeeting)]
    assert uids == [each.uid for each in read(text) if isinstance(each, IncomingMeeting)]
    assert len(set(uids)) == len(uids) == 5


@pytest.mark.parametrize(
    ("line", "name", "notes"),
    [
        ("Bob (work)", "Bob", "(work)"),
        ("Bob [Paris", "Bob", "[Paris"),
        ("Bob (a.k.a. ", "Bob", "(a.k.a."),
        ("Bob @a b @c", "Bob", "b"),
    ],
)
def test_what_friends_would_not_read_is_kept_as_a_note(line: str, name: str, notes: str) -> None:
    found = friend(line)
    assert (found.name, found.notes) == (name, notes)


def test_a_nickname_and_a_city_may_have_brackets_in_them() -> None:
    found = friend("Ada (a.k.a. A (the first) a.k.a. B) [Paris (Texas)] @x")
    assert (found.nickname, found.city, found.tags) == ("A (the first)", "Paris (Texas)", ("x",))


@pytest.mark.parametrize(
    ("text", "reason", "rejected"),
    [
        ("### Activities:\n- yesterday: **Ada**", "it does not begin with a day", True),
        ("### Activities:\n- 2018-02-30: **Ada**", "there is no day 2018-02-30", True),
        ("### Activities:\n- 2018-02-03: read a book", "nobody is named in it", False),
        ("### Friends:\n- @tag", "it has no name", True),
        ("### Friends:\n- Ada\n- Ada @x", "a friend of that name came before", True),
        ("hello", "not under a heading", True),
        ("### Enemies:\n- Ada", "a heading that friends does not have", True),
        ("### Locations:\n- Paris", "a place by itself", False),
        ("### Friends:\n- " + "x" * 1_000_001, "the line is longer than 1 MB", True),
    ],
)
def test_what_cannot_come_in_is_said(text: str, reason: str, rejected: bool) -> None:
    left = next(each for each in read(text) if isinstance(each, Declined))
    assert left.reason.startswith(reason)
    assert left.rejected is rejected


def test_a_bad_line_loses_no_other() -> None:
    found = read(SAMPLE.replace("2018-01-04", "2018-13-04"))
    assert [each.row for each in found if isinstance(each, IncomingMeeting)] == [2, 6]
    assert [each.row for each in found if isinstance(each, Declined) and each.rejected] == [3]


def test_names_with_accents_and_windows_line_ends_are_read() -> None:
    found = read("### Friends:\r\n- Élodie [Genève]\r\n".encode("cp1252"))
    assert (found[0].name, found[0].city) == ("Élodie", "Genève")


def test_it_is_known_by_its_first_heading() -> None:
    assert recognized(SAMPLE.encode()) == "friends"
    assert recognized(b"# Friends of mine") is None


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    read(data)


@given(st.lists(st.sampled_from([*SAMPLE, "**", "###", "a.k.a. ", "\n- ", "&#95;"]), max_size=80))
def test_no_mixture_of_its_marks_breaks_it(parts: list[str]) -> None:
    read(SAMPLE[:40] + "".join(parts) + SAMPLE[200:])


def test_marks_without_end_take_no_time() -> None:
    read("### Activities:\n- 2018-01-04: " + "**a _b " * 100_000)
    read("### Friends:\n- A (a.k.a. " + ") x" * 300_000)
