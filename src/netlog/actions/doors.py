"""The file as actions see it: where it is, and its two doors with the clock at them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from netlog import clock
from netlog.records.cadence import ContactFacts, Derived
from netlog.store import doors

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def _derive(facts: ContactFacts) -> Derived:
    """What follows from the facts; only a read that meets an older file has to know."""
    from netlog.rules.derived import derive

    return derive(facts)


class Doors:
    """The file at a path.

    `looked` turns true when it is opened, `tried` with the first write, `saved` once one is in it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.looked = False
        self.tried = False
        self.saved = False

    @property
    def path(self) -> str:
        """Where the file is, or will be."""
        return self._path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file as it is, read-only."""
        self.looked = True
        with doors.reading(self.path, clock.now(), _derive) as connection:
            yield connection

    @contextmanager
    def recording(self, command: str, *, large: bool = False) -> Iterator["Recording"]:
        """One journaled transaction, saved when the block ends without an error.

        large says that it may not fit into memory.
        """
        from netlog.rules.derived import derive

        self.looked = self.tried = True
        with doors.recording(
            self.path,
            command=command,
            at=clock.now(),
            judge=derive,
            today=clock.today(),
            large=large,
        ) as book:
            yield book
        self.saved = True
