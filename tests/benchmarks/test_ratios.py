"""How netlog's whole processes compare with bare Python, `import sqlite3, json` and Typer's import.

Run with: pytest -m benchmark -s. Ratios only: absolute times say more about the machine.
"""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from netlog.rules.derived import derive
from netlog.store import creation
from netlog.store.writes import searchable
from netlog.store.writes.derived import recompute

pytestmark = pytest.mark.benchmark

RUNS = 15
MEETINGS_EACH = 10
WITH_A_CADENCE = 200
FAVORS = 900
TODAY = date(2026, 11, 23)
STAMP = "2024-11-23T12:00:00Z"

CONTACT = """
INSERT INTO contact (id, uid, name, cadence_days, created_at, updated_at)
VALUES (:id, :uid, :name, :cadence_days, :at, :at)
"""
MEETING = """
INSERT INTO meeting (id, uid, happened_on, kind, text, created_at, updated_at)
VALUES (:id, :uid, :on, 'coffee', 'Coffee and the state of project ' || :id, :at, :at)
"""
PRESENT = "INSERT INTO meeting_contact (meeting_id, contact_id) VALUES (?, ?)"
THANKS = """
INSERT INTO thanks (uid, contact_id, meeting_id, opened_on, due_on, sent_on, created_at, updated_at)
VALUES (:uid, :contact_id, :id, :on, :on, :sent_on, :at, :at)
"""


FAVOR = """
INSERT INTO favor (uid, contact_id, direction, text, asked, opened_on, done_on, outcome,
                   outcome_on, told_on, created_at, updated_at)
VALUES (:uid, :contact_id, :direction, 'a hint', :asked, :on, :on, 'it helped', :on, :on, :at, :at)
"""


def seed(path: Path, size: int) -> None:
    """A book of that many people: imported ones without a cadence, and a few hundred close ones."""
    creation.create(str(path))
    chance = random.Random(size)
    book = sqlite3.connect(path)
    book.executemany(CONTACT, (_contact(number, size) for number in range(1, size + 1)))
    meetings = [_meeting(number, size, chance) for number in range(1, size * MEETINGS_EACH + 1)]
    book.executemany(MEETING, meetings)
    book.executemany(PRESENT, ((m["id"], m["contact_id"]) for m in meetings))
    book.executemany(THANKS, (m for m in meetings if m["id"] % MEETINGS_EACH == 0))
    book.executemany(FAVOR, (_favor(number, size) for number in range(FAVORS)))
    recompute(book, None, derive)
    searchable.index(book, dict.fromkeys(("contact", "meeting", "favor")))
    book.commit()
    book.execute("ANALYZE")
    book.close()


def _favor(number: int, size: int) -> dict[str, object]:
    return {
        "uid": str(uuid.UUID(int=number + (2 << 64))),
        "contact_id": number % size + 1,
        "direction": "to_me" if number % 3 else "to_them",
        "asked": int(number % 3 == 1),
        "on": (TODAY - timedelta(days=number % 700)).isoformat(),
        "at": STAMP,
    }


def name_of(number: int, size: int) -> str:
    return f"Given{number} Family{number * 7919 % size}"


def _contact(number: int, size: int) -> dict[str, object]:
    close = number <= WITH_A_CADENCE
    return {
        "id": number,
        "uid": str(uuid.UUID(int=number)),
        "name": name_of(number, size),
        "cadence_days": 90 if close else 0,
        "at": STAMP,
    }


