"""Where and how to print: the streams, the mode, the width, colour or none."""

import os
import sys

from netlog.errors import FileTrouble, ReaderGone
from netlog.named import NamedTuple
from netlog.typed import BinaryIO, Literal

NARROWEST_HELP, WIDEST_HELP = 30, 80
ROOMY, CRAMPED = 100, 60
# Wider than any terminal, and too narrow to say anything in; COLUMNS may say anything. As wide as
# the widest is a pipe in colour, which has no right edge.
WIDEST = 1000
NARROWEST = 12

Mode = Literal["json", "plain", "rich"]
Room = Literal["wide", "medium", "narrow"]


class Output(NamedTuple):
    """How this run prints; width is in terminal cells, 0 of a pipe that may be as wide as it is.

    paged is whether what is longer than the terminal goes through a pager; rehearsing, whether what
    is confirmed has not happened. db is the book that --db named: commands to type name it as well.
    absent is whether a book was named that is not there, which says it all.
    """

    mode: Mode
    width: int
    colour: bool
    paged: bool = False
    rehearsing: bool = False
    db: str | None = None
    absent: bool = False

    @property
    def room(self) -> Room:
        """How much may stand side by side; a pipe has all the room it wants."""
        if not self.width or self.width >= ROOMY:
            return "wide"
        return "medium" if self.width >= CRAMPED else "narrow"


def choose(json: bool, *, pager: bool = True) -> Output:
    """JSON when asked for, Rich on a terminal that can show it, plain lines everywhere else.

    pager is whether one is wanted.
    """
    if json:
        return Output("json", 0, False)
    forced = bool(os.environ.get("FORCE_COLOR"))
    seen = is_terminal(sys.stdout)
    capable = seen and os.environ.get("TERM") != "dumb"
    # In a pipe there is no width to wrap to, unless somebody says so.
    bounded = seen or os.environ.get("COLUMNS")
    if not (capable or forced):
        return Output("plain", _width() if bounded else 0, False)
    width = _width() if bounded else WIDEST
    return Output("rich", width, not os.environ.get("NO_COLOR"), paged=capable and pager)


def is_terminal(stream: object) -> bool:
    """Whether somebody may be sitting at it."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and not getattr(stream, "closed", False) and isatty())


def room_of(stream: object) -> int:
    """How many cells a line of the terminal has that it goes to; 0 where it goes elsewhere."""
    if not is_terminal(stream):
        return 0
    if os.environ.get("COLUMNS"):
        return _width()
    try:
        return min(os.get_terminal_size(stream.fileno()).columns, WIDEST)  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return 0


def can_ask() -> bool:
    """Whether a question would be seen and answered."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def read() -> bytes:
    """All of standard input; on a terminal, up to the end of file that Ctrl-D types."""
    try:
        return sys.stdin.buffer.read()
    except (OSError, ValueError, AttributeError):
        return b""


def prepare_streams() -> None:
    """UTF-8 on both streams, whatever the locale says, and nothing left to open on fd 0 to 2.

    A file opened on a closed standard descriptor would receive our own messages.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Print to stdout at once, so that a full disk or a closed pipe is known here.

    Raises ReaderGone when nobody reads any more, FileTrouble when stdout cannot take it.
    """
    if sys.stdout is None or sys.stdout.closed:
        raise FileTrouble("The output cannot be written: stdout is closed.")
    try:
        _write_whole(text.encode("utf-8", "backslashreplace"))
    except BrokenPipeError:
        raise ReaderGone("The reader has gone.") from None
    except OSError as error:
        raise unwritable(error) from None


def copy(file: BinaryIO) -> None:
    """Print a file to stdout byte by byte as it is. Raises as `write` does."""
    if sys.stdout is None or sys.stdout.closed:
        raise FileTrouble("The output cannot be written: stdout is closed.")
    try:
        while data := file.read(1 << 20):
            _write_whole(data)
    except BrokenPipeError:
        raise ReaderGone("The reader has gone.") from None
    except OSError as error:
        raise unwritable(error) from None


def fits(text: str) -> bool:
    """Whether the terminal shows it whole, with a line left for the prompt."""
    import shutil

    return text.count("\n") < shutil.get_terminal_size().lines


def page(text: str) -> None:
    """Print to stdout; what is longer than the terminal goes through the user's pager.

    NETLOG_PAGER, else PAGER, else less; an empty one or `cat` is none. Raises as `write` does.
    """
    import shlex

    command = os.environ.get("NETLOG_PAGER", os.environ.get("PAGER", "less"))
    if fits(text) or not is_terminal(sys.stdout) or command.strip() in ("", "cat"):
        write(text)
        return
    try:
        _through(shlex.split(command), text)
    except (OSError, ValueError):
        write(text)  # there is no such pager


def _through(pager: list[str], text: str) -> None:
    """Hand the text to the pager; raises OSError when it cannot be started."""
    import subprocess

    # As git does: quit when it fits, show colours, leave the screen as it was.
    environment = {"LESS": "FRX", **os.environ}
    process = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)
    while True:
        try:
            process.communicate(text.encode("utf-8", "backslashreplace"))
        except KeyboardInterrupt:
            continue  # that is the pager's to understand
        break


def _write_whole(data: bytes) -> None:
    """Unbuffered, as with PYTHONUNBUFFERED, a write may take a part only and say nothing."""
    sys.stdout.flush()
    while data:
        data = data[sys.stdout.buffer.write(data) :]
    sys.stdout.buffer.flush()


def unwritable(error: OSError) -> FileTrouble:
    """The error to raise when stdout does not take what is printed."""
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return FileTrouble(f"The output cannot be written: {reason}.")


def hint(text: str) -> None:
    """Print to stderr, as far as it goes: what is said there is never worth failing for."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def help_width() -> int:
    """The width of help texts: the terminal's, between what is legible and what is pleasant."""
    return min(max(_width(), NARROWEST_HELP), WIDEST_HELP)


def _width() -> int:
    import shutil

    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
