"""A card's content lines as a person: which property is which of netlog's words.

What has no place in netlog, or cannot be read as what it should be, is kept as it stands.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeVar

from netlog.formats.vcard.methods import KINDS, apple_word, method_label, method_value, read_address
from netlog.formats.vcard.properties import Properties, unpreferred
from netlog.formats.vcard.values import ContentLine, on_one_line
from netlog.records.contacts import NameKind, NewDate, OtherName
from netlog.records.incoming import IncomingMethod, IncomingPerson, Left

FORMER = "former"  # the group of a job that is over: former1.ORG, former1.TITLE
APPLE_NO_YEAR = 1604
EVERYBODY = ("myContacts", "My Contacts", "* myContacts")  # Google's group of all
INTRODUCED_BY = "x-introduced-by"
MOST_CADENCE_DAYS = 36_500

MAIDEN_NAMES = ("X-MAIDENNAME", "X-MAIDEN-NAME")
OTHER_NAMES: Final[dict[str, NameKind]] = {
    "X-NETLOG-FORMER-NAME": "former",
    **dict.fromkeys(MAIDEN_NAMES, "former"),
    "X-NETLOG-MERGED-NAME": "merged",
    "X-PHONETIC-FIRST-NAME": "phonetic_first",
    "X-PHONETIC-LAST-NAME": "phonetic_last",
}
ANNIVERSARIES = ("ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY")
_INTRODUCERS = {INTRODUCED_BY, "introduced by", "referred by", "referred_by", "referredby"}
_NOBODY = {"location", "thing", "device", "application", "room", "resource"}
_OF_THE_FILE = ("VERSION", "PRODID", "REV", "PROFILE")
_PARTIAL: Final = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])|\d{4}|\d{3}X", re.ASCII)
_UNNAMED_YEAR: Final = 2000  # a leap year, so that 29 February is a day

Value = TypeVar("Value")
Jobs = tuple[tuple[str | None, str | None], ...]


def person(
    row: int, lines: list[ContentLine], groups: Mapping[str, tuple[str, ...]]
) -> IncomingPerson | Left:
    """The person of a card, or why it is none; groups holds names of groups by a member's uid."""
    card = Properties(lines)
    for property_ in _OF_THE_FILE:
        for line in card.all(property_):
            card.take(line)
    refusal = _nobody(card)
    if refusal:
        return Left(row, refusal, rejected=False)
    uid = card.first("UID")
    methods, city = _methods(card)
    organization, title, jobs, department = _jobs(card)
    nickname, *further = (*card.parts("NICKNAME"), None)
    name = _name(card) or nickname or organization or _reached_as(methods)
    if not name:
        return Left(row, "it names nobody: it has no name, organization, e-mail or phone")
    emails = (method.value for method in methods if method.kind == "email")
    called = [*filter(None, [bare_uid(uid)]), *(f"mailto:{email}" for email in emails)]
    member_of = (name for key in called for name in groups.get(key.casefold(), ()))
    tags = (*card.parts("CATEGORIES"), *member_of)
    return IncomingPerson(
        row,
        name,
        uid=uid,
        nickname=nickname,
        names=tuple(_other_names(card, further)),
        dates=tuple(_dates(card)),
        organization=organization,
        title=title,
        city=city,
        birthday=_read(card, "BDAY", birthday) or _read(card, "X-NETLOG-BIRTHDAY", birthday),
        how_met=card.first("X-NETLOG-HOW-MET"),
        met_on=_read(card, "X-NETLOG-MET-ON", _day),
        introduced_by=_introduced_by(card),
        circles=card.parts("X-NETLOG-CIRCLES"),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag not in EVERYBODY)),
        methods=methods,
        cadence_days=_read(card, "X-NETLOG-CADENCE", _cadence),
        notes=_notes(card),
        fields=department + _fields(card),
        jobs=jobs,
        kept=card.kept(),
    )


