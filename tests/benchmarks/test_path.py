"""How long `netlog path` takes, at 100, 10,000 and 100,000 people with ten times the meetings.

Run with: pytest -m benchmark -s. It is to answer within a second on a quiet machine.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from netlog.store import creation

pytestmark = pytest.mark.benchmark

TODAY = date(2026, 11, 23)
STAMP = "2024-11-23T12:00:00Z"
RUNS = 3
MEETINGS_EACH = 10
MOST_SECONDS = 2.0  # twice what it is to be: others may be at work on the machine
CONTACT = """
INSERT INTO contact (id, uid, name, organization, introduced_by_id, name_key, last_touch_on,
                     every_days, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, 90, ?, ?)
"""
MEETING = """
INSERT INTO meeting (id, uid, happened_on, kind, created_at, updated_at)
VALUES (?, ?, ?, 'coffee', ?, ?)
"""
PRESENT = "INSERT INTO meeting_contact (meeting_id, contact_id) VALUES (?, ?)"


def seed(path: Path, size: int) -> None:
    """People at organizations of twenty, a third of them introduced, whose meetings are small."""
    creation.create(str(path))
    chance = random.Random(size)
    book = sqlite3.connect(path)

    def ago() -> str:
        return (TODAY - timedelta(days=chance.randint(0, 2000))).isoformat()

    def people() -> Iterator[tuple[object, ...]]:
        for id_ in range(1, size + 1):
            via = chance.randint(1, id_ - 1) if id_ > 1 and chance.random() < 0.3 else None
            touched = ago() if chance.random() < 0.6 else None
            name, org = f"Person{id_} Name{id_ % 997}", f"Org {id_ % (size // 20 + 1)}"
            key = f" {name.lower()}"
            yield id_, f"u{id_}", name, org, via, key, touched, STAMP, STAMP

    def present() -> Iterator[tuple[int, int]]:
        for id_ in range(1, size * MEETINGS_EACH + 1):
            number = 1 + (chance.random() < 0.3) + (chance.random() < 0.05) * 5
            for contact_id in set(chance.choices(range(1, size + 1), k=number)):
                yield id_, contact_id

    book.executemany(CONTACT, people())
    numbers = range(1, size * MEETINGS_EACH + 1)
    book.executemany(MEETING, ((id_, f"m{id_}", ago(), STAMP, STAMP) for id_ in numbers))
    book.executemany(PRESENT, present())
    book.commit()
    book.close()


def fastest(path: Path, *words: str) -> float:
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        argv = [sys.executable, "-m", "netlog", "--db", str(path), "path", *words, "--json"]
        environment = {**os.environ, "NETLOG_TODAY": TODAY.isoformat()}
        subprocess.run(argv, env=environment, capture_output=True, check=True)
        taken.append(time.perf_counter() - began)
    return min(taken)


@pytest.mark.parametrize("size", [100, 10_000, 100_000])
def test_a_path_is_found_within_a_second(
    tmp_path: Path, size: int, report: Callable[[str], None]
) -> None:
    path = tmp_path / "book.db"
    seed(path, size)
    for words in ((f"c{size // 2}",), ("Org 3",)):
        seconds = fastest(path, *words)
        report(f"path {' '.join(words)} among {size:,}: {seconds:.2f} s")
        assert seconds < MOST_SECONDS
