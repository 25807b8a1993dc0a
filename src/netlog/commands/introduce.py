"""netlog introduce: two people brought together."""

from netlog import clock, render
from netlog.actions import introducing
from netlog.commands.frame import options, to_come, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.favors import Favor
from netlog.render.pages import network as page
from netlog.rules import dates, phases, text
from netlog.store.reads import favors
from netlog.typed import Annotated
from netlog.wording import short_day

TAKES_TEXT = True
RECORD = list[Favor]
EXAMPLES = (
    "netlog introduce grace ada -- both build looms",
    "netlog introduce grace ada --on yesterday",
)


def command(
    ctx: Context,
    typed: Annotated[list[str] | None, Argument(metavar="WHO WHO", help="The two of them.")] = None,
    message: Annotated[
        str | None, Option("--message", "-m", metavar="TEXT", help="Why, or what about.")
    ] = None,
    on: options.On = None,
) -> None:
    """Note that you brought two people together: a favor to both of them.

    Whatever stands after -- is why. A month later `due` asks how it went.
    """
    app, today = of(ctx), clock.today()
    said = text.optional_block(options.told(app, message, "--message"), "text")
    said = " ".join(said.split()) if said else None
    if len(typed or ()) != 2:
        raise UsageMistake(
            "Introduce whom to whom?" if len(typed or ()) < 2 else "Two people, and why after --.",
            advice="netlog introduce grace ada -- why",
        )
    day = dates.happened_on(on, today, to_come.to_plan(app, typed or (), said))
    with app.reading() as connection:
        one, other = (who.one(app, connection, name) for name in typed or ())
        introducing.check_two(one, other)
        introducing.check_new(connection, one, other, said, day)
        before = introducing.before(connection, one, other)
    with app.recording("introduce") as book:
        ids = introducing.bring_together(book, one, other, said, day)
    with app.reading() as connection:
        made = [favor for id_ in ids if (favor := favors.favor(connection, id_))]
    if before:
        app.mention(f"You introduced them on {short_day(before.on, today)} already ({before.ref}).")
    asked = phases.introduction(day, None, today)
    render.said(app.out, page.introduced(made, asked.comes_on, today), made)
