"""Kill writers at any moment, many times: `python -m tests.kills 10000`, by hand.

Several processes log to one book at once, each in commands of its own; again and again one of them
is killed and another takes its place. What was confirmed is there, once; what was not is there
whole, or not at all; and SQLite finds the file whole, and netlog its rows as the journal has them.
"""

import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from itertools import count
from pathlib import Path
from typing import NamedTuple, NoReturn

from netlog import cli

WRITERS = 4
LONGEST = 0.05  # seconds that one lives after its first write: some two commands
OFTEN = 0.7  # that it has written something before it is killed
LOOKED_AFTER = 100  # kills


class Writer(NamedTuple):
    """A process that logs one thing after the other, and where it says what was confirmed."""

    number: int
    pid: int
    told: int


class Found(NamedTuple):
    """What became of it all: kills, writes that were confirmed, those of them that are lost."""

    kills: int
    confirmed: int
    lost: int
    twice: int
    failures: int  # integrity, foreign keys, or a row that is not what the journal says


def killed(times: int, folder: Path, seed: int = 0) -> Found:
    """Let writers write to a book in the folder, and kill one of them so many times."""
    chance = random.Random(seed)
    os.environ["NETLOG_DB"] = str(folder / "kills.db")
    assert _quietly("add", "Grace Hopper") == 0
    numbers = count()
    writers = [_started(next(numbers)) for _ in range(WRITERS)]
    confirmed: list[str] = []
    failures = 0
    for kill in range(1, times + 1):
        going = writers.pop(0)  # the eldest, so that each gets to write
        if chance.random() < OFTEN:
            select.select([going.told], [], [], 10)
        time.sleep(chance.uniform(0, LONGEST))
        confirmed += _ended(going)
        writers.append(_started(next(numbers)))
        if kill % LOOKED_AFTER == 0:
            failures += not _is_whole()
    for one in writers:
        confirmed += _ended(one)
    failures += not _is_whole()
    times_there = Counter(_logged())
    lost = sum(not times_there[text] for text in confirmed)
    twice = sum(there > 1 for there in times_there.values())
    return Found(times, len(confirmed), lost, twice, failures)


def _started(number: int) -> Writer:
    told, tell = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(told)
        _write_on(number, tell)
    os.close(tell)
    return Writer(number, pid, told)


def _write_on(number: int, tell: int) -> NoReturn:
    try:
        for written in count():
            text = f"{number}-{written}"
            if _quietly("log", "c1", "call", "--", text):
                os.write(tell, b"refused\n")
                break
            os.write(tell, f"{text}\n".encode())
    finally:
        os._exit(1)


def _ended(writer: Writer) -> list[str]:
    """Kill it; returns the texts that it was told are saved. Raises where it was refused."""
    os.kill(writer.pid, signal.SIGKILL)
    os.waitpid(writer.pid, 0)
    with open(writer.told, encoding="ascii") as pipe:
        texts = pipe.read().split()
    assert "refused" not in texts
    return texts


def _quietly(*argv: str) -> int:
    """The status of a command that prints nowhere."""
    keep = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        return cli.main(argv)
    finally:
        for number, kept in enumerate(keep, 1):
            os.dup2(kept, number)
            os.close(kept)
        os.close(nowhere)


def _is_whole() -> bool:
    return _quietly("doctor") == 0


def _logged() -> list[str]:
    book = sqlite3.connect(os.environ["NETLOG_DB"])
    try:
        assert book.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [text for (text,) in book.execute("SELECT text FROM meeting")]
    finally:
        book.close()


def main(times: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = killed(times, Path(folder), seed=times)
    print(json.dumps(found._asdict()))
    return int(bool(found.lost or found.twice or found.failures))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
