"""A person from one row of CSV: what the columns hold, put together; nothing is lost silently."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from netlog.formats import dates
from netlog.formats.csv.rows import CsvRow
from netlog.formats.csv.table import Cells, Table, said_of
from netlog.formats.csv.values import Labelled, emails, phones, profiles, urls
from netlog.formats.csv.vocabulary import OF_SEVERAL
from netlog.records.contacts import NewDate, OtherName
from netlog.records.incoming import (
    COMPANY,
    Declined,
    GuessedDay,
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
    IncomingRelation,
)
from netlog.relating import tie

_UNREAD = {"met_on": "met on", "cadence_days": "cadence", "last_touch": "last contact"}
_EMPTY = "The row is empty but for what the program writes by itself."
NOBODY = "The row has no name, e-mail address or organization."
JOIN = " ::: "
_JOINED = re.compile(r"(?<![\\:]):::")
OF_GOOGLE = "* "  # before a group that Google made
EVERYBODY = frozenset({"* myContacts", "* My Contacts", "myContacts", "My Contacts"})

# Between several people in one cell: "Ida, Max and Tim".
_SEVERAL = re.compile(r"[,;&/\n]|\band\b|\bund\b|\bet\b|\by\b")
_KINDS = ("email", "phone", "url", "address", "handle", "profile")
_UNTITLED = frozenset({"untitled", "new contact", "no name", "(no name)", "unknown"})
_NAME_PARTS = {
    "prefix": "name prefix",
    "given": "first name",
    "additional": "middle name",
    "family": "last name",
    "suffix": "name suffix",
}
# What follows a comma in the names of companies and of people, and is no first name.
_FORMS = frozenset(
    {"inc", "llc", "ltd", "corp", "gmbh", "ag", "jr", "sr", "phd", "md", "esq", "ii"}
)
_NAMED_BY = ("name", "given", "additional", "family", "nickname")
_JOB_PARTS = frozenset({"value", "title", "department", "label", "yomi name"})
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
YEARLY = ("anniversary", "name day")
_ADDRESS = (
    *("street", "street 2", "street 3", "extended", "box", "city", "county", "region", "code"),
    "country",
)


def incoming(table: Table, row: CsvRow) -> IncomingPerson | IncomingOrganization | Declined:
    """Who the row is about, a company where it names nobody else; Declined when it says nobody."""
    said = said_of(table, row)
    found = _person(table, row, said)
    if isinstance(found, IncomingPerson) and _is_company(found, said):
        return _company(found)
    return found


def _is_company(one: IncomingPerson, said: Cells) -> bool:
    """Whether it is one, as the row says or since nobody is named, and nothing is of a person."""
    if COMPANY in one.kept:
        return True
    theirs = (one.title, one.birthday, one.met_on, one.introduced_by, one.how_met, *_lists(one))
    return one.name == one.organization and not any(map(said.first, _NAMED_BY)) and not any(theirs)


def _lists(one: IncomingPerson) -> tuple[Any, ...]:
    held = (one.names, one.dates, one.relations, one.jobs, one.circles)
    return (*held, one.cadence_days, one.touched_on)


def _company(one: IncomingPerson) -> IncomingOrganization:
    """The row as one; what it has no place for stands in its notes, its groups are kept."""
    tags = ",".join(tag.replace(",", "\\,") for tag in one.tags)
    told = [one.notes, "\n".join(f"{key}: {value}" for key, value in one.fields)]
    return IncomingOrganization(
        one.row,
        one.organization or one.name,
        uid=one.uid,
        aliases=tuple(filter(None, (one.nickname, *(name.value for name in one.names)))),
        city=one.city,
        methods=one.methods,
        notes="\n\n".join(filter(None, told)) or None,
        kept=(*one.kept, *([f"CATEGORIES:{tags}"] if tags else [])),
    )


def person(table: Table, row: CsvRow) -> IncomingPerson | Declined:
    """Somebody of the row, who is called as the company where it names nobody."""
    return _person(table, row, said_of(table, row))


def _person(table: Table, row: CsvRow, said: Cells) -> IncomingPerson | Declined:
    methods, city, called = _methods(table, said)
    jobs = list(_jobs(table, said))
    organization, title = _present(said, jobs)
    email = next((each.value for each in methods if each.kind == "email"), None)
    nickname, *further = (*unjoined(said.first("nickname") or ""), "")
    name = _name(table, said) or called or nickname or organization or email
    if not name:
        return Declined(row.number, NOBODY, source=row.source)
    if name.casefold() in _UNTITLED and not (methods or organization):
        return Declined(row.number, _EMPTY, rejected=False, source=row.source)
    birthday = _birthday(table, said)
    met_on = dates.day(said.first("met_on") or "", table.day_first)
    touched_on = dates.local_day(said.first("last_touch") or "", table.day_first)
    yearly, guessed = _dates(table, said)
    guessed += _guessed(table, said, {"birthday": birthday})
    guessed += _guessed(table, said, {"met_on": met_on, "last_touch": touched_on})
    cadence = _cadence(said.first("cadence_days"))
    _keep_unread(said, {"met_on": met_on, "cadence_days": cadence, "last_touch": touched_on})
    return IncomingPerson(
        row.number,
        name,
        uid=said.first("uid"),
        nickname=nickname or None,
        names=tuple(_names(said, further)),
        dates=tuple(yearly),
        organization=organization,
        title=title,
        city=said.first("city") or city,
        birthday=birthday,
        how_met=said.first("how_met"),
        met_on=met_on,
        introduced_by=said.first("introduced_by"),
        circles=_listed(table, said, "circles"),
        tags=_tags(table, said),
        methods=methods,
        cadence_days=cadence,
        notes="\n\n".join(said.plain.get("notes", ())) or None,
        fields=tuple(said.fields),
        relations=tuple(_relations(table, said)),
        jobs=tuple(jobs),
        kept=tuple(line for cell in said.plain.get("kept", ()) for line in cell.split("\n")),
        touched_on=touched_on,
        guessed=tuple(guessed),
    )


def _guessed(table: Table, said: Cells, read: Mapping[str, object]) -> list[GuessedDay]:
    """Those days that could be read with day and month the other way round."""
    typed = ((what, said.first(what) or "", one) for what, one in read.items())
    return [
        GuessedDay(_UNREAD.get(what, what), cell, str(one))
        for what, cell, one in typed
        if one and not table.is_sure and dates.is_ambiguous(cell)
    ]


def _name(table: Table, said: Cells) -> str | None:
    """The whole name, else its parts; what the whole does not hold of them becomes a field."""
    whole = said.first("name")
    parts = {part: said.first(part) for part in ("given", "additional", "family")}
    other = parts["given" if table.half == "family" else "family"]
    if table.half and whole and other and not set(other.split()) & set(whole.split()):
        parts[table.half], whole = whole, None
    name = whole or _joined(parts) or _turned(said.first("file as"), said.first("organization"))
    for part, called in _NAME_PARTS.items():
        value = said.first(part) or ""
        if not set(value.split()) <= set((name or "").split()):
            said.fields.append((called, value))
    return name


def _turned(filed: str | None, organization: str | None) -> str | None:
    """What somebody is filed under as it is said: "Hopper, Grace" is Grace Hopper."""
    family, comma, given = (filed or "").partition(",")
    if filed == organization or not comma or "," in given or given.strip(" .").lower() in _FORMS:
        return filed
    return f"{given.strip()} {family.strip()}".strip()


def _joined(parts: Mapping[str, str | None]) -> str:
    """The parts as they are said: in Chinese, Japanese and Korean the family comes first."""
    given, family = parts["given"], parts["family"]
    if given and family and _CJK.search(given) and _CJK.search(family):
        return f"{family} {given}"
    return " ".join(filter(None, parts.values()))


def _names(said: Cells, nicknames: Sequence[str]) -> Iterator[OtherName]:
    """The names beside those in use: further nicknames, former ones, how they are spoken."""
    yield from (OtherName("nickname", one) for one in nicknames if one)
    for kind in ("former", "phonetic_first", "phonetic_last"):
        parts = (one for cell in said.plain.get(kind, ()) for one in unjoined(cell))
        yield from (OtherName(kind, one.strip()) for one in parts if one.strip())


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
        for one in _split(table, cell):
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


def _methods(table: Table, said: Cells) -> tuple[tuple[IncomingMethod, ...], str | None, str]:
    """The ways to reach somebody by kind, the city of the first address, a name by an e-mail."""
    found: list[IncomingMethod] = []
    cities: list[str] = []
    called = ""
    for (kind, slot), parts in said.slotted.items():
        if kind not in _KINDS:
            continue
        typed = parts.get("label", "")
        preferred = typed.startswith("*")
        label = typed.removeprefix("*").strip() or parts.get("service") or None
        if kind == "address":
            city = parts.get("city") or (said.first("city") if slot == "address" else None)
            cities += [city] if city else []
            whole = {**parts, "city": city} if city else parts
            addresses = _addresses(table, whole, cities[0] if cities else "")
            values: list[Labelled] = [(value, None) for value in addresses]
        elif kind == "profile":
            found += profiles(parts["value"], label or "")
            continue
        else:
            values, name = _several(table, kind, parts.get("value", ""))
            called = called or name
        found += [IncomingMethod(kind, value, own or label, preferred) for value, own in values]
    found.sort(key=lambda each: _KINDS.index(each.kind))
    return tuple(dict.fromkeys(found)), cities[0] if cities else None, called


def _several(table: Table, kind: str, cell: str) -> tuple[list[Labelled], str]:
    """The values of a cell with what each is called there, and a name that stands before an e-mail.

    Google joins them by a sign of its own, and calls them elsewhere.
    """
    found: list[Labelled] = []
    called = ""
    for one in _split(table, cell):
        if table.joined or kind not in ("email", "phone", "url"):
            found.append((one, None))
        elif kind == "email":
            mails, name = emails(one)
            called = called or name
            found += mails
        else:
            found += phones(one) if kind == "phone" else [(each, None) for each in urls(one)]
    return found, called


def _addresses(table: Table, parts: dict[str, str], city: str) -> list[str]:
    """The address in one line; none when it is the person's city alone."""
    if whole := parts.get("formatted") or parts.get("value"):
        return [_one_line(each) for each in _split(table, whole)]
    said = [" ".join(parts[part].split()) for part in _ADDRESS if part in parts]
    return [", ".join(said)] if said and said != [city] else []


