"""Introductions: who led you to whom, and whom you brought together."""

from collections.abc import Collection
from datetime import date

from netlog.errors import Refused, UsageMistake, WouldConflict
from netlog.named import NamedTuple
from netlog.records.favors import TO_THEM, NewFavor
from netlog.records.network import Together
from netlog.records.people import Person
from netlog.store.connect import Book
from netlog.store.reads import contacts, favors, leads
from netlog.store.reads import network as reads
from netlog.typed import TYPE_CHECKING
from netlog.wording import listed

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class Led(NamedTuple):
    """Whom somebody led you to by what was just said, and who stays with another introducer."""

    new: tuple[int, ...]
    kept: tuple[str, ...] = ()


def led_to(connection: Book, via: Person, met: Collection[int]) -> Led:
    """Whom of those who were met `via` led you to: those who have no introducer yet.

    Raises Refused when nobody but `via` was met, WouldConflict when all came through others.
    """
    others = [contacts.contact(connection, id_) for id_ in met if id_ != via.id]
    found = [one for one in others if one]
    if not found:
        raise Refused("Nobody introduces themselves to you.")
    for one in found:
        if one.introduced_by is None:
            check_no_ring(connection, one.id, via.id)
    new = tuple(one.id for one in found if one.introduced_by is None)
    kept = tuple(
        f"{one.name} ({one.ref}) came through {one.introduced_by.name} ({one.introduced_by.ref})"
        for one in found
        if one.introduced_by and one.introduced_by.id != via.id
    )
    if kept and not new:
        raise WouldConflict(
            f"{listed(kept)} already.", advice=f"netlog edit {found[0].ref} --via {via.ref}"
        )
    return Led(new, kept)


def check_no_ring(connection: Book, contact_id: int, via_id: int) -> None:
    """Raise WouldConflict when `via` came to you through that one: nobody leads to both ways."""
    one, via = contacts.contact(connection, contact_id), contacts.contact(connection, via_id)
    if not (one and via):
        return
    before = leads.introducers(connection, Person(via.id, via.ref, via.name))
    if any(known.id == contact_id for known in before):
        raise WouldConflict(
            f"{via.name} ({via.ref}) came through {one.name} ({one.ref}).",
            advice=f'Were it the other way: netlog edit {via.ref} --via ""',
        )


def came_through(connection: Book, one: Person, others: Collection[int]) -> bool:
    """Whether somebody is one of those, or came to you through one of them."""
    before = (known.id for known in leads.introducers(connection, one))
    return one.id in others or any(id_ in others for id_ in before)


def ring(connection: Book, ids: Collection[int]) -> Person | None:
    """Who of those came to you through themselves, by way of others; None for nobody."""
    for id_ in sorted(ids):
        seen: set[int] = set()
        at = reads.via(connection, id_)
        while at not in (None, id_) and at not in seen:
            seen.add(at)
            at = reads.via(connection, at)
        if at == id_ and (one := contacts.contact(connection, id_)):
            return Person(one.id, one.ref, one.name)
    return None


def note(book: "Recording", via: Person, met: Collection[int]) -> Led:
    """Note that `via` led you to those of them who have no introducer yet."""
    from netlog.store.tables.contacts import ContactRow
    from netlog.store.writes.rows import load

    book.session.flush()
    led = led_to(book.connection, via, met)
    for contact_id in led.new:
        load(book, ContactRow, contact_id).introduced_by_id = via.id
    return led


def bring_together(
    book: "Recording", one: Person, other: Person, said: str | None, on: date
) -> tuple[int, int]:
    """Record that you introduced them: a favor to each, which names the other; returns their ids.

    Raises UsageMistake when they are one, WouldConflict for the same on the same day.
    """
    from netlog.store.writes import favors as writes

    check_two(one, other)
    check_new(book.connection, one, other, said, on)

    def favor(whom: Person, to: Person) -> int:
        text = _text(to, said)
        return writes.add(
            book,
            NewFavor(whom.id, TO_THEM, text, on, introduced_id=to.id, done_on=on),
        )

    return favor(one, other), favor(other, one)


def before(connection: Book, one: Person, other: Person) -> Together | None:
    """When you brought those two together the last time, if you did."""
    pairs = [pair for pair in reads.together(connection) if {pair.one, pair.other} == {one, other}]
    return pairs[-1] if pairs else None


def check_new(connection: Book, one: Person, other: Person, said: str | None, on: date) -> None:
    """Raise WouldConflict where just that introduction is on record for that day, or any where no
    reason is said.
    """
    known = [
        favor
        for favor in favors.of_contact(connection, one.id)
        if favor.introduced == other
        and favor.done_on == on
        and (said is None or favor.text == _text(other, said))
    ]
    if known:
        raise WouldConflict(
            f"You introduced {one.name} and {other.name} that day already ({known[0].ref}).",
            advice="For another reason, it stands after --: netlog introduce "
            f"{one.ref} {other.ref} -- why",
        )


def _text(to: Person, said: str | None) -> str:
    return f"introduced to {to.name}" + (f": {said}" if said else "")


def check_two(one: Person, other: Person) -> None:
    """Raise UsageMistake when they are one."""
    if one.id == other.id:
        raise UsageMistake(
            f"Both are {one.name} ({one.ref}).", advice="netlog introduce grace ada -- why"
        )
