"""Who of a file is who in the book: by uid, e-mail, phone, profile, then name and organization.

A number or a mailbox may be a switchboard's or a couple's: whoever has it is one person only where
the names fit, and whoever they do not fit is somebody else. So the order of a file changes nothing.
A bare first name is many people's and tells nobody. Two entries of one file are one person only
where nothing in them contradicts that. Of what a crowd has, a whole name alone tells who is who.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from netlog.folding import words
from netlog.named import NamedTuple
from netlog.records.contacts import NewContact, NewMethod, StoredContact
from netlog.records.importing import By
from netlog.rules import profiles, uids
from netlog.rules.duplicates import SUBSCRIBER, is_same_name, is_same_phone
from netlog.rules.importing.holders import Holding, each, note
from netlog.rules.organizations import are_one
from netlog.rules.organizations import key as company_key
from netlog.rules.phones import whole

WAYS: tuple[By, ...] = ("email", "phone", "profile")


class Somebody(NamedTuple):
    """What tells one person from another; new ones have an id below zero."""

    id: int
    name: str
    organization: str | None
    uids: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()


class Identified(NamedTuple):
    """Who it is and by what; several when it may be any of them, None when it is nobody known."""

    id: int | None
    by: By = "name"
    several: tuple[int, ...] = ()


NOBODY = Identified(None)


def somebody(
    id_: int, contact: NewContact | StoredContact, further: Sequence[str] = ()
) -> Somebody:
    """What tells this one from others."""
    own = (contact.uid, *further) if contact.uid else tuple(further)
    return Somebody(id_, contact.name, contact.organization, own, ways(contact.methods))


def ways(methods: Iterable[NewMethod]) -> tuple[str, ...]:
    """The ways that lead to one person: `email …`, `phone …`, `profile …`."""
    return tuple(filter(None, (way(one.kind, one.normal, one.value) for one in methods)))


def way(kind: str, normal: str, value: str = "") -> str | None:
    """A method as a way to know somebody by; None for one that is not, such as a firm's page."""
    if kind == "phone":
        return f"phone {whole(normal, value)}"
    if kind == "email":
        return f"email {normal}"
    if kind in ("url", "handle") and profiles.is_profile(normal):
        return f"profile {normal}"
    return None


class Acquaintances:
    """Everybody in the book and, as they come, whoever is new in the file."""

    def __init__(self, people: Iterable[Somebody] = ()) -> None:
        self._people: dict[int, Somebody] = {}
        self._newcomer: Callable[[int], Somebody] | None = None
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
        if one.id > 0 or self._newcomer is None:
            self._people[one.id] = one
        for uid in one.uids:
            self._by_uid.setdefault(uids.key(uid), one.id)
        ways = one.ways if before is None or before.name != one.name else _new(one, before)
        for key in ways:
            note(self._by_way, hash(_looked_up(key)), one.id, self._sorted_name)
        if before is None or before[1:3] != one[1:3]:
            note(self._by_name, hash(_folded(one.name)), one.id, self._organization)

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
        several = _several(map(hash, chain.from_iterable(map(_keys, newcomers))))
        if not several:
            return
        holders: dict[str, str] = {}
        for one in newcomers:
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
        held = self._people.get(id_)
        if held is None and self._newcomer:
            return self._newcomer(id_)
        return held or self._people[id_]

    def of_uid(self, uid: str) -> int | None:
        """Who has that uid."""
        return self._by_uid.get(uids.key(uid))

    def of_way(self, key: str) -> tuple[int, ...]:
        """Who can be reached that way; two of them where there are more."""
        return tuple(islice(self._holders(key), 2))

    def of_name(self, name: str) -> tuple[int, ...]:
        """Who is called exactly that, folded; two of them where there are more."""
        folded = _folded(name)
        held = each(self._by_name.get(hash(folded)))
        return tuple(islice((id_ for id_ in held if _folded(self.person(id_).name) == folded), 2))

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
            fitting += [id_ for id_ in ids if self._fits(one, id_)]
            if len(ids) == 1 and ids[0] > 0 and _looked_up(key) not in self._shared:
                sure = kind == "profile" or bears(key, one.name, self.person(ids[0]).name)
                alone = alone or (ids[0] if sure else None)
        if fitting:
            return min(fitting, key=lambda id_: (not self._is_named(one, id_), id_ < 0, abs(id_)))
        if alone is None or alone in self._claims():
            return None
        self._claims().add(alone)
        return alone

    def _claims(self) -> set[int]:
        """Those in the book whom an entry of the file fits: nobody of another name is them."""
        if self._claimed is None:
            self._claimed = {id_ for one in self._newcomers for id_ in self._fitted(one)}
        return self._claimed

    def _fitted(self, one: Somebody) -> Iterator[int]:
        known = map(self.of_uid, one.uids)
        yield from (id_ for id_ in known if id_ is not None)
        for key in one.ways:
            yield from (id_ for id_ in self._holders(key, one.name) if self._fits(one, id_))
        yield from (id_ for id_ in self._namesakes(one) if self._is_named(one, id_))

    def _namesakes(self, one: Somebody) -> Collection[int]:
        """Those of the name; of a crowd those of the organization, too."""
        held = self._by_name.get(hash(_folded(one.name)))
        return each(held, company_key(one.organization or ""))

    def _sorted_name(self, id_: int) -> str:
        return _sorted(self.person(id_).name)

    def _organization(self, id_: int) -> str:
        return company_key(self.person(id_).organization or "")

    def _holders(self, key: str, name: str | None = None) -> Iterator[int]:
        """Those who have that way; of a crowd, where a name is given, those of the name."""
        held = self._by_way.get(hash(_looked_up(key)))
        for id_ in each(held, None if name is None else _sorted(name)):
            ways = self.person(id_).ways
            if key in ways or any(
                is_same_phone(key[6:], other[6:])
                for other in ways
                if key.startswith("phone") and other.startswith("phone")
            ):
                yield id_

    def _fits(self, one: Somebody, id_: int) -> bool:
        other = self.person(id_)
        if id_ < 0:
            same = one.name == other.name or _sorted(one.name) == _sorted(other.name)
            return same and not _differ_by_uid(one, other)
        return may_be_one(one.name, other.name)

    def _by_name_of(self, one: Somebody) -> Identified:
        same = tuple(
            id_
            for id_ in self._namesakes(one)
            if self._is_named(one, id_) and not self._contradict(one, self.person(id_))
        )
        if is_bare(one.name):
            return self._by_bare_name_of(one, same)
        exact = [id_ for id_ in same if _is_same(one.organization, self.person(id_).organization)]
        if len(exact or same) == 1:
            return Identified((exact or same)[0], "name")
        return Identified(None, "name", same) if same and not (one.uids or one.ways) else NOBODY

    def _by_bare_name_of(self, one: Somebody, same: Sequence[int]) -> Identified:
        """By a first name and the organization; the name alone only says who it may be."""
        says_more = bool(one.uids or one.ways)
        at_work = [id_ for id_ in same if one.organization and self.person(id_).organization]
        twice = [id_ for id_ in same if id_ < 0 and not (says_more or one.organization)]
        if len(at_work or twice) == 1:
            return Identified((at_work or twice)[0], "name")
        there = tuple(id_ for id_ in same if id_ > 0)
        return Identified(None, "name", there) if there and not says_more else NOBODY

    def _is_named(self, one: Somebody, id_: int) -> bool:
        """Whether name and organization are the same, folded.

        One of them may know no organization.
        """
        other = self.person(id_)
        if _folded(one.name) != _folded(other.name):
            return False
        if one.organization is None or other.organization is None:
            return True
        return are_one(one.organization, other.organization)

    def _contradict(self, one: Somebody, other: Somebody) -> bool:
        """Whether two of one name and organization are two all the same.

        Different profiles on a network are; different numbers or e-mails where only one has an
        organization, and in one file, where each entry is somebody.
        """
        if other.id < 0 and _differ_by_uid(one, other):
            return True
        return any(
            _differ(mine, theirs)
            for mine, theirs in _side_by_side(one.ways, other.ways)
            if mine[0].startswith("profile")
            or other.id < 0
            or (one.organization is None) != (other.organization is None)
        )


