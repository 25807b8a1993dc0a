"""netlog unshare: let colleagues see somebody no more, in an office."""

from netlog.commands.frame import sharing
from netlog.commands.frame.declared import Context
from netlog.commands.share import WhoAndWith
from netlog.records.office import Sharing

RECORD = list[Sharing]
EXAMPLES = ("netlog unshare grace bob", "netlog unshare grace ada everybody")


def command(ctx: Context, typed: WhoAndWith) -> None:
    """Share somebody who is yours no more; in an office.

    What they noted meanwhile stays with the person; they do not see it any more.
    """
    sharing.changed(ctx, "unshare", "unshare", typed)
