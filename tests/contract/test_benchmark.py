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
    told = benchmark["report"].markdown([(100, rows), (10_000, more)], programs, ["narad (x)"], 7)
    assert "| due | **40 / 50** | none |" in told
    assert "| due | 1.5 | none |" in told
    assert "Not here, so left out: narad (x)." in told
