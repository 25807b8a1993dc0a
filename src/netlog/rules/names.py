"""What of a name says who it is: its words without titles and suffixes, in each spelling."""

from collections.abc import Sequence
from typing import Final

from netlog.folding import spellings

TITLES: Final = frozenset(
    {
        *("dr", "drs", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir"),
        *("dame", "rev", "reverend", "herr", "frau", "ing", "dipl", "mag", "dott", "dottssa"),
        *("mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "senor", "senora", "dhr"),
    }
)
# Of these only after a title: Dr. med. dent., Prof. h. c.
_AFTER_TITLES: Final = frozenset({"med", "dent", "phil", "jur", "rer", "nat", "habil", "h", "c"})
SUFFIXES: Final = frozenset(
    {
        *("jr", "junior", "sr", "senior", "ii", "iii", "iv", "esq", "esquire", "phd", "dphil"),
        *("md", "dds", "dvm", "jd", "mba", "cpa", "llm", "llb", "msc", "bsc", "rn", "cfa"),
    }
)
_LONGEST_IN_PARTS = 3  # M. B. A.

Words = tuple[str, ...]


def bare(words: Sequence[str]) -> Words:
    """The words without titles before and suffixes behind; one word at least is left."""
    left = tuple(words)
    while len(left) > 1 and left[0] in TITLES:
        left = left[1:]
        while len(left) > 2 and left[0] in _AFTER_TITLES:
            left = left[1:]
    while (number := _suffix(left)) and number < len(left):
        left = left[:-number]
    return left


def _suffix(words: Words) -> int:
    """Of how many words the suffix at the end is: "PhD" is one, "Ph. D." two."""
    for number in range(1, _LONGEST_IN_PARTS + 1):
        if "".join(words[-number:]) in SUFFIXES and len(words) > number:
            return number
    return 0


def bare_spellings(name: str) -> set[Words]:
    """The bare words of a name, in each way of writing its umlauts."""
    return {bare(words) for words in spellings(name)}
