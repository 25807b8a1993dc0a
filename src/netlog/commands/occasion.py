"""A meeting and what follows from it: thanks, promises, asks; for all that record one."""

import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from netlog.errors import Refused
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import Kind, Meeting, NewMeeting
from netlog.records.thanks import NewThanks
from netlog.render.pages import meetings as page
from netlog.rules import dates, gratitude, reciprocity, text
from netlog.store.reads import favors, thanks

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

DEFAULT_KIND: Kind = "meeting"
# Somewhere it is tomorrow already.
MOST_DAYS_AHEAD = timedelta(days=1)


class Occasion(NamedTuple):
    """A meeting to record; owe, by and got concern the first contact of it."""

    meeting: NewMeeting
    thanks: Literal["open", "sent", "none"] = "open"
    owe: str | None = None
    by: date | None = None
    got: str | None = None


def meeting(said: str | None, on: str | None, kind: Kind | None, today: date) -> NewMeeting:
    """The meeting that was typed; who was there is filled in by the caller.

    Raises UsageMistake for a day that cannot be read, Refused for one that is to come.
    """
    happened_on = dates.parse_date(on, today, "past") if on else today
    if happened_on > today + MOST_DAYS_AHEAD:
        raise Refused(
            "log records what happened; use --next DATE to be reminded of what is to come. "
            "Nothing was saved."
        )
    return NewMeeting(
        happened_on=happened_on,
        kind=kind or DEFAULT_KIND,
        contact_ids=(),
        text=text.optional_block(said, "text"),
    )


def record(book: "Recording", told: Occasion, configured: Mapping[str, int | None]) -> int:
    """Store the meeting and everything that follows from it; returns its id.

    configured is the user's thanks rule by kind.
    """
    from netlog.store.writes import meetings as writes

    meeting_id = writes.log(book, told.meeting)
    received = _record_favors(book, told, meeting_id)
    due_on = gratitude.due_on(told.meeting.kind, told.meeting.happened_on, configured)
    first = told.meeting.contact_ids[0]
    for contact_id in told.meeting.contact_ids:
        favor_id = received if contact_id == first else None
        owed_on = due_on
        if favor_id and owed_on is None:
            owed_on = gratitude.due_on(gratitude.FAVOR, told.meeting.happened_on, configured)
        if owed_on and told.thanks != "none":
            _open_thanks(book, told, meeting_id, contact_id, favor_id, owed_on)
    return meeting_id


def _record_favors(book: "Recording", told: Occasion, meeting_id: int) -> int | None:
    """Store what was owed, asked for and received; returns the id of the received favor."""
    from netlog.store.writes import favors as writes

    on = told.meeting.happened_on
    first = told.meeting.contact_ids[0]
    if told.owe:
        due_on = reciprocity.promise_due_on(on, told.by)
        writes.add(
            book, NewFavor(first, TO_THEM, told.owe, on, meeting_id=meeting_id, due_on=due_on)
        )
    if told.meeting.asked:
        due_on = reciprocity.waiting_due_on(on, None if told.owe else told.by)
        asked = told.meeting.asked
        writes.add(book, NewFavor(first, TO_ME, asked, on, meeting_id=meeting_id, due_on=due_on))
    if told.got:
        return writes.add(
            book, NewFavor(first, TO_ME, told.got, on, meeting_id=meeting_id, done_on=on)
        )
    return None


def _open_thanks(
    book: "Recording",
    told: Occasion,
    meeting_id: int,
    contact_id: int,
    favor_id: int | None,
    due_on: date,
) -> None:
    from netlog.store.writes import thanks as writes

    on = told.meeting.happened_on
    sent_on = on if told.thanks == "sent" else None
    writes.add(
        book,
        NewThanks(
            contact_id=contact_id,
            opened_on=on,
            due_on=due_on,
            meeting_id=meeting_id,
            favor_id=favor_id,
            sent_on=sent_on,
            how="in-person" if sent_on else None,
        ),
    )


def sentence(connection: sqlite3.Connection, recorded: Meeting, today: date) -> str:
    """What was recorded and what follows from it, for the confirmation."""
    return page.logged(
        recorded,
        thanks.of_meeting(connection, recorded.id),
        favors.of_meeting(connection, recorded.id),
        today,
    )
