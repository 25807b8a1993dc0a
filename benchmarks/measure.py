"""Measure whole processes, the peers taking turns so that all see the same machine."""

import random
import resource
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from peers import TASKS, Here, Peer


class Cost(NamedTuple):
    """Medians of one command: seconds of processor (user and system) and by the clock."""

    cpu: float
    wall: float


Table = dict[str, dict[str, Cost | str]]


def table(found: Sequence[Peer], size: int, runs: int, folder: Path, limit: float) -> Table:
    """By task and peer what it costs, or why it has no figure.

    limit is how many seconds a peer may take to be filled, and for one command.
    """
    seeded = {peer.name: _seeded(peer, folder / peer.name, size, limit) for peer in found}
    return {task: _task(task, found, seeded, runs, limit) for task in TASKS}


def _seeded(peer: Peer, folder: Path, size: int, limit: float) -> Here | None:
    """Where it keeps its people; None where filling it takes too long."""
    try:
        return peer.seeded(folder, size, limit)
    except subprocess.TimeoutExpired:
        return None


def _task(
    task: str,
    found: Sequence[Peer],
    seeded: Mapping[str, Here | None],
    runs: int,
    limit: float,
) -> dict[str, Cost | str]:
    told: dict[str, Cost | str] = {}
    taken: dict[str, list[Cost]] = {}
    for peer in found:
        if task not in peer.commands:
            told[peer.name] = "none"
        elif seeded[peer.name] is None:
            told[peer.name] = f"none: filling took over {limit:g} s"
        else:
            taken[peer.name] = []
    for turn in range(runs + 1):
        able = [peer for peer in found if peer.name not in told]
        for peer in random.sample(able, len(able)):
            here = seeded[peer.name]
            assert here is not None
            try:
                once = _once(peer, here, task, turn, limit)
            except subprocess.TimeoutExpired:
                told[peer.name] = f"none: took over {limit:g} s"
                continue
            if turn:  # the first one compiles and warms up
                taken[peer.name].append(once)
    costs = {
        name: Cost(*map(statistics.median, zip(*all_of_them, strict=True)))
        for name, all_of_them in taken.items()
        if name not in told
    }
    return told | costs


def _once(peer: Peer, here: Here, task: str, turn: int, limit: float) -> Cost:
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
        timeout=limit,
    )
    wall, cpu = time.perf_counter() - began, _children() - before
    if done.returncode:
        raise SystemExit(f"{peer.name} {task}: exit {done.returncode}\n{done.stderr}{done.stdout}")
    return Cost(cpu, wall)


def _children() -> float:
    """Seconds of processor that ended processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
