"""How long a book of a hundred thousand takes to be searched for doubles, and to be tagged."""

import random
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from netlog.rules.derived import derive
from netlog.store import creation
from netlog.store.writes.derived import recompute

pytestmark = pytest.mark.benchmark

SIZE = 100_000
STAMP = "2024-11-23T12:00:00Z"
SYLLABLES = (
    *("an", "er", "in", "ma", "ro", "li", "ka", "to", "be", "sa", "ha", "jo"),
    *("mi", "ne", "ri", "da", "el", "na", "la", "vi", "gu", "ste", "ber", "son", "ton"),
)
CONTACT = """
INSERT INTO contact (id, uid, name, organization, cadence_days, created_at, updated_at)
VALUES (?, ?, ?, ?, 0, ?, ?)
"""
METHOD = "INSERT INTO contact_method (contact_id, kind, value, normal) VALUES (?, ?, ?, ?)"


def names(chance: random.Random) -> Iterator[str]:
    """Names as they are: a few given names and family names of many people, many of a few."""

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))).capitalize()

    given, family = ([word() for _ in range(count)] for count in (3_000, 30_000))
    weights = {
        len(words): list(accumulate(1 / (rank + 10) for rank in range(len(words))))
        for words in (given, family)
    }
    while True:
        yield " ".join(
            chance.choices(words, cum_weights=weights[len(words)])[0] for words in (given, family)
        )


def seed(path: Path) -> None:
    """Every hundredth is somebody again, misspelt; every three hundredth has another's e-mail."""
    creation.create(str(path))
    chance = random.Random(SIZE)
    people: list[str] = []
    for name in names(chance):
        if len(people) % 100 == 99:
            again = people[-50]
            name = again[: len(again) // 2] + again[len(again) // 2 + 1 :]
        people.append(name)
        if len(people) == SIZE:
            break
    emails = [f"user{n if n % 300 else n - 1}@example.org" for n in range(1, SIZE + 1)]
    book = sqlite3.connect(path)
    book.executemany(
        CONTACT,
        (
            (number, str(uuid.UUID(int=number)), name, f"Org {number % 5000}", STAMP, STAMP)
            for number, name in enumerate(people, 1)
        ),
    )
    book.executemany(METHOD, ((n, "email", e, e) for n, e in enumerate(emails, 1)))
    recompute(book, None, derive)
    book.commit()
    book.execute("ANALYZE")
    book.close()


def test_a_hundred_thousand_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "book.db"
    seed(path)
    everybody = "".join(f"c{number}\n" for number in range(1, SIZE + 1)).encode()
    for argv, stdin in (
        (("duplicates", "--json"), b""),
        (("add", "Zebulon Zyxwv"), b""),
        (("tag", "-", "everybody"), everybody),
    ):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "netlog", "--db", str(path), *argv],
            input=stdin,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        with capsys.disabled():
            print(f"  {' '.join(argv):22} {time.perf_counter() - start:6.2f} s for {SIZE} people")
