"""The names in a line of names, and what is noted beside each; who they are is not known here."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from netlog.errors import UsageMistake
from netlog.folding import words
from netlog.named import NamedTuple
from netlog.records.contacts import NewMethod
from netlog.records.refs import parse_line_ref
from netlog.rules.methods import each_once
from netlog.rules.names import is_address, is_suffix
from netlog.rules.newcomers import apart, unnamed
from netlog.typed import Final
from netlog.wording import quoted

BETWEEN: Final = ",;，；、"
MOST_TURNED: Final = 3
# A note may hold parentheses of its own, one in the other.
_NOTED = re.compile(r"(.*[^\s(])\s*\(((?:[^()]|\([^()]*\))+)\)")
# Of what opens it closes as much, but for what smiles.
_PAIRS: Final = ("()", "[]", "{}")
_SMILE = re.compile(r"(?<!\w)[:=]-?[()](?!\w)")
# Where it stands behind a name that goes on, that name is a place, or what follows is a note.
_COLON = re.compile(r"\w[:：]\s*\w|\w\s+[:：]\s+\w")
_COLONS: Final = ":："
# Of a line that begins with a link, what stands before its colon is no place.
_LINK = re.compile(r"\W*(?:mailto:|(?:tel|sms):\s*\+?\d)", re.IGNORECASE)
# What lists begin their lines with.
_BULLET = re.compile(r"^(?:[-*•–·]|\d{1,3}[.)])\s+")
# What stands between two people: "Ann and Bob", "Ann & Bob Miller"; not within "AT&T".
_AND = re.compile(r"\s+(?:and|und|et|&|\+)\s+|(?<=\w\w)&(?=\w\w)", re.IGNORECASE)
_AND_BEFORE = re.compile(r"^(?:and|und|et|&|\+)\s+", re.IGNORECASE)


class CalledAs(NamedTuple):
    """Somebody as they were typed: "Ann Lee (my dentist)" is a name, and a note of her.

    Of "Ann <ann@x.org>" methods are the e-mail.
    """

    typed: str
    name: str
    note: str | None = None
    methods: tuple[NewMethod, ...] = ()


def parts(line: str) -> list[str]:
    """What stands between commas and semicolons, a suffix with the name that it follows.

    "Jane Smith, PhD" is one name, and nobody is called PhD.
    """
    found: list[str] = []
    for part in (column for said in _parts(line) for column in _columns(said)):
        name, note = _apart(part)
        if found and is_suffix(words(name)) and not is_suffix(words(found[-1])):
            found[-1] = _with_suffix(found[-1], name, note)
        else:
            found.append(part)
    return found


def _columns(said: str) -> list[str]:
    """Whom the columns of a sheet name, between tabs: a tab is a blank where they are one name.

    What to reach somebody by stands with their name; names that are whole are several people's.
    """
    found: list[str] = []
    for column in filter(None, map(str.strip, said.split("\t"))):
        if found and is_nameless(column):
            found[-1] = f"{found[-1]} <{column}>"
        elif found and 1 in (len(column.split()), len(found[-1].split())):
            found[-1] = f"{found[-1]} {column}"
        else:
            found.append(column)
    return found


def without_bullet(typed: str) -> str:
    """A name, or a place, without what a list begins its lines with."""
    return _BULLET.sub("", typed)


def turned(one: CalledAs, then: CalledAs) -> str | None:
    """The one name that two of a line may be, its last name first: "Whitfield, Carol"."""
    name = f"{then.name} {one.name}"
    return name if len(name.split()) <= MOST_TURNED and not one.note else None


def at_colon(line: str) -> tuple[str | None, str]:
    """What stands before the first colon, None where there is none outside of a note, and the rest.

    A colon typed twice is one.
    """
    at = next((n for n, char in enumerate(line) if char in _COLONS), None)
    if at is None or "(" in line[:at] or _LINK.match(line):
        return None, line
    return line[:at].strip(), line[at:].lstrip(f"{_COLONS} ")


def _parts(line: str) -> Iterator[str]:
    """What stands between commas and semicolons, but for those within parentheses.

    Where they are not closed, all that follows is within them.
    """
    part = depth = 0
    for at, char in enumerate(line):
        if char in BETWEEN and depth == 0:
            yield from filter(str.strip, [line[part:at]])
            part = at + 1
        elif char in "()" and not _smiles(line, at):
            depth = max(0, depth + (1 if char == "(" else -1))
    yield from filter(str.strip, [line[part:]])


def _smiles(line: str, at: int) -> bool:
    return any(one.start() < at < one.end() for one in _SMILE.finditer(line, max(0, at - 2)))


def _is_open(typed: str) -> bool:
    """Whether something opens in it that does not close, or closes what did not open."""
    said = _SMILE.sub("", typed)
    for opens, closes in _PAIRS:
        depth = 0
        for char in said:
            depth += (char == opens) - (char == closes)
            if depth < 0:
                return True
        if depth:
            return True
    return said.count('"') % 2 == 1


def _with_suffix(before: str, suffix: str, note: str | None) -> str:
    whose, noted = _apart(before)
    notes = "; ".join(filter(None, (noted, note)))
    return f"{whose.strip()}, {suffix.strip()}" + (f" ({notes})" if notes else "")


def _apart(typed: str) -> tuple[str, str | None]:
    """A name, and what is noted in parentheses behind it."""
    found = _NOTED.fullmatch(typed.strip())
    return (found[1], found[2].strip() or None) if found else (typed, None)


def is_nameless(name: str) -> bool:
    """Whether that is no name: how to reach them, an e-mail, a number, a page; or a ref."""
    return is_address(name) or "://" in name or parse_line_ref(name) is not None


def nameless(one: CalledAs) -> UsageMistake:
    """The mistake for such a one of whom nobody knows."""
    said = quoted(one.name)
    if parse_line_ref(one.name):
        return UsageMistake(f"{said} is the ref of nobody here, and no name.")
    return UsageMistake(f"Whose is {said}?", advice=f"Their name goes before it: NAME <{one.name}>")


def called(typed: str) -> CalledAs:
    """A name and its note; raises UsageMistake for what names nobody, or two."""
    typed = _AND_BEFORE.sub("", without_bullet(typed))
    if _is_open(typed):
        raise UsageMistake(f"In {quoted(typed)} a parenthesis or a quotation mark stands alone.")
    one = _apart_from_ways(typed)
    if _COLON.search(one.name):
        raise UsageMistake(
            f"{quoted(typed)} is no name. What is noted of somebody stands in parentheses."
        )
    outside = re.sub(r"\([^()]*\)", "", one.name)
    if not any(char.isalnum() or unicodedata.category(char) == "So" for char in outside):
        raise UsageMistake(f"{quoted(typed)} is nobody's name.")
    several = [said.strip() for said in _AND.split(outside) if said.strip()]
    several = [each for said in several for each in _beside_refs(said)]
    if len(several) > 1:
        raise UsageMistake(f"{quoted(typed)} is {_each(several)}.")
    return one


def _beside_refs(said: str) -> list[str]:
    """What stands beside the ref of somebody, and each ref by itself: "c1 c2" is two people."""
    each = said.split()
    refs = [ref if (ref := parse_line_ref(word)) and ref.letter == "c" else None for word in each]
    found: list[str] = []
    for at, word in enumerate(each):
        if found and not refs[at] and not refs[at - 1]:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _apart_from_ways(typed: str) -> CalledAs:
    """A name, what to reach them by, and what is noted in parentheses behind it."""
    name, behind = _named(typed)
    name, note = _apart(name)
    name, ways = _named(name)
    return CalledAs(typed, name, note, each_once((*ways, *behind)))


def _named(typed: str) -> tuple[str, tuple[NewMethod, ...]]:
    """A name, and all ways to reach them that stand behind it; an address alone is both."""
    typed = unnamed(typed) or typed
    whole = apart(typed)
    if whole.name == typed or not whole.methods:
        return whole
    name, ways = _named(whole.name)
    return name, (*ways, *whole.methods)


def _each(several: Sequence[str]) -> str:
    """How to write those who were named in one breath; who bears which last name is not guessed."""
    last = several[-1].split()[1:]
    alone = [one for one in several[:-1] if len(one.split()) == 1 and not parse_line_ref(one)]
    each = ", ".join(several)
    said = "two people" if len(several) == 2 else "several people"
    if not (last and alone):
        return f"{said}: write {each}"
    whole = [f"{one} {last[-1]}" if one in alone else one for one in several]
    return f"{said}: write {', '.join(whole)}, or {each}"
