"""Bare words: a kind, a day or a time that was typed without an option, and names beside them.

`netlog log grace coffee yesterday` says who, what and when; a word counts as a kind or a day only
when the whole of it is one. Whether it may be somebody's name as well is for the book to say.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from netlog.errors import Refused, UsageMistake
from netlog.folding import words
from netlog.named import NamedTuple
from netlog.records.matching import Named
from netlog.rules import dates
from netlog.rules.figures import Direction
from netlog.typed import Literal
from netlog.wording import quoted

Means = Literal["kind", "how", "day", "time"]

MOST_WORDS = 4  # of a day: the 20th of november

_TIME = re.compile(r"(\d{1,2})(?:([:.h])(\d\d))?\s*(am|pm|h)?", re.ASCII)
_TIMES = {"noon": "12:00", "midnight": "00:00"}
_DAY_ALONE = re.compile(r"^\W*(?:by|before|until)\s+(?P<day>\S.*?)[\s.]*$", re.I | re.S)
_DAY = re.compile(r"^(?P<what>.*\S)[\s,;]+(?:by|before|until)\s+(?P<day>\S.*?)[\s.]*$", re.I | re.S)


class Grammar(NamedTuple):
    """What bare words of a command may be, beside people; direction None: no days."""

    today: date
    kinds: Collection[str] = ()
    hows: Collection[str] = ()
    direction: Direction | None = None
    times: bool = False


def meaning(word: str, grammar: Grammar) -> Means | None:
    """What the whole of a word is beside a name; None for nothing but a name."""
    if word.lower() in grammar.kinds:
        return "kind"
    if word.lower() in grammar.hows:
        return "how"
    if grammar.times and time(word) is not None:
        return "time"
    if grammar.direction and dates.is_date(word, grammar.today, grammar.direction):
        return "day"
    return None


def apart(typed: Iterable[str], grammar: Grammar) -> list[str]:
    """The words, a day and a time that were quoted as one ("friday at 10:00") being two."""
    found: list[str] = []
    for word in typed:
        day, _, last = word.rpartition(" ")
        day = day.removesuffix(" at").strip()
        if (
            meaning(word, grammar) is None
            and time(last) is not None
            and grammar.direction
            and dates.is_date(day, grammar.today, grammar.direction)
        ):
            found += [day, last]
        else:
            found.append(word)
    return found


def unquoted(typed: Sequence[str], grammar: Grammar) -> str | None:
    """Words side by side that are a day only together, such as last friday; None for none."""
    if grammar.direction is None:
        return None
    for length in range(MOST_WORDS, 1, -1):
        for start in range(len(typed) - length + 1):
            words_ = typed[start : start + length]
            phrase = " ".join(words_)
            if any(" " in word for word in words_) or not dates.is_date(
                phrase, grammar.today, grammar.direction
            ):
                continue
            if any(meaning(word, grammar) is None for word in words_):
                return phrase
    return None


def time(text: str) -> str | None:
    """The time of the day as HH:MM: 10:00, 9am, 9.30pm, 14h, 14h30, noon; None for anything else.

    A bare number is no time, but the id of somebody.
    """
    said = text.strip().lower()
    if said in _TIMES:
        return _TIMES[said]
    found = _TIME.fullmatch(said)
    if not found or not (found[2] or found[4]):
        return None
    hour, minute, half = int(found[1]), int(found[3] or 0), found[4]
    if half == "h" and found[2]:
        return None
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def is_no_time(text: str) -> bool:
    """Whether it is written as a time of the day, and there is none such: 25:00, 13pm."""
    found = _TIME.fullmatch(text.strip().lower())
    return bool(found and (found[2] or found[4])) and time(text) is None


def bearers(typed: str, people: Iterable[Named]) -> list[Named]:
    """Those of whose name or nickname every typed word is a whole word."""
    wanted = set(words(typed))
    return [person for person in people if wanted <= set(person.name_key.split())]


def dated(text: str, today: date, since: date) -> tuple[str, date | None]:
    """What is promised or asked, and its day: "the slides by monday" is "the slides" on that day.

    A day is one only at the end, after by, before or until; one before `since`, the day on which
    it was said, stays text. Raises UsageMistake for a day without a word of what it is for.
    """
    alone = _DAY_ALONE.match(text)
    if alone and dates.is_date(alone["day"], today, "future"):
        example = f"the slides by {alone['day']}"
        raise UsageMistake(f"What is due by {alone['day']}?", advice=f'Say it, too: "{example}".')
    found = _DAY.match(text)
    if found:
        try:
            day = by_day(found["day"], today, since)
        except (UsageMistake, Refused):
            return text, None
        if day >= since:
            return found["what"].rstrip(" ,;"), day
    return text, None


def by_day(text: str, today: date, since: date) -> date:
    """The day by which something was promised or asked for on the day `since`.

    One of a month without its year is the first from then on, though it may be past by now. Raises
    as `dates.parse_date` does.
    """
    day = dates.parse_date(text, today, "future")
    then = dates.parse_date(text, since, "future")
    return min(day, then) if (day.month, day.day) == (then.month, then.day) else day


def due(
    text: str, by: date | None, today: date, since: date, *, several: bool = False
) -> tuple[str, date | None]:
    """What is promised or asked, and its day: its own, else the one that was said by option.

    Raises UsageMistake where both say one, and another, unless the option is of several texts.
    """
    what, day = dated(text, today, since)
    if by and day and day != by and not several:
        own = text[len(what) :].strip(" ,;")
        raise UsageMistake(f"--by and {quoted(own)} both say the day: leave one out.")
    return what, day or by
