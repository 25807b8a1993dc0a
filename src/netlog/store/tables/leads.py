"""What may come: stages, steps, the favors that it took."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

import netlog.store.tables.contacts
import netlog.store.tables.favors
import netlog.store.tables.goals  # noqa: F401 - named by foreign keys
from netlog.store.tables.base import STRICT, Stamped, count, link, named, owner


class LeadRow(Stamped, table=True):
    __tablename__ = "lead"
    __table_args__ = (
        CheckConstraint("title <> ''"),
        CheckConstraint("ended IN ('landed', 'declined', 'closed', 'dropped')"),
        STRICT,
    )
    derived = frozenset({"search_text"})

    title: str
    organization: str | None = None
    source: str | None = None
    goal_id: int | None = link("goal")
    stage: str
    opened_on: str
    ended: str | None = None
    closed_on: str | None = Field(default=None, index=True)
    outcome: str | None = None
    kept_id: int | None = named("contact")
    search_text: str | None = None


class LeadStage(Stamped, table=True):
    __tablename__ = "lead_stage"
    __table_args__ = (STRICT,)

    lead_id: int = owner("lead", index=True)
    stage: str
    reached_on: str
    text: str | None = None


class LeadStep(Stamped, table=True):
    __tablename__ = "lead_step"
    __table_args__ = (
        UniqueConstraint("lead_id", "number"),
        CheckConstraint("state IN ('waiting', 'asked', 'done', 'broken')"),
        STRICT,
    )

    lead_id: int = owner("lead")
    number: int
    position: int
    contact_id: int | None = link("contact")
    text: str | None = None
    state: str
    opened_on: str
    due_on: str | None = None
    asked_on: str | None = None
    done_on: str | None = None
    broken_on: str | None = None
    dropped_on: str | None = None
    snoozed_until: str | None = None
    snoozed_why: str | None = None
    snoozes: int = count()


class LeadFavor(Stamped, table=True):
    __tablename__ = "lead_favor"
    __table_args__ = (STRICT,)

    lead_id: int = owner("lead", index=True)
    favor_id: int = Field(foreign_key="favor.id", ondelete="CASCADE", unique=True)
