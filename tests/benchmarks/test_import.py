"""What an import costs beside the reading of the file alone, and how much memory it takes.

Run with: pytest -m benchmark -s.
"""

import csv
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

RUNS = 5
CARDS, ROWS = 10_000, 100_000
MOST_MEMORY = 300_000_000  # bytes
CARD = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iOS 17//EN
UID:{n:08d}-aaaa-bbbb-cccc-000000000000
N:Person{n};Given;;;
FN:Given Person{n}
NICKNAME:P{n}
ORG:Company {c};Dept
TITLE:Engineer
EMAIL;TYPE=INTERNET;TYPE=WORK;TYPE=pref:p{n}@example.org
item1.EMAIL;TYPE=INTERNET:q{n}@example.org
item1.X-ABLabel:_$!<Other>!$_
TEL;TYPE=CELL,VOICE:+1 415 555 {p:04d}
ADR;TYPE=HOME:;;{n} Main St\\, Flat 2;London;;W1;UK
URL:https://example.org/{n}
BDAY;VALUE=date:1985-01-28
NOTE:a note\\, with some text
CATEGORIES:friends,work
X-FOO:bar
END:VCARD
"""
PARSE = """
import gc, sys; gc.disable()
from netlog.formats.vcard import reader
print(sum(1 for _ in reader.read(open(sys.argv[1], "rb"))))
"""
PEAK = """
import resource, sys
from netlog import cli
cli.main(sys.argv[1:])
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit, file=sys.stderr)
"""


def seconds(*argv: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *argv], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def test_ten_thousand_cards(tmp_path: Path, report: Callable[[str], None]) -> None:
    path = tmp_path / "cards.vcf"
    cards = (CARD.format(n=n, c=n % 100, p=n % 10_000) for n in range(CARDS))
    path.write_text("".join(cards).replace("\n", "\r\n"), newline="")
    parsed, imported = [], []
    for run in range(RUNS):
        parsed.append(seconds("-c", PARSE, str(path)))
        db = str(tmp_path / f"{run}.db")
        imported.append(seconds("-m", "netlog", "--db", db, "import", str(path)))
    ratio = statistics.median(imported) / statistics.median(parsed)
    report(f"import of {CARDS:,} cards / the codec alone: {ratio:.2f}")


def test_a_hundred_thousand_connections(tmp_path: Path, report: Callable[[str], None]) -> None:
    path = tmp_path / "Connections.csv"
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("First Name", "Last Name", "URL", "Company", "Position", "Connected On"))
        for n in range(ROWS):
            url = f"https://www.linkedin.com/in/first-last-{n}"
            rows.writerow(
                (
                    f"First{n % 7919}",
                    f"Last{n}",
                    url,
                    f"Company {n % 5000}",
                    "Engineer",
                    f"{1 + n % 28:02d} Nov 20{10 + n % 15}",
                )
            )
    for what in ("new", "known"):
        done = subprocess.run(
            [sys.executable, "-c", PEAK, "--db", str(tmp_path / "n.db"), "import", str(path)],
            check=True,
            capture_output=True,
            text=True,
        )
        peak = int(done.stderr.splitlines()[-1])
        report(f"memory for {ROWS:,} {what} connections: {peak / 1e6:.0f} MB")
        assert peak < MOST_MEMORY
