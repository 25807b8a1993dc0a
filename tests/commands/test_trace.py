"""NETLOG_TRACE=sql: what SQLite is asked, told on stderr."""

import sqlite3
from contextlib import closing

import pytest

from netlog.store import connect


@pytest.fixture
def traced(netlog, monkeypatch):
    """A book with Ada, and from then on each statement told."""
    netlog("add", "Ada \u202eevil")
    monkeypatch.setattr(connect, "trace", None)  # as it is again after the test
    monkeypatch.setenv("NETLOG_TRACE", "sql")
    return netlog


def test_a_read_is_told_and_its_output_stays(traced, monkeypatch) -> None:
    told = traced("show", "c1", "--json")
    monkeypatch.delenv("NETLOG_TRACE")
    assert told.json["name"] == "Ada \u202eevil"
    assert "FROM contact" in told.err
    assert "INSERT" not in told.err


@pytest.mark.of_file("what SQLite is told")
def test_a_write_is_told_from_its_lock_to_its_commit(traced) -> None:
    told = traced("tag", "c1", "navy").err
    begun, tagged, ended = (
        told.index(words) for words in ("BEGIN IMMEDIATE;", "INSERT INTO contact_tag", "COMMIT;")
    )
    assert begun < tagged < ended
    assert "'navy'" in told


@pytest.mark.of_file("what SQLite is told")
def test_what_is_told_can_be_given_to_sqlite3(traced, db) -> None:
    told = traced("list", "--json").err
    assert sqlite3.complete_statement(told)
    with closing(sqlite3.connect(db)) as connection:
        connection.executescript(told)


def test_nothing_that_is_told_moves_the_cursor(traced) -> None:
    told = traced("edit", "c1", "--name", "Ada \u202ekind").err
    assert "\\u202e" in told
    assert "\u202e" not in told


@pytest.mark.of_file("there is none")
def test_a_book_that_is_not_there_is_asked_in_memory(traced, db) -> None:
    db.unlink()
    assert "FROM contact" in traced("list").err


@pytest.mark.parametrize("value", ["", "1", "SQL"])
def test_nothing_else_is_a_trace(netlog, monkeypatch, value: str) -> None:
    monkeypatch.setenv("NETLOG_TRACE", value)
    assert netlog("list", "--json").err == ""
    assert connect.trace is None
