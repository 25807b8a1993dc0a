"""What commands declare is read alike with what `typed` has, and with what typing has."""

import subprocess
import sys

from netlog.catalogue import COMMANDS, subcommands
from netlog.commands.frame.declared import parameters

TOLD = """
import sys
from netlog.catalogue import COMMANDS, subcommands
from netlog.commands.frame.declared import parameters
assert "typing" not in sys.modules
for entry in COMMANDS:
    for verb, sub in subcommands(entry).items():
        for one in parameters(sub.run):
            kind = one.choices or one.type.__name__
            print(entry.name, verb, one.name, kind, one.nargs, one.several, one.is_optional)
"""
HELP = """
import sys
from netlog import cli
assert "typing" not in sys.modules
for words in ("due --help", "list --limit few", "thank --help", "network --format png"):
    cli.main(words.split())
"""


def run(source: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)


def test_every_parameter_is_what_it_is_with_typing() -> None:
    told = run(TOLD)
    assert told.stderr == ""
    assert told.stdout.splitlines() == [
        f"{entry.name} {verb} {one.name} {one.choices or one.type.__name__} "
        f"{one.nargs} {one.several} {one.is_optional}"
        for entry in COMMANDS
        for verb, sub in subcommands(entry).items()
        for one in parameters(sub.run)
    ]


def test_the_parser_reads_what_a_plain_line_left_to_it() -> None:
    said = run(HELP)
    assert said.stdout.count("Usage: netlog") == 2
    assert "netlog: --limit takes a number" in said.stderr
    assert "png is no format" in said.stderr
