"""What goes when something is removed."""

from netlog.named import NamedTuple

# The ids of everything that is removed, by letter: what was named and what hangs on it.
IdsByLetter = dict[str, frozenset[int]]


class Gone(NamedTuple):
    """Something that was named to be removed."""

    ref: str
    name: str


class Removed(NamedTuple):
    """What was named and is gone, refs of what went with it, and the backup made before it.

    dry_run is whether it would be so, and is not.
    """

    removed: tuple[Gone, ...]
    also: tuple[str, ...]
    backup: str | None
    dry_run: bool = False
