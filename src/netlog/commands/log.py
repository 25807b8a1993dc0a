"""netlog log: a meeting with one or several people, and what follows from it."""

from datetime import date
from typing import Annotated, NamedTuple

import typer

from netlog import clock, render
from netlog.commands import occasion, options, who
from netlog.commands.app import App, of
from netlog.commands.occasion import Occasion
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.contacts import NewContact
from netlog.records.logged import LoggedMeeting
from netlog.records.meetings import Kind, WhoInvited, WhoPaid
from netlog.records.people import Person
from netlog.rules import dates, text
from netlog.store.config import settings
from netlog.store.reads import favors, meetings, thanks

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
    uid: options.Id = None,
) -> None:
    """Record a meeting: a coffee, a call, a message, anything that happened on a day.

    Most kinds open a thank-you for each person, due two days later.
    """
    app = of(ctx)
    today = clock.today()
    uid = options.uid(uid)
    if thanked and no_thanks:
        raise UsageMistake("--thanked and --no-thanks exclude each other. Nothing was saved.")
    if by and not (owe or asked):
        raise UsageMistake("--by goes with --owe or --asked. Nothing was saved.")
    meeting = occasion.meeting(message, on, kind, today)._replace(
        uid=uid,
        place=text.optional_line(place, "place"),
        invited_by=invited,
        paid_by=paid,
        asked=text.optional_line(asked, "text of --asked"),
    )
    told = Occasion(
        meeting=meeting,
        thanks="sent" if thanked else "none" if no_thanks else "open",
        owe=text.optional_line(owe, "text of --owe"),
        by=dates.parse_date(by, today, "future") if by else None,
        got=text.optional_line(got, "text of --got"),
    )
    remind_on = dates.parse_duration(remind, today) if remind else None
    _confirm(app, _known(app, uid) or _save(app, typed, told, remind_on, create), today)


class Attending(NamedTuple):
    """Who was there: people by id, or names of people to add."""

    known: Person | None
    new_name: str


def _known(app: App, uid: str | None) -> int | None:
    """The meeting that an earlier try recorded under this id."""
    if uid is None:
        return None
    with app.reading() as connection:
        return meetings.id_of_uid(connection, uid)


def _save(app: App, typed: list[str], told: Occasion, remind_on: date | None, create: bool) -> int:
    attending = _attending(app, typed, create)
    from netlog.store.writes import contacts as writes

    configured = settings().thanks
    with app.recording("log") as book:
        ids = [
            one.known.id if one.known else writes.add(book, NewContact(one.new_name))
            for one in attending
        ]
        meeting = told.meeting._replace(contact_ids=tuple(dict.fromkeys(ids)))
        if remind_on:
            for contact_id in meeting.contact_ids:
                writes.remind(book, contact_id, remind_on)
        return occasion.record(book, told._replace(meeting=meeting), configured)


def _attending(app: App, typed: list[str], create: bool) -> list[Attending]:
    """Everybody who is meant, before anything is opened for writing."""
    found = []
    with app.reading() as connection:
        for name in dict.fromkeys(typed):
            if create and who.find(connection, name).how in ("near", "nobody"):
                found.append(Attending(None, text.line(name, "name")))
                continue
            try:
                found.append(Attending(who.one(app, connection, name), name))
            except NothingMatches as error:
                error.message += " Add --create to add them."
                raise
    return found


def _confirm(app: App, meeting_id: int, today: date) -> None:
    with app.reading() as connection:
        meeting = meetings.meeting(connection, meeting_id)
        assert meeting is not None
        record = LoggedMeeting(
            meeting,
            thanks.of_meeting(connection, meeting_id),
            favors.of_meeting(connection, meeting_id),
        )
        sentence = occasion.sentence(connection, meeting, today)
    render.said(app.out, sentence, record)
