"""python -m netlog: the same program as the netlog command."""

from netlog.start import run

run()
