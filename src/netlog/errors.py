"""Everything netlog can refuse or fail at, each with its exit status and its name in JSON.

Nothing is printed here: `cli` alone turns these into a sentence and a status.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Saved = bool | Literal["unknown"]


class Candidate(NamedTuple):
    """One of the people or records that could be meant."""

    id: int
    ref: str
    name: str
    organization: str | None = None


class Meaning(NamedTuple):
    """Another thing that a word could mean, such as a kind of meeting; ref is what says so."""

    ref: str
    name: str
    id: None = None
    organization: None = None


Meant = Candidate | Meaning


class NetlogError(Exception):
    """Refused or failed; the message is one whole sentence for a person."""

    status = 1
    code = "refused"

    def __init__(
        self, message: str, *, saved: Saved = False, candidates: Sequence[Meant] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.saved: Saved = saved
        self.candidates = tuple(candidates)

    @property
    def told(self) -> str:
        """The message, which always says whether anything was saved."""
        unsaid = self.saved is False and "Nothing was" not in self.message
        return f"{self.message} Nothing was changed." if unsaid else self.message


class ErrorObject(NamedTuple):
    """An error as JSON: candidates are the people one has to choose from, if any."""

    code: str
    message: str
    saved: Saved
    candidates: tuple[Meant, ...]


class ErrorReport(NamedTuple):
    """What --json prints on stderr when a command fails."""

    error: ErrorObject


class Refused(NetlogError):
    """Understood, and against the rules."""


class UsageMistake(NetlogError):
    """An option or argument that cannot be read."""

    status = 2
    code = "usage"


class NothingMatches(NetlogError):
    """Nobody, or nothing, is called that; candidates are the nearest names."""

    status = 3
    code = "no_match"


class SeveralMatch(NetlogError):
    """More than one person could be meant."""

    status = 4
    code = "several_match"


class WouldConflict(NetlogError):
    """Saving would double or contradict what is there."""

    status = 5
    code = "conflict"


class FileTrouble(NetlogError):
    """The file cannot be read or written: disk full, permission, busy."""

    status = 6
    code = "file"


class ReaderGone(NetlogError):
    """Nobody reads the output any more; that is nobody's mistake and nothing is said."""

    status = 141
    code = "broken_pipe"


class DamagedFile(NetlogError):
    """The file is damaged, another program's, or a newer netlog's."""

    status = 7
    code = "damaged"
