"""The screens as a person sees them, on the demo book, at the widths of real terminals."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import TODAY
from tests.demo import demo_book

from netlog import cli
from netlog.render.cells import width_of

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
    "stats": ("stats",),
    "places": ("recall", "--list"),
    "week": ("week", "--of", "16 nov"),
    "fine": ("check", "raymond"),
}
# Of what the demo lacks, or has little of, written down by ACTS.
BEYOND = {
    "network": ("network",),
    "leads": ("lead", "list"),
    "lead": ("lead", "show", "l1"),
    "goals": ("goal",),
    "company": ("org", "show", "o1"),
    "companies": ("org", "list"),
    "occasion": ("occasion", "pycon"),
    "relations": ("relate",),
    "path": ("path", "pellworth"),
    "orgs": ("orgs", "--limit", "4"),
}
ACTS = (
    ("lead", "add", "Harbor Trust", "--via", "gus", "--via", "his HR director"),
    ("goal", "tell", "g1", "gus"),
    ("org", "add", "Pellworth Insurance", "--city", "Leeds", "--alias", "Pellworth"),
    ("relate", "carol", "fatima", "--as", "spouse"),
    ("log", "maria", "+Ada King", "lunch", "2d", "--occasion", "PyCon Berlin", "--", "compilers"),
    ("introduce", "gus", "maria", "--", "both build looms"),
)
LATE = (
    ("2026-09-20", "add", "Kit Marlowe", "--every", "never"),
    (
        "2026-09-20",
        "favor",
        "promise",
        "kit",
        "my notes on late meter readings",
        "--by",
        "2026-09-22",
    ),
    ("2026-09-25", "add", "Noor Haddad", "--every", "never"),
    (
        "2026-09-25",
        "favor",
        "ask",
        "noor",
        "news of my application at Sallowmere",
        "--by",
        "2026-10-07",
    ),
    ("2026-08-01", "add", "Inês Carvalho", "--every", "30d", "--met-on", "2026-03-01"),
)


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


@pytest.fixture(scope="module")
def chains(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with leads, a goal, a company, an occasion and a relation."""
    path = tmp_path_factory.mktemp("chains") / "demo.db"
    path.write_bytes(demo.read_bytes())
    path.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETLOG_DB", str(path))
        patch.setenv("NETLOG_TODAY", TODAY)
        for act in ACTS:
            assert cli.main(act) == 0, act
    return path


@pytest.mark.parametrize("width", [120, 80, 60, 40])
@pytest.mark.parametrize("screen", BEYOND)
def test_a_terminal_shows_what_is_beyond_the_demo(
    chains: Path, netlog, monkeypatch, snapshot, screen: str, width: int
) -> None:
    monkeypatch.setenv("NETLOG_DB", str(chains))
    shown = on_a_terminal(netlog, monkeypatch, width, *BEYOND[screen])
    assert shown.replace(str(chains), "~/demo.db") == snapshot


@pytest.fixture
def late(netlog, monkeypatch) -> None:
    for today, *act in LATE:
        monkeypatch.setenv("NETLOG_TODAY", today)
        assert netlog(*act).status == 0
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")


@pytest.mark.parametrize("width", [120, 100, 80, 60, 40])
def test_what_is_advised_and_each_command_is_whole(late, netlog, monkeypatch, width: int) -> None:
    shown = " ".join(on_a_terminal(netlog, monkeypatch, width, "due").split())
    for words in ("still meant?", "let it rest", "netlog every c3 2m", "netlog snooze f1 3d"):
        assert words in shown


def test_a_pipe_has_the_command_where_it_is_meant(late, netlog) -> None:
    line = "met in 2026, not since; less often? netlog every c3 2m"
    assert line in netlog("due").out


@pytest.mark.parametrize("width", [100, 80, 60, 50, 40])
def test_the_start_page_has_twelve_lines(
    chains: Path, netlog, monkeypatch, snapshot, width: int
) -> None:
    book = Path("~/.local/netlog/netlog.db").expanduser()
    book.parent.mkdir(parents=True)
    book.write_bytes(chains.read_bytes())
    book.chmod(0o600)
    monkeypatch.setenv("NETLOG_DB", str(book))
    shown = on_a_terminal(netlog, monkeypatch, width)
    assert len(shown.rstrip().split("\n")) <= 12
    assert shown == snapshot


def on_a_terminal(netlog, monkeypatch, width: int, *argv: str) -> str:
    """What a terminal of that width shows, no line of it wider."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    out: str = netlog(*argv).out
    assert max(map(width_of, out.split("\n"))) <= width
    return out


@pytest.mark.parametrize("width", [40, 59, 60, 66, 71, 72, 80, 120])
def test_no_bar_is_cut_and_none_parts_its_words(demo, netlog, monkeypatch, width: int) -> None:
    shown = on_a_terminal(netlog, monkeypatch, width, "stats", "--db", str(demo))
    bars = [line for line in shown.split("\n") if "█" in line]
    assert bars
    assert not [line for line in bars if "…" in line]
    assert not [line for line in shown.split("\n") if line.strip() in ("asked", "0 asked")]
