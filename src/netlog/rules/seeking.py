"""What you look for: the nearest of your goals, and how it stands within a sentence."""

from collections.abc import Iterable
from datetime import date

from netlog.folding import words

# With these begins what one looks for, read aloud; all else is quoted.
_SOUGHT = frozenset(
    {
        *("a", "an", "another", "any", "some", "somebody", "someone", "something", "more", "new"),
        *("work", "clients", "customers", "investors", "people", "jobs", "roles", "funding"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("remote", "freelance", "part", "contract", "paid", "interesting", "good", "better"),
    }
)


def named(text: str) -> str:
    """What one is after as it stands within a sentence: in quotes, unless it reads on."""
    return text if reads_on(text) else f"'{text}'"


def reads_on(text: str) -> bool:
    """Whether "I am looking for" may stand before a text: "a post in data", not "my firm"."""
    return next(iter(words(text)), "") in _SOUGHT


def sought(goals: Iterable[tuple[str, str, date | None]], today: date) -> list[str]:
    """All that you look for, the nearest first; of those of one horizon what is past last.

    Each goal is its text, its horizon and the day by which it is to be.
    """

    def place(one: tuple[str, str, date | None]) -> tuple[bool, bool, bool, date]:
        _, horizon, by = one
        return horizon != "short", by is not None and by < today, by is None, by or date.max

    return [text.rstrip(".") for text, *_ in sorted(goals, key=place)]