def _one_line(text: str) -> str:
    return ", ".join(filter(None, map(str.strip, text.splitlines())))


def _jobs(table: Table, said: Cells) -> Iterator[tuple[str | None, str | None]]:
    for (kind, _), parts in said.slotted.items():
        if kind == "job":
            yield from _paired(table, parts.get("value", ""), parts.get("title", ""))
            if department := parts.get("department"):
                said.fields.append(("department", department))
            further = ((part, parts[part]) for part in parts if part not in _JOB_PARTS)
            said.fields.extend((f"organization {part}", value) for part, value in further)


def _relations(table: Table, said: Cells) -> Iterator[IncomingRelation]:
    """Who belongs to them: a column says as what, or another beside it does."""
    for (kind, slot), parts in said.slotted.items():
        if kind == "relation" and (value := parts.get("value")):
            word = parts.get("label", "").removeprefix("*").strip() or "contact"
            if slot in OF_SEVERAL and not table.joined:
                found = _SEVERAL.split(value)
            else:
                found = _split(table, value)
            for who in filter(None, map(str.strip, found)):
                yield IncomingRelation(tie(word), who)


def _present(
    said: Cells, jobs: list[tuple[str | None, str | None]]
) -> tuple[str | None, str | None]:
    """Organization and title; `jobs` keeps the others."""
    if department := said.first("department"):
        said.fields.append(("department", department))
    organization, title = said.first("organization"), said.first("title")
    if organization or not jobs or ("job", "former 1") in said.slotted:
        return organization, title
    if title:
        said.fields.append(("occupation", title))
    return jobs.pop(0)


def _paired(
    table: Table, organizations: str, titles: str
) -> Iterator[tuple[str | None, str | None]]:
    names, roles = _split(table, organizations), _split(table, titles)
    for at in range(max(len(names), len(roles))):
        name = names[at] if at < len(names) else None
        yield name, roles[at] if at < len(roles) else None


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
        return tuple(dict.fromkeys(each for cell in typed for each in _split(table, cell)))
    parted = (cell.split(";" if ";" in cell else ",") for cell in typed)
    bare = (each.strip().strip('"').strip() for cell in parted for each in cell)
    return tuple(dict.fromkeys(filter(None, bare)))


def _split(table: Table, cell: str) -> list[str]:
    parts = unjoined(cell) if table.joined else [cell]
    return [part.strip() for part in parts if part.strip()]


def unjoined(cell: str) -> list[str]:
    """The values that Google's sign joins in a cell; a backslash before it makes it text."""
    return [part.replace("\\:::", ":::").strip() for part in _JOINED.split(cell)]
