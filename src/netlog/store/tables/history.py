"""The journal: each command, which rows it changed, and those before and after in packs."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from netlog.store.tables.base import STRICT, Row, count
from netlog.store.tables.copies import CopyRow


class BatchRow(Row, table=True):
    """A command; its rows are those of its source, itself as a rule.

    turned says that before and after change places: it took that command back. first and last are
    the ids between which its changes lie.
    """

    __tablename__ = "batch"
    __table_args__ = (CheckConstraint("turned IN (0, 1)"), STRICT)

    uid: str = Field(unique=True)
    at: str
    command: str
    undoes: str | None = None
    source_id: int = Field(index=True)
    turned: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    first: int
    last: int
    digest: int = count()  # of the command and its rows: see `store.digests`


class ChangeRow(Row, table=True):
    """A row that a command changed, and whether it was there before and is there after."""

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("was_there IN (0, 1)"),
        CheckConstraint("is_there IN (0, 1)"),
        Index("ix_change_row", "table_name", "row_id"),
        Index("ix_change_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        STRICT,
    )

    batch_id: int
    table_name: str
    row_id: int
    was_there: int
    is_there: int
    contact_id: int | None = None


class PackRow(Row, table=True):
    """The images of the changes from that id on, up to the next pack: see `store.packs`."""

    __tablename__ = "pack"
    __table_args__ = (STRICT,)

    images: bytes


# What no command is told to have changed: the journal itself, and where copies were written.
JOURNAL = frozenset(str(table.__tablename__) for table in (BatchRow, ChangeRow, PackRow, CopyRow))
