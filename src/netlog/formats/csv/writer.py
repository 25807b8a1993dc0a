"""People as CSV under Google's column names, safe in a spreadsheet, lossless for netlog.

The first character is a byte order mark: without it Excel takes UTF-8 for something else.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from netlog.formats.circumstances import Going
from netlog.formats.csv.people import OF_GOOGLE
from netlog.formats.csv.rows import guarded
from netlog.formats.csv.table import JOIN
from netlog.formats.vcard.stated import halves
from netlog.records.contacts import OtherName
from netlog.records.incoming import COMPANY, IncomingMethod, IncomingOrganization, IncomingPerson

BOM = "\ufeff"

_METHODS = (
    ("email", "E-mail", "Value"),
    ("phone", "Phone", "Value"),
    ("url", "Website", "Value"),
    ("address", "Address", "Formatted"),
    ("handle", "IM", "Value"),
)
_FIXED = (
    *("Name", "First Name", "Last Name", "Nickname", "Organization Name", "Organization Title"),
    *("Birthday", "Notes", "Labels", "City", "How met", "Met on", "Introduced by", "Circles"),
    *("Cadence days", "UID", "Kept"),
)
_ASKS_FOR_QUOTES = re.compile(r'[,"\r\n;\t|]')
# Columns that are there only where somebody has such a name.
_NAMES = (
    ("former", "Former Name"),
    ("phonetic_first", "Phonetic First Name"),
    ("phonetic_last", "Phonetic Last Name"),
)


def write(told: Iterable[IncomingPerson | IncomingOrganization], going: Going) -> Iterator[str]:
    """The text in pieces, a row each: first the header, as wide as the person with the most.

    Those told are gone through twice, as all of them might be too much to hold.
    """
    widest = Counter[str]()
    for one in told:
        for key, width in _widths(one):
            widest[key] = max(widest[key], width)
    widths = {kind: max(1, widest[kind]) for kind, _, _ in _METHODS}
    jobs, relations, fields, events = (
        widest[key] for key in ("jobs", "relations", "fields", "dates")
    )
    names = [kind for kind, _ in _NAMES if widest[kind]]
    header = [
        *_FIXED,
        *(name for kind, name in _NAMES if kind in names),
        *(
            f"{name} {n} - {part}"
            for kind, name, value in _METHODS
            for n in range(1, widths[kind] + 1)
            for part in ("Label", value)
        ),
        *(f"Former {n} - {part}" for n in range(1, jobs + 1) for part in ("Organization", "Title")),
        *(f"Relation {n} - {part}" for n in range(1, relations + 1) for part in ("Label", "Value")),
        *(f"Event {n} - {part}" for n in range(1, events + 1) for part in ("Label", "Value")),
        *(
            f"Custom Field {n} - {part}"
            for n in range(1, fields + 1)
            for part in ("Label", "Value")
        ),
    ]
    yield BOM + _line(header)
    for one in told:
        person = one if isinstance(one, IncomingPerson) else _of_company(one)
        cells = [*_fixed(person)]
        cells += [_joined(_called(person, kind)) for kind in names]
        for kind, _, _ in _METHODS:
            ours = [each for each in person.methods if each.kind == kind]
            cells += _padded((_labelled(each) for each in ours), widths[kind])
        cells += _padded(((_one(at), _one(what)) for at, what in person.jobs), jobs)
        cells += _padded(((one.tie.said, _one(one.who)) for one in person.relations), relations)
        cells += _padded(((one.label, one.on) for one in person.dates), events)
        cells += _padded(person.fields, fields)
        yield _line(cells)


def _of_company(one: IncomingOrganization) -> IncomingPerson:
    """A company as Google has it: a row that names nobody."""
    return IncomingPerson(
        one.row,
        "",
        uid=one.uid,
        nickname=next(iter(one.aliases), None),
        names=tuple(OtherName("nickname", alias) for alias in one.aliases[1:]),
        organization=one.name,
        city=one.city,
        methods=one.methods,
        notes=one.notes,
        kept=one.kept if COMPANY in one.kept else (*one.kept, COMPANY),
    )


def _widths(one: IncomingPerson | IncomingOrganization) -> Iterator[tuple[str, int]]:
    """How many columns of each kind there are of one."""
    yield from Counter(method.kind for method in one.methods).items()
    if isinstance(one, IncomingPerson):
        yield from Counter(name.kind for name in one.names).items()
        yield "jobs", len(one.jobs)
        yield "relations", len(one.relations)
        yield "fields", len(one.fields)
        yield "dates", len(one.dates)


def _fixed(person: IncomingPerson) -> tuple[str | None, ...]:
    family, given = halves(person.name, person.kept)
    return (
        person.name,
        given,
        family or None,
        _joined(_nicknames(person)),
        person.organization,
        person.title,
        person.birthday,
        person.notes,
        _joined(map(_tag, person.tags)),
        person.city,
        person.how_met,
        person.met_on.isoformat() if person.met_on else None,
        person.introduced_by,
        _joined(person.circles),
        None if person.cadence_days is None else str(person.cadence_days),
        person.uid,
        "\n".join(person.kept),
    )


def _nicknames(person: IncomingPerson) -> list[str]:
    return [one for one in (person.nickname, *_called(person, "nickname")) if one]


def _called(person: IncomingPerson, kind: str) -> list[str]:
    return [one.value for one in person.names if one.kind == kind]


def _tag(tag: str) -> str:
    """A tag that looks like a group of Google's gets the mark of one, which is taken off."""
    return f"{OF_GOOGLE}{tag}" if tag.startswith(OF_GOOGLE) else tag


def _labelled(method: IncomingMethod) -> tuple[str, str]:
    return ("* " if method.preferred else "") + (method.label or ""), _one(method.value) or ""


def _joined(values: Iterable[str]) -> str:
    return JOIN.join(_one(value) or "" for value in values)


def _one(value: str | None) -> str | None:
    """A value that is not taken for several, though it has the sign that joins them."""
    return value and value.replace(":::", "\\:::")


def _padded(pairs: Iterable[tuple[str | None, str | None]], width: int) -> list[str | None]:
    cells = [cell for pair in pairs for cell in pair]
    return cells + [None] * (2 * width - len(cells))


def _line(cells: Sequence[str | None]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(value: str | None) -> str:
    if not value:
        return ""
    safe = guarded(value)
    quoted = _ASKS_FOR_QUOTES.search(safe) or safe != safe.strip()
    return '"' + safe.replace('"', '""') + '"' if quoted else safe
