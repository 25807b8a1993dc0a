"""python -m netlog: the same program as the netlog command."""

from netlog.cli import run

run()
