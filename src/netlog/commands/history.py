"""netlog history: what happened with somebody, what became of a record, what commands did."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from netlog import clock, render
from netlog.actions import history
from netlog.actions.who import find_by_name
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.history import Change, Command, Event
from netlog.records.people import Person
from netlog.records.refs import NOUNS, Ref, parse_ref
from netlog.render.pages import history as page
from netlog.rules import dates, timeline
from netlog.rules import history as rules
from netlog.store.connect import Book, server
from netlog.store.reads import (
    contacts,
    favors,
    hands,
    history_names,
    leads,
    meetings,
    plans,
    thanks,
)
from netlog.store.reads import history as reads
from netlog.typed import Annotated

RECORD = list[Command | Event]
EXAMPLES = (
    "netlog history              # what commands did",
    "netlog history grace --since 6m",
    "netlog history m40",
)


class Span(NamedTuple):
    """Which days; None is without end."""

    since: date | None
    until: date | None

    def holds(self, at: str) -> bool:
        """Whether the instant is on one of these days."""
        on = clock.day_of(at)
        return (self.since or on) <= on <= (self.until or on)


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(
            metavar="WHO|REF",
            help="A person as everywhere, or a ref such as m40; without, all commands.",
        ),
    ] = None,
    since: Annotated[
        str | None, Option(metavar="DATE", help="From that day: 3d, friday, 2026-11-20.")
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Up to that day: yesterday, 2026-11-20.")
    ] = None,
    limit: Annotated[int | None, options.limiting(f"{history.MOST_LISTED} commands")] = None,
    by: Annotated[
        str | None, Option("--by", metavar="USER", help="On a server: what that user did.")
    ] = None,
) -> None:
    """Show what happened with somebody, what became of a record, or what commands did.

    Of a person: meetings, favors, thanks and what was changed. What was undone is marked, or left
    out of a person's days. The last comes first. On a server it is said who did what.
    """
    app, today = of(ctx), clock.today()
    span = Span(_day(since, today), _day(until, today))
    if by is not None and not app.is_on_server:
        raise UsageMistake("--by is for a book on a server: this one is yours alone.")
    if typed is None:
        _commands(app, span, today, limit, by)
        return
    with app.reading() as connection, reads.leaving_out() as left_out:
        events = _events(app, connection, typed, today)
    of_whom = [event for event in events if by in (None, event.who)]
    found = timeline.newest_first(of_whom, *span)[:limit]
    render.listing(app.out, page.timeline(today), found)
    history.mention_left_out(app.mention, left_out)


def _day(typed: str | None, today: date) -> date | None:
    return None if typed is None else dates.parse_date(typed, today, "behind")


def _commands(app: App, span: Span, today: date, limit: int | None, by: str | None) -> None:
    most = history.MOST_LISTED if limit is None and span == Span(None, None) else limit
    with app.reading() as connection, reads.leaving_out() as left_out:
        judged = rules.judged(reads.batches(connection))
        within = (
            (batch, undone)
            for batch, undone in judged
            if span.holds(batch.at) and by in (None, batch.who)
        )
        chosen = list(islice(within, most))
        more = limit is None and next(within, None)
        found = [
            history.told(connection, batch, undone=undone, left_out=left_out)
            for batch, undone in chosen
        ]
    render.listing(app.out, page.commands(today, "Nothing was done."), found)
    history.mention_left_out(app.mention, left_out)
    if more:
        app.mention(f"These are the last {most}. For more: netlog history --limit 100")


def _events(app: App, connection: Book, typed: str, today: date) -> Iterable[Event]:
    ref = parse_ref(typed)
    if ref and (ref.letter != "c" or contacts.contact(connection, ref.id) is None):
        changes = _changes(connection, ref)
        if changes:
            return _told(connection, changes, str(ref._replace(step=0)), today)
        if not find_by_name(connection, typed).candidates:
            raise NothingMatches(f"There is no {ref.noun} {ref}, and there never was.")
    return _of_person(connection, who.one(app, connection, typed), today)


def _changes(connection: Book, ref: Ref) -> list[Change]:
    whole = reads.WITH_PARTS.get(ref.letter)
    if whole:
        found = whole(connection, ref.id)
        return [one for one in found if one.image.get("number") == ref.step] if ref.step else found
    return reads.of_row(connection, NOUNS[ref.letter].table, ref.id)


def _of_person(connection: Book, person: Person, today: date) -> list[Event]:
    changes = _told(connection, reads.of_contact(connection, person.id), person.ref, today)
    events = [
        *(event for event in changes if not event.undone),
        *timeline.of_meetings(person, reversed(meetings.of_contact(connection, person.id))),
        *timeline.of_favors(reversed(favors.of_contact(connection, person.id))),
        *timeline.of_thanks(reversed(thanks.of_contact(connection, person.id)), today),
        *timeline.of_leads(person, reversed(leads.of_contact(connection, person.id))),
        *timeline.of_plans(
            person, reversed(plans.of_contact(connection, person.id)), today, clock.day_of
        ),
    ]
    return _signed(connection, events) if server(connection) else events


def _signed(connection: Book, events: list[Event]) -> list[Event]:
    """With who told each of what was not read from the journal: who added that record."""
    refs = {event.ref: parse_ref(event.ref or "") for event in events if not event.who}
    records = {said: ref._replace(step=0) for said, ref in refs.items() if ref}
    known = hands.of(connection, records.values())
    added = {said: known.get(ref, hands.NOBODY).added_by for said, ref in records.items()}
    return [event if event.who else event._replace(who=added.get(event.ref)) for event in events]


def _told(connection: Book, found: list[Change], ref: str, today: date) -> list[Event]:
    changes, undone = rules.of_commands(found)
    known = history_names.known(connection, changes)
    return list(timeline.of_changes(changes, undone, known, today, clock.day_of, ref))
