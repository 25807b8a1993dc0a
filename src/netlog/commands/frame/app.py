"""What a command works with: the file, and the terminal it is asked from, joined here once."""

import os
import sys
from collections.abc import Callable
from functools import cached_property

from netlog import clock, output, render
from netlog.actions.doors import Doors
from netlog.errors import NetlogError, Refused, UsageMistake
from netlog.later import Later
from netlog.output import Output
from netlog.store import connect
from netlog.store.place import database_path, named
from netlog.typed import TYPE_CHECKING, Any, TypeVar
from netlog.wording import acting_on

if TYPE_CHECKING:
    from netlog.records.copies import CopyKind
    from netlog.records.due import DueItem

AllMeant = TypeVar("AllMeant")

bring_back = Later("store.failures", "bring_back")


class App(Doors):
    """One run of netlog: the doors of the file that was asked for, and how to speak of it.

    `reads_stdin` says that standard input holds what a `-` stands for, and no answers; `told` is
    the text that came after --, if any did; `called` is how the command was, "netlog lead show".
    """

    def __init__(self, *, json: bool = False, db: str | None = None) -> None:
        super().__init__("")
        self.json = json
        self.db = db
        self.asked_version = False
        self.unpaged = False
        self.reads_stdin = False
        self.called = ""
        self.told: str | None = None
        self._mentions: list[str] = []
        self._held: list[str] | None = None
        # Whether the book was not there when it was first wanted, and how it was named.
        self._is_new = False
        self._absent: str | None = None
        clock.end_days_at(_hour_of_sleep)
        connect.patience, connect.waiting = _patience, self._say_it_waits

    @property
    def out(self) -> Output:
        """How this run prints."""
        return self._out._replace(absent=True) if self.place else self._out

    @cached_property
    def _out(self) -> Output:
        chosen = output.choose(self.json, pager=not self.unpaged)
        return chosen._replace(rehearsing=self.rehearsing, db=self.path if self.db else None)

    @property
    def path(self) -> str:
        """Where the file is, or will be: looked up when it is wanted, once."""
        if not self._path:
            self._path = database_path(self.db)
            is_there = connect.is_address(self._path) or os.path.lexists(self._path)
            self._is_new = not is_there
            self._absent = named(self.db) if self._is_new else None
        return self._path

    @property
    def place(self) -> str | None:
        """What to say of a book that was not there, if it was named or has backups."""
        if not (self._is_new and self.looked):
            return None
        back = self._backups if not self.restoring else None
        if self._absent is None and back is None:
            return None
        if self.saved:
            earlier = "; there are backups of an earlier one" if back else ""
            said = f"Began a book at {self.path}{earlier}."
        else:
            said = f"There is no book at {self._absent or self.path}."
        return f"{said} {back}" if back else said

    @cached_property
    def _backups(self) -> str | None:
        """What to do where backups of the book are there."""
        back = bring_back(self.path)
        return back and self.acting_here(back)

    @property
    def is_there(self) -> bool:
        """Whether there is a book; one on a server is taken for granted."""
        return self.is_on_server or os.path.lexists(self.path)

    def act_on(self, path: str) -> None:
        """Act on the book there, whatever was asked for."""
        self._path = path

    def wants_book(self) -> None:
        """Raise Refused where there is no book yet."""
        if not self.is_there:
            raise Refused(f"There is no book at {self.path} yet.")

    def wants_file(self, what: str, instead: str) -> None:
        """Raise UsageMistake where the book is no file: what it says of files, and what to do."""
        if self.is_on_server:
            raise UsageMistake(f"{what}, and this book is on a server.", advice=instead)

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody to choose between people."""
        return not (self.json or self.reads_stdin) and output.can_ask()

    @property
    def can_offer(self) -> bool:
        """Whether a person sits at both ends: nothing is offered beside a pipe."""
        return self.can_ask and output.is_terminal(sys.stdout)

    def _say_it_waits(self) -> None:
        if output.is_terminal(sys.stderr):
            render.aside("Another program is busy with the book: waiting for it.")

    def mention(self, sentence: str) -> None:
        """Say something on stderr; with --json only at the end, and not beside an error."""
        sentence = self.acting_here(sentence)
        if self._held is not None:
            self._held.append(sentence)
        elif self.json:
            self._mentions.append(sentence)
        else:
            render.aside(sentence)

    def meaning(self, find: Callable[[], AllMeant]) -> AllMeant:
        """Whom several words mean: what is said of one is not, where another means nobody."""
        held: list[str] = []
        self._held = held
        try:
            found = find()
        finally:
            self._held = None
        for sentence in held:
            self.mention(sentence)
        return found

    def remember(self, path: str, kind: "CopyKind") -> None:
        """Note in the book where a copy was written, that forget may name it; else say so."""
        from netlog.actions import copies

        if said := copies.remember(self, path, kind):
            self.mention(said)

    def finish(self) -> None:
        """Say what waited for the end."""
        for sentence in (*self._mentions, *filter(None, (self.place,))):
            render.aside(sentence)

    def argv(self, *words: str) -> tuple[str, ...]:
        """That command, acting on this file also when --db named it."""
        return ("netlog", *(("--db", self.path) if self.db else ()), *words)

    def acting_here(self, sentence: str) -> str:
        """The sentence, its commands acting on this file also when --db named it."""
        if not self.db:
            return sentence
        try:
            return acting_on(self.path, sentence)
        except NetlogError:
            return sentence  # what --db names is no file, which is told as it is

    def settled_here(self, items: "list[DueItem]") -> "list[DueItem]":
        """The items with commands that act on this file, also when --db named it."""
        if not self.db:
            return items
        return [self._settled_here(item) for item in items]

    def _settled_here(self, item: "DueItem") -> "DueItem":
        ways = (way._replace(argv=self.argv(*way.argv[1:])) for way in item.choices)
        return item._replace(settle=self.argv(*item.settle[1:]), choices=tuple(ways))


def of(context: Any) -> App:
    """The App of a command's context."""
    app = context.obj
    assert isinstance(app, App)
    return app


def _hour_of_sleep() -> int:
    from netlog.store.config import settings

    return settings().day_ends


def _patience() -> float:
    from netlog.store.config import settings

    return settings().wait
