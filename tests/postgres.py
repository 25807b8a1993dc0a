"""A PostgreSQL server of our own: in a temporary folder, on a socket, and gone with the tests."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Where Debian and Homebrew put what is not on the PATH.
ELSEWHERE = ("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt")
OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off"


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
def server(bin_: Path) -> Iterator[str]:
    """A server that is there while the block runs: the folder of its socket, its user postgres.

    It runs as whoever runs the tests; as `postgres` for root, whom initdb refuses.
    """
    folder = Path(tempfile.mkdtemp(prefix="netlog-pg-"))
    prefix: list[str] = []
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

    def run(program: str, *words: str) -> None:
        command = [*prefix, str(bin_ / program), "-D", str(folder / "data"), *words]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    try:
        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        run("pg_ctl", "-o", f"-k {folder} {OPTIONS}", "-l", str(folder / "log"), "-w", "start")
        try:
            yield str(folder)
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
