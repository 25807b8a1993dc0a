"""What was written out of the book, and where."""

from netlog.named import NamedTuple
from netlog.typed import Literal

CopyKind = Literal["backup", "export"]


class Copy(NamedTuple):
    """A backup, or a file or folder of people: its real path, the instant in UTC, its SHA-256.

    The SHA-256 is that of the file as it was written, None of a folder.
    """

    path: str
    at: str
    kind: CopyKind
    sha256: str | None
