"""A headless Chromium, spoken to through two pipes: nothing listens, and nothing is downloaded."""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-extensions", "--disable-dev-shm-usage", "--remote-debugging-pipe"),
)
# It reads what it is told from 3 and answers on 4.
BECOME = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for number, end in enumerate(ends, 3):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""


def installed() -> str | None:
    """Where a Chromium is, None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """One page: what it asked of the network, and what was logged of it."""

    def __init__(self, talk: "Talk", session: str) -> None:
        self.talk, self.session = talk, session
        self.requests: list[str] = []
        self.complaints: list[str] = []
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> Any:
        """Ask for that and wait for the answer; what happens meanwhile is noted."""
        return self.talk.call(method, params, self.session, self._heard)

    def _heard(self, event: dict[str, Any]) -> None:
        params = event["params"]
        match event["method"]:
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(params["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(params["exceptionDetails"]["text"]))

    def evaluate(self, script: str) -> Any:
        """What that comes to in the page, awaited."""
        found = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        """Give it a screen so large."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1}
        self.call("Emulation.setDeviceMetricsOverride", **metrics, mobile=width < 600)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def visit(self, file: Path) -> None:
        """Go to that file, and wait until it is there."""
        self.call("Page.navigate", url=file.as_uri())
        self.evaluate(
            "new Promise(done => document.readyState === 'complete' ? done() "
            ": addEventListener('load', () => done()))"
        )

    def picture(self, file: Path) -> None:
        """Keep what is seen."""
        file.write_bytes(b64decode(self.call("Page.captureScreenshot")["data"]))


class Talk:
    """Messages there and back, each ended by a null."""

    def __init__(self, reads: int, writes: int) -> None:
        self.answers, self.asks = os.fdopen(reads, "rb"), os.fdopen(writes, "wb")
        self.number = 0

    def call(self, method: str, params: Any, session: str | None, heard: Any) -> Any:
        self.number += 1
        asked = {"id": self.number, "method": method, "params": params}
        message = asked | ({"sessionId": session} if session else {})
        self.asks.write(json.dumps(message).encode() + b"\0")
        self.asks.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            if "method" in answer and heard:
                heard(answer)

    def _next(self) -> dict[str, Any]:
        said = bytearray()
        while (byte := self.answers.read(1)) != b"\0":
            assert byte, "Chromium is gone"
            said += byte
        found: dict[str, Any] = json.loads(said)
        return found


@contextmanager
def opened(program: str, folder: Path) -> Iterator[Page]:
    """A page of a browser of its own, which is gone afterwards."""
    (their_reads, our_writes), (our_reads, their_writes) = os.pipe(), os.pipe()
    argv = [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
    browser = subprocess.Popen(
        [sys.executable, "-c", BECOME, str(their_reads), str(their_writes), *argv],
        pass_fds=(their_reads, their_writes),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    )
    os.close(their_reads)
    os.close(their_writes)
    talk = Talk(our_reads, our_writes)
    try:
        target = talk.call("Target.createTarget", {"url": "about:blank"}, None, None)
        attached = talk.call("Target.attachToTarget", {**target, "flatten": True}, None, None)
        yield Page(talk, attached["sessionId"])
    finally:
        browser.kill()
        browser.wait()
        talk.answers.close()
        talk.asks.close()
