"""CSV that spreadsheets and Google open, and that netlog reads back."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.formats.circumstances import Going
from netlog.formats.csv import reader, writer
from netlog.formats.recognize import recognized
from netlog.records.contacts import NewDate, OtherName
from netlog.records.incoming import (
    COMPANY,
    OWN,
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
    IncomingRelation,
)
from netlog.relating import tie

LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))
WORD = st.text(LETTERS, min_size=1, max_size=8).filter(
    lambda each: not each.startswith("*") and each.strip() == each
)
LINE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
MAYBE = st.none() | LINE
KINDS = ("email", "phone", "url", "address", "handle")
METHOD = st.builds(IncomingMethod, st.sampled_from(KINDS), LINE, MAYBE, st.booleans(), st.none())
UNIQUE = st.lists(LINE, max_size=3, unique=True).map(tuple)
RELATION = st.builds(
    IncomingRelation,
    tie=st.sampled_from(["spouse", "daughter", "manager", "family friend"]).map(tie),
    who=LINE,
    name=st.none(),
    known_as=st.just(()),
)
PERSON = st.builds(
    IncomingPerson,
    row=st.just(2),
    name=LINE,
    uid=MAYBE,
    nickname=MAYBE,
    organization=MAYBE,
    title=MAYBE,
    city=MAYBE,
    birthday=st.none()
    | st.dates().filter(lambda day: day.year not in (1, 1604)).map(str)
    | st.just("--02-29"),
    how_met=MAYBE,
    met_on=st.none() | st.dates(),
    introduced_by=MAYBE,
    circles=UNIQUE,
    tags=UNIQUE.map(lambda tags: tuple(each for each in tags if each.lower() != "mycontacts")),
    methods=st.lists(METHOD, max_size=4, unique=True).map(
        lambda methods: tuple(sorted(methods, key=lambda each: KINDS.index(each.kind)))
    ),
    cadence_days=st.none() | st.integers(0, 3650),
    notes=st.none() | st.lists(LINE, min_size=1, max_size=3).map("\n\n".join),
    fields=st.lists(st.tuples(LINE, LINE), max_size=3).map(tuple),
    jobs=st.lists(st.tuples(LINE, MAYBE) | st.tuples(MAYBE, LINE), max_size=2).map(tuple),
    kept=st.lists(LINE, max_size=2).map(tuple),
    names=st.just(()),
    dates=st.just(()),
    relations=st.lists(RELATION, max_size=2).map(tuple),
    touched_on=st.none(),
    revised_at=st.none(),
    grouped=st.just(()),
    guessed=st.just(()),
    cadence=st.none(),
    **dict.fromkeys(OWN, st.just(())),
)


def text_of(*people: IncomingPerson) -> str:
    return "".join(writer.write(people, Going("csv")))


@given(PERSON)
@settings(max_examples=examples(12))
def test_a_person_comes_back_as_written(person: IncomingPerson) -> None:
    assert list(reader.read(text_of(person).encode())) == [person]


def test_what_ends_a_given_name_as_a_suffix_does_is_part_of_it() -> None:
    (read,) = reader.read(text_of(IncomingPerson(row=2, name="Ada II Smith")).encode())
    assert (read.name, read.kept) == ("Ada II Smith", ())


@given(st.lists(PERSON, min_size=1, max_size=3))
@settings(max_examples=examples(12))
def test_every_row_is_as_wide_as_the_header(people: list[IncomingPerson]) -> None:
    rows = list(csv.reader(io.StringIO(text_of(*people), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == len(people) + 1


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "'="])
def test_what_a_spreadsheet_would_calculate_is_guarded(begin: str) -> None:
    person = IncomingPerson(2, f"{begin}1+1")
    cells = next(csv.reader(io.StringIO(text_of(person).split("\r\n")[1])))
    assert cells[0] == f"'{begin}1+1"
    assert list(reader.read(text_of(person).encode())) == [person]


@pytest.mark.parametrize("begin", ["\t", "\r"])
def test_a_note_of_a_tab_or_return_is_guarded(begin: str) -> None:
    assert f'"\'{begin}=1"' in text_of(IncomingPerson(2, "Ada", notes=f"{begin}=1"))


@given(PERSON)
@settings(max_examples=examples(12))
def test_no_cell_begins_a_formula(person: IncomingPerson) -> None:
    rows = csv.reader(io.StringIO(text_of(person).removeprefix("\ufeff"), newline=""))
    assert not [cell for row in rows for cell in row if cell[:1] in {*"=+-@\t\r"} and cell]


def test_the_file_says_its_charset_and_uses_googles_names() -> None:
    grace = IncomingPerson(
        1,
        "Grace Hopper",
        met_on=date(2024, 3, 5),
        methods=(IncomingMethod("email", "g@example.org", "work", True),),
    )
    text = text_of(grace)
    assert text.startswith("\ufeffName,First Name,Last Name,")
    assert "* work,g@example.org" in text
    assert recognized(text.encode()) == "google"


def test_former_and_spoken_names_and_yearly_days_come_back() -> None:
    grace = IncomingPerson(
        2,
        "Grace Hopper",
        names=(OtherName("former", "Grace Murray"), OtherName("phonetic_first", "Greis")),
        dates=(NewDate("wedding", "1930-06-15"), NewDate("name day", "--05-06")),
    )
    (back,) = reader.read(text_of(grace).encode())
    assert isinstance(back, IncomingPerson)
    assert (back.names, back.dates, back.fields) == (grace.names, grace.dates, ())


@pytest.mark.parametrize("text", ["a ::: b", "a:::b", "::::", r"a\:::b", "\\\\:::"])
def test_the_sign_that_joins_several_may_be_part_of_one(text: str) -> None:
    grace = IncomingPerson(
        2,
        "Grace",
        nickname=text,
        tags=(text, "navy"),
        names=(OtherName("nickname", text + "2"), OtherName("former", text)),
        organization=text,
        methods=(IncomingMethod("email", text), IncomingMethod("phone", "+1 555 0100", text)),
        relations=(IncomingRelation(tie("child"), text),),
        jobs=((text, "clerk"),),
    )
    (back,) = reader.read(text_of(grace).encode())
    assert back == grace


def test_the_table_has_every_field_of_a_person() -> None:
    ours = (each.ours.split(":")[0] for each in reader.MAPPING if each.theirs)
    told = {name for each in ours for name in each.split(", ") if name}
    told -= {"nicknames", "former_names", "phonetic_first", "phonetic_last", "organizations"}
    left_out = {"row", "names", "revised_at", "grouped", "guessed", *OWN}
    assert told == set(IncomingPerson._fields) - left_out


COMPANY_ROWS = (
    IncomingOrganization(
        *(2, "Acme, GmbH", "u-1", ("Acme", "Acme Labs"), "Oslo"),
        methods=(IncomingMethod("url", "https://acme.example", None, False),),
        notes="Pays late",
        kept=("CATEGORIES:Suppliers",),
    ),
    IncomingOrganization(2, "Acme"),
)


@pytest.mark.parametrize("company", COMPANY_ROWS)
def test_a_company_comes_back_as_one(company: IncomingOrganization) -> None:
    text = "".join(writer.write([company], Going("csv")))
    (read,) = reader.read(text.encode())
    assert isinstance(read, IncomingOrganization)
    assert read._replace(kept=tuple(one for one in read.kept if one != COMPANY)) == company
    assert "".join(writer.write([read], Going("csv"))) == text
