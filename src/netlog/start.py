"""The console command: an interruption while Python still loads ends it without a traceback."""

# The part of `signal` that is there at once, and nothing else: any other import, even of what is
# built in, takes time in which an interruption would still be told as a traceback.
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
    obeyed = getsignal(SIGINT) is default_int_handler
    if obeyed:
        signal(SIGINT, SIG_DFL)
    import gc
    import sys

    gc.disable()
    try:
        from netlog import cli

        if obeyed:
            signal(SIGINT, default_int_handler)
        cli.run()
    except KeyboardInterrupt:
        sys.exit(130)  # as errors.Interrupted says
    except (EOFError, ValueError) as error:
        from netlog.compiled import STATUS, cut_off

        said = cut_off(error)
        if said is None:
            raise
        print("netlog:", *said, file=sys.stderr)
        sys.exit(STATUS)
