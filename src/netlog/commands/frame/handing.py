"""Handing a text on: to the clipboard, by a tool or the terminal itself, or to a mail program."""

import os
import shutil
import subprocess
import sys

from netlog import output
from netlog.errors import Refused

SECONDS = 10
# By the variable that says that there is such a clipboard.
TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
ANYWHERE = (("pbcopy",), ("clip.exe",))
MAILERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview")


def copy(text: str) -> None:
    """Put the text on the clipboard; raises Refused where there is none to be reached.

    Over ssh the clipboard is that of the terminal, which takes it by OSC 52.
    """
    if not _is_remote():
        tools = [words for variable, words in TOOLS if os.environ.get(variable)]
        for words in (*tools, *ANYWHERE):
            if shutil.which(words[0]) and _given(words, text):
                return
    if not _by_terminal(text):
        raise Refused(
            "No clipboard can be reached from here.",
            advice="Leave --copy out, and copy what is printed.",
        )


def _is_remote() -> bool:
    return bool(os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"))


def _given(words: tuple[str, ...], text: str) -> bool:
    """Whether the tool took the text."""
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            words, input=text.encode(), stdout=quiet, stderr=quiet, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _by_terminal(text: str) -> bool:
    """Ask the terminal; whether there is one, for it never answers."""
    import base64

    if os.environ.get("TERM") == "dumb" or not any(
        output.is_terminal(one) for one in (sys.stdout, sys.stderr)
    ):
        return False
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    try:
        with open("/dev/tty", "wb", buffering=0) as terminal:
            terminal.write(sequence.encode())
    except OSError:
        return False
    return True


def open_mail(url: str) -> bool:
    """Open the mail program at that mailto: URL; whether there is one to be opened."""
    quiet = subprocess.DEVNULL
    for name in MAILERS:
        found = shutil.which(name)
        if found:
            try:
                done = subprocess.run(
                    (found, url), stdin=quiet, stdout=quiet, stderr=quiet, timeout=SECONDS,
                    check=False,
                )  # fmt: skip
            except (OSError, subprocess.TimeoutExpired):
                continue
            if done.returncode == 0:
                return True
    return False
