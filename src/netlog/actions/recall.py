"""Calling people to mind: who is new becomes a person, who is there already gets a tag."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from netlog.actions import adding, who
from netlog.errors import Candidate, NetlogError, WouldConflict
from netlog.folding import spellings
from netlog.named import NamedTuple
from netlog.records.contacts import NewContact, NewMethod
from netlog.records.history import COMPACT
from netlog.records.people import Person
from netlog.records.recall import AlreadyHere, Recalled, RecallPlace
from netlog.records.refs import parse_line_ref, parse_ref, ref
from netlog.rules import history as history_rules
from netlog.rules import methods, said_names, spread
from netlog.rules import recall as rules
from netlog.rules.derived import DEFAULT_DAYS
from netlog.rules.importing.somebody import may_be_one
from netlog.rules.names import bare_spellings
from netlog.rules.recall import PlaceLine
from netlog.rules.said_names import CalledAs
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import cadence, duplicates, history
from netlog.store.reads import recall as reads
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class CalledToMind(NamedTuple):
    """A name, and who it is; nobody: somebody new, though near are nearly called so.

    bearers are those who are called just so, where they are several: one of them is meant.
    """

    name: str
    person: Person | None
    near: tuple[Candidate, ...] = ()
    bearers: tuple[Candidate, ...] = ()


CalledAndKnown = tuple[CalledAs, Person]
WhoIsIt = Callable[[CalledAs, CalledToMind], Person | None]


def places(connection: Book) -> list[RecallPlace]:
    """Every place in the order of the walk, with how many people are known from there."""
    found = rules.places(settings().recall)
    counts = reads.known(connection, [(one.place, one.tag) for one in found])
    return [one._replace(people=n) for one, n in zip(found, counts, strict=True)]


def unknown(connection: Book, lines: Sequence[PlaceLine]) -> list[str]:
    """The places of those lines from which nobody is known yet, each once."""
    tags = {line.place: line.tag for line in lines}
    counts = reads.known(connection, list(tags.items()))
    return [place for place, number in zip(tags, counts, strict=True) if not number]


def taken_back(connection: Book, kept: Mapping[str, str]) -> set[str]:
    """The places of which what was kept last holds no more; kept are ids of commands, by place.

    A command that is not there was folded into what it came to, or went when an earlier book was
    brought back.
    """
    wanted, gone, folded = set(kept.values()), set(), False
    for batch, undone in history_rules.judged(history.batches(connection)) if wanted else ():
        folded = folded or batch.command == COMPACT
        if batch.id in wanted:
            wanted.discard(batch.id)
            gone |= {batch.id} if undone else set()
        if not wanted:
            break
    gone |= set() if folded else wanted
    return {place for place, id_ in kept.items() if id_ in gone}


def meant(connection: Book, name: str) -> CalledToMind:
    """Who bears that name, whole, or that ref: never by a part of it, and never by a guess."""
    typed_ref = parse_ref(name)
    known = [typed_ref.id] if typed_ref and typed_ref.letter == "c" else []
    if said := adding.candidates(connection, known):
        return CalledToMind(name, Person(said[0].id, said[0].ref, said[0].name))
    typed = spellings(name)
    whole: set[int] = set()
    for words in typed:
        *_, short, long = (words[0], *sorted(words, key=len))
        near = duplicates.with_either_word(connection, short, long)
        whole.update(id_ for id_, names in near if not typed.isdisjoint(names))
    found = adding.candidates(connection, sorted(whole))
    exact = [one for one in found if rules.as_typed(one.name) == rules.as_typed(name)]
    if len(found) > 1 and len(exact) != 1:
        return CalledToMind(name, None, bearers=tuple(found))
    for one in [*exact, *found][:1]:
        if rules.signs(name) <= rules.signs(one.name):
            return CalledToMind(name, Person(one.id, one.ref, one.name))
        return CalledToMind(name, None, (one,))
    nearly = adding.nearly(connection, name)
    # Whoever is meant by the same word, as elsewhere, is no less likely.
    also = who.find_by_name(connection, name).candidates if nearly else ()
    nearly += [one for one in also if one.id not in {each.id for each in nearly}]
    return CalledToMind(name, None, tuple(nearly))


def meant_by(connection: Book, called: CalledAs) -> CalledToMind:
    """Who that is: by the ways to reach them where the names fit, else by the name."""
    if parse_line_ref(called.name):
        return meant(connection, called.name)
    nameless = said_names.is_nameless(called.name)
    for way in (called.name,) if nameless else (one.value for one in called.methods):
        found = who.find(connection, way, nearly=False).candidates
        if len(found) == 1 and (nameless or may_be_one(called.name, found[0].name)):
            return CalledToMind(called.name, Person(found[0].id, found[0].ref, found[0].name))
    return meant(connection, called.name)


def _with_archived(connection: Book, known: list[Person]) -> tuple[AlreadyHere, ...]:
    archived = reads.archived(connection, [one.id for one in known])
    return tuple(AlreadyHere(*one, archived=one.id in archived) for one in known)


def refused(one: CalledToMind) -> NetlogError:
    """The error for a name that several have, or that somebody nearly has."""
    if one.bearers:
        return who.several(one.name, one.bearers)
    return WouldConflict(
        f"{one.name}: {who.listed(one.near, 'and')} may be the same person.",
        advice="recall - --force adds them all the same.",
        candidates=list(one.near),
    )


def turned(connection: Book, one: CalledAs, then: CalledAs) -> CalledToMind | None:
    """Who of the book two names of a line may be, if it is one: Carol Whitfield of "Whitfield,
    Carol"; None where both are people of the book themselves.
    """
    name = said_names.turned(one, then)
    if name is None:
        return None
    found = meant(connection, name)
    so_called = [one.name for one in found.bearers]
    so_called += [found.person.name] if found.person else []
    if all(bare_spellings(name).isdisjoint(bare_spellings(said)) for said in so_called):
        return None  # a nickname of two words is not turned
    both = all(meant(connection, said.name).person for said in (one, then))
    return None if both else found


def refused_turned(one: CalledAs, then: CalledAs, found: CalledToMind) -> WouldConflict:
    """The error for two names that may be one of the book, its last name first."""
    whom = f"{found.person.name} ({found.person.ref})" if found.person else found.name
    return WouldConflict(
        f"{one.typed}, {then.typed}: {whom} may be meant.",
        advice=f"Write {found.name}, or recall - --force adds both.",
    )


def refused_beside(one: CalledAs, earlier: CalledAs) -> WouldConflict:
    """The error for two names of one list that may be those of one person."""
    return WouldConflict(
        f"{earlier.typed} and {one.typed} may be the same person.",
        advice="Name one of them, or recall - --force adds both.",
    )


def _is_exactly(name: str, person: Person) -> bool:
    return rules.as_typed(name) == rules.as_typed(person.name)


class Recalling:
    """People of one recording; judge says who somebody is who is nearly called so, if anybody, and
    which of several it is.

    both: names that may be those of one or of two are those of two. taken are names that are not
    quite those of whom they were taken for.
    """

    def __init__(
        self, book: "Recording", today: date, judge: WhoIsIt, *, both: bool = False
    ) -> None:
        self._book, self._today, self._judge, self._both = book, today, judge, both
        # Who was named, letter by letter and by each way to spell it.
        self._so_called: dict[str, list[CalledAndKnown]] = {}
        self._alike: dict[tuple[str, ...], list[CalledAndKnown]] = {}
        # By each word of it.
        self._with: dict[str, list[CalledAs]] = {}
        self.taken: list[tuple[str, Person]] = []

    def keep(self, line: PlaceLine) -> Recalled:
        """Store the people of a line. Raises what judge does, and UsageMistake for one that has
        no name.
        """
        from netlog.store.writes import contacts, labels

        added: list[Person] = []
        known: list[Person] = []
        for one in line.names:
            person, note = self._known(one)
            if person is None:
                if said_names.is_nameless(one.name):
                    raise said_names.nameless(one)
                person = self._add(one, line)
                added.append(person)
            else:
                if note:
                    contacts.note(self._book, person.id, note)
                if one.methods:
                    contacts.reach(self._book, person.id, self._ways(one))
                said = [rules.as_typed(text) for text in (one.name, one.typed)]
                if rules.as_typed(person.name) not in said and person.ref not in said:
                    self.taken.append((one.name, person))
                if person not in (*added, *known):
                    known.append(person)
            self._remember(one, person)
        if known:
            labels.tag(self._book, [one.id for one in known], line.tag)
        here = _with_archived(self._book.connection, known)
        return Recalled(line.place, line.circle, tuple(added), here)

    def _remember(self, one: CalledAs, person: Person) -> None:
        self._so_called.setdefault(rules.as_typed(one.name), []).append((one, person))
        for spelled in spellings(one.name):
            self._alike.setdefault(spelled, []).append((one, person))
        for word in {word for words in bare_spellings(one.name) for word in words}:
            self._with.setdefault(word, []).append(one)

    def _known(self, one: CalledAs) -> tuple[Person | None, str | None]:
        """Who it is, and what is to be noted of them: "Bo (Mill)" may be the whole of a name.

        Those whom this recording has added are not found by name yet.
        """
        for said, person in self._so_called.get(rules.as_typed(one.name), ()):
            if rules.is_same(one, said):
                return person, one.note
        if one.note and (whole := meant(self._book.connection, one.typed).person):
            return whole, None
        found = meant_by(self._book.connection, one)
        if found.bearers:
            return self._judge(one, found), one.note
        alike = (self._alike.get(spelled, ()) for spelled in sorted(spellings(one.name)))
        others = [pair for pairs in alike for pair in pairs if rules.may_be_two(one, pair[0])]
        theirs = [person for _, person in others]
        if found.person and found.person not in theirs and _is_exactly(one.name, found.person):
            return found.person, one.note
        for earlier, _ in others[:1]:
            if not self._both:
                raise refused_beside(one, earlier)
            return None, one.note
        if found.person:
            return found.person, one.note
        if not (self._both or found.near) and (nearly := self._near(one)):
            raise refused_beside(one, nearly)
        return (self._judge(one, found) if found.near else None), one.note

    def _near(self, one: CalledAs) -> CalledAs | None:
        """Who was named in this recording and is nearly called so: at most one word is misspelt."""
        words = sorted({word for typed in bare_spellings(one.name) for word in typed})
        shared = (said for word in words for said in self._with.get(word, ()))
        return next((said for said in shared if rules.is_nearly(one, said)), None)

    def _add(self, one: CalledAs, line: PlaceLine) -> Person:
        """Somebody new, whose first day is spread: sixty at once must not fill one morning."""
        from netlog.store.writes import contacts

        every = self._cadence(line.circle)
        new = NewContact(
            one.name,
            notes=one.note,
            methods=self._ways(one),
            how_met=line.place,
            circles=(line.circle,) if line.circle else (),
            first_on=spread.first_on(self._today, every, one.name, ()) if every else None,
        )
        id_ = contacts.add(self._book, new)
        self._book.session.flush()
        return Person(id_, ref("c", id_), one.name)

    def _ways(self, one: CalledAs) -> tuple[NewMethod, ...]:
        """The ways to reach them, numbers as they are dialled from here."""
        region = settings().region
        return tuple(methods.method(way.kind, way.value, region=region) for way in one.methods)

    def _cadence(self, circle: str | None) -> int:
        """How often somebody new of that circle is to be got back to, in days; 0 for never."""
        rules_ = cadence.rules(self._book.connection)
        ruled = {(one.scope, one.label): one.cadence_days or 0 for one in rules_}
        default = ruled.get(("default", None), DEFAULT_DAYS)
        return ruled.get(("circle", circle), default) if circle else default
