"""Questions on the terminal: each stands on a line of its own, Enter takes the answer it shows.

Ctrl-C at any of them, and Ctrl-D where nothing else is said, leave everything as it is.
"""

import io
import sys
from collections.abc import Callable, Sequence

from netlog import output, render
from netlog.commands.frame.app import App
from netlog.errors import Interrupted, Refused, UsageMistake
from netlog.typed import Final
from netlog.wording import quoted

ANSWERS: Final = {"y": True, "yes": True, "n": False, "no": False}
# More than a terminal takes in one line.
MOST_TYPED: Final = 1 << 16


class HalfLine(str):
    """A line that Ctrl-D ended, not Enter: there is no more behind it."""

    __slots__ = ()


def line(question: str) -> str:
    """What is typed, stripped; a HalfLine where Ctrl-D is behind it.

    Raises EOFError at Ctrl-D alone, Interrupted at Ctrl-C.
    """
    try:
        ahead = _waits()
        render.prompt(f"{question} ")
        typed = _read()
    except KeyboardInterrupt:
        render.aside("")
        raise Interrupted("Interrupted.", saved=False, afterwards="Nothing was saved.") from None
    if ahead or not typed.endswith("\n"):
        # What was typed ahead is not behind the question, where Ctrl-D leaves the cursor.
        render.aside(typed.strip() if ahead else "")
    if not typed:
        raise EOFError
    return typed.strip() if typed.endswith("\n") else HalfLine(typed.strip())


def _read() -> str:
    """The next line. A terminal hands out one at a time, or what is typed as soon as Ctrl-D is.

    To wait for the end of that line would be to wait for a second Ctrl-D.
    """
    source = sys.stdin.buffer
    if not (output.is_terminal(sys.stdin) and isinstance(source, io.BufferedReader)):
        return sys.stdin.readline()
    return source.read1(MOST_TYPED).decode(sys.stdin.encoding, "replace")


def _waits() -> bool:
    """Whether a line was typed ahead of the question, and shown where the cursor was then."""
    if not output.is_terminal(sys.stdin):
        return False
    from select import select

    try:
        return bool(select([sys.stdin], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def answer(question: str, read: Callable[[str, str], str]) -> str | None:
    """The answer, None for Enter; asks again for what cannot be stored. Raises as `line` does."""
    while True:
        typed = line(question)
        if not typed:
            return None
        try:
            return read(typed, "answer")
        except UsageMistake as error:
            render.aside(error.message)


def confirmed(question: str, *, default: bool = False) -> bool:
    """Yes or no; Enter alone is the default, which is shown. Raises Refused at Ctrl-D.

    Asks again for anything else, of which nothing comes, and says so: it may be the next line.
    """
    while True:
        try:
            typed = line(f"{question} {'[Y/n]' if default else '[y/N]'}")
        except EOFError:
            raise unanswered() from None
        if typed.casefold() in ANSWERS or not typed:
            return ANSWERS.get(typed.casefold(), default)
        render.aside(f"{untaken(typed)} Type y or n.")


def check_wanted(
    app: App, question: str, elsewhere: UsageMistake | Refused, no: str, would: str | None = None
) -> None:
    """See that something is meant that cannot easily be had back; would tells first what it does.

    Raises elsewhere where nobody can be asked, and Refused, with no, where it is not.
    """
    if not app.can_ask:
        raise elsewhere
    if would is not None:
        render.aside(would)
    if not confirmed(question):
        raise Refused(no)


def secret(question: str) -> str:
    """What is typed without being shown. Raises Refused where that is nothing."""
    from getpass import getpass

    try:
        typed = getpass(f"{question} ")  # asks once nothing is shown any more
    except EOFError:
        typed = ""
    except KeyboardInterrupt:
        render.aside("")
        raise Interrupted("Interrupted.", saved=False, afterwards="Nothing was saved.") from None
    if not typed:
        raise unanswered()
    return typed


def chosen(question: str, most: int, refs: Sequence[str] = (), *, ends: bool = False) -> int | None:
    """Which of so many is meant, from 0, by its number or its ref; None for Enter and Ctrl-D.

    Asks again for anything else, of which nothing comes, and says so. Where Ctrl-D ends more than
    the question it raises EOFError.
    """
    render.aside("  Enter for none")
    while True:
        try:
            typed = line(f"{question} [1-{most}]")
        except EOFError:
            if ends:
                raise
            return None
        if not typed:
            return None
        if typed.lower() in refs:
            return refs.index(typed.lower())
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= most:
            return int(typed) - 1
        render.aside(f"{untaken(typed)} Type a number, or Enter for none.")


def untaken(typed: str) -> str:
    """That what was typed is no answer, and that nothing came of it."""
    return f"{quoted(typed)} is no answer, and was not taken."


def unanswered() -> Refused:
    """The error for Ctrl-D in the place of an answer."""
    return Refused("No answer.", saved=False, afterwards="Nothing was saved.")
