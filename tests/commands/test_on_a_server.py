"""A book on a PostgreSQL server: every command says what it says of a file, or why it cannot."""

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests import on_postgres
from tests.conftest import TODAY, Netlog
from tests.demo import demo_book
from tests.postgres import programs

from netlog.actions.demo.story import build

NOWHERE = "postgresql://ada:s3cret@localhost:1/people?connect_timeout=1"
# In this order, on the demo.
LINES = """
due --json
due --all
list --json
list --order last
show c1 --json
brief c1
check c1
search coffee --json
search "new york"
stats --json
week --json
history --json
tags --json
duplicates --json
reconnect --json
network --json
path maria
balance --json
lead list --json
goal list --json
org list --json
favor list --json
export --format json
add "Émile Zola" --email zed@z.org --org Navy --tag x --every 2w --json
log emile coffee yesterday -m tea --owe slides --json
thank emile note --json
undo --json
redo --json
undo
history emile
edit c1 --city Oslo --url https://x.org/e --json
tag c1 chess --json
search chess --json
every c1 2w
snooze c2 1w
merge c3 c4 --yes --json
undo
remove c5 --yes --json
remove c5 c6 c7 c8 c9 --yes
undo --json
archive c6 --yes
favor promise c1 "a book" --json
plan c1 lunch friday --json
goal add "x y" --horizon short --json
lead add Mill --via c1 --json
lead landed l1 -- signed
org add Acmex --json
import {folder}/people.csv --yes --json
undo --json
redo --json
search p77 --json
due --brief
every --default 60d
list --json
"""
UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
pytestmark = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not installed: no command was tried on a server"
)


@pytest.fixture
def place() -> Iterator[str]:
    """The address of a book on a server, with nothing in it."""
    name = on_postgres.book(on_postgres.empty())
    yield on_postgres.address(name)
    on_postgres.drop(name)


@pytest.mark.slow
def test_each_command_prints_the_same_of_a_file_and_on_a_server(
    netlog: Netlog, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(demo_book(tmp_path / "demo.db", date.fromisoformat(TODAY)))
    build(place, date.fromisoformat(TODAY))
    people = "\n".join(f"P{nth} X{nth},p{nth}@x.org" for nth in range(1200))
    (tmp_path / "people.csv").write_text(f"Name,Email\n{people}\n")

    def said(where: str, line: str) -> tuple[int, str, str]:
        monkeypatch.setenv("NETLOG_DB", where)
        status, out, err = netlog(*shlex.split(line))
        plain = map(on_postgres.unsigned, (out, err))
        return status, *(UID.sub("UID", text).replace(where, "BOOK") for text in plain)

    for line in LINES.format(folder=tmp_path).strip().splitlines():
        assert said(place, line) == said(file, line), line


@pytest.mark.parametrize("line", ["backup", "restore latest", "compact", "doctor", "forget c1"])
def test_what_is_about_a_file_says_so(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setenv("NETLOG_DB", NOWHERE)
    refused = netlog(*line.split())
    assert refused.status == 2
    assert "this book is on a server. " in refused.err


@pytest.mark.parametrize("by", ["flag", "environment", "config"])
@pytest.mark.parametrize("line", ["list", "add Ada", "due --json", "log ada coffee"])
def test_a_password_is_never_printed(
    netlog: Netlog, home: Path, monkeypatch: pytest.MonkeyPatch, by: str, line: str
) -> None:
    config = home / "config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'db = "{NOWHERE}"' if by == "config" else "")
    config.chmod(0o600)
    monkeypatch.delenv("NETLOG_DB", raising=False)
    if by == "environment":
        monkeypatch.setenv("NETLOG_DB", NOWHERE)
    failed = netlog(*line.split(), *(("--db", NOWHERE) if by == "flag" else ()))
    assert failed.status == 6
    assert "The server of people on localhost:1 cannot be reached." in failed.err
    assert "s3cret" not in failed.out + failed.err


def test_a_password_in_a_config_file_that_others_read_is_refused(
    netlog: Netlog, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETLOG_DB", raising=False)
    config = home / "config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'db = "{NOWHERE}"')
    config.chmod(0o644)
    refused = netlog("list")
    assert refused.status == 2
    assert "holds a password, and others may read it." in refused.err
    assert "s3cret" not in refused.err


@pytest.mark.parametrize(
    "address", ["postgresql://[::1", "postgresql://h/people?nonsense=1", "POSTGRESQL://[::1"]
)
def test_an_address_that_is_none_is_said(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("NETLOG_DB", address)
    refused = netlog("list")
    assert (refused.status, refused.out) == (2, "")
    assert "postgresql://ann@db.example.org/office" in refused.err


def test_a_password_beside_the_address_is_kept_apart(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETLOG_DB", "postgresql://localhost:1/people?password=s3cret&user=ada")
    failed = netlog("--db", "postgresql://localhost:1/people?password=s3cret", "add", "Ada")
    assert failed.status == 6
    assert "s3cret" not in failed.out + failed.err


def test_whom_a_server_knows_is_completed(
    netlog: Netlog, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETLOG_DB", place)
    netlog("add", "Grace Hopper")
    monkeypatch.setenv("_NETLOG_COMPLETE", "bash")
    assert "Hopper" in netlog("netlog show gr", "gr", "9").out
