"""Who belongs to whom: said of both, taken back of both, and looked up from either side."""

from collections.abc import Iterable, Sequence

from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.people import Person
from netlog.records.refs import ref
from netlog.records.relations import NewRelation, Related, Relation, StoredRelation, Tie
from netlog.relating import COUPLE, OTHER, inverse, is_same
from netlog.rules import pronouns
from netlog.rules import relations as rules
from netlog.store.connect import Book
from netlog.store.reads import kept
from netlog.store.reads import relations as reads
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


# What of a card or a field says how somebody is spoken of.
GENDER_LINES = ("GENDER", "X-GENDER", "PRONOUNS")
PRONOUNS = ("pronouns", "gender", "pronoun", "sex")


class Connected(NamedTuple):
    """What became of a relation: whether it is new, or told better, and those it put an end to."""

    changed: bool
    ended: tuple[Related, ...] = ()


def of(connection: Book, contact_id: int) -> tuple[Relation, ...]:
    """Everybody who belongs to somebody, whoever of the two it is said of."""
    own = reads.of_contact(connection, contact_id)
    return rules.of(own, reads.naming(connection, contact_id))


def spoken(connection: Book, contact: Contact, relations: Sequence[Relation]) -> tuple[str, ...]:
    """The same as one says them: hers, his or theirs, as far as the record says."""
    if not relations:
        return ()
    words = [one.tie.said for one in reads.naming(connection, contact.id)]
    lines = (line.partition(":") for line in kept.of_contact(connection, contact.id))
    said = [value for name, _, value in lines if name.upper().startswith(GENDER_LINES)]
    said += [contact.fields.get(key, "") for key in PRONOUNS]
    both: dict[Relation, str] = {}
    for one in relations:
        if one.contact and one.kind in COUPLE:
            both |= rules.shared(relations, of(connection, one.contact.id))
    return rules.spoken(relations, pronouns.possessive(words, said), both)


def of_person(connection: Book, person: Person) -> list[Related]:
    """The same, with whose they are."""
    return [Related(person, *one) for one in of(connection, person.id)]


def everybodys(connection: Book) -> list[Related]:
    """All relations of the book, what is said of both of two once."""
    people = reads.related(connection)
    return rules.between([(person, of(connection, person.id)) for person in people])


def number(connection: Book, ids: Iterable[int]) -> int:
    """How many relations these people have, what is said of both of two once."""
    people = (Person(id_, ref("c", id_), "") for id_ in sorted(ids))
    return len(rules.between([(person, of(connection, person.id)) for person in people]))


def between(
    connection: Book, person: Person, other: Person | None, name: str | None
) -> list[Related]:
    """What somebody is to somebody: to a person of the book, or to one who is only a name."""
    return rules.with_other(of_person(connection, person), other, name or "")


def relate(
    book: "Recording", person: Person, other: Person | None, name: str, tie: Tie
) -> Connected:
    """Let the other be that to the person, and the person what follows to the other.

    What contradicts it, on either side, ends.
    """
    before = between(book.connection, person, other, name)
    new = NewRelation(tie, other and other.id, None if other else name)
    changed = _say(book, person.id, new, name)
    back = inverse(tie)
    if other and not (back.kind == OTHER and back.said.endswith(" of")):
        changed = _say(book, other.id, NewRelation(back, person.id), person.name) or changed
    now = between(book.connection, person, other, name)
    ended = [one for one in before if not any(_holds(one, still) for still in now)]
    return Connected(changed, tuple(ended))


def _holds(one: Related, still: Related) -> bool:
    return is_same(Tie(one.kind, one.word), Tie(still.kind, still.word))


def _say(book: "Recording", contact_id: int, new: NewRelation, called: str) -> bool:
    """Whether that was not so already."""
    from netlog.store.writes import relations as writes

    own = reads.of_contact(book.connection, contact_id)
    same, contradicted = rules.known_as(new, own, called)
    writes.end(book, (one.id for one in contradicted))
    if same:
        return writes.complete(book, same.id, new) or bool(contradicted)
    writes.add(book, contact_id, new)
    return True


def unrelate(
    book: "Recording", person: Person, other: Person | None, name: str | None, tie: Tie | None
) -> list[Related]:
    """Take back what one is to the other, on both sides, or only that tie; returns what it was."""
    from netlog.store.writes import relations as writes

    before = between(book.connection, person, other, name)
    if tie:
        before = [one for one in before if is_same(Tie(one.kind, one.word), tie)]
    ties = [Tie(one.kind, one.word) for one in before]
    ids = [
        one.id
        for one in reads.of_contact(book.connection, person.id)
        if _is_with(one, other, name) and any(is_same(one.tie, wanted) for wanted in ties)
    ]
    if other:
        ids += [
            one.id
            for one in reads.of_contact(book.connection, other.id)
            if one.other == person and any(is_same(inverse(one.tie), wanted) for wanted in ties)
        ]
    writes.end(book, ids)
    return before


def _is_with(one: StoredRelation, other: Person | None, name: str | None) -> bool:
    return one.other == other if other else not one.other and fold(one.called) == fold(name or "")
