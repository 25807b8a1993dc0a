"""Keys pressed at a question, once it is waited for an answer.

Python overlooks a signal that comes between the question and the read behind it, where nobody's
fingers are as fast as a test.
"""

import subprocess
import time
from pathlib import Path

import pexpect

PATIENCE = 30  # seconds


def press(child: pexpect.spawn, key: str) -> None:
    """Press that key, by the name of pexpect's method, as soon as the child sleeps in its read."""
    until = time.monotonic() + PATIENCE
    while not _state(child.pid).startswith("S"):
        assert time.monotonic() < until, "it waits for nothing"
        time.sleep(0.001)
    getattr(child, key)()


def _state(pid: int) -> str:
    """R for what runs, S for what sleeps, as ps says."""
    told = Path(f"/proc/{pid}/stat")
    if told.exists():
        return told.read_text("utf-8").rpartition(") ")[2]
    asked = ("ps", "-o", "stat=", "-p", str(pid))
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
