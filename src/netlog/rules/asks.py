"""What was asked for and came: which open ask a kindness answers, by the words of both."""

from collections.abc import Iterable
from datetime import date

from netlog.folding import words
from netlog.records.favors import Favor, WhatCame
from netlog.typed import Final

# Words that say nothing of what was asked for.
STOP_WORDS: Final = frozenset(
    words(
        "a about after again all also am an and any are as at be been before but by can could did "
        "do done for from gave get give given go got had has have he help helped her hers him his "
        "how i if in into is it its just let like made make may me might mine more most much my "
        "near new no not of off on once one or other our out over please send sent shall she "
        "should so some than thank thanks that the their them then there these they this those to "
        "too up us very via was we were what when where which who whom whose why will with would "
        "you your"
    )
)
ARTICLES: Final = frozenset(("a", "an", "the"))


def content(text: str) -> frozenset[str]:
    """The folded words of a text that say what it is about; whose it is by the name alone."""
    return frozenset(words(_without_whose(text))) - STOP_WORDS


def _without_whose(text: str) -> str:
    """The text without the 's of names."""
    for mark in "'’":
        first, *after = text.split(mark)
        text = first + "".join(one[1:] if _is_whose(one) else mark + one for one in after)
    return text


def _is_whose(after: str) -> bool:
    """Whether what stands behind an apostrophe begins with an s that ends a word."""
    return after[:1] in ("s", "S") and not (after[1:2].isalnum() or after[1:2] == "_")


def resembles(one: str, other: str) -> bool:
    """Whether half of the content words of the shorter text, and one at least, are in the other.

    Word for word the same texts do, whatever they say.
    """
    if words(one) == words(other):
        return True
    both = shared(one, other)
    return both > 0 and 2 * both >= min(len(content(one)), len(content(other)))


def shared(one: str, other: str) -> int:
    """How many content words both texts have."""
    return len(content(one) & content(other))


def answered(came: str, asks: Iterable[Favor]) -> Favor | None:
    """Which of the open asks that answers: the one with most words in common, then the oldest."""
    alike = [ask for ask in asks if resembles(came, ask.text)]
    return max(
        alike,
        key=lambda ask: (
            shared(came, ask.text),
            -ask.opened_on.toordinal(),
            -ask.id,
        ),
        default=None,
    )


def came_lately(came: str, asks: Iterable[Favor]) -> Favor | None:
    """Which of the asks that are done that was: either says all that the other does."""
    alike = (ask for ask in asks if _says_all(content(came), content(ask.text)))
    return max(alike, key=lambda ask: (ask.done_on or ask.outcome_on, ask.id), default=None)


def _says_all(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def came_on(asked_on: date, on: date, today: date) -> date:
    """When what was asked for came: on the day that was said; today, to an ask of tomorrow, which
    it is somewhere already, on the day of the ask.
    """
    return on if on < today else max(on, asked_on)


def what_came(ask: Favor, got: str) -> WhatCame:
    """What came of the ask, apart from what was asked for; of the same words the fuller text."""
    both = joined(ask.text, got)
    if both in (ask.text, got):
        return WhatCame(both, ask.asked_for)
    # What had come already stays with what comes now.
    return WhatCame(both, ask.asked_for) if ask.asked_for else WhatCame(got, ask.text)


def joined(before: str, after: str) -> str:
    """Both texts in one; where one says all that the other does, word for word, that one alone."""
    old, new = (" ".join(w for w in words(text) if w not in ARTICLES) for text in (before, after))
    if f" {new} " in f" {old} ":
        return before
    return after if f" {old} " in f" {new} " else f"{before}; {after}"
