"""Have the peers: those of PyPI in environments of their own, those of Debian from PATH."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from peers import Peer
from programs import PEERS

DISTRIBUTIONS = {"netlog": "netlog-cli"}


def installed(cache: Path, wanted: set[str]) -> tuple[list[Peer], list[str]]:
    """The peers that are here or can be had, with their versions; why the others are not."""
    found, missing = [], []
    for peer in PEERS:
        if wanted and peer.name not in wanted:
            continue
        program = _installed(cache, peer) if peer.pypi else shutil.which(peer.program)
        if program is None:
            missing.append(f"{peer.name} ({peer.pypi or 'apt-get install ' + peer.name})")
        else:
            found.append(peer._replace(program=program, version=_version(program, peer)))
    return found, missing


def _installed(cache: Path, peer: Peer) -> str | None:
    """Its program in an environment of its own; None where PyPI has none for any Python here."""
    place = cache / peer.name / "bin" / peer.program
    if place.exists() and peer.name != "netlog":
        return str(place)
    for python in _pythons():
        shutil.rmtree(cache / peer.name, ignore_errors=True)
        made = _quietly([python, "-m", "venv", str(cache / peer.name)])
        pip = [str(cache / peer.name / "bin/python"), "-m", "pip", "install", "-q", str(peer.pypi)]
        if made and _quietly(pip):
            return str(place)
    return None


def _pythons() -> list[str]:
    """This Python first, then whichever newer one is installed."""
    newer = (shutil.which(f"python3.{minor}") for minor in range(12, 16))
    pyenv = sorted(Path.home().glob(".pyenv/versions/3.1[2-9]*/bin/python3"))
    return [sys.executable, *filter(None, newer), *map(str, pyenv)]


def _quietly(argv: Sequence[str]) -> bool:
    return subprocess.run(argv, capture_output=True, check=False).returncode == 0


def _version(program: str, peer: Peer) -> str:
    if peer.pypi:
        called = DISTRIBUTIONS.get(peer.name, peer.name)
        code = f"import importlib.metadata as m; print(m.version({called!r}))"
        argv = [str(Path(program).parent / "python"), "-c", code]
    else:
        argv = [program, "--version" if peer.name == "taskwarrior" else "--help"]
    told = subprocess.run(argv, capture_output=True, text=True, check=False).stdout
    return told.strip().splitlines()[0].removeprefix("abook v")
