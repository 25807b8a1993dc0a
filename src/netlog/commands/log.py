"""netlog log: a meeting with one or several people, and what follows from it."""

import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated, NamedTuple

import typer

from netlog import clock, render
from netlog.actions import capture, retries, settle
from netlog.actions.capture import Occasion
from netlog.actions.who import find, is_handle
from netlog.commands.frame import caution, options, who
from netlog.commands.frame.app import App, of
from netlog.errors import NothingMatches, Refused, UsageMistake
from netlog.folding import words
from netlog.records.contacts import NewContact
from netlog.records.favors import Favor
from netlog.records.logged import LoggedMeeting
from netlog.records.meetings import Kind, Meeting, WhoInvited, WhoPaid
from netlog.records.people import Person
from netlog.render.pages import favors as favors_page
from netlog.render.pages import meetings as page
from netlog.rules import dates, methods, text
from netlog.store.config import settings
from netlog.store.reads import favors, meetings, thanks
from netlog.wording import short_day

RECORD = LoggedMeeting
EXAMPLES = (
    'netlog log grace -m "Offered to read my CV" --kind coffee --on yesterday',
    "netlog log ada carol --kind lunch --invited me --paid me --place Balthazar",
    'netlog log grace --asked "an intro to HR" --owe "the slides" --by friday',
)


def command(
    ctx: typer.Context,
    typed: options.SeveralWho,
    message: Annotated[
        str | None, typer.Option("--message", "-m", metavar="TEXT", help="What was it about?")
    ] = None,
    on: options.On = None,
    kind: Annotated[Kind | None, typer.Option(help="The kind; meeting unless you say.")] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Where it was.")] = None,
    invited: Annotated[WhoInvited | None, typer.Option(help="Who invited.")] = None,
    paid: Annotated[WhoPaid | None, typer.Option(help="Who paid.")] = None,
    asked: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What you asked the first of them for.")
    ] = None,
    owe: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What you promised the first of them.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="DATE", help="When what you owe or asked for is due.")
    ] = None,
    got: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What the first of them did for you.")
    ] = None,
    thanked: Annotated[
        bool, typer.Option("--thanked", help="You thanked them on the spot.")
    ] = False,
    no_thanks: Annotated[
        bool, typer.Option("--no-thanks", help="No thanks are owed for this.")
    ] = False,
    remind: Annotated[
        str | None,
        typer.Option("--next", metavar="DATE", help="Be reminded of them on that day."),
    ] = None,
    create: Annotated[bool, typer.Option("--create", help="Add whoever is not there yet.")] = False,
    told: Annotated[
        list[str] | None,
        typer.Option(metavar="REF", help="You told them how this favor turned out; repeat."),
    ] = None,
    uid: options.Id = None,
) -> None:
    """Record a meeting: a coffee, a call, a message, anything that happened on a day.

    Most kinds open a thank-you for each person, due two days later. On a terminal, without
    --message, it asks what it was about, what you owe them and what they did; Enter skips.
    """
    app, today, uid = of(ctx), clock.today(), options.uid(uid)
    if thanked and no_thanks:
        raise UsageMistake("--thanked and --no-thanks exclude each other. Nothing was saved.")
    if by is not None and not (owe or asked):
        raise UsageMistake("--by goes with --owe or --asked. Nothing was saved.")
    meeting = capture.meeting(message, on, kind, today)._replace(
        uid=uid,
        place=text.optional_line(place, "place"),
        invited_by=invited,
        paid_by=paid,
        asked=text.optional_line(asked, "text of --asked"),
    )
    happened = Occasion(
        meeting=meeting,
        thanks="sent" if thanked else "none" if no_thanks else "open",
        owe=text.optional_line(owe, "text of --owe"),
        by=_by(by, meeting.happened_on, today),
        got=text.optional_line(got, "text of --got"),
        told=options.favor_ids(told),
        remind_on=dates.parse_duration(remind, today) if remind is not None else None,
    )

    def check(connection: sqlite3.Connection, known: Meeting) -> None:
        day = happened.meeting.happened_on if on is not None else None
        retries.check_same_meeting(connection, known, typed, happened, (day, kind))

    known = _known(app, uid, check)
    if known:
        return _confirm(app, Saved(known.id, is_new=False), happened, today)
    attending = _attending(app, typed, happened, create)
    if app.can_offer and message is None:
        happened = _offered(happened)
    _confirm(app, _save(app, attending, happened, check), happened, today)


def _by(typed: str | None, happened_on: date, today: date) -> date | None:
    """When it is due; raises Refused for a day before the meeting."""
    by = dates.parse_date(typed, today, "future") if typed is not None else None
    if by and by < happened_on:
        raise Refused("--by is before the meeting. Nothing was saved.")
    return by


class Attending(NamedTuple):
    """Who was there: people by id, or names of people to add."""

    known: Person | None
    new_name: str


class Saved(NamedTuple):
    """The meeting by id, whom it added, and whether an earlier try had stored it."""

    id: int
    added: tuple[int, ...] = ()
    is_new: bool = True


Check = Callable[[sqlite3.Connection, Meeting], None]


