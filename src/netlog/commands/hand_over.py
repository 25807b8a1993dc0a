"""netlog hand-over: make somebody a colleague's, in an office."""

from netlog.commands.frame import sharing
from netlog.commands.frame.declared import Argument, Context
from netlog.records.office import Sharing
from netlog.typed import Annotated

RECORD = list[Sharing]
EXAMPLES = (
    "netlog hand-over grace bob",
    "netlog list --tag interns --ids | netlog hand-over - bob",
)
WhoAndTo = Annotated[
    list[str],
    Argument(
        metavar="WHO... USER",
        help="People, then the user whose they are from then on; - reads the people from stdin.",
    ),
]


def command(ctx: Context, typed: WhoAndTo) -> None:
    """Make somebody a colleague's who was yours; in an office.

    You see them no more, unless the colleague shares them with you. With whom else they are shared
    stays.
    """
    sharing.changed(ctx, "hand-over", "hand over", typed)
