"""People."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from netlog.store.tables.base import STRICT, Stamped, count, link


class ContactRow(Stamped, table=True):
    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("name <> ''"),
        Index(
            "ix_contact_archived_at", "archived_at", sqlite_where=text("archived_at IS NOT NULL")
        ),
        STRICT,
    )
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
    introduced_by_id: int | None = link("contact")
    cadence_days: int | None = None
    snoozed_until: str | None = None
    snoozed_on: str | None = None
    snoozed_why: str | None = None
    snoozes: int = count()
    remind_on: str | None = None
    remind_why: str | None = None
    first_on: str | None = None
    birthday_done_on: str | None = None
    birthday_snoozed_until: str | None = None
    notes: str | None = None
    archived_at: str | None = None
    name_key: str | None = Field(default=None, index=True)
    birthday_key: str | None = Field(default=None, index=True)
    every_days: int | None = None
    every_from: str | None = None
    last_touch_on: str | None = None
    next_due_on: str | None = Field(default=None, index=True)
    search_text: str | None = None
