"""Contacts by what their yearly days are called: beside the index, for few days have a name."""

from collections.abc import Iterator, Sequence

from netlog.folding import spellings
from netlog.records.search import Term
from netlog.store.connect import Book
from netlog.store.reads.search_match import match_people
from netlog.typed import Any

CALLED = "SELECT DISTINCT label FROM contact_date"
DATED = """
SELECT c.id, c.name, c.nickname, c.organization, c.title, c.city, c.how_met, c.notes, 0 AS rank
FROM contact c
WHERE c.id IN (SELECT contact_id FROM contact_date WHERE label = :label) AND {who}
  AND (:since IS NULL OR coalesce(c.met_on, local_day(c.created_at)) >= :since)
  AND (:until IS NULL OR coalesce(c.met_on, local_day(c.created_at)) <= :until)
ORDER BY c.name_key, c.id LIMIT :limit
"""
# Of several words some are the day's, and the others say whose.
DATED_AND = """
SELECT c.id, c.name, c.nickname, c.organization, c.title, c.city, c.how_met, c.notes, s.rank
FROM contact_search(:others, 'bm25(10, 1)') s JOIN contact c ON c.id = s.rowid
WHERE {who}
  AND c.id IN (SELECT contact_id FROM contact_date WHERE label = :label)
  AND (:since IS NULL OR coalesce(c.met_on, local_day(c.created_at)) >= :since)
  AND (:until IS NULL OR coalesce(c.met_on, local_day(c.created_at)) <= :until)
ORDER BY rank, c.id LIMIT :limit
"""


def dated(
    connection: Book, who: str, asked: dict[str, Any], terms: Sequence[Term]
) -> Iterator[Any]:
    """The rows of contacts with a day that is called by some of the terms, as an index gives them.

    asked binds limit, since and until, and what who names.
    """
    for (label,) in connection.execute(CALLED).fetchall():
        others = [term for term in terms if not _is_called(label, term)]
        if len(others) == len(terms):
            continue
        binds = {**asked, "label": label, "others": match_people(others) if others else ""}
        yield from connection.execute((DATED_AND if others else DATED).format(who=who), binds)


def _is_called(label: str, term: Term) -> bool:
    """Whether the words of the term stand side by side in the label."""
    return any(
        _stand(words, sought, begins=term.begins)
        for words in spellings(label)
        for sought in term.spellings
    )


def _stand(words: Sequence[str], sought: Sequence[str], *, begins: bool) -> bool:
    for at in range(len(words) - len(sought) + 1):
        *before, last = words[at : at + len(sought)]
        is_last = last.startswith(sought[-1]) if begins else last == sought[-1]
        if is_last and before == list(sought[:-1]):
            return True
    return False
