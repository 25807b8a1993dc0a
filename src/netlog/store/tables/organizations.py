"""Companies that have a record, and what hangs on them."""

from sqlalchemy import CheckConstraint, Column, Integer, UniqueConstraint
from sqlmodel import Field

from netlog.store.tables.base import STRICT, Row, Stamped, owner


class OrganizationRow(Stamped, table=True):
    __tablename__ = "organization"
    __table_args__ = (CheckConstraint("name <> ''"), STRICT)

    derived = frozenset({"search_text"})

    name: str
    city: str | None = None
    notes: str | None = None
    search_text: str | None = None
    cadence_days: int | None = Field(default=None, index=True)
    snoozed_on: str | None = None
    snoozed_until: str | None = None


class OrganizationAlias(Row, table=True):
    __tablename__ = "organization_alias"
    __table_args__ = (
        UniqueConstraint("organization_id", "alias"),
        CheckConstraint("alias <> ''"),
        STRICT,
    )

    organization_id: int = owner("organization")
    alias: str


class OrganizationMethod(Row, table=True):
    __tablename__ = "organization_method"
    __table_args__ = (
        UniqueConstraint("organization_id", "kind", "normal"),
        CheckConstraint("kind IN ('email', 'phone', 'url', 'address', 'handle')"),
        STRICT,
    )

    organization_id: int = owner("organization")
    kind: str
    label: str | None = None
    value: str
    normal: str
    preferred: bool = Field(
        default=False, sa_column=Column(Integer, nullable=False, server_default="0")
    )


class OrganizationKept(Row, table=True):
    __tablename__ = "organization_kept"
    __table_args__ = (STRICT,)

    organization_id: int = owner("organization", index=True)
    line: str


class OrganizationEntry(Row, table=True):
    __tablename__ = "organization_entry"
    __table_args__ = (STRICT,)

    organization_id: int = owner("organization", index=True)
    happened_on: str
    kind: str
    text: str | None = None
