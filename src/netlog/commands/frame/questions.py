"""Questions on the terminal: each stands on a line of its own, Enter takes the answer it shows.

Ctrl-C at any of them, and Ctrl-D where nothing else is said, leave everything as it is.
"""

import sys
from collections.abc import Callable

from netlog import render
from netlog.commands.frame.app import App
from netlog.errors import Interrupted, Refused, UsageMistake


def line(question: str) -> str:
    """What is typed, stripped. Raises EOFError at Ctrl-D, Interrupted at Ctrl-C."""
    try:
        render.prompt(f"{question} ")
        typed = sys.stdin.readline()
    except KeyboardInterrupt:
        render.aside("")
        raise Interrupted("Interrupted.", saved=False, afterwards="Nothing was saved.") from None
    if not typed.endswith("\n"):
        render.aside("")  # Ctrl-D leaves the cursor behind the question
    if not typed:
        raise EOFError
    return typed.strip()


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
    """Yes or no; Enter alone is the default, which is shown. Raises Refused at Ctrl-D."""
    try:
        typed = line(f"{question} {'[Y/n]' if default else '[y/N]'}").casefold()
    except EOFError:
        raise unanswered() from None
    return typed in ("y", "yes") or (default and not typed)


def check_wanted(
    app: App, question: str, elsewhere: UsageMistake | Refused, no: str, would: str | None = None
) -> None:
    """See that something is meant that cannot easily be had back; would tells first what it does.

    Raises elsewhere where nobody can be asked, and Refused, with no, for any answer but yes.
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


def chosen(question: str, most: int) -> str:
    """A number up to the most, or whatever else was typed; nothing for Enter and Ctrl-D."""
    render.aside("  Enter for none")
    try:
        return line(f"{question} [1-{most}]")
    except EOFError:
        return ""


def unanswered() -> Refused:
    """The error for Ctrl-D in the place of an answer."""
    return Refused("No answer.", saved=False, afterwards="Nothing was saved.")
