"""Names as they are said, where a file lists them by the family; titles and suffixes apart."""

import re

from netlog.folding import words
from netlog.named import NamedTuple
from netlog.titles import AFTER_TITLES, LONGEST_IN_PARTS, SUFFIXES, TITLES

# With a full stop behind they are a suffix; Amartya Sen and Lee Jun are called so.
_STOPPED = frozenset({"sen", "jun", "ml"})
# With one behind each letter; Jack Ma is called so.
_LETTERS = frozenset({"ma", "ba", "sj", "op", "sa", "srl", "spa", "as", "bv", "nv", "sro", "spzoo"})
# Of a firm, and behind no comma a first name.
_FIRMS = frozenset({"inc", "llc", "ltd", "corp", "gmbh", "ag", "ev"})
# What a directory says beside a name: "Old, Bea (Sales)".
_BESIDE = re.compile(r"\s*[(\[].*", re.DOTALL)
_IN_BRACKETS = re.compile(r"(.*\S)\s+([(\[][^()\[\]]*[)\]])\s*", re.DOTALL)


class Parted(NamedTuple):
    """A name, the titles before it and what stands behind it: suffixes, and a note in brackets."""

    before: str
    called: str
    behind: str


def in_order(name: str) -> str:
    """A name as it is said: directories of firms list "Old, Bea"."""
    family, comma, given = (each.strip() for each in name.partition(","))
    if not (comma and family and given) or "," in given or begins_with_suffix(given):
        return name
    beside = _BESIDE.search(given, 1)
    at = beside.start() if beside else len(given)
    return f"{given[:at]} {family}{given[at:]}"


def parted(name: str) -> Parted:
    """The name without titles before it and suffixes behind it; one word at least is left."""
    called, notes = name.strip(), ""
    if found := _IN_BRACKETS.fullmatch(called):
        called, notes = found[1], found[2]
    said = called.split()
    first, last = 0, len(said)
    while first < last - 1 and _is_title(said[first], is_first=not first):
        first += 1
    while number := _suffix(said[first:last]):
        last -= number
    behind = " ".join(filter(None, (*said[last:], notes)))
    return Parted(" ".join(said[:first]), " ".join(said[first:last]).rstrip(" ,"), behind)


def begins_with_suffix(text: str) -> bool:
    """Whether what stands behind a comma is a suffix, and so no first name."""
    said = text.split()
    return any(_is_suffix(said[:number]) for number in range(1, LONGEST_IN_PARTS + 1))


def _is_title(word: str, *, is_first: bool) -> bool:
    first, *rest = words(word) or [""]
    more = TITLES | AFTER_TITLES
    return (first in TITLES or (not is_first and first in more)) and more.issuperset(rest)


def _suffix(said: list[str]) -> int:
    """Of how many words the suffix at the end is; none where nothing else would be left."""
    longest = min(LONGEST_IN_PARTS, len(said) - 1)
    return next((each for each in range(longest, 0, -1) if _is_suffix(said[-each:])), 0)


def _is_suffix(said: list[str]) -> bool:
    """Whether those words are one suffix, written as it is."""
    text = " ".join(said).rstrip(",")
    joined = "".join(words(text))
    stops = text.count(".")
    if len(said) > 1 and stops < len(said) - 1:
        return False  # Rowling, J K
    return (
        joined in SUFFIXES
        or joined in _FIRMS
        or (joined in _STOPPED and text.endswith("."))
        or (joined in _LETTERS and stops >= min(2, len(joined)))
    )
