"""How days, counts and cadences are said in English; rules and pages share it.

Words only: nothing here decides anything. Month names never follow the locale.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

NEVER = 0
_UNITS = ("bytes", "kB", "MB", "GB")
DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Headings: plans to come, and those whose day is over.
PLANNED, PAST = "Planned", "Past plans"

_ELEVEN_MONTHS = timedelta(days=335)
_DESCRIBED = {
    NEVER: "never",
    1: "daily",
    7: "weekly",
    30: "monthly",
    90: "quarterly",
    365: "yearly",
}


def short_day(day: date, today: date) -> str:
    """'20 Nov' within this year and eleven months of `today`, else '20 Nov 2025'."""
    named = f"{day.day} {MONTHS[day.month - 1][:3]}"
    near = day.year == today.year and abs(day - today) <= _ELEVEN_MONTHS
    return named if near else f"{named} {day.year}"


def long_day(day: date) -> str:
    """'Monday 23 November 2026'."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def said_birthday(birthday: str) -> str:
    """ "9 Dec 1906", "9 Dec"; "December 1906", "December", "1906", "the 1900s" of less."""
    year, _, rest = ("", "", birthday[2:]) if birthday[:2] == "--" else birthday.partition("-")
    if not rest:
        return f"the {year[:3]}0s" if year.endswith("X") else year
    month, _, day = rest.partition("-")
    named = MONTHS[int(month) - 1]
    return " ".join(filter(None, (f"{int(day)} {named[:3]}" if day else named, year)))


def days_phrase(n: int) -> str:
    """'1 day', '3 days'."""
    return "1 day" if n == 1 else f"{n} days"


def lateness(days: int) -> str:
    """'3d late', and from two years on '4y late'."""
    return f"{days}d late" if days < 2 * DAYS_IN["year"] else f"{days // DAYS_IN['year']}y late"


def describe_cadence(days: int) -> str:
    """The shortest words for a cadence in days, 0 being never; parse_cadence reads them back."""
    if days in _DESCRIBED:
        return _DESCRIBED[days]
    for unit in ("year", "month", "week"):
        number, rest = divmod(days, DAYS_IN[unit])
        if not rest:
            return f"every {number} {unit}s"
    return f"every {days} days"


MOST_YEARS = 10
_YEAR = DAYS_IN["year"]
_LADDER = (7, 14, 30, 60, 90, 180, *range(_YEAR, MOST_YEARS * _YEAR + 1, _YEAR))


def slower(days: int, quiet: int = 0) -> int | None:
    """The next slower of the usual cadences; None from a year on, and for never.

    quiet is for how many days they have been silent: one in which that is not too long.
    """
    if days == NEVER or days >= _YEAR:
        return None
    at_least = max(days, quiet)
    return next((step for step in _LADDER if step > at_least), None)


def shell_cadence(days: int) -> str:
    """A cadence as one word to type: '2w', '3m', '45d'; parse_cadence reads it back."""
    for unit in ("year", "month", "week"):
        number, rest = divmod(days, DAYS_IN[unit])
        if not rest:
            return f"{number}{unit[0]}"
    return f"{days}d"


def said_kind(kind: str) -> str:
    """A kind of meeting as one speaks of it: 'video call'."""
    return {"video": "video call"}.get(kind, kind)


def said_how(how: str) -> str:
    """The way thanks were sent, as one says it: 'by note', 'with a gift', 'in person'."""
    return {"in-person": "in person", "gift": "with a gift"}.get(how, f"by {how}")


def quoted(text: str) -> str:
    """What was typed, in quotes and without what is not printed, at most 40 characters."""
    shown = repr(text[:40])
    if len(shown) <= 40:
        return shown
    kept = text[:35]
    while len(repr(kept)) > 37:
        kept = kept[:-1]
    return f"{kept!r}..."


def beginnings(text: str) -> Iterator[str]:
    """The text with fewer and fewer of its words: "the slides of…", "the slides…", "the…"."""
    words = text.split()
    return (f"{' '.join(words[:most])}…" for most in range(len(words) - 1, 0, -1))


def shortened(text: str, longest: int) -> str:
    """The text, cut with an ellipsis when it is longer than that: at a word, where one ends."""
    return text if len(text) <= longest else f"{text[: last_word(text, longest - 1)]}…"


