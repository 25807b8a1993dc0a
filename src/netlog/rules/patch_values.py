"""How one value of a change is read, as it came from an option or JSON, or refused.

A reader is given the value as it came, its key and the ground; it returns None for nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date

from netlog.errors import Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.meetings import KINDS
from netlog.records.refs import parse_ref
from netlog.rules import bare, dates
from netlog.rules import text as text_rules
from netlog.rules.cadence import LONGEST_CADENCE, parse_own_cadence
from netlog.rules.newcomers import newcomer
from netlog.typed import Any
from netlog.wording import NEVER, long_day, no_such, quoted, typed_command


class Footing(NamedTuple):
    """What a patch is read on: the day, where phones are dialled, methods that need no check.

    instead is the command for what is put onto a day to come.
    """

    today: date
    region: str | None = None
    methods: frozenset[tuple[str, str]] = frozenset()
    kinds: tuple[str, ...] = KINDS
    instead: Callable[[str], str] | None = None


Reader = Callable[[Any, str, Footing], Any]


def plain(value: Any, key: str) -> str | None:
    """Text as it came, or None where it is blank; a day of TOML as YYYY-MM-DD."""
    if isinstance(value, date):
        return value.isoformat()
    if value is not None and not isinstance(value, str):
        raise UsageMistake(f"{key} must be text in quotes.")
    return value if value and value.strip() else None


def line(value: Any, key: str, _: Footing) -> str | None:
    """A text of one line."""
    return text_rules.optional_line(plain(value, key), key)


def needed_line(value: Any, key: str, _: Footing) -> str:
    """The same, which must not be blank."""
    return text_rules.line(plain(value, key) or "", key)


def person_name(value: Any, key: str, ground: Footing) -> str:
    """A name without what to reach them by, which stands beside it."""
    name = needed_line(value, key, ground)
    said = newcomer(name)
    if not said.methods or said.name == name:
        return name
    way = said.methods[0]
    beside = ["--name", said.name, f"--{way.kind}", way.value]
    raise UsageMistake(
        f"{quoted(way.value)} is no part of a name, but goes beside it.",
        advice=typed_command("netlog edit WHO", beside),
    )


def block(value: Any, key: str, _: Footing) -> str | None:
    """A text of several lines."""
    return text_rules.optional_block(plain(value, key), key)


def past_day(value: Any, key: str, ground: Footing) -> date | None:
    """A day that has come."""
    typed = plain(value, key)
    return dates.parse_happened(typed, ground.today, ground.instead) if typed else None


def needed_past_day(value: Any, key: str, ground: Footing) -> date:
    """The same, which must be said."""
    day = past_day(value, key, ground)
    if day is None:
        raise UsageMistake(f"{key} needs a day.")
    return day


def happens_on(value: Any, key: str, ground: Footing) -> date:
    """The day of a plan: today or later."""
    typed = plain(value, key)
    if not typed:
        raise UsageMistake(f"{key} needs a day.")
    day = dates.parse_date(typed, ground.today, "future")
    if day < ground.today:
        raise Refused(f"{long_day(day)} is past: a plan is for today or later.")
    return day


def starts_at(value: Any, key: str, _: Footing) -> str | None:
    """A time as HH:MM."""
    typed = plain(value, key)
    found = bare.time(typed) if typed else None
    if typed and found is None:
        raise UsageMistake(f"{quoted(typed)} is no time: write it like 10:00 or 9am.")
    return found


def due_on(value: Any, key: str, ground: Footing) -> date | None:
    """A day to come."""
    typed = plain(value, key)
    day = dates.parse_date(typed, ground.today, "future") if typed else None
    if day and day < ground.today:
        raise Refused(f"{long_day(day)} is past: what is due is due on a day to come.")
    return day


def thanks_due_on(value: Any, key: str, ground: Footing) -> date:
    """The same, which must be said."""
    day = due_on(value, key, ground)
    if day is None:
        raise UsageMistake(f"{key} needs a day.")
    return day


def birthday(value: Any, key: str, ground: Footing) -> str | None:
    """A birthday that has been, as `dates.parse_birthday` has it."""
    typed = plain(value, key)
    return dates.parse_past_birthday(typed, ground.today) if typed else None


def cadence(value: Any, key: str, _: Footing) -> int | None:
    """Days, 0 for never."""
    if isinstance(value, int) and not isinstance(value, bool):
        if NEVER <= value <= LONGEST_CADENCE:
            return value
        raise UsageMistake(f"{key} is 0 (never) to {LONGEST_CADENCE} days, not {value}.")
    typed = plain(value, key)
    return parse_own_cadence(typed) if typed else None


def choice(choices: Sequence[str], noun: str, *, needed: bool = False) -> Reader:
    """A reader of one of these words."""

    def reader(value: Any, key: str, _: Footing) -> str | None:
        typed = plain(value, key)
        if (typed in choices) if typed else not needed:
            return typed
        what, advice = no_such(typed or "", noun, choices)
        raise UsageMistake(what, advice=advice)

    return reader


def kind(value: Any, key: str, ground: Footing) -> str | None:
    """A kind of meeting, built in or of your own."""
    chosen: str | None = choice(ground.kinds, "kind of meeting", needed=True)(value, key, ground)
    return chosen


def who(value: Any, key: str, _: Footing) -> str | None:
    """Whatever who understands; of a person as JSON has one, the ref."""
    if isinstance(value, dict) and not value.get("ref"):
        raise UsageMistake(f"{key} names somebody by a ref, such as c12.")
    return plain(value.get("ref") if isinstance(value, dict) else value, key)


def goal(value: Any, key: str, _: Footing) -> int | None:
    """The id of a goal, whose ref was typed, or that of JSON."""
    if isinstance(value, dict):
        value = value.get("ref")
    typed = plain(value, key)
    ref = parse_ref(typed) if typed else None
    if typed and (ref is None or ref.letter != "g"):
        raise UsageMistake(f"{quoted(typed)} is no goal: {key} is a ref, such as g1.")
    return ref.id if ref else None
