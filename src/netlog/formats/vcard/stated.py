"""Which half of a name is the family's: as a file states it, kept as the N of a card, else guessed.

In Chinese, Japanese and Korean the family comes first.
"""

import re
from collections.abc import Iterable

from netlog.formats.vcard.values import content_line, escaped

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def spoken(given: str | None, additional: str | None, *family: str | None) -> str:
    """The parts of a name as they are said."""
    names = [one for one in family if one]
    if given and names and _CJK.search(given) and all(map(_CJK.search, names)):
        return " ".join(filter(None, (*names, additional, given)))
    return " ".join(filter(None, (given, additional, *names)))


def guessed(name: str) -> tuple[str, str]:
    """Family and given name as they are guessed: the last word is the family, but in the East."""
    words = name.split(" ")
    if len(words) == 2 and all(map(_CJK.search, words)):
        return words[0], words[1]
    given, _, family = name.rpartition(" ")
    return (family, given.strip()) if given else ("", name)


def says_same(name: str, family: str, given: str) -> bool:
    """Whether a whole name has all words of family and given name."""
    return set(name.casefold().split()).issuperset(f"{family} {given}".casefold().split())


def kept(
    name: str | None, given: str | None, additional: str | None, *family: str | None
) -> tuple[str, ...]:
    """The line to be kept of halves that a file states, where nobody would guess them so."""
    theirs = " ".join(filter(None, family))
    first = " ".join(filter(None, (given, additional)))
    if not (name and theirs and first) or guessed(name) == (theirs, first):
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
