"""How the name of a column may be spelled, each time with less around what it says."""

import re
from collections.abc import Callable, Iterator

from netlog.formats.csv.vocabulary import PREFIXES, QUALIFIERS, WHOSE

_SPACES = re.compile(r"\s+")
_UNDERSCORES = re.compile(r"[_\s]+")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]$")
_WHOLLY_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]")
# Name *, Company:, How we met?, an emoji before a word.
_SIGNS_AROUND = re.compile(r"^[^\w(\[]+|[^\w)\]]+$")
_EITHER = re.compile(r"\s*/\s*|\s+or\s+")
_NUMBER = re.compile(r"\s*\d{1,2}$")
_QUALIFIED = frozenset({"email", "phone", "url", "organization", "title", "city", "address"})
_NUMBERED = frozenset({"email", "phone", "url", "handle", "profile", "organization", "tags"})


def plain(header: str) -> str:
    """The name in lower case, without what a program writes before each of its columns."""
    name = _SPACES.sub(" ", _unified(header)).strip().casefold()
    # Some programs mark the row of names with a #, others say of each column whose it is.
    name = name.removeprefix("#").strip() or name
    if found := _WHOLLY_IN_BRACKETS.fullmatch(_SIGNS_AROUND.sub("", name)):
        name = found[1]  # (Birthday), [Title]
    return next((name[len(each) :] for each in PREFIXES if name.startswith(each)), name)


def variants(header: str, name: str, what: Callable[[str], str | None]) -> Iterator[str]:
    """The name as its program may have meant it: first_name, FirstName, Last Contact (EST).

    what is what a column of a name holds, None for an unknown one.
    """
    said = _UNDERSCORES.sub(" ", name).strip()
    yield said
    yield _CAMEL.sub(" ", _unified(header)).replace("_", " ").strip().casefold()
    yield _IN_BRACKETS.sub("", said)
    *of, last = said.split(" > ")
    if of and last == "name":
        yield of[-1]  # the name of a company is one
    yield last
    yield said.replace(" > ", " ")
    whose, _, rest = said.partition(" ")
    if whose in WHOSE:
        yield rest
    yield from _bared(said, what)


def _bared(said: str, what: Callable[[str], str | None]) -> Iterator[str]:
    """Without signs and numbers around it, or a word before it; one of two words for one thing."""
    bare = _SIGNS_AROUND.sub("", _IN_BRACKETS.sub("", _SIGNS_AROUND.sub("", said)))
    yield bare
    yield bare.replace("-", " ")
    yield bare.replace(".", "")
    yield bare.replace(" / ", "/")
    either = _EITHER.split(bare)
    if len({what(each) for each in either}) == 1:
        yield either[0]
    unnumbered = _NUMBER.sub("", bare)
    if what(unnumbered) in _NUMBERED:
        yield unnumbered
    qualifier, _, rest = bare.partition(" ")
    if qualifier in QUALIFIERS and what(rest) in _QUALIFIED:
        yield rest


def _unified(header: str) -> str:
    return header.replace("’", "'").replace("\N{NO-BREAK SPACE}", " ").replace("\0", "")
