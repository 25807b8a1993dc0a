"""The console command: an interruption while Python still loads ends it without a traceback."""

import signal
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Load the program and run it; where Ctrl-C is ignored, as in the background, it stays so."""
    obeyed = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if obeyed:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from netlog import cli

    try:
        if obeyed:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        cli.run()
    except KeyboardInterrupt:
        sys.exit(cli.INTERRUPTED)
