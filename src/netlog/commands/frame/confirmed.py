"""What is said of a meeting that was recorded: what came with it, what it opened and closed."""

from datetime import date

from netlog import render
from netlog.actions import along, capture, retries, settle, standing
from netlog.actions.capture import Occasion
from netlog.actions.introducing import Led
from netlog.commands.frame.app import App
from netlog.named import NamedTuple
from netlog.records.along import Waiting
from netlog.records.logged import LoggedMeeting
from netlog.records.people import Person
from netlog.records.refs import ref
from netlog.render.pages import along as along_page
from netlog.render.pages import favors as favors_page
from netlog.render.pages import meetings as page
from netlog.store.connect import Book
from netlog.store.reads import contacts, favors, meetings, thanks
from netlog.store.reads import plans as plans_reads
from netlog.wording import listed

NOTHING = Waiting()


class LoggedAs(NamedTuple):
    """The meeting by id, whom it added, which asks it answered; is_new unless stored before.

    led is whom via led you to.
    """

    id: int
    added: tuple[int, ...] = ()
    answered: tuple[int, ...] = ()
    is_new: bool = True
    via: Person | None = None
    led: Led | None = None


def confirm(
    app: App,
    saved: list[LoggedAs],
    happened: Occasion,
    today: date,
    *,
    each: bool = False,
    waited: Waiting = NOTHING,
) -> None:
    """Say what was recorded, of each person, where that was asked for; and what of all that waited
    with them is settled by it.
    """

    def read(book: Book) -> tuple[list[ToldOf], Waiting]:
        found = [_told(book, one, happened, today) for one in saved]
        named = {ref("f", id_) for id_ in happened.told}
        for told in found:
            named |= {one.ref for one in told.record.thanks} | {
                one.ref for one in told.record.favors
            }
        return found, along.settled(book, waited, named)

    found, settled = app.asked(read)
    lines = [line for one in found for line in one.lines]
    lines += along_page.sentences(settled, today)
    record = [one.record for one in found] if each else found[0].record
    render.said(app.out, "\n".join(lines), record)
    for one in found:
        if one.same:
            app.mention(f"The same as {one.same} just now; netlog undo takes this one back.")


class ToldOf(NamedTuple):
    """What is said of a meeting that was recorded, its record, and the one just like it."""

    lines: list[str]
    record: LoggedMeeting
    same: str | None


def _told(connection: Book, saved: LoggedAs, happened: Occasion, today: date) -> ToldOf:
    meeting = meetings.meeting(connection, saved.id)
    assert meeting is not None
    same = retries.just_noted(connection, meeting) if saved.is_new else None
    told = [settle.favor(connection, favor_id) for favor_id in happened.told]
    answered = [settle.favor(connection, favor_id) for favor_id in saved.answered]
    opened = favors.of_meeting(connection, saved.id)
    concerned = (*(one for one in opened if one.id not in saved.answered), *answered)
    owed = dict.fromkeys(thanks.of_meeting(connection, saved.id))
    for favor in concerned:
        owed |= dict.fromkeys(thanks.of_favor(connection, favor.id))
    kept = plans_reads.of_meeting(connection, saved.id)
    record = LoggedMeeting(meeting, tuple(owed), concerned, kept)
    comes = standing.coming(connection, [one.id for one in meeting.contacts], today)
    there = [found for p in meeting.contacts if (found := contacts.contact(connection, p.id))]
    added = [contact for contact in meeting.contacts if contact.id in saved.added]
    lines = [
        *(f"Added {contact.name} ({contact.ref})." for contact in added),
        page.logged(meeting, record.thanks, record.favors, today, comes, is_new=saved.is_new),
        *(f"It was planned ({plan.ref})." for plan in kept),
        *(favors_page.answered(favor, today) for favor in answered),
        *(favors_page.confirmed(favor, today) for favor in told),
    ]
    if saved.led and saved.via:
        came = [one.name for one in meeting.contacts if one.id in saved.led.new]
        lines += (
            [f"{listed(came)} came through {saved.via.name} ({saved.via.ref})."] if came else []
        )
        lines += [f"{kept}: that stays." for kept in saved.led.kept]
    if happened.meeting.remind_on:
        why = capture.reason(happened.meeting)
        lines += page.reminded(there, happened.meeting.remind_on, today, why)
    if happened.meeting.remind_on or any(favor.state == "open" for favor in concerned):
        lines += page.away(there)
    return ToldOf(lines, record, same)
