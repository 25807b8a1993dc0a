"""netlog add: a new contact, with the coffee that made it when there was one."""

import sqlite3
from datetime import date
from typing import Annotated

import typer

from netlog import clock, render
from netlog.commands import again, occasion, options, who
from netlog.commands.app import App, of
from netlog.errors import Candidate, UsageMistake, WouldConflict
from netlog.folding import name_key, words
from netlog.records.contacts import CIRCLES, Contact, NewContact, NewMethod
from netlog.records.meetings import Kind, NewMeeting
from netlog.rules import dates, methods, phones, text
from netlog.rules.cadence import parse_cadence
from netlog.rules.duplicates import is_same_name
from netlog.store.config import settings
from netlog.store.reads import contacts as reads
from netlog.store.reads import duplicates, meetings

RECORD = Contact
PROFILE_KINDS = ("url", "handle")
EXAMPLES = (
    'netlog add "Maria from the babysitting co-op"',
    'netlog add "Grace Hopper" --org "US Navy" --circle business --met reunion',
    'netlog add "Ada Lovelace" --log "Knows a publisher" --kind coffee --on 3d',
)


def command(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whatever you call them.")],
    nickname: Annotated[
        str | None, typer.Option("--nick", metavar="NAME", help="Nickname.")
    ] = None,
    org: Annotated[str | None, typer.Option(metavar="NAME", help="Organization.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Job title or role.")] = None,
    email: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="E-mail, or work=ADDRESS; repeat for several."),
    ] = None,
    phone: Annotated[
        list[str] | None, typer.Option(metavar="NUMBER", help="Phone; repeat for several.")
    ] = None,
    url: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Web page; repeat for several.")
    ] = None,
    handle: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Handle, as x=@grace; repeat for several."),
    ] = None,
    address: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Postal address; repeat for several.")
    ] = None,
    city: Annotated[str | None, typer.Option(metavar="NAME", help="City.")] = None,
    met: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where you know them from.")
    ] = None,
    met_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day you met, if you know it.")
    ] = None,
    via: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Who introduced you."),
    ] = None,
    circle: Annotated[
        list[str] | None,
        typer.Option(
            metavar=f"[{'|'.join(CIRCLES)}]",
            help="Where they belong; repeat for several.",
        ),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="A label of yours; repeat for several.")
    ] = None,
    every: Annotated[
        str | None, typer.Option(metavar="CADENCE", help="How often: 2w, monthly, never.")
    ] = None,
    birthday: Annotated[
        str | None, typer.Option(metavar="DATE", help="1990-05-15, or --05-15 without a year.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Notes.")] = None,
    log: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Record a meeting in the same breath.")
    ] = None,
    on: options.On = None,
    kind: Annotated[Kind | None, typer.Option(help="The kind of meeting.")] = None,
    uid: options.Id = None,
    force: Annotated[
        bool, typer.Option("--force", help="Add even if they seem to be there already.")
    ] = False,
) -> None:
    """Add a person. A name is enough; everything else can wait."""
    app = of(ctx)
    today = clock.today()
    uid = options.uid(uid)
    if log is None and (on or kind):
        raise UsageMistake("--on and --kind describe a meeting: add --log TEXT. Nothing was saved.")
    with app.reading() as connection:
        introduced_by = who.one(app, connection, via).id if via is not None else None
    new = NewContact(
        name=text.line(name, "name"),
        uid=uid,
        nickname=text.optional_line(nickname, "nickname"),
        organization=text.optional_line(org, "organization"),
        title=text.optional_line(title, "title"),
        city=text.optional_line(city, "city"),
        birthday=dates.parse_past_birthday(birthday, today) if birthday is not None else None,
        how_met=text.optional_line(met, "text of --met"),
        met_on=dates.parse_date(met_on, today, "past") if met_on is not None else None,
        introduced_by_id=introduced_by,
        circles=tuple(options.chosen(circle, CIRCLES, "--circle")),
        tags=options.tags(tag),
        methods=methods.gather(
            *(values or () for values in (email, phone, url, address, handle)),
            region=settings().region,
        ),
        cadence_days=parse_cadence(every) if every is not None else None,
        notes=text.optional_block(note, "note"),
    )
    meeting = occasion.meeting(log, on, kind, today) if log is not None else None
    contact_id, is_new = _save(app, new, meeting, force)
    _confirm(app, contact_id, "added" if is_new else "was added before", today)


