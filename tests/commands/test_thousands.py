"""Two thousand acquaintances, added by a script, must not flood the morning."""

from pathlib import Path

import pytest
from tests.crowds import crowd_csv

MANY = 2000


@pytest.fixture
def crowd(netlog, home: Path, seeded, monkeypatch):
    """Two thousand people whom nobody means to be in touch with, added in the spring."""

    def fill() -> None:
        with monkeypatch.context() as spring:
            spring.setenv("NETLOG_TODAY", "2026-04-01")
            assert netlog("import", crowd_csv(home, MANY), "--every", "never", "--yes").status == 0

    seeded(fill)
    return netlog


def test_they_leave_the_morning_empty_until_somebody_gets_a_cadence(crowd) -> None:
    assert len(crowd("list", "--json").json) == MANY
    assert crowd("due", "--json").json == []
    assert crowd("due", "--within", "5y").out.endswith("Nothing is due.\n")

    crowd("every", "person 0042", "monthly")

    (item,) = crowd("due", "--json").json
    assert (item["kind"], item["contact"]["name"]) == ("reconnect", "Person 0042")


def test_a_default_rule_does_not_wake_them(crowd) -> None:
    crowd("every", "--default", "weekly")
    assert crowd("due", "--json").json == []
