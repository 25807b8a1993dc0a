"""A copy of the tree, in which a recipe is followed."""

import re
from collections.abc import Callable
from pathlib import Path

Python = Callable[..., str]


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def insert(path: Path, line: str, *, before: str) -> None:
    """Put a line before the first that begins with that."""
    text = path.read_text("utf-8")
    found = re.search(rf"^ *{re.escape(before)}", text, re.M)
    assert found, (path, before)
    path.write_text(f"{text[: found.start()]}{line}\n{text[found.start() :]}", "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Put words in the place of others, which must be there once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")
