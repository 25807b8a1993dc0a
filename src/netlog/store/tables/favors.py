"""Favors, what was told of them before, and the thanks for them or for a meeting."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

import netlog.store.tables.contacts
import netlog.store.tables.meetings  # noqa: F401 - named by foreign keys
from netlog.store.tables.base import STRICT, Stamped, count, link, named, owner


class FavorRow(Stamped, table=True):
    __tablename__ = "favor"
    __table_args__ = (
        CheckConstraint("direction IN ('to_them', 'to_me')"),
        CheckConstraint("text <> ''"),
        Index("ix_favor_open", "done_on", "dropped_on", "due_on"),
        Index("ix_favor_outcome", "told_on", "outcome_on"),
        Index("ix_favor_received", "direction", "outcome_on", "dropped_on", "done_on"),
        STRICT,
    )
    derived = frozenset({"search_text"})

    contact_id: int = owner(index=True)
    meeting_id: int | None = link("meeting")
    introduced_id: int | None = named("contact")
    direction: str
    text: str
    asked: int = count()
    opened_on: str
    due_on: str | None = None
    done_on: str | None = None
    dropped_on: str | None = None
    dropped_why: str | None = None
    outcome: str | None = None
    outcome_on: str | None = None
    told_on: str | None = None
    snoozed_until: str | None = Field(default=None, index=True)
    snoozed_why: str | None = None
    snoozes: int = count()
    search_text: str | None = None
    asked_for: str | None = None


class FavorTold(Stamped, table=True):
    __tablename__ = "favor_told"
    __table_args__ = (STRICT,)

    favor_id: int = owner("favor", index=True)
    contact_id: int = owner(index=True)
    told_on: str
    text: str


class ThanksRow(Stamped, table=True):
    __tablename__ = "thanks"
    __table_args__ = (Index("ix_thanks_open", "sent_on", "dropped_on", "due_on"), STRICT)

    contact_id: int = owner(index=True)
    meeting_id: int | None = link("meeting")
    favor_id: int | None = link("favor")
    opened_on: str
    due_on: str
    sent_on: str | None = None
    how: str | None = None
    dropped_on: str | None = None
    dropped_why: str | None = None
    snoozed_until: str | None = Field(default=None, index=True)
    snoozed_why: str | None = None
    snoozes: int = count()
