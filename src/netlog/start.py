"""The console command: an interruption while Python still loads ends it without a traceback."""

import gc
import sys

# The part of `signal` that is there at once: its own import, and that of typing, take milliseconds
# in which an interruption would still be told as a traceback.
from _signal import (  # type: ignore[import-not-found]
    SIG_DFL,
    SIGINT,
    default_int_handler,
    getsignal,
    signal,
)


def run() -> None:
    """Load the program and run it, to its exit status.

    Where Ctrl-C is ignored, as in the background, it stays so. This process does one thing
    and ends, so nothing is collected.
    """
    gc.disable()
    obeyed = getsignal(SIGINT) is default_int_handler
    if obeyed:
        signal(SIGINT, SIG_DFL)
    from netlog import cli
    from netlog.errors import Interrupted

    try:
        if obeyed:
            signal(SIGINT, default_int_handler)
        cli.run()
    except KeyboardInterrupt:
        sys.exit(Interrupted.status)
