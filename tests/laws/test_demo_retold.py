"""The demo as its owner reads it on one morning: all of it stands in demo.txt, to be judged.

`pytest --update-transcripts` writes down what is said now.
"""

from pathlib import Path

import pytest
from tests.conftest import Netlog

TOLD = Path(__file__).with_name("demo.txt")
DEBTS = ("thanks", "promise", "waiting", "outcome")
# Family and friends, helpers, chains, strangers: of each a few.
BRIEFED = 10


def test_the_demo_reads_as_it_was_judged(demo: Netlog, request: pytest.FixtureRequest) -> None:
    everybody = [one["ref"] for one in demo("list", "--json").json]
    assert len(everybody) == 42
    briefed = everybody[:: len(everybody) // BRIEFED][:BRIEFED]
    runs = [
        ("due",),
        ("due", "--all"),
        ("due", "--brief"),
        ("reconnect",),
        *(("check", ref) for ref in everybody),
        *(("brief", ref) for ref in briefed),
        ("balance",),
    ]
    told = "\n".join(f"$ netlog {' '.join(argv)}\n{demo(*argv).out}" for argv in runs)
    if request.config.getoption("--update-transcripts"):
        TOLD.write_text(told, "utf-8")
    assert told == TOLD.read_text("utf-8")


def test_nobody_is_fine_whom_the_morning_has_something_against(demo: Netlog) -> None:
    items = demo("due", "--json").json
    fine = 0
    for one in demo("list", "--json").json:
        found = demo("check", one["ref"], "--json").json
        against = [
            item
            for item in items
            if item["contact"]["id"] == one["id"]
            and (item["kind"] in DEBTS and item["days_overdue"])
        ]
        late = [item["days_overdue"] for item in items if item["ref"] == one["ref"]
                and item["kind"] == "reconnect"]  # fmt: skip
        assert not (found["fine"] and against), one["name"]
        assert not (found["fine"] and one["cadence_days"] and late
                    and late[0] * 2 >= one["cadence_days"]), one["name"]  # fmt: skip
        fine += found["fine"]
    # The demo has both: whom one may ask, and whom one should not yet.
    assert 5 < fine < 37
