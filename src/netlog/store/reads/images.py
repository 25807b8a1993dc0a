"""Rows as they were before and after a change: out of the packs of the journal."""

from collections import OrderedDict

from netlog.store import packs
from netlog.store.connect import Book, server
from netlog.store.packs import BothImages

NEAREST = "SELECT id FROM pack WHERE id <= :id ORDER BY id DESC LIMIT 1"
PACK = "SELECT images FROM pack WHERE id = :id"
IDS = "SELECT id FROM pack ORDER BY id"
# Where each change has a pack of its own, so that one after the other is asked together.
NEXT = "SELECT id, images FROM pack WHERE id >= :id ORDER BY id LIMIT :most"
MOST_AT_ONCE, TIMES_MORE = 512, 8
MOST_HELD = 64  # packs


class Images:
    """The images of one connection's journal; the packs looked at last are held unpacked."""

    def __init__(self, connection: Book) -> None:
        self._connection = connection
        self._held: OrderedDict[int, list[BothImages]] = OrderedDict()
        self._alone = server(connection) is not None
        self._ahead: dict[int, bytes] = {}
        self._last, self._at_once = 0, 1

    def of(self, change: int, *, was_there: int = 1, is_there: int = 1) -> BothImages:
        """What was there before the change and what is after it, which must agree with the flags.

        Raises packs.Unreadable.
        """
        if not (was_there or is_there):
            return None, None  # forgotten
        before, after = self._own(change) if self._alone else self._among(change)
        if (before is not None, after is not None) != (bool(was_there), bool(is_there)):
            raise packs.Unreadable
        return before, after

    def _among(self, change: int) -> BothImages:
        found = self._connection.execute(NEAREST, {"id": change}).fetchone()
        if found is None:
            raise packs.Unreadable
        pack = self._pack(found[0])
        if change - found[0] >= len(pack):
            raise packs.Unreadable
        both: BothImages = pack[change - found[0]]
        return both

    def _own(self, change: int) -> BothImages:
        """Out of its own pack; the more are passed, one by one, the more are asked ahead."""
        if change not in self._ahead:
            follows = change == self._last + 1
            self._at_once = min(self._at_once * TIMES_MORE, MOST_AT_ONCE) if follows else 1
            binds = {"id": change, "most": self._at_once}
            self._ahead = dict(self._connection.execute(NEXT, binds).fetchall())
        self._last = change
        pack = self._ahead.get(change)
        if pack is None:
            return self._among(change)
        return packs.unpacked(change, pack)[0]

    def _pack(self, first: int) -> list[BothImages]:
        if first not in self._held:
            (pack,) = self._connection.execute(PACK, {"id": first}).fetchone()
            self._held[first] = packs.unpacked(first, pack)
            if len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(first)
        return self._held[first]
