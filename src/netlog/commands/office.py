"""netlog office: one book for several people, on a server."""

from netlog import render
from netlog.actions import office as actions
from netlog.commands.frame import questions
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.noun import Sub
from netlog.errors import UsageMistake
from netlog.later import Later
from netlog.records.office import Group, Office
from netlog.render.pages import office as page
from netlog.store.folders import config_path
from netlog.store.place import database_path
from netlog.typed import Annotated
from netlog.wording import capitalized

USUAL = ("add", "list")
put_db = Later("store.config_file", "put_db")

WhereItIs = Annotated[
    str | None,
    Argument(metavar="ADDRESS", help="Where the book is; without, the book of --db or NETLOG_DB."),
]


def init(ctx: Context, address: WhereItIs = None) -> None:
    """Make an office of a book on a server: each then sees whom they added, and who is shared.

    The server gets three groups named after the database: readers, members and keepers. You are the
    first of those who keep it, and see everything.
    """
    app = _at(ctx, address, "office init")
    found = actions.init(app.path)
    app.saved = True
    said = f"{found.book} is an office, and you keep it as {found.you}."
    render.said(app.out, f"{capitalized(said)} Who joins: netlog office add bob", found)


def join(ctx: Context, address: WhereItIs = None) -> None:
    """Look whether an office lets you in, and write it into the config file as your book."""
    app = _at(ctx, address, "office join")
    found = actions.look(app.path)
    if found.group is None:
        render.said(app.out, page.outside(found), found)
        return
    written = put_db(config_path(), app.path) if address else False
    said = page.inside(found)
    beside = f" netlog acts on it from now on ({config_path()})." if written else ""
    render.said(app.out, f"{said}{beside}", found)


def add(
    ctx: Context,
    user: Annotated[str, Argument(metavar="USER", help="A user of the server.")],
    reader: Annotated[
        bool, Option("--reader", help="Sees what is shared, and writes nothing.")
    ] = False,
    member: Annotated[
        bool, Option("--member", help="Has people of their own: as it is unsaid.")
    ] = False,
    keeper: Annotated[
        bool, Option("--keeper", help="Sees all, and says who belongs to it.")
    ] = False,
) -> None:
    """Let a user of the server belong to the office, and make that user where you may.

    netlog knows no passwords: who keeps the server sets one, or how else they are let in.
    """
    app = _at(ctx, None, "office add")
    if reader + member + keeper > 1:
        raise UsageMistake("--reader, --member and --keeper are one or another.")
    group: Group = "reader" if reader else "keeper" if keeper else "member"
    found, is_new = actions.add(app.path, user, group)
    app.saved = True
    beside = (
        f" {user} is new to the server: a password is set by psql's \\password {user}."
        if is_new
        else ""
    )
    render.said(app.out, f"{user} is a {group} of {found.book}.{beside}", found)


def list_(ctx: Context) -> None:
    """Show who belongs to the office, and how."""
    app = _at(ctx, None, "office list")
    found = actions.look(app.path)
    if app.json:
        render.said(app.out, "", found)
        return
    render.listing(app.out, page.people(found), found.people)


def upgrade(
    ctx: Context,
    yes: Annotated[bool, Option("--yes", help="A dump of it is there: do not ask.")] = False,
) -> None:
    """Bring the office to the version of this netlog, which no other command does."""
    app = _at(ctx, None, "office upgrade")
    if not actions.is_latest(app.path) and not yes:
        question = "Is there a pg_dump of it?"
        elsewhere = UsageMistake(question, advice="Then add --yes.")
        questions.check_wanted(app, question, elsewhere, "Nothing was upgraded.", "")
    changed = actions.upgrade(app.path)
    app.saved = changed
    found = actions.look(app.path)
    said = f"{found.book} is of this netlog's version{' now' if changed else ''}."
    render.said(app.out, capitalized(said), found)


def _at(ctx: Context, address: str | None, what: str) -> App:
    """The app, acting on the book at that address where one is named; raises for a file."""
    app = of(ctx)
    if address is not None:
        app.act_on(database_path(address))
    actions.check(app, what)
    return app


COMMANDS = {
    "init": Sub(init, ("netlog office init postgresql://ann@db.example.org/office",), Office),
    "join": Sub(join, ("netlog office join postgresql://bob@db.example.org/office",), Office),
    "add": Sub(add, ("netlog office add bob", "netlog office add carl --reader"), Office),
    "list": Sub(list_, ("netlog office list",), Office),
    "upgrade": Sub(upgrade, ("netlog office upgrade",), Office),
}
