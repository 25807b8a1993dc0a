"""What one cell holds: several values, an address within brackets, a link of Notion's."""

import re
from collections.abc import Iterator

from netlog.records.incoming import IncomingMethod

Labelled = tuple[str, str | None]

_JOINERS = "and|or|und|oder|et|ou|y|o|e|en|of|och|og|i|lub|и"
_BETWEEN_PHONES = re.compile(
    rf"\s*(?:[;\n\r、，；]|:::|\||&|(?<=\s)/(?=\s)|,(?=\s)|\s(?:{_JOINERS})\s|(?<=\d)\s(?=\+)"
    rf"|(?<=\d)\s(?=(?:fax|mobil\w*|cell|handy|tel|phone|home|work|office)\b[.:]?\s*[+(\d]))\s*",
    re.IGNORECASE,
)
# What a value may be called beside it: home: …, … (work).
_LABELS = {
    **dict.fromkeys(("home", "private", "personal", "privat", "casa", "domicile"), "home"),
    **dict.fromkeys(
        ("work", "business", "office", "arbeit", "büro", "bureau", "geschäftlich"), "work"
    ),
    **dict.fromkeys(
        ("mobile", "cell", "mobil", "handy", "portable", "móvil", "cellulare"), "mobile"
    ),
    **dict.fromkeys(("h", "p"), "home"),
    **dict.fromkeys(("w", "o"), "work"),
    **dict.fromkeys(("m", "c"), "mobile"),
    **dict.fromkeys(("fax", "f"), "fax"),
    **dict.fromkeys(("main", "direct", "other", "school", "pager"), ""),
}
_SAYS_NOTHING = frozenset({"tel", "phone", "telephone", "telefon", "t", "email", "e-mail", "mail"})
_CALLED = re.compile(
    r"\s*([^\W\d][\w-]{0,15})\s*[:=.]?\s*(?<![^\W\d])(.+)|\s*[(\[]([^\W\d][\w-]{0,15})[)\]]\s*(.+)"
    r"|(.+?)\s*[(\[]\s*([^\W\d][\w-]{0,15})\s*[)\]]\s*"
)
_BEFORE = re.compile(r"([^\W\d][\w-]{0,15})\s*[:=]\s*$")
_BEHIND = re.compile(r"\s*[(\[]\s*([^\W\d][\w-]{0,15})\s*[)\]]")
_BETWEEN_MAILS = re.compile(rf"[\s,;|/&<>\"'\[\]()、，；.]+|:::|\b(?:{_JOINERS})\b", re.IGNORECASE)
_BRACKETED = re.compile(r"<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>")
_AROUND_MAILS = r"\s<>()\[\]\"',;:|、，；"
_OF_NO_NAME = re.compile(r"[<>@\";\n；]")
_JOINER = re.compile(rf"(?:{_JOINERS})\s+", re.IGNORECASE)
_APART = re.compile(rf"[{_AROUND_MAILS}]+")
# An address has no more; whatever looks for one in longer text goes over it once for each letter.
_LONGEST_MAIL = 1_000
_PLAIN_MAIL = re.compile(
    rf"(?:mailto:\s*)?([^/@{_AROUND_MAILS}][^@{_AROUND_MAILS}]*@[^/{_AROUND_MAILS}]*"
    rf"[^./{_AROUND_MAILS}])",
    re.IGNORECASE,
)
_AROUND_ONE = re.compile(rf"[(\[]?{_PLAIN_MAIL.pattern}[)\]]?", re.IGNORECASE)
_NOTION = re.compile(r"\s*\(https?://(?:www\.)?notion\.(?:so|site)/[^()\s]*\)", re.IGNORECASE)
_BETWEEN_URLS = re.compile(
    r"\s*(?:[;\n\r]|:::)\s*|,?\s+(?=https?://|www\.)|,(?=https?://|www\.)"
    r"|\s+\|\s+|\|(?=https?://|www\.)|,\s+(?=[\w-]+\.[\w.-]+)"
)
_PAGE = re.compile(r"https?://|^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/", re.IGNORECASE)
_FEWEST_DIGITS = 5


def unlinked(cell: str) -> str:
    """The cell without the addresses that Notion puts behind the names of its pages."""
    return _NOTION.sub("", cell).strip() if "notion." in cell else cell


