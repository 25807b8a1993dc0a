"""Records removed: whoever goes is of no group any more, on whose card they stood."""

from collections.abc import Collection

from netlog.actions.leads import joining
from netlog.formats.vcard import asides
from netlog.records.favors import Favor
from netlog.records.removing import IdsByLetter
from netlog.rules import uids
from netlog.store.connect import Book
from netlog.store.reads import cards, favors
from netlog.store.tables.cards import KeptCard
from netlog.store.writes import editing, removing
from netlog.store.writes.recording import Recording


def remove(book: Recording, going: IdsByLetter, now: str) -> None:
    """Delete all of these, at that instant; raises NothingMatches when one is gone already."""
    if going["c"]:
        _leave_groups(book, going["c"], now)
    tied = [one for id_ in going["f"] if (one := _for_a_lead(book.connection, id_, going))]
    removing.remove(book, going)
    for favor in tied:
        joining.undone(book, favor)


def _for_a_lead(connection: Book, favor_id: int, going: IdsByLetter) -> Favor | None:
    """A favor that was for a lead that stays, of somebody who does."""
    favor = favors.favor(connection, favor_id)
    if favor is None or favor.lead is None or favor.lead.id in going["l"]:
        return None
    return favor if favor.contact.id not in going["c"] else None


def _leave_groups(book: Recording, ids: Collection[int], now: str) -> None:
    """Take them off the cards of groups, but for an e-mail that somebody who stays has too."""
    there = [one for one in cards.cards(book.connection) if one.kind == "group"]
    keys = _keys(book.connection, ids) if there else set()
    for one in there:
        gone = keys.intersection(map(uids.key, asides.members(one.card)))
        if gone:
            card = asides.without(one.card, gone, now)
            editing.change(book, KeptCard, one.id, {"card": card})


def _keys(connection: Book, ids: Collection[int]) -> set[str]:
    """How a card of a group calls those people and nobody else."""
    called = [(id_, uids.key(uid)) for id_, uid in cards.uids(connection)]
    called += [(id_, f"mailto:{email.casefold()}") for id_, email in cards.emails(connection)]
    return {key for id_, key in called if id_ in ids} - {
        key for id_, key in called if id_ not in ids
    }
