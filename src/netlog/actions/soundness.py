"""Whether the journal is as written, before anything writes it anew: a flipped bit stays found."""

from datetime import date

from netlog import clock
from netlog.errors import DamagedFile
from netlog.store import digests
from netlog.store.connect import Book, of_file
from netlog.store.reads import doctor as reads


def check_journal(connection: Book) -> None:
    """Raise DamagedFile where the journal contradicts itself, or cannot be read whole."""
    digests.know(of_file(connection))
    at = reads.contradicted(connection)
    if at is None:
        at = next(reads.unreadable(connection), None)
    if at is not None:
        raise DamagedFile(
            f"The journal is not as written{of_changes(at)}, and would be written anew.",
            advice="netlog doctor says what helps.",
        )


def of_changes(at: str) -> str:
    """Of which day's changes that is; nothing where their instant is none."""
    day = day_of(at)
    return f" in what it says of changes of {day}" if day else ""


def day_of(at: str) -> date | None:
    """The day of an instant; None of one that a flipped bit has made none."""
    try:
        return clock.day_of(at)
    except ValueError:
        return None
