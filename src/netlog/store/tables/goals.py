"""What you are after: targets, who was told, what serves it."""

from sqlalchemy import CheckConstraint, UniqueConstraint

import netlog.store.tables.contacts
import netlog.store.tables.favors
import netlog.store.tables.meetings
import netlog.store.tables.plans  # noqa: F401 - named by foreign keys
from netlog.store.tables.base import STRICT, Stamped, owner, serves


class GoalRow(Stamped, table=True):
    __tablename__ = "goal"
    __table_args__ = (
        CheckConstraint("text <> ''"),
        CheckConstraint("horizon IN ('short', 'long')"),
        STRICT,
    )
    derived = frozenset({"search_text"})

    text: str
    horizon: str
    opened_on: str
    due_on: str | None = None
    done_on: str | None = None
    dropped_on: str | None = None
    dropped_why: str | None = None
    goes_on: str | None = None
    search_text: str | None = None


class GoalTarget(Stamped, table=True):
    __tablename__ = "goal_target"
    __table_args__ = (
        CheckConstraint("number > 0"),
        CheckConstraint("per IN ('day', 'week', 'month')"),
        STRICT,
    )

    goal_id: int = owner("goal", index=True)
    number: int
    what: str
    per: str


class GoalTold(Stamped, table=True):
    __tablename__ = "goal_told"
    __table_args__ = (UniqueConstraint("goal_id", "contact_id"), STRICT)

    goal_id: int = owner("goal")
    contact_id: int = owner(index=True)
    told_on: str


class GoalLink(Stamped, table=True):
    __tablename__ = "goal_link"
    __table_args__ = (STRICT,)

    goal_id: int = owner("goal", index=True)
    contact_id: int | None = serves("contact")
    meeting_id: int | None = serves("meeting")
    plan_id: int | None = serves("plan")
    favor_id: int | None = serves("favor")
