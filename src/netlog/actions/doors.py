"""The file as actions see it: where it is, and its two doors with the clock at them."""

from collections.abc import Callable, Iterator

from netlog import clock
from netlog.contexts import contextmanager
from netlog.store import doors
from netlog.store.connect import Book, is_address
from netlog.typed import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from contextlib import AbstractContextManager, ExitStack

    from netlog.records.cadence import ContactFacts, Derived
    from netlog.store.writes.recording import Recording

T = TypeVar("T")


def derive(facts: "ContactFacts") -> "Derived":
    """What follows from the facts; only a read that meets an older file has to know."""
    from netlog.rules.derived import derive

    return derive(facts)


def reading(path: str) -> "AbstractContextManager[Book]":
    """Another file than the run's own, read-only, while the block lasts."""
    return doors.reading(path, clock.now(), derive)


class Doors:
    """The file at a path.

    `looked` turns true when it is opened, `tried` with the first write, `saved` once one is in it.
    `restoring` says that a backup is about to be the book.
    With `rehearsing` nothing is ever saved: what is read after a write is how it would stand.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.looked = False
        self.tried = False
        self.saved = False
        self.rehearsing = False
        self.restoring = False
        self._rehearsal: ExitStack | None = None
        self._imagined: Book | None = None
        self._kept = doors.Views()

    @property
    def path(self) -> str:
        """Where the file is, or will be."""
        return self._path

    @property
    def is_on_server(self) -> bool:
        """Whether it is a server that keeps the book, and no file."""
        return is_address(self.path)

    @contextmanager
    def reading(self) -> Iterator[Book]:
        """The file as it is, read-only; in a rehearsal as it would be."""
        self.looked = True
        if self._imagined is not None:
            yield self._imagined
            return
        with doors.reading(self.path, clock.now(), derive, self._kept) as connection:
            yield connection

    def asked(self, read: Callable[[Book], T]) -> T:
        """What that reads of the file, which it must leave alone: it may be run more than once."""
        self.looked = True
        if self._imagined is not None:
            return read(self._imagined)
        return doors.asked(self.path, clock.now(), derive, self._kept, read)

    @contextmanager
    def recording(self, command: str, *, large: bool = False) -> Iterator["Recording"]:
        """One journaled transaction, saved when the block ends without an error.

        large says that it may not fit into memory.
        """
        from netlog.rules.derived import derive  # before the book is held

        self.looked = self.tried = True
        open_book = doors.rehearsing if self.rehearsing else doors.recording
        door = open_book(
            self.path,
            command=command,
            at=clock.now(),
            judge=derive,
            today=clock.today(),
            large=large,
        )
        if self.rehearsing:
            book = self._rehearsed.enter_context(door)
            try:
                yield book
                book.settle()
            except Exception as error:
                # The door says what went wrong, as where it is not rehearsed.
                self._rehearsed.__exit__(type(error), error, error.__traceback__)
                raise
            self._imagined = book.connection
            return
        with door as book:
            yield book
        self.saved = True

    def close(self) -> None:
        """Let go of the file, and of what was rehearsed."""
        self._kept.close()
        self._imagined = None
        if self._rehearsal is not None:
            self._rehearsal.close()

    @property
    def _rehearsed(self) -> "ExitStack":
        """What is held until the run ends, so that what was rehearsed can be read."""
        if self._rehearsal is None:
            from contextlib import ExitStack

            self._rehearsal = ExitStack()
        return self._rehearsal
