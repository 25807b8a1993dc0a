"""What every table has, and the columns that several have.

Nothing but columns lives in tables. Days and instants are TEXT, as `records` describes them.
"""

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

STRICT = {"sqlite_strict": True}


def owner(table: str = "contact", *, index: bool = False) -> Any:
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=index)


def link(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", index=True)


def serves(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="CASCADE", index=True)


def named(table: str) -> Any:
    """A link of a table that had been made without it: SQLite adds a column with no ON DELETE."""
    return Field(default=None, foreign_key=f"{table}.id", index=True)


def count() -> Any:
    return Field(default=0, sa_column_kwargs={"server_default": "0"})


class Row(SQLModel):
    """What every table has; `derived` names the columns that are recomputed, never journaled."""

    derived: ClassVar[frozenset[str]] = frozenset()

    id: int | None = Field(default=None, primary_key=True)


class Stamped(Row):
    """A record of its own: it travels by uid and knows when it changed."""

    uid: str = Field(unique=True)
    created_at: str
    updated_at: str
