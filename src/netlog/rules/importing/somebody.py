"""What tells one person of a file or of the book from another, and how two of them compare."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from netlog.folding import name_key, words
from netlog.name_keys import keyed
from netlog.named import NamedTuple
from netlog.records.contacts import NewContact, NewMethod, StoredContact
from netlog.rules import profiles, uids
from netlog.rules.duplicates import is_same_name
from netlog.rules.names import Words, are_two, bare, bare_spellings, generation, is_address
from netlog.rules.organizations import are_one
from netlog.rules.phones import whole


class Somebody(NamedTuple):
    """What tells one person from another; new ones have an id below zero.

    also are other whole names, such as former ones, and nicknamed the surname behind a nickname,
    both as folded words.
    """

    id: int
    name: str
    organization: str | None
    uids: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    also: tuple[Words, ...] = ()
    nicknamed: tuple[Words, ...] = ()


def somebody(
    id_: int, contact: NewContact | StoredContact, further: Sequence[str] = ()
) -> Somebody:
    """What tells this one from others."""
    own = (contact.uid, *further) if contact.uid else tuple(further)
    one = Somebody(id_, contact.name, contact.organization, own, ways(contact.methods))
    others = [name.value for name in contact.names]
    if not (contact.nickname or others):
        return one
    return named(one, name_key(contact.name, contact.nickname, others))


def named(one: Somebody, key: str) -> Somebody:
    """The same with the other names of a name key."""
    if key.count("\n") == 2:
        return one  # the name alone, as most have it
    said = keyed(key)
    return one._replace(also=said.also, nicknamed=said.nicknamed)


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


def is_same(one: str | None, other: str | None) -> bool:
    """Whether both know no organization, or one."""
    return one == other or bool(one and other and are_one(one, other))


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same words, fewer of them, or a shortened one.

    Neither titles nor how umlauts are written make it another name.
    """
    if one == other or "@" in one or "@" in other:
        return True
    if are_two(words(one), words(other)):
        return False
    return any(
        _may_be_one(left, right)
        for left, right in product(_bare_spellings(one), _bare_spellings(other))
    )


def _may_be_one(left: Words, right: Words) -> bool:
    if set(left) <= set(right) or set(right) <= set(left) or is_same_name(left, right):
        return True
    begins = left[0].startswith(right[0]) or right[0].startswith(left[0])
    return left[-1] == right[-1] and len(left) > 1 and len(right) > 1 and begins


def may_be_called_alike(one: Somebody, other: Somebody) -> bool:
    """Whether by any of their whole names they may be one, and not by a bare first name alone."""
    return any(
        may_be_one(mine, theirs) and not is_bare_of(mine, theirs)
        for mine, theirs in product(_whole_names(one), _whole_names(other))
    )


def _whole_names(one: Somebody) -> Iterator[str]:
    yield one.name
    yield from map(" ".join, (*one.also, *one.nicknamed))


def is_bare(name: str) -> bool:
    """Whether it is one word, a first name mostly, and could be anybody's."""
    return len(bare(words(name))) == 1 and "@" not in name


def is_bare_of(one: str, other: str) -> bool:
    """Whether one is a bare first name, and the other says more, or another."""
    return (
        (is_bare(one) or is_bare(other)) and folded(one) != folded(other) and "@" not in one + other
    )


def is_unnamed(one: Somebody, other: Somebody) -> bool:
    """Whether one of two is called by a mailbox or a number alone."""
    return is_address(one.name) != is_address(other.name)


def bears(key: str, one: str, other: str) -> bool:
    """Whether a mailbox is called as both people are, such as grace@ for two surnames of Grace."""
    if not key.startswith("email "):
        return False
    mailbox = words(key[6:].partition("@")[0])
    return bool(set(mailbox) & set(bare(words(one))) & set(bare(words(other))))


def is_spelled(key: str, one: str, other: str) -> bool:
    """Whether a mailbox is the whole name of one of two who may be one: r.weber@, ruth.weber@."""
    if not key.startswith("email "):
        return False
    mailbox = set(words(key[6:].partition("@")[0]))
    spelled = any(mailbox == set(bare(words(name))) for name in (one, other))
    return len(mailbox) > 1 and spelled and may_be_one(one, other) and not is_bare_of(one, other)


def side_by_side(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The ways of two people by what they are: e-mails, phones, profiles on one network."""
    mine, theirs = _by_kind(one), _by_kind(other)
    yield from ((mine[kind], theirs[kind]) for kind in mine.keys() & theirs.keys())


def _by_kind(several: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in several:
        kind = key.rpartition("/")[0] if key.startswith("profile") else key[:5]
        found.setdefault(kind, []).append(key)
    return found


def differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both say something, and nothing the same."""
    return bool(one and other) and not set(one) & set(other)


def differ_by_uid(one: Somebody, other: Somebody) -> bool:
    return differ([uids.key(uid) for uid in one.uids], [uids.key(uid) for uid in other.uids])


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    return " ".join(words(text)) if text else ""


@lru_cache(maxsize=10_000)
def in_order(name: str) -> str:
    return " ".join(sorted(words(name)))


def names(one: Somebody) -> Iterator[str]:
    """The whole names by which they are known for sure, each as a key: of "Dr Müller" two."""
    yield from keys(one.name)
    for other in one.also:
        yield from keys(" ".join(other))


@lru_cache(maxsize=10_000)
def keys(name: str) -> tuple[str, ...]:
    """The name without titles in each way of writing its umlauts; Jr. and Sr. are told apart."""
    number = generation(words(name))
    behind = f" {number}" if number else ""
    return tuple(sorted(f"{' '.join(said)}{behind}" for said in _bare_spellings(name)))


@lru_cache(maxsize=10_000)
def _bare_spellings(name: str) -> frozenset[Words]:
    return frozenset(bare_spellings(name))


def is_called(one: Somebody, other: Somebody) -> bool:
    """Whether the name that one of them bears is or was the other's."""
    mine, theirs = keys(one.name), keys(other.name)
    return any(name in mine for name in names(other)) or any(name in theirs for name in names(one))


def nearest(name: str, people: Sequence[Somebody]) -> list[Somebody]:
    """Those who are called just so; else but for titles and umlauts; else whoever was."""
    wanted = folded(name), set(keys(name))
    exact = [one for one in people if folded(one.name) == wanted[0]]
    in_use = [one for one in people if not wanted[1].isdisjoint(keys(one.name))]
    return exact or in_use or list(people)
