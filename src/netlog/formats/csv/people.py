"""A person from one row of CSV: what the columns hold, put together; nothing is lost silently."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from netlog.formats import dates
from netlog.formats.companies import company_of
from netlog.formats.csv import jobs, naming, reaching
from netlog.formats.csv.rows import CsvRow
from netlog.formats.csv.table import Cells, Table, said_of, split, unjoined
from netlog.formats.csv.vocabulary import OF_SEVERAL
from netlog.named import NamedTuple
from netlog.records.contacts import NewDate
from netlog.records.incoming import (
    COMPANY,
    Declined,
    GuessedDay,
    IncomingOrganization,
    IncomingPerson,
    IncomingRelation,
)
from netlog.records.kept import name_of
from netlog.relating import known, tie
from netlog.typed import Any

_UNREAD = {"met_on": "met on", "cadence_days": "cadence", "last_touch": "last contact"}
EARLIER = "earlier last contact"  # a field: of two columns of it the other was read as well
_EMPTY = "The row is empty but for what the program writes by itself."
NOBODY = "The row has no name, e-mail address or organization."
OF_GOOGLE = "* "  # before a group that Google made
EVERYBODY = frozenset({"* myContacts", "* My Contacts", "myContacts", "My Contacts"})

# Between several people in one cell: "Ida, Max and Tim".
_SEVERAL = re.compile(r"[,;&/\n]|\band\b|\bund\b|\bet\b|\by\b")
_IN_BRACKETS = re.compile(r"(.*\S)\s*[(\[]\s*([^()\[\]\d]+?)\s*[)\]]")
_BEFORE = re.compile(r"([^\W\d][\w -]*?)\s*[:=]\s*(\S.*)")
_VAGUE = "contact"
_UNTITLED = frozenset({"untitled", "new contact", "no name", "(no name)", "unknown"})
_NAMED_BY = ("name", "given", "additional", "family", "nickname")
YEARLY = ("anniversary", "name day")


def incoming(table: Table, row: CsvRow) -> IncomingPerson | IncomingOrganization | Declined:
    """Who the row is about, a company where it names nobody else; Declined when it says nobody."""
    said = said_of(table, row)
    found = _person(table, row, said)
    if isinstance(found, IncomingPerson) and _is_company(found, said):
        return company_of(found)
    return found


def _is_company(one: IncomingPerson, said: Cells) -> bool:
    """Whether it is one, as the row says or since nobody is named, and nothing is of a person."""
    if COMPANY in one.kept:
        return True
    theirs = (one.title, one.birthday, one.met_on, one.introduced_by, one.how_met, *_lists(one))
    return one.name == one.organization and not any(map(said.first, _NAMED_BY)) and not any(theirs)


def _lists(one: IncomingPerson) -> tuple[Any, ...]:
    held = (one.names, one.dates, one.relations, one.jobs, one.circles, one.cadence)
    return (*held, one.cadence_days, one.touched_on)


def person(table: Table, row: CsvRow) -> IncomingPerson | Declined:
    """Somebody of the row, who is called as the company where it names nobody."""
    return _person(table, row, said_of(table, row))


def _person(table: Table, row: CsvRow, said: Cells) -> IncomingPerson | Declined:
    naming.part_mails(table, said)
    methods, city, called = reaching.methods(table, said)
    held = list(jobs.held(table, said))
    organization, title = jobs.present(said, held)
    email = next((each.value for each in methods if each.kind == "email"), None)
    nickname, *further = (*unjoined(said.first("nickname") or ""), "")
    name = naming.whole(table, said) or called or nickname or organization or email
    if not name:
        return Declined(row.number, NOBODY, source=row.source)
    if name.casefold() in _UNTITLED and not (methods or organization):
        return Declined(row.number, _EMPTY, rejected=False, source=row.source)
    cadence = _cadence(said.first("cadence_days"))
    days = _days(table, said, cadence)
    return IncomingPerson(
        row.number,
        name,
        uid=said.first("uid"),
        nickname=nickname or None,
        names=tuple(naming.others(said, further)),
        dates=days.yearly,
        organization=organization,
        title=title,
        city=said.first("city") or city,
        birthday=days.birthday,
        how_met=said.first("how_met"),
        met_on=days.met_on,
        introduced_by=said.first("introduced_by"),
        circles=_listed(table, said, "circles"),
        tags=_tags(table, said),
        methods=methods,
        cadence_days=cadence,
        cadence=_in_words(said),
        notes="\n\n".join(said.plain.get("notes", ())) or None,
        fields=tuple(said.fields),
        relations=tuple(_relations(table, said)),
        jobs=tuple(held),
        kept=_kept(table, name, said),
        touched_on=days.touched_on,
        guessed=days.guessed,
    )


def _kept(table: Table, name: str, said: Cells) -> tuple[str, ...]:
    """What netlog kept of a card, and which half of the name is the family's."""
    lines = tuple(line for cell in said.plain.get("kept", ()) for line in cell.split("\n"))
    is_stated = any(name_of(line) == "N" for line in lines)
    return lines if is_stated else (*lines, *naming.halves(table, name, said))


class CsvDays(NamedTuple):
    """The days that a row says of somebody, and which of them could be read otherwise."""

    birthday: str | None
    met_on: date | None
    touched_on: date | None
    yearly: tuple[NewDate, ...]
    guessed: tuple[GuessedDay, ...]


