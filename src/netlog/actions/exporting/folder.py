"""A file for each contact, a page of Markdown or a card, in a folder of its own."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count

from netlog import formats
from netlog.actions.exporting import book, portable
from netlog.actions.exporting.asides import asides_of
from netlog.actions.exporting.held import Outgoing, Stretch
from netlog.actions.exporting.pieces import Carded, is_everybody, people_of, sheets
from netlog.formats import NAMED
from netlog.formats.circumstances import Going
from netlog.formats.vcard.filing import Stood, filed, place
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.people import PeopleFilter
from netlog.store.connect import Book
from netlog.store.files import Page


def pages(
    connection: Book,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    held: Outgoing,
) -> list[Page]:
    """The files; their octets are added to what is held."""
    if NAMED[going.format].told == "people":
        return _card_files(connection, going, chosen, people, held)
    writer = formats.writer(going.format)
    return [
        _page(held, writer.file_name(sheet), [held.add(_octets(writer.page(sheet)))])
        for sheet in sheets(connection, going, chosen, people)
    ]


class _Written(NamedTuple):
    """A card as it is written: what it may be called, and where it is held.

    at is its place in a file with others or 0; whole and bare are held of the first of them alone.
    """

    names: Sequence[str]
    span: Stretch
    at: int = 0
    whole: Stretch | None = None
    bare: Stretch | None = None


def _card_files(
    connection: Book,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    held: Outgoing,
) -> list[Page]:
    """Cards that were in one file go back into it, where nobody was chosen among people."""
    gathered: dict[object, list[_Written]] = {}
    together = is_everybody(people)
    for number, (of, ref) in enumerate(_cards(connection, going, chosen, people)):
        content, names, there = filed(of, ref, going.vcard_version)
        if not together:
            there = Stood()
        whole, bare = (held.add(there.whole), held.add(there.bare)) if there.whole else (None, None)
        one = _Written(names, held.add(content), there.at, whole, bare)
        gathered.setdefault(there.file if there.at else number, []).append(one)
    files = [sorted(each, key=lambda one: one.at) for each in gathered.values()]
    names_ = _each_its_own([each[0].names for each in files])
    return [_page(held, name, _spans(held, each)) for name, each in zip(names_, files, strict=True)]


def _page(held: Outgoing, name: str, spans: Sequence[Stretch]) -> Page:
    return Page(name, sum(one.size for one in spans), partial(held.parts, spans))


def _octets(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _spans(held: Outgoing, cards: Sequence[_Written]) -> Sequence[Stretch]:
    """The cards of a file, or the file that they were, where they are written as they stood."""
    found = [one.span for one in cards]
    whole, bare = cards[0].whole, cards[0].bare
    if whole and bare and b"".join(held.parts(found)) == b"".join(held.parts([bare])):
        return [whole]
    return found


def _cards(
    connection: Book,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
) -> Iterator[tuple[Carded, str]]:
    """Those of whom cards are written, each with its ref."""
    everybody = is_everybody(people)
    asides = asides_of(connection, [contact.id for contact in chosen], all_=everybody)
    if everybody:
        chosen = [*chosen, *_beside(connection, chosen)]
    found = people_of(connection, going, chosen, asides)
    yield from zip(found, (contact.ref for contact in chosen), strict=True)
    if everybody:
        yield from ((company, ref) for ref, company in portable.companies(connection))
    yield from ((one, str(one.row)) for one in asides.cards)


def _beside(connection: Book, chosen: Sequence[Contact]) -> list[Contact]:
    """Whoever is archived and stood in one file with others, which would lose their card."""
    known = {contact.id for contact in chosen}
    archived = [
        contact
        for contact in portable.chosen(connection, book.EVERYBODY)
        if contact.id not in known
    ]
    stood = zip(archived, portable.people(connection, archived, uids=False), strict=True)
    return [contact for contact, person in stood if place(person).at]


def _each_its_own(names: Sequence[Sequence[str]]) -> list[str]:
    """Of each one's names one that nobody else has: its first, if it is the first to ask for it."""
    found = [""] * len(names)
    taken: set[str] = set()
    for choice in range(max(map(len, names), default=0)):
        for at, offered in enumerate(names):
            name = offered[min(choice, len(offered) - 1)]
            if not found[at] and name.casefold() not in taken:
                found[at] = name
                taken.add(name.casefold())
    free = (f"{number}.vcf" for number in count(1) if f"{number}.vcf" not in taken)
    return [name or next(free) for name in found]
