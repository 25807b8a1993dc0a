"""Days as people say them, through the commands; and when a day ends."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from netlog import clock


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("two weeks ago", "2026-11-09"),
        ("last night", "2026-11-22"),
        ("the 20th", "2026-11-20"),
        ("friday last week", "2026-11-20"),
        ("2026-W47-5", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
    ],
)
def test_a_meeting_is_dated_in_words_of_every_day(netlog, said: str, day: str) -> None:
    netlog("add", "Grace")
    assert netlog("log", "grace", "-m", "x", "--on", said, "--json").json["happened_on"] == day


@pytest.mark.parametrize(
    "typed",
    [
        ("log", "grace", "-m", "x", "--on", "0206-11-20"),
        ("add", "Ada", "--met-on", "0206-11-20"),
        ("add", "Ada", "--birthday", "0190-05-05"),
        ("edit", "grace", "--met-on", "1066-10-14"),
        ("favor", "give", "grace", "x", "--on", "0206-11-20"),
        ("list", "--added-since", "0206-11-20"),
    ],
    ids=" ".join,
)
def test_a_year_that_nobody_meant_is_refused(netlog, typed: tuple[str, ...]) -> None:
    netlog("add", "Grace")
    refused = netlog(*typed)
    assert refused.status == 1
    assert "nobody meant" in refused.err


@pytest.mark.parametrize("said", ["1990-05", "1990", "199X", "--05"])
def test_a_birthday_of_which_little_is_known_is_kept_and_never_due(
    netlog, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (
        netlog("add", "Grace", "--birthday", said, "--every", "never", "--json").json["birthday"]
        == said
    )
    for day in ("2026-05-01", "2027-01-01"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        assert netlog("due", "--json").json == []
        assert not netlog("brief", "grace", "--json").json[0]["dates"]
        assert netlog("reconnect", "--json").status == 0
    assert netlog("edit", "grace", "--birthday", "12 may 1990", "--json").json["birthday"] == (
        "1990-05-12"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1990-05", "May 1990"),
        ("may", "May"),
        ("1990", "1990"),
        ("1990s", "the 1990s"),
        ("15 may", "15 May"),
        ("1990-05-15", "15 May 1990"),
    ],
)
def test_a_birthday_is_said_in_the_same_words_everywhere(netlog, typed: str, said: str) -> None:
    netlog("add", "Grace", "--birthday", "1980-01")
    changed = netlog("edit", "grace", "--birthday", typed).out
    assert changed == f"Grace (c1): birthday January 1980 → {said}.\n"
    assert f"birthday: January 1980 → {said}\n" in netlog("history", "c1").out
    assert f"Birthday  {said}\n" in netlog("show", "c1").out
    assert f"Birthday  {said}\n" in netlog("card", "c1", "--fields", "all").out
    netlog("add", "Grace Two")
    assert f", birthday {said}\n" in netlog("merge", "c2", "c1", "--yes").out


def test_a_birthday_to_come_is_said_in_words(netlog) -> None:
    refused = netlog("add", "Grace", "--birthday", "2030-05")
    assert refused.err == "netlog: The birthday, May 2030, is still to come.\n"


def test_a_cadence_that_names_a_weekday_says_what_it_is(netlog) -> None:
    netlog("add", "Grace")
    every = netlog("every", "grace", "every monday")
    assert "every 7 days, whatever the weekday" in every.err
    assert netlog("show", "grace", "--json").json["cadence_days"] == 7


class Night(datetime):
    """Three in the morning."""

    @classmethod
    def now(cls, tz: timezone | None = None) -> datetime:
        return datetime(2026, 11, 24, 3, 0, tzinfo=tz)


def test_a_day_ends_when_the_config_says(
    netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    monkeypatch.setattr(clock, "datetime", Night)
    monkeypatch.delenv("NETLOG_TODAY")
    config.write_text("day_ends = 3")
    netlog("add", "Grace")
    assert netlog("log", "grace", "-m", "x", "--json").json["happened_on"] == "2026-11-24"
    config.write_text("day_ends = 4")
    assert netlog("log", "grace", "-m", "y", "--json").json["happened_on"] == "2026-11-23"
    config.write_text("day_ends = 12")
    assert "day_ends must be an hour from 0 to 11" in netlog("list").err


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Go somewhere else, for the rest of a test."""
    with monkeypatch.context() as away:

        def go(name: str) -> None:
            away.setenv("TZ", name)
            time.tzset()

        yield go
    time.tzset()


@pytest.mark.parametrize(
    ("where", "ends", "at"),
    [
        ("Pacific/Honolulu", 0, "2026-11-24T08:00:00Z"),
        ("Asia/Kolkata", 0, "2026-11-22T19:00:00Z"),
        ("UTC", 4, "2026-11-24T03:00:00Z"),
    ],
)
def test_what_was_done_is_told_of_the_day_that_it_was_here(
    netlog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, zone, where: str, ends: int, at: str
) -> None:
    zone(where)
    config = tmp_path / "config.toml"
    config.write_text(f"day_ends = {ends}")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    monkeypatch.setattr(clock, "now", lambda: at)
    netlog("add", "Grace")
    netlog("plan", "grace", "coffee", "friday")
    netlog("goal", "add", "friends", "--horizon", "short", "--target", "1 new person a week")
    assert netlog("history").out.count("23 Nov") == 3
    assert "23 Nov  planned coffee" in netlog("history", "grace").out
    assert netlog("history", "--since", "today", "--until", "today").out.count("\n") == 3
    week = netlog("week", "--json").json
    assert (week["did"]["new"], week["targets"][0]["target"]["done"]) == (1, 1)
    months = netlog("stats", "--since", "today", "--json").json["months"]
    assert [(one["month"], one["new"]) for one in months] == [("2026-11", 1)]
    assert len(netlog("list", "--added-since", "today", "--json").json) == 1
    assert netlog("backup", "--json").status == 0
    assert f"{clock.local(at):%H:%M}  by-hand" in netlog("backup", "--list").out


def test_a_day_that_is_pinned_is_that_day_everywhere(netlog, zone) -> None:
    zone("Pacific/Kiritimati")
    netlog("add", "Grace")
    assert netlog("week", "--json").json["did"]["new"] == 1
    assert "23 Nov" in netlog("history").out


@pytest.mark.parametrize("create", [(), ("--create",)], ids=["", "create"])
@pytest.mark.parametrize("typed", ["06-01", "6/1", "31-02"])
def test_what_is_written_as_a_day_is_nobody_to_add(netlog, typed: str, create) -> None:
    netlog("add", "Maria Lopez")
    refused = netlog("log", "maria", "coffee", typed, *create)
    assert refused.status == 2
    assert refused.err.startswith(f"netlog: Cannot read the date '{typed}': ")
    assert netlog("add", typed).status == 0
    assert netlog("log", "maria", typed, "coffee").status == 0


@pytest.mark.parametrize("offered", ["6 january", "1 june"])
def test_what_an_unclear_day_offers_is_read(netlog, offered: str) -> None:
    netlog("add", "Maria Lopez")
    assert offered in netlog("log", "maria", "--on", "6/1").err
    assert netlog("log", "maria", "--on", offered).status == 0
    assert netlog("plan", "maria", offered).status == 0
