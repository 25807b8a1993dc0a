"""How large a new book is."""

from pathlib import Path

from netlog.store import creation


def test_an_empty_book_fits_where_little_room_is_left(tmp_path: Path) -> None:
    creation.create(str(tmp_path / "netlog.db"))
    assert (tmp_path / "netlog.db").stat().st_size < 400_000
