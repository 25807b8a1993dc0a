"""Who holds the lock of a file, where the system tells."""

import os

LOCKS = "/proc/locks"
# PENDING_BYTE, after which SQLite's locks lie: https://www.sqlite.org/fileformat2.html, 1.2.
FIRST_BYTE = 0x40000000


def holder(path: str) -> str | None:
    """The program that is busy with the SQLite file, as "netlog (process 412)"; None if unknown.

    Of several the one that writes. Its arguments, which may be names of people, are not told.
    """
    try:
        inode = str(os.stat(path).st_ino)
        with open(LOCKS, encoding="ascii") as file:
            held = [line.split() for line in file]
    except (OSError, UnicodeDecodeError):
        return None
    found: dict[str, str] = {}
    for words in held:
        # 1: POSIX ADVISORY WRITE 412 08:01:2621450 1073741825 1073741825
        if len(words) < 8 or words[5].rpartition(":")[2] != inode or words[4] == str(os.getpid()):
            continue
        if words[6].isdigit() and int(words[6]) >= FIRST_BYTE:
            found.setdefault(words[3], words[4])
    whose = found.get("WRITE") or found.get("READ")
    return whose and _named(whose)


def _named(process: str) -> str:
    try:
        with open(f"/proc/{process}/comm", encoding="utf-8", errors="replace") as file:
            name = file.read().strip()
    except OSError:
        return f"process {process}"
    return f"{name} (process {process})"
