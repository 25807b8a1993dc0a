"""A way to a person, an organization or a word: who is sought, and who leads there."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from netlog.actions import goals, standing, who
from netlog.errors import NothingMatches
from netlog.folding import searchable, spellings
from netlog.named import NamedTuple
from netlog.records.path import Hop, Path, Sought, Tied
from netlog.records.people import Person
from netlog.records.refs import parse_ref
from netlog.rules import path as rules
from netlog.rules import search
from netlog.store.config import settings
from netlog.store.reads import path as reads
from netlog.wording import quoted


class Aim(NamedTuple):
    """What is sought, in words, and everybody who is it."""

    words: str
    sought: Sequence[Sought]


def aim(connection: sqlite3.Connection, typed: str) -> Aim:
    """Whom or what was meant: a person, else an organization, else a word on anybody's card.

    Raises SeveralMatch when several people answer to it, NothingMatches when nobody is it.
    """
    names = [] if parse_ref(typed) else _organizations(connection, typed)
    found = who.find(connection, typed, nearly=False)
    is_person = found.how not in ("near", "nobody") and found.candidates
    if is_person and not (names and len(found.candidates) > 1):
        if len(found.candidates) > 1:
            raise who.several(typed, found.candidates)
        known = reads.one(connection, found.candidates[0].id or 0)
        return Aim(known.contact.name, [Sought(known, "is who you look for", 1.0)])
    if names:
        sought = list(reads.there(connection, names))
        if sought:
            return Aim(typed.strip(), sought)
    terms = search.terms(typed)
    sought = list(reads.speaking_of(connection, reads.matching(terms), quoted(typed)))
    if not sought:
        raise NothingMatches(
            f"Nobody leads to {quoted(typed)}.", advice="netlog search finds less."
        )
    return Aim(typed.strip(), sought)


def _organizations(connection: sqlite3.Connection, typed: str) -> list[str]:
    """The organizations in whose name the words stand side by side."""
    wanted = [f" {' '.join(words)} " for words in spellings(typed) if words]
    return [
        name
        for name in reads.organizations(connection)
        if any(one in f" {searchable(name)} " for one in wanted)
    ]


def paths(connection: sqlite3.Connection, sought: Aim, today: date, most: int) -> list[Path]:
    """The strongest ways, each through another first person; raises NothingMatches for none."""
    guests = settings().guests

    def ties(ids: Sequence[int], colleagues: bool) -> Iterable[Tied]:
        return reads.ties(connection, ids, guests, colleagues=colleagues)

    found = rules.ways(sought.sought, ties, today, most)
    if not found:
        raise NothingMatches(f"Nobody leads to {quoted(sought.words)}.")
    ids = list({one.known.contact.id for way in found for one in way.people})
    exchanged = reads.exchanged(connection, ids)
    return [_path(connection, way, sought.words, exchanged, today) for way in found]


def _path(
    connection: sqlite3.Connection,
    way: rules.Trail,
    words: str,
    exchanged: dict[int, tuple[int, int]],
    today: date,
) -> Path:
    people = way.people
    hops = tuple(
        Hop(
            one.known.contact,
            why,
            one.known.last_touch_on,
            *rules.exchange(exchanged, one.known.contact.id),
        )
        for one, why in zip(people, rules.whys(way, today), strict=True)
    )
    first = people[0].known.contact
    return Path(hops, people[-1].why, _opening(connection, first, words, len(people) == 1, today))


def _opening(
    connection: sqlite3.Connection, first: Person, words: str, direct: bool, today: date
) -> str:
    """How to begin with somebody: as `check` says, what is owed comes before a question."""
    look = standing.look(connection, first, today)
    name = first.name
    sought = words
    if direct and words == name:
        sought = goals.looking_for(connection, settings().looking_for) or "your work"
    return rules.opening(name, sought, direct, look.instead)
