"""Who of a file is who in the book: by uid, e-mail, phone, profile, then name and organization.

A number or a mailbox may be a switchboard's or a couple's: whoever has it is one person only where
the names fit, and whoever they do not fit is somebody else. So the order of a file changes nothing.
A bare first name is many people's and tells nobody, not even beside a number that a longer name
has, too. Two entries of one file are one person only where nothing in them contradicts that; one
without a name is who alone has its mailbox. Of what a crowd has, a whole name alone tells who is
who: with or without titles, umlauts as one letter or two; the one in use before former ones.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from netlog.named import NamedTuple
from netlog.records.importing import By
from netlog.rules import uids
from netlog.rules.duplicates import SUBSCRIBER, is_same_phone
from netlog.rules.importing.holders import Holding, each, note, repeated
from netlog.rules.importing.somebody import (
    Somebody,
    bears,
    differ,
    differ_by_uid,
    in_order,
    is_bare,
    is_bare_of,
    is_called,
    is_same,
    is_spelled,
    is_unnamed,
    keys,
    may_be_called_alike,
    may_be_one,
    names,
    nearest,
    side_by_side,
)
from netlog.rules.names import is_address
from netlog.rules.organizations import are_one
from netlog.rules.organizations import key as company_key

WAYS: tuple[By, ...] = ("email", "phone", "profile")
MOST_RECENT = 1_000  # newcomers held as they were looked at: a crowd is compared with the same few


class Identified(NamedTuple):
    """Who it is and by what; several when it may be any of them, None when it is nobody known."""

    id: int | None
    by: By = "name"
    several: tuple[int, ...] = ()


NOBODY = Identified(None)


class Acquaintances:
    """Everybody in the book and, as they come, whoever is new in the file."""

    def __init__(self, people: Iterable[Somebody] = ()) -> None:
        self._people: dict[int, Somebody] = {}
        self._newcomer: Callable[[int], Somebody] | None = None
        self._recent: dict[int, Somebody] = {}
        self._by_uid: dict[str, int] = {}
        # By hashes: what they lead to is looked at, and there may be a million.
        self._by_way: dict[int, Holding] = {}
        self._by_name: dict[int, Holding] = {}
        self._newcomers: Sequence[Somebody] = ()
        self._shared: set[str] = set()
        self._claimed: set[int] | None = None
        for one in people:
            self.add(one)

    def add(self, one: Somebody) -> None:
        """Know somebody, or know more of somebody known."""
        before = self._people.get(one.id)
        self._recent.pop(one.id, None)
        if one.id > 0 or self._newcomer is None:
            self._people[one.id] = one
        for uid in one.uids:
            self._by_uid.setdefault(uids.key(uid), one.id)
        ways = one.ways if before is None or before.name != one.name else _new(one, before)
        for key in ways:
            note(self._by_way, hash(_looked_up(key)), one.id, self._sorted_name)
        if before is None or before[1:3] != one[1:3] or before.also != one.also:
            for name in names(one):
                note(self._by_name, hash(name), one.id, self._organization)

    def hold(self, one: Somebody) -> None:
        """Know somebody new of a file for good, when another file comes."""
        self._people[one.id], self._newcomer = one, None

    def expect(
        self, newcomers: Sequence[Somebody], newcomer: Callable[[int], Somebody] | None = None
    ) -> None:
        """Learn who all is in a file, and so which ways and which uids several of them have.

        newcomer tells who the new one of an id is, where they need not be held here.
        """
        self._newcomers, self._shared, self._claimed = newcomers, set(), None
        self._newcomer = newcomer
        self._recent.clear()
        several = repeated(map(hash, chain.from_iterable(map(_keys, newcomers))))
        if not several:
            return
        holders: dict[str, str] = {}
        # What is no name contradicts nobody's.
        for one in (one for one in newcomers if not is_address(one.name)):
            for key in _keys(one):
                if hash(key) in several:
                    first = holders.setdefault(key, one.name)
                    if first != one.name and not may_be_one(first, one.name):
                        self._shared.add(key)

    def is_shared(self, uid: str) -> bool:
        """Whether several people of the file have that uid, so that it is none."""
        return f"uid {uids.key(uid)}" in self._shared

    def person(self, id_: int) -> Somebody:
        """Somebody known, by id."""
        held = self._people.get(id_) or self._recent.get(id_)
        if held is None and self._newcomer:
            if len(self._recent) >= MOST_RECENT:
                del self._recent[next(iter(self._recent))]
            held = self._recent[id_] = self._newcomer(id_)
        return held or self._people[id_]

    def changed(self, id_: int) -> None:
        """Look anew at a newcomer of whom another thing is said now than when they came."""
        self._recent.pop(id_, None)

    def of_uid(self, uid: str) -> int | None:
        """Who has that uid."""
        return self._by_uid.get(uids.key(uid))

    def of_way(self, key: str) -> tuple[int, ...]:
        """Who can be reached that way; two of them where there are more."""
        return tuple(islice(self._holders(key), 2))

    def of_name(self, name: str) -> tuple[int, ...]:
        """Who is called that, or was; two of them where there are more."""
        held = (each(self._by_name.get(hash(key))) for key in keys(name))
        people = map(self.person, dict.fromkeys(chain.from_iterable(held)))
        bearers = [one for one in people if not set(keys(name)).isdisjoint(names(one))]
        return tuple(one.id for one in nearest(name, bearers)[:2])

    def all_of_name(self, name: str) -> Sequence[int]:
        """Everybody who is known by that key of a name, a crowd whole."""
        return tuple(each(self._by_name.get(hash(name))))

    def may_be(self, one: Somebody, id_: int) -> bool:
        """Whether they are called the same, and nothing that tells two apart says otherwise."""
        return self._is_named(one, id_) and not self._contradict(one, self.person(id_))

    def find(self, one: Somebody) -> Identified:
        """Who of those known this one of the file is."""
        for uid in one.uids:
            if (id_ := self.of_uid(uid)) is not None and not self.is_shared(uid):
                return Identified(id_, "uid")
        for kind in WAYS:
            keys = [key for key in one.ways if key.startswith(kind)]
            if keys and (id_ := self._by_ways(one, kind, keys)) is not None:
                return Identified(id_, kind)
        return self._by_name_of(one)

    def _by_ways(self, one: Somebody, kind: By, keys: Sequence[str]) -> int | None:
        """Whoever has one of these ways and a name that fits.

        Else the only one who has it, where it is a profile, or a mailbox that bears a name of both.
        """
        alone: int | None = None
        fitting: list[int] = []
        for key in keys:
            ids = list(self._holders(key, one.name))
            fitting += [id_ for id_ in ids if self._fits(one, id_, key)]
            if len(ids) == 1 and ids[0] > 0 and _looked_up(key) not in self._shared:
                alone = alone or (ids[0] if self._is_sure(one, kind, key, ids[0]) else None)
        if fitting:
            return min(fitting, key=lambda id_: (not self._is_named(one, id_), id_ < 0, abs(id_)))
        if alone is None or alone in self._claims():
            return None
        self._claims().add(alone)
        return alone

    def _is_sure(self, one: Somebody, kind: By, key: str, id_: int) -> bool:
        """Whether the only one who has that way is who is meant, though called otherwise."""
        if kind == "profile":
            return True
        other = self.person(id_)
        apart = is_bare_of(one.name, other.name) and differ_by_uid(one, other)
        return bears(key, one.name, other.name) and not apart

    def _claims(self) -> set[int]:
        """Those in the book whom an entry of the file fits: nobody of another name is them."""
        if self._claimed is None:
            self._claimed = {id_ for one in self._newcomers for id_ in self._fitted(one)}
        return self._claimed

    def _fitted(self, one: Somebody) -> Iterator[int]:
        known = map(self.of_uid, one.uids)
        yield from (id_ for id_ in known if id_ is not None)
        for key in one.ways:
            yield from (id_ for id_ in self._holders(key, one.name) if self._fits(one, id_, key))
        yield from (id_ for id_ in self._namesakes(one) if self._is_named(one, id_))

    def _namesakes(self, one: Somebody) -> Collection[int]:
        """Those of one of the names; of a crowd those of the organization, too."""
        work = company_key(one.organization or "")
        held = (each(self._by_name.get(hash(name)), work) for name in names(one))
        return dict.fromkeys(chain.from_iterable(held))

    def _sorted_name(self, id_: int) -> str:
        return in_order(self.person(id_).name)

    def _organization(self, id_: int) -> str:
        return company_key(self.person(id_).organization or "")

    def _holders(self, key: str, name: str | None = None) -> Iterator[int]:
        """Those who have that way; of a crowd, where a name is given, those of the name."""
        held = self._by_way.get(hash(_looked_up(key)))
        for id_ in each(held, None if name is None else in_order(name)):
            ways = self.person(id_).ways
            if key in ways or any(
                is_same_phone(key[6:], other[6:])
                for other in ways
                if key.startswith("phone") and other.startswith("phone")
            ):
                yield id_

    def _fits(self, one: Somebody, id_: int, key: str) -> bool:
        other = self.person(id_)
        if id_ < 0:
            same = in_order(one.name) == in_order(other.name) or is_called(one, other)
            same = same or is_spelled(key, one.name, other.name)
            same = same or (is_unnamed(one, other) and self._is_ones_alone(key))
            return same and not differ_by_uid(one, other)
        if is_unnamed(one, other):
            return is_called(one, other) or self._is_ones_alone(key)
        return may_be_called_alike(one, other)

    def _is_ones_alone(self, key: str) -> bool:
        """Whether nobody shares that way, neither of those known nor in the file."""
        return _looked_up(key) not in self._shared and len(self.of_way(key)) == 1

    def _by_name_of(self, one: Somebody) -> Identified:
        known = [self.person(id_) for id_ in self._namesakes(one) if self.may_be(one, id_)]
        same = tuple(other.id for other in nearest(one.name, known))
        if is_bare(one.name):
            return self._by_bare_name_of(one, same)
        exact = [id_ for id_ in same if is_same(one.organization, self.person(id_).organization)]
        if len(exact or same) == 1:
            return Identified((exact or same)[0], "name")
        return Identified(None, "name", same) if same and not (one.uids or one.ways) else NOBODY

    def _by_bare_name_of(self, one: Somebody, same: Sequence[int]) -> Identified:
        """By a first name and the organization; the name alone only says who it may be."""
        at_work = [id_ for id_ in same if one.organization and self.person(id_).organization]
        if len(at_work) == 1:
            return Identified(at_work[0], "name")
        return Identified(None, "name", () if one.uids or one.ways else tuple(same))

    def _is_named(self, one: Somebody, id_: int) -> bool:
        """Whether they are called the same, or one is as the other was, and work at one place.

        One of them may know no organization.
        """
        other = self.person(id_)
        if not is_called(one, other):
            return False
        if one.organization is None or other.organization is None:
            return True
        return are_one(one.organization, other.organization)

    def _contradict(self, one: Somebody, other: Somebody) -> bool:
        """Whether two of one name and organization are two all the same.

        Different profiles on a network are; different numbers or e-mails where only one has an
        organization, and in one file, where each entry is somebody.
        """
        if other.id < 0 and differ_by_uid(one, other):
            return True
        return any(
            differ(mine, theirs)
            for mine, theirs in side_by_side(one.ways, other.ways)
            if mine[0].startswith("profile")
            or other.id < 0
            or (one.organization is None) != (other.organization is None)
        )


def _new(one: Somebody, before: Somebody) -> Iterator[str]:
    known = set(before.ways)
    return (key for key in one.ways if key not in known)


def _keys(one: Somebody) -> Iterator[str]:
    """The ways and uids as they are looked up."""
    yield from map(_looked_up, one.ways)
    yield from (f"uid {uids.key(uid)}" for uid in one.uids)


def _looked_up(key: str) -> str:
    """Phones by the subscriber's number: either may lack what stands before it."""
    return f"phone {key[6:][-SUBSCRIBER:]}" if key.startswith("phone") else key
