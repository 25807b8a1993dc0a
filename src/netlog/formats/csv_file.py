"""CSV address books in: who wrote one, found by its columns, and its people row by row."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from netlog.errors import UsageMistake
from netlog.formats import csv_people, linkedin
from netlog.formats.charset import decoded, is_unicode
from netlog.formats.csv_columns import Column, columns, folded, language, parted
from netlog.formats.csv_people import Table
from netlog.formats.csv_rows import Row, delimiters, first_rows, rows
from netlog.formats.mapping import Mapped
from netlog.records.incoming import IncomingPerson, Left, Reading

Program = Literal[
    "linkedin",
    "linkedin messages",
    "linkedin invitations",
    "google",
    "outlook",
    "thunderbird",
    "csv",
]
TARGETS = (
    *("name", "given", "additional", "family", "nickname", "organization", "title", "department"),
    *("email", "phone", "url", "handle", "address", "city", "birthday", "notes", "tags"),
    *("circles", "how_met", "met_on", "introduced_by", "cadence_days", "uid", "field"),
)
MAPPING: tuple[Mapped, ...] = (
    Mapped("uid", "netlog: UID"),
    Mapped("name", "Name, else First, Middle and Last Name, File As, Nickname, organization"),
    Mapped("nickname", "Nickname; Thunderbird: Nickname, Screen Name"),
    Mapped("organization", "Organization Name, Organization 1 - Name; Outlook: Company"),
    Mapped("title", "Organization Title, Organization 1 - Title; Outlook: Job Title"),
    Mapped(
        "jobs",
        "Former n - Organization, Former n - Title; Google: Organization 2 - Name",
        "when they ended",
    ),
    Mapped("city", "City, else the city of the first address"),
    Mapped("birthday", "Birthday; Thunderbird: Birth Year, Birth Month, Birth Day"),
    Mapped("how_met", "How met"),
    Mapped("met_on", "Met on; LinkedIn: Connected On"),
    Mapped("introduced_by", "Introduced by"),
    Mapped("circles", "Circles, joined by ` ::: `"),
    Mapped("tags", "Labels, Group Membership, Categories", "the group * myContacts"),
    Mapped("methods: email", "E-mail n - Value; Outlook: E-mail Address"),
    Mapped("methods: phone", "Phone n - Value; Outlook: Business Phone and the like"),
    Mapped("methods: url", "Website n - Value; Outlook: Web Page; LinkedIn: URL"),
    Mapped("methods: address", "Address n - Formatted, else its parts", "line ends become commas"),
    Mapped("methods: handle", "IM n - Value"),
    Mapped("methods: label", "E-mail n - Label, - Type and so on; `* ` marks the preferred one"),
    Mapped("cadence_days", "Cadence days"),
    Mapped("notes", "Notes"),
    Mapped("fields", "Custom Field n; any column that netlog has no word for"),
    Mapped("kept", "Kept"),
    Mapped("archived, snoozed_until, remind_on, remind_why", "", "all"),
    Mapped("meetings, favors, thanks, further uids", "", "all"),
    Mapped("", "Initials, E-mail Display Name, E-mail Type", "they follow from the rest"),
    Mapped("", "Priority: Normal, Private: False and the like", "they say nothing"),
)

_LOOKED_AT = 20
_HEAD = 20_000  # characters
_CODE_PAGES = ("cp1250", "cp1251")  # of Outlook in Polish and Czech, and in Russian
_DATES_LOOKED_AT = 10_000
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/", re.ASCII)
_METHODS = ("email", "phone", "url", "handle", "address")
_THUNDERBIRD = {"primary email", "secondary email", "screen name", "mobile number", "home zipcode"}
_OUTLOOK = {
    *("e-mail address", "business phone", "business street", "home street", "company", "web page"),
    *("e-mail 2 address", "company main phone", "categories", "mobile phone", "home phone"),
}


class Found(NamedTuple):
    """The header of a CSV file, where it is and who wrote it; number is its row, from 1."""

    program: Program
    header: tuple[str, ...]
    number: int
    delimiter: str


def found(text: str) -> Found | None:
    """The header by its words, among the first rows; None when it is no address book."""
    best: tuple[int, int, Found] | None = None
    for delimiter in delimiters(text):
        for row in first_rows(text, delimiter, _LOOKED_AT):
            program = _program(row.cells)
            if program is None:
                continue
            known = sum(column is not None for column in columns(row.cells))
            one = Found(program, tuple(row.cells), row.number, delimiter)
            if best is None or (known, len(row.cells)) > best[:2]:
                best = (known, len(row.cells), one)
    return best[2] if best else None


def text_of(data: bytes) -> str:
    """The text; where it is not Unicode, in the code page in which its header says most."""
    text = decoded(data)
    if is_unicode(data):
        return text
    others = (data.decode(page, "replace") for page in _CODE_PAGES)
    return max((text, *others), key=_told)


def _told(text: str) -> int:
    header = found(text[:_HEAD])
    return sum(column is not None for column in columns(header.header)) if header else 0


def guess(data: bytes) -> tuple[tuple[str, str], ...]:
    """What `--map` would say about the file: netlog's word and the column, for approval."""
    header = found(text_of(data))
    if header is None:
        return ()
    named = zip(columns(header.header), header.header, strict=True)
    return tuple((column.what, name) for column, name in named if column is not None)


