"""What the journal says of a command, with its digest, and a value of it that was another."""

from netlog.named import NamedTuple

Octets = bytes | int | None

OF_BATCH = ("id", "uid", "at", "command", "undoes", "source_id", "turned", "first", "last")
OF_CHANGE = ("id", "batch_id", "table_name", "row_id", "was_there", "is_there", "contact_id")
MOST_ROWS = 20_000  # of a command, some seconds


class Doubted(NamedTuple):
    """What the journal says of a command: its values and those of rows in its range, and digest.

    The values stand in the order of OF_BATCH and OF_CHANGE, texts as octets.
    """

    batch: tuple[Octets, ...]
    changes: tuple[tuple[Octets, ...], ...]
    digest: int


class Flipped(NamedTuple):
    """A value of the journal that is not as written, and what it was."""

    table: str
    id: int
    column: str
    value: Octets
