"""A copy of the tree, in which a recipe is followed, and Python in it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TAKEN = (
    "src",
    "tests",
    "tools",
    "docs",
    "LICENSE",
    "pyproject.toml",
    *(path.name for path in ROOT.glob("*.md")),
)
LEFT = shutil.ignore_patterns(".*", "released", "benchmarks")


def copied(copy: Path) -> Path:
    """What a recipe touches, copied to there; its byte code, too: most of it stays as it is."""
    copy.mkdir()
    for name in TAKEN:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=LEFT)
        else:
            shutil.copy2(ROOT / name, copy)
    return copy


def python(tree: Path, *argv: str, status: int = 0, given: str = "") -> str:
    """Run Python in the copy; returns what it printed."""
    done = subprocess.run(
        [sys.executable, *argv],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "PYTEST_ADDOPTS": "-n 0"},
        input=given,
        capture_output=True,
        text=True,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


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
