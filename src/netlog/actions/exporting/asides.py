"""Cards of nobody on their way out: of a group without who is no longer of it."""

from collections.abc import Collection

from netlog.folding import fold
from netlog.formats.vcard import asides
from netlog.named import NamedTuple
from netlog.records.incoming import IncomingCard
from netlog.rules import uids
from netlog.store.connect import Book
from netlog.store.reads import cards as reads


class Asides(NamedTuple):
    """The cards that go along, and which tags of a contact, by id, they say."""

    cards: tuple[IncomingCard, ...] = ()
    grouped: dict[int, tuple[str, ...]] = {}  # noqa: RUF012 - nobody writes into it


def asides_of(connection: Book, chosen: Collection[int], *, all_: bool) -> Asides:
    """Those that go along with these contacts: all, or the groups that one of them is of."""
    there = reads.cards(connection)
    if not there:
        return Asides()
    known: dict[str, set[int]] = {}
    for id_, uid in reads.uids(connection):
        known.setdefault(uids.key(uid), set()).add(id_)
    for id_, email in reads.emails(connection):
        known.setdefault(f"mailto:{email.casefold()}", set()).add(id_)
    tags = {(id_, fold(tag)) for id_, tag in reads.tags(connection)}
    going: list[IncomingCard] = []
    grouped: dict[int, tuple[str, ...]] = {}
    for row, one in enumerate(there, 1):
        members = asides.members(one.card) if one.kind == "group" and one.name else ()
        said = {key: known.get(uids.key(key), set()) for key in members}
        label = fold((one.name or "").removeprefix("#").strip())
        of_it = {id_ for ids in said.values() for id_ in ids if (id_, label) in tags}
        if not (all_ or of_it & set(chosen)):
            continue
        left = frozenset(key for key, ids in said.items() if ids and not ids & of_it)
        for id_ in of_it:
            grouped[id_] = (*grouped.get(id_, ()), one.name or "")
        revised = one.updated_at
        going.append(IncomingCard(row, one.kind, one.name, one.card, one.uid, left, revised))
    return Asides(tuple(going), grouped)