def read(data: bytes, mapped: Sequence[tuple[str, str]] = ()) -> Reading:
    """The people of a CSV file; `mapped` are pairs of one of TARGETS and a column of the file.

    Raises UsageMistake when a pair names a target or a column that is not there.
    """
    text = text_of(data)
    header = _mapped_header(text, mapped) if mapped else found(text)
    if header is None:
        yield Left(1, "The file has no row that names columns such as Name or E-mail.")
        return
    table = _table(text, header, mapped)
    for row in rows(text, header.delimiter):
        if row.number > header.number:
            if row.fault:
                yield Left(row.number, row.fault, source=row.source)
            elif any(row.cells):
                yield _incoming(header, table, row)


def _incoming(header: Found, table: Table, row: Row) -> IncomingPerson | Left:
    if header.program == "linkedin":
        return linkedin.connection(table, row)
    if header.program.startswith("linkedin"):
        return Left(row.number, "This is no list of people.", rejected=False, source=row.source)
    return csv_people.person(table, row)


def _program(header: Sequence[str]) -> Program | None:
    """Who wrote a row of column names; None when it is no such row."""
    names = {folded(each) for each in header}
    if {"connected on", "first name"} <= names:
        return "linkedin"
    if {"conversation id", "from", "to", "date"} <= names:
        return "linkedin messages"
    if {"from", "to", "sent at", "direction"} <= names:
        return "linkedin invitations"
    all_columns = columns(header)
    known = {column.what for column in all_columns if column}
    if names & {"e-mail 1 - value", "group membership", "phone 1 - value", "organization 1 - name"}:
        return "google"
    if {"given name", "yomi name"} <= names or {"labels", "first name", "file as"} <= names:
        return "google"
    if names & _THUNDERBIRD:
        return "thunderbird"
    # Half a name would cut everybody's, and make one of many: then the columns are a guess.
    is_half = None in all_columns and len(known & {"given", "family"}) == 1
    in_outlook = language(header) and not (is_half and "name" not in known)
    if len(names & _OUTLOOK) >= 2 or in_outlook or "e-mail 2 address" in names:
        return "outlook"
    return "csv" if known & {"name", "given", "family", "email", "organization"} else None


def _table(text: str, header: Found, mapped: Sequence[tuple[str, str]]) -> Table:
    if not mapped:
        known = columns(header.header)
    else:
        called = {folded(name): target for target, name in mapped}
        known = parted(
            [_as_mapped(name, called.get(folded(name), "field")) for name in header.header]
        )
    day_first = bool(language(header.header)) or _day_first(text, header, known)
    return Table(header.header, known, header.program == "google", day_first)


def _day_first(text: str, header: Found, known: Sequence[Column | None]) -> bool:
    """Whether the birthdays show that the day comes before the month, as 20/01/1991 does."""
    at = next((n for n, column in enumerate(known) if column and column.what == "birthday"), None)
    if at is None:
        return False
    dates = (
        _SLASHED.match(row.cells[at])
        for row in first_rows(text, header.delimiter, _DATES_LOOKED_AT)
        if at < len(row.cells)
    )
    pairs = [(int(each[1]), int(each[2])) for each in dates if each]
    return any(one > 12 for one, _ in pairs) and not any(two > 12 for _, two in pairs)


def _as_mapped(name: str, target: str) -> Column | None:
    if target == "field":
        return None
    return Column(target, None, name) if target in _METHODS else Column(target)


def _mapped_header(text: str, mapped: Sequence[tuple[str, str]]) -> Found:
    """The first row that has all columns of the map."""
    for target, _ in mapped:
        if target not in TARGETS:
            raise UsageMistake(f"--map does not know {target!r}; it knows {', '.join(TARGETS)}.")
    wanted = {folded(name) for _, name in mapped}
    for delimiter in delimiters(text):
        for row in first_rows(text, delimiter, _LOOKED_AT):
            if wanted <= {folded(cell) for cell in row.cells}:
                return Found("csv", tuple(row.cells), row.number, delimiter)
    named = ", ".join(name for _, name in mapped)
    raise UsageMistake(f"No row of the file names all the columns of --map: {named}.")