def _meeting(number: int, size: int, chance: random.Random) -> dict[str, object]:
    on = TODAY - timedelta(days=chance.randrange(1, 700))
    return {
        "id": number,
        "uid": str(uuid.UUID(int=number + (1 << 64))),
        "contact_id": (number - 1) % size + 1,
        "on": on.isoformat(),
        # Nearly everybody was thanked.
        "sent_on": None if number % (size * MEETINGS_EACH // 10) == 0 else on.isoformat(),
        "at": STAMP,
    }


def medians(commands: dict[str, list[str]], path: Path) -> dict[str, float]:
    """Seconds per whole process, the commands taking turns so that all see the same machine."""
    environment = {**os.environ, "NETLOG_DB": str(path), "NETLOG_TODAY": TODAY.isoformat()}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, argv in commands.items():
            start = time.perf_counter()
            subprocess.run(argv, env=environment, check=True, stdout=subprocess.DEVNULL)
            if turn:  # the first one compiles and warms up
                taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def netlog(*argv: str) -> list[str]:
    return [sys.executable, "-m", "netlog", *argv]


def coloured(*argv: str) -> list[str]:
    return ["env", "FORCE_COLOR=1", "COLUMNS=100", *netlog(*argv)]


# What of what, and how much it is to be at most.
RATIOS: tuple[tuple[str, str, float | None], ...] = (
    ("due --json", "sqlite3, json", 1.8),
    ("due --brief", "sqlite3, json", 1.8),
    ("list --limit 50", "sqlite3, json", 1.8),
    ("show", "sqlite3, json", 2.0),
    ("check", "sqlite3, json", 2.0),
    ("brief", "sqlite3, json", 2.0),
    ("completion", "sqlite3, json", 2.3),
    ("due --json", "typer", 1.4),
    ("due in colour", "due --json", 1.6),
    ("list in colour", "list --json", 1.6),
    ("show in colour", "show --json", 1.6),
    ("10,000 rows in colour", "10,000 rows --json", 1.5),
    ("search", "typer", None),
    ("log", "typer, sqlmodel", 0.95),
    ("log by name", "typer, sqlmodel", 0.95),
    ("add", "typer, sqlmodel", 0.95),
    ("thank", "typer, sqlmodel", 0.95),
    ("undo", "typer, sqlmodel", 0.95),
    ("typer", "bare", None),
)


@pytest.mark.parametrize("size", [100, 10_000, 100_000])
def test_ratios(size: int, tmp_path: Path, report: Callable[[str], None]) -> None:
    path = tmp_path / "book.db"
    seed(path, size)
    commands = {
        "bare": python("pass"),
        "sqlite3, json": python("import sqlite3, json"),
        "typer": python("import typer"),
        "typer, sqlmodel": python("import typer, sqlmodel"),
        "due --json": netlog("due", "--json"),
        "due --brief": netlog("due", "--brief"),
        "due in colour": coloured("due"),
        "list --limit 50": netlog("list", "--limit", "50"),
        "list --json": netlog("list", "--limit", "50", "--json"),
        "list in colour": coloured("list", "--limit", "50"),
        "10,000 rows --json": netlog("list", "--limit", "10000", "--json"),
        "10,000 rows in colour": coloured("list", "--limit", "10000"),
        "show": netlog("show", "c7"),
        "show --json": netlog("show", "c7", "--json"),
        "show in colour": coloured("show", "c7"),
        "check": netlog("check", "c7"),
        "brief": netlog("brief", "c7"),
        "completion": [
            *("env", "_NETLOG_COMPLETE=bash"),
            *netlog("netlog show Given7", "Given7", "9"),
        ],
        "search": netlog("search", "project", f"{size}", "--json"),
        "log": netlog("log", "c7", "-m", "Coffee"),
        "add": netlog("add", "Zed Newman", "--force"),
        "thank": netlog("thank", "c7", "note"),
        "undo": netlog("undo"),
        "log by name": netlog("log", name_of(7, size), "-m", "Coffee"),
    }
    taken = medians(commands, path)
    report(f"{size} contacts, {size * MEETINGS_EACH} meetings, medians of {RUNS} runs")
    for name, of, target in RATIOS:
        aim = f"  (at most {target})" if target else ""
        report(f"  {name:21} / {of:18} {taken[name] / taken[of]:6.2f}{aim}")


def test_balance_does_not_grow_with_the_book(tmp_path: Path, report: Callable[[str], None]) -> None:
    books = {size: tmp_path / f"{size}.db" for size in (1_000, 100_000)}
    for size, path in books.items():
        seed(path, size)
    commands = {
        str(size): netlog("balance", "--json", "--db", str(path)) for size, path in books.items()
    }
    taken = medians(commands, books[1_000])
    report(f"balance, {FAVORS} favors, medians of {RUNS} runs")
    report(f"  100,000 / 1,000 contacts {taken['100000'] / taken['1000']:.2f}  (at most 2)")
