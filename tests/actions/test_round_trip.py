"""Law: whoever leaves in a format that has a place for people comes into another book the same."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog import cli
from netlog.records.contacts import NAME_KINDS, NewContact, NewDate, OtherName
from netlog.records.people import CIRCLES
from netlog.rules import methods
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.reads import contacts as reads
from netlog.store.tables.belongings import ContactField
from netlog.store.writes import contacts

AT = "2026-11-23T12:00:00Z"
ODD = "=+-@'\"\\;,:|\u00a0\u202eß李🙂[]{}<>&%#*_`~^$"
LINE = (
    st.text(st.sampled_from("abc XYZ09" + ODD), min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
MAYBE = st.none() | LINE
BLOCK = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
WAYS = st.lists(
    st.sampled_from(
        (
            methods.email("grace@navy.mil"),
            methods.email("o'neil+tag@x.org")._replace(label="work", preferred=True),
            methods.phone("+1 703 555 0101")._replace(label="cell"),
            methods.phone("=7 (0) 12-34"),
            methods.url("https://example.org/a;b,c?d=1"),
            methods.handle("@grace", "x"),
            methods.address("1 Main St, Flat 2; London")._replace(label="home"),
        )
    ),
    unique=True,
    max_size=4,
).map(lambda several: tuple(sorted(several, key=lambda one: one.kind)))
NAMES = st.builds(OtherName, st.sampled_from(("former", "merged", "nickname")), LINE)
DATES = st.builds(
    NewDate,
    st.sampled_from(("anniversary", "Name day", "met; first, it was")),
    st.sampled_from(("2010-06-01", "--02-29")),
)


def without_loose_names(person: NewContact) -> NewContact:
    """A further nickname stands beside a first one that is another."""
    names = tuple(
        name
        for name in person.names
        if name.kind != "nickname" or person.nickname not in (None, name.value)
    )
    spoken = (OtherName("phonetic_first", "Mari"), OtherName("phonetic_last", "Yamada"))
    return person._replace(names=names + (spoken if person.title else ()))


PEOPLE = st.builds(
    NewContact,
    name=LINE,
    uid=st.uuids().map(str),
    nickname=MAYBE,
    organization=MAYBE,
    title=MAYBE,
    city=MAYBE,
    birthday=st.none() | st.sampled_from(("1990-05-15", "--02-29", "--12-01")),
    how_met=MAYBE,
    met_on=st.none() | st.dates(date(1950, 1, 1), date(2026, 11, 23)),
    introduced_by_id=st.none(),
    circles=st.lists(st.sampled_from(CIRCLES), unique=True).map(
        lambda several: tuple(circle for circle in CIRCLES if circle in several)
    ),
    tags=st.lists(LINE.map(str.casefold).map(str.strip), unique=True, max_size=3).map(
        lambda tags: tuple(sorted({tag for tag in tags if tag and tag[0] != "#"}))
    ),
    methods=WAYS,
    cadence_days=st.sampled_from((0, 7, 365)),
    notes=st.none() | BLOCK,
    first_on=st.none(),
    fields=st.just(()),
    names=st.lists(NAMES, max_size=4, unique_by=lambda name: (name.kind, name.value)).map(
        lambda names: tuple(sorted(names, key=lambda name: NAME_KINDS.index(name.kind)))
    ),
    dates=st.lists(DATES, max_size=3, unique_by=lambda date: date.label.casefold()).map(tuple),
).map(without_loose_names)
FIELDS = st.dictionaries(st.sampled_from(("shoe size", "team", "department")), BLOCK, max_size=3)
# The first day to be in touch is spread over the cadence by the name.
BESIDES = ("id", "ref", "created_at", "updated_at", "introduced_by", "next_due_on")


def known(path: Path) -> Any:
    with doors.reading(str(path), AT, derive) as connection:
        contact = reads.contact(connection, 1)
    assert contact is not None
    plain = {name: value for name, value in contact._asdict().items() if name not in BESIDES}
    dates = sorted(contact.dates)
    return {
        **plain,
        "dates": dates,
        "methods": sorted(contact.methods, key=lambda one: (one.kind, one.value)),
    }


@pytest.mark.parametrize(
    "format_", [("vcf", "--vcard-version", "4.0"), ("vcf", "--vcard-version", "3.0"), ("csv",)]
)
@given(person=PEOPLE, fields=FIELDS)
@settings(
    max_examples=examples(6),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_person_arrives_as_they_left(
    format_: tuple[str, ...],
    person: NewContact,
    fields: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if format_ == ("csv",):
        nicknames = tuple(name for name in person.names if name.kind == "nickname")
        # ::: is what lies between two labels there, and nothing else can be said for it.
        tags = tuple(tag for tag in person.tags if ":::" not in tag)
        person = person._replace(names=nicknames, dates=(), tags=tags)
    folder = tmp_path_factory.mktemp("trip")
    one, other, told = folder / "one.db", folder / "other.db", folder / "told"
    with doors.recording(str(one), command="test", at=AT, judge=derive) as book:
        contacts.add(book, person)
        for key, value in fields.items():
            book.session.add(ContactField(contact_id=1, key=key, value=value))
    argv = ("--db", str(one), "export", "--format", *format_, "-o", str(told))
    assert cli.main(argv) == 0
    assert cli.main(("--db", str(other), "import", str(told))) == 0
    assert known(other) == known(one)
