"""How each value of a change is read, as it came from an option or JSON, or refused."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, get_args

from netlog.errors import Refused, UsageMistake
from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.contacts import METHOD_KINDS, NewDate, NewMethod
from netlog.records.goals import NewTarget
from netlog.records.meetings import KINDS, WhoInvited, WhoPaid
from netlog.records.people import CIRCLES
from netlog.records.refs import parse_ref
from netlog.records.thanks import How
from netlog.rules import bare, dates, fields, goals, methods, text
from netlog.rules.cadence import LONGEST_CADENCE, parse_own_cadence
from netlog.wording import NEVER, no_such


class Footing(NamedTuple):
    """What a patch is read on: the day, where phones are dialled, methods that need no check."""

    today: date
    region: str | None = None
    methods: frozenset[tuple[str, str]] = frozenset()
    kinds: tuple[str, ...] = KINDS


Reader = Callable[[Any, str, Footing], Any]


# Readers: a value as it came, its key and the ground; None for nothing.


def _text(value: Any, key: str) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    if value is not None and not isinstance(value, str):
        raise UsageMistake(f"{key} must be text in quotes.")
    return value if value and value.strip() else None


def _line(value: Any, key: str, _: Footing) -> str | None:
    return text.optional_line(_text(value, key), key)


def _needed_line(value: Any, key: str, _: Footing) -> str:
    return text.line(_text(value, key) or "", key)


def _block(value: Any, key: str, _: Footing) -> str | None:
    return text.optional_block(_text(value, key), key)


def _day(value: Any, key: str, ground: Footing) -> date | None:
    typed = _text(value, key)
    return dates.parse_happened(typed, ground.today) if typed else None


def _needed_day(value: Any, key: str, ground: Footing) -> date:
    day = _day(value, key, ground)
    if day is None:
        raise UsageMistake(f"{key} needs a day.")
    return day


def _happens_on(value: Any, key: str, ground: Footing) -> date:
    typed = _text(value, key)
    if not typed:
        raise UsageMistake(f"{key} needs a day.")
    day = dates.parse_date(typed, ground.today, "future")
    if day < ground.today:
        raise Refused("A plan is for today or later.")
    return day


def _starts_at(value: Any, key: str, _: Footing) -> str | None:
    typed = _text(value, key)
    found = bare.time(typed) if typed else None
    if typed and found is None:
        raise UsageMistake(f"{key} is a time, such as 10:00 or 9am.")
    return found


def _due_on(value: Any, key: str, ground: Footing) -> date | None:
    typed = _text(value, key)
    day = dates.parse_date(typed, ground.today, "future") if typed else None
    if day and day < ground.today:
        raise Refused("What is due is due on a day to come.")
    return day


def _thanks_due_on(value: Any, key: str, ground: Footing) -> date:
    day = _due_on(value, key, ground)
    if day is None:
        raise UsageMistake(f"{key} needs a day.")
    return day


def _birthday(value: Any, key: str, ground: Footing) -> str | None:
    typed = _text(value, key)
    return dates.parse_past_birthday(typed, ground.today) if typed else None


def _cadence(value: Any, key: str, _: Footing) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        if NEVER <= value <= LONGEST_CADENCE:
            return value
        raise UsageMistake(f"{key} is 0 (never) to {LONGEST_CADENCE} days.")
    typed = _text(value, key)
    return parse_own_cadence(typed) if typed else None


def _choice(choices: Sequence[str], noun: str, *, needed: bool = False) -> Reader:
    def reader(value: Any, key: str, _: Footing) -> str | None:
        typed = _text(value, key)
        if (typed in choices) if typed else not needed:
            return typed
        what, advice = no_such(typed or "", noun, choices)
        raise UsageMistake(what, advice=advice)

    return reader


def _kind(value: Any, key: str, ground: Footing) -> str | None:
    chosen: str | None = _choice(ground.kinds, "kind of meeting", needed=True)(value, key, ground)
    return chosen


def _list(value: Any, key: str) -> list[Any]:
    if value is None or value == "":
        return []
    if not isinstance(value, list):
        raise UsageMistake(f"{key} must be a list in [ ].")
    return value


def _tags(value: Any, key: str, _: Footing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.tag(_text(one, key) or "") for one in _list(value, key)))


def _lines(value: Any, key: str, _: Footing) -> tuple[str, ...]:
    typed = (_text(one, key) for one in _list(value, key))
    return tuple(dict.fromkeys(text.line(one, key) for one in typed if one))


def _dates(value: Any, key: str, _: Footing) -> tuple[NewDate, ...]:
    found: dict[str, NewDate] = {}
    for one in _list(value, key):
        if not isinstance(one, dict) or one.keys() != {"label", "on"}:
            raise UsageMistake('A date is written as { label = "anniversary", on = "2010-06-01" }.')
        label = text.line(_text(one["label"], "label") or "", "label")
        found[fold(label)] = NewDate(label, dates.parse_yearly(_text(one["on"], "on") or ""))
    return tuple(found.values())


def _circles(value: Any, key: str, ground: Footing) -> tuple[str, ...]:
    reader = _choice(CIRCLES, "circle", needed=True)
    chosen = [reader(one, key, ground) for one in _list(value, key)]
    return tuple(circle for circle in CIRCLES if circle in chosen)


def _who(value: Any, key: str, _: Footing) -> str | None:
    """Whatever who understands; of a person as JSON has one, the ref."""
    if isinstance(value, dict) and not value.get("ref"):
        raise UsageMistake(f"{key} names somebody by a ref, such as c12.")
    return _text(value.get("ref") if isinstance(value, dict) else value, key)


def _people(value: Any, key: str, ground: Footing) -> tuple[str, ...]:
    typed = [_who(one, key, ground) for one in _list(value, key)]
    if not typed or None in typed:
        raise UsageMistake("Somebody must have been there.")
    return tuple(filter(None, typed))


def _goal(value: Any, key: str, _: Footing) -> int | None:
    """The id of a goal, whose ref was typed, or that of JSON."""
    if isinstance(value, dict):
        value = value.get("ref")
    typed = _text(value, key)
    ref = parse_ref(typed) if typed else None
    if typed and (ref is None or ref.letter != "g"):
        raise UsageMistake(f"{key} is a ref, such as g1.")
    return ref.id if ref else None


def _targets(value: Any, key: str, ground: Footing) -> tuple[NewTarget, ...]:
    """Targets as they are typed, or as JSON has them."""
    typed = (_text(_typed(one), key) for one in _list(value, key))
    return tuple(dict.fromkeys(goals.target(one, ground.kinds) for one in typed if one))


def _typed(target: Any) -> Any:
    """A target of JSON as it is typed; another value as it is."""
    if not isinstance(target, dict):
        return target
    return f"{target.get('number')} {target.get('what')} a {target.get('per')}"


def _fields(value: Any, key: str, _: Footing) -> dict[str, str | None]:
    if not isinstance(value, dict):
        raise UsageMistake(f"{key} must be a table of keys and values.")
    return {
        fields.key(name): text.optional_block(_text(held, name), name)
        for name, held in value.items()
    }


def _methods(value: Any, key: str, ground: Footing) -> tuple[NewMethod, ...]:
    read_ = [_method(one, ground) for one in _list(value, key)]
    found = {(method.kind, method.normal): method for method in read_}
    preferred = [method.kind for method in found.values() if method.preferred]
    for kind in set(preferred):
        if preferred.count(kind) > 1:
            raise UsageMistake(f"One {kind} can be preferred, not more.")
    return tuple(found.values())


def _method(value: Any, ground: Footing) -> NewMethod:
    keys = ("kind", "value", "label", "preferred")
    if not isinstance(value, dict) or not {"kind", "value"} <= value.keys() <= set(keys):
        raise UsageMistake(
            'A method is written as { kind = "email", value = "grace@example.org" }; label '
            "and preferred may follow."
        )
    kind, held, label = (_text(value.get(name), name) for name in keys[:3])
    if kind not in METHOD_KINDS:
        what, advice = no_such(kind or "", "kind of method", METHOD_KINDS)
        raise UsageMistake(what, advice=advice)
    preferred = value.get("preferred") or False
    if not isinstance(preferred, bool):
        raise UsageMistake("preferred is true or false.")
    if held is not None and (kind, held) in ground.methods:
        normal = methods.normal(kind, held, label, ground.region)
        return NewMethod(kind, held, normal, label, preferred)
    return methods.method(kind, held or "", label, ground.region)._replace(preferred=preferred)


READERS: Final[dict[str, dict[str, Reader]]] = {
    "c": {
        "name": _needed_line,
        **dict.fromkeys(("nickname", "phonetic_first", "phonetic_last"), _line),
        **dict.fromkeys(("nicknames", "former_names", "merged_names"), _lines),
        **dict.fromkeys(("organization", "title", "city"), _line),
        "birthday": _birthday,
        "dates": _dates,
        "how_met": _line,
        "met_on": _day,
        "introduced_by": _who,
        "cadence_days": _cadence,
        "circles": _circles,
        "tags": _tags,
        "methods": _methods,
        "notes": _block,
        "fields": _fields,
    },
    "m": {
        "happened_on": _needed_day,
        "kind": _kind,
        "contacts": _people,
        "place": _line,
        "invited_by": _choice(get_args(WhoInvited), "answer to who invited"),
        "paid_by": _choice(get_args(WhoPaid), "answer to who paid"),
        "asked": _line,
        "occasion": _line,
        "text": _block,
    },
    "f": {
        "text": _needed_line,
        "asked_for": _line,
        "due_on": _due_on,
        "done_on": _needed_day,
        "outcome": _line,
    },
    "t": {
        "due_on": _thanks_due_on,
        "sent_on": _day,
        "how": _choice(get_args(How), "way of thanking"),
    },
    "g": {
        "text": _needed_line,
        "horizon": _choice(("short", "long"), "horizon", needed=True),
        "targets": _targets,
        "by": _due_on,
    },
    "l": {"title": _needed_line, "organization": _line, "source": _line, "goal": _goal},
    "p": {
        "happens_on": _happens_on,
        "starts_at": _starts_at,
        "kind": _kind,
        "contacts": _people,
        "place": _line,
        "invited_by": _choice(get_args(WhoInvited), "answer to who invited"),
        "text": _block,
    },
    "o": {
        "name": _needed_line,
        "aliases": _lines,
        "city": _line,
        "methods": _methods,
        "cadence_days": _cadence,
        "notes": _block,
    },
}
