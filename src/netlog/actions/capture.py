"""A meeting and what follows from it: thanks, promises, asks; for all that record one."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from netlog import wording
from netlog.actions import answering, thanking
from netlog.actions.answering import Got
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, TO_THEM, Favor, NewFavor
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import FAVOR, NewThanks, Thanks, ThanksRules
from netlog.rules import dates, reciprocity, text
from netlog.store.reads import thanks as thanks_reads
from netlog.typed import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

AnyFavor = TypeVar("AnyFavor", int, str)

DEFAULT_KIND = "meeting"


class Said(NamedTuple):
    """What was promised or asked for, and the day it is due by, if one was named."""

    what: str
    by: date | None = None


class Occasion(NamedTuple):
    """A meeting to record; owe, asked and got concern the first contact of it.

    told are favors whose outcome was told at it; plan is the id of what it was planned as. On the
    day of its remind_on everybody who was there comes up.
    """

    meeting: NewMeeting
    thanks: Literal["open", "sent", "none"] = "open"
    owe: tuple[Said, ...] = ()
    asked: tuple[Said, ...] = ()
    got: tuple[Got, ...] = ()
    told: tuple[int, ...] = ()
    plan: int | None = None


class Instead(NamedTuple):
    """Whom a plan names, and what is to be typed before it."""

    whom: Sequence[str]
    first: str | None = None


class Logged(NamedTuple):
    """A meeting by its id, the asks that were answered at it, and what they did or were asked for.

    help is of favors to you, by id.
    """

    id: int
    answered: tuple[int, ...] = ()
    help: tuple[int, ...] = ()


def reason(meeting: NewMeeting) -> str | None:
    """Why the reminder of a meeting was asked for: its own reason, else the text."""
    return meeting.remind_why or (" ".join(meeting.text.split()) if meeting.text else None)


def meeting(
    said: str | None,
    on: str | None,
    kind: str | None,
    today: date,
    offered: Callable[[], Instead],
    options: Sequence[tuple[str, str | None]] = (),
) -> NewMeeting:
    """The meeting that was typed; who was there is filled in by the caller.

    offered says how a plan names them; options are what else was said that a plan has, too.
    Raises UsageMistake for a day that cannot be read, Refused for one that is to come.
    """
    about = text.optional_block(said, "text")

    def to_plan(day: str) -> str:
        # What was said by its option may be somebody's name.
        word = kind if ("--kind", kind) not in options else None
        whom, first = offered()
        words = [*whom, *filter(None, [word]), day]
        plan = wording.typed_command("netlog plan", words, about, options)
        return f"{first}, then {plan}" if first else plan

    return NewMeeting(
        happened_on=dates.happened_on(on, today, to_plan),
        kind=kind or DEFAULT_KIND,
        contact_ids=(),
        text=about,
    )


def log(book: "Recording", happened: Occasion, rules: ThanksRules) -> Logged:
    """Store the meeting and everything that follows from it."""
    from netlog.store.writes import meetings as writes

    new = happened.meeting
    meeting_id = writes.log(book, new)
    # Asked for today and received today are two, unless it was asked for before.
    first = new.contact_ids[0]
    waiting = answering.open_asks(book.connection, first, new.happened_on) if happened.got else []
    asked = _open_favors(book, happened, meeting_id)
    came, answered = _receive(book, happened, meeting_id, waiting)
    for favor_id in happened.told:
        from netlog.store.writes import favors as favor_writes

        favor_writes.tell(book, favor_id, new.happened_on)
    if new.remind_on:
        from netlog.store.writes import contacts

        why = reason(new)
        for contact_id in new.contact_ids:
            contacts.remind(book, contact_id, new.remind_on, why)
    if happened.plan:
        from netlog.store.writes import plans

        plans.keep(book, happened.plan, meeting_id, new.happened_on)
    if happened.thanks != "none":
        for contact_id in new.contact_ids:
            theirs = came if contact_id == first else []
            _thank(book, happened, meeting_id, contact_id, theirs, rules)
    return Logged(meeting_id, answered, (*asked, *came))


def _open_favors(book: "Recording", happened: Occasion, meeting_id: int) -> list[int]:
    """Store what was promised and asked for; returns the favors that were asked for, by id."""
    from netlog.store.writes import favors as writes

    on, first = happened.meeting.happened_on, happened.meeting.contact_ids[0]
    for said in happened.owe:
        writes.add(book, promised(first, said, on, meeting_id))
    return [writes.add(book, asked_for(first, said, on, meeting_id)) for said in happened.asked]


def promised(contact_id: int, said: Said, on: date, meeting_id: int) -> NewFavor:
    """What you promised somebody at a meeting."""
    due_on = reciprocity.promise_due_on(on, said.by)
    return NewFavor(contact_id, TO_THEM, said.what, on, meeting_id=meeting_id, due_on=due_on)


def asked_for(contact_id: int, said: Said, on: date, meeting_id: int) -> NewFavor:
    """What you asked somebody for at a meeting."""
    due_on = reciprocity.waiting_due_on(on, said.by)
    new = NewFavor(contact_id, TO_ME, said.what, on, asked=True, due_on=due_on)
    return new._replace(meeting_id=meeting_id)


def received(contact_id: int, what: str, on: date, meeting_id: int) -> NewFavor:
    """What somebody did for you at a meeting."""
    return NewFavor(contact_id, TO_ME, what, on, meeting_id=meeting_id, done_on=on)


def _receive(
    book: "Recording", happened: Occasion, meeting_id: int, waiting: list[Favor]
) -> tuple[list[int], tuple[int, ...]]:
    """Store what they did for you; returns the favors it is by id, and the asks among them."""
    from netlog.store.writes import favors as writes

    on, first = happened.meeting.happened_on, happened.meeting.contact_ids[0]
    found, answered = [], []
    known = {got.answers for got in happened.got}
    for got in happened.got:
        # An ask that is known to be answered by one is not by another that resembles it.
        left = [ask for ask in waiting if ask.id == got.answers or ask.id not in known]
        ask = answering.answer(book, first, got, left, on, meeting_id)
        if ask:
            if ask in waiting:
                waiting.remove(ask)
            answered.append(ask.id)
            found.append(ask.id)
        else:
            found.append(writes.add(book, received(first, got.what, on, meeting_id)))
    return found, tuple(answered)


def _thank(
    book: "Recording",
    happened: Occasion,
    meeting_id: int,
    contact_id: int,
    came: Sequence[int],
    rules: ThanksRules,
) -> None:
    """Open the thanks of one person: for the meeting and the first favor, then for the others."""
    kind, on = happened.meeting.kind, happened.meeting.happened_on
    due = owing(book, contact_id, kind, on, rules, has_received=bool(came))
    if happened.thanks == "sent":
        # What was said is kept, whether it was owed or not.
        due = Owing(due.for_meeting or on, due.for_favor or on)
    for due_on, of_meeting, favor_id in thanks_for(due, came):
        about = meeting_id if of_meeting else None
        if favor_id and (before := thanks_reads.of_favor(book.connection, favor_id)):
            _join_thanks(book, happened, meeting_id, before)
            if about is None or due.for_meeting is None or any(t.state == "open" for t in before):
                continue
            favor_id = None
        _open_thanks(book, happened, contact_id, due_on, about, favor_id)


def _join_thanks(
    book: "Recording", happened: Occasion, meeting_id: int, before: Sequence[Thanks]
) -> None:
    """Let the thanks that are open for a favor be for the meeting, too."""
    from netlog.store.writes import thanks as writes

    for owed in before:
        if owed.state == "open":
            writes.join(book, owed.id, meeting_id)
            if happened.thanks == "sent":
                writes.send(book, owed.id, happened.meeting.happened_on, "in-person")


class Owing(NamedTuple):
    """When thanks for a meeting and for a favor at it are due; None where none are owed."""

    for_meeting: date | None
    for_favor: date | None


def owing(
    book: "Recording",
    contact_id: int,
    kind: str,
    on: date,
    rules: ThanksRules,
    *,
    has_received: bool,
) -> Owing:
    """What one person is owed thanks for after a meeting."""
    return Owing(
        thanking.owed_on(book, contact_id, kind, on, rules),
        thanking.owed_on(book, contact_id, FAVOR, on, rules) if has_received else None,
    )


def thanks_for(
    due: Owing, came: Sequence[AnyFavor]
) -> Iterator[tuple[date, bool, AnyFavor | None]]:
    """The thanks that follow: when due, whether for the meeting, and for which favor.

    One for the meeting and the first favor, and one for each other favor.
    """
    due_on = due.for_meeting or due.for_favor
    if due_on:
        yield due_on, True, came[0] if came else None
    if due.for_favor:
        for favor in came[1:]:
            yield due.for_favor, False, favor


def _open_thanks(
    book: "Recording",
    happened: Occasion,
    contact_id: int,
    due_on: date,
    meeting_id: int | None,
    favor_id: int | None,
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
