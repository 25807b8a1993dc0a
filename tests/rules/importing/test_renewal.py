"""What somebody of a file changes of who is there."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.contacts import NewContact, NewDate, StoredContact
from netlog.records.importing import Arrival, Update
from netlog.records.people import CIRCLES
from netlog.rules import methods
from netlog.rules.importing import reaching, renewal

PHONES = tuple(
    map(methods.phone, ("555 0100 22", "+1 415 555 0100 22", "0555 0100 22", "+44 20 7946 0018"))
)
WAYS = (*PHONES, methods.email("grace@navy.mil"), methods.email("G@navy.mil"))
WORDS = st.sampled_from(("Navy", "navy", "Acme", "U.S. Navy"))
MAYBE = st.none() | WORDS
UNIQUE = st.lists(st.sampled_from(WAYS), unique_by=lambda way: (way.kind, way.normal), max_size=4)
CONTACTS = st.builds(
    NewContact,
    name=WORDS,
    uid=st.sampled_from(("one", "other")),
    nickname=MAYBE,
    organization=MAYBE,
    title=MAYBE,
    city=MAYBE,
    birthday=st.sampled_from((None, "--05-15", "1990-05-15", "1991-05-16")),
    how_met=MAYBE,
    met_on=st.sampled_from((None, date(2026, 1, 1), date(2026, 1, 2))),
    introduced_by_id=st.none(),
    circles=st.lists(st.sampled_from(CIRCLES), unique=True).map(tuple),
    tags=st.lists(st.sampled_from(("a", "b", "c")), unique=True).map(tuple),
    methods=UNIQUE.map(tuple),
    cadence_days=st.sampled_from((None, 0, 7)),
    notes=MAYBE,
)
ARRIVALS = st.builds(
    Arrival,
    row=st.just(1),
    contact=CONTACTS,
    introduced_by=st.none(),
    fields=st.dictionaries(st.sampled_from(("team", "shoe")), WORDS).map(
        lambda fields: tuple(fields.items())
    ),
    jobs=st.lists(st.tuples(MAYBE, MAYBE, st.none()).filter(lambda job: any(job)), max_size=2).map(
        tuple
    ),
    kept=st.lists(st.sampled_from(("X-A:1", "X-B:2")), unique=True).map(tuple),
    uids=st.just(()),
    exact=st.just(()),
    rows=st.just(()),
    is_met=st.booleans(),
)
UPDATES: tuple[Update, ...] = ("skip", "fill", "overwrite")


def present(arrival: Arrival) -> StoredContact:
    return renewal.imagined(1, arrival._replace(uids=()), None)


@given(there=ARRIVALS, arrival=ARRIVALS, update=st.sampled_from(UPDATES))
def test_the_same_again_changes_nothing(there, arrival, update: Update) -> None:
    stood = present(there)
    after = renewal.applied(stood, renewal.changes(stood, arrival, update, None))
    again = renewal.changes(after, arrival, update, None)
    assert again.told == ()


@given(there=ARRIVALS, arrival=ARRIVALS, update=st.sampled_from(UPDATES))
def test_nobody_has_one_way_twice(there, arrival, update: Update) -> None:
    stood = present(there)
    after = renewal.applied(stood, renewal.changes(stood, arrival, update, None))
    forms = [(way.kind, way.normal) for way in after.methods]
    assert len(forms) == len(set(forms))


@given(there=ARRIVALS, arrival=ARRIVALS)
def test_filling_takes_nothing_away(there, arrival) -> None:
    stood = present(there)
    after = renewal.applied(stood, renewal.changes(stood, arrival, "fill", None))
    for name in renewal.PLAIN:
        value = getattr(stood, name)
        if value is not None and name != "birthday":
            assert getattr(after, name) == value
    assert set(stood.tags) <= set(after.tags)
    assert set(stood.circles) <= set(after.circles)
    assert {way.value for way in stood.methods} <= {way.value for way in after.methods}
    assert stood.fields.items() <= after.fields.items()


@given(there=ARRIVALS, arrival=ARRIVALS)
def test_skipping_changes_nothing(there, arrival) -> None:
    assert renewal.changes(present(there), arrival, "skip", None).told == ()


@pytest.mark.parametrize(
    ("stored", "said", "after"),
    [
        ("--05-15", "1990-05-15", "1990-05-15"),
        ("--05-15", "1990-05-16", "--05-15"),
        ("1990-05-15", "--05-15", "1990-05-15"),
        (None, "--05-15", "--05-15"),
    ],
)
def test_a_year_completes_a_birthday(stored: str | None, said: str, after: str) -> None:
    there = present(Arrival(1, NewContact("Grace", birthday=stored)))
    arrival = Arrival(1, NewContact("Grace", birthday=said))
    changes = renewal.changes(there, arrival, "fill", None)
    assert renewal.applied(there, changes).birthday == after


def test_a_better_told_origin_is_taken() -> None:
    one = Arrival(1, NewContact("Grace", how_met="LinkedIn"))
    other = Arrival(2, NewContact("Grace", how_met="LinkedIn: they invited you"))
    assert renewal.joined(one, other).contact.how_met == "LinkedIn: they invited you"
    assert renewal.joined(other, one).contact.how_met == "LinkedIn: they invited you"


@pytest.mark.parametrize(
    ("stored", "said", "update", "after"),
    [
        ("Ruth Weber", "family@weber.example", "overwrite", "Ruth Weber"),
        ("Ruth Weber", "+49 30 1234", "overwrite", "Ruth Weber"),
        ("Ruth Weber", "R. Weber", "overwrite", "Ruth Weber"),
        ("R. Weber", "Ruth Weber", "overwrite", "Ruth Weber"),
        ("Ruth Weber", "Ruth Bauer", "overwrite", "Ruth Bauer"),
        ("family@weber.example", "Ruth Weber", "fill", "Ruth Weber"),
        ("family@weber.example", "ruth@weber.example", "fill", "family@weber.example"),
    ],
)
def test_an_address_or_initials_are_no_name_beside_a_whole_one(
    stored: str, said: str, update: Update, after: str
) -> None:
    mailbox = (methods.email("family@weber.example"),)
    there = present(Arrival(1, NewContact(stored, methods=mailbox)))
    changes = renewal.changes(there, Arrival(1, NewContact(said, methods=mailbox)), update, None)
    there = renewal.applied(there, changes)
    assert there.name == after
    former = [one.value for one in there.names if one.kind == "former"]
    assert former == (["Ruth Weber"] if after == "Ruth Bauer" else [])


@pytest.mark.parametrize("said", ["family@weber.example", "R. Weber"])
def test_of_two_entries_the_whole_name_stays_alone(said: str) -> None:
    mailbox = (methods.email("family@weber.example"),)
    one = Arrival(1, NewContact("Ruth Weber", methods=mailbox))
    other = Arrival(2, NewContact(said, methods=mailbox))
    for both in (renewal.joined(one, other), renewal.joined(other, one)):
        assert (both.contact.name, both.contact.names) == ("Ruth Weber", ())


@given(one=ARRIVALS, other=ARRIVALS)
def test_of_two_entries_nothing_goes_untold(one, other) -> None:
    both = renewal.joined(one, other)
    told = renewal.unlike(renewal.imagined(-1, both, None), both, other, None)
    for name in ("city", "organization", "title", "met_on", "notes", "how_met", "cadence_days"):
        said, held = getattr(other.contact, name), getattr(both.contact, name)
        assert said in (None, held) or name in told or held.startswith(said)
    fields = dict(both.fields)
    assert all(fields[key] == value or key in told for key, value in other.fields)
    assert set(other.kept) <= set(both.kept)


@pytest.mark.parametrize("update", UPDATES[1:])
def test_of_two_entries_the_job_of_one_is_not_mixed_with_the_others(update: Update) -> None:
    one = Arrival(1, NewContact("Ron", title="Cook"))
    other = Arrival(2, NewContact("Ron", organization="Acme", title="Clerk"))
    both = renewal.joined(one, other)
    assert (both.contact.organization, both.contact.title) == (None, "Cook")
    assert renewal.unlike(present(both), both, other, None) == ("organization", "title")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("1990-05-15", "--05-15", ()),
        ("--05-15", "1990-05-15", ()),
        ("1990-05-15", "1991-05-15", ("birthday",)),
    ],
)
def test_of_two_birthdays_one_that_says_less_is_no_other(
    first: str, second: str, told: tuple[str, ...]
) -> None:
    one = Arrival(1, NewContact("Ron", birthday=first))
    other = Arrival(2, NewContact("Ron", birthday=second))
    both = renewal.joined(one, other)
    assert renewal.unlike(present(both), both, other, None) == told
    assert both.contact.birthday == "1990-05-15"


def test_another_day_or_introducer_or_kept_line_is_told() -> None:
    first, second = NewDate("anniversary", "2000-01-01"), NewDate("anniversary", "2001-01-01")
    one = Arrival(1, NewContact("Ron", dates=(first,)), "Ann", kept=("PHOTO:1",))
    other = Arrival(2, NewContact("Ron", dates=(second,)), "Bob", kept=("PHOTO:2", "X-B:1"))
    both = renewal.joined(one, other)
    assert renewal.unlike(present(both), both, other, None) == (
        "anniversary",
        "introduced_by",
        "PHOTO",
    )
    assert both.kept == ("PHOTO:1", "X-B:1")


@pytest.mark.parametrize(
    ("there", "said", "told"),
    [
        (("work",), ("work Yacht",), ("phone",)),
        (("work",), ("home",), ("phone",)),
        (("work Yacht",), ("WORK",), ()),
        (("cell",), ("mobile",), ()),
        (("work",), ("home", "work"), ()),
        (("work",), (None,), ()),
        ((None,), ("work",), ()),
    ],
)
def test_what_a_file_calls_a_number_otherwise_is_told(
    there: Sequence[str], said: Sequence[str], told: tuple[str, ...]
) -> None:
    held, new = (
        tuple(methods.phone("+49 30 1234")._replace(label=one) for one in labels)
        for labels in (there, said)
    )
    assert tuple(reaching.relabelled(held, new)) == told
