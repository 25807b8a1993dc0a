"""A PostgreSQL server of our own: in a temporary folder, on a socket, and gone with the tests."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Where Debian and Homebrew put what is not on the PATH.
ELSEWHERE = ("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt")
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
# A copied database is on no disk where there is room elsewhere: half a second is saved with each.
MEMORY, ROOM = "/dev/shm", 2 << 30


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, of the newest version there is; None where none is."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = [one for place in ELSEWHERE for one in Path(place).glob("*/bin/initdb")]
    return (
        max(found, key=lambda one: int("".join(filter(str.isdigit, one.parts[-3])) or 0)).parent
        if found
        else None
    )


@contextmanager
def server(bin_: Path, options: str = QUICK) -> Iterator[str]:
    """A server that is there while the block runs: the folder of its socket, its user postgres.

    It runs as whoever runs the tests; as `postgres` for root, whom initdb refuses.
    """
    folder = Path(tempfile.mkdtemp(prefix="netlog-pg-", dir=_place()))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    stop = shlex.join(command(bin_, folder, "pg_ctl", "-m", "immediate", "stop"))
    # It ends the server also where these tests are killed: what it reads ends with them.
    end = subprocess.Popen(
        ["sh", "-c", f"cat; {stop}; rm -rf {folder}"],
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        make = ("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        run(command(bin_, folder, *make), folder)
        start(bin_, folder, options)
        yield str(folder)
    finally:
        end.communicate()


def start(bin_: Path, folder: Path, options: str = QUICK) -> None:
    """Start the server that has its data in the folder, and wait until it answers."""
    told = f"-k {folder} -c listen_addresses= {options}"
    run(command(bin_, folder, "pg_ctl", "-o", told, "-l", f"{folder}/log", "-w", "start"), folder)


def command(bin_: Path, folder: Path, program: str, *words: str) -> list[str]:
    """How a program of the server is run on what is in the folder."""
    as_whom = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    told = [str(bin_ / program), "-D", str(folder / "data"), *words]
    return [*as_whom, *told] if os.getuid() == 0 else told


def run(words: list[str], folder: Path) -> None:
    """Run it in the folder; what it says is of no interest, its failure is."""
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def _place() -> str | None:
    try:
        found = os.statvfs(MEMORY)
    except OSError:
        return None
    has_room = found.f_bavail * found.f_frsize >= ROOM
    return MEMORY if has_room and os.access(MEMORY, os.W_OK) else None
