"""Which half of a name is the family's: as a file states it, kept as the N of a card, else guessed.

In Chinese, Japanese and Korean the family comes first.
"""

import re
from collections.abc import Iterable

from netlog.folding import words
from netlog.formats.names import in_order, parted
from netlog.formats.vcard.values import ContentLine, content_line, escaped
from netlog.named import NamedTuple

_TURNED = re.compile(r"([^,;]+)[,;](.+)", re.DOTALL)
# Nobody is called Dr. Bob by the first name alone, and Sir Elton is.
_BEFORE_GIVEN = frozenset({"sir", "dame"})
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def spoken(given: str | None, additional: str | None, *family: str | None) -> str:
    """The parts of a name as they are said."""
    names = [one for one in family if one]
    if given and names and _CJK.search(given) and all(map(_CJK.search, names)):
        return " ".join(filter(None, (*names, additional, given)))
    return " ".join(filter(None, (given, additional, *names)))


class Halves(NamedTuple):
    """The parts of a name, as N has them; before are titles, behind suffixes."""

    family: str
    given: str
    additional: str = ""
    before: str = ""
    behind: str = ""

    def line(self) -> str:
        """The N that states them."""
        return "N:" + ";".join(map(escaped, self))

    def is_empty(self) -> bool:
        """Whether no half of the name is stated."""
        return not (self.family or self.given)


def of_line(line: ContentLine) -> Halves:
    """What an N states."""
    return Halves(*[*line.texts(";"), "", "", "", "", ""][:5])


def guessed(name: str) -> Halves:
    """The parts as they are guessed: the last word is the family, but in the East.

    With a comma in it nobody can tell, unless a suffix follows; no half has one.
    """
    before, called, behind = parted(name)
    if "," in called:
        return Halves("", " ".join(name.replace(",", " ").split()))
    said = called.split()
    if len(said) == 2 and all(map(_CJK.search, said)):
        return Halves(said[0], said[1], "", before, behind)
    given, family = " ".join(said[:-1]), said[-1] if said else ""
    if not given and (not before or words(before)[-1] in _BEFORE_GIVEN):
        given, family = family, ""
    return Halves(family, given, "", before, behind)


def refitted(name: str, was: str | None, said: Halves) -> Halves | None:
    """What an N still states beside a name that became another; None where neither half is in it.

    was is the name beside which it was read, where that is known: what of N that did not say, the
    new one need not say either.
    """
    there = _words(name)
    if " ".join(name.split()) == " ".join((was or "").split()):
        return said
    whole = _words(" ".join(said))
    one_says_less = there <= whole or whole <= there
    if was is None and one_says_less and says_same(name, said.family, said.given):
        return said
    before, called, behind = parted(name)
    fitted = _in_parts(called.split(), said.family.split(), said.given.split())
    if fitted is None:
        return None
    known = _words(was) if was is not None else whole
    middle, title, suffix = ("" if _words(one) & known else one for one in said[2:])
    return Halves(
        fitted.family,
        fitted.given,
        fitted.additional or middle,
        before or title,
        behind or suffix,
    )


def _in_parts(called: list[str], family: list[str], given: list[str]) -> Halves | None:
    """The halves of a name one of which stands: the family's behind, or the given one before."""
    if "," in "".join(called):
        return None
    if family and all(map(_CJK.search, (*called, *family))):
        rest = called[len(family) :]
        return Halves(family[0], " ".join(rest)) if called[: len(family)] == family else None
    rest = called[: -len(family)] if family else called
    if family and rest and called[-len(family) :] == family:
        at = len(given) if given and rest[: len(given)] == given else len(rest)
        return Halves(" ".join(family), " ".join(rest[:at]), " ".join(rest[at:]))
    behind = called[len(given) :]
    if given and called[: len(given)] == given and len(behind) in (1, len(family)):
        return Halves(" ".join(behind), " ".join(given))
    return None


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
    theirs = parted(" ".join(filter(None, family))).called
    first = parted(given or "").called
    if not (name and theirs and (first or additional)) or not says_same(name, theirs, first):
        return ()
    before, _, behind = parted(name)
    stated = Halves(theirs, first, additional or "", before, behind)
    # "Ada II" Smith is read as it is written: nothing stands behind a given name.
    as_guessed = (stated, stated._replace(given=given or ""))
    return () if guessed(name) in as_guessed else (stated.line(),)


def halves(name: str, lines: Iterable[str]) -> tuple[str, str]:
    """Family and given name of somebody: as a kept line states them of that name, else guessed."""
    found: Halves | None = None
    for raw in lines:
        line = content_line(raw) if raw[:1] in "Nn" or "." in raw[:100] else None
        if line and line.name == "N" and found is None:
            found = refitted(name, None, of_line(line))
    family, given, additional, *_ = found if found and found.family else guessed(name)
    return family, " ".join(filter(None, (given, additional)))
