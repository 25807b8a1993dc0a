"""The screens as a person sees them, on the demo book, at the widths of real terminals."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.demo import demo_book

SCREENS = {
    "due": ("due", "--within", "7d"),
    "list": ("list", "--circle", "business"),
    "show": ("show", "maria"),
    "brief": ("brief", "carol"),
    "check": ("check", "carol"),
    "reconnect": ("reconnect", "--limit", "5"),
    "balance": ("balance", "--limit", "5"),
    "favors": ("favor", "list", "maria"),
    "rules": ("every",),
    "search": ("search", "da"),
    "plans": ("plan",),
    "ledger": ("favor", "list", "--limit", "8"),
    "tags": ("tags",),
    "merge": ("merge", "raymond", "carol", "--dry-run"),
    "history": ("history", "maria"),
    "person": ("reconnect", "ruth"),
    "week": ("week", "--of", "16 nov"),
    "fine": ("check", "raymond"),
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_book(tmp_path_factory.mktemp("demo") / "demo.db", date(2026, 11, 23))


@pytest.mark.parametrize("width", [120, 100, 80, 60, 40])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_terminal_shows(
    demo: Path, netlog: Callable[..., object], monkeypatch, snapshot, screen: str, width: int
) -> None:
    monkeypatch.setenv("NETLOG_DB", str(demo))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    shown = netlog(*SCREENS[screen])
    assert max(map(len, shown.out.split("\n"))) <= width
    assert shown.out == snapshot


@pytest.mark.parametrize("screen", SCREENS)
def test_a_pipe_shows(demo: Path, netlog, monkeypatch, snapshot, screen: str) -> None:
    monkeypatch.setenv("NETLOG_DB", str(demo))
    assert netlog(*SCREENS[screen]).out == snapshot