def _other_names(card: Properties, nicknames: Iterable[str | None]) -> Iterator[OtherName]:
    for property_, kind in OTHER_NAMES.items():
        for line in card.all(property_):
            # A maiden name goes back to who wrote it so.
            if property_ not in MAIDEN_NAMES:
                card.take(line)
            if text := line.line():
                yield OtherName(kind, text)
    yield from (OtherName("nickname", one) for one in nicknames if one)


def _dates(card: Properties) -> Iterator[NewDate]:
    """Days of every year: ANNIVERSARY, and what Apple labels as it likes."""
    for property_ in ANNIVERSARIES:
        for line in card.all(property_):
            on = birthday(line)
            if on and _is_day(on):
                card.take(line)
                yield NewDate("anniversary", on)
    for line in card.all("X-ABDATE"):
        on = birthday(line)
        if on and _is_day(on):
            card.take(line)
            yield NewDate(card.take_label(line) or "date", on)


def _is_day(on: str) -> bool:
    return len(on) == (7 if on.startswith("--") else 10)


def kind(lines: list[ContentLine]) -> str:
    """What the card is of, in lower case: individual unless it says otherwise."""
    for line in lines:
        if line.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND"):
            return line.text().lower() or "individual"
    return "individual"


def group(lines: list[ContentLine]) -> tuple[str, list[str]]:
    """The name of a group card and the uids of its members."""
    card = Properties(lines)
    members = [*card.all("MEMBER"), *card.all("X-ADDRESSBOOKSERVER-MEMBER")]
    uids = (bare_uid(line.text()) for line in members)
    return _name(card) or "", [uid.casefold() for uid in uids if uid]


def bare_uid(text: str | None) -> str | None:
    """A uid without the urn:uuid: that some programs write before it and others leave out."""
    if text and text[:9].lower() == "urn:uuid:":
        text = text[9:]
    return text or None


def default_n(name: str) -> tuple[str, str]:
    """Family and given name as they are guessed from a whole name: the last word is the family."""
    given, _, family = name.rpartition(" ")
    return (family, given.strip()) if given else ("", name)


def _nobody(card: Properties) -> str:
    said = kind(card.lines)
    if said == "group":
        return "it is a group: its name is a tag of its members"
    if said in _NOBODY:
        return "it is a place or a thing, not a person"
    if said == "individual":
        for line in [*card.all("KIND"), *card.all("X-ADDRESSBOOKSERVER-KIND")]:
            card.take(line)
    return ""


def _name(card: Properties) -> str | None:
    """FN, else N in reading order.

    N stays kept unless it is what FN says anyway; FN stays beside it when the two disagree, so that
    the writer can tell a person renamed since from one who always had two names.
    """
    name = full = card.first("FN")
    for line in card.all("N"):
        parts = [*line.texts(";"), "", "", "", ""]
        family, given, *rest = parts[:5]
        name = name or " ".join(filter(None, (rest[1], given, rest[0], family, rest[2]))) or None
        said = bool(name and not any(rest) and (family, given) == default_n(name))
        if said or not any(parts):
            card.take(line)
        elif full and not says_same(full, family, given):
            card.leave("FN", full)
    return on_one_line(name) if name else None


def says_same(name: str, family: str, given: str) -> bool:
    """Whether a whole name has all words of family and given name."""
    return set(name.casefold().split()).issuperset(f"{family} {given}".casefold().split())


def _methods(card: Properties) -> tuple[tuple[IncomingMethod, ...], str | None]:
    methods: list[IncomingMethod] = []
    cities: list[tuple[bool, str]] = []
    for line in card.lines:
        kind = KINDS.get(line.name)
        if kind is None:
            continue
        structured = False
        if kind == "address":
            address = read_address(line)
            if address.city:
                cities.append((not (address.only_city or line.params.preferred), address.city))
            structured = address.structured
            value = "" if address.only_city else address.text
            label = method_label(line)
        else:
            value, label = method_value(line, kind)
            if line.name == "X-SOCIALPROFILE" and "://" in value:
                kind = "url"
        if not structured:  # the parts of an address would be lost in its text
            card.take(line)
        if value:
            label = card.take_label(line) or label
            methods.append(IncomingMethod(kind, value, label, line.params.preferred))
    city = min(cities, key=lambda found: found[0])[1] if cities else None
    return tuple(methods), city


