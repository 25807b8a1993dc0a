"""What one cell holds: several values, an address within brackets, a link of Notion's."""

import re
from collections.abc import Iterator

from netlog.records.incoming import IncomingMethod

GOOGLES = ":::"

_BREAKS = re.compile(r"\s*(?:[;\n\r]|:::)\s*|\s*,\s*(?=\S)")
_BETWEEN_PHONES = re.compile(
    r"\s*(?:[;\n\r]|:::|\||(?<=\s)/(?=\s)|,(?=\s)|\s(?:or|oder|ou|o)\s)\s*"
)
_BRACKETED = re.compile(r"(?:\"?([^<>@\"]*)\"?\s*)?<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>")
_PLAIN_MAIL = re.compile(r"(?:mailto:)?[^\s<>()\"',;]+@[^\s<>()\"',;]+", re.IGNORECASE)
_NOTION = re.compile(r"\s*\(https?://(?:www\.)?notion\.(?:so|site)/[^()\s]*\)", re.IGNORECASE)
_BETWEEN_URLS = re.compile(r"\s*(?:[;\n\r]|:::)\s*|,?\s+(?=https?://|www\.)|,(?=https?://|www\.)")
_PAGE = re.compile(r"https?://|^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/", re.IGNORECASE)
_FEWEST_DIGITS = 5


def unlinked(cell: str) -> str:
    """The cell without the addresses that Notion puts behind the names of its pages."""
    return _NOTION.sub("", cell).strip() if "notion." in cell else cell


def emails(cell: str) -> tuple[list[str], str]:
    """The addresses in a cell, and the name that stands before the first of them.

    What is none at all is one value, as it stands.
    """
    named = _BRACKETED.findall(cell)
    if named:
        name = named[0][0].strip(" ,;\t\n")
        rest = _BRACKETED.sub(" ", cell)
        return [*(mail for _, mail in named), *_PLAIN_MAIL.findall(rest)], name
    parts = [part for part in _BREAKS.split(cell) if part]
    if len(parts) > 1 and all("@" in part for part in parts):
        return parts, ""
    spaced = cell.split()
    if len(spaced) > 1 and all(map(_PLAIN_MAIL.fullmatch, spaced)):
        return spaced, ""
    return [cell.strip()], ""


def phones(cell: str) -> list[str]:
    """The numbers in a cell; a comma or slash without a space may belong to one number."""
    for between in (_BETWEEN_PHONES, re.compile(r"\s*[,/]\s*")):
        parts = [part for part in between.split(cell) if part]
        if len(parts) > 1 and all(map(_is_whole, parts)):
            return parts
    return [cell.strip()]


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
