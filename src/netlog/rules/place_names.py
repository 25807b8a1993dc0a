"""Whether a place of recall was meant by what it is called: coffee-shop, gyms, the salon.

Singular and plural, signs between words and small words before them make no other place. A circle
is a place too. What is merely near is no such place: it is asked for, and never taken.
"""

from collections.abc import Iterator, Sequence

from netlog.folding import fold, words
from netlog.records.people import CIRCLES
from netlog.records.recall import RecallPlace
from netlog.typed import Final
from netlog.wording import nearest

_SMALL: Final = frozenset({"the", "my", "our", "and"})
# Shorter words are what they are: gas, bus.
_SHORTEST: Final = 3
_NEAR: Final = 0.8


def circle_called(said: str) -> str | None:
    """The circle of that name: "business: Ann" says of her what the heads of the list say."""
    return next((one for one in CIRCLES if is_same_place(one, said)), None)


def place_called(said: str, places: Sequence[RecallPlace]) -> RecallPlace | None:
    """The place of that name, letter by letter if there is one, else in another form of it."""
    whole = next((one for one in places if fold(one.place) == fold(said)), None)
    return whole or next((one for one in places if is_same_place(one.place, said)), None)


def nearly_called(names: Sequence[str], places: Sequence[RecallPlace]) -> Iterator[tuple[str, str]]:
    """Of the names that are none of the places those nearly called as one is, and that one."""
    known = [*(one.place for one in places), *CIRCLES]
    for name in dict.fromkeys(names):
        near = None
        if not (place_called(name, places) or circle_called(name)):
            near = nearest(name, known, _NEAR) or _misspelt(fold(name), known)
        if near:
            yield name, near


def _misspelt(name: str, known: Sequence[str]) -> str | None:
    """Which of them it is but for one letter, or two that changed places: gmy."""
    # Imported here: only a place that there is not needs it.
    from rapidfuzz.distance import OSA

    if len(name) < _SHORTEST:
        return None
    return next((one for one in known if OSA.distance(name, fold(one), score_cutoff=1) <= 1), None)


def is_same_place(one: str, other: str) -> bool:
    """Whether both names say the same place, word for word: previous-bosses, a previous boss."""
    mine, theirs = _told(one), _told(other)
    return len(mine) == len(theirs) and not any(
        forms.isdisjoint(others) for forms, others in zip(mine, theirs, strict=True)
    )


def _told(place: str) -> list[set[str]]:
    """What each word of it may be the plural of, and itself; of two spellings the shorter one."""
    told = [word for word in words(place) if word not in _SMALL]
    return [_singular(word.replace("our", "or")) for word in told or words(place)]


def _singular(word: str) -> set[str]:
    endings = (("s", ""), ("es", ""), ("ies", "y"))
    shorter = (word.removesuffix(s) + y for s, y in endings if word.endswith(s))
    return {word, *(one for one in shorter if len(one) >= _SHORTEST)}
