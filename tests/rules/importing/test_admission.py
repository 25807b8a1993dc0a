"""What of a foreign file may be stored, and as what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.records.importing import Arrival, Wishes
from netlog.records.incoming import Declined, IncomingMethod, IncomingPerson, IncomingRule
from netlog.rules import fields, methods, text
from netlog.rules.importing import admission, texts

TODAY = date(2026, 11, 23)


def admitted(**said: object) -> Arrival:
    found = admission.person(
        IncomingPerson(1, **{"name": "Grace", **said}),  # type: ignore[arg-type]
        TODAY,
        Wishes(),
        None,
    )
    assert isinstance(found, Arrival)
    return found


@given(st.text())
def test_a_cleaned_line_could_have_been_typed(typed: str) -> None:
    cleaned = texts.line(typed)
    if cleaned is not None:
        assert text.line(cleaned, "name") == cleaned
        assert texts.line(cleaned) == cleaned


@given(st.text())
def test_a_cleaned_block_could_have_been_typed(typed: str) -> None:
    cleaned = texts.block(typed)
    if cleaned is not None:
        assert text.block(cleaned, "notes") == cleaned
        assert texts.block(cleaned) == cleaned


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), max_size=5))
def test_fields_have_keys_that_could_have_been_typed(said: list[tuple[str, str]]) -> None:
    found = admitted(fields=tuple(said)).fields
    assert [fields.key(key) for key, _ in found] == [key for key, _ in found]
    assert len({key for key, _ in found}) == len(found)


METHODS = st.lists(
    st.builds(
        IncomingMethod,
        kind=st.sampled_from(("email", "phone", "url", "handle", "address")),
        value=st.text(max_size=12) | st.sampled_from(("a@x.org", "A@x.org", "555 0100", "x.com/g")),
        label=st.none() | st.text(max_size=5),
        preferred=st.booleans(),
        normal=st.none(),
    ),
    max_size=6,
)


@given(METHODS)
def test_a_way_is_one_that_could_have_been_typed_or_a_field(said: list[IncomingMethod]) -> None:
    arrival = admitted(methods=tuple(said))
    for one in arrival.contact.methods:
        assert methods.method(one.kind, one.value, one.label).normal == one.normal
    forms = [(one.kind, one.normal) for one in arrival.contact.methods]
    assert len(forms) == len(set(forms))
    preferred = [one.kind for one in arrival.contact.methods if one.preferred]
    assert len(preferred) == len(set(preferred))
    values = {one.value for one in arrival.contact.methods} | {v for _, v in arrival.fields}
    for one in said:
        cleaned = (texts.block if one.kind == "address" else texts.line)(one.value)
        if cleaned:
            known = {texts.line(value) for value in values}
            same_form = any(_is_form(one, cleaned, kind, form) for kind, form in forms)
            assert cleaned in values or texts.line(cleaned) in known or same_form


def _is_form(one: IncomingMethod, value: str, kind: str, form: str) -> bool:
    try:
        return kind == one.kind and methods.method(kind, value, None).normal == form
    except UsageMistake:
        return False


@pytest.mark.parametrize(
    ("said", "stored", "left"),
    [
        ("1906-12-09", "1906-12-09", ()),
        ("--02-29", "--02-29", ()),
        ("2026-11-23", "2026-11-23", ()),  # born today
        ("2026-11-24", None, (("birthday", "2026-11-24"),)),
        ("2999-01-01", None, (("birthday", "2999-01-01"),)),
        ("1906-02-30", None, (("birthday", "1906-02-30"),)),
        ("9 Dec", None, (("birthday", "9 Dec"),)),
    ],
)
def test_a_birthday_is_a_day_so_far_or_a_field(said: str, stored, left) -> None:
    arrival = admitted(birthday=said)
    assert (arrival.contact.birthday, arrival.fields) == (stored, left)


def test_a_day_of_meeting_that_is_still_to_come_is_a_field() -> None:
    arrival = admitted(met_on=date(2027, 1, 1))
    assert (arrival.contact.met_on, arrival.fields) == (None, (("met on", "2027-01-01"),))


def test_a_circle_that_there_is_not_is_a_tag() -> None:
    arrival = admitted(circles=("Peer", "golf"), tags=("#Chess", "chess", " "))
    assert (arrival.contact.circles, arrival.contact.tags) == (("peer",), ("chess", "golf"))


def test_what_everybody_is_to_get_is_added() -> None:
    wishes = Wishes(("business",), ("conf",), 14)
    found = admission.person(IncomingPerson(1, "A", cadence_days=7), TODAY, wishes, None)
    assert isinstance(found, Arrival)
    assert (found.contact.circles, found.contact.tags) == (("business",), ("conf",))
    assert found.contact.cadence_days == 7


@pytest.mark.parametrize("name", ["", " ", "\x00", "\ud800"])
def test_nobody_is_somebody_without_a_name(name: str) -> None:
    assert isinstance(admission.person(IncomingPerson(1, name), TODAY, Wishes(), None), Declined)


@pytest.mark.parametrize(
    "rule",
    [
        IncomingRule(1, "circle", "golf", 7),
        IncomingRule(1, "default", "x", 7),
        IncomingRule(1, "tag", " ", 7),
        IncomingRule(1, "tag", "x", 99_999),
    ],
)
def test_a_rule_that_nobody_could_have_set_is_left(rule: IncomingRule) -> None:
    assert isinstance(admission.rule(rule), Declined)


@pytest.mark.parametrize(
    ("said", "days", "kept"),
    [
        ("Every month", 30, ()),
        ("Every 3 weeks", 21, ()),
        ("QUARTERLY", 90, ()),
        ("90d", 90, ()),
        ("Never", 0, ()),
        ("Don’t keep in touch", 0, ()),
        ("3", None, (("keep in touch", "3"),)),
        ("Yes", None, (("keep in touch", "Yes"),)),
        ("Every 400 years", None, (("keep in touch", "Every 400 years"),)),
    ],
)
def test_a_cadence_in_words_is_read_or_stays_a_field(
    said: str, days: int | None, kept: tuple[tuple[str, str], ...]
) -> None:
    found = admitted(cadence=("Keep in touch", said))
    assert (found.contact.cadence_days, found.fields) == (days, kept)


def test_a_cadence_in_days_stands_before_one_in_words() -> None:
    found = admitted(cadence_days=7, cadence=("Frequency", "Monthly"))
    assert (found.contact.cadence_days, found.fields) == (7, (("frequency", "Monthly"),))
