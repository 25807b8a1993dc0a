"""Importing two thousand people with a cadence never brings more than its share of a morning."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.laws.books import Book

TODAY = date(2026, 3, 2)
PEOPLE, EVERY = 2000, 90
SHARE = PEOPLE / EVERY
MOST_UNTOUCHED = 3


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """As an address book has them: all known since long ago."""
    path = tmp_path / "everybody.csv"
    rows = [f"Person {n},person{n}@example.org" for n in range(PEOPLE)]
    path.write_text("\n".join(["Name,Email", *rows, ""]))
    return path


def first_days(book: Book) -> dict[str, str]:
    return {one["name"]: one["next_due_on"] for one in book.json("list") if one["cadence_days"]}


@pytest.mark.slow
def test_two_thousand_people_are_spread_over_their_cadence(
    new_book: Callable[[], Book], cards: Path
) -> None:
    book = new_book()
    for name in ("Ann", "Bo"):
        book.done("remove", name, "--yes")
    empty = book.path.read_bytes()
    book.done("import", str(cards), "--every", f"{EVERY}d", "--yes")
    days = first_days(book)
    assert len(days) == PEOPLE
    begin, end = (TODAY + timedelta(days=n) for n in (1, EVERY))
    assert begin.isoformat() <= min(days.values()) <= max(days.values()) <= end.isoformat()
    assert max(Counter(days.values()).values()) <= 2 * SHARE

    # Of a morning three of them come at most, however many wait.
    for ahead in (2, 30, 200):
        book.on(TODAY + timedelta(days=ahead))
        assert len(book.due("--limit", "7")) == MOST_UNTOUCHED
        in_short = book.json("due", "--brief")
        assert in_short["people"] == MOST_UNTOUCHED
        assert in_short["people"] + in_short["more"] <= min(PEOPLE, 2 * SHARE * ahead)

    # The same on every run.
    book.path.write_bytes(empty)
    book.on(TODAY)
    book.done("import", str(cards), "--every", f"{EVERY}d", "--yes")
    assert first_days(book) == days


def test_a_day_can_be_set_by_hand(new_book: Callable[[], Book], tmp_path: Path) -> None:
    book, path = new_book(), tmp_path / "few.csv"
    path.write_text("Name,Email\nPerson One,one@example.org\nPerson Two,two@example.org\n")
    book.done("import", str(path), "--every", "30d", "--first-on", "2026-03-10", "--yes")
    imported = {name: day for name, day in first_days(book).items() if name.startswith("Person")}
    assert set(imported.values()) == {"2026-03-10"}
    book.on(date(2026, 3, 9))
    assert [one for one in book.due() if one["contact"]["name"].startswith("Person")] == []
    book.on(date(2026, 3, 10))
    assert len(book.due("--kind", "reconnect")) == 2


def test_a_day_without_a_cadence_is_refused(new_book: Callable[[], Book], tmp_path: Path) -> None:
    book, path = new_book(), tmp_path / "few.csv"
    path.write_text("Name\nPerson One\n")
    for every in ((), ("--every", "never")):
        refused = book.run("import", str(path), *every, "--first-on", "2w", "--yes")
        assert refused.status == 2
        assert "--first-on goes with --every" in refused.err
