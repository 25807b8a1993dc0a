"""Everything netlog can refuse or fail at, each with its exit status and its name in JSON.

Nothing is printed here: `cli` alone turns these into a sentence and a status.
"""

from collections.abc import Iterator, Sequence

from netlog.contexts import contextmanager
from netlog.named import NamedTuple
from netlog.typed import Any, Literal, Self

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


class Whereabouts(NamedTuple):
    """Where a mistake stands in a document: what its key was given, or one value of several.

    nth counts those from 0 on; None where there is one.
    """

    key: str
    value: str
    nth: int | None = None


class NetlogError(Exception):
    """Refused or failed, in three parts that `cli` alone puts together.

    message is what happened, in whole sentences; advice is what to do about it, if anything. saved
    is what became of a write: None as long as none was tried. afterwards says that in words, where
    the plain ones would not do. place is where it stands in the document that was read.
    """

    status = 1
    code = "refused"

    def __init__(
        self,
        message: str,
        *,
        advice: str | None = None,
        saved: Saved | None = None,
        afterwards: str | None = None,
        candidates: Sequence[Meant] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.saved = saved
        self.afterwards = afterwards
        self.candidates = tuple(candidates)
        self.place: Whereabouts | None = None

    def also(
        self,
        advice: str | None = None,
        *,
        saved: Saved | None = None,
        afterwards: str | None = None,
    ) -> Self:
        """The same error with more advice, or with what is known of a write."""
        made = type(self)(
            self.message,
            advice=" ".join(filter(None, (self.advice, advice))) or None,
            saved=self.saved if saved is None else saved,
            afterwards=afterwards or self.afterwards,
            candidates=self.candidates,
        )
        made.place = self.place
        return made

    def at(self, key: str, value: Any, nth: int | None = None) -> Self:
        """The same error, placed there unless it has a nearer place already."""
        if self.place is None:
            is_text = value is not None and not isinstance(value, (dict, list))
            self.place = Whereabouts(key, str(value) if is_text else "", nth)
        elif self.place.nth is None:
            self.place = self.place._replace(nth=nth)
        return self


@contextmanager
def placed(key: str, value: Any, nth: int | None = None) -> Iterator[None]:
    """What is raised within is about the value of that key."""
    try:
        yield
    except NetlogError as error:
        error.at(key, value, nth)
        raise


class ErrorObject(NamedTuple):
    """An error as JSON: message is the whole of it, advice its last part, if there is one.

    candidates are the people one has to choose from, if any.
    """

    code: str
    message: str
    advice: str | None
    saved: Saved
    candidates: tuple[Meant, ...]


class ErrorReport(NamedTuple):
    """What --json prints on stderr when a command fails."""

    error: ErrorObject


class Refused(NetlogError):
    """Understood, and against the rules."""


class StillToCome(Refused):
    """What is said to have happened has a day that is nowhere yet."""


class NothingDone(Refused):
    """There are not so many commands to take back, or to bring back."""


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


class Interrupted(NetlogError):
    """Ctrl-C at a question."""

    status = 130
    code = "interrupted"


class ReaderGone(NetlogError):
    """Nobody reads the output any more; that is nobody's mistake and nothing is said."""

    status = 141
    code = "broken_pipe"


class DamagedFile(NetlogError):
    """The file is damaged, another program's, or a newer netlog's."""

    status = 7
    code = "damaged"
