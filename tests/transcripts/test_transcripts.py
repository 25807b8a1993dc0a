"""Real sessions: each *.txt is run line by line in a fresh home and must print what it says.

A line that starts with "$ " is typed into bash; [3] is an exit status that is not 0.
pytest --update-transcripts writes down what was printed instead.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORIES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_story_goes_as_it_is_told(
    story: Path, db: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    told = story.read_text("utf-8")
    printed = play(told, tmp_path)
    if request.config.getoption("--update-transcripts"):
        story.write_text(printed, "utf-8")
    else:
        assert printed == told


def play(told: str, folder: Path) -> str:
    """The story with what its commands print now."""
    program = folder / "netlog"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netlog "$@"\n')
    program.chmod(0o755)
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
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    status = [f"[{done.returncode}]"] if done.returncode else []
    return [*done.stdout.splitlines(), *status]
