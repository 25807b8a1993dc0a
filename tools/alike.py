"""Whether another netlog prints the same JSON: every command, on the demo book and on an empty one.

python tools/alike.py BEFORE   compares this tree with that revision of it, such as main or v0.4.0

What differs is printed as a diff, and makes it exit 1: for a change that was to change nothing. On
a demo book of its own each example of each command is tried, and on an empty book, one after the
other, what tests/contract/test_docs.py has a run of. Output, errors and exit statuses are compared;
what is drawn by lot is told by the order in which it comes.
"""

import difflib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-23"
# Each line has a book, of which nothing is a book of its own with the demo in it, and words.
DRIVER = """
import contextlib, io, json, os, shutil, sys
from datetime import date
from pathlib import Path
from netlog import cli
from netlog.actions.demo.story import build

here = Path.cwd()
build(str(here / "demo.db"), date.fromisoformat(os.environ["NETLOG_TODAY"]))
for number, (book, words) in enumerate(json.load(sys.stdin)):
    home = here / (book or "of its own")
    if not book:
        shutil.rmtree(home, ignore_errors=True)
    if not home.exists():
        home.mkdir()
        shutil.copy(here / "people.vcf", home)
        if not book:
            shutil.copy(here / "demo.db", home / "book.db")
    os.chdir(home)
    os.environ |= {"HOME": str(home), "NETLOG_DB": str(home / "book.db")}
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main(words)
        out.flush()
        err.flush()
    said = [one.buffer.getvalue().decode() for one in (out, err)]
    sys.stdout.write(json.dumps([status, *said]) + "\\n")
"""
# An id that was drawn by lot, and the checksum of a file that has some.
DRAWN = re.compile(r"\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})\b")
Line = tuple[str, list[str]]


def lines() -> list[Line]:
    """What is typed: a book, and words."""
    sys.path.insert(0, str(ROOT))
    from tests.contract.test_docs import RUNS

    from netlog.catalogue import COMMANDS, subcommands

    tried: list[Line] = []
    for entry in COMMANDS:
        for sub in subcommands(entry).values():
            for example in sub.examples:
                _, *words = shlex.split(example, comments=True)
                if not set(example) & set("|<>$;"):
                    tried.append(("", [*words, *(["--json"] if "--json" not in words else [])]))
    return tried + [("empty", [*words, "--json"]) for _, words in RUNS]


def printed(source: Path, typed: list[Line]) -> list[str]:
    """What the netlog of that folder prints for each line, and how it ends."""
    from tests.contract.test_docs import PEOPLE

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "people.vcf").write_text(PEOPLE)
        environment = {"PYTHONPATH": str(source), "NETLOG_TODAY": TODAY, "EDITOR": "true"}
        environment["TMPDIR"] = folder
        done = subprocess.run(
            [sys.executable, "-c", DRIVER],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
            input=json.dumps(typed),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        told = [json.loads(line) for line in done.stdout.splitlines()]
        return [
            masked(f"{out}{err}exit {status}\n", os.path.realpath(folder))
            for status, out, err in told
        ]


def masked(text: str, folder: str) -> str:
    """The text without what no two runs have alike: where they were, and ids drawn by lot."""
    known: dict[str, str] = {}
    text = re.sub(r"\bnetlog-demo-\w+", "netlog-demo", text.replace(folder, "FOLDER"))
    return DRAWN.sub(lambda found: known.setdefault(found[0], f"drawn {len(known) + 1}"), text)


def differing(typed: list[Line], before: list[str], after: list[str]) -> Iterable[str]:
    """Of each line that prints something else now, what that is."""
    for (_, words), one, other in zip(typed, before, after, strict=True):
        if one != other:
            yield f"netlog {shlex.join(words)}\n"
            yield from difflib.unified_diff(
                one.splitlines(True), other.splitlines(True), "before", "after", n=1
            )


def main(before: str) -> int:
    typed = lines()
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "archive", before, "src"], cwd=ROOT, stdout=subprocess.PIPE, check=True
        )
        subprocess.run(["tar", "-x"], cwd=folder, input=archive.stdout, check=True)
        found = [printed(source, typed) for source in (Path(folder, "src"), ROOT / "src")]
    told = list(differing(typed, *found))
    sys.stdout.writelines(told)
    print(f"{len(typed)} lines tried: {'some' if told else 'none'} differ from {before}.")
    return 1 if told else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
