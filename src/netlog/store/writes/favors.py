"""Favors: opened, done, told, dropped."""

from datetime import date

from netlog.records.favors import NewFavor
from netlog.store.tables import Favor
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load


def add(book: Recording, new: NewFavor) -> int:
    """Store a favor; returns its id."""
    return insert(book, Favor, new._asdict())


def finish(book: Recording, favor_id: int, on: date) -> None:
    """Mark a favor as done on that day."""
    _load(book, favor_id).done_on = on.isoformat()


def tell(book: Recording, favor_id: int, on: date) -> None:
    """Mark its outcome as told on that day."""
    _load(book, favor_id).told_on = on.isoformat()


def drop(book: Recording, favor_id: int, on: date, why: str | None) -> None:
    """Mark a favor as dropped on that day."""
    row = _load(book, favor_id)
    row.dropped_on, row.dropped_why = on.isoformat(), why


def _load(book: Recording, favor_id: int) -> Favor:
    return load(book, Favor, favor_id, f"f{favor_id}")
