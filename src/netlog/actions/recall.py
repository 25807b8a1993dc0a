"""Calling people to mind: who is new becomes a person, who is there already gets a tag."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from netlog.actions import adding, who
from netlog.errors import Candidate, WouldConflict
from netlog.folding import spellings
from netlog.named import NamedTuple
from netlog.records.contacts import NewContact
from netlog.records.people import Person
from netlog.records.recall import Recalled, RecallPlace
from netlog.records.refs import ref
from netlog.rules import recall as rules
from netlog.rules import spread
from netlog.rules.derived import DEFAULT_DAYS
from netlog.rules.recall import PlaceLine
from netlog.store.config import settings
from netlog.store.reads import cadence, duplicates
from netlog.store.reads import recall as reads

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class CalledToMind(NamedTuple):
    """A name, and who it is; nobody: somebody new, though near are nearly called so."""

    name: str
    person: Person | None
    near: tuple[Candidate, ...] = ()


WhoIsIt = Callable[[CalledToMind], Person | None]


def places(connection: sqlite3.Connection) -> list[RecallPlace]:
    """Every place in the order of the walk, with how many people are known from there."""
    found = rules.places(settings().recall)
    counts = reads.known(connection, [(one.place, one.tag) for one in found])
    return [one._replace(people=n) for one, n in zip(found, counts, strict=True)]


def meant(connection: sqlite3.Connection, name: str) -> CalledToMind:
    """Who bears that name, whole: never by a part of it, and never by a guess.

    Raises SeveralMatch where several do.
    """
    typed = spellings(name)
    whole: set[int] = set()
    for words in typed:
        *_, one, other = (words[0], *sorted(words, key=len))
        near = duplicates.with_either_word(connection, one, other)
        whole.update(id_ for id_, names in near if not typed.isdisjoint(names))
    found = adding.candidates(connection, sorted(whole))
    if len(found) > 1:
        raise who.several(name, found)
    if found:
        return CalledToMind(name, Person(found[0].id or 0, found[0].ref, found[0].name))
    return CalledToMind(name, None, tuple(adding.nearly(connection, name)))


def refused(one: CalledToMind) -> WouldConflict:
    """The error for a name that somebody nearly has."""
    return WouldConflict(
        f"{one.name}: {who.listed(one.near, 'and')} may be the same person.",
        advice="recall - --force adds them all the same.",
        candidates=list(one.near),
    )


class Recalling:
    """People of one recording; judge says who somebody is who is nearly called so, if anybody."""

    def __init__(self, book: "Recording", today: date, judge: WhoIsIt) -> None:
        self._book, self._today, self._judge = book, today, judge
        self._fresh: dict[tuple[str, ...], Person] = {}

    def keep(self, line: PlaceLine) -> Recalled:
        """Store the people of a line. Raises SeveralMatch where several bear a name."""
        from netlog.store.writes import labels

        added: list[Person] = []
        known: list[Person] = []
        for name in line.names:
            person = self._known(name)
            if person is None:
                added.append(self._add(name, line))
            elif person not in (*added, *known):
                known.append(person)
        if known:
            labels.tag(self._book, [one.id for one in known], line.tag)
        return Recalled(line.place, line.circle, tuple(added), tuple(known))

    def _known(self, name: str) -> Person | None:
        """Who it is; those whom this recording has added are not found by name yet."""
        fresh = (self._fresh[words] for words in spellings(name) if words in self._fresh)
        if person := next(fresh, None):
            return person
        one = meant(self._book.connection, name)
        return one.person or (self._judge(one) if one.near else None)

    def _add(self, name: str, line: PlaceLine) -> Person:
        """Somebody new, whose first day is spread: sixty at once must not fill one morning."""
        from netlog.store.writes import contacts

        every = self._cadence(line.circle)
        new = NewContact(
            name,
            how_met=line.place,
            circles=(line.circle,) if line.circle else (),
            first_on=spread.first_on(self._today, every, name, ()) if every else None,
        )
        id_ = contacts.add(self._book, new)
        self._book.session.flush()
        person = Person(id_, ref("c", id_), name)
        self._fresh.update(dict.fromkeys(spellings(name), person))
        return person

    def _cadence(self, circle: str | None) -> int:
        """How often somebody new of that circle is to be got back to, in days; 0 for never."""
        rules_ = cadence.rules(self._book.connection)
        ruled = {(one.scope, one.label): one.cadence_days or 0 for one in rules_}
        default = ruled.get(("default", None), DEFAULT_DAYS)
        return ruled.get(("circle", circle), default) if circle else default
