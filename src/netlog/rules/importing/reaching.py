"""The ways to reach somebody of whom a file has some as well: all of them, the same one once."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.folding import words
from netlog.records.contacts import NewMethod
from netlog.records.importing import Update
from netlog.rules import phones
from netlog.rules.duplicates import SUBSCRIBER, is_same_phone


def joined(
    there: tuple[NewMethod, ...], new: tuple[NewMethod, ...], update: Update
) -> tuple[NewMethod, ...]:
    """All of them; the same one once, as it stands or as the file has it."""
    found = list(there)
    if not new:
        return there
    places: dict[tuple[str, str], list[int]] = {}
    for place, held in enumerate(found):
        places.setdefault(_looked_up(held), []).append(place)
    preferred = {held.kind for held in found if held.preferred}
    for method in new:
        alike = places.setdefault(_looked_up(method), [])
        at = _place_of(method, found, alike)
        has_preferred = method.kind in preferred
        if at is None:
            alike.append(len(found))
            preferred |= {method.kind} if method.preferred else set()
            found.append(method._replace(preferred=method.preferred and not has_preferred))
        elif update == "overwrite":
            label = method.label or found[at].label
            found[at] = _spelled(found[at], method)._replace(
                label=label, preferred=found[at].preferred
            )
        elif found[at].label is None and method.label:
            found[at] = found[at]._replace(label=method.label)
    return tuple(found)


def _spelled(held: NewMethod, method: NewMethod) -> NewMethod:
    """The method as the file spells it, unless that is a poorer spelling of a number."""
    is_poorer = method.kind == "phone" and phones.is_fuller(held.value, method.value)
    return held if is_poorer else method


def _looked_up(method: NewMethod) -> tuple[str, str]:
    """What two methods that are the same have in common."""
    if method.kind == "handle":
        return method.kind, ""
    return method.kind, method.normal[-SUBSCRIBER:] if method.kind == "phone" else method.normal


def _place_of(method: NewMethod, found: Sequence[NewMethod], alike: Sequence[int]) -> int | None:
    """Where it stands already: in just that form, or else as a number with less before it."""
    same = [at for at in alike if is_same(found[at], method)]
    return next((at for at in same if found[at].normal == method.normal), next(iter(same), None))


def relabelled(there: Iterable[NewMethod], new: Iterable[NewMethod]) -> Iterator[str]:
    """The kind of each way that the new ones call otherwise; a word less says no other thing."""
    labels: dict[NewMethod, list[set[str]]] = {}
    said = [method for method in new if method.label and method.kind != "handle"]
    for held in there if said else ():
        labels[held] = [_called(one) for one in said if is_same(held, one)]
    for held, theirs in labels.items():
        mine = _called(held)
        if mine and theirs and not any(mine >= called for called in theirs):
            yield held.kind


def _called(method: NewMethod) -> set[str]:
    """The words of its label; a cell phone is a mobile one."""
    said = words(method.label) if method.label else ()
    return {"mobile" if word == "cell" else word for word in said}


def lacked(there: tuple[NewMethod, ...], new: tuple[NewMethod, ...]) -> Iterator[NewMethod]:
    """The new ones that are not there in any spelling; what is preferred there stays preferred."""
    alike = _alike(there, new)
    preferring = {method.kind for method in there if method.preferred}
    for method in new:
        if method not in alike.values() and not _is_poorer(method, there):
            preferred = method.preferred and method.kind not in preferring
            yield method._replace(preferred=preferred)


def respelled(
    there: tuple[NewMethod, ...], new: tuple[NewMethod, ...]
) -> Iterator[tuple[tuple[str, str], NewMethod]]:
    """By its form, each of those there that the new ones label, or spell as a fuller number."""
    for form, same in _alike(there, new).items():
        held = next(method for method in there if (method.kind, method.normal) == form)
        is_fuller = held.kind == "phone" and phones.is_fuller(same.value, held.value)
        said = same if is_fuller else held
        better = held._replace(value=said.value, normal=said.normal, label=held.label or same.label)
        if better != held:
            yield form, better


def _alike(
    there: tuple[NewMethod, ...], new: tuple[NewMethod, ...]
) -> dict[tuple[str, str], NewMethod]:
    """By the form of each of those there, the new one that is the same.

    In just that form, or else as a number of which there is more, or less.
    """
    mine = {(method.kind, method.normal): method for method in there}
    theirs = {(method.kind, method.normal): method for method in new}
    left = [method for form, method in theirs.items() if form not in mine]
    found: dict[tuple[str, str], NewMethod] = {}
    for form, method in mine.items():
        if form in theirs:
            found[form] = theirs[form]
        elif near := next((one for one in left if is_same(method, one)), None):
            left.remove(near)
            found[form] = near
    return found


def _is_poorer(method: NewMethod, there: tuple[NewMethod, ...]) -> bool:
    """Whether it is a number that is there already, with no less of it."""
    return method.kind == "phone" and any(
        is_same(held, method) and not phones.is_fuller(method.value, held.value) for held in there
    )


def is_same(held: NewMethod, method: NewMethod) -> bool:
    """Whether both are one way, as differently as it may be written."""
    if held.kind != method.kind:
        return False
    if held.kind == "handle" and (held.value, held.label) == (method.value, method.label):
        return True
    if held.kind == "phone":
        return is_same_phone(*(phones.whole(one.normal, one.value) for one in (held, method)))
    return held.normal == method.normal


def labelled(method: NewMethod) -> str:
    """As it is told: +1 555 0100 (work)."""
    return f"{method.value} ({method.label})" if method.label else method.value
