"""A question on the terminal, answered in a line."""

import sys
from collections.abc import Callable

from netlog import render
from netlog.errors import UsageMistake


def answer(question: str, read: Callable[[str, str], str]) -> str | None:
    """The answer, None for Enter; asks again for what cannot be stored. Raises EOFError."""
    while True:
        render.prompt(f"{question} ")
        line = sys.stdin.readline()
        if not line.endswith("\n"):
            render.aside("")  # Ctrl-D leaves the cursor behind the question
        if not line:
            raise EOFError
        if not line.strip():
            return None
        try:
            return read(line, "answer")
        except UsageMistake as error:
            render.aside(error.message)
