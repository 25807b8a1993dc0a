"""What the book lost and gained by being compacted."""

from netlog.named import NamedTuple

# How far back is told and can be taken back, where nobody says otherwise.
OLDER_THAN = "1y"
KEEP = 100


class Compacted(NamedTuple):
    """commands is how many can no longer be taken back, all of them of before that day.

    size_before and size are of the book, in bytes; backup is where it is kept as it was, None where
    nothing of the journal was folded. dry_run: nothing of it has happened, and size is not known.
    """

    commands: int
    before: str
    size_before: int
    size: int | None
    backup: str | None
    dry_run: bool