def emails(cell: str) -> tuple[list[Labelled], str]:
    """The addresses in a cell with what each is called, and the name that stands before the first.

    What says more than addresses is a value of its own beside them, as it stands.
    """
    if any(len(part) > _LONGEST_MAIL for part in _APART.split(cell)):
        return [(cell.strip(), None)], ""
    if _BRACKETED.search(cell):
        return _bracketed(cell)
    found: list[Labelled] = []
    label, at, more = None, 0, ""
    for one in _PLAIN_MAIL.finditer(cell):
        between = cell[at : one.start()]
        if found and (behind := _BEHIND.match(between)) and _is_label(behind[1]):
            found[-1] = (found[-1][0], _label(behind[1]))
            between = between[behind.end() :]
        before = _BEFORE.search(between)
        label = _label(before[1]) if before and _is_label(before[1]) else None
        more += between[: before.start()] if before and _is_label(before[1]) else between
        found.append((one[1], label))
        at = one.end()
    rest = cell[at:]
    if found and (behind := _BEHIND.match(rest)) and _is_label(behind[1]):
        found[-1] = (found[-1][0], _label(behind[1]))
        rest = rest[behind.end() :]
    if not found or _BETWEEN_MAILS.sub("", more + rest):
        return [*found, (cell.strip(), None)], ""
    return found, ""


def _bracketed(cell: str) -> tuple[list[Labelled], str]:
    """Addresses within brackets; who is named before a further one is what that is called."""
    found: list[Labelled] = []
    called, at = "", 0
    for one in _BRACKETED.finditer(cell):
        before = _PLAIN_MAIL.sub(";", cell[at : one.start()]).rstrip().removesuffix('"')
        name = _OF_NO_NAME.split(before)[-1].strip(" ,;/|&、，；\t\n")
        name = _JOINER.sub("", name, count=1) if found and _JOINER.match(name) else name
        behind = _BEHIND.match(cell, one.end())
        word = behind[1] if behind and _is_label(behind[1]) else name.rstrip(" :")
        if _is_label(word):
            label, name = _label(word), "" if word == name.rstrip(" :") else name
        else:
            label = name if name.casefold() != called.casefold() and found else None
        called = called if found else name
        found.append((one[1], label or None))
        at = one.end()
    rest = _PLAIN_MAIL.findall(_BRACKETED.sub(" ", cell))
    return [*found, *((mail, None) for mail in rest)], called


def named(cell: str) -> tuple[str, str]:
    """What a cell says as a name, and what of it says addresses: "Bo Lind (bo@x.org)"."""
    if "@" not in cell or any(len(part) > _LONGEST_MAIL for part in _APART.split(cell)):
        return cell, ""
    if _BRACKETED.search(cell):
        return emails(cell)[1] or _tidy(_BRACKETED.sub(" ", cell)), cell
    mails = [one for one in _PLAIN_MAIL.findall(cell) if "." in one.partition("@")[2]]
    name = _tidy(_AROUND_ONE.sub(" ", cell))
    return (name, "; ".join(mails)) if mails and any(map(str.isalpha, name)) else (cell, "")


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" ,;:-–|/\"'")


def phones(cell: str) -> list[Labelled]:
    """The numbers in a cell; a comma or slash without a space may belong to one number."""
    for between in (_BETWEEN_PHONES, re.compile(r"\s*[,/]\s*")):
        parts = [_called(part) for part in between.split(cell) if part]
        if len(parts) > 1 and all(_is_whole(number) for number, _ in parts):
            return parts
    return [_called(cell)]


def _called(part: str) -> Labelled:
    """A number, and what it is called where that is a word for numbers."""
    found = _CALLED.fullmatch(part)
    if found is None:
        return part.strip(), None
    word, number = found[1] or found[3] or found[6], found[2] or found[4] or found[5]
    return (number.strip(), _label(word)) if _is_label(word) else (part.strip(), None)


def _is_label(word: str) -> bool:
    return word.casefold() in _LABELS or word.casefold() in _SAYS_NOTHING


def _label(word: str) -> str | None:
    said = word.casefold()
    return None if said in _SAYS_NOTHING else _LABELS[said] or said


def urls(cell: str) -> list[str]:
    """The addresses in a cell."""
    return [part.strip(" ,") for part in _BETWEEN_URLS.split(cell) if part.strip(" ,")]


def profiles(cell: str, network: str) -> Iterator[IncomingMethod]:
    """Pages on a network as urls, names there as handles of it."""
    for one in urls(cell):
        if _PAGE.search(one):
            yield IncomingMethod("url", one)
        elif one:
            yield IncomingMethod("handle", one, network)


def _is_whole(part: str) -> bool:
    """Whether it is a number of its own, not the extension of one before it."""
    digits = sum(each.isdigit() for each in part)
    return digits >= _FEWEST_DIGITS and not any(each.isalpha() for each in part.partition("x")[0])
