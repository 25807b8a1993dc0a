"""How long `netlog path` takes, at 100, 10,000 and 100,000 people with ten times the meetings.

Run with: pytest -m benchmark -s. It is to answer within a second, of its own time: what else is at
work on the machine does not count.
"""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.store import creation

pytestmark = pytest.mark.benchmark

TODAY = "2026-11-23"
RUNS = 3
MEETINGS_EACH = 10
MOST_SECONDS = 1.0
# Each number up to :most, and from it a day of the last years that looks like chance.
_NUMBERS = """
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most)
"""
_DAY = "date('2026-11-23', '-' || ({seed} * 7919 % 2003) || ' days')"
_STAMP = "'2024-11-23T12:00:00Z'"
CONTACTS = f"""{_NUMBERS}
INSERT INTO contact (id, uid, name, organization, introduced_by_id, name_key, last_touch_on,
                     every_days, created_at, updated_at)
SELECT i, 'u' || i, 'Person' || i || ' Name' || (i % 997), 'Org ' || (i % (:most / 20 + 1)),
       CASE WHEN i % 10 < 3 AND i > 10 THEN i * 31 % (i - 1) + 1 END,
       char(10) || ' person' || i || ' name' || (i % 997) || char(10),
       CASE WHEN i % 5 < 3 THEN {_DAY.format(seed="i")} END, 90, {_STAMP}, {_STAMP} FROM n
"""
MEETINGS = f"""{_NUMBERS}
INSERT INTO meeting (id, uid, happened_on, kind, created_at, updated_at)
SELECT i, 'm' || i, {_DAY.format(seed="i")}, 'coffee', {_STAMP}, {_STAMP} FROM n
"""
# One was there, of three meetings in ten two; everybody knows everybody in the end.
PRESENT = f"""{_NUMBERS}
INSERT OR IGNORE INTO meeting_contact (meeting_id, contact_id)
SELECT i, i * 48271 % :people + 1 FROM n UNION ALL
SELECT i, i * 69621 % :people + 1 FROM n WHERE i % 10 < 3
"""
# One knows a tenth of all, from as many meetings; a twentieth came through them, and a tenth of
# all is at one organization.
HUB = (
    "INSERT OR IGNORE INTO meeting_contact (meeting_id, contact_id) "
    "SELECT id, 7 FROM meeting WHERE id % 20 = 0",
    "UPDATE contact SET introduced_by_id = 7 WHERE id % 20 = 1 AND id > 7",
    "UPDATE contact SET organization = 'Giant' WHERE id % 10 = 0",
)
INDEXES = """
SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
  AND tbl_name IN ('contact', 'meeting', 'meeting_contact')
"""


def seed(path: Path, size: int) -> None:
    """People at organizations of twenty, a third of them introduced, and one who knows very many.

    The indexes are made at the end, in a fraction of the time.
    """
    creation.create(str(path))
    book = sqlite3.connect(path, isolation_level=None)
    book.execute("PRAGMA synchronous=OFF")
    book.execute("BEGIN")
    indexes = book.execute(INDEXES).fetchall()
    for name, _ in indexes:
        book.execute(f"DROP INDEX {name}")
    book.execute(CONTACTS, {"most": size})
    book.execute(MEETINGS, {"most": size * MEETINGS_EACH})
    book.execute(PRESENT, {"most": size * MEETINGS_EACH, "people": size})
    for statement in HUB:
        book.execute(statement)
    for _, sql in indexes:
        book.execute(sql)
    book.execute("COMMIT")
    book.close()


def least(path: Path, *words: str) -> float:
    """The seconds of processor that a whole run takes, of some the least."""
    argv = [sys.executable, "-m", "netlog", "--db", str(path), *words, "--json"]
    environment = {**os.environ, "NETLOG_TODAY": TODAY}

    def taken() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(argv, env=environment, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(taken() for _ in range(RUNS))


@pytest.mark.parametrize("size", [100, 10_000, 100_000])
def test_a_path_is_found_within_a_second(
    tmp_path: Path, size: int, report: Callable[[str], None]
) -> None:
    path = tmp_path / "book.db"
    seed(path, size)
    for words in ((f"c{size // 2 + 2}",), ("Org 3",), ("Giant",), ("c7",)):
        seconds = least(path, "path", *words)
        report(f"path {' '.join(words)} among {size:,}: {seconds:.2f} s")
        assert seconds < MOST_SECONDS