def _known(app: App, uid: str | None, check: Check) -> Meeting | None:
    """The meeting that an earlier try recorded under this id, checked to be the same."""
    if uid is None:
        return None
    with app.reading() as connection:
        return _stored(connection, uid, check)


def _stored(connection: sqlite3.Connection, uid: str | None, check: Check) -> Meeting | None:
    meeting_id = meetings.id_of_uid(connection, uid) if uid else None
    known = meetings.meeting(connection, meeting_id) if meeting_id else None
    if known:
        check(connection, known)
    return known


def _attending(app: App, typed: list[str], happened: Occasion, create: bool) -> list[Attending]:
    """Everybody who is meant, before anything is opened for writing; cautions about an ask."""
    found = []
    with app.reading() as connection:
        for name in _each_once(typed):
            if create and _is_new(connection, name):
                found.append(Attending(None, text.line(name, "name")))
                continue
            try:
                found.append(Attending(who.one(app, connection, name), name))
            except NothingMatches as error:
                if not create and not is_handle(name):
                    error.message += " Add --create to add them."
                raise
        for favor_id in happened.told:
            _check_told(settle.favor(connection, favor_id), found)
        if happened.meeting.asked and found[0].known:
            caution.warn(app, connection, found[0].known, clock.today())
    return found


def _newcomer(name: str) -> NewContact:
    """A contact of that name; an e-mail address is a way to reach them as well."""
    return NewContact(name, methods=(methods.email(name),) if _is_address(name) else ())


def _is_address(name: str) -> bool:
    return "@" in name.strip("@") and not name.startswith("@") and " " not in name


def _check_told(favor: Favor, found: list[Attending]) -> None:
    """Raise unless the favor's outcome waits to be told to somebody who was there."""
    settle.check_untold(favor)
    if favor.contact not in [one.known for one in found]:
        raise Refused(f"{favor.ref} concerns {favor.contact.name}. Nothing was saved.")


def _each_once(typed: list[str]) -> list[str]:
    """The names without those that differ in case or accents alone."""
    first: dict[str, str] = {}
    for name in typed:
        first.setdefault(" ".join(words(name)), name)
    return list(first.values())


def _is_new(connection: sqlite3.Connection, name: str) -> bool:
    return not is_handle(name) and find(connection, name).how in ("near", "nobody")


def _offered(happened: Occasion) -> Occasion:
    """What the person at the terminal adds to it, a line each; Enter skips, Ctrl-D the rest too."""
    try:
        said = _answer("What was it about?", text.block)
        happened = happened._replace(meeting=happened.meeting._replace(text=said))
        if happened.owe is None:
            happened = happened._replace(owe=_answer("Anything you owe them?", text.line))
        if happened.got is None:
            happened = happened._replace(got=_answer("Anything they did for you?", text.line))
    except EOFError:
        pass
    return happened


def _answer(question: str, read: Callable[[str, str], str]) -> str | None:
    """The answer, None for Enter; asks again for what cannot be stored. Raises EOFError."""
    while True:
        render.prompt(f"{question} ")
        line = sys.stdin.readline()
        if not line.endswith("\n"):
            render.aside("")  # Ctrl-D leaves the cursor behind the question
        if not line:
            raise EOFError
        if not line.strip():
            return None
        try:
            return read(line, "answer")
        except UsageMistake as error:
            render.aside(error.message)


def _save(app: App, attending: list[Attending], happened: Occasion, check: Check) -> Saved:
    """Store the meeting, or find the one that another try with the same --id has just stored."""
    from netlog.store.writes import contacts as writes

    configured = settings().thanks
    with app.recording("log") as book:
        quicker = _stored(book.connection, happened.meeting.uid, check)
        if quicker:
            return Saved(quicker.id, is_new=False)
        ids = [
            one.known.id if one.known else writes.add(book, _newcomer(one.new_name))
            for one in attending
        ]
        meeting = happened.meeting._replace(contact_ids=tuple(dict.fromkeys(ids)))
        meeting_id = capture.log(book, happened._replace(meeting=meeting), configured)
    added = (id_ for id_, one in zip(ids, attending, strict=True) if not one.known)
    return Saved(meeting_id, tuple(added))


def _confirm(app: App, saved: Saved, happened: Occasion, today: date) -> None:
    with app.reading() as connection:
        meeting = meetings.meeting(connection, saved.id)
        assert meeting is not None
        told = [settle.favor(connection, favor_id) for favor_id in happened.told]
        record = LoggedMeeting(
            meeting,
            thanks.of_meeting(connection, saved.id),
            favors.of_meeting(connection, saved.id),
        )
    added = [contact for contact in meeting.contacts if contact.id in saved.added]
    lines = [
        *(f"Added {contact.name} ({contact.ref})." for contact in added),
        page.logged(meeting, record.thanks, record.favors, today, is_new=saved.is_new),
        *(favors_page.confirmed(favor, today) for favor in told),
    ]
    if happened.remind_on:
        on = short_day(happened.remind_on, today)
        lines.append(f"A reminder of {page.names(meeting)} comes on {on}.")
    render.said(app.out, "\n".join(lines), record)
