"""Meetings: as a list, in full, and as the sentence that confirms one."""

from collections.abc import Mapping, Sequence
from datetime import date

from netlog.asking import asked, asked_briefly
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.favors import TO_THEM, Favor
from netlog.records.meetings import Meeting
from netlog.records.people import Person
from netlog.records.thanks import Thanks
from netlog.render.page import Cell, Column, Field, Listing, Sheet
from netlog.render.pages.favors import confirmed, due
from netlog.render.pages.serving import SERVES
from netlog.render.pages.thanks import owed
from netlog.wording import listed, short_day, shortened, unpointed

LONGEST_WHY = 80


class OnPage(NamedTuple):
    """A meeting on the page of somebody who was there and needs no naming on it."""

    meeting: Meeting
    contact_id: int

    @property
    def others(self) -> tuple[Person, ...]:
        return tuple(one for one in self.meeting.contacts if one.id != self.contact_id)

    @property
    def asked_whom(self) -> str:
        """Who was asked there, the first of them; empty for whose page it is."""
        first = self.meeting.contacts[0]
        if first.id == self.contact_id:
            return ""
        return "them" if self.others == (first,) else first.name


def besides(meetings: Sequence[Meeting], contact_id: int) -> list[OnPage]:
    """Their meetings as they stand on a page of theirs."""
    return [OnPage(meeting, contact_id) for meeting in meetings]


def listing(today: date) -> Listing:
    """The meetings of somebody, newest first."""

    def told(met: OnPage) -> str:
        meeting = met.meeting
        place = f" at {meeting.place}" if meeting.place else ""
        company = f" with {listed([one.name for one in met.others])}" if met.others else ""
        text = f": {meeting.text}" if meeting.text else ""
        ask = f" ({asked(meeting.asked, met.asked_whom)})" if meeting.asked else ""
        occasion = f" ({meeting.occasion})" if meeting.occasion else ""
        return f"{meeting.kind}{occasion}{place}{company}{text}{ask}{_reminds(meeting)}"

    return Listing(
        columns=(
            Column("ref", lambda m: Cell(m.meeting.ref, "soft")),
            Column("on", lambda m: Cell(short_day(m.meeting.happened_on, today)), firm=True),
            Column("what", lambda m: Cell(told(m)), grow=True),
        ),
        empty="No meetings yet.",
        line=lambda m: f"{m.meeting.ref} {short_day(m.meeting.happened_on, today)} {told(m)}",
        heads=False,
    )


def sheet(today: date) -> Sheet:
    """One meeting in full."""
    return Sheet(
        title=lambda m: f"{m.kind} on {short_day(m.happened_on, today)} ({m.ref})",
        fields=(
            Field("With", lambda m: ", ".join(f"{p.name} ({p.ref})" for p in m.contacts)),
            Field("Place", lambda m: m.place),
            Field("Invited", lambda m: m.invited_by),
            Field("Paid", lambda m: m.paid_by),
            Field("Asked for", lambda m: m.asked),
            Field("Occasion", lambda m: m.occasion),
            SERVES,
            Field("Text", lambda m: m.text),
            Field("Reminder", lambda m: _reminder(m, today)),
        ),
    )


def _reminder(meeting: Meeting, today: date) -> str | None:
    """ "7 Dec: send the slides"; the day alone where the text is why."""
    if meeting.remind_on is None:
        return None
    why = f": {meeting.remind_why}" if meeting.remind_why else ""
    return f"{short_day(meeting.remind_on, today)}{why}"


def _reminds(meeting: Meeting) -> str:
    """That the text, or what else, was why a reminder was asked for: its day may have moved."""
    if meeting.remind_on is None:
        return ""
    return f" (reminder: {meeting.remind_why})" if meeting.remind_why else " (reminder)"


def logged(
    meeting: Meeting,
    thanks: Sequence[Thanks],
    favors: Sequence[Favor],
    today: date,
    comes: Mapping[str, date | None],
    *,
    is_new: bool = True,
) -> str:
    """The confirmation: what was recorded, now or by an earlier try, and what is owed now.

    comes says since or from when the morning shows what is open, by ref; None: not any more.
    """
    lines = [
        f"{'Logged' if is_new else 'Logged before:'} {meeting.kind} with {names(meeting)} "
        f"on {short_day(meeting.happened_on, today)} ({meeting.ref})."
    ]
    several = len(meeting.contacts) > 1
    lines += [_followed(favor, today, comes, several=several) for favor in favors]
    lines += owed(thanks, today, comes)
    lines += [f"Thanks to {t.contact.name} are sent ({t.ref})." for t in thanks if t.sent_on]
    return "\n".join(lines)


def _followed(favor: Favor, today: date, comes: Mapping[str, date | None], *, several: bool) -> str:
    """What came of the meeting: a promise, an ask or a favor; with whom, if several were there."""
    if favor.done_on:
        return confirmed(favor, today)
    whom = f" {favor.contact.name}" if several else ""
    if favor.direction == TO_THEM:
        said = f"promised{whom}: {favor.text}"
    else:
        said = asked_briefly(favor.text, whom.strip())
    return f"You {said}{due(favor, today, comes)}: netlog done {favor.ref}"


def reminded(
    contacts: Sequence[Contact], on: date, today: date, why: str | None = None
) -> list[str]:
    """When these people come up: those who are not archived, on that day, and why."""
    coming = listed([contact.name for contact in contacts if not contact.archived])
    said = f": {shortened(unpointed(why), LONGEST_WHY)}" if why else ""
    return [f"A reminder of {coming} comes on {short_day(on, today)}{said}."] if coming else []


def replaced(contact: Contact, today: date) -> str:
    """Which reminder of theirs gave way to the one that was just asked for."""
    assert contact.remind_on is not None
    why = f" ({contact.remind_why})" if contact.remind_why else ""
    return (
        f"It takes the place of the reminder of {contact.name} for "
        f"{short_day(contact.remind_on, today)}{why}; to keep that one: netlog undo"
    )


def away(contacts: Sequence[Contact]) -> list[str]:
    """Who of them is archived, so that nothing of theirs comes up."""
    return [
        f"{one.name} is archived and comes up again after: netlog unarchive {one.ref}"
        for one in contacts
        if one.archived
    ]


def names(meeting: Meeting) -> str:
    """Everybody who was there: "Ada, Carol and Grace"."""
    return listed([contact.name for contact in meeting.contacts])
