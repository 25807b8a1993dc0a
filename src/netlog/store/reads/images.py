"""Rows as they were before and after a change: out of the packs of the journal."""

from collections import OrderedDict

from netlog.store import packs
from netlog.store.connect import Book
from netlog.store.packs import BothImages

NEAREST = "SELECT id FROM pack WHERE id <= :id ORDER BY id DESC LIMIT 1"
PACK = "SELECT images FROM pack WHERE id = :id"
IDS = "SELECT id FROM pack ORDER BY id"
MOST_HELD = 64  # packs


class Images:
    """The images of one connection's journal; the packs looked at last are held unpacked."""

    def __init__(self, connection: Book) -> None:
        self._connection = connection
        self._held: OrderedDict[int, list[BothImages]] = OrderedDict()

    def of(self, change: int, *, was_there: int = 1, is_there: int = 1) -> BothImages:
        """What was there before the change and what is after it, which must agree with the flags.

        Raises packs.Unreadable.
        """
        if not (was_there or is_there):
            return None, None  # forgotten
        found = self._connection.execute(NEAREST, {"id": change}).fetchone()
        if found is None:
            raise packs.Unreadable
        pack = self._pack(found[0])
        if change - found[0] >= len(pack):
            raise packs.Unreadable
        before, after = pack[change - found[0]]
        if (before is not None, after is not None) != (bool(was_there), bool(is_there)):
            raise packs.Unreadable
        return before, after

    def _pack(self, first: int) -> list[BothImages]:
        if first not in self._held:
            (pack,) = self._connection.execute(PACK, {"id": first}).fetchone()
            self._held[first] = packs.unpacked(first, pack)
            if len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(first)
        return self._held[first]
