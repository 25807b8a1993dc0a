#!/usr/bin/env python3
"""Set netlog up in .venv, beside this file, and run it. Needs Python 3.11 or newer, nothing else.

python3 bootstrap.py demo          show netlog at work
python3 bootstrap.py test [ARGS]   run its tests; ARGS are pytest's

The first run fetches packages from PyPI, or from PIP_INDEX_URL, in the versions and with the hashes
that requirements/ names; later runs start at once. It uses uv where that is installed, else pip.
"""

import sys

# Old interpreters must be able to read this file this far: no syntax newer than Python 3.6 in it.
if sys.version_info < (3, 11):
    sys.exit(
        "netlog needs Python 3.11 or newer, and this is Python {}.{} ({}): run bootstrap.py "
        "with a newer one, such as python3.13.".format(*sys.version_info[:2], sys.executable)
    )

import hashlib
import os
import re
import shutil
import ssl
import subprocess
import tomllib
from http.client import HTTPException
from pathlib import Path
from typing import NoReturn
from urllib.parse import urljoin
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
PIP = (PYTHON, "-m", "pip", "install", "--quiet", "--no-input")
STAMP = VENV / "bootstrap-stamp"
# Made from uv.lock by tools/lock.py.
LOCKED = {"demo": ROOT / "requirements" / "run.txt", "test": ROOT / "requirements" / "test.txt"}


def main(command: str = "", *args: str) -> None:
    if command not in ("demo", "test"):
        print(__doc__.strip(), file=sys.stderr)
        sys.exit(0 if command in ("-h", "--help") else 2)
    set_up(command)
    if command == "demo":
        become(BIN / "netlog", "demo", *args)
    os.chdir(ROOT)
    # Not of the demo: it says how the shell finds netlog, which will not have this.
    os.environ["PATH"] = str(BIN) + os.pathsep + os.environ.get("PATH", os.defpath)
    become(PYTHON, "-m", "pytest", *args)


def set_up(command: str) -> None:
    """A .venv with the project and, for `test`, its dev group; the stamp says what is there."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    locked = LOCKED[command]
    texts = sys.version + sys.base_prefix + str(VENV), project + LOCKED["test"].read_text("utf-8")
    house, needs = (hashlib.sha256(text.encode()).hexdigest() for text in texts)
    stamp = STAMP.read_text().split() if STAMP.is_file() else []
    if stamp in ([house, needs, command], [house, needs, "test"]):
        return
    print(f"Setting netlog up in {VENV} (a minute, once) ...", file=sys.stderr)
    if stamp[:1] != [house]:
        make_venv()
    # Bytecode of what tests alone need is made of the half of it that they import, by the way.
    if install(locked, *(["--no-compile"] if command == "test" else [])):
        if stamp[:2] != [house, needs]:
            pip([*PIP, "--no-deps", "--editable", ROOT])
    else:
        print("The package index lacks what is locked: taking what it has.", file=sys.stderr)
        tools = tomllib.loads(project)["dependency-groups"]["dev"] if command == "test" else []
        pip([*PIP, "--editable", ROOT, *tools])
    STAMP.write_text(f"{house} {needs} {command}\n")


def install(locked: Path, *options: str) -> bool:
    """Put what is locked into .venv; False when the index has not all of it.

    What it needs is locked, too: pip need not look for that, which takes it longest.
    """
    what = "--require-hashes", "--no-deps", "--requirement", locked
    uv = shutil.which("uv")
    if uv:
        where = "--python", PYTHON, "--compile-bytecode"
        # What uv cannot do with the settings of pip, pip may; it also says best what is wrong.
        if quietly(uv, "pip", "install", "--quiet", *where, *what, **as_uv_names()).returncode == 0:
            return True
    done = quietly(*PIP, *options, *what)
    if done.returncode == 0:
        return True
    if "Retry(total=0" in done.stdout:  # pip's last attempt at a connection
        unreached(done.stdout)
    if "No matching distribution found" not in done.stdout:
        stop("the packages could not be installed", done.stdout)
    return False


def as_uv_names() -> "dict[str, str]":
    """What is set for pip, as uv calls it."""
    names = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_CERT": "SSL_CERT_FILE"}
    return {uv: os.environ[pip] for pip, uv in names.items() if os.environ.get(pip)}


def make_venv() -> None:
    """An empty .venv with pip in it, even where Debian has left ensurepip out."""
    made = quietly(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
    if made.returncode:
        stop("no virtual environment could be made", made.stdout)
    if quietly(PYTHON, "-m", "ensurepip", "--default-pip").returncode:
        wheel = fetch_pip()
        pip([PYTHON, wheel / "pip", *PIP[3:], "--no-index", wheel])
        wheel.unlink()


def fetch_pip() -> Path:
    """The newest pip wheel for this Python from the index, its checksum compared."""
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/pip/"
    wheel = re.compile(r'href="([^"#]*?(pip-([\d.]+)-py3-none-any\.whl))(?:#sha256=(\w+))?"')
    needs = re.compile(r'data-requires-python="[^"]*&gt;=3\.(\d+)')
    offers = []
    for link in re.findall(r"<a\s[^>]*>", get(index).decode()):
        offer, least = wheel.search(link), needs.search(link)
        fits = least is None or int(least[1]) <= sys.version_info.minor
        if offer and fits and "data-yanked" not in link:
            offers.append(offer)
    if not offers:
        stop("the package index offers no pip: install it (on Debian, python3-venv)")
    newest = max(offers, key=lambda offer: [int(number) for number in offer[3].split(".")])
    url, name, _, checksum = newest.groups()
    content = get(urljoin(index, url))
    if checksum and hashlib.sha256(content).hexdigest() != checksum:
        stop("pip arrived damaged: run this again")
    (VENV / name).write_bytes(content)
    return VENV / name


def get(url: str) -> bytes:
    tls = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    try:
        with urlopen(url, context=tls, timeout=60) as answer:
            return bytes(answer.read())
    except (OSError, HTTPException) as fault:
        unreached(str(fault))


def pip(command: "list[object]") -> None:
    done = quietly(*command)
    if done.returncode:
        if "Retry(total=0" in done.stdout:  # pip's last attempt at a connection
            unreached(done.stdout)
        stop("the packages could not be installed", done.stdout)


def quietly(*command: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(part) for part in command],
        env={**os.environ, "PIP_USER": "0", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        errors="replace",
    )


def become(*command: object) -> NoReturn:
    """Run it in this process's place, so that signals and its exit status are its own."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or it compiles itself again at each start
    argv = [str(part) for part in command]
    if os.name == "nt":
        sys.exit(subprocess.call(argv))
    os.execv(argv[0], argv)


def unreached(report: str) -> NoReturn:
    cause = re.search(r"\[(?:Errno|SSL)[^]]*\] ([\w ]+)", report)
    why = cause[1] if cause else "no connection"
    stop(f"no package index answers ({why}): connect to the network, or set PIP_INDEX_URL")


def stop(why: str, details: str = "") -> NoReturn:
    sys.exit(f"{details}bootstrap: {why}.")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
