"""The schema as SQLModel classes; `migrations/` says the same in SQL and a test keeps them equal.

Nothing but columns lives here. Days and instants are TEXT, as `records` describes them.
"""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, UniqueConstraint, text
from sqlmodel import Field, SQLModel

STRICT = {"sqlite_strict": True}


def _owner(table: str = "contact", *, index: bool = False) -> Any:
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=index)


def _link(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", index=True)


def _serves(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="CASCADE", index=True)


def _named(table: str) -> Any:
    """A link of a table that had been made without it: SQLite adds a column with no ON DELETE."""
    return Field(default=None, foreign_key=f"{table}.id", index=True)


def _count() -> Any:
    return Field(default=0, sa_column_kwargs={"server_default": "0"})


class Row(SQLModel):
    """What every table has; `derived` names the columns that are recomputed, never journaled."""

    derived: ClassVar[frozenset[str]] = frozenset()

    id: int | None = Field(default=None, primary_key=True)


class Stamped(Row):
    """A record of its own: it travels by uid and knows when it changed."""

    uid: str = Field(unique=True)
    created_at: str
    updated_at: str


class ContactRow(Stamped, table=True):
    __tablename__ = "contact"
    __table_args__ = (CheckConstraint("name <> ''"), STRICT)
    derived = frozenset(
        {
            *("name_key", "birthday_key", "every_days", "every_from", "last_touch_on"),
            *("next_due_on", "search_text"),
        }
    )

    name: str
    nickname: str | None = None
    organization: str | None = Field(default=None, index=True)
    title: str | None = None
    city: str | None = None
    birthday: str | None = None
    how_met: str | None = None
    met_on: str | None = None
    introduced_by_id: int | None = _link("contact")
    cadence_days: int | None = None
    snoozed_until: str | None = None
    snoozed_on: str | None = None
    snoozed_why: str | None = None
    snoozes: int = _count()
    remind_on: str | None = None
    remind_why: str | None = None
    first_on: str | None = None
    birthday_done_on: str | None = None
    notes: str | None = None
    archived_at: str | None = None
    name_key: str | None = Field(default=None, index=True)
    birthday_key: str | None = Field(default=None, index=True)
    every_days: int | None = None
    every_from: str | None = None
    last_touch_on: str | None = None
    next_due_on: str | None = Field(default=None, index=True)
    search_text: str | None = None


class ContactCircle(Row, table=True):
    __tablename__ = "contact_circle"
    __table_args__ = (
        UniqueConstraint("contact_id", "circle"),
        CheckConstraint("circle IN ('peer', 'business', 'community')"),
        STRICT,
    )

    contact_id: int = _owner()
    circle: str = Field(index=True)


class ContactTag(Row, table=True):
    __tablename__ = "contact_tag"
    __table_args__ = (
        UniqueConstraint("contact_id", "tag"),
        CheckConstraint("tag <> ''"),
        STRICT,
    )

    contact_id: int = _owner()
    tag: str = Field(index=True)


class ContactMethod(Row, table=True):
    __tablename__ = "contact_method"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "normal"),
        CheckConstraint("kind IN ('email', 'phone', 'url', 'address', 'handle')"),
        STRICT,
    )

    contact_id: int = _owner()
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

    contact_id: int = _owner()
    kind: str
    value: str


class ContactDate(Row, table=True):
    __tablename__ = "contact_date"
    __table_args__ = (
        UniqueConstraint("contact_id", "label"),
        CheckConstraint("label <> ''"),
        STRICT,
    )

    contact_id: int = _owner()
    label: str
    day: str
    day_key: str = Field(index=True)
    done_on: str | None = None


class ContactField(Row, table=True):
    __tablename__ = "contact_field"
    __table_args__ = (UniqueConstraint("contact_id", "key"), STRICT)

    contact_id: int = _owner()
    key: str = Field(sa_column=Column("key", String, nullable=False, quote=True))
    value: str


class ContactJob(Row, table=True):
    __tablename__ = "contact_job"
    __table_args__ = (STRICT,)

    contact_id: int = _owner(index=True)
    organization: str | None = Field(default=None, index=True)
    title: str | None = None
    ended_on: str


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

    contact_id: int = _owner(index=True)
    other_id: int | None = Field(
        default=None, foreign_key="contact.id", ondelete="CASCADE", index=True
    )
    kind: str
    word: str | None = None
    name: str | None = None


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

    organization_id: int = _owner("organization")
    alias: str


class OrganizationMethod(Row, table=True):
    __tablename__ = "organization_method"
    __table_args__ = (
        UniqueConstraint("organization_id", "kind", "normal"),
        CheckConstraint("kind IN ('email', 'phone', 'url', 'address', 'handle')"),
        STRICT,
    )

    organization_id: int = _owner("organization")
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

    organization_id: int = _owner("organization", index=True)
    line: str


class OrganizationEntry(Row, table=True):
    __tablename__ = "organization_entry"
    __table_args__ = (STRICT,)

    organization_id: int = _owner("organization", index=True)
    happened_on: str
    kind: str
    text: str | None = None


