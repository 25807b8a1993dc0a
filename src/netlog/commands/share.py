"""netlog share: let colleagues see somebody who is yours, in an office."""

from netlog.commands.frame import sharing
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.records.office import Sharing
from netlog.typed import Annotated

RECORD = list[Sharing]
EXAMPLES = (
    "netlog share grace bob",
    "netlog share grace ada everybody --read",
    "netlog list --tag alumni --ids | netlog share - advisers",
)
WhoAndWith = Annotated[
    list[str],
    Argument(
        metavar="WHO... WITH",
        help="People, then a user or a group of the server, or everybody; - reads the people from "
        "stdin.",
    ),
]


def command(
    ctx: Context,
    typed: WhoAndWith,
    read: Annotated[bool, Option("--read", help="To look at them, and change nothing.")] = False,
) -> None:
    """Let colleagues see somebody who is yours, and all that is noted of them; in an office.

    They may note and change what they like, but for what others met about, and remove nobody;
    with --read they may look.
    """
    sharing.changed(ctx, "share", "read" if read else "share", typed)
