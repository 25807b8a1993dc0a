"""One section of the config file, written anew; every other byte of the file stays what it is."""

import json
import os
import re
import tomllib

from netlog.errors import FileTrouble, Refused, UsageMistake
from netlog.store import config_text, files
from netlog.store.creation import make_folder

_HEADER = re.compile(r"^[ \t]*\[[^\n]*$", re.MULTILINE)


def section(path: str, name: str) -> str:
    """The lines under [name], comments among them; empty when there are none.

    Raises UsageMistake when the file cannot be read.
    """
    text = _read(path)
    found = _span(text, name)
    return text[found[0] : found[1]] if found else ""


def put(path: str, name: str, body: str) -> None:
    """Write body as the lines under [name]; a file that is missing is made, with its folder.

    Raises Refused when that would change anything else in the file, FileTrouble when it cannot be
    written.
    """
    before = _read(path)
    found = _span(before, name)
    lines = body if body.endswith("\n") else f"{body}\n"
    if found:
        head = before[: found[0]]
        after = head + ("" if head.endswith("\n") else "\n") + lines + before[found[1] :]
    else:
        joint = "" if not before or before.endswith("\n\n") else "\n" * (2 - before.endswith("\n"))
        after = f"{before}{joint}[{name}]\n{lines}"
    if not _changes_only(name, before, after, body):
        raise Refused(
            f"The section [{name}] of {path} is written in a way that netlog cannot change.",
            advice="Edit the file itself.",
        )
    _write(path, after)


def _write(path: str, content: str) -> None:
    try:
        make_folder(os.path.dirname(os.path.realpath(path)))
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise FileTrouble(f"{path} cannot be written: {reason}.") from None
    files.write(path, [content.encode()], force=True, book="")


def put_db(path: str, address: str) -> bool:
    """Let the file say that this is the book; returns whether it did not say so before.

    Raises Refused where it names another, FileTrouble when it cannot be written.
    """
    before = _read(path)
    named = _loaded(before).get("db")
    if named is not None:
        if named == address:
            return False
        raise Refused(f"{path} says that the book is another.", advice="Change db in it yourself.")
    _write(path, f"db = {json.dumps(address)}\n{before}")
    return True


def _read(path: str) -> str:
    try:
        return config_text.text_of(path)
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise UsageMistake(f"The config file {path} cannot be read.") from None


def _span(text: str, name: str) -> tuple[int, int] | None:
    """Where the lines under the header are."""
    header = re.search(rf"^[ \t]*\[[ \t]*{name}[ \t]*\][ \t]*(#[^\n]*)?\r?$", text, re.MULTILINE)
    if header is None:
        return None
    start = min(header.end() + 1, len(text))
    following = _HEADER.search(text, start)
    return start, following.start() if following else len(text)


def _changes_only(name: str, before: str, after: str, body: str) -> bool:
    """Whether the section says what the body does, and all else what it did."""
    stood = _others(before, name)
    try:
        return stood == _others(after, name) and _loaded(after)[name] == _loaded(body)
    except UsageMistake:
        return False


def _others(text: str, name: str) -> dict[str, object]:
    return {key: value for key, value in _loaded(text).items() if key != name}


def _loaded(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise UsageMistake(
            f"The config file cannot be used: {config_text.unreadable(text)}."
        ) from None
