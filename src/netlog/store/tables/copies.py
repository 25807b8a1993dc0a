"""Copies that were written: no part of the record, so the journal does not tell of them."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.store.tables.base import STRICT, Row, count


class CopyRow(Row, table=True):
    """A backup, or a file or folder that was exported: where it is, and its digest when written."""

    __tablename__ = "copy"
    __table_args__ = (CheckConstraint("kind IN ('backup', 'export')"), STRICT)

    path: str = Field(unique=True)
    at: str
    kind: str
    sha256: str | None = None
    digest: int = count()  # of the row: see `store.digests`
