"""Thanks: whether somebody is owed them, which are meant, and how they are sent."""

from collections.abc import Iterable
from datetime import date

from netlog import clock
from netlog.actions import records
from netlog.errors import NothingMatches, Refused
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, Favor
from netlog.records.meetings import Meeting
from netlog.records.refs import Ref
from netlog.records.thanks import FAVOR, How, NewThanks, Thanks, ThanksRules
from netlog.rules import gratitude
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.store.connect import Book
from netlog.store.reads import favors, meetings
from netlog.store.reads import thanks as reads
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def owed_on(
    book: "Recording", contact_id: int, kind: str, happened_on: date, rules: ThanksRules
) -> date | None:
    """When thanks to them for a meeting of that kind (or a "favor") are due; None for none."""
    book.session.flush()  # tags of somebody who was just added are read as well
    whom = reads.whom(book.connection, contact_id)
    return gratitude.owed_on(kind, happened_on, clock.day_of(book.at), whom, rules)


def for_favor(
    book: "Recording", contact_id: int, favor_id: int, on: date, rules: ThanksRules
) -> bool:
    """Open the thank-you for a favor that came on that day; False when none is owed."""
    from netlog.store.writes import thanks as writes

    due_on = owed_on(book, contact_id, FAVOR, on, rules)
    if due_on is None:
        return False
    writes.add(book, NewThanks(contact_id, opened_on=on, due_on=due_on, favor_id=favor_id))
    return True


class Sending(NamedTuple):
    """What to thank for: thanks to mark as sent, others to record, and those sent already.

    told are favors, by id, of which they hear with it that the lead they were for has landed;
    if_named thanks to whoever is owed none for a meeting at which others are: for who is named.
    """

    close: tuple[Thanks, ...] = ()
    new: tuple[NewThanks, ...] = ()
    already: tuple[Thanks, ...] = ()
    told: tuple[int, ...] = ()
    if_named: tuple[NewThanks, ...] = ()


class Sent(NamedTuple):
    """What was sent, and what had been sent already, by id."""

    ids: tuple[int, ...]
    already: tuple[int, ...]


def meant(connection: Book, one: Ref, on: date, how: How | None) -> Sending:
    """What thanks sent on that day for a record, or to a person, settle.

    Raises NothingMatches where there is no such record or it is settled, Refused where there was
    nothing to thank for.
    """
    return MEANT[one.letter](connection, one, on, how)


def _thanks(connection: Book, one: Ref, on: date, _: How | None) -> Sending:
    found = reads.thanks(connection, one.id)
    if found is None:
        raise NothingMatches(f"There are no thanks {one}.")
    if found.state != "open":
        raise NothingMatches(f"{one} is {found.state} already.")
    favor = favors.favor(connection, found.favor.id) if found.favor else None
    return _by_then([found], on)._replace(told=_news([favor], on) if favor else ())


def _person(connection: Book, one: Ref, on: date, how: How | None) -> Sending:
    """All that was open by then; with nothing open, thanks for nothing named."""
    found, did = reads.of_contact(connection, one.id), favors.of_contact(connection, one.id)
    waiting = [owed for owed in reversed(found) if owed.state == "open"]
    news = _news(did, on)
    # What is open since then is not meant where there was something to thank for before.
    days = [favor.opened_on for favor in did]
    days += [met.happened_on for met in meetings.of_contact(connection, one.id)]
    is_of_then = any(_was_by(owed, on) for owed in waiting)
    if waiting and (is_of_then or all(day > on for day in days)):
        return _by_then(waiting, on)._replace(told=news)
    new = NewThanks(one.id, on, on)
    return _unless_sent([(one.id, found)], new, on, how)._replace(told=news)


def _news(theirs: Iterable[Favor], on: date) -> tuple[int, ...]:
    """The favors of which somebody waits to hear that the lead they were for has landed."""
    return tuple(
        favor.id
        for favor in theirs
        if favor.news_of and (favor.done_on or on) <= on + MOST_DAYS_AHEAD
    )


def _meeting(connection: Book, one: Ref, on: date, how: How | None) -> Sending:
    """All that is open for it; with nothing open, thanks for it to everybody who was there.

    Who was thanked for it before is not thanked again.
    """
    meeting: Meeting | None = records.record(connection, one)
    if meeting is None:
        raise NothingMatches(f"There is no meeting {one}.")
    _check_was(meeting.happened_on, on)
    found = reads.of_meeting(connection, one.id)
    waiting = [owed for owed in found if owed.state == "open"]
    owed_to = {owed.contact.id for owed in waiting}
    new = NewThanks(0, on, on, meeting_id=one.id)
    there = [
        (p.id, [t for t in found if t.contact.id == p.id])
        for p in meeting.contacts
        if p.id not in owed_to
    ]
    others = _unless_sent(there, new, on, None if waiting else how, once=True)
    if waiting:
        return others._replace(close=tuple(waiting), new=(), if_named=others.new)
    return others


