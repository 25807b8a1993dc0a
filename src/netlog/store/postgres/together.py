"""Reads that ask a server seldom: what is asked one after the other goes in as few messages as can.

What reads is run over what is known so far, as if nothing else were found, and what it asked and
did not know is then asked of the server in one message; again, until nothing is asked that is not
known. So it must change nothing, and may meet an error on the way that is none in the end.
"""

import json
from collections.abc import Callable, Mapping, Sequence

from netlog.store.connect import Answer, Bound
from netlog.store.postgres.wire import AtHand, Wire, translated
from netlog.typed import Any, TypeVar

T = TypeVar("T")
Asked = tuple[str, tuple[Any, ...]]
# To plan so many in one statement takes no time to speak of; it grows with their square.
AT_ONCE = 30
# What is not told as JSON.
APART = "images"


class Tape(Wire):
    """A book of which some is known, which notes what else it is asked."""

    def __init__(self, wire: Wire) -> None:
        self.__dict__.update(wire.__dict__)
        self._wire = wire
        self._found: dict[Asked, Any] = {}
        self._asked: dict[Asked, bytes] = {}

    def execute(self, sql: str, binds: Bound = (), /) -> Answer:
        """What is known that the statement finds, nothing where that is not known yet."""
        if APART in sql:
            return self._wire.execute(sql, binds)
        key = sql, tuple(binds.items() if isinstance(binds, Mapping) else binds)
        found = self._found.get(key)
        if found is None:
            if key not in self._asked:
                said = self.driver.cursor().mogrify(translated(sql), binds or {})
                self._asked[key] = b"(SELECT json_agg(q)::text FROM (\n%s) AS q)" % said
            return AtHand(())
        return AtHand(*found)

    @property
    def guesses(self) -> bool:
        """Whether there may be more than is told, as there is where anything is known already."""
        return bool(self._found and self._asked)

    def tried(self, read: Callable[[Any], T]) -> T | None:
        """What that reads, as far as it is known."""
        try:
            return read(self)
        except Exception:
            if not self._asked:
                raise
            return None

    def asked(self) -> list[bytes]:
        """What it was asked that is not known, each to be told as one value."""
        return [*self._asked.values()][:AT_ONCE]

    def learn(self, told: Sequence[str | None]) -> None:
        """Know from now on what was asked, of which that was told."""
        several = [*self._asked][: len(told)]
        for key, one in zip(several, told, strict=True):
            self._found[key] = _rows(one)
            del self._asked[key]

    def ask(self) -> None:
        """Ask the server all of it."""
        while some := self.asked():
            cursor = self.driver.cursor()
            cursor.execute(b"SELECT\n" + b",\n".join(some))
            self.learn(cursor.fetchone())


def together(wire: Wire, read: Callable[[Any], T]) -> T:
    """What that reads, asked together."""
    if isinstance(wire, Tape):
        return read(wire)
    return finished(Tape(wire), read)


def finished(known: Tape, read: Callable[[Any], T]) -> T:
    """The same, of which some is known."""
    while True:
        found = known.tried(read)
        if not known.asked():
            return found  # type: ignore[return-value]
        known.ask()


def _rows(told: str | None) -> tuple[list[Any], Sequence[str]]:
    if told is None:
        return [], ()
    names: list[str] = []

    def row(pairs: list[tuple[str, Any]]) -> tuple[Any, ...]:
        if not names:
            names.extend(name for name, _ in pairs)
        return tuple([int(one) if one is True or one is False else one for _, one in pairs])

    return json.loads(told, object_pairs_hook=row), names
