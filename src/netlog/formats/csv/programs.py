"""Who wrote a CSV file, told by the names of its columns, and the text in which they say most."""

from functools import lru_cache

from netlog.formats import charset
from netlog.formats.charset import decoded, is_unicode
from netlog.formats.csv.columns import columns, folded, language
from netlog.formats.csv.rows import DELIMITERS, delimiters, first_rows
from netlog.formats.csv.thunderbird import in_english
from netlog.named import NamedTuple
from netlog.typed import Literal

Program = Literal[
    "linkedin",
    "linkedin messages",
    "linkedin invitations",
    "google",
    "outlook",
    "thunderbird",
    "csv",
]

LOOKED_AT = 20  # rows in which the header may be
_HEAD = 20_000  # bytes
# In which the names of columns may say more than in what the letters were guessed to be.
_CODE_PAGES = ("cp1250", "cp1251", "cp1253", "cp1254", "cp932", "gb18030", "big5", "cp949")
_THUNDERBIRD = {"primary email", "secondary email", "screen name", "mobile number", "home zipcode"}
_OUTLOOK = {
    *("e-mail address", "business phone", "business street", "home street", "company", "web page"),
    *("e-mail 2 address", "company main phone", "categories", "mobile phone", "home phone"),
}


class Header(NamedTuple):
    """The header of a CSV file, where it is and who wrote it; number is its row, from 1."""

    program: Program
    header: tuple[str, ...]
    number: int
    delimiter: str


def found(text: str) -> Header | None:
    """The header by its words, among the first rows; None when it is no address book."""
    best: tuple[int, int, Header] | None = None
    for delimiter in delimiters(text):
        for row in first_rows(text, delimiter, LOOKED_AT):
            program = _program(tuple(row.cells))
            if program is None:
                continue
            known = sum(column is not None for column in columns(row.cells))
            one = Header(program, tuple(row.cells), row.number, delimiter)
            if best is None or (known, len(row.cells)) > best[:2]:
                best = (known, len(row.cells), one)
    return best[2] if best else None


def text_of(data: bytes, taken: str = "") -> str:
    """The text, in the charset that was taken for it where it is not Unicode."""
    return decoded(data, taken or charset_of(data))


def charset_of(data: bytes) -> str:
    """The charset in which the header says most, else as anywhere; empty for Unicode."""
    if is_unicode(data):
        return ""
    guessed = charset.charset_of(data)
    pages = dict.fromkeys((guessed, *_CODE_PAGES))
    return max(pages, key=lambda page: _told(decoded(data[:_HEAD], page)))


def _told(text: str) -> int:
    header = found(text)
    return sum(column is not None for column in columns(header.header)) if header else 0


@lru_cache(maxsize=LOOKED_AT * len(DELIMITERS))  # whoever reads the file looks for its header anew
def _program(header: tuple[str, ...]) -> Program | None:
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
    if names & _THUNDERBIRD or in_english(header) != list(header):
        return "thunderbird"
    # Half a name would cut everybody's, and make one of many: then the columns are a guess.
    is_half = None in all_columns and len(known & {"given", "family"}) == 1
    in_outlook = language(header) and not (is_half and "name" not in known)
    if len(names & _OUTLOOK) >= 2 or in_outlook or "e-mail 2 address" in names:
        return "outlook"
    return "csv" if known & {"name", "given", "family", "email", "organization"} else None
