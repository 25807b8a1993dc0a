"""The journal: each row that a command changed, before and after."""

from sqlalchemy import Index, text
from sqlmodel import Field

from netlog.store.tables.base import STRICT, Row


class ChangeRow(Row, table=True):
    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_row", "table_name", "row_id"),
        Index("ix_change_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        STRICT,
    )

    batch: str = Field(index=True)
    at: str
    command: str
    table_name: str
    row_id: int
    before: str | None = None
    after: str | None = None
    undoes: str | None = None
    contact_id: int | None = None
