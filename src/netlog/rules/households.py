"""A family by its name: "the Millers" are a couple of which one is called so, or who is tagged."""

from collections.abc import Iterable, Sequence

from netlog.folding import fold, spellings, words
from netlog.records.matching import Named
from netlog.rules.names import bare

_ARTICLES = frozenset({"the", "die", "les", "los", "las", "de"})
_FAMILY = frozenset({"family", "familie", "famille", "familia", "famiglia"})
_ENDS = ("es", "s")


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


def of_surname(people: Iterable[Named], surname: str) -> list[Named]:
    """Those whose name ends in the surname, and is more than it."""
    wanted = tuple(surname.split())
    return [one for one in people if any(_ends(bare(name), wanted) for name in spellings(one.name))]


def _ends(name: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(name) > len(wanted) and tuple(name[-len(wanted) :]) == tuple(wanted)


def _unowned(text: str) -> str:
    """Without the apostrophes of "the Millers'"."""
    return text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
