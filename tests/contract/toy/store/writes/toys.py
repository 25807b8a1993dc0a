"""Toys: lent and changed."""

from collections.abc import Mapping

from netlog.records.toys import NewToy

from netlog.store.tables.favors import ToyRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import as_stored, insert, load
from netlog.typed import Any


def add(book: Recording, new: NewToy) -> int:
    """Store a toy; returns its id."""
    return insert(book, ToyRow, new._asdict())


def change(book: Recording, toy_id: int, columns: Mapping[str, Any]) -> None:
    """Change a toy."""
    row = load(book, ToyRow, toy_id)
    for name, value in columns.items():
        setattr(row, name, as_stored(value))
