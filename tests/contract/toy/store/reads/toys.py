"""Toys, with who has them."""

import sqlite3

from netlog.records.toys import Toy

from netlog.records.people import person
from netlog.records.refs import ref
from netlog.store.reads.values import known_day
from netlog.typed import Any

COLUMNS = """
SELECT t.id, t.uid, c.id, c.name, t.text, t.lent_on, t.created_at, t.updated_at
FROM toy t JOIN contact c ON c.id = t.contact_id
"""
TOY = COLUMNS + "WHERE t.id = :id"
TOYS = COLUMNS + "ORDER BY t.lent_on DESC, t.id DESC"


def toy(connection: sqlite3.Connection, toy_id: int) -> Toy | None:
    """The toy with that id, None when there is none."""
    row = connection.execute(TOY, {"id": toy_id}).fetchone()
    return row and _of_row(row)


def toys(connection: sqlite3.Connection) -> list[Toy]:
    """All toys, the latest first."""
    return [_of_row(row) for row in connection.execute(TOYS)]


def _of_row(row: tuple[Any, ...]) -> Toy:
    id_, uid, contact_id, name, text, lent_on, created_at, updated_at = row
    whose = person(contact_id, name)
    return Toy(id_, ref("x", id_), uid, whose, text, known_day(lent_on), created_at, updated_at)
