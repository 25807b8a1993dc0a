"""What an export needs beside the contacts: former jobs, kept lines, introducers' uids."""

import sqlite3
from collections.abc import Sequence

from netlog.store.reads.contacts import owned

JOBS = """
SELECT contact_id, organization, title FROM contact_job WHERE {whose} ORDER BY contact_id, id
"""
KEPT = "SELECT contact_id, line FROM contact_kept WHERE {whose} ORDER BY contact_id, id"


def jobs(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> dict[int, tuple[tuple[str | None, str | None], ...]]:
    """Former organizations and titles by contact, in the order in which they were noted."""
    found = owned(connection, JOBS, ids)
    return {id_: tuple((org, title) for org, title in rows) for id_, rows in found.items()}


def kept(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Lines that netlog has no place for, by contact, in their order."""
    found = owned(connection, KEPT, ids)
    return {id_: tuple(line for (line,) in rows) for id_, rows in found.items()}
