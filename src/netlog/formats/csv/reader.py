"""CSV address books in: who wrote one, found by its columns, and its people row by row."""

from collections.abc import Sequence

from netlog.errors import UsageMistake
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.csv import linkedin, people, programs
from netlog.formats.csv.columns import CsvColumn, columns, folded, parted
from netlog.formats.csv.halves import half
from netlog.formats.csv.order import order
from netlog.formats.csv.programs import LOOKED_AT, Header, found, text_of
from netlog.formats.csv.rows import CsvRow, delimiters, first_rows, rows
from netlog.formats.csv.table import Table
from netlog.formats.mapping import Mapped
from netlog.records.incoming import Declined, IncomingOrganization, IncomingPerson, Reading

TARGETS = (
    *("name", "given", "additional", "family", "second_family", "prefix", "suffix"),
    "nickname",
    *("organization", "title", "department"),
    *("email", "phone", "url", "handle", "profile", "address", "city", "birthday", "notes", "tags"),
    *("circles", "how_met", "met_on", "introduced_by", "cadence_days", "cadence", "last_touch"),
    "uid",
    *("former", "phonetic_first", "phonetic_last", "anniversary", "name day"),
    "field",
)
TITLE = "CSV of Google, Outlook, Thunderbird and others"
ABOUT = """\
`google`, `outlook`, `thunderbird`, `csv`. Read by the names of the columns, wherever
they stand, in UTF-8, UTF-16 or windows-1252, with commas, semicolons or tabs; of other
programs with `--map`. Written under Google's names. A cell that a spreadsheet would
calculate, one that begins with = + - @, a tab or a line end, gets an apostrophe, which
is taken away when it is read."""
MAPPING: tuple[Mapped, ...] = (
    Mapped("uid", "netlog: UID"),
    Mapped(
        "name",
        "Name, else First, Middle and Last Name, which are kept apart, File As, Nickname, "
        "organization",
    ),
    Mapped("nickname, nicknames", "Nickname; Thunderbird: Nickname, Screen Name"),
    Mapped("former_names", "Former Name, Maiden Name"),
    Mapped("merged_names", "", "all"),
    Mapped("phonetic_first, phonetic_last", "Phonetic First Name, Phonetic Last Name"),
    Mapped("dates", "Event n - Label, - Value; Anniversary", "whether this year's was kept"),
    Mapped("organization", "Organization Name, Organization 1 - Name; Outlook: Company"),
    Mapped("title", "Organization Title, Organization 1 - Title; Outlook: Job Title"),
    Mapped(
        "jobs",
        "Former n - Organization, Former n - Title; Google: Organization 2 - Name",
        "when they ended",
    ),
    Mapped(
        "city",
        "City, else the city of the address at home, else of the first; others are addresses",
    ),
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
    Mapped("cadence", "Keep in touch, Frequency and the like, in words: Every 3 weeks"),
    Mapped(
        "touched_on",
        "Last contact, Last activity: one message on the latest day; an earlier one of another "
        "column is the field earlier last contact",
        "what it was",
    ),
    Mapped("notes", "Notes"),
    Mapped(
        "relations",
        "Relation n - Label, - Value; Outlook: Spouse, Children, Assistant's Name, Manager's Name",
        "the uid of the other, on export",
    ),
    Mapped("fields", "Custom Field n; any column that netlog has no word for"),
    Mapped("kept", "Kept"),
    Mapped(
        "organizations",
        "a row that names nobody but Organization Name, or says KIND:org under Kept",
        "its log",
    ),
    Mapped("archived, snoozed_until, remind_on, remind_why", "", "all"),
    Mapped("meetings, favors, thanks, further uids", "", "all, on export"),
    Mapped("", "Initials, E-mail Display Name, E-mail Type", "they follow from the rest"),
    Mapped("", "Priority: Normal, Private: False and the like", "they say nothing"),
)

_SLOTTED = ("email", "phone", "url", "handle", "profile", "address", "cadence")


def guess(data: bytes, charset: str = "") -> tuple[tuple[str, str], ...]:
    """What `--map` would say about the file: netlog's word and the column, for approval."""
    header = found(text_of(data, charset))
    if header is None:
        return ()
    named = zip(columns(header.header), header.header, strict=True)
    return tuple((column.what, name) for column, name in named if column and column.what in TARGETS)


def charset_of(source: RawSource) -> str:
    """The charset of a file that is not in Unicode, by what its columns are called; else empty."""
    return programs.charset_of(content(source))


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of a CSV file; what is mapped are pairs of one of TARGETS and a column of it.

    Raises UsageMistake when a pair names a target or a column that is not there.
    """
    text, mapped = text_of(content(source), at.charset), at.mapped
    header = _mapped_header(text, mapped) if mapped else found(text)
    if header is None:
        yield Declined(1, "The file has no row that names columns such as Name or E-mail.")
        return
    table = _table(text, header, at)
    for row in rows(text, header.delimiter):
        if row.number > header.number:
            if row.fault:
                yield Declined(row.number, row.fault, source=row.source)
            elif any(row.cells):
                yield _incoming(header, table, row)


def _incoming(
    header: Header, table: Table, row: CsvRow
) -> IncomingPerson | IncomingOrganization | Declined:
    if header.program == "linkedin":
        return linkedin.connection(table, row)
    if header.program.startswith("linkedin"):
        return Declined(row.number, "This is no list of people.", rejected=False, source=row.source)
    return people.incoming(table, row)


def _table(text: str, header: Header, at: Circumstances) -> Table:
    """What all rows share."""
    if not at.mapped:
        known = columns(header.header)
    else:
        called = {folded(name): target for target, name in at.mapped}
        guessed = zip(header.header, columns(header.header), strict=True)
        known = parted(
            [_as_mapped(name, called.get(folded(name), "field"), one) for name, one in guessed]
        )
    told = order(text, header.header, header.delimiter, known)
    joined, named = header.program == "google", half(header.header, known)
    return Table(
        header.header, known, joined, told.day_first, named, at.today, is_sure=told.is_sure
    )


def _as_mapped(name: str, target: str, guessed: CsvColumn | None) -> CsvColumn | None:
    """What the column holds; what is known of it besides, such as a label, stays true."""
    if target == "field":
        return None
    if guessed and guessed.what == target:
        return guessed
    return CsvColumn(target, None, name) if target in _SLOTTED else CsvColumn(target)


def _mapped_header(text: str, mapped: Sequence[tuple[str, str]]) -> Header:
    """The first row that has all columns of the map."""
    for target, _ in mapped:
        if target not in TARGETS:
            raise UsageMistake(f"--map does not know {target!r}; it knows {', '.join(TARGETS)}.")
    wanted = {folded(name) for _, name in mapped}
    for delimiter in delimiters(text):
        for row in first_rows(text, delimiter, LOOKED_AT):
            if wanted <= {folded(cell) for cell in row.cells}:
                return Header("csv", tuple(row.cells), row.number, delimiter)
    named = ", ".join(name for _, name in mapped)
    raise UsageMistake(f"No row of the file names all the columns of --map: {named}.")
