"""Before a meeting: questions from the record that ask for advice, and the dates that are near."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.known import TODAY, ago, ahead, ask, gift, help_, judged, met

from netlog.records.contacts import Contact
from netlog.records.standing import YearlyDay
from netlog.rules.brief import near_dates, questions
from netlog.rules.roles import BY_ROLE

OFFER = "What can I do for you?"
FOR_A_JOB = re.compile(r"\bdo you know\b|\bjobs?\b|\bvacanc|\bhiring\b|\bopenings?\b", re.I)
LOOKING = "an operations role in a mid-size shop"


def contact(**known: object) -> Contact:
    """Carol, of whom only the name is known."""
    fields = dict.fromkeys(Contact._fields)
    fields |= {"id": 1, "ref": "c1", "name": "Carol", "circles": (), "tags": (), "methods": ()}
    return Contact(**(fields | known))


def asked(
    title: str | None = None, looking_for: str | None = None, **facts: Any
) -> tuple[str, ...]:
    return questions(contact(title=title), judged(**facts), TODAY, looking_for)


TOPIC = met(20, text="He lives from workshops alone.")
TITLES = [None, "", "Postal carrier", *(word for words, _ in BY_ROLE for word in words)]


def test_a_name_is_enough_for_a_few_questions() -> None:
    found = asked()
    assert len(set(found)) == len(found) == 4
    assert found[-1] == OFFER


@given(
    st.sampled_from(TITLES) | st.text(),
    st.none() | st.text(min_size=1, max_size=40),
    st.lists(st.sampled_from([ask(), help_(), gift()])),
    st.lists(st.sampled_from([TOPIC, met(9, text="moving to Lisbon"), met(8)])),
)
def test_there_are_never_more_than_five_and_the_last_is_an_offer(
    title: str | None, looking_for: str | None, favors: list[Any], meetings: list[Any]
) -> None:
    facts = {"favors": tuple(favors), "meetings": tuple(meetings)}
    found = asked(title, looking_for, **facts)
    assert 4 <= len(set(found)) == len(found) <= 5
    assert found[-1] == OFFER


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("favors", [(), (ask("a job at Acme"),), (help_("hiring me"),)])
def test_no_question_asks_for_a_job_nor_for_what_was_asked(
    title: str | None, favors: tuple[Any, ...]
) -> None:
    found = asked(title, LOOKING, favors=favors)
    assert [question for question in found if FOR_A_JOB.search(question)] == []
    assert not any("Acme" in question for question in found)


@pytest.mark.parametrize("title", [*TITLES, "postman", "Keeper of bees"])
def test_nothing_is_asked_twice_in_other_words(title: str | None) -> None:
    begun = [" ".join(one.split(": ")[-1].lower().split()[:4]) for one in asked(title)]
    assert len(set(begun)) == len(begun)
    ways_in = re.compile(r"how did you (come to|find your field)", re.I)
    assert len([one for one in asked(title) if ways_in.search(one)]) <= 1


@pytest.mark.parametrize(
    ("title", "one_of_them"),
    [
        ("Technical recruiter", "How does my story read to somebody who sees fifty a day?"),
        ("Head of HR", "How does my story read to somebody who sees fifty a day?"),
        ("Co-founder & CEO", "What would you do in my place with the next six months?"),
        ("Engineering manager", "What do people who do well in your team have in common?"),
        ("Professor of physics", "Whose work should I read before we speak again?"),
        ("SOFTWARE ENGINEER", "Which skill paid off that you did not expect to?"),
        ("Freelance illustrator", "How did your first three clients find you?"),
        ("General Counsel", "How did you find your field of law?"),
        ("Nurse", "What do you wish people knew before they come to you?"),
        ("Teacher", "What have those you teach taught you lately?"),
        ("Keeper of bees", '"Keeper of bees": how did you come to that work?'),
    ],
)
def test_the_title_chooses_what_to_ask(title: str, one_of_them: str) -> None:
    assert one_of_them in asked(title)
    assert one_of_them not in asked()


def test_the_last_topic_is_asked_about_first_in_their_own_words() -> None:
    meetings = (met(5, text="both tired"), TOPIC, met(30, text="moving to Lisbon"))
    found = asked("Engineer", meetings=meetings)
    assert found[0] == ('On 3 Nov: "He lives from workshops alone." How has that gone since?')
    assert not any("Lisbon" in question for question in found)


@pytest.mark.parametrize("tags", [(), ("family",)])
@pytest.mark.parametrize(
    ("newer", "when"),
    [
        ((), "Last time, 3 Nov:"),
        ((met(5, "note", text="likes tea"),), "Last time, 3 Nov:"),
        ((met(20),), "Last time, 3 Nov:"),
        ((met(5),), "On 3 Nov:"),
        ((met(5, "message", text="both tired"),), "On 3 Nov:"),
        ((met(5, "interview", text="of my years at sea"),), "On 3 Nov:"),
    ],
)
def test_a_day_is_the_last_time_if_it_was(newer: Any, when: str, tags: tuple[str, ...]) -> None:
    (first, *_) = asked(meetings=(*newer, TOPIC), tags=tags)
    assert first.startswith(when)


def test_of_family_the_last_three_are_told_things_among_them() -> None:
    said = ("new cat", "roof leaks", "the post office", "her old boat")
    meetings = tuple(met(9 + at, text=text) for at, text in enumerate(said))
    found = asked(meetings=meetings, tags=("family",))
    assert [re.sub('.*"(.*)".*', r"\1", one) for one in found] == [*said[:3]]


def test_what_you_look_for_is_put_as_a_request_for_advice() -> None:
    found = asked("Engineer", LOOKING, meetings=(TOPIC,))
    assert found[1] == f"I am looking for {LOOKING}; what would make my search succeed?"
    assert not any("looking for" in question for question in asked("Engineer"))


def test_a_long_topic_is_cut_and_only_its_first_line_quoted() -> None:
    long = met(9, text=f"Moving to Lisbon {'soon ' * 40}\nand the bees")
    (first, *_) = asked(meetings=(long,))
    assert '…" How has' in first
    assert "bees" not in first


# Those who are close


@pytest.mark.parametrize(
    "facts",
    [
        {"every_days": 7},
        {"every_days": 14},
        {"tags": ("family",)},
        {"tags": ("work", "close friend")},
        {"tags": ("Family-and-Friends",)},
        {"tags": ("close_circle",)},
        {"tags": ("old friends",)},
        {"tags": ("Friends", "chess")},
    ],
)
def test_nobody_interviews_family_and_close_friends(facts: dict[str, Any]) -> None:
    meetings = tuple(met(n, text=f"moving to town number{n}") for n in (5, 6, 7, 8))
    found = asked("Engineer", LOOKING, meetings=meetings, **facts)
    assert found == tuple(
        f'{when} {day} Nov: "moving to town number{23 - day}". How has that gone since?'
        for when, day in (("Last time,", 18), ("On", 17), ("On", 16))
    )
    assert asked("Engineer", LOOKING, **facts) == ()


@pytest.mark.parametrize("facts", [{"every_days": 15}, {"every_days": 0}, {"tags": ("chess",)}])
def test_others_are_not_close(facts: dict[str, Any]) -> None:
    assert asked(**facts)[-1] == OFFER


# Dates


@pytest.mark.parametrize(
    ("birthday", "said"),
    [
        ("--11-23", ["birthday today"]),
        ("1970-11-24", ["birthday on 24 Nov"]),
        ("--12-23", ["birthday on 23 Dec"]),
        ("--12-24", []),
        ("--11-22", []),
        ("1970-12", []),
    ],
)
def test_a_birthday_within_thirty_days_is_near(birthday: str, said: list[str]) -> None:
    days = (YearlyDay("birthday", birthday, None, "c1"),)
    assert [
        near.what for near in near_dates(judged(days=days, last_touch_on=ago(9)), TODAY)
    ] == said


def test_several_yearly_days_are_told_apart() -> None:
    days = (
        YearlyDay("birthday", "--11-24", None, "c1"),
        YearlyDay("name day", "--11-30", None, "d2"),
    )
    near = near_dates(judged(days=days), TODAY)
    assert [(one.on, one.what) for one in near] == [
        (ahead(1), "birthday on 24 Nov"),
        (date(2026, 11, 30), "name day on 30 Nov"),
    ]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Cook", "baker"),
        ("Head cook", "head"),
        ("COO", "founder"),
        ("School counselor", "nurse "),
        ("General Counsel", "attorney"),
        ("Doctoral student", "professor"),
        ("Nursery teacher", "teach"),
        ("Nurse", "nurse "),
        ("Headhunter", "recruit"),
        ("Managing partner", "founder"),
    ],
)
def test_a_title_that_only_begins_as_a_role_is_asked_about_its_own(title: str, role: str) -> None:
    (asks,) = (asks for roles, asks in BY_ROLE if role in roles)
    assert set(asks) <= set(asked(title))


@pytest.mark.parametrize("title", ["Coordinator", "Authority officer", "Partnerships"])
def test_no_role_is_guessed_from_the_beginning_of_another_word(title: str) -> None:
    assert any(said.startswith(f'"{title}":') for said in asked(title))