def _favor(connection: Book, one: Ref, on: date, how: How | None) -> Sending:
    """What is open for it; with nothing open, thanks for it."""
    favor: Favor | None = records.record(connection, one)
    if favor is None:
        raise NothingMatches(f"There is no favor {one}.")
    if favor.direction != TO_ME:
        did = "did for" if favor.done_on else "promised"
        raise Refused(f"{one} is what you {did} {favor.contact.name}.")
    if favor.state == "open":
        raise Refused(f"{one} has not come yet.", advice=f"netlog done {one}")
    _check_was(favor.done_on or favor.opened_on, on)
    found = reads.of_favor(connection, one.id)
    waiting = [owed for owed in found if owed.state == "open"]
    news = _news([favor], on)
    if waiting:
        return Sending(tuple(waiting), told=news)
    new = NewThanks(0, on, on, favor_id=one.id)
    sending = _unless_sent([(favor.contact.id, found)], new, on, how, once=True)
    return sending._replace(told=news)


MEANT = {"c": _person, "f": _favor, "m": _meeting, "t": _thanks}


def _by_then(waiting: list[Thanks], on: date) -> Sending:
    """Those that were owed by that day; it may be a day earlier where one travelled west."""
    found = tuple(owed for owed in waiting if _was_by(owed, on))
    if not found:
        _check_was(min(owed.opened_on for owed in waiting), on)
    return Sending(found)


def _was_by(owed: Thanks, on: date) -> bool:
    return owed.opened_on <= on + MOST_DAYS_AHEAD


def _check_was(happened_on: date, on: date) -> None:
    if happened_on > on + MOST_DAYS_AHEAD:
        raise Refused("That was before there was anything to thank for.")


def _unless_sent(
    there: Iterable[tuple[int, Iterable[Thanks]]],
    new: NewThanks,
    on: date,
    how: How | None,
    *,
    once: bool = False,
) -> Sending:
    """New thanks to each of these people, but to whom the same were sent on that day already.

    once says that they are thanked for it on one day only.
    """
    recorded, already = [], []
    for contact_id, theirs in there:
        same = [
            sent
            for sent in theirs
            if sent.sent_on
            and (once or sent.sent_on == on or _was_tomorrow(sent, on))
            and (how is None or sent.how in (None, how))
        ]
        if same:
            already.append(same[0])
        else:
            recorded.append(new._replace(contact_id=contact_id))
    return Sending((), tuple(recorded), tuple(already))


def _was_tomorrow(sent: Thanks, on: date) -> bool:
    """Whether thanks of that day bear one to come, for what they are for bears it."""
    is_for = bool(sent.meeting or sent.favor)
    is_next = sent.sent_on == sent.opened_on == on + MOST_DAYS_AHEAD
    return is_for and is_next and on >= clock.today()


def joined(parts: Iterable[Sending]) -> Sending:
    """Several as one, each of them once; who is thanked for something not for nothing as well."""
    close, new, already, told, if_named = (
        tuple(dict.fromkeys(one for part in field for one in part))
        for field in zip(Sending(), *parts, strict=True)
    )
    for_nothing = [one for one in new if not (one.meeting_id or one.favor_id)]
    named = {one.contact_id for one in for_nothing}
    more = [one for one in if_named if one.contact_id in named]
    thanked = {one.contact.id for one in (*close, *already)}
    thanked |= {one.contact_id for one in (*more, *new) if one not in for_nothing}
    left = [one for one in new if one not in for_nothing or one.contact_id not in thanked]
    return Sending(close, (*left, *more), already, told)


def whom(sending: Sending) -> list[int]:
    """The people who are thanked, by id."""
    settled = [one.contact.id for one in (*sending.close, *sending.already)]
    return [*settled, *(one.contact_id for one in sending.new)]


def says_more(sending: Sending, on: date, how: How | None) -> bool:
    """Whether there is anything to write: not where the same thanks were sent before."""
    return bool(sending.close or sending.new or sending.told or (how and _without_how(sending, on)))


def _without_how(sending: Sending, on: date) -> list[Thanks]:
    """Those sent already of which is said now how: of another day where no others are sent."""
    alone = not (sending.close or sending.new)
    return [one for one in sending.already if one.how is None and (alone or one.sent_on == on)]


def send(book: "Recording", sending: Sending, on: date, how: How | None) -> Sent:
    """Note that the thanks were sent on that day, and how."""
    from netlog.store.writes import favors as favor_writes
    from netlog.store.writes import thanks as writes

    for owed in sending.close:
        writes.send(book, owed.id, on, how)
    for sent in _without_how(sending, on) if how else ():
        writes.send(book, sent.id, sent.sent_on or on, how)
    new = [writes.add(book, one._replace(sent_on=on, how=how)) for one in sending.new]
    for favor_id in sending.told:
        favor_writes.tell(book, favor_id, on)
    ids = (*(owed.id for owed in sending.close), *new)
    return Sent(ids, tuple(sent.id for sent in sending.already))