def _reached_as(methods: tuple[IncomingMethod, ...]) -> str | None:
    """What to call somebody without any name; an address is not a person."""
    return next((method.value for method in methods if method.kind != "address"), None)


def _jobs(card: Properties) -> tuple[str | None, str | None, Jobs, tuple[tuple[str, str], ...]]:
    """Organization and title, further jobs, and the department as a field.

    Organizations and titles belong together by their group, else by their order.
    """
    former = [line for line in card.lines if line.group.lower().startswith(FORMER)]
    pairs: dict[str, list[str | None]] = {line.group.lower(): [None, None] for line in former}
    department: tuple[tuple[str, str], ...] = ()
    for at, name in enumerate(("ORG", "TITLE")):
        number = 0
        for line in sorted(card.all(name), key=unpreferred):
            over = line.group.lower() in pairs
            texts: list[str] = line.texts(";") if name == "ORG" else [line.text()]
            texts = list(map(on_one_line, texts))
            card.take(line)
            if not any(texts):
                continue
            key = line.group.lower() if over else f" {number}"
            number += not over
            if over or number > 1:
                texts = ["; ".join(part for part in texts if part)]
            elif any(texts[1:]):
                department = (("department", "; ".join(filter(None, texts[1:]))),)
            pairs.setdefault(key, [None, None])[at] = texts[0] or None
    organization, title = pairs.pop(" 0", (None, None))
    jobs = tuple((org, said) for org, said in pairs.values() if org or said)
    return organization, title, jobs, department


def _introduced_by(card: Properties) -> str | None:
    found = None
    for line in [*card.all("RELATED"), *card.all("X-ABRELATEDNAMES")]:
        label = card.labels.get(line.group) if line.group else None
        word = apple_word(label.text()) if label else ""
        if found or not ({word.lower(), *line.params.types} & _INTRODUCERS):
            continue
        found = bare_uid(line.text())
        card.take(line)
        card.take_label(line)
    return found


def _notes(card: Properties) -> str | None:
    notes = []
    for line in card.all("NOTE"):
        card.take(line)
        notes.append(line.text())
    return "\n\n".join(filter(None, notes)) or None


def _fields(card: Properties) -> tuple[tuple[str, str], ...]:
    found = []
    for line in card.all("X-NETLOG-FIELD"):
        texts = line.texts(";")
        if len(texts) == 2 and texts[0]:
            card.take(line)
            found.append((texts[0], texts[1]))
    return tuple(found)


def _read(
    card: Properties, name: str, reader: Callable[[ContentLine], Value | None]
) -> Value | None:
    """The first line of that name that can be read; the others are kept."""
    for line in card.all(name):
        found = reader(line)
        if found is not None or not line.value:
            card.take(line)
        if found is not None:
            return found
    return None


def birthday(line: ContentLine) -> str | None:
    """YYYY-MM-DD, or --MM-DD in any of the four ways to leave the year out; None for what is none.

    What says a month, a year or a decade alone stays as it is: 1990-05, --05, 1990, 199X.

    A time of day is left out: the day is the one that is written.
    """
    said = line.text()
    if _PARTIAL.fullmatch(said):
        return said
    text = said.partition("T")[0].replace("-", "")
    yearless = said.startswith("--")
    if not (text.isascii() and text.isdigit() and len(text) == (4 if yearless else 8)):
        return None
    year = _UNNAMED_YEAR if yearless else int(text[:4])
    omitted = line.params.get("X-APPLE-OMIT-YEAR") == str(year).zfill(4)
    try:
        day = date(year, int(text[-4:-2]), int(text[-2:]))
    except ValueError:
        return None
    if yearless or omitted or year == APPLE_NO_YEAR:
        return f"--{day:%m-%d}"
    return day.isoformat()


def _day(line: ContentLine) -> date | None:
    try:
        return date.fromisoformat(line.text())
    except ValueError:
        return None


def _cadence(line: ContentLine) -> int | None:
    text = line.text()
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
    return days if 0 <= days <= MOST_CADENCE_DAYS else None
