"""BDAY and netlog's own days: a birthday in any spelling, when somebody was met, how often."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from netlog.formats import dates
from netlog.formats.mapping import Mapped
from netlog.formats.vcard import android
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import CardSheet, Placed, plain
from netlog.formats.vcard.values import ContentLine, escaped
from netlog.records.contacts import NewDate
from netlog.records.incoming import IncomingPerson
from netlog.typed import Final, TypeVar

APPLE_NO_YEAR: Final = 1604
MOST_CADENCE_DAYS: Final = 36_500
ANNIVERSARIES = (
    *("ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-MS-ANNIVERSARY"),
    "X-KADDRESSBOOK-X-ANNIVERSARY",
)
BIRTHDAYS = ("X-NETLOG-BIRTHDAY", "BDAY")
ANNIVERSARY: Final = "anniversary"
FIELD = "birthday"  # of a text that is no day
_PARTIAL: Final = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])|\d{4}|\d{3}X", re.ASCII)

Value = TypeVar("Value")


def read_birthday(card: CardLines) -> Facts:
    """The first that can be read; what cannot is kept, and a field that people see."""
    for name in BIRTHDAYS:
        found = _first(card, name, partial(birthday, day_first=card.order.day_first))
        if found is not None:
            typed = next(one.line() for one in card.all(name) if one.at in card.taken and one.value)
            card.guess(FIELD, typed, found)
            return {"birthday": found}
    found = android.birthday(card)
    unread = next((line.line() for line in card.all("BDAY") if line.at not in card.taken), "")
    if not unread or found:
        return {"birthday": found, "fields": ()}
    card.guess(FIELD, unread, None)
    return {"birthday": None, "fields": ((FIELD, unread),)}


def birthday(line: ContentLine, *, day_first: bool = False) -> str | None:
    """YYYY-MM-DD, or --MM-DD in any of the ways to leave the year out; None for what is none.

    What says a month, a year or a decade alone stays as it is: 1990-05, --05, 1990, 199X.

    A time of day is left out: the day is the one that is written.
    """
    said = line.text()
    if _PARTIAL.fullmatch(said):
        return said
    read = dates.birthday(said, day_first)
    omitted = line.params.get("X-APPLE-OMIT-YEAR")
    if read and read[:4] in (omitted, str(APPLE_NO_YEAR)):
        return f"-{read[4:]}"
    return read


def _place_birthday(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    old = [*sheet.known(*BIRTHDAYS), *sheet.kept(*BIRTHDAYS)]
    by_android = android.birthday(CardLines(sheet.known(android.NAME)))
    is_said = by_android is not None and by_android == person.birthday
    if sheet.is_as_read and (is_said or any(_is_so(line, person) for line in old)):
        sheet.said_fields.add(FIELD)
        yield from (Placed(line.at, line.raw) for line in old)
        return
    if person.birthday:
        at = next((line.at for line in old), None) if sheet.form.was_read else None
        yield Placed(at, _birthday(person.birthday, sheet.version), new=True)
        return
    for line in sheet.kept(*BIRTHDAYS):
        if not sheet.form.was_read or _is_so(line, person):
            sheet.said_fields.add(FIELD)
            yield Placed(line.at, line.raw)


def _is_so(line: ContentLine, person: IncomingPerson) -> bool:
    """Whether the line says the birthday, or the text that stands for it as a field."""
    said = {birthday(line), birthday(line, day_first=True)} - {None}
    if person.birthday in said:
        return True
    field = plain(dict(person.fields).get(FIELD))
    return person.birthday is None and (field == plain(line.line()) or field in (said or {""}))


def _birthday(said: str, version: str) -> str:
    yearless = said.startswith("--")
    if len(said) != (7 if yearless else 10):
        if said.endswith("X") or version != "4.0":
            return f"X-NETLOG-BIRTHDAY:{said}"
        return f"BDAY:{said}"
    if version == "4.0":
        return "BDAY:" + ("--" if yearless else "") + said.replace("-", "")
    if yearless:
        day = f"{APPLE_NO_YEAR}{said[1:]}"
        return f"BDAY;X-APPLE-OMIT-YEAR={APPLE_NO_YEAR};VALUE=date:{day}"
    return f"BDAY;VALUE=date:{said}"


def _first(
    card: CardLines, name: str, reader: Callable[[ContentLine], Value | None]
) -> Value | None:
    """The first line of that name that can be read; the others are kept."""
    for line in card.all(name):
        found = reader(line)
        if found is not None or not line.value:
            card.take(line)
        if found is not None:
            return found
    return None


def _read_dates(card: CardLines) -> Facts:
    """Days of every year: ANNIVERSARY, and what Apple and Android label as they like.

    What cannot be read is kept, and a field that people see.
    """
    found: list[NewDate] = []
    unread: list[tuple[str, str]] = []
    for name in (*ANNIVERSARIES, "X-ABDATE"):
        for line in card.all(name):
            label = _label(line, card)
            on = _yearly(line, day_first=card.order.day_first)
            if on:
                card.take(line)
                if name == "X-ABDATE":
                    card.take_label(line)
                found.append(NewDate(label, on))
            elif line.line():
                unread.append((label, line.line()))
            if line.line():
                card.guess(label, line.line(), on)
    return {"dates": (*found, *android.dates(card)), "fields": tuple(unread)}


def _label(line: ContentLine, card: CardLines) -> str:
    return (card.label(line) or "date") if line.name == "X-ABDATE" else ANNIVERSARY


def _yearly(line: ContentLine, *, day_first: bool = False) -> str | None:
    on = birthday(line, day_first=day_first)
    return on if on and len(on) == (7 if on.startswith("--") else 10) else None


def _place_dates(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """Each as it stands; the first anniversary that is new as vCard 4.0 has it, others as Apple."""
    left = list(person.dates)
    stood: dict[str, ContentLine] = {}
    for line in sheet.kept(*ANNIVERSARIES, "X-ABDATE"):
        label = _label(line, CardLines([line, *sheet.labels_of([line])]))
        if sheet.has_field(label, line.line()):
            sheet.said_fields.add(label.casefold())
    for line in [*sheet.known(*ANNIVERSARIES, "X-ABDATE"), *sheet.known(android.NAME)]:
        both = [line, *sheet.labels_of([line])]
        cards = [CardLines(both), CardLines(both, dates.DayOrder(day_first=True))]
        read = [said for card in cards for said in _read_dates(card)["dates"]]
        found = [_same(said, left) for said in dict.fromkeys(read)]
        is_alike = line.name == "X-ABDATE" and sheet.form.version in ("3.0", "4.0")
        is_alike = is_alike and not any(d and d.label.casefold() == ANNIVERSARY for d in found)
        if not (sheet.is_as_read or is_alike):
            stood |= {date.label: line for date in found if date and line.name != android.NAME}
            continue
        # Two lines that say one day both stay; of two days of one label the second is a field.
        is_said = any(found) or any(_same(said, list(person.dates)) for said in read)
        if not is_said and not any(sheet.say_field(one.label, one.on) for one in read):
            continue
        left = [date for date in left if date not in found]
        if line.name != android.NAME:
            yield Placed(line.at, line.raw)
    is_first = sheet.version == "4.0" and not sheet.known(*ANNIVERSARIES)
    for date_ in left:
        is_anniversary = date_.label.casefold() == ANNIVERSARY
        old = stood.get(date_.label)
        at = old.at if old and sheet.form.was_read else None
        for text in _date(date_, sheet, old, standard=is_anniversary and is_first):
            yield Placed(at, text, new=True)
        is_first = is_first and not is_anniversary


def _same(said: NewDate, dates_: list[NewDate]) -> NewDate | None:
    """The date of that label and day."""
    label = plain(said.label).casefold()
    return next((d for d in dates_ if plain(d.label).casefold() == label and d.on == said.on), None)


def _date(
    said: NewDate, sheet: CardSheet, stood: ContentLine | None, *, standard: bool
) -> Iterator[str]:
    group = sheet.group_of(stood)
    if standard:
        sheet.drop("ANNIVERSARY")
        day = ("--" if said.on.startswith("--") else "") + said.on.replace("-", "")
        yield f"{group}.ANNIVERSARY:{day}" if group else f"ANNIVERSARY:{day}"
        return
    group = group or sheet.new_group()
    omitted, day = "", said.on
    if day.startswith("--"):
        omitted, day = f";X-APPLE-OMIT-YEAR={APPLE_NO_YEAR}", f"{APPLE_NO_YEAR}{day[1:]}"
    is_anniversary = said.label.casefold() == ANNIVERSARY
    label = "_$!<Anniversary>!$_" if is_anniversary else escaped(said.label)
    yield f"{group}.X-ABDATE{omitted}:{day}"
    yield f"{group}.X-ABLabel:{label}"


def _read_met_on(card: CardLines) -> Facts:
    return {"met_on": _first(card, "X-NETLOG-MET-ON", _day)}


def _day(line: ContentLine) -> date | None:
    try:
        return date.fromisoformat(line.text())
    except ValueError:
        return None


def _write_met_on(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if person.met_on:
        yield f"X-NETLOG-MET-ON:{person.met_on.isoformat()}"


def _read_cadence(card: CardLines) -> Facts:
    return {"cadence_days": _first(card, "X-NETLOG-CADENCE", _cadence)}


def _cadence(line: ContentLine) -> int | None:
    text = line.text()
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
    return days if 0 <= days <= MOST_CADENCE_DAYS else None


def _write_cadence(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    # Who came in by a card is never due unless somebody says so, and need not be told.
    is_told = person.cadence_days or not sheet.form.was_read
    if person.cadence_days is not None and is_told:
        yield f"X-NETLOG-CADENCE:{person.cadence_days}"


def _placed_elsewhere(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    yield from ()


PROPERTIES = (
    Property(
        (
            Mapped(
                "birthday",
                "BDAY in any spelling, with or without its year, else the field birthday; "
                "X-NETLOG-BIRTHDAY of a decade, in 3.0 of less",
                "time of day, a second one, the years 1604 and 0001",
            ),
        ),
        BIRTHDAYS,
        read_birthday,
        _placed_elsewhere,
        _place_birthday,
    ),
    Property(
        (
            Mapped(
                "dates",
                "ANNIVERSARY, X-ABDATE with its X-ABLabel, X-ANDROID-CUSTOM; the first anniversary "
                "in 4.0 as ANNIVERSARY",
                "whether this year's was kept",
            ),
        ),
        (*ANNIVERSARIES, "X-ABDATE"),
        _read_dates,
        _placed_elsewhere,
        _place_dates,
    ),
    Property(
        (Mapped("met_on", "X-NETLOG-MET-ON"),), ("X-NETLOG-MET-ON",), _read_met_on, _write_met_on
    ),
    Property(
        (Mapped("cadence_days", "X-NETLOG-CADENCE"),),
        ("X-NETLOG-CADENCE",),
        _read_cadence,
        _write_cadence,
    ),
)
