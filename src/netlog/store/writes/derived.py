"""The one place where derived columns are recomputed, for the contacts a write touched."""

from collections.abc import Callable, Iterable

from netlog.records.cadence import ContactFacts, Derived
from netlog.store.connect import Book, together
from netlog.store.reads.cadence import facts

# Past this many, one pass over all facts is cheaper than a look at each contact.
FEW = 500

# Since which version of the schema the derived columns are judged as they are now: whoever judges
# them otherwise raises it, with a step of the schema.
SINCE = 27

# A row that is as it should be is not written.
SET_DERIVED = """
UPDATE contact
SET name_key = :name_key, birthday_key = :birthday_key, every_days = :every_days,
    every_from = :every_from, last_touch_on = :last_touch_on, next_due_on = :next_due_on
WHERE id = :id
  AND (name_key, birthday_key, every_days, every_from, last_touch_on, next_due_on)
      IS NOT (:name_key, :birthday_key, :every_days, :every_from, :last_touch_on, :next_due_on)
"""


def renew(connection: Book, found: int, judge: Callable[[ContactFacts], Derived]) -> None:
    """Judge all derived columns of a file that was of that version, where it judged otherwise."""
    if found < SINCE:
        recompute(connection, None, judge)


def recompute(
    connection: Book,
    touched: set[int] | None,
    judge: Callable[[ContactFacts], Derived],
) -> None:
    """Make the derived columns of these contacts (None: of all) what judge says they are."""
    connection.executemany(
        SET_DERIVED,
        ({"id": known.id, **judge(known)._asdict()} for known in _facts(connection, touched)),
    )


def _facts(connection: Book, touched: set[int] | None) -> Iterable[ContactFacts]:
    if touched is None or len(touched) > FEW:
        return [known for known in facts(connection) if touched is None or known.id in touched]
    return together(
        connection, lambda book: [known for one in sorted(touched) for known in facts(book, one)]
    )
