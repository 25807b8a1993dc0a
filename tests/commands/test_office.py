"""One book for several people, on a server: who did what, and what each may take back."""

from collections.abc import Callable, Iterator

import pytest
from tests import on_postgres
from tests.conftest import Netlog, Result
from tests.postgres import programs

pytestmark = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not installed: nobody shared a book"
)
As = Callable[..., Result]


@pytest.fixture
def together(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Iterator[As]:
    """Run a command as one of several users: ann and bob may write in a book, kim keeps it."""
    on_postgres.users("ann", "bob", "kim")
    name = on_postgres.book(on_postgres.empty())
    on_postgres.keep(
        name,
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO ann, bob, kim; "
        "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ann, bob, kim; "
        "ALTER TABLE netlog_book OWNER TO kim",
    )

    def run(who: str, *argv: str) -> Result:
        monkeypatch.setenv("NETLOG_DB", on_postgres.address(name, who))
        return netlog(*argv)

    run("ann", "add", "Grace Hopper")
    run("bob", "log", "grace", "coffee", "--no-thanks")
    yield run
    on_postgres.drop(name)


def test_undo_takes_back_what_one_did_oneself(together: As) -> None:
    refused = together("ann", "undo")
    assert "add of 23 Nov cannot be taken back: coffee with Grace Hopper (m1) " in refused.err
    assert "needs what it added, by bob's log on 23 Nov." in refused.err
    assert "log by bob" in together("bob", "undo").out
    assert together("bob", "undo").err == "netlog: There is nothing that bob did to take back.\n"
    together("ann", "edit", "grace", "--city", "Oslo")
    # What another did in between ends nothing.
    assert "Brought back: log by bob" in together("bob", "redo").out


@pytest.mark.parametrize("typed", [(), ("m1",), ("3",), ("--list",)])
def test_what_others_did_is_taken_back_by_who_keeps_the_book(
    together: As, typed: tuple[str, ...]
) -> None:
    refused = together("ann", "undo", *typed, "--of", "bob")
    assert (refused.status, refused.out) == (1, "")
    assert "by who keeps the book" in refused.err
    if typed != ("3",):
        assert "log by bob" in together("kim", "undo", *typed, "--of", "bob").out


def test_the_record_of_another_is_named_with_who_changed_it(together: As) -> None:
    refused = together("ann", "undo", "m1")
    assert refused.status == 1
    assert "is what bob did. Who keeps the book takes it back: netlog undo " in refused.err


def test_it_is_told_who_did_what(together: As) -> None:
    together("bob", "edit", "grace", "--city", "Oslo")
    whole = together("kim", "history", "--json").json
    assert [(one["command"], one["who"]) for one in whole] == [
        ("edit", "bob"), ("log", "bob"), ("add", "ann")
    ]  # fmt: skip
    assert [one["who"] for one in together("kim", "history", "--by", "ann", "--json").json] == [
        "ann"
    ]
    days = together("kim", "history", "grace", "--json").json
    assert {one["ref"]: one["who"] for one in reversed(days)} == {"m1": "bob", "c1": "bob"}
    assert "(by bob)" in together("kim", "history", "grace", "--by", "bob").out
    assert "added by ann, last changed by bob" in together("kim", "show", "grace").out
    assert "added by bob" in together("kim", "show", "m1").out
    shown = together("kim", "show", "grace", "--json").json
    assert (shown["added_by"], shown["changed_by"]) == ("ann", "bob")


def test_nobody_signs_for_another(together: As) -> None:
    name = "ann"
    together("bob", "log", "grace", "call", "--no-thanks")
    assert together(name, "history", "--by", "bob", "--json").json[0]["who"] == "bob"


@pytest.mark.parametrize("line", ["undo --of bob", "history --by bob", "undo m1 --of bob"])
def test_of_a_file_everything_is_ones_own(netlog: Netlog, line: str) -> None:
    netlog("add", "Ada")
    refused = netlog(*line.split())
    assert (refused.status, refused.out) == (2, "")
    assert "is for a book on a server: this one is yours alone." in refused.err
    assert netlog("history", "--json").json[0]["who"] is None
