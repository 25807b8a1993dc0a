#!/usr/bin/env python3
"""Lock what netlog is run and tested with: uv.lock, and the files in requirements/ made from it.

Needs uv. `python tools/lock.py --upgrade` takes the newest of everything first.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = "# Made by tools/lock.py; not to be edited.\n"
EXPORT = ("export", "--frozen", "--no-emit-project", "--no-header", "--no-annotate")
LOWEST = ("pip", "compile", "pyproject.toml", "--all-extras", "--resolution", "lowest-direct")
FILES = {
    "run.txt": (*EXPORT, "--no-dev"),
    "test.txt": (*EXPORT, "--group", "dev"),
    "lowest.txt": (*LOWEST, "--python-version", "3.11", "--no-header", "--no-annotate"),
}


def main(*options: str) -> None:
    uv("lock", *options)
    for name, command in FILES.items():
        (ROOT / "requirements" / name).write_text(HEADER + uv(*command), "utf-8")


def uv(*command: str) -> str:
    """What uv prints on standard output."""
    done = subprocess.run(["uv", *command], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
