"""Far from its server it is messages that a command waits for: how many there are does not grow."""

from collections.abc import Iterator

import pytest
from tests import on_postgres
from tests.conftest import Netlog
from tests.postgres import programs

from netlog.actions import office
from netlog.store import connect
from netlog.store.postgres import transactions

pytestmark = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not installed: no message to a server was counted"
)
FEW, MANY = 3, 60


@pytest.fixture
def messages(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a member of an office with few people, leads and debts sends; run() of it."""
    on_postgres.users("ann")
    name = on_postgres.book(on_postgres.empty())
    office.init(on_postgres.address(name))
    office.add(on_postgres.address(name), "ann", "member")
    monkeypatch.setenv("NETLOG_DB", on_postgres.address(name, "ann"))
    told: list[str] = []
    monkeypatch.setattr(connect, "trace", told.append)
    yield told
    on_postgres.drop(name)


def people(netlog: Netlog, number: int) -> None:
    for nth in range(number):
        netlog("add", f"P{nth} X{number}", "--tag", "club", "--email", f"p{nth}@x{number}.org")
        if nth < FEW:
            netlog("log", f"p{nth} x{number}", "coffee", "2026-11-19", "--asked", "a word")
    netlog("lead", "add", f"Mill {number}", "--via", f"p0 x{number}")


@pytest.mark.slow
def test_messages_do_not_grow_with_the_book(netlog: Netlog, messages: list[str]) -> None:
    for number in (FEW, MANY):
        people(netlog, number)
        for line, most in (
            ("due", 3),
            ("due --json --everyone", 3),
            ("list", 6),
            ("list --json", 6),
            ("search coffee", 3),
            ("show c1", 6),
        ):
            messages.clear()
            assert netlog(*line.split()).status == 0
            assert 0 < len(messages) <= most, (number, line, messages)
        messages.clear()
        assert netlog("log", "c1", "c2", "lunch", "-m", "boats", "--owe", "a map").status == 0
        first = next(at for at, said in enumerate(messages) if transactions.LOCK in said)
        held = messages[first : 1 + next(
            at for at, said in enumerate(messages) if "INSERT INTO batch" in said)]  # fmt: skip
        assert len(held) <= 10, held  # and COMMIT