def _save(app: App, new: NewContact, meeting: NewMeeting | None, force: bool) -> tuple[int, bool]:
    """Store the contact; returns its id, and False when an earlier try had stored it."""
    from netlog.store.writes import contacts as writes

    configured = settings().thanks
    with app.recording("add") as book:
        known = reads.id_of_uid(book.connection, new.uid) if new.uid else None
        if known:
            _check_same(book.connection, known, new)
            return known, False
        if not force:
            _refuse_double(book.connection, new)
        contact_id = writes.add(book, new)
        if meeting:
            attended = meeting._replace(contact_ids=(contact_id,))
            occasion.record(book, occasion.Occasion(attended), configured)
    return contact_id, True


def _check_same(connection: sqlite3.Connection, contact_id: int, new: NewContact) -> None:
    """Raise WouldConflict when what is there under the same --id is another contact."""
    there = reads.contact(connection, contact_id)
    assert there is not None
    same = ("name", "nickname", "organization", "title", "city", "birthday", "how_met", "notes")
    pairs = [(getattr(new, name), getattr(there, name)) for name in same]
    again.check_same(f"{there.name} ({there.ref})", *pairs)


def _refuse_double(connection: sqlite3.Connection, new: NewContact) -> None:
    """Raise WouldConflict when somebody has nearly that name, or one of the methods."""
    ids = [
        *_of_nearly_that_name(connection, new.name),
        *(
            id_
            for method in new.methods
            for kind, form in _stored_as(method)
            for id_ in reads.ids_by_method(connection, kind, form)
        ),
    ]
    if not ids:
        return
    found = [c for id_ in dict.fromkeys(ids) if (c := reads.contact(connection, id_))]
    candidates = [Candidate(c.id, c.ref, c.name, c.organization) for c in found]
    raise WouldConflict(
        f"{who.listed(candidates, 'and')} may be the same person. Nothing was saved; "
        "add --force to add them all the same.",
        candidates=candidates,
    )


def _of_nearly_that_name(connection: sqlite3.Connection, name: str) -> list[int]:
    """Who may bear it: in another order of its words, or but for a letter of a long one."""
    ids = reads.ids_by_name_line(connection, name_key(name, None))
    typed = words(name)
    if len(typed) > 1:
        # Of a name that is misspelt in one word, one of any two words is right.
        longest = sorted(typed, key=len)[-2:]
        near = duplicates.with_either_word(connection, *longest)
        ids += [id_ for id_, theirs in near if is_same_name(typed, theirs)]
    return ids


def _stored_as(method: NewMethod) -> list[tuple[str, str]]:
    """The kinds and forms under which somebody may have that method already."""
    if method.kind == "phone":
        return [("phone", form) for form in phones.forms(method.value, settings().region)]
    kinds = PROFILE_KINDS if method.kind in PROFILE_KINDS else (method.kind,)
    return [(kind, method.normal) for kind in kinds]


def _confirm(app: App, contact_id: int, what: str, today: date) -> None:
    with app.reading() as connection:
        contact = reads.contact(connection, contact_id)
        assert contact is not None
        logged = [
            occasion.sentence(connection, meeting, today)
            for meeting in meetings.of_contact(connection, contact_id)
        ]
    first = f"{contact.name} ({contact.ref}) {what}."
    render.said(app.out, "\n".join([first, *logged]), contact)
