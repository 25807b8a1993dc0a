"""A family by its name: "the Millers" are a couple of which one is called so, or who is tagged.

Or it is one entry of the book, called as both of them, and a couple is meant by its first names.
"""

from collections.abc import Iterable, Sequence

from netlog.folding import fold, spellings, words
from netlog.records.matching import Named
from netlog.rules.names import bare

_ARTICLES = frozenset({"the", "die", "les", "los", "las", "de"})
_FAMILY = frozenset({"family", "familie", "famille", "familia", "famiglia"})
_ENDS = ("es", "s")
# Between two names; a capital letter alone is an initial.
_BETWEEN = frozenset({"&", "and", "und", "et", "y", "e", "i", "og", "och", "en"})


def surnames(typed: str) -> tuple[str, ...]:
    """How the surname of a family may read, folded: "the Millers" millers, miller; else none.

    The words of one of several words stand side by side.
    """
    said = words(_unowned(typed))
    left = said[1:] if len(said) > 1 and said[0] in _ARTICLES else said
    named = [word for word in left if word not in _FAMILY]
    if not named or len(named) == len(said):
        return ()
    whole = " ".join(named)
    singular = (whole.removesuffix(end) for end in _ENDS if whole.endswith(end))
    return tuple(dict.fromkeys((whole, *singular)))


def is_called(tag: str, typed: str) -> bool:
    """Whether a tag is that family's: millers, the-millers, "miller family" for "the Millers"."""
    if fold(tag) == fold(" ".join(typed.split())):
        return True
    name = " ".join(word for word in words(_unowned(tag)) if word not in _ARTICLES | _FAMILY)
    wanted = surnames(typed)
    return name in wanted or (bool(wanted) and wanted[0] in surnames(f"the {name}"))


def pair(typed: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of two who are named together, "ann and bob miller"; None where nobody is."""
    said = _split(typed)
    at = next((n for n, word in enumerate(said) if word in _BETWEEN), 0)
    first, second = (" ".join(part) for part in (said[:at], said[at + 1 :]))
    return (frozenset(words(first)), frozenset(words(second))) if first and second else None


def is_of_several(name: str) -> bool:
    """Whether an entry is called as a family, or as two people."""
    first, *_ = said = words(name)
    return pair(name) is not None or first in _ARTICLES or not _FAMILY.isdisjoint(said)


def bears(name: str, said: frozenset[str]) -> bool:
    """Whether all the words are of that name."""
    return any(said <= set(each) for each in spellings(name))


def of_surname(people: Iterable[Named], surname: str) -> list[Named]:
    """Those whose name ends in the surname, and is more than it."""
    wanted = tuple(surname.split())
    return [one for one in people if any(_ends(bare(name), wanted) for name in spellings(one.name))]


def _ends(name: Sequence[str], wanted: Sequence[str]) -> bool:
    said = tuple(word for word in name if word not in _FAMILY)
    return len(name) > len(wanted) and said[-len(wanted) :] == tuple(wanted)


def _split(text: str) -> list[str]:
    return text.replace("&", " & ").split()


def _unowned(text: str) -> str:
    """Without the apostrophes of "the Millers'"."""
    return text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
