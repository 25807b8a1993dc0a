"""The values of a record of netlog's own JSON, each asked for as what it must be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from netlog.records.incoming import Exact
from netlog.records.limits import LONGEST_TEXT
from netlog.records.meetings import WhoInvited, WhoPaid
from netlog.typed import Any, TypeVar, get_args

HIGHEST = 2**53  # the last whole number that every reader of JSON can tell from the next
WHOLE_NUMBERS = frozenset({"id", "snoozes", "number", "position", "sequence"})
# Lines of cards as they were read; some hold a photo.
PICTURES = "kept"
_DAYS = ("_on", "_until")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CHOICES = {"invited_by": get_args(WhoInvited), "paid_by": get_args(WhoPaid)}

Listed = TypeVar("Listed", bound=str)


class Wrong(Exception):
    """A record that cannot be read; the message says why."""


class Record:
    """An object of the file; row is its number, uids say which uid an id of the file stands for."""

    def __init__(
        self, row: int, value: Mapping[str, Any], uids: Mapping[tuple[str, int], str]
    ) -> None:
        self.row = row
        self._value = value
        self._uids = uids

    def text(self, key: str) -> str | None:
        """Text, or nothing."""
        value = self._value.get(key)
        if value is None or isinstance(value, str):
            return _storable(value, key) if value else None
        raise Wrong(f"{key} is not text")

    def needed(self, key: str) -> str:
        """Text that must be there."""
        value = self.text(key)
        if not value or not value.strip():
            raise Wrong(f"it has no {key}")
        return value

    def choice(self, key: str, *choices: Listed) -> Listed:
        """One of these words."""
        value = self.text(key)
        for one in choices:
            if value == one:
                return one
        raise Wrong(f"{key} is not one of {', '.join(choices)}")

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        value = self._value.get(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        raise Wrong(f"{key} is neither true nor false")

    def number(self, key: str) -> int | None:
        """A whole number from 0 on, or nothing."""
        value = self._value.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < HIGHEST:
            return value
        raise Wrong(f"{key} is not a whole number")

    def needed_number(self, key: str) -> int:
        """A whole number that must be there."""
        found = self.number(key)
        if found is None:
            raise Wrong(f"it has no {key}")
        return found

    def day(self, key: str) -> date | None:
        """A day, or nothing."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value) if _DAY.fullmatch(value) else _no_day(key)
        except ValueError:
            return _no_day(key)

    def clock(self, key: str) -> str | None:
        """A time of day, or nothing."""
        value = self.text(key)
        if value is not None and not _CLOCK.fullmatch(value):
            raise Wrong(f"{key} is not a time such as 09:30")
        return value

    def needed_day(self, key: str) -> date:
        """A day that must be there."""
        return self.day(key) or _no_day(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self._list(key)
        if all(isinstance(one, str) for one in found):
            return tuple(_storable(one, key) for one in found)
        raise Wrong(f"{key} is not a list of texts")

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        found = self._list(key)
        if all(type(one) is int and 0 < one < HIGHEST for one in found):
            return tuple(found)
        raise Wrong(f"{key} is not a list of numbers")

    def rows(self, key: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The ids of what belongs to the record, by the name of the list."""
        value = self._value.get(key) or {}
        if not isinstance(value, dict):
            raise Wrong(f"{key} is not an object")
        inner = Record(self.row, value, self._uids)
        return tuple((name, inner.numbers(name)) for name in value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """An object of texts."""
        value = self._value.get(key) or {}
        if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
            return tuple((_storable(a, key), _storable(b, key)) for a, b in value.items())
        raise Wrong(f"{key} is not an object of texts")

    def records(self, key: str) -> Iterator["Record"]:
        """A list of objects."""
        for one in self._list(key):
            if not isinstance(one, dict):
                raise Wrong(f"{key} is not a list of objects")
            yield Record(self.row, one, self._uids)

    def who(self, key: str, letter: str = "c") -> str | None:
        """The uid of what is referred to, else its name."""
        return self._meant(self._value.get(key), key, letter)

    def needed_who(self, key: str) -> str:
        """The uid or the name of somebody who must be named."""
        found = self.who(key)
        if not found:
            raise Wrong(f"it has no {key}")
        return found

    def several(self, key: str) -> tuple[str, ...]:
        """The uids or names of several people."""
        found = (self._meant(one, key, "c") for one in self._list(key))
        return tuple(filter(None, found))

    def exact(self, *keys: str, **choices: tuple[str, ...]) -> Exact:
        """These columns as they are, some of them words; those without a value are left out."""
        found = ((key, self._column(key, choices.get(key, ()))) for key in keys)
        return tuple((key, value) for key, value in found if value is not None)

    def _column(self, key: str, choices: Sequence[str]) -> str | int | None:
        if key in WHOLE_NUMBERS:
            return self.number(key)
        if choices and self._value.get(key):
            word: str = self.choice(key, *choices)
            return word
        if key == "starts_at":
            return self.clock(key)
        if key.endswith(_DAYS):
            day = self.day(key)
            return day.isoformat() if day else None
        if key in _CHOICES and self._value.get(key):
            chosen: str = self.choice(key, *_CHOICES[key])
            return chosen
        value = self.text(key)
        if value is not None and key.endswith("_at") and not _is_instant(value):
            raise Wrong(f"{key} is not an instant such as 2026-11-23T12:00:00Z")
        return value

    def _meant(self, value: Any, key: str, letter: str) -> str | None:
        if value is None or isinstance(value, str):
            return _storable(value, key) if value else None
        if not isinstance(value, dict):
            raise Wrong(f"{key} refers to nothing")
        said = Record(self.row, value, self._uids)
        id_ = said.number("id")
        known = self._uids.get((letter, id_)) if id_ is not None else None
        return said.text("uid") or known or said.text("name")

    def _list(self, key: str) -> list[Any]:
        value = self._value.get(key)
        if value is None or isinstance(value, list):
            return value or []
        raise Wrong(f"{key} is not a list")


def _no_day(key: str) -> "date":
    raise Wrong(f"{key} is not a day such as 2026-11-23")


def _storable(text: str, key: str) -> str:
    """The text without what no terminal and no file should get."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Wrong(f"{key} is not valid text") from None
    if len(text) > LONGEST_TEXT and key != PICTURES:
        raise Wrong(f"{key} is longer than 1 MB")
    return _CONTROL.sub(" ", text)


def _is_instant(value: str) -> bool:
    if not _INSTANT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