def _days(table: Table, said: Cells, cadence: int | None) -> CsvDays:
    """Those days; what could not be read, the cadence as well, becomes a field."""
    birthday = _birthday(table, said)
    met_on = dates.day(said.first("met_on") or "", table.day_first)
    touched_on = _touched_on(table, said)
    yearly, guessed = _dates(table, said)
    guessed += _guessed(table, said, {"birthday": birthday})
    guessed += _guessed(table, said, {"met_on": met_on, "last_touch": touched_on})
    _keep_unread(said, {"met_on": met_on, "cadence_days": cadence, "last_touch": touched_on})
    return CsvDays(birthday, met_on, touched_on, tuple(yearly), tuple(guessed))


def _touched_on(table: Table, said: Cells) -> date | None:
    """The latest of the days of a last contact: its cell stands first, other days become fields."""
    cells = dict.fromkeys(said.plain.get("last_touch", ()))
    read = {cell: dates.local_day(cell, table.day_first) for cell in cells}
    # Nobody was in touch on a day to come.
    known = {cell: on for cell, on in read.items() if on and on <= table.today}
    if not cells:
        return None
    latest = max(known, key=known.__getitem__, default=next(iter(cells)))
    said.plain["last_touch"] = [latest]
    said.fields.extend(
        (EARLIER if cell in known else _UNREAD["last_touch"], cell)
        for cell in cells
        if cell != latest and (cell not in known or known[cell] != known[latest])
    )
    return known.get(latest)


def _guessed(table: Table, said: Cells, read: Mapping[str, object]) -> list[GuessedDay]:
    """Those days that could be read with day and month the other way round."""
    typed = ((what, said.first(what) or "", one) for what, one in read.items())
    return [
        GuessedDay(_UNREAD.get(what, what), cell, str(one))
        for what, cell, one in typed
        if one and not table.is_sure and dates.is_ambiguous(cell)
    ]


def _dates(table: Table, said: Cells) -> tuple[list[NewDate], list[GuessedDay]]:
    """Days of every year, and those that could be read otherwise; what is no day is a field."""
    typed = [(label, cell) for label in YEARLY for cell in said.plain.get(label, ())]
    typed += [
        (parts.get("label", "").removeprefix("*").strip() or slot, parts["value"])
        for (kind, slot), parts in said.slotted.items()
        if kind == "event" and "value" in parts
    ]
    found: list[NewDate] = []
    guessed: list[GuessedDay] = []
    for label, cell in typed:
        for one in split(table, cell):
            if not one.strip("0/.- "):
                continue  # 00.00.00, for a day that is not known
            on = dates.yearly(one, table.day_first, table.today)
            if on:
                found.append(NewDate(label, on))
            else:
                said.fields.append((label, one))
            if on is None or (not table.is_sure and dates.is_ambiguous(one)):
                guessed.append(GuessedDay(label, one, on))
    return found, guessed


def _relations(table: Table, said: Cells) -> Iterator[IncomingRelation]:
    """Who belongs to them: a column says as what, or another beside it does."""
    for (kind, slot), parts in said.slotted.items():
        if kind == "relation" and (value := parts.get("value")):
            word = parts.get("label", "").removeprefix("*").strip() or _VAGUE
            if slot in OF_SEVERAL and not table.joined:
                found = _SEVERAL.split(value)
            else:
                found = split(table, value)
            for who in filter(None, map(str.strip, found)):
                yield _relation(word, who)


def _relation(word: str, said: str) -> IncomingRelation:
    """Somebody of a column of that word; a cell may say more: "Tom Orr (husband)", "Wife: Ann"."""
    name, called = said, ""
    if found := _IN_BRACKETS.fullmatch(said):
        name, called = found.groups()
    elif found := _BEFORE.fullmatch(said):
        called, name = found.groups()
    own = known(called)
    if own is None and called and found and word == _VAGUE and name == found[1]:
        own = tie(called)
    return IncomingRelation(own, name) if own else IncomingRelation(tie(word), said)


def _birthday(table: Table, said: Cells) -> str | None:
    typed = said.first("birthday")
    parts = [said.first(f"birth {part}") or "" for part in ("year", "month", "day")]
    if not typed and any(parts):
        typed = "-".join([parts[0] or "-", *(part.zfill(2) for part in parts[1:])])
    read = dates.birthday(typed or "", table.day_first, table.today)
    if typed and read is None and typed.strip("0/.- "):
        said.fields.append(("birthday", typed))
    return read


def _cadence(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 6 else None


def _in_words(said: Cells) -> tuple[str, str] | None:
    """The first cadence that is said in words, after what its column is called."""
    found = [
        (slot, parts["value"]) for (kind, slot), parts in said.slotted.items() if kind == "cadence"
    ]
    said.fields.extend(found[1:])
    return next(iter(found), None)


def _keep_unread(said: Cells, read: Mapping[str, object]) -> None:
    """What could not be read as a date or number stays as a field."""
    for what, value in read.items():
        if value is None and (typed := said.first(what)):
            said.fields.append((_UNREAD[what], typed))


def _tags(table: Table, said: Cells) -> tuple[str, ...]:
    """Groups as tags, without the one that Google puts everybody into."""
    found = _listed(table, said, "tags")
    named = (each.removeprefix(OF_GOOGLE).strip() for each in found if each not in EVERYBODY)
    return tuple(dict.fromkeys(filter(None, named)))


def _listed(table: Table, said: Cells, what: str) -> tuple[str, ...]:
    typed = said.plain.get(what, ())
    if table.joined:
        return tuple(dict.fromkeys(each for cell in typed for each in split(table, cell)))
    parted = (cell.split(";" if ";" in cell else ",") for cell in typed)
    bare = (each.strip().strip('"').strip() for cell in parted for each in cell)
    return tuple(dict.fromkeys(filter(None, bare)))
