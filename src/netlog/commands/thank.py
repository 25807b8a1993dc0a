"""netlog thank: thanks were sent."""

import sqlite3
from typing import Annotated

import typer

from netlog import clock, render
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App, of
from netlog.errors import NothingMatches, Refused
from netlog.records.refs import parse_ref
from netlog.records.thanks import How, Thanks
from netlog.render.pages.thanks import reason
from netlog.rules import dates
from netlog.store.reads import thanks as reads

RECORD = list[Thanks]
EXAMPLES = ("netlog thank grace --how note", "netlog thank t9 --on yesterday")


def command(
    ctx: typer.Context,
    typed: options.WhoOrRef,
    how: Annotated[How | None, typer.Option(help="How you thanked them.")] = None,
    on: options.On = None,
) -> None:
    """Note that thanks were sent: closes every open thank-you of WHO, or the one with that ref."""
    app = of(ctx)
    today = clock.today()
    sent_on = dates.parse_happened(on, today) if on is not None else today
    with app.reading() as connection:
        ids = _open_ids(app, connection, typed)
        owed = [found for id_ in ids if (found := reads.thanks(connection, id_))]
        ids = [thanks.id for thanks in owed if thanks.opened_on <= sent_on]
    if not ids:
        raise Refused("That was before there was anything to thank for.")
    from netlog.store.writes import thanks as writes

    with app.recording("thank") as book:
        for thanks_id in ids:
            writes.send(book, thanks_id, sent_on, how)
    with app.reading() as connection:
        sent = [found for id_ in ids if (found := reads.thanks(connection, id_))]
    sentences = [
        " ".join(filter(None, ("Thanked", t.contact.name, reason(t, today), f"({t.ref}).")))
        for t in sent
    ]
    render.said(app.out, "\n".join(sentences), sent)


def _open_ids(app: App, connection: sqlite3.Connection, typed: str) -> list[int]:
    """The ids of the thanks that are meant; raises NothingMatches when none of them is open."""
    ref = parse_ref(typed)
    if ref and ref.letter == "t":
        found = reads.thanks(connection, ref.id)
        if found is None:
            raise NothingMatches(f"There are no thanks {ref}.")
        if found.state != "open":
            raise NothingMatches(f"{ref} is {found.state} already.")
        return [ref.id]
    person = who.one(app, connection, typed)
    ids = reads.open_ids(connection, person.id)
    if not ids:
        raise NothingMatches(f"No thanks to {person.name} are open.")
    return ids
