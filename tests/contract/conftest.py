"""A copy of the tree, and Python in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.contract.trees import Python

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


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what a recipe touches."""
    copy = tmp_path / "netlog"
    copy.mkdir()
    for name in TAKEN:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=LEFT)
        else:
            shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture
def python(tree: Path, db: Path) -> Python:
    """Run Python in the copy; returns what it printed."""

    def run(*argv: str, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, *argv],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree / "src"), "PYTEST_ADDOPTS": "-n 0"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return run
