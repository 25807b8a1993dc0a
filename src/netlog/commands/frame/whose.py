"""Whose part of an office is asked for: one's own, unless it is said otherwise."""

from netlog.commands.frame.app import App
from netlog.errors import UsageMistake
from netlog.later import Later
from netlog.store.connect import Book

_mine, _done_by = (Later("store.postgres.narrowed", name) for name in ("mine", "done_by"))


def check(app: App, *, mine: bool, everyone: bool, by: str | None = None) -> None:
    """Raise UsageMistake for two that contradict each other, and for a user of a file."""
    said = [name for name, is_said in (("--mine", mine), ("--everyone", everyone)) if is_said]
    said += ["--by"] if by is not None else []
    if len(said) > 1:
        raise UsageMistake(f"{said[0]} and {said[1]} contradict each other: leave one out.")
    if by is not None and not app.is_on_server:
        raise UsageMistake("--by is for a book on a server: this one is yours alone.")


def people(app: App, book: Book, *, everyone: bool) -> Book:
    """The book with one's own people alone, where it is an office."""
    if everyone or not app.is_on_server:
        return book
    found: Book = _mine(book)
    return found


def done_by(app: App, book: Book, *, everyone: bool, by: str | None) -> Book:
    """The book with what one did oneself, or that user, where it is an office."""
    if everyone or not app.is_on_server:
        return book
    found: Book = _done_by(book, by)
    return found
