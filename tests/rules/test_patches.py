"""A patch is read, or refused in a sentence: whatever comes in."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.errors import NetlogError, UsageMistake
from netlog.rules.documents import difference, joined
from netlog.rules.fields import assignment, key
from netlog.rules.patch_readers import READERS
from netlog.rules.patch_values import Footing
from netlog.rules.patches import read

GROUND = Footing(date(2026, 11, 23), methods=frozenset({("email", "not an address")}))
SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.dates()
LIKELY = st.sampled_from(["", "c1", "peer", "coffee", "2w", "2026-11-20", "email", "a@x.org"])
KEYS = st.sampled_from(["kind", "value", "label", "preferred", "ref", "x"]) | st.text(max_size=3)
VALUES = st.recursive(
    SIMPLE | LIKELY,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("noun", "name"), [(noun, name) for noun, readers in READERS.items() for name in readers]
)
@settings(max_examples=examples(8))
@given(value=VALUES)
def test_any_value_is_read_or_refused(noun: str, name: str, value: object) -> None:
    try:
        said = read(noun, {name: value}, GROUND).keys()
    except NetlogError as error:
        said = error.message
    assert said == {name} or said.endswith((".", "?"))


def test_every_key_that_cannot_be_changed_is_named() -> None:
    with pytest.raises(UsageMistake, match="cannot change 'id', 'x' of a favor") as caught:
        read("f", {"id": 1, "text": "a", "x": 2}, GROUND)
    assert "It can change text, asked_for, due_on, done_on, outcome" in (caught.value.advice or "")


def test_a_method_that_is_there_already_need_not_be_one_of_todays() -> None:
    old = {"kind": "email", "value": "not an address"}
    (method,) = read("c", {"methods": [old]}, GROUND)["methods"]
    assert method.value == "not an address"
    with pytest.raises(UsageMistake):
        read("c", {"methods": [old | {"value": "nor this"}]}, GROUND)


def test_what_differs_is_the_patch() -> None:
    before = {"a": "1", "b": ["x"], "c": "3", "fields": {"k": "v", "l": "w"}}
    after = {"a": "1", "b": ["y"], "fields": {"k": "v", "m": "n"}}
    assert difference(before, after) == {
        "b": ["y"],
        "c": None,
        "fields": {"l": None, "m": "n"},
    }


@pytest.mark.parametrize(
    ("was", "there", "here", "both"),
    [
        ("tea", "tea\nfair", "tea, no milk", "tea, no milk\nfair"),
        ("tea", "tea, no milk", "tea\nfair", "tea, no milk\nfair"),
        ("one\ntwo", "one\ntwo\nthree", "one\n2", "one\n2\nthree"),
        ("one", "one\ntwo", "one\nthree", "one\ntwo\nthree"),
        ("", "one", "two", "one\ntwo"),
        ("one", "one three", "one two", None),
        ("one", "uno", "eins", None),
        ("one", "one\ntwo", "", None),
    ],
)
def test_lines_that_one_added_to_notes_follow_what_the_other_made_of_them(
    was: str, there: str, here: str, both: str | None
) -> None:
    found = joined({"notes": was}, {"notes": there}, {"notes": here})
    assert found == (({"notes": both}, ()) if both else ({}, ("notes",)))


@pytest.mark.parametrize("typed", ["Shoe Size", " shoe   size ", "SHOE SIZE"])
def test_a_field_is_the_same_in_any_case_and_spacing(typed: str) -> None:
    assert key(typed) == "shoe size"


def test_a_field_takes_all_that_follows_the_first_equals_sign() -> None:
    assert assignment("sum = a=b ") == ("sum", "a=b")


@pytest.mark.parametrize("typed", ["", "a", "=b", "a=", "a:b=c", f"{'a' * 41}=b"])
def test_what_is_no_field_is_refused(typed: str) -> None:
    with pytest.raises(UsageMistake):
        assignment(typed)
