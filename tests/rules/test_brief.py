"""Before a meeting: five questions that ask for advice, and the dates that are near."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.contacts import Contact
from netlog.records.favors import TO_ME, TO_THEM, Favor
from netlog.records.people import Person
from netlog.rules.brief import BY_ROLE, near_dates, questions

TODAY = date(2026, 11, 23)
OFFER = "What can I do for you?"
FOR_A_JOB = re.compile(r"\bdo you know\b|\bjobs?\b|\bvacanc|\bhiring\b|\bopenings?\b", re.I)


def contact(**known: object) -> Contact:
    """Carol, of whom only the name is known."""
    fields = dict.fromkeys(Contact._fields)
    fields |= {"id": 1, "ref": "c1", "name": "Carol", "circles": (), "tags": (), "methods": ()}
    return Contact(**(fields | known))


def favor(direction: str, text: str, **known: object) -> Favor:
    fields = dict.fromkeys(Favor._fields)
    fields |= {"id": 1, "ref": "f1", "contact": Person(1, "c1", "Carol"), "state": "open"}
    return Favor(**(fields | {"direction": direction, "text": text} | known))


WAITING = favor(TO_ME, "an intro to HR")
RECEIVED = favor(TO_ME, "read my CV", state="done", done_on=TODAY)
TITLES = [None, "", "Postal carrier", *(word for words, _ in BY_ROLE for word in words)]


def test_a_name_is_enough_for_five_questions() -> None:
    asked = questions(contact(), ())
    assert len(set(asked)) == 5
    assert asked[-1] == OFFER


@given(
    st.sampled_from(TITLES) | st.text(),
    st.none() | st.text(min_size=1),
    st.lists(st.sampled_from([WAITING, RECEIVED, favor(TO_THEM, "the slides")])),
)
def test_there_are_always_five_and_the_last_is_an_offer(
    title: str | None, organization: str | None, favors: list[Favor]
) -> None:
    asked = questions(contact(title=title, organization=organization), tuple(favors))
    assert len(set(asked)) == 5
    assert asked[-1] == OFFER


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("favors", [(), (WAITING,), (RECEIVED,), (WAITING, RECEIVED)])
@pytest.mark.parametrize("organization", [None, "US Navy"])
def test_no_question_asks_for_a_job(
    title: str | None, favors: tuple[Favor, ...], organization: str | None
) -> None:
    asked = questions(contact(title=title, organization=organization), favors)
    assert [question for question in asked if FOR_A_JOB.search(question)] == []


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
    ],
)
def test_the_title_chooses_what_to_ask(title: str, one_of_them: str) -> None:
    assert one_of_them in questions(contact(title=title), ())
    assert one_of_them not in questions(contact(), ())


def test_what_you_wait_for_is_asked_about_first() -> None:
    asked = questions(contact(title="Engineer", organization="US Navy"), (RECEIVED, WAITING))
    assert asked[:3] == (
        "What would make this succeed: an intro to HR?",
        "What would you do next, after your help with this: read my CV?",
        "What is US Navy learning at the moment?",
    )


@pytest.mark.parametrize(
    "settled",
    [
        favor(TO_ME, "an intro", state="dropped", dropped_on=TODAY),
        favor(TO_ME, "an intro", state="done", done_on=TODAY, outcome="hired"),
        favor(TO_THEM, "an intro"),
    ],
    ids=["dropped", "outcome known", "promised"],
)
def test_what_is_settled_or_yours_to_do_is_not_asked_about(settled: Favor) -> None:
    assert questions(contact(), (settled,)) == questions(contact(), ())


@pytest.mark.parametrize(
    ("birthday", "said"),
    [
        ("--11-23", ["birthday today"]),
        ("1970-11-24", ["birthday on 24 Nov"]),
        ("--12-23", ["birthday on 23 Dec"]),
        ("--12-24", []),
        ("--11-22", []),
        (None, []),
    ],
)
def test_a_birthday_within_thirty_days_is_near(birthday: str | None, said: list[str]) -> None:
    assert [near.what for near in near_dates(contact(birthday=birthday), TODAY)] == said
