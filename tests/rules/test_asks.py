"""Which open ask a kindness answers: by half of the content words of the shorter text."""

from datetime import date

import pytest

from netlog.records.favors import Favor
from netlog.records.people import person
from netlog.rules.asks import answered, joined, resembles


def ask(number: int, text: str, on: date = date(2026, 11, 1)) -> Favor:
    empty = dict.fromkeys(Favor._fields)
    return Favor(**{
        **empty, "id": number, "ref": f"f{number}", "contact": person(1, "Paul"), "text": text,
        "opened_on": on, "direction": "to_me", "state": "open", "asked": True,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("came", "asked"),
    [
        ("the reference letter", "a reference letter"),
        ("reference", "a reference for Pellworth Insurance"),
        ("sent me her reference letter for Acme", "a reference"),
        ("an introduction to Dora", "introduction to HR at Acme"),
        ("MÜLLER'S number", "the phone number of Mueller"),
        ("a name at Acme", "the name of somebody at Acme"),
    ],
)
def test_half_of_the_shorter_text_is_enough(came: str, asked: str) -> None:
    assert resembles(came, asked)
    assert resembles(asked, came)


def test_the_same_words_are_the_same_whatever_they_say() -> None:
    assert resembles("Help", "help")


@pytest.mark.parametrize(
    ("came", "asked"),
    [
        ("lunch", "a reference letter"),
        ("read my CV for an hour", "a list of companies that hire"),
        ("did it for me", "a look at it for me"),
        ("the of and", "and the of"),
        ("a warm word to her old boss", "the word, the number and the name of Mia's dentist"),
    ],
)
def test_less_is_not_and_stop_words_do_not_count(came: str, asked: str) -> None:
    assert not resembles(came, asked)


def test_the_most_alike_is_answered_then_the_oldest() -> None:
    older, newer = ask(2, "a reference letter", date(2026, 10, 1)), ask(1, "a reference letter")
    other = ask(3, "a letter to the bank")
    assert answered("the reference letter", [newer, other, older]) == older
    assert answered("that letter to the bank", [newer, other, older]) == other
    assert answered("lunch", [newer, other, older]) is None
    assert answered("lunch", []) is None


@pytest.mark.parametrize(
    ("before", "after", "both"),
    [
        ("a reference letter", "the reference letter", "a reference letter"),
        ("a reference", "the reference for Acme", "the reference for Acme"),
        ("a reference for Acme", "reference", "a reference for Acme"),
        ("an intro to HR", "intro to Helen in HR", "an intro to HR; intro to Helen in HR"),
    ],
)
def test_nothing_that_was_typed_is_lost(before: str, after: str, both: str) -> None:
    assert joined(before, after) == both
