"""netlog untag: labels are taken from people."""

from netlog.commands.frame import labelling
from netlog.commands.frame.declared import Context
from netlog.commands.frame.labelling import Outcome
from netlog.commands.tag import WhoAndTags
from netlog.records.contacts import Contact

REHEARSES = True
RECORD = list[Contact]
EXAMPLES = (
    "netlog untag grace hiring",
    "netlog untag grace ada +hiring +golang",
    "netlog list --tag hiring --ids | netlog untag - hiring",
)


def command(ctx: Context, typed: WhoAndTags) -> None:
    """Take labels from people.

    The last word is the tag. Several tags are marked +hiring or '#hiring', or stand after a -.
    """
    labelling.relabel(ctx, "untag", typed, _outcome)


def _outcome(tag: str, changed: set[int]) -> Outcome:
    return Outcome(
        changed,
        lambda names, one: f"{names} {'has' if one else 'have'} #{tag} no more.",
        lambda names, one: f"{names} {'has' if one else 'have'} no #{tag}.",
    )
