"""What is noted of messages that were sent: each a touch, which settles what it was for."""

from collections.abc import Iterable
from datetime import date

from netlog.actions import capture, outcomes, records, settle, thanking
from netlog.actions.capture import Occasion, Said
from netlog.actions.judged import judged
from netlog.actions.messages import Composed
from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.meetings import NewMeeting
from netlog.records.messages import Settled
from netlog.records.refs import Ref, parse_ref
from netlog.records.thanks import ThanksRules
from netlog.rules.messages import INTRODUCTION
from netlog.rules.standing import is_over
from netlog.store.connect import Book
from netlog.store.reads import contacts, favors, meetings
from netlog.store.reads import thanks as thanks_reads
from netlog.store.reads.standing import relationship
from netlog.typed import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

SentBy = Literal["email", "message"]


class Posted(NamedTuple):
    """What was noted of one message: thanks sent, news told, what was let go, and the meeting.

    All by id but what was let go, which is by ref; an earlier message may have let it go already.
    """

    thanks: tuple[int, ...] = ()
    told: tuple[int, ...] = ()
    dropped: tuple[str, ...] = ()
    meeting: int | None = None


def send(
    book: "Recording", several: Iterable[Composed], way: SentBy, today: date, thanks: ThanksRules
) -> list[Posted]:
    """Note that the messages were sent today: each a touch, which settles what it was for."""
    return [_send(book, one, way, today, thanks) for one in several]


def _send(
    book: "Recording", one: Composed, way: SentBy, today: date, thanks: ThanksRules
) -> Posted:
    from netlog.store.writes import contacts

    for wish in one.wishes:
        whose = one.message.contact.id
        contacts.settle_day(book, whose, contacts.number_of_day(book, whose, wish.label), wish.on)
    sending = {"thanks": _thank, "news": _thank, "decline": _decline}
    return sending.get(one.message.for_, _log)(book, one, way, today, thanks)


def _thank(
    book: "Recording", one: Composed, way: SentBy, today: date, thanks: ThanksRules
) -> Posted:
    """What it thanks for, and the news that it tells: either with the other, or alone.

    Without either it is a touch: it says that there is news, and not which.
    """
    if not one.settles:
        return _log(book, one, way, today, thanks)
    refs = [_ref(said) for said in one.settles]
    owed = [ref for ref in refs if ref.letter == "t"]
    found = [thanking.meant(book.connection, ref, today, way) for ref in owed]
    sent = thanking.send(book, thanking.joined(found), today, way)
    told = _told(book, [ref for ref in refs if ref.letter == "f"], today)
    return Posted(thanks=sent.ids, told=told)


def _told(book: "Recording", refs: Iterable[Ref], today: date) -> tuple[int, ...]:
    favors = [settle.favor(book.connection, ref.id) for ref in refs]
    for favor in favors:
        outcomes.tell(book, favor, None, today)
    return tuple(favor.id for favor in favors)


def _log(book: "Recording", one: Composed, way: SentBy, today: date, thanks: ThanksRules) -> Posted:
    about = INTRODUCTION if one.message.for_ == "intro" else None
    asked = (Said(about),) if about else ()
    whom = (one.message.contact.id,)
    meeting = NewMeeting(today, way, whom, text=one.noted, asked=about)
    logged = capture.log(book, Occasion(meeting, thanks="none", asked=asked), thanks)
    return Posted(meeting=logged.id)


def _decline(
    book: "Recording", one: Composed, way: SentBy, today: date, thanks: ThanksRules
) -> Posted:
    from netlog.store.writes import favors, plans

    book.session.flush()  # a plan may be declined to several
    refs = [ref for ref in map(_ref, one.settles) if _is_open(book.connection, ref)]
    for ref in refs:
        drop = plans.drop if ref.letter == "p" else favors.drop
        drop(book, ref.id, today, "declined")
    return _log(book, one, way, today, thanks)._replace(dropped=tuple(map(str, refs)))


def _is_open(connection: Book, ref: Ref) -> bool:
    return bool(records.record(connection, ref).state == "open")


def _ref(said: str) -> Ref:
    found = parse_ref(said)
    assert found is not None
    return found


def settled(connection: Book, one: Composed, sent: Posted, today: date) -> Settled:
    """What was noted of a message, to be said by name."""
    asked: tuple[Favor, ...] = ()
    meeting = meetings.meeting(connection, sent.meeting) if sent.meeting else None
    if meeting:
        asked = tuple(favors.of_meeting(connection, meeting.id))
    moved: tuple[tuple[str, date], ...] = ()
    whom = contacts.contact(connection, one.message.contact.id)
    away = whom if whom and whom.archived else None
    if one.nudges and not away:
        now = judged(relationship(connection, one.message.contact.id), today)
        moved = tuple(
            (line.ref, line.comes_on)
            for line in now.open
            if line.ref in one.nudges and line.comes_on > today and not is_over(line, today)
        )
    return Settled(
        contact=one.message.contact,
        thanks=tuple(filter(None, (thanks_reads.thanks(connection, id_) for id_ in sent.thanks))),
        told=tuple(settle.favor(connection, id_) for id_ in sent.told),
        dropped=tuple(records.record(connection, _ref(said)) for said in sent.dropped),
        meeting=meeting,
        asked=asked,
        moved=moved,
        wishes=one.wishes,
        unwished=one.unwished,
        away=away,
    )
