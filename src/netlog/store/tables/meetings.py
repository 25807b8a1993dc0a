"""Meetings, and who was there."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

import netlog.store.tables.contacts  # noqa: F401 - named by foreign keys
from netlog.store.tables.base import STRICT, Row, Stamped, owner


class MeetingRow(Stamped, table=True):
    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("invited_by IN ('me', 'them')"),
        CheckConstraint("paid_by IN ('me', 'them', 'split')"),
        Index("ix_meeting_happened_on", "happened_on", "kind"),
        Index("ix_meeting_paid_by", "paid_by", "happened_on"),
        STRICT,
    )

    derived = frozenset({"search_text"})

    happened_on: str
    kind: str
    text: str | None = None
    place: str | None = None
    asked: str | None = None
    invited_by: str | None = None
    paid_by: str | None = None
    occasion: str | None = Field(default=None, index=True)
    search_text: str | None = None
    remind_on: str | None = None
    remind_why: str | None = None
    sequence: int | None = None
    by_hand: str | None = None


class MeetingContact(Row, table=True):
    __tablename__ = "meeting_contact"
    __table_args__ = (UniqueConstraint("meeting_id", "contact_id"), STRICT)

    meeting_id: int = owner("meeting")
    contact_id: int = owner(index=True)
