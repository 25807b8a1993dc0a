"""The user's own editor on a private file: after a mistake it may open again, nothing is lost.

The file is 0600 in a 0700 folder and gone afterwards, whatever happens. No lock is held here.
"""

import os
import shlex
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from netlog import render
from netlog.commands.frame import faults, questions
from netlog.errors import (
    Interrupted,
    NetlogError,
    NothingMatches,
    Refused,
    SeveralMatch,
    UsageMistake,
    WouldConflict,
)
from netlog.typed import Any, TypeVar

Result = TypeVar("Result")


class Clash(WouldConflict):
    """Somebody else changed the same meanwhile, and is told to whoever edits it."""


# What the person at the editor can put right.
MISTAKES = (UsageMistake, Refused, NothingMatches, SeveralMatch, Clash)
FALLBACKS = ("editor", "vi", "nano")


def revise(
    stem: str, text: str, attempt: Callable[[str], Result], *, keeps_unchanged: bool = False
) -> Result | None:
    """What attempt made of the text as it was edited; None when it was left alone or emptied.

    With keeps_unchanged, what was left alone is meant as well.

    attempt gets the text and raises one of MISTAKES for what is wrong with it; then the editor
    opens again, if that is wanted. When it ends without success, what was typed is kept in a file
    that is named.
    """
    worth_keeping = None
    try:
        with _private_folder() as folder:
            path = os.path.join(folder, f"{stem}.toml")
            mistake: NetlogError | None = None
            while True:
                _write(path, faults.with_reason(mistake, text))
                try:
                    _run([*_editor(), path])
                except BaseException:
                    left = faults.without_reason(_read(path), text)
                    worth_keeping = worth_keeping if _is_empty(left) or left == text else left
                    raise
                typed = faults.without_reason(_read(path), text)
                if _is_empty(typed) or (typed == text and not mistake and not keeps_unchanged):
                    return None
                if typed == text and mistake:
                    raise mistake
                text = worth_keeping = typed
                try:
                    return attempt(typed)
                except MISTAKES as error:
                    mistake = error
                    if not questions.confirmed(_told(error, typed), default=True):
                        raise
    except NetlogError as error:
        if worth_keeping is not None:
            raise _as_kept(error, worth_keeping).also(_kept(stem, worth_keeping)) from None
        raise
    except BaseException:
        if worth_keeping is not None:
            render.aside(_kept(stem, worth_keeping))
        raise


def _told(mistake: NetlogError, typed: str) -> str:
    """What is wrong and on which line, as in the file that was typed, opens again and is kept."""
    return f"{faults.reason(mistake, typed)} Edit again?"


def _as_kept(error: NetlogError, typed: str) -> NetlogError:
    """The error with its line."""
    kept = error.also()
    kept.message = faults.at_its_line(error, typed)
    return kept


def _kept(stem: str, typed: str) -> str:
    """Keep what was typed in a private file; says where."""
    import tempfile

    handle, path = tempfile.mkstemp(prefix=f"netlog-{stem}-", suffix=".toml")
    with os.fdopen(handle, "wb") as file:
        file.write(_encoded(typed))
    return f"What you typed is in {path}."


@contextmanager
def _private_folder() -> Iterator[str]:
    """A folder of our own, 0700, gone afterwards with all that an editor has left in it."""
    import shutil
    import tempfile

    with _ending_orderly():
        folder = tempfile.mkdtemp(prefix="netlog-")
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _ending_orderly() -> Iterator[None]:
    """A closed terminal or a request to end interrupts us, so that we can clean up."""

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    with _handling(interrupt, signal.SIGTERM, signal.SIGHUP):
        yield


@contextmanager
def _handling(handler: Callable[..., None], *signals: signal.Signals) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in signals}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)


def _run(command: list[str]) -> None:
    """Run the editor at the terminal; raises Refused when it fails, Interrupted at Ctrl-C.

    Ctrl-C is the editor's to obey: it reaches us too, and only what the editor does counts.
    """
    import subprocess

    # A handler, for an ignored signal would be ignored by the editor as well.
    with _handling(lambda *_: None, signal.SIGINT, signal.SIGQUIT):
        try:
            status = subprocess.call(command)
        except OSError as error:
            reason = os.strerror(error.errno or 0).lower()
            raise Refused(
                f"The editor {command[0]} cannot be run: {reason}.",
                advice="Set EDITOR to one that can.",
            ) from None
    if status in (-signal.SIGINT, 128 + signal.SIGINT):
        render.aside("")  # the terminal has written ^C
        raise Interrupted("Interrupted.", saved=False, afterwards="Nothing was saved.")
    if status:
        raise Refused(f"The editor ended with status {status}.", saved=False)


def _editor() -> list[str]:
    """The words of $VISUAL, else $EDITOR, else what the system has for one."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(name, ""))
        except ValueError:
            raise Refused(f"{name} cannot be read as a command.") from None
        if words:
            return words
    import shutil

    return [next(filter(shutil.which, FALLBACKS), FALLBACKS[0])]


def _write(path: str, text: str) -> None:
    """Anew, for an editor may have put a more open file in its place."""
    if os.path.lexists(path):
        os.unlink(path)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(_encoded(text))


def _read(path: str) -> str:
    """The text; bytes that are not UTF-8 stay what they are and are complained of later."""
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _is_empty(text: str) -> bool:
    """Whether nothing but comments is left."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())
