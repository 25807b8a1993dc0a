"""Backups of the book, and what bringing one back changes."""

from netlog.named import NamedTuple
from netlog.records.history import Command

# Why a backup was made, when it was asked for.
BY_HAND = "by-hand"
BEFORE_DOCTOR = "before-doctor"
# How the file of one ends that only a key opens.
ENCRYPTED = ".age"
# What is seen of one before it is brought back: as it was written, without the SHA-256 that would
# tell, other than was written, not whole, nothing that netlog makes, of a newer netlog.
WHOLE = "whole"
UNSEALED = "unsealed"
CHANGED = "changed"
DAMAGED = "damaged"
FOREIGN = "foreign"
NEWER = "newer"


class Backup(NamedTuple):
    """A copy of the book: where it is, why it was made, and its size in bytes.

    at is the UTC instant of which it is, of a file of your own that of its last change; sha256 what
    is written beside it, people how many it holds. None where that is not known. encrypted says
    that only a key opens it. state says whether it may be trusted: "whole", "unsealed" where no
    SHA-256 beside it can tell; "changed", "damaged", "foreign" or "newer" where `restore` refuses
    it.
    """

    path: str
    at: str | None
    reason: str
    size: int
    sha256: str | None
    people: int | None
    encrypted: bool = False
    state: str = WHOLE


class Held(NamedTuple):
    """How many records of a noun the book holds, and the backup; now is None where unreadable."""

    noun: str
    now: int | None
    then: int


class Restored(NamedTuple):
    """What a backup brought back, or with dry_run would.

    path is the book, source the backup, at when that was made, checked whether by its SHA-256,
    upgraded_from the version of its format where that was older. lacks is how many commands of the
    book the backup knows nothing of, last what the newest of them did; None where the book cannot
    be read. kept is where the book that was replaced is now, None where there was none.
    """

    path: str
    source: str
    at: str | None
    checked: bool
    upgraded_from: int | None
    counts: tuple[Held, ...]
    lacks: int | None
    last: Command | None
    kept: str | None
    dry_run: bool
