"""Measure whole processes, the peers taking turns so that all see the same machine."""

import random
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peers import TASKS, Here, Peer


class Cost(NamedTuple):
    """Medians of one command: seconds of processor (user and system) and by the clock."""

    cpu: float
    wall: float


Table = dict[str, dict[str, Cost | str]]


def table(found: Sequence[Peer], size: int, runs: int, folder: Path) -> Table:
    """By task and peer what it costs, or why it has no figure."""
    seeded = {peer.name: peer.seeded(folder / peer.name, size) for peer in found}
    return {task: _task(task, found, seeded, runs) for task in TASKS}


def _task(
    task: str, found: Sequence[Peer], seeded: dict[str, Here], runs: int
) -> dict[str, Cost | str]:
    able = [peer for peer in found if task in peer.commands]
    taken: dict[str, list[Cost]] = {peer.name: [] for peer in able}
    for turn in range(runs + 1):
        for peer in random.sample(able, len(able)):
            once = _once(peer, seeded[peer.name], task, turn)
            if turn:  # the first one compiles and warms up
                taken[peer.name].append(once)
    costs: dict[str, Cost | str] = {
        name: Cost(*map(statistics.median, zip(*all_of_them, strict=True)))
        for name, all_of_them in taken.items()
    }
    return costs | {peer.name: "none" for peer in found if peer not in able}


def _once(peer: Peer, here: Here, task: str, turn: int) -> Cost:
    argv, given = peer.command(here, task, turn)
    before, began = _children(), time.perf_counter()
    done = subprocess.run(
        argv,
        env=here.environment,
        cwd=here.folder,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    wall, cpu = time.perf_counter() - began, _children() - before
    if done.returncode:
        raise SystemExit(f"{peer.name} {task}: exit {done.returncode}\n{done.stderr}{done.stdout}")
    return Cost(cpu, wall)


def _children() -> float:
    """Seconds of processor that ended processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
