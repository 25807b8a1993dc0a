"""Messages to send: made from the record and a template, and what it settles when one was sent."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from netlog.actions import capture, goals, outcomes, settle, thanking
from netlog.actions.capture import Occasion, Said
from netlog.actions.judged import judged
from netlog.errors import NothingMatches
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.meetings import NewMeeting
from netlog.records.messages import For, Language, Message, Template
from netlog.records.people import PeopleFilter, Person
from netlog.records.refs import Ref, parse_ref
from netlog.records.thanks import ThanksRules
from netlog.rules import languages, peace, templates
from netlog.rules import messages as rules
from netlog.rules.messages import Theirs
from netlog.store import letters
from netlog.store.config import settings
from netlog.store.reads import contacts
from netlog.store.reads import occasions as occasion_reads
from netlog.store.reads.standing import relationship

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

INTRODUCTION = "an introduction"
FIELD = "language"
NOTHING: Final[dict[For, str]] = {
    "thanks": "to thank {name} for",
    "news": "to tell {name} of",
    "nudge": "that you wait for from {name}",
    "decline": "that you promised {name} or planned with them",
}
# What nobody who is left in peace is written for.
UNCALLED_FOR: Final[tuple[For, ...]] = ("reconnect", "nudge", "advice")
SentBy = Literal["email", "message"]


class Composed(NamedTuple):
    """A message, and the refs of what is settled by sending it.

    lacking says what it was to be for and there is nothing of on record: it asks how they are; or
    that they are left in peace.
    """

    message: Message
    settles: tuple[str, ...] = ()
    lacking: str | None = None


def compose(
    connection: sqlite3.Connection, person: Person, asked: For | None, today: date
) -> Composed:
    """A message to them for that, else for what is most urgent; with nothing to say, how they are.

    Raises UsageMistake for a template that names a place there is not.
    """
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    theirs, said = _theirs(connection, contact, today), _language(contact)
    for_ = asked or rules.urgent(theirs.found, today)
    facts = rules.facts(theirs, for_, today, said)
    lacking = None
    if not rules.has_something(for_, facts):
        if asked:
            lacking = f"Nothing {NOTHING[asked].format(name=person.name)} is on record."
        for_ = "reconnect"
        facts = rules.facts(theirs, for_, today, said)
    left = theirs.found.peace
    if left and for_ in UNCALLED_FOR:
        lacking = f"Mind: {peace.why(left, today)}."
    template = letters.template(for_, said)
    templates.check(template.text, template.file or "netlog's own template")
    subject, body = templates.filled(template.text, facts.places)
    return Composed(Message(person, for_, said, subject, body), facts.settles, lacking)


def _theirs(connection: sqlite3.Connection, contact: Contact, today: date) -> Theirs:
    configured = settings()
    known = relationship(connection, contact.id)
    me = configured.card.get("name")
    return Theirs(
        known=known,
        found=judged(known, today),
        nickname=contact.nickname,
        organization=contact.organization,
        me=me if isinstance(me, str) else None,
        looking_for=goals.looking_for(connection, configured.looking_for),
    )


def _language(contact: Contact) -> Language:
    said = (value for key, value in contact.fields.items() if key.casefold() == FIELD)
    return languages.language(next(said, None))


def of_tag(connection: sqlite3.Connection, tag: str) -> list[Person]:
    """Everybody with that tag; raises NothingMatches for nobody."""
    found = contacts.contacts(connection, PeopleFilter(tags=(tag,)))
    if not found:
        raise NothingMatches(f"Nobody has #{tag}.")
    return [Person(one.id, one.ref, one.name) for one in found]


def of_occasion(connection: sqlite3.Connection, name: str) -> list[Person]:
    """Everybody who was met at that occasion and is not archived; raises NothingMatches."""
    there = [one.contact for one in occasion_reads.met(connection, name)]
    known = {one.id for one in contacts.contacts(connection, PeopleFilter())}
    found = [one for one in there if one.id in known]
    if not found:
        raise NothingMatches(f"Nobody of {name} is there to write to.")
    return found


def in_force(for_: For | None) -> list[Template]:
    """The templates in force; raises UsageMistake for one that names a place there is not."""
    found = list(letters.templates(for_))
    for one in found:
        templates.check(one.text, one.file or "netlog's own template")
    return found


def address(connection: sqlite3.Connection, person: Person) -> str | None:
    """Their e-mail address: the preferred one, else the first."""
    contact = contacts.contact(connection, person.id)
    found = [one for one in (contact.methods if contact else ()) if one.kind == "email"]
    found.sort(key=lambda one: not one.preferred)
    return found[0].value if found else None


def mailto(to: str | None, message: Message) -> str:
    """The message as a mailto: URL, its subject and its text percent-encoded."""
    from urllib.parse import quote

    parts = (("subject", message.subject), ("body", message.body.replace("\n", "\r\n")))
    said = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts if value)
    return f"mailto:{quote(to or '', safe='@+')}?{said}"


def send(
    book: "Recording", several: Iterable[Composed], way: SentBy, today: date, thanks: ThanksRules
) -> None:
    """Note that the messages were sent today: each a touch, which settles what it was for."""
    for one in several:
        _SENDING.get(one.message.for_, _log)(book, one, way, today, thanks)


def _thank(book: "Recording", one: Composed, way: SentBy, today: date, _: ThanksRules) -> None:
    sending = thanking.meant(book.connection, Ref("c", one.message.contact.id), today, way)
    thanking.send(book, sending, today, way)


def _tell(book: "Recording", one: Composed, _: SentBy, today: date, __: ThanksRules) -> None:
    for said in one.settles:
        favor = settle.favor(book.connection, _ref(said).id)
        outcomes.tell(book, favor, None, today)


def _log(book: "Recording", one: Composed, way: SentBy, today: date, thanks: ThanksRules) -> None:
    asked = (Said(INTRODUCTION),) if one.message.for_ == "intro" else ()
    meeting = NewMeeting(today, way, (one.message.contact.id,))
    capture.log(book, Occasion(meeting, thanks="none", asked=asked), thanks)


def _decline(
    book: "Recording", one: Composed, way: SentBy, today: date, thanks: ThanksRules
) -> None:
    from netlog.store.writes import favors, plans

    for ref in map(_ref, one.settles):
        drop = plans.drop if ref.letter == "p" else favors.drop
        drop(book, ref.id, today, "declined")
    _log(book, one, way, today, thanks)


def _ref(said: str) -> Ref:
    found = parse_ref(said)
    assert found is not None
    return found


_SENDING = {"thanks": _thank, "news": _tell, "decline": _decline}