def _is_same(one: str | None, other: str | None) -> bool:
    """Whether both know no organization, or one."""
    return one == other or bool(one and other and are_one(one, other))


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same words, fewer of them, or a shortened one."""
    if one == other or "@" in one or "@" in other:
        return True
    left, right = words(one), words(other)
    if set(left) <= set(right) or set(right) <= set(left) or is_same_name(left, right):
        return True
    begins = left[0].startswith(right[0]) or right[0].startswith(left[0])
    return left[-1] == right[-1] and len(left) > 1 and len(right) > 1 and begins


def is_bare(name: str) -> bool:
    """Whether it is one word, a first name mostly, and could be anybody's."""
    return len(words(name)) == 1 and "@" not in name


def bears(key: str, one: str, other: str) -> bool:
    """Whether a mailbox is called as both people are, such as grace@ for two surnames of Grace."""
    if not key.startswith("email "):
        return False
    mailbox = words(key[6:].partition("@")[0])
    return bool(set(mailbox) & set(words(one)) & set(words(other)))


def _side_by_side(
    one: Sequence[str], other: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """The ways of two people by what they are: e-mails, phones, profiles on one network."""
    mine, theirs = _by_kind(one), _by_kind(other)
    yield from ((mine[kind], theirs[kind]) for kind in mine.keys() & theirs.keys())


def _by_kind(several: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in several:
        kind = key.rpartition("/")[0] if key.startswith("profile") else key[:5]
        found.setdefault(kind, []).append(key)
    return found


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both say something, and nothing the same."""
    return bool(one and other) and not set(one) & set(other)


def _differ_by_uid(one: Somebody, other: Somebody) -> bool:
    return _differ([uids.key(uid) for uid in one.uids], [uids.key(uid) for uid in other.uids])


def _new(one: Somebody, before: Somebody) -> Iterator[str]:
    known = set(before.ways)
    return (key for key in one.ways if key not in known)


def _keys(one: Somebody) -> Iterator[str]:
    """The ways and uids as they are looked up."""
    yield from map(_looked_up, one.ways)
    yield from (f"uid {uids.key(uid)}" for uid in one.uids)


def _several(said: Iterable[int]) -> set[int]:
    """What is said more than once."""
    once: set[int] = set()
    more: set[int] = set()
    for one in said:
        (more if one in once else once).add(one)
    return more


def _looked_up(key: str) -> str:
    """Phones by the subscriber's number: either may lack what stands before it."""
    return f"phone {key[6:][-SUBSCRIBER:]}" if key.startswith("phone") else key


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return " ".join(words(text)) if text else ""


@lru_cache(maxsize=10_000)
def _sorted(name: str) -> str:
    return " ".join(sorted(words(name)))
