"""What eight commands weigh: how many calls of Python each makes, and what it imports.

python tools/weight.py           writes tests/benchmarks/weight.json
python tools/weight.py --check   exits 1 and names the commands that have left that by 5 %

Calls and modules, not time: they are the same on every machine with the same Python. The record is
changed by the commit that has a reason to.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from netlog.actions.demo.story import build

RECORD = Path(__file__).resolve().parent.parent / "tests" / "benchmarks" / "weight.json"
TODAY = date(2026, 11, 23)
LEEWAY = 0.05
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
COMMANDS = (
    ("due", "--json"),
    ("due", "--brief"),
    ("list", "--limit", "50"),
    ("show", "c1"),
    ("check", "c1"),
    ("brief", "c1"),
    ("log", "c1", "-m", "Coffee"),
    ("thank", "c1", "note"),
)
RUNNER = """
import json, sys
calls = 0
def count(_frame, event, _argument):
    global calls
    calls += event == "call"
sys.setprofile(count)
try:
    from netlog.start import run
    run()
finally:
    sys.setprofile(None)
    named = {name for name in sys.modules if name.startswith("netlog.")}
    packages = {name.split(".")[0] for name in sys.modules} - sys.stdlib_module_names
    packages = {name for name in packages if name[0] != "_" and name != "netlog"}
    sys.stderr.write("\\n" + json.dumps([calls, sorted(named), sorted(packages)]))
"""


def main() -> int:
    """Write the record, or compare with it; returns the exit status."""
    found = weights()
    if "--check" not in sys.argv:
        record = {"python": PYTHON, "commands": found}
        RECORD.write_text(json.dumps(record, indent=2) + "\n", "utf-8")
        return 0
    record = json.loads(RECORD.read_text("utf-8"))
    if record["python"] != PYTHON:
        print(f"Recorded with Python {record['python']}: nothing to compare with.")
        return 0
    strayed = [line for name in found for line in _strayed(name, record["commands"], found)]
    print("\n".join(strayed or ["Each command weighs what it weighed."]))
    if strayed:
        print("If that is meant: python tools/weight.py")
    return 1 if strayed else 0


def weights() -> dict[str, Any]:
    """What each command weighs on a book of its own."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "book.db")
        build(str(book), TODAY)
        return {" ".join(words): _weight(words, book) for words in COMMANDS}


def _weight(words: tuple[str, ...], book: Path) -> dict[str, Any]:
    copy = book.with_name("copy.db")
    shutil.copy(book, copy)
    environment = {
        "HOME": str(book.parent),
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": "0",
        "NETLOG_DB": str(copy),
        "NETLOG_TODAY": TODAY.isoformat(),
    }
    argv = [sys.executable, "-c", RUNNER, *words]
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, check=True)
    calls, modules, packages = json.loads(done.stderr.splitlines()[-1])
    return {"calls": calls, "packages": packages, "modules": modules}


def _strayed(name: str, recorded: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """How a command has left its record, a line each."""
    was, now = recorded.get(name), found[name]
    if was is None:
        yield f"{name}: is not recorded."
        return
    if now["packages"] != was["packages"]:
        yield f"{name}: imports {now['packages']}, and imported {was['packages']}."
    if abs(now["calls"] - was["calls"]) > LEEWAY * was["calls"]:
        yield f"{name}: makes {now['calls']} calls, and made {was['calls']}."
    more, fewer = ({*a["modules"]} - {*b["modules"]} for a, b in ((now, was), (was, now)))
    if len(more | fewer) > LEEWAY * len(was["modules"]):
        changes = [*(f"+{one}" for one in sorted(more)), *(f"-{one}" for one in sorted(fewer))]
        yield f"{name}: imports {' '.join(changes)}."


if __name__ == "__main__":
    sys.exit(main())
