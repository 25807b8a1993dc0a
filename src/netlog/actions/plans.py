"""Plans: made, kept by what happened, and which of them a meeting was."""

from collections.abc import Collection, Sequence
from datetime import date

from netlog.actions import capture
from netlog.actions.capture import Logged, Occasion
from netlog.errors import Refused
from netlog.records.meetings import NOT_A_TOUCH, NewMeeting
from netlog.records.plans import Plan
from netlog.records.thanks import ThanksRules
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.store.connect import Book
from netlog.store.reads import plans as reads
from netlog.typed import TYPE_CHECKING
from netlog.wording import long_day

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

# A message about a meeting is not the meeting.
WRITTEN = ("message", "email")


def check_was(plan: Plan, today: date) -> None:
    """Raise Refused for a plan whose day is still to come; tomorrow is somewhere already."""
    if plan.happens_on > today + MOST_DAYS_AHEAD:
        raise Refused(
            f"{plan.ref} is planned for {long_day(plan.happens_on)}.",
            advice=f"If it was today: netlog plan edit {plan.ref} --on today",
        )


def keep(book: "Recording", plan: Plan, rules: ThanksRules) -> Logged:
    """Let the plan become a meeting on its day, as it was planned."""
    meeting = NewMeeting(
        happened_on=plan.happens_on,
        kind=plan.kind,
        contact_ids=tuple(person.id for person in plan.contacts),
        text=plan.text,
        place=plan.place,
        invited_by=plan.invited_by,
    )
    return capture.log(book, Occasion(meeting, plan=plan.id), rules)


def of_day(
    connection: Book, meeting: NewMeeting, people: Collection[int]
) -> tuple[list[Plan], list[Plan]]:
    """Open plans of the day of a meeting: those that it was, and those it may have been.

    It was a plan when all who were to come were there, and it was no message about it; it may have
    been one with some of them. A note is neither.
    """
    if meeting.kind == NOT_A_TOUCH:
        return [], []
    was, may = [], []
    for plan in reads.open_on(connection, meeting.happened_on):
        planned = {person.id for person in plan.contacts}
        is_written = meeting.kind in WRITTEN and plan.kind not in WRITTEN
        if planned <= set(people) and not is_written:
            was.append(plan)
        elif planned & set(people):
            may.append(plan)
    return was, may


def kept(meeting: NewMeeting, plan: Plan, typed_kind: str | None) -> NewMeeting:
    """The meeting with what was planned of it and not said otherwise."""
    return meeting._replace(
        kind=typed_kind or plan.kind,
        text=meeting.text or plan.text,
        place=meeting.place or plan.place,
        invited_by=meeting.invited_by or plan.invited_by,
    )


def is_archived_all(connection: Book, contact_ids: Sequence[int]) -> bool:
    """Whether nobody of a plan is there to be reminded of."""
    from netlog.store.reads import contacts

    found = [contacts.contact(connection, id_) for id_ in contact_ids]
    return all(contact is None or contact.archived for contact in found)
