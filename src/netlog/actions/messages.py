"""Messages to send: made from the record and a template, and what it settles when one was sent."""

from datetime import date

from netlog.actions import seeking
from netlog.actions.judged import judged
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.messages import For, Language, Message, Template, Wish
from netlog.records.people import PeopleFilter, Person
from netlog.rules import languages, peace, sayable, templates
from netlog.rules import messages as rules
from netlog.rules.discretion import names_them
from netlog.rules.sayable import Sayable, Theirs
from netlog.store import letters
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import contacts
from netlog.store.reads import occasions as occasion_reads
from netlog.store.reads.standing import relationship
from netlog.typed import Final

FIELD = "language"
# What nobody who is left in peace is written for.
UNCALLED_FOR: Final[tuple[For, ...]] = ("reconnect", "nudge", "advice")


class Composed(NamedTuple):
    """A message, the refs of what is settled by sending it, and what is noted of it then.

    nudges are the refs of what it counts as a nudge for, wishes what it wishes them well for;
    unwished are their days that have come and end with it all the same.

    lacking says what it was to be for and there is nothing of on record: it asks how they are.
    written is the ref of the same message where one was noted today.
    mentions are for you alone: that they are left in peace, what of the record is not written, and
    how `reconnect` would begin; unsought is why what you look for is not in it, where it could be.
    """

    message: Message
    settles: tuple[str, ...] = ()
    nudges: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    unwished: tuple[Wish, ...] = ()
    noted: str | None = None
    lacking: str | None = None
    written: str | None = None
    mentions: tuple[str, ...] = ()
    unsought: str | None = None


def compose(
    connection: Book,
    person: Person,
    asked: For | None,
    today: date,
    occasion: str | None = None,
) -> Composed:
    """A message to them for that, else for what is most urgent; with nothing to say, how they are.

    Of an occasion it is about nothing but what came of it. Raises UsageMistake for a template that
    is empty, or names a place there is not.
    """
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    theirs, said = known_of(connection, contact, today, occasion), language(contact)
    for_, facts, lacking = _about(theirs, asked, today, said)
    kept_back = facts.kept_back
    left = theirs.found.peace
    if left and for_ in UNCALLED_FOR:
        kept_back = (f"Mind: {peace.why(left, today)}.", *kept_back)
    template = letters.template(for_, said)
    templates.check(template.text, template.file or "netlog's own template")
    subject, body = templates.filled(template.text, facts.places)
    if not body:
        raise UsageMistake(f"Nothing of {template.file} can be said to {person.name}.")
    wished = [wish for place, wish in facts.wishes.items() if templates.names(template.text, place)]
    unwished = rules.unwished(facts, wished, today)
    begin = rules.to_begin_with(theirs, for_, today) or rules.to_wish(unwished, today)
    noted = rules.noted(for_, facts, wished)
    everything = theirs.known if occasion is None else relationship(connection, contact.id)
    return Composed(
        Message(person, for_, said, subject, body),
        facts.settles,
        tuple(dict.fromkeys((*facts.nudges, *rules.waits(theirs.found, today)))),
        tuple(wished),
        unwished,
        noted,
        lacking,
        rules.written(everything, for_, noted, asked, today),
        (*kept_back, *([f"To begin with: {begin}"] if begin else [])),
        rules.unsought(for_, theirs),
    )


def _about(
    theirs: Theirs, asked: For | None, today: date, said: Language
) -> tuple[For, Sayable, str | None]:
    """What it is for and what may be said of it; and what it was to be for, with nothing to say."""
    for_ = asked or rules.urgent(theirs.found, today)
    facts = sayable.facts(theirs, for_, today, said)
    if rules.has_something(for_, facts):
        return for_, facts, None
    lacking = rules.lacking(theirs, asked, today) if asked else None
    more = sayable.facts(theirs, "reconnect", today, said)
    kept_back = tuple(dict.fromkeys((*facts.kept_back, *more.kept_back)))
    return "reconnect", more._replace(kept_back=kept_back), lacking


def known_of(
    connection: Book, contact: Contact, today: date, occasion: str | None = None
) -> Theirs:
    """What is known of somebody and of you, judged; of an occasion what came of it alone."""
    configured = settings()
    known = relationship(connection, contact.id)
    if occasion is not None:
        known = rules.of_meetings(known, occasion_reads.meetings(connection, occasion))
    me = configured.card.get("name")
    named = (contact.name, contact.nickname, contact.organization)
    sought = seeking.sought(connection, configured.looking_for, contact.id)
    return Theirs(
        known=known,
        found=judged(known, today),
        nickname=contact.nickname,
        organization=contact.organization,
        me=me if isinstance(me, str) else None,
        # What names them, or where they are, is nothing to write to them.
        looking_for=next((one for one in sought if not names_them(one, *named)), None),
        is_looking=bool(sought),
    )


def language(contact: Contact) -> Language:
    """The language in which one writes to them."""
    said = (value for key, value in contact.fields.items() if key.casefold() == FIELD)
    return languages.language(next(said, None))


def of_tag(connection: Book, tag: str) -> list[Person]:
    """Everybody with that tag; raises NothingMatches for nobody."""
    found = contacts.contacts(connection, PeopleFilter(tags=(tag,)))
    if not found:
        raise NothingMatches(f"Nobody has #{tag}.")
    return [Person(one.id, one.ref, one.name) for one in found]


def of_occasion(connection: Book, name: str) -> list[Person]:
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


def address(connection: Book, person: Person) -> str | None:
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