class ContactKept(Row, table=True):
    __tablename__ = "contact_kept"
    __table_args__ = (STRICT,)

    contact_id: int = _owner(index=True)
    line: str


class ContactUid(Row, table=True):
    __tablename__ = "contact_uid"
    __table_args__ = (CheckConstraint("uid <> ''"), STRICT)

    contact_id: int = _owner(index=True)
    uid: str = Field(unique=True)


class NotDuplicate(Row, table=True):
    __tablename__ = "not_duplicate"
    __table_args__ = (UniqueConstraint("contact_id", "other_id"), STRICT)

    contact_id: int = _owner()
    other_id: int = _owner(index=True)


class MeetingRow(Stamped, table=True):
    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("invited_by IN ('me', 'them')"),
        CheckConstraint("paid_by IN ('me', 'them', 'split')"),
        STRICT,
    )

    derived = frozenset({"search_text"})

    happened_on: str = Field(index=True)
    kind: str
    text: str | None = None
    place: str | None = None
    asked: str | None = None
    invited_by: str | None = None
    paid_by: str | None = Field(default=None, index=True)
    occasion: str | None = Field(default=None, index=True)
    search_text: str | None = None


class MeetingContact(Row, table=True):
    __tablename__ = "meeting_contact"
    __table_args__ = (UniqueConstraint("meeting_id", "contact_id"), STRICT)

    meeting_id: int = _owner("meeting")
    contact_id: int = _owner(index=True)


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
    meeting_id: int | None = _link("meeting")
    done_on: str | None = None
    dropped_on: str | None = None
    dropped_why: str | None = None
    snoozed_until: str | None = None
    snoozed_why: str | None = None
    snoozes: int = _count()
    search_text: str | None = None


class PlanContact(Row, table=True):
    __tablename__ = "plan_contact"
    __table_args__ = (UniqueConstraint("plan_id", "contact_id"), STRICT)

    plan_id: int = _owner("plan")
    contact_id: int = _owner(index=True)


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

    contact_id: int = _owner(index=True)
    meeting_id: int | None = _link("meeting")
    introduced_id: int | None = _named("contact")
    direction: str
    text: str
    asked: int = _count()
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
    snoozes: int = _count()
    search_text: str | None = None


class ThanksRow(Stamped, table=True):
    __tablename__ = "thanks"
    __table_args__ = (Index("ix_thanks_open", "sent_on", "dropped_on", "due_on"), STRICT)

    contact_id: int = _owner(index=True)
    meeting_id: int | None = _link("meeting")
    favor_id: int | None = _link("favor")
    opened_on: str
    due_on: str
    sent_on: str | None = None
    how: str | None = None
    dropped_on: str | None = None
    dropped_why: str | None = None
    snoozed_until: str | None = Field(default=None, index=True)
    snoozed_why: str | None = None
    snoozes: int = _count()


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
    search_text: str | None = None


class GoalTarget(Stamped, table=True):
    __tablename__ = "goal_target"
    __table_args__ = (
        CheckConstraint("number > 0"),
        CheckConstraint("per IN ('day', 'week', 'month')"),
        STRICT,
    )

    goal_id: int = _owner("goal", index=True)
    number: int
    what: str
    per: str


class GoalTold(Stamped, table=True):
    __tablename__ = "goal_told"
    __table_args__ = (UniqueConstraint("goal_id", "contact_id"), STRICT)

    goal_id: int = _owner("goal")
    contact_id: int = _owner(index=True)
    told_on: str


class GoalLink(Stamped, table=True):
    __tablename__ = "goal_link"
    __table_args__ = (STRICT,)

    goal_id: int = _owner("goal", index=True)
    contact_id: int | None = _serves("contact")
    meeting_id: int | None = _serves("meeting")
    plan_id: int | None = _serves("plan")
    favor_id: int | None = _serves("favor")


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
    goal_id: int | None = _link("goal")
    stage: str
    opened_on: str
    ended: str | None = None
    closed_on: str | None = Field(default=None, index=True)
    outcome: str | None = None
    search_text: str | None = None


class LeadStage(Stamped, table=True):
    __tablename__ = "lead_stage"
    __table_args__ = (STRICT,)

    lead_id: int = _owner("lead", index=True)
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

    lead_id: int = _owner("lead")
    number: int
    position: int
    contact_id: int | None = _link("contact")
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
    snoozes: int = _count()


class LeadFavor(Stamped, table=True):
    __tablename__ = "lead_favor"
    __table_args__ = (STRICT,)

    lead_id: int = _owner("lead", index=True)
    favor_id: int = Field(foreign_key="favor.id", ondelete="CASCADE", unique=True)


class CadenceRuleRow(Stamped, table=True):
    __tablename__ = "cadence_rule"
    __table_args__ = (
        UniqueConstraint("scope", "label"),
        CheckConstraint("scope IN ('default', 'circle', 'tag')"),
        CheckConstraint("days >= 0"),
        STRICT,
    )

    scope: str
    label: str = Field(default="", sa_column_kwargs={"server_default": ""})
    days: int


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
