"""netlog demo: the morning report on a throw-away book of made-up people."""

import os
import shlex
import shutil
import sys
import tempfile
from typing import Annotated, NamedTuple

import typer

from netlog import clock, output, render
from netlog.actions import due
from netlog.commands.frame.app import App, of
from netlog.errors import UsageMistake
from netlog.records.due import DueItem, Morning
from netlog.render.pages import due as page
from netlog.rules import due as rules


class Demo(NamedTuple):
    """Where the throw-away file is, how to name it to a shell, and what is due in it."""

    db: str
    shell_line: str
    due: tuple[DueItem, ...]


RECORD = Demo
EXAMPLES = (
    "netlog demo",
    'eval "export $(netlog demo --shell-line)"   # every command then uses it',
)
NEXT = ("due --within 7d", "list", "show maria", "thank t1 --how note", "log maria -m Coffee")


def command(
    ctx: typer.Context,
    shell_line: Annotated[
        bool, typer.Option("--shell-line", help="Print only NETLOG_DB=PATH.")
    ] = False,
) -> None:
    """Build a throw-away book of some forty made-up people and show its morning report.

    Your own file is never touched; the throw-away one stays until you delete it.
    """
    app = of(ctx)
    if app.db:
        raise UsageMistake("demo makes a file of its own: leave --db out.")
    today = clock.today()
    path = os.path.join(tempfile.mkdtemp(prefix="netlog-demo-"), "demo.db")
    from netlog.actions.demo.story import build

    build(path, today)
    app.db = path
    assignment = f"NETLOG_DB={shlex.quote(app.path)}"
    if shell_line and not app.json:
        output.write(f"{assignment}\n")
        return
    with app.reading() as connection:
        found = due.blocks(connection, today)
    if app.json:
        items = rules.morning(found, None).items
        render.said(app.out, "", Demo(app.path, assignment, tuple(app.settled_here(items))))
    else:
        _show(app, rules.morning(found, rules.PEOPLE), assignment)


def _called_as() -> str:
    """What to type for netlog: it is not on the PATH where it was not installed."""
    me = sys.argv[0]
    found = shutil.which("netlog")
    if os.path.basename(me) == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m netlog"
    if os.path.basename(me) != "netlog" or (found and os.path.samefile(found, me)):
        return "netlog"
    return shlex.quote(min(me, os.path.relpath(me), key=len))


def _show(app: App, shown: Morning, assignment: str) -> None:
    today = clock.today()
    room = app.out.room
    render.listing(app.out, page.page(today, shown, room), page.rows(shown, today, room))
    lines = [
        "",
        "This book is a throw-away one: name it to each command. Go on with:",
        *(f"  {assignment} {_called_as()} {words}" for words in NEXT),
    ]
    output.write("\n".join([*lines, ""]))
