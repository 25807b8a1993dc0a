"""Write what the docs take from the program: the command reference, JSON Schemas, the picture.

python tools/docs.py           writes docs/
python tools/docs.py --check   exits 1 and names the files that are stale
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

os.environ["COLUMNS"] = "80"

from schema import schema

from formats import described
from netlog.actions import due
from netlog.actions.demo.story import build
from netlog.catalogue import COMMANDS, panels, subcommands
from netlog.errors import ErrorReport
from netlog.records.start import StartPage
from netlog.render import as_rich
from netlog.render.pages import due as page
from netlog.rules import due as rules
from netlog.rules.derived import derive
from netlog.rules.standing import PEOPLE
from netlog.store import doors
from netlog.tree import root

DOCS = Path(__file__).resolve().parent.parent / "docs"
PICTURE_DAY = date(2026, 11, 23)
PICTURE_WIDTH = 112


def generated() -> Iterator[tuple[Path, str]]:
    """Each file the docs take from the program, with what it should hold."""
    yield DOCS / "commands.md", reference()
    yield DOCS / "due.svg", picture()
    yield DOCS / "formats.md", described()
    for entry in COMMANDS:
        for name, sub in subcommands(entry).items():
            words = [entry.name, *filter(None, [name])]
            yield DOCS / "schema" / f"{'-'.join(words)}.json", schema(sub.record, " ".join(words))
    yield DOCS / "schema" / "error.json", schema(ErrorReport, "error")
    yield DOCS / "schema" / "start.json", schema(StartPage, "")


def reference() -> str:
    """The command reference, from the help texts themselves."""
    lines = [
        "# Commands",
        "",
        "Generated from the help texts by `python tools/docs.py`. What each command prints with",
        "`--json` is described by a JSON Schema in [schema/](schema).",
        "",
        *_block(_help([])),
    ]
    for panel, entries in panels():
        lines += [f"## {panel}", ""]
        for entry in entries:
            for name in subcommands(entry):
                words = [entry.name, *filter(None, [name])]
                lines += [f"### netlog {' '.join(words)}", "", *_block(_help(words))]
    return "\n".join(lines).rstrip() + "\n"


def _help(argv: list[str]) -> str:
    command: Any = root()
    context = command.make_context("netlog", [], resilient_parsing=True)
    for name in argv:
        command = command.get_command(context, name)
        context = command.make_context(name, [], parent=context, resilient_parsing=True)
    return str(context.get_help())


def _block(text: str) -> list[str]:
    return ["```text", *(line.rstrip() for line in text.split("\n")), "```", ""]


def picture() -> str:
    """The morning report on the demo book, as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "demo.db")
        build(path, PICTURE_DAY)
        with doors.reading(path, "2026-11-23T12:00:00Z", derive) as connection:
            shown = rules.morning(due.blocks(connection, PICTURE_DAY), PEOPLE)
    report, rows = page.page(PICTURE_DAY, shown, "wide"), page.rows(shown, PICTURE_DAY, "wide")
    drawn = as_rich.picture(report, rows, PICTURE_WIDTH, "netlog due")
    # The fonts would be fetched from elsewhere; any monospace font will do.
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL) + "\n"


def main(argv: list[str]) -> int:
    stale: list[Any] = []
    written = dict(generated())
    for path, wanted in written.items():
        if path.exists() and path.read_text("utf-8") == wanted:
            continue
        stale.append(path.relative_to(DOCS.parent))
        if "--check" not in argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted, "utf-8")
    for path in set(DOCS.glob("schema/*.json")) - written.keys():
        stale.append(path.relative_to(DOCS.parent))
        if "--check" not in argv:
            path.unlink()
    print("\n".join(map(str, stale)))
    return 1 if stale and "--check" in argv else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
