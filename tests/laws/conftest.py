"""A book that the stories of one test share, emptied before each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Netlog
from tests.laws.books import Book, people


@pytest.fixture
def new_book(netlog: Netlog, db: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Book]:
    """Begin a book with two people in it."""
    empty: list[bytes] = []

    def begin() -> Book:
        book = Book(netlog, db, monkeypatch)
        if empty:
            db.write_bytes(empty[0])
        else:
            people(book)
            empty.append(db.read_bytes())
        return book

    return begin