def last_word(text: str, end: int, *, at_words: bool = True) -> int:
    """Where the last word ends before that end, and what divides it from the next is left away.

    It is the end itself where a word is as long, or without words.
    """
    space = end if text[end : end + 1] == " " else text.rfind(" ", 0, end)
    if at_words and space > end // 2:
        end = space
    return len(text[:end].rstrip(" ,;:.")) or end


def in_phrases(*said: str) -> str:
    """The phrases that say anything, one after the other: "met in Oslo; thanked"."""
    return "; ".join(filter(None, said))


def unpointed(text: str) -> str:
    """The text without the full stop at its end: words of one's own go on after it."""
    return text.rstrip().rstrip(".") or text


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends as a sentence does: of Acme Inc. there is one."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def count(number: int, one: str, many: str | None = None) -> str:
    """'1 promise', '3 promises', '2 people'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def capitalized(text: str) -> str:
    """The text with a capital first, as it begins a sentence; all else as it is."""
    return f"{text[:1].upper()}{text[1:]}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spelt(number: int) -> str:
    """'seven', and from ten on '12'."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def times(number: int) -> str:
    """'once', 'twice', 'three times'."""
    return {1: "once", 2: "twice"}.get(number, f"{spelt(number)} times")


_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def ordinal(number: int) -> str:
    """'fourth', and from nine on '9th'."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """'Grace', 'Grace and Ada', 'Grace, Ada and Carol'."""
    return f" {last} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def put_off(until: date | None, why: str | None, snoozes: int, today: date) -> str | None:
    """'7 Dec (put off 3 times): travelling'; None when that day has come."""
    if until is None or until <= today:
        return None
    often = f" (put off {snoozes} times)" if snoozes > 1 else ""
    return f"{short_day(until, today)}{often}{f': {why}' if why else ''}"


def said_size(size: float) -> str:
    """How many bytes, in the unit that needs no more than three digits: '24 MB'."""
    unit = 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.0f} {_UNITS[unit]}" if unit == 0 or size >= 10 else f"{size:.1f} {_UNITS[unit]}"


def nearest(typed: str, choices: Sequence[str], cutoff: float = 0.6) -> str | None:
    """The one of the choices that was meant, where one is that near, 1 being the same."""
    from netlog.elsewhere import meant

    return meant(typed, choices, cutoff)


def typed_command(
    command: str,
    words: Iterable[str],
    text: str | None = None,
    options: Iterable[tuple[str, str | None]] = (),
) -> str:
    """A command as one would type it whole: words, options that have a value, the text after --."""
    said = [word for name, value in options if value for word in (name, value)]
    after = ["--", typed_anew(" ".join(text.split()), LONGEST_TITLE)] if text else []
    return " ".join(
        [command, *(typed_anew(word, LONGEST_TITLE) for word in (*words, *said)), *after]
    )


def no_such(typed: str, noun: str, choices: Sequence[str]) -> tuple[str, str | None]:
    """What to say of a word that is none of the choices, and what was meant where one is near.

    'cofee is no kind of meeting.' and 'Did you mean coffee?'.
    """
    shown = typed if typed.isascii() and typed.isalnum() and len(typed) <= 40 else quoted(typed)
    near = nearest(typed, choices)
    if near:
        return f"{shown} is no {noun}.", f"Did you mean {near}?"
    return f"{shown} is no {noun}: {listed(choices, 'or')}.", None


# What leads somewhere is typed whole.
LONGEST_TITLE = 1_000


def typed_anew(word: str, longest: int = 40) -> str:
    """A word as one would type it, in quotes where a shell needs them, cut when it is long."""
    word = shortened(word, longest)
    if word and all(char.isalnum() or char in "-+@._/:,=…" for char in word):
        return word
    if word and not set(word) & set('"$`\\!'):
        return f'"{word}"'
    import shlex

    return shlex.quote(word)


# After these words netlog is spoken of, and nothing is to type.
_SPOKEN = "to|asks|does|follows|has|itself|keeps|knows|makes|reads|says"


def acting_on(db: str, said: str) -> str:
    """The sentences, in which each command to type names that book."""
    import re
    import shlex

    named = f"netlog --db {shlex.quote(db)} "
    typed = rf"(?m)(?:^|(?<=[\s(]))netlog (?=[a-z])(?!(?:{_SPOKEN})\b)"
    return re.sub(typed, lambda _: named, said)
