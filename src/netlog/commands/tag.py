"""netlog tag: people get labels of yours."""

from netlog.commands.frame import labelling
from netlog.commands.frame.declared import Argument, Context
from netlog.commands.frame.labelling import Outcome
from netlog.records.contacts import Contact
from netlog.typed import Annotated

REHEARSES = True
RECORD = list[Contact]
EXAMPLES = (
    "netlog tag grace hiring",
    "netlog tag grace ada hiring          # several people, one tag",
    "netlog tag grace ada +hiring +golang # several tags, each with a + or #",
    "netlog list --circle business --ids | netlog tag - hiring golang",
)
WhoAndTags = Annotated[
    list[str],
    Argument(
        metavar="WHO... TAG...",
        help="People, then tags; - reads the people from stdin, and tags follow it.",
    ),
]


def command(ctx: Context, typed: WhoAndTags) -> None:
    """Label people.

    The last word is the tag. Several tags are marked +hiring or '#hiring', or stand after a -.
    """
    labelling.relabel(ctx, "tag", typed, _outcome)


def _outcome(tag: str, changed: set[int]) -> Outcome:
    return Outcome(
        changed,
        lambda names, one: f"{names} {'has' if one else 'have'} #{tag} now.",
        lambda names, one: f"{names} {'has' if one else 'have'} #{tag} already.",
    )
