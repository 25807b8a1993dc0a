"""What of somebody stands in the texts of others, and what stands there once they are forgotten."""

import re
from collections.abc import Iterable

from netlog.folding import fold, words
from netlog.typed import Any

FORGOTTEN = "[forgotten]"
SHORTEST_WORD = 3
LONG = 6  # letters, which stand together in a path by no chance
# The columns in which somebody may have been written about; all others hold days, kinds and such.
TEXTS = frozenset(
    {
        *(
            "alias",
            "asked",
            "asked_for",
            "city",
            "dropped_why",
            "how",
            "how_met",
            "line",
            "name",
            "nickname",
            "notes",
        ),
        *(
            "organization",
            "outcome",
            "place",
            "remind_why",
            "snoozed_why",
            "text",
            "title",
            "value",
        ),
        "word",
    }
)


def terms(names: Iterable[str], methods: Iterable[str], others: Iterable[str]) -> list[str]:
    """What they were called and how they were reached, the longest first.

    A name that somebody else bears, alone or in a longer one, is none of them, nor is a single word
    of a name where anybody else is called so.
    """
    taken = _Spoken(others)
    found = {*(name for name in names if not taken.has(name)), *methods}
    for name in names:
        for word in re.findall(r"\w[\w'’-]*", name):
            if len(word) >= SHORTEST_WORD and not taken.has_any(word):
                found.add(word)
    spelled = {spelling for term in found for spelling in (term, fold(term)) if spelling.strip()}
    return sorted(spelled, key=lambda term: (-len(term), term))


class _Spoken:
    """Names as they are spoken, word by word."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [words(fold(name)) for name in names]
        self._words = {word for name in self._names for word in name}

    def has_any(self, said: str) -> bool:
        """Whether one of the words stands in any of them."""
        return not self._words.isdisjoint(words(fold(said)))

    def has(self, name: str) -> bool:
        """Whether it stands in one of them, whole and in its order."""
        wanted = words(fold(name))
        if not self._words.issuperset(wanted):
            return False
        return any(_stands(wanted, name) for name in self._names)


def _stands(wanted: list[str], said: list[str]) -> bool:
    spots = range(len(said) - len(wanted) + 1)
    return bool(wanted) and any(said[at : at + len(wanted)] == wanted for at in spots)


def pattern(found: list[str]) -> re.Pattern[str] | None:
    """What finds any of them as whole words; None where there are none."""
    if not found:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)", re.IGNORECASE)


def without(image: dict[str, Any], sought: re.Pattern[str]) -> dict[str, Any]:
    """The row with its texts as they read once those words are gone."""
    return {
        name: sought.sub(FORGOTTEN, value) if name in TEXTS and isinstance(value, str) else value
        for name, value in image.items()
    }


def in_path(path: str, found: list[str]) -> bool:
    """Whether any of them stands in a path, as ann_lee.vcf or AnnLee.vcf has it."""
    said = words(fold(path.replace("_", " ")))
    end = "".join(words(fold(path.rpartition("/")[2].replace("_", " "))))
    for term in map(words, map(fold, found)):
        if _stands(term, said):
            return True
        if len("".join(term)) >= LONG and "".join(term) in end:
            return True
    return False
