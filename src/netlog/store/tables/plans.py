"""Meetings still to come, and who is to be there."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

import netlog.store.tables.contacts
import netlog.store.tables.meetings  # noqa: F401 - named by foreign keys
from netlog.store.tables.base import STRICT, Row, Stamped, count, link, owner


class PlanRow(Stamped, table=True):
    __tablename__ = "plan"
    __table_args__ = (
        CheckConstraint("invited_by IN ('me', 'them')"),
        Index("ix_plan_open", "done_on", "dropped_on", "happens_on"),
        STRICT,
    )

    derived = frozenset({"search_text"})

    happens_on: str
    starts_at: str | None = None
    kind: str
    text: str | None = None
    place: str | None = None
    invited_by: str | None = None
    meeting_id: int | None = link("meeting")
    done_on: str | None = None
    dropped_on: str | None = None
    dropped_why: str | None = None
    snoozed_until: str | None = None
    snoozed_why: str | None = None
    snoozes: int = count()
    search_text: str | None = None
    sequence: int | None = None
    by_hand: str | None = None


class PlanContact(Row, table=True):
    __tablename__ = "plan_contact"
    __table_args__ = (UniqueConstraint("plan_id", "contact_id"), STRICT)

    plan_id: int = owner("plan")
    contact_id: int = owner(index=True)
