"""What hangs on a person: labels, ways to reach them, names, days, jobs and the like."""

from sqlalchemy import CheckConstraint, Column, Integer, String, UniqueConstraint
from sqlmodel import Field

import netlog.store.tables.contacts  # noqa: F401 - named by foreign keys
from netlog.store.tables.base import STRICT, Row, count, owner


class ContactCircle(Row, table=True):
    __tablename__ = "contact_circle"
    __table_args__ = (
        UniqueConstraint("contact_id", "circle"),
        CheckConstraint("circle IN ('peer', 'business', 'community')"),
        STRICT,
    )

    contact_id: int = owner()
    circle: str = Field(index=True)


class ContactTag(Row, table=True):
    __tablename__ = "contact_tag"
    __table_args__ = (
        UniqueConstraint("contact_id", "tag"),
        CheckConstraint("tag <> ''"),
        STRICT,
    )

    contact_id: int = owner()
    tag: str = Field(index=True)


class ContactMethod(Row, table=True):
    __tablename__ = "contact_method"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "normal"),
        CheckConstraint("kind IN ('email', 'phone', 'url', 'address', 'handle')"),
        STRICT,
    )

    contact_id: int = owner()
    kind: str
    label: str | None = None
    value: str
    normal: str = Field(index=True)
    preferred: bool = Field(
        default=False, sa_column=Column(Integer, nullable=False, server_default="0")
    )


class ContactName(Row, table=True):
    __tablename__ = "contact_name"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "value"),
        CheckConstraint(
            "kind IN ('nickname', 'former', 'merged', 'phonetic_first', 'phonetic_last')"
        ),
        CheckConstraint("value <> ''"),
        STRICT,
    )

    contact_id: int = owner()
    kind: str
    value: str


class ContactDate(Row, table=True):
    __tablename__ = "contact_date"
    __table_args__ = (
        UniqueConstraint("contact_id", "label"),
        CheckConstraint("label <> ''"),
        STRICT,
    )

    contact_id: int = owner()
    label: str
    day: str
    day_key: str = Field(index=True)
    done_on: str | None = None
    snoozed_until: str | None = None
    number: int = count()


class ContactField(Row, table=True):
    __tablename__ = "contact_field"
    __table_args__ = (UniqueConstraint("contact_id", "key"), STRICT)

    contact_id: int = owner()
    key: str = Field(sa_column=Column("key", String, nullable=False, quote=True))
    value: str


class ContactJob(Row, table=True):
    __tablename__ = "contact_job"
    __table_args__ = (STRICT,)

    contact_id: int = owner(index=True)
    organization: str | None = Field(default=None, index=True)
    title: str | None = None
    ended_on: str  # empty where no day is known


class RelationRow(Row, table=True):
    __tablename__ = "relation"
    __table_args__ = (
        CheckConstraint("other_id <> contact_id"),
        CheckConstraint(
            "kind IN ('spouse', 'partner', 'parent', 'child', 'sibling', 'friend', 'colleague', "
            "'assistant', 'manager', 'report', 'assists', 'other')"
        ),
        CheckConstraint("word <> ''"),
        CheckConstraint("name <> ''"),
        CheckConstraint("other_id IS NOT NULL OR name IS NOT NULL"),
        STRICT,
    )

    contact_id: int = owner(index=True)
    other_id: int | None = Field(
        default=None, foreign_key="contact.id", ondelete="CASCADE", index=True
    )
    kind: str
    word: str | None = None
    name: str | None = None


class ContactKept(Row, table=True):
    __tablename__ = "contact_kept"
    __table_args__ = (STRICT,)

    contact_id: int = owner(index=True)
    line: str


class ContactUid(Row, table=True):
    __tablename__ = "contact_uid"
    __table_args__ = (CheckConstraint("uid <> ''"), STRICT)

    contact_id: int = owner(index=True)
    uid: str = Field(unique=True)


class NotDuplicate(Row, table=True):
    __tablename__ = "not_duplicate"
    __table_args__ = (UniqueConstraint("contact_id", "other_id"), STRICT)

    contact_id: int = owner()
    other_id: int = owner(index=True)
