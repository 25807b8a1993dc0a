"""netlog demo: the morning report on a throw-away book of made-up people."""

import os
import shlex
import shutil
import sys
import tempfile

from netlog import clock, output, render
from netlog.actions import due
from netlog.commands.frame import shell
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Context, Option
from netlog.errors import UsageMistake
from netlog.named import NamedTuple
from netlog.records.due import DueItem, Morning
from netlog.render.cells import folded
from netlog.render.pages import due as page
from netlog.rules import due as rules
from netlog.rules.standing import PEOPLE
from netlog.typed import Annotated


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
NEXT = ("show maria", "thank t1 note", "log maria coffee -- she heard of it first")


def command(
    ctx: Context,
    shell_line: Annotated[bool, Option("--shell-line", help="Print only NETLOG_DB=PATH.")] = False,
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
        _show(app, rules.morning(found, PEOPLE))


def _folder() -> str | None:
    """The folder of this netlog where the shell would not find it, or find another."""
    me = os.path.abspath(sys.argv[0])
    if os.path.basename(me) != "netlog":
        me = os.path.join(os.path.dirname(sys.executable), "netlog")
    found = shutil.which("netlog")
    if not os.path.exists(me) or (found and os.path.samefile(found, me)):
        return None
    return os.path.dirname(me)


def _show(app: App, shown: Morning) -> None:
    today = clock.today()
    room, bounded = app.out.room, bool(app.out.width)
    report = page.page(today, shown, room, bounded=bounded)
    render.listing(app.out, report, page.rows(shown, today, room, bounded))
    folder = _folder()
    own = 'Your own book: netlog add "Grace Hopper", or netlog import contacts.vcf --dry-run'
    there = f"; netlog is {os.path.join(folder, 'netlog')} there" if folder else ""
    lines = [
        "",
        "Go on with this throw-away book, in this shell:",
        "",
        f"  {shell.exporting({'NETLOG_DB': app.path}, folder)}",
        *(f"  netlog {words}" for words in NEXT),
        "",
        folded(own, app.out.width),
        folded(f"(in a new shell, where NETLOG_DB is not set{there}).", app.out.width),
    ]
    output.write("\n".join([*lines, ""]))
