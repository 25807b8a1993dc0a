"""What PostgreSQL reports, told as errors a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from netlog.errors import DamagedFile, FileTrouble, NetlogError, Refused, Saved, UsageMistake
from netlog.store.failures import contradicted
from netlog.store.packs import Unreadable
from netlog.store.postgres.address import EXAMPLE, driver, said
from netlog.typed import Any

BUSY = "55P03"
NO_TABLE = "42P01"
NOT_ALLOWED = "42501"
# What is said of rows that one may see, or may not, and of which one may write none.
OF_ALL = "netlog: of the office"
OF_ANOTHER = ("netlog: of another", "row-level security")
# By the beginning of the code that PostgreSQL has for it.
_SENTENCES = (
    (BUSY, "Another person is writing in {book}.", "Try again in a while."),
    ("25006", "The server lets {book} be read, and nothing be written.", None),
    ("28", "The server does not let you into {book}.", "Check the user, and ~/.pgpass."),
    ("3D000", "There is no database {book}.", "Whoever keeps the server makes one: createdb."),
    ("40", "Another person wrote in {book} at the same time.", "Run the command again."),
    (NOT_ALLOWED, "You may not do that in {book}.", "Ask whoever keeps it."),
    ("53100", "The disk of the server is full: no space is left for {book}.", None),
    ("53", "The server of {book} has no room for one more.", "Try again in a while."),
    ("57", "The server ended what was asked of {book}.", "Try again in a while."),
)


@contextmanager
def told(address: str, *, saved: Saved | None = None) -> Iterator[None]:
    """Within, what the driver raises becomes an error of ours, itself or out of SQLAlchemy's."""
    psycopg2 = driver()
    try:
        yield
    except Unreadable:
        raise DamagedFile(
            f"The journal of {said(address)} is not as it was written.", saved=saved
        ) from None
    except psycopg2.Error as error:
        raise from_postgres(error, address, saved=saved) from None
    except Exception as error:
        inside = getattr(error, "orig", None)
        if not isinstance(inside, psycopg2.Error):
            raise
        raise from_postgres(inside, address, saved=saved) from None


def from_postgres(error: Any, address: str, *, saved: Saved | None = None) -> NetlogError:
    """The error to raise for what the driver reported about the book at the address."""
    code, book = error.pgcode or _code(error), said(address)
    if code.startswith("23"):
        return contradicted(saved)
    if code == NOT_ALLOWED and OF_ALL in str(error):
        return Refused(
            "How often to be in touch by itself is said by who keeps the office.",
            advice="Say it of somebody: netlog every grace 2w",
            saved=saved,
        )
    if code == NOT_ALLOWED and any(one in str(error) for one in OF_ANOTHER):
        return Refused(
            "That is another person's, and yours to look at.",
            advice="Ask whose it is, or who keeps the office.",
            saved=saved,
        )
    for prefix, sentence, advice in _SENTENCES:
        if code.startswith(prefix):
            return FileTrouble(sentence.format(book=book), advice=advice, saved=saved)
    if isinstance(error, driver().ProgrammingError) and not code:
        return UsageMistake(f"The address of {book} cannot be read.", advice=f"As in {EXAMPLE}.")
    if not code:
        return FileTrouble(
            f"The server of {book} cannot be reached.",
            advice="Check the address, and whether the server runs.",
            saved=saved,
        )
    return FileTrouble(f"The book {book} could not be used ({code}).", saved=saved)


def _code(error: Any) -> str:
    """The code of an error that came before the driver knew of codes: as it was connecting."""
    text = str(error)
    if "does not exist" in text and "database" in text:
        return "3D000"
    refused = ("authentication failed", "no password supplied", "no pg_hba.conf entry")
    if any(one in text for one in (*refused, 'role "')):
        return "28000"
    return "53300" if "too many clients" in text or "remaining connection slots" in text else ""
