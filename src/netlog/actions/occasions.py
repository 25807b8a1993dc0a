"""Occasions, by the name that was typed for one."""

from collections.abc import Sequence

from netlog import wording
from netlog.errors import Meaning, NothingMatches, SeveralMatch
from netlog.folding import fold
from netlog.records.occasions import OccasionMet
from netlog.store.connect import Book
from netlog.store.reads import occasions as reads
from netlog.wording import listed, quoted

MOST_NAMED = 5


def meant(connection: Book, typed: str) -> list[str]:
    """The occasion of that name, else those in whose names it stands, the last one first.

    Raises NothingMatches for none.
    """
    known = reads.names(connection)
    wanted = _plain(typed)
    same = [name for name in known if _plain(name) == wanted]
    within = [name for name in known if wanted and wanted in _plain(name)]
    if same or within:
        return same[:1] or within
    raise NothingMatches(f"No occasion is called {quoted(typed)}.", advice=_instead(wanted, known))


def _instead(wanted: str, known: Sequence[str]) -> str | None:
    """The occasion that may be meant, else those that there are."""
    plain = {_plain(name): name for name in reversed(known)}
    if near := wording.nearest(wanted, tuple(plain)):
        return f"Did you mean {plain[near]}?"
    there = "There is" if len(known) == 1 else "There are"
    return f"{there} {listed(known[:MOST_NAMED])}." if known else None


def several(typed: str, names: Sequence[str]) -> SeveralMatch:
    """The error for a part of the names of several occasions."""
    return SeveralMatch(
        f"{quoted(typed)} could be {listed(names, 'or')}.",
        advice="Say the whole name.",
        candidates=[Meaning(name, name) for name in names],
    )


def spelled(connection: Book, name: str) -> str:
    """A name as it is stored already, where it differs in case, accents and spaces alone."""
    same = (known for known in reads.names(connection) if is_same(known, name))
    return next(same, name)


def nearest(connection: Book, name: str) -> str | None:
    """The last occasion in whose name stands one that is new; None where it is none."""
    known = reads.names(connection)
    if any(is_same(one, name) for one in known):
        return None
    return next((one for one in known if _plain(name) in _plain(one)), None)


def is_same(one: str, other: str) -> bool:
    """Whether two names are of one occasion: case, accents and spaces say nothing."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def occasion(connection: Book, name: str) -> OccasionMet:
    """Who was met at the occasion of that name, and who waits for a word."""
    return OccasionMet(name, *reads.span(connection, name), reads.met(connection, name))
