"""What a peer is: a program that keeps people, filled and asked by its own commands."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from people import Made, people

TASKS = ("add", "log", "due", "list", "search", "export")


class Here(NamedTuple):
    """Where a peer keeps its people in this run, and the program it is.

    until is when it has to be filled, by time.monotonic().
    """

    folder: Path
    program: str
    environment: Mapping[str, str]
    until: float = float("inf")


# What is run, and what it reads on standard input.
Command = Callable[[Here, int], tuple[list[str], str | None]]


class Peer(NamedTuple):
    """A program that keeps people: what it costs is measured by its own commands alone."""

    name: str
    about: str
    program: str
    version: str
    seed: Callable[[Here, list[Made]], None]
    commands: Mapping[str, Command]
    pypi: str | None = None

    def seeded(self, folder: Path, size: int, limit: float) -> Here:
        """A new place in that folder with so many people.

        Raises subprocess.TimeoutExpired when that takes more than limit, in seconds.
        """
        folder.mkdir(parents=True)
        here = Here(folder, self.program, _environment(folder), time.monotonic() + limit)
        print(f"{self.name}: {size:,} people", file=sys.stderr)
        self.seed(here, list(people(size)))
        return here

    def command(self, here: Here, task: str, turn: int) -> tuple[list[str], str | None]:
        """The command of that task, and its standard input; each turn adds somebody else."""
        return self.commands[task](here, turn)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    who = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    task = {"TASKRC": str(folder / "rc"), "TASKDATA": str(folder)}
    books = {"NETLOG_DB": str(folder / "netlog.db"), "NARAD_HOME": str(folder)}
    return {**kept, **home, **dict.fromkeys(who, "me@example.org"), **task, **books}
