"""Phone numbers: by their digits, and as E.164 where the library and a region are there."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.rules.phones import digits, forms, normal

BERLIN = ("+49 30 1234567", "0049 30 1234567", "030 1234567", "(030) 123-4567", "+49 (0)30 1234567")


@pytest.fixture
def library():
    return pytest.importorskip("phonenumbers", reason="the extra `phone` is not installed")


@pytest.fixture
def no_library(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "phonenumbers", None)


def test_the_zero_that_is_dialled_at_home_only_is_left_out() -> None:
    assert digits("+49 (0)30 1234567") == digits("0049 (0) 30 1234567".replace("(0) ", "(0)"))
    assert digits("+49 (0)30 1234567") == "49301234567"
    assert digits("(030) 1234567") == "0301234567"


def test_with_library_and_region_all_spellings_are_one(library) -> None:
    assert {normal(spelling, "DE") for spelling in BERLIN} == {"49301234567"}


def test_without_a_region_it_is_the_digits(library) -> None:
    assert normal("030 1234567", None) == "0301234567"


def test_without_the_library_it_is_the_digits(no_library) -> None:
    assert normal("030 1234567", "DE") == "0301234567"
    assert forms("030 1234567", "DE") == ("0301234567",)


@pytest.mark.parametrize("spelling", BERLIN)
def test_what_was_stored_without_the_library_is_looked_for_too(library, spelling: str) -> None:
    assert {"49301234567", "0301234567"} <= set(forms(spelling, "DE"))


@pytest.mark.parametrize("odd", ["12", "911", "999 999 999 999 999 999", "abc", ""])
def test_what_is_no_number_there_is_its_digits(library, odd: str) -> None:
    assert normal(odd, "DE") == digits(odd)


@given(st.text(st.sampled_from("0123456789+-() /"), max_size=20), st.sampled_from([None, "DE"]))
def test_a_form_is_digits(typed: str, region: str | None) -> None:
    assert set("".join((normal(typed, region), *forms(typed, region)))) <= set("0123456789")
