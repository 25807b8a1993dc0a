"""Who holds a way or a name: mostly one, sometimes a few, and of a switchboard a crowd.

A crowd is parted, so that whoever comes is looked for among few: a large file stays linear.
"""

from collections.abc import Callable, Collection, Iterable

MOST_HOLDERS = 50  # who are looked at one by one


class Crowd:
    """More than can be looked at one by one: parted by what else is known of them."""

    def __init__(self, ids: Iterable[int], part: Callable[[int], str]) -> None:
        self.part = part
        self.ids: dict[int, None] = {}
        self.parts: dict[str, list[int]] = {}
        for id_ in ids:
            self.add(id_)

    def add(self, id_: int) -> None:
        self.ids[id_] = None
        few = self.parts.setdefault(self.part(id_), [])
        if len(few) < MOST_HOLDERS and id_ not in few:
            few.append(id_)


Holding = int | list[int] | Crowd


def note(index: dict[int, Holding], key: int, id_: int, part: Callable[[int], str]) -> None:
    """A list only where several share a key: most do not, and there are many."""
    held = index.get(key)
    if held is None:
        index[key] = id_
    elif isinstance(held, int):
        if held != id_:
            index[key] = [held, id_]
    elif isinstance(held, Crowd):
        held.add(id_)
    elif id_ not in held:
        held.append(id_)
        if len(held) > MOST_HOLDERS:
            index[key] = Crowd(held, part)


def each(held: Holding | None, part: str | None = None) -> Collection[int]:
    """The ids that are held; of a crowd those of that part, or, without one, all."""
    if held is None:
        return ()
    if isinstance(held, Crowd):
        return held.ids if part is None else held.parts.get(part, ())
    return [held] if isinstance(held, int) else held


def repeated(said: Iterable[int]) -> set[int]:
    """What is said more than once."""
    once: set[int] = set()
    more: set[int] = set()
    for one in said:
        (more if one in once else once).add(one)
    return more
