"""benchmarks/run asks netlog what it can do, and tells what it measured."""

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def benchmark(monkeypatch):
    """The modules of the benchmark: measure, people, peers, programs, report, seeds."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    import measure
    import peers
    import people
    import programs
    import report
    import seeds

    monkeypatch.setattr(people, "TODAY", date.fromisoformat(os.environ["NETLOG_TODAY"]))
    yield {one.__name__: one for one in (measure, people, peers, programs, report, seeds)}
    for name in ("measure", "people", "peers", "programs", "report", "seeds"):
        del sys.modules[name]


def test_each_of_its_tasks_is_a_command_that_netlog_carries_out(benchmark, netlog, tmp_path):
    everybody = list(benchmark["people"].people(120))
    book = tmp_path / "book.json"
    book.write_text(json.dumps(benchmark["seeds"].book(everybody)))
    assert netlog("import", "--yes", str(book)).status == 0
    peer = benchmark["programs"].PEERS[0]
    here = benchmark["peers"].Here(tmp_path, "netlog", {})
    told = {task: netlog(*peer.command(here, task, 1)[0][1:]) for task in benchmark["peers"].TASKS}
    assert {task: one.status for task, one in told.items()} == dict.fromkeys(told, 0)
    assert "Family19" in told["search"].out
    assert "Given2 " in told["due"].out
    assert told["list"].out.count("Family") == 120


def test_it_tells_what_each_costs_and_who_cannot(benchmark):
    cost, programs = benchmark["measure"].Cost, benchmark["programs"].PEERS[:2]
    rows = {"due": {"netlog": cost(0.04, 0.05), "khard": "none"}}
    more = {"due": {"netlog": cost(0.06, 0.07), "khard": "none"}}
    told = benchmark["report"].markdown(
        [(100, rows), (10_000, more)], programs, ["narad (x)"], 7, 120
    )
    assert "| due | **40 / 50** | none |" in told
    assert "| due | 1.5 | none |" in told
    assert "Not here, so left out: narad (x)." in told
    assert "the limit of 120 seconds" in told


def slow(benchmark, name, seconds, *, filling):
    """A peer whose filling, or whose one command, sleeps for so long."""

    def seed(here, _):
        if filling:
            benchmark["seeds"]._run(here, seconds)

    due = {"due": lambda here, turn: (["sleep", seconds], None)}
    return benchmark["peers"].Peer(name, "", "sleep", "", seed, due)


def test_it_ends_where_a_peer_takes_too_long(benchmark, tmp_path):
    found = [
        slow(benchmark, "filled", "60", filling=True),
        slow(benchmark, "asked", "60", filling=False),
        slow(benchmark, "quick", "0", filling=False),
    ]
    rows = benchmark["measure"].table(found, 3, 1, tmp_path, 0.4)
    assert rows["due"]["filled"] == "none: filling took over 0.4 s"
    assert rows["due"]["asked"] == "none: took over 0.4 s"
    assert rows["due"]["quick"].wall < 0.4
    assert rows["log"] == dict.fromkeys(["filled", "asked", "quick"], "none")
    told = benchmark["report"].markdown([(3, rows), (5, rows)], found, [], 1, 0.4)
    assert "| due | none: filling took over 0.4 s | none: took over 0.4 s | " in told
