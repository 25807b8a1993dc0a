"""Real sessions: each *.txt is run line by line in a fresh home and must print what it says.

A line that starts with "$ " is typed into bash; [3] is an exit status that is not 0.
pytest --update-transcripts writes down what was printed instead.
"""

import os
import re
import shlex
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from tests.forked import Program

from netlog import cli

# What only a shell understands, outside of quotes.
SHELL = set("|&;<>()$`\\*?[#~%{}!'\"")
QUOTED = re.compile(r"'[^']*'|\"[^\"$`\\]*\"")
SETTING = re.compile(r"(NETLOG_\w+)=([\w-]+) ")
STORIES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_story_goes_as_it_is_told(
    story: Path, db: Path, program: Program, request: pytest.FixtureRequest
) -> None:
    told = story.read_text("utf-8")
    printed = play(told, program.folder)
    if request.config.getoption("--update-transcripts"):
        story.write_text(printed, "utf-8")
    else:
        assert printed == told


def play(told: str, folder: str) -> str:
    """The story with what its commands print now; the folder holds netlog for bash."""
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    lines = []
    for line in told.splitlines():
        if line.startswith("#"):
            lines += ["", line] if lines else [line]
        if line.startswith("$ "):
            lines += [line, *typed(line[2:], environment)]
    return "\n".join([*lines, ""])


def typed(command: str, environment: dict[str, str]) -> list[str]:
    """What the terminal shows after the command."""
    if command.startswith("export "):
        name, value = command.removeprefix("export ").split("=", 1)
        environment[name] = value
        return []
    alone = environment
    while found := SETTING.match(command):
        alone = {**alone, found[1]: found[2]}
        command = command[found.end() :]
    plain = re.match(r"netlog\b", command) and not set(QUOTED.sub("", command)) & SHELL
    run = in_this_process if plain else in_bash
    status, shown = run(command, alone)
    return [*shown.splitlines(), *([f"[{status}]"] if status else [])]


def in_bash(command: str, environment: dict[str, str]) -> tuple[int, str]:
    """The status of the command, and what it printed."""
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout


def in_this_process(command: str, environment: dict[str, str]) -> tuple[int, str]:
    """The same for netlog alone, without the half second that a new process takes."""
    shown = BytesIO()
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        for stream in ("stdout", "stderr"):
            patched.setattr(sys, stream, TextIOWrapper(shown, "utf-8", write_through=True))
        patched.setattr(sys, "stdin", StringIO())
        status = cli.main(shlex.split(command)[1:])
        for stream in (sys.stdout, sys.stderr):
            stream.detach()
    return status, shown.getvalue().decode()
