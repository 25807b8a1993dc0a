"""LinkedIn's archive: its connections as people, and the rows of its other tables."""

from collections.abc import Iterator, Sequence

from netlog.formats.csv import people
from netlog.formats.csv.columns import folded
from netlog.formats.csv.rows import CsvRow, delimiters, first_rows, rows
from netlog.formats.csv.table import Table
from netlog.formats.mapping import Mapped
from netlog.named import NamedTuple
from netlog.records.incoming import Declined, IncomingPerson

HOW_MET = "LinkedIn"
TITLE = "LinkedIn"
ABOUT = """\
`linkedin`. Connections.csv of 2018 and since, alone or in the archive's zip;
messages.csv and Invitations.csv with `--with-messages`. Read only."""
MAPPING: tuple[Mapped, ...] = (
    Mapped("name", "First Name, Last Name"),
    Mapped("organization", "Company"),
    Mapped("title", "Position"),
    Mapped("methods: email", "Email Address"),
    Mapped("methods: url", "URL, with https:// and without ?trk="),
    Mapped("met_on", "Connected On"),
    Mapped("how_met", "LinkedIn, for everybody; in Invitations.csv also who invited"),
    Mapped(
        "meetings",
        "messages.csv: one message a day and conversation",
        "messages in Spam, and all after 2,000 characters",
    ),
    Mapped("notes", "Invitations.csv: Message"),
)

NAMELESS = "The row has no name; LinkedIn leaves out who closed their account or hides."
_LOOKED_AT = 20


class NamedRow(NamedTuple):
    """A row by the names of its columns."""

    row: CsvRow
    said: dict[str, str]


def connection(table: Table, row: CsvRow) -> IncomingPerson | Declined:
    """The person of a row of Connections.csv."""
    named = {folded(name): cell for name, cell in zip(table.header, row.cells, strict=False)}
    if not (named.get("first name") or named.get("last name")):
        says_more = any(named.get(name) for name in ("email address", "company", "position"))
        return Declined(row.number, NAMELESS, rejected=says_more, source=row.source)
    read = people.person(table, row)
    if isinstance(read, Declined):
        return read
    methods = tuple(
        each._replace(value=profile(each.value)) if each.kind == "url" else each
        for each in read.methods
    )
    return read._replace(methods=methods, how_met=HOW_MET)


def profile(url: str) -> str:
    """The address of a profile with its scheme and without tracking."""
    bare = url.split("?", 1)[0] if "linkedin.com/" in url.lower() else url
    return bare if "://" in bare else f"https://{bare.lstrip('/')}"


def records(text: str, wanted: set[str]) -> Iterator[NamedRow | Declined]:
    """The rows below the header that has the wanted columns."""
    start, header, delimiter = _header(text, wanted)
    if not header:
        yield Declined(
            1, f"The file has no row that names the columns {', '.join(sorted(wanted))}."
        )
        return
    for row in rows(text, delimiter):
        if row.number <= start or not (row.fault or any(row.cells)):
            continue
        if row.fault:
            yield Declined(row.number, row.fault, source=row.source)
        else:
            blank = dict.fromkeys(header, "")
            yield NamedRow(row, blank | dict(zip(header, row.cells, strict=False)))


def _header(text: str, wanted: set[str]) -> tuple[int, Sequence[str], str]:
    for delimiter in delimiters(text):
        for row in first_rows(text, delimiter, _LOOKED_AT):
            header = [folded(cell) for cell in row.cells]
            if wanted <= set(header):
                return row.number, header, delimiter
    return 0, (), ","
