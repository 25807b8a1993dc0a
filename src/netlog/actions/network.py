"""The network as it stands: who led to whom, and whom you brought together."""

from netlog.records.network import Network
from netlog.records.people import Person
from netlog.rules import network as rules
from netlog.store.connect import Book
from netlog.store.reads import network as reads


def network(connection: Book, whom: Person | None = None) -> Network:
    """Everybody who was led to you or led you to others; of one person, their part of it."""
    return rules.network(
        reads.links(connection), reads.thanks(connection), reads.together(connection), whom
    )
