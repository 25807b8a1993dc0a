"""Whatever netlog knows of a person comes back from a card of either version."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.formats.circumstances import Going, Version
from netlog.formats.vcard import reader, writer
from netlog.records.contacts import NewDate, OtherName
from netlog.records.incoming import OWN, IncomingMethod, IncomingPerson, IncomingRelation
from netlog.relating import tie

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")

characters = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
nasty = st.sampled_from(
    ["\\", ";", ",", ":", '"', "\\n", "^n", "=", "é", "小", "_$!<Home>!$_", "\ufeff"]
)
lines = (
    st.lists(st.one_of(nasty, st.text(characters, max_size=20)), min_size=1, max_size=8)
    .map(lambda parts: "".join(parts).strip())
    .filter(bool)
)
bare = lines.filter(lambda text: not text.lower().startswith("urn:uuid:"))
blocks = st.lists(lines, min_size=1, max_size=4).map("\n".join)
maybe_lines = st.none() | lines
birthdays = st.dates().filter(lambda day: day.year not in (1, 1604))
labels = st.none() | st.sampled_from(["home", "work", "work fax", "cell", "Skype", "skype"]) | lines
methods = st.builds(
    IncomingMethod,
    kind=st.sampled_from(["email", "phone", "url", "address", "handle"]),
    value=lines.filter(lambda text: not text.lower().startswith(("tel:", "mailto:"))),
    label=labels,
    preferred=st.booleans(),
    normal=st.none(),
)
relations = st.builds(
    IncomingRelation,
    tie=st.sampled_from(
        ["spouse", "daughter", "partner", "manager", "mentor", "family, friend"]
    ).map(tie),
    who=bare,
    name=st.none(),
    known_as=st.just(()),
)
people = st.builds(
    IncomingPerson,
    row=st.just(1),
    name=lines.map(lambda name: " ".join(name.split())),  # as it is in every book
    uid=st.none() | st.uuids().map(str) | bare,
    nickname=maybe_lines,
    organization=maybe_lines,
    title=maybe_lines,
    city=maybe_lines,
    birthday=st.none()
    | birthdays.map(date.isoformat)
    | st.dates().map(lambda day: f"--{day:%m-%d}"),
    how_met=maybe_lines,
    met_on=st.none() | st.dates(),
    introduced_by=st.none() | st.uuids().map(str) | bare,
    circles=st.lists(st.sampled_from(["peer", "business", "community"]), unique=True).map(tuple),
    tags=st.lists(lines, unique=True, max_size=4).map(tuple),
    methods=st.lists(methods, max_size=5).map(tuple),
    cadence_days=st.none() | st.integers(0, 36_500),
    notes=st.none() | blocks,
    fields=st.lists(
        st.tuples(lines | st.just("department"), lines),
        max_size=3,
        unique_by=lambda field: field[0],
    ).map(tuple),
    jobs=st.lists(st.tuples(maybe_lines, maybe_lines).filter(any), max_size=3).map(tuple),
    kept=st.lists(
        st.sampled_from(
            [
                "GENDER:M",
                "item7.X-ABADR:gb",
                "item7.X-ABLabel:_$!<Flat>!$_",
                "X-LONG:" + "ä" * 200,
                "X-BADGE:7",
            ]
        ),
        unique=True,
    ).map(tuple),
    names=st.just(()),
    dates=st.just(()),
    relations=st.lists(relations, max_size=3).map(tuple),
    touched_on=st.none(),
    revised_at=st.none(),
    grouped=st.just(()),
    guessed=st.just(()),
    cadence=st.none(),
    **dict.fromkeys(OWN, st.just(())),
)


@pytest.mark.parametrize("version", VERSIONS)
@given(person=people)
@settings(max_examples=examples(12))
def test_a_person_written_and_read_is_the_same(version: Version, person: IncomingPerson) -> None:
    text = "".join(writer.write([person], Going("vcf", version)))
    assert list(reader.read(text.encode())) == [person]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", ["Ada", "\\", "Ada Byron"])
def test_who_is_called_as_their_company_stays_a_person(version: Version, name: str) -> None:
    ada = IncomingPerson(1, name, organization=name)
    text = "".join(writer.write([ada], Going("vcf", version)))
    assert list(reader.read(text.encode())) == [ada]


NAMES = (
    OtherName("former", "Byron"),
    OtherName("merged", "A. Byron"),
    OtherName("phonetic_first", "Eida"),
    OtherName("nickname", "Enchantress"),
)
DATES = (
    NewDate("anniversary", "1835-07-08"),
    NewDate("anniversary", "--07-09"),
    NewDate("Name day", "--12-24"),
)


@pytest.mark.parametrize("version", VERSIONS)
def test_other_names_and_dates_come_back(version: Version) -> None:
    ada = IncomingPerson(1, "Ada", nickname="Addie", names=NAMES, dates=DATES)
    text = "".join(writer.write([ada], Going("vcf", version)))
    assert list(reader.read(text.encode())) == [ada]


@pytest.mark.parametrize("version", VERSIONS)
@given(people=st.lists(people, max_size=3))
@settings(max_examples=examples(12))
def test_no_line_is_longer_than_75_octets_and_each_is_whole(
    version: Version, people: list[IncomingPerson]
) -> None:
    for card in writer.write(people, Going("vcf", version)):
        assert card.endswith("END:VCARD\r\n")
        for line in card.encode().split(b"\r\n"):
            assert len(line) <= 75
            assert line.decode() is not None
