"""A meeting and what follows from it: thanks, promises, asks; for all that record one."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import Kind, NewMeeting
from netlog.records.thanks import FAVOR, NewThanks
from netlog.rules import dates, gratitude, reciprocity, text

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

DEFAULT_KIND: Kind = "meeting"


class Occasion(NamedTuple):
    """A meeting to record; owe, by and got concern the first contact of it.

    told are favors whose outcome was told at it; remind_on is when everybody there is to come up.
    """

    meeting: NewMeeting
    thanks: Literal["open", "sent", "none"] = "open"
    owe: str | None = None
    by: date | None = None
    got: str | None = None
    told: tuple[int, ...] = ()
    remind_on: date | None = None


def meeting(said: str | None, on: str | None, kind: Kind | None, today: date) -> NewMeeting:
    """The meeting that was typed; who was there is filled in by the caller.

    Raises UsageMistake for a day that cannot be read, Refused for one that is to come.
    """
    return NewMeeting(
        happened_on=dates.parse_happened(on, today) if on is not None else today,
        kind=kind or DEFAULT_KIND,
        contact_ids=(),
        text=text.optional_block(said, "text"),
    )


def log(book: "Recording", happened: Occasion, configured: Mapping[str, int | None]) -> int:
    """Store the meeting and everything that follows from it; returns its id.

    configured is the user's thanks rule by kind.
    """
    from netlog.store.writes import contacts
    from netlog.store.writes import favors as favor_writes
    from netlog.store.writes import meetings as writes

    meeting_id = writes.log(book, happened.meeting)
    received = _record_favors(book, happened, meeting_id)
    for favor_id in happened.told:
        favor_writes.tell(book, favor_id, happened.meeting.happened_on)
    if happened.remind_on:
        for contact_id in happened.meeting.contact_ids:
            contacts.remind(book, contact_id, happened.remind_on)
    due_on = gratitude.due_on(happened.meeting.kind, happened.meeting.happened_on, configured)
    first = happened.meeting.contact_ids[0]
    for contact_id in happened.meeting.contact_ids:
        came = received if contact_id == first else None
        owed_on = due_on
        if came and owed_on is None:
            owed_on = gratitude.due_on(FAVOR, happened.meeting.happened_on, configured)
        if owed_on and happened.thanks != "none":
            _open_thanks(book, happened, meeting_id, contact_id, came, owed_on)
    return meeting_id


def _record_favors(book: "Recording", happened: Occasion, meeting_id: int) -> int | None:
    """Store what was owed, asked for and received; returns the id of the received favor."""
    from netlog.store.writes import favors as writes

    on = happened.meeting.happened_on
    first = happened.meeting.contact_ids[0]
    if happened.owe:
        due_on = reciprocity.promise_due_on(on, happened.by)
        writes.add(
            book, NewFavor(first, TO_THEM, happened.owe, on, meeting_id=meeting_id, due_on=due_on)
        )
    if happened.meeting.asked:
        due_on = reciprocity.waiting_due_on(on, happened.by)
        asked = happened.meeting.asked
        opened = NewFavor(first, TO_ME, asked, on, asked=True, meeting_id=meeting_id, due_on=due_on)
        writes.add(book, opened)
    if happened.got:
        return writes.add(
            book, NewFavor(first, TO_ME, happened.got, on, meeting_id=meeting_id, done_on=on)
        )
    return None


def thank_for_favor(
    book: "Recording",
    contact_id: int,
    favor_id: int,
    on: date,
    configured: Mapping[str, int | None],
) -> bool:
    """Open the thank-you for a favor that came on that day; False when none is owed."""
    from netlog.store.writes import thanks as writes

    due_on = gratitude.due_on(FAVOR, on, configured)
    if due_on is None:
        return False
    writes.add(book, NewThanks(contact_id, opened_on=on, due_on=due_on, favor_id=favor_id))
    return True


def _open_thanks(
    book: "Recording",
    happened: Occasion,
    meeting_id: int,
    contact_id: int,
    favor_id: int | None,
    due_on: date,
) -> None:
    from netlog.store.writes import thanks as writes

    on = happened.meeting.happened_on
    sent_on = on if happened.thanks == "sent" else None
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
