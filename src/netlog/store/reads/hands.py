"""Whose hands were at it: who gave the commands of a book on a server; a file is one's own."""

from collections.abc import Iterable

from netlog.records.history import Hands
from netlog.records.refs import NOUNS, Ref
from netlog.store.connect import Book, listed, server
from netlog.store.reads.history import WHO

HANDS = f"""
SELECT c.row_id, {WHO} FROM change c JOIN batch b ON b.source_id = c.batch_id
WHERE c.table_name = :table AND c.row_id IN ({{ids}}) ORDER BY b.id
"""
NOBODY = Hands()


def whose(connection: Book) -> str | None:
    """As whom the server knows whoever reads; None where the book is a file, and one person's."""
    elsewhere = server(connection)
    return elsewhere.whoever() if elsewhere else None


def keeps(connection: Book) -> bool:
    """Whether whoever reads keeps the book, and may take back what others did."""
    elsewhere = server(connection)
    return elsewhere is None or elsewhere.keeps()


def of(connection: Book, refs: Iterable[Ref]) -> dict[Ref, Hands]:
    """Who added these records, and who changed them last; nothing of a file."""
    found: dict[Ref, Hands] = {}
    if server(connection) is None:
        return found
    asked = [*refs]
    for letter in {ref.letter for ref in asked}:
        ids, binds = listed({ref.id for ref in asked if ref.letter == letter})
        table = {"table": NOUNS[letter].table}
        for row_id, who in connection.execute(HANDS.format(ids=ids), {**binds, **table}):
            ref = Ref(letter, row_id)
            found[ref] = found.get(ref, Hands(who))._replace(changed_by=who)
    return found
