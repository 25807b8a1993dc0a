"""netlog thank: thanks were sent, or a draft of them."""

import shlex
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from netlog import clock, render
from netlog.actions import along, drafting, thanking
from netlog.actions.records import record
from netlog.actions.thanking import Sending, Sent
from netlog.actions.who import find_by_name
from netlog.commands.frame import bare, gatherings, options, piping, to_come, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, Refused, UsageMistake
from netlog.records.drafts import Draft
from netlog.records.meetings import NOT_A_TOUCH, Kind
from netlog.records.people import PeopleFilter
from netlog.records.refs import Ref, parse_ref
from netlog.records.thanks import How, Thanks
from netlog.render.pages import along as along_page
from netlog.render.pages import thanks as page
from netlog.rules import dates
from netlog.rules.bare import Grammar
from netlog.store.connect import Book
from netlog.store.reads import contacts
from netlog.store.reads import occasions as occasion_reads
from netlog.store.reads import thanks as reads
from netlog.typed import Annotated, cast, get_args
from netlog.wording import nearest, said_how

RECORD = list[Thanks] | Draft
EXAMPLES = (
    "netlog thank grace note",
    "netlog thank m13 --how email   # everybody who was there",
    "netlog thank t9 f3 --on yesterday",
    "netlog thank grace --draft     # two sentences to send",
)
REFS = "fmt"


def command(
    ctx: Context,
    typed: Annotated[
        list[str] | None,
        Argument(
            metavar="[WHO|REF]... [HOW]",
            help="People, or refs such as t9, m13, f3; - reads them from stdin.",
        ),
    ] = None,
    how: Annotated[How | None, Option(help="How you thanked them.")] = None,
    on: options.On = None,
    tag: Annotated[str | None, Option(metavar="TAG", help="Everybody with this tag.")] = None,
    occasion: Annotated[
        str | None,
        Option(metavar="OCCASION", help="All that is open for the meetings of this occasion."),
    ] = None,
    draft: Annotated[
        bool, Option("--draft", help="Print two sentences to send, and write nothing.")
    ] = False,
) -> None:
    """Note that thanks were sent: to somebody, for a meeting, for a favor.

    All that is open with them is settled. With nothing open the thanks are recorded all the same.
    """
    app, today = of(ctx), clock.today()
    said = bare.read(app, typed or [], Grammar(today, hows=get_args(How)), bare.given(how=how))
    how = cast("How | None", said.how) or how
    named = piping.refs_from_stdin(ctx, list(said.who))
    each = "netlog thank grace note, or netlog thank --tag panel"
    options.check_whom("Thank whom?", next(iter(named), None), tag, occasion, each)
    if draft:
        if on is not None or len(named) != 1:
            raise UsageMistake(
                "A draft is for one person or ref.", advice="netlog thank grace --draft"
            )
        _draft(app, named[0], how)
        return
    sent_on = dates.happened_on(on, today, _to_plan(app, named, how))
    with app.reading() as connection:
        if occasion is not None:
            whole = gatherings.one(app, connection, occasion)
            found = _of_occasion(connection, whole, sent_on, how)
        elif tag is not None:
            found = _of_tag(connection, options.tag(tag), sent_on, how)
        else:
            meant = app.meaning(
                lambda: [
                    one
                    for typed_ in who.apart(app, connection, named)
                    for one in _meant(app, connection, typed_, how)
                ]
            )
            found = [thanking.meant(connection, one, sent_on, how) for one in meant]
        sending = thanking.joined(found)
        sent = Sent((), tuple(one.id for one in sending.already))
        before_it = along.waiting(connection, thanking.whom(sending))
    if thanking.says_more(sending, sent_on, how):
        with app.recording("thank") as book:
            sent = thanking.send(book, sending, sent_on, how)
    with app.reading() as connection:
        now, before = (
            [one for id_ in ids if (one := reads.thanks(connection, id_))] for ids in sent
        )
        besides = along.settled(connection, before_it, {one.ref for one in now})
    sentences = [
        *(page.thanked(one, today) for one in now),
        *(page.thanked_already(one, today) for one in before),
        *along_page.sentences(besides, today),
    ]
    render.said(app.out, "\n".join(sentences), [*now, *before])


def _to_plan(app: App, named: list[str], how: How | None) -> Callable[[str], str] | None:
    """The plan for thanks on a day to come: a call is planned as one, and a note is its text."""
    is_met = how != NOT_A_TOUCH and how in get_args(Kind)
    about = f"thanks {said_how(how)}" if how and not is_met else None
    return to_come.to_plan(app, named, about, kind=how if is_met else None, several=True)


def _meant(app: App, connection: Book, typed: str, how: How | None) -> list[Ref]:
    """The record or the person to thank for or to, or the people of a family.

    Where it is said how, no word of them is a way that was mistyped.
    """
    ref = parse_ref(typed)
    if ref and ref.letter in REFS:
        is_name = find_by_name(connection, typed).candidates
        if record(connection, ref) or not is_name:
            return [ref]
    otherwise = bare.meant_as(get_args(How), "how", said=bare.given(how=how))
    try:
        return [Ref("c", person.id) for person in who.some(app, connection, typed, otherwise)]
    except NothingMatches as error:
        near = None if how else nearest(typed, get_args(How))
        meant = f"Did you mean the way {near}?" if near and not error.candidates else None
        raise error.also(meant) from None


def _of_tag(connection: Book, tag: str, on: date, how: How | None) -> list[Sending]:
    """All that is open with people of a tag; with nothing open, thanks to each of them."""
    people = contacts.contacts(connection, PeopleFilter(tags=(tag,)))
    if not people:
        raise NothingMatches(f"Nobody has #{tag}.")
    found = []
    for person in people:
        with suppress(Refused):  # owed for something that was later than that
            found.append(thanking.meant(connection, Ref("c", person.id), on, how))
    waiting = [one for one in found if one.close]
    return waiting or found


def _draft_of(meant: list[Ref]) -> str:
    return f"netlog thank {meant[0]} --draft"


def _of_occasion(connection: Book, name: str, on: date, how: How | None) -> list[Sending]:
    """All that is open for the meetings of an occasion; raises NothingMatches for nothing."""
    waiting = occasion_reads.waiting(connection, name)
    if not waiting:
        raise NothingMatches(f"Nobody waits for thanks for {name}.")
    return [thanking.meant(connection, Ref("t", id_), on, how) for id_ in waiting]


def _draft(app: App, typed: str, how: How | None) -> None:
    with app.reading() as connection:
        meant = _meant(app, connection, typed, how)
        if len(meant) > 1:
            raise UsageMistake("A draft is for one person or ref.", advice=_draft_of(meant))
        drafted = drafting.thanks(connection, meant[0], clock.today())
        before = drafting.thanked(connection, meant[0])
    if before:
        app.mention(page.thanked_already(before, clock.today()))
    for why in drafted.kept_back:
        app.mention(why)
    render.said(app.out, drafted.draft.text, drafted.draft)
    if before is None or (meant[0].letter == "c" and before.sent_on != clock.today()):
        sent = app.argv("thank", typed, *([how] if how else []))
        app.mention(f"When it is sent: {shlex.join(sent)}")
    for ref in drafted.told:
        app.mention(f"It tells them how it turned out, too: netlog told {ref}")
