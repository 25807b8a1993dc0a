"""Which half of a name is the family's: as a file states it, kept as the N of a card, else guessed.

In Chinese, Japanese and Korean the family comes first.
"""

import re
from collections.abc import Iterable

from netlog.folding import words
from netlog.formats.names import SUFFIX, in_order
from netlog.formats.vcard.values import content_line, escaped

_TURNED = re.compile(r"([^,;]+)[,;](.+)", re.DOTALL)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def spoken(given: str | None, additional: str | None, *family: str | None) -> str:
    """The parts of a name as they are said."""
    names = [one for one in family if one]
    if given and names and _CJK.search(given) and all(map(_CJK.search, names)):
        return " ".join(filter(None, (*names, additional, given)))
    return " ".join(filter(None, (given, additional, *names)))


def guessed(name: str) -> tuple[str, str]:
    """Family and given name as they are guessed: the last word is the family, but in the East.

    With a comma in it nobody can tell, unless a suffix follows; no half has one.
    """
    called, comma, behind = name.partition(",")
    if comma and SUFFIX.match(behind.strip()):
        return guessed(called.strip())
    if comma:
        return "", " ".join(name.replace(",", " ").split())
    parts = name.split(" ")
    if len(parts) == 2 and all(map(_CJK.search, parts)):
        return parts[0], parts[1]
    given, _, family = name.rpartition(" ")
    if " " in given and SUFFIX.fullmatch(family.rstrip(".")):
        return guessed(given.strip())
    return (family, given.strip()) if given else ("", name)


def says_same(name: str, family: str, given: str) -> bool:
    """Whether a whole name has all words of family and given name."""
    return _words(name).issuperset(_words(f"{family} {given}"))


def _words(text: str) -> set[str]:
    return set(text.casefold().replace(",", " ").split())


def turned(full: str, family: str, given: str, *further: str) -> tuple[str, bool] | None:
    """ "Doe, Jane" as it is said, where that is the family's name and behind it the given one.

    With it whether given and further names are all that stands behind the comma.
    """
    found = _TURNED.fullmatch(full)
    if not found or not (family and given):
        return None
    before, behind = words(found[1]), set(words(found[2]))
    if before != words(family) or not set(words(given)) <= behind:
        return None
    whole = behind <= set(words(" ".join((given, *further))))
    return in_order(f"{found[1]},{found[2]}"), whole


def kept(
    name: str | None, given: str | None, additional: str | None, *family: str | None
) -> tuple[str, ...]:
    """The line to be kept of halves that a file states, where nobody would guess them so."""
    theirs = " ".join(filter(None, family))
    first = " ".join(filter(None, (given, additional)))
    if not (name and theirs and first) or (not additional and guessed(name) == (theirs, first)):
        return ()
    if not says_same(name, theirs, first):
        return ()
    return (f"N:{escaped(theirs)};{escaped(given or '')};{escaped(additional or '')};;",)


def halves(name: str, lines: Iterable[str]) -> tuple[str, str]:
    """Family and given name of somebody: as a kept line states them of that name, else guessed."""
    for raw in lines:
        line = content_line(raw) if raw[:1] in "Nn" or "." in raw[:100] else None
        if line and line.name == "N":
            family, given, additional, *_ = [*line.texts(";"), "", "", ""]
            if family and says_same(name, family, given):
                return family, " ".join(filter(None, (given, additional)))
    return guessed(name)
