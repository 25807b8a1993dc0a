"""The document of `edit`: whatever is in the record, read back it is the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.commands.frame.document import patch_of, text_of
from netlog.errors import UsageMistake
from netlog.records.contacts import METHOD_KINDS, Contact, Method, YearlyDate
from netlog.records.favors import Favor
from netlog.records.meetings import KINDS, Meeting
from netlog.records.people import CIRCLES, Person
from netlog.records.thanks import Thanks

TODAY = date(2026, 11, 23)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.text(
    "\"\\\n\t'# \N{RIGHT-TO-LEFT OVERRIDE}\x1b👩‍💻", min_size=1, max_size=9
)
MAYBE = st.none() | TEXTS
DAYS = st.none() | st.dates()
PEOPLE = st.builds(lambda id_, name: Person(id_, f"c{id_}", name), st.integers(1, 99), TEXTS)
DATES = st.builds(YearlyDate, TEXTS, st.sampled_from(("--06-01", "2010-06-01")))
METHODS = st.builds(Method, st.sampled_from(METHOD_KINDS), MAYBE, TEXTS, st.booleans())
CONTACTS = st.builds(
    Contact,
    ref=st.just("c1"),
    name=TEXTS,
    nickname=MAYBE,
    nicknames=st.lists(TEXTS, max_size=3, unique=True).map(tuple),
    former_names=st.lists(TEXTS, max_size=2, unique=True).map(tuple),
    merged_names=st.lists(TEXTS, max_size=2, unique=True).map(tuple),
    phonetic_first=MAYBE,
    phonetic_last=MAYBE,
    dates=st.lists(DATES, max_size=2, unique_by=lambda one: one.label).map(tuple),
    organization=MAYBE,
    title=MAYBE,
    city=MAYBE,
    birthday=st.sampled_from((None, "--05-15", "1990-05-15")),
    how_met=MAYBE,
    met_on=DAYS,
    introduced_by=st.none() | PEOPLE,
    circles=st.lists(st.sampled_from(CIRCLES), unique=True).map(tuple),
    tags=st.lists(TEXTS, max_size=3).map(tuple),
    methods=st.lists(METHODS, max_size=3).map(tuple),
    cadence_days=st.none() | st.integers(1, 3650),
    cadence_from=st.sampled_from(("contact", "default")),
    fields=st.dictionaries(TEXTS, TEXTS, max_size=3),
    notes=MAYBE,
)
MEETINGS = st.builds(
    Meeting,
    ref=st.just("m1"),
    happened_on=st.dates(),
    kind=st.sampled_from(KINDS),
    text=MAYBE,
    place=MAYBE,
    asked=MAYBE,
    contacts=st.lists(PEOPLE, max_size=3).map(tuple),
)
FAVORS = st.builds(
    Favor,
    ref=st.just("f1"),
    contact=PEOPLE,
    state=st.sampled_from(("open", "done", "dropped")),
    text=TEXTS,
    due_on=DAYS,
    done_on=DAYS,
    outcome=MAYBE,
)
THANKS = st.builds(
    Thanks,
    ref=st.just("t1"),
    contact=PEOPLE,
    state=st.sampled_from(("open", "sent", "dropped")),
    sent_on=DAYS,
)


@given(CONTACTS | MEETINGS | FAVORS | THANKS)
def test_a_document_that_is_left_alone_is_no_change(record: object) -> None:
    assert patch_of(record, text_of(record, TODAY)) == {}


@given(CONTACTS, TEXTS)
def test_a_value_that_is_changed_is_the_only_change(contact: Contact, notes: str) -> None:
    edited = contact._replace(notes=notes)
    assert patch_of(contact, text_of(edited, TODAY)) == (
        {} if notes == contact.notes else {"notes": notes}
    )


GRACE = Contact(
    *(1, "c1", "", "Grace Hopper", None, (), (), (), None, None),
    *("Navy", None, None, None, (), None, date(2026, 11, 1), None),
    *((), (), (), None, "default", None, None, None, None, 0, None, None, False),
    *({"team": "chess", "shoe": "44"}, None, "", ""),
)


def test_a_field_that_is_taken_away_alone_is_cleared() -> None:
    text = text_of(GRACE, TODAY).replace('shoe = "44"\n', "")
    assert patch_of(GRACE, text) == {"fields": {"shoe": None}}


def test_a_line_that_is_taken_away_is_cleared() -> None:
    text = text_of(GRACE, TODAY).replace('organization = "Navy"\n', "")
    assert patch_of(GRACE, text) == {"organization": None}


def test_a_date_may_stand_without_quotes() -> None:
    text = text_of(GRACE, TODAY).replace('"2026-11-01"', "2026-11-02")
    assert patch_of(GRACE, text) == {"met_on": date(2026, 11, 2)}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("name = Grace", 'Line 1: text stands in quotes: name = "Grace"'),
        ('name = "a"\nname = "b"', "Line 2: name stands there twice"),
        ("\udcff = 1", "The document is not valid UTF-8 text"),
    ],
)
def test_what_is_no_toml_is_refused(typed: str, said: str) -> None:
    with pytest.raises(UsageMistake) as refused:
        patch_of(GRACE, typed)
    assert refused.value.message == f"{said}."
