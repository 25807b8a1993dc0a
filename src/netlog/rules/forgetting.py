"""What of somebody stands in the texts of others, and what stands there once they are forgotten."""

import re
from collections.abc import Iterable
from typing import Any

from netlog.folding import fold, words

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

    A single word of a name is one of them where nobody else, of those names, is called so.
    """
    taken = {word for name in others for word in words(fold(name))}
    found = {*names, *methods}
    for name in names:
        for word in re.findall(r"\w[\w'’-]*", name):
            if len(word) >= SHORTEST_WORD and not taken & set(words(fold(word))):
                found.add(word)
    spelled = {spelling for term in found for spelling in (term, fold(term)) if spelling.strip()}
    return sorted(spelled, key=lambda term: (-len(term), term))


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
        spots = range(len(said) - len(term) + 1)
        if term and any(said[at : at + len(term)] == term for at in spots):
            return True
        if len("".join(term)) >= LONG and "".join(term) in end:
            return True
    return False
