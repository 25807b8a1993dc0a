"""A command on its way into the journal: itself once, its rows, and their images in packs."""

from collections.abc import Iterable, Iterator
from itertools import islice

from netlog.named import NamedTuple
from netlog.records.history import Batch, Change, Image
from netlog.store import digests, packs
from netlog.store.connect import Book, server
from netlog.store.reads import history

AT_ONCE = 2_048  # rows
# The number of the next command, and the last change of the newest that has rows of its own.
NEXT = """
SELECT coalesce(max(id), 0) + 1,
       coalesce((SELECT last FROM batch WHERE source_id = id ORDER BY id DESC LIMIT 1), 0)
FROM batch
"""
BEGIN = """
INSERT INTO batch (id, uid, at, command, undoes, source_id, turned, first, last)
VALUES (:id, :uid, :at, :command, :undoes, :source, :turned, :first, :last)
"""
COLUMNS = "id, batch_id, table_name, row_id, was_there, is_there, contact_id"
CHANGE = f"""
INSERT INTO change ({COLUMNS}) VALUES (:id, :batch, :table, :row, :was, :is, :contact)
"""
PACK = "INSERT INTO pack (id, images) VALUES (:id, :images)"


class Journaled(NamedTuple):
    """What happened to one row, as it is journaled."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None


class Packing:
    """One command's rows; nothing is journaled before the first of them."""

    def __init__(
        self, connection: Book, command: str, at: str, uid: str, undoes: str | None
    ) -> None:
        self._connection = connection
        self._command, self._at = command, at
        self.uid = uid
        self._undoes = undoes
        self._number = 0
        self._last = 0
        self._sum = 0  # of the rows

    def add(self, entries: Iterable[Journaled]) -> None:
        """Journal these, in their order."""
        rest = iter(entries)
        while some := list(islice(rest, AT_ONCE)):
            self._add(some)

    def added(self, table: str, columns: list[str], least: int, number: int) -> None:
        """Journal all rows of the table from the lowest id on, so many, as added by SQL.

        SQLite writes the images, many times as fast as Python.
        """
        first = self._begun()
        whose = "contact_id" if "contact_id" in columns else "NULL"
        self._connection.execute(
            f"INSERT INTO change ({COLUMNS}) "
            f"SELECT :before + row_number() OVER (ORDER BY id), :batch, '{table}', id, 0, 1, "
            f"{whose} FROM {table} WHERE id >= :least ORDER BY id",
            {"before": first - 1, "batch": self._number, "least": least},
        )
        json_object = "json_build_object" if server(self._connection) else "json_object"
        image = ", ".join(f"'{name}', \"{name}\"" for name in columns)
        rows = self._connection.execute(
            f"SELECT CAST({json_object}({image}) AS TEXT) FROM {table} "
            "WHERE id >= :least ORDER BY id",
            {"least": least},
        )
        self._pack(first, ((None, after) for (after,) in rows))
        self._end(number)

    def refer(self, batch: Batch) -> None:
        """Journal that this command took all of that one back; its rows are not written again."""
        number, _ = self._next()
        self._insert(number, (batch.source, int(not batch.turned), batch.first, batch.last))
        self._seal(number, batch.last)

    @property
    def is_begun(self) -> bool:
        """Whether anything of it is in the journal."""
        return self._number > 0

    def changes(self) -> Iterator[Change]:
        """What the journal knows of this command now, one by one."""
        return history.passing(self._connection, history.batch(self._connection, self.uid))

    def _insert(self, number: int, rows: tuple[int, int, int, int]) -> None:
        """rows: whose, whether turned, the first and the last of them."""
        values = {"id": number, "uid": self.uid, "at": self._at, "command": self._command}
        source, turned, first, last = rows
        of_rows = {"source": source, "turned": turned, "first": first, "last": last}
        self._connection.execute(BEGIN, {**values, "undoes": self._undoes, **of_rows})

    def _next(self) -> tuple[int, int]:
        number, last = self._connection.execute(NEXT).fetchone()
        return number, last

    def _begun(self) -> int:
        """The id of the command's next change; it stands in the journal from here on."""
        if not self._number:
            self._number, self._last = self._next()
            self._insert(self._number, (self._number, 0, self._last + 1, self._last))
        return self._last + 1

    def _add(self, some: list[Journaled]) -> None:
        first = self._begun()
        rows = [
            {
                "id": id_,
                "batch": self._number,
                "table": one.table,
                "row": one.row_id,
                "was": int(one.before is not None),
                "is": int(one.after is not None),
                "contact": (one.after or one.before or {}).get("contact_id"),
            }
            for id_, one in enumerate(some, first)
        ]
        self._connection.executemany(CHANGE, rows)
        self._pack(first, ((packs.dumped(one.before), packs.dumped(one.after)) for one in some))
        self._end(len(some))

    def _pack(self, first: int, images: Iterable[tuple[str | None, str | None]]) -> None:
        if elsewhere := server(self._connection):
            # Each alone: who sees one of a command's rows may not see the others.
            apart = packs.packed(first, images, rows=1)
            elsewhere.copy("pack", ("id", "images"), apart)
            return
        found = packs.packed(first, images)
        self._connection.executemany(PACK, ({"id": id_, "images": one} for id_, one in found))

    def _end(self, number: int) -> None:
        between = {"first": self._last + 1, "last": self._last + number, "id": self._number}
        (added,) = self._connection.execute(digests.OF_CHANGES, between).fetchone()
        self._last += number
        self._sum += added
        self._seal(self._number, self._last)

    def _seal(self, number: int, last: int) -> None:
        values = {"id": number, "last": last, "sum": self._sum}
        self._connection.execute(digests.SEAL, values)
