"""What is read for a morning makes the same lines as all that is known."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.conftest import TODAY
from tests.demo import demo_book

from netlog.actions import due
from netlog.records.standing import Open
from netlog.store import connect

DEMO = date.fromisoformat(TODAY)


def lines(path: Path, today: date, *, open_only: bool) -> dict[int, tuple[Open, ...]]:
    connection = connect.for_reading(str(path))
    until = today + timedelta(days=7)
    found = due.standings(connection, today, until, resting=True, open_only=open_only)
    connection.close()
    return {one.contact.id: (*one.open, *one.unthanked) for one in found}


@pytest.mark.parametrize("days", [-60, -20, 0, 30, 100])
def test_what_can_make_no_line_is_missed_by_none(tmp_path: Path, days: int) -> None:
    path, today = demo_book(tmp_path / "demo.db", DEMO), DEMO + timedelta(days=days)
    whole = lines(path, today, open_only=False)
    assert lines(path, today, open_only=True) == whole
    assert any(whole.values())
