"""How a format says in its table what it holds: read by its tests and by docs/formats.md."""

from netlog.named import NamedTuple


class Mapped(NamedTuple):
    """What netlog calls it, where the format keeps it (empty: nowhere), and what is lost."""

    ours: str
    theirs: str
    lost: str = ""
