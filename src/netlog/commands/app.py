"""What a command works with: the file's two doors, the clock and the output, joined here once."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netlog import clock, output, render
from netlog.output import Output
from netlog.records.due import DueItem
from netlog.store import doors
from netlog.store.place import database_path

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class App:
    """One run of netlog; `saved` turns true once a write is safely in the file.

    `reads_stdin` says that standard input holds what a `-` stands for, and no answers.
    """

    def __init__(self, *, json: bool = False, db: str | None = None) -> None:
        self.json = json
        self.db = db
        self.saved = False
        self.asked_version = False
        self.reads_stdin = False
        self._mentions: list[str] = []

    @cached_property
    def out(self) -> Output:
        """How this run prints."""
        return output.choose(self.json)

    @cached_property
    def path(self) -> str:
        """Where the file is, or will be."""
        return database_path(self.db)

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody to choose between people."""
        return not (self.json or self.reads_stdin) and output.can_ask()

    @property
    def can_offer(self) -> bool:
        """Whether a person sits at both ends: nothing is offered beside a pipe."""
        return self.can_ask and output.is_terminal(sys.stdout)

    def mention(self, sentence: str) -> None:
        """Say something on stderr; with --json only at the end, and not beside an error."""
        if self.json:
            self._mentions.append(sentence)
        else:
            render.aside(sentence)

    def finish(self) -> None:
        """Say what waited for the end."""
        for sentence in self._mentions:
            render.aside(sentence)

    def argv(self, *words: str) -> tuple[str, ...]:
        """That command, acting on this file also when --db named it."""
        return ("netlog", *(("--db", self.path) if self.db else ()), *words)

    def settled_here(self, items: list[DueItem]) -> list[DueItem]:
        """The items with commands that act on this file, also when --db named it."""
        if not self.db:
            return items
        return [item._replace(settle=self.argv(*item.settle[1:])) for item in items]

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file as it is, read-only."""
        with doors.reading(self.path, clock.now()) as connection:
            yield connection

    @contextmanager
    def recording(self, command: str, *, large: bool = False) -> Iterator["Recording"]:
        """One journaled transaction, saved when the block ends without an error.

        large says that it may not fit into memory.
        """
        from netlog.rules.derived import derive

        with doors.recording(
            self.path, command=command, at=clock.now(), judge=derive, large=large
        ) as book:
            yield book
        self.saved = True


def of(context: Any) -> App:
    """The App of a command's context."""
    app = context.obj
    assert isinstance(app, App)
    return app
