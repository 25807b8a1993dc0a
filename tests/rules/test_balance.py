"""A balanced week: as many errands as can be have somebody, before any has two."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.people import person
from netlog.records.reconnect import Opening
from netlog.records.week import Errand, TurnTo
from netlog.rules.balance import ERRANDS, ONCE, balanced

LETTERS: dict[str, Errand] = dict(zip("tngracu", ERRANDS, strict=True))
PEOPLE = 7


def line(said: str) -> TurnTo:
    """A line as "At": Ann is to be thanked; a is for advice, u a nudge, n news to tell."""
    who = person(ord(said[0]), said[0])
    return TurnTo(who, LETTERS[said[1]], "reconnect", (), Opening("Ask how they are.", None))


def chosen(lines: str, people: int = PEOPLE) -> str:
    """Whom and what for, of those lines, the most urgent first."""
    letter = {errand: one for one, errand in LETTERS.items()}
    found = balanced([line(said) for said in lines.split()], people)
    return " ".join(one.contact.name + letter[one.errand] for one in found)


@pytest.mark.parametrize(
    ("lines", "plan"),
    [
        ("", ""),
        ("At Bt Ct", "At Bt Ct"),
        # What is less late than their own thanks comes up where others are thanked.
        ("At Bt Ag Bu Ct", "Ct Ag Bu"),
        ("At Ag", "At"),
        ("Ag At Bt", "Bt Ag"),
        # Of two ways to have one of each the latest line is in it.
        ("Ag At Bt Cg", "Bt Ag Cg"),
        ("At Ag Bt Cg", "At Bt Cg"),
        # Whoever can be spared for it takes the errand that nobody else has.
        ("At Bt Bg Cg Cu", "At Bg Cu"),
        ("At An Bt Ct Dt", "Bt Ct Dt An"),
        # Advice and a call come once, and nobody twice.
        ("Aa Ba Cc Dc Ac", "Aa Cc"),
        ("At Ac", "At"),
        ("At Bt Ac", "Bt Ac"),
    ],
)
def test_there_is_one_of_each_before_there_are_two(lines: str, plan: str) -> None:
    assert chosen(lines) == plan


def test_where_there_is_no_room_for_all_the_latest_come() -> None:
    assert chosen("At Bt Cg Dt Eg Ft", people=4) == "At Bt Cg Eg"


@given(
    st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("tngu")), max_size=12, unique=True)
)
def test_as_many_errands_as_can_be_have_somebody(pairs: list[tuple[str, str]]) -> None:
    found = balanced([line(who + what) for who, what in pairs], PEOPLE)
    names = [one.contact.name for one in found]
    assert sorted(names) == sorted({who for who, _ in pairs})
    assert not set(ONCE) & {one.errand for one in found}
    each = ([what for who, what in pairs if who == name] for name in names)
    assert len({one.errand for one in found}) == max(len(set(way)) for way in product(*each))
