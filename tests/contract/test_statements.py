"""A read asks for all people at once: how many statements it runs does not grow with them."""

import re
from collections import Counter

import pytest
from tests.conftest import Netlog

from netlog.store import connect

# Values in a statement, and lists of them, say nothing of what is asked.
VALUES = re.compile(r"'[^']*'|\b\d+\b")
LISTS = re.compile(r"\?(, \?)+")
# What counts days of several weeks and targets asks the same of each.
COUNTS = "SELECT count(*)"


@pytest.fixture
def statements(demo: Netlog, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each statement was run, without its values."""
    found: Counter[str] = Counter()

    def note(sql: str) -> None:
        if not sql.lstrip().startswith(("PRAGMA", "--", COUNTS)):
            found[LISTS.sub("?", VALUES.sub("?", sql))] += 1

    monkeypatch.setattr(connect, "trace", note)
    return found


@pytest.mark.parametrize(
    ("line", "most"),
    [
        ("due --json", 1),
        ("due --brief", 1),
        ("reconnect --limit 30", 3),
        ("week", 2),
        ("check carol", 1),
        ("show carol", 1),
        ("brief carol", 2),
        ("path carol", 2),
        ("balance", 2),
        ("list", 1),
        ("goal list", 1),
    ],
)
def test_no_statement_is_run_for_each_person(
    demo: Netlog, statements: Counter[str], line: str, most: int
) -> None:
    assert demo(*line.split()).status == 0
    assert {sql: often for sql, often in statements.items() if often > most} == {}
    assert statements


def test_what_every_view_shares_is_read_once(demo: Netlog, statements: Counter[str]) -> None:
    for line in ("due", "reconnect", "week"):
        statements.clear()
        demo(line)
        leads = [often for sql, often in statements.items() if "SELECT s.lead_id, s.id" in sql]
        assert leads == [1], line
