"""netlog as a program on the PATH whose process is a fork of one that has loaded it already.

A new Python takes a tenth of a second to load netlog. The program here is a small client: it hands
its words, its environment, its folder and its three streams to a process that waits for them, which
forks, and the fork is the command. What a process of its own imports, and how it starts, is held by
tests that start one (`process` in conftest.py).
"""

import array
import gc
import marshal
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import traceback
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from netlog import cli, start
from netlog.catalogue import COMMANDS
from netlog.tree import load

# Without site and os, which take longer than the rest.
CLIENT = """#!{python} -ISE
import _socket, marshal, posix, sys
server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
server.connect({address!r})
told = marshal.dumps((sys.argv[1:], dict(posix.environ), posix.getcwd()))
streams = b"".join(number.to_bytes(4, sys.byteorder) for number in (0, 1, 2))
server.sendmsg(
    [len(told).to_bytes(8, "big")], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)]
)
server.sendall(told)
posix._exit((server.recv(1) or b"F")[0])
"""


class Program:
    """The program, in a folder of its own, and the process that waits for those who run it."""

    def __init__(self) -> None:
        for entry in COMMANDS:
            load(entry)
        # The name of a socket may be a hundred bytes: where tests write it would be longer.
        self.folder = tempfile.mkdtemp(prefix="netlog-", dir="/tmp")
        address = os.path.join(self.folder, "socket")
        path = Path(self.folder, "netlog")
        path.write_text(CLIENT.format(python=sys.executable, address=address), "utf-8")
        path.chmod(0o755)
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(address)
        listening.listen(16)
        ended, self.end = os.pipe()
        with warnings.catch_warnings():
            # xdist has a thread of its own, which holds nothing that the child needs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if not self.pid:
            os.close(self.end)
            _serve(listening, ended, os.path.join(self.folder, "n.db"))
        os.close(ended)
        listening.close()

    def close(self) -> None:
        """Let the process end, and wait for it: what it took is counted, then."""
        os.close(self.end)
        os.waitpid(self.pid, 0)
        shutil.rmtree(self.folder)


# What a write needs is loaded by the first there is, and takes it a second.
FIRST = (("add", "Ada", "--every", "2w"), ("log", "ada", "coffee"), ("show", "ada"), ("undo",))


def _serve(listening: socket.socket, ended: int, book: str) -> NoReturn:
    """Fork for each who connects, until whoever has started this is done or gone."""
    status = 1
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            sys.stdout = sys.stderr = nowhere
            for words in FIRST:
                assert cli.main([*words, "--db", book]) == 0
        gc.freeze()
        while True:
            ready, _, _ = select.select([listening, ended], [], [], 1)
            if ended in ready:
                break
            if listening in ready:
                connection, _ = listening.accept()
                if not os.fork():
                    listening.close()
                    os.close(ended)
                    _answer(connection)
                connection.close()
            _reap(os.WNOHANG)
        _reap(0)
        status = 0
    finally:
        os._exit(status)


def _reap(how: int) -> None:
    """See the commands off that have ended, so that what they took is counted."""
    try:
        while os.waitpid(-1, how)[0]:
            pass
    except ChildProcessError:
        pass


def _answer(connection: socket.socket) -> NoReturn:
    """Be the command that somebody has typed, and tell them its status."""
    status = 1
    try:
        size, controls, _, _ = connection.recvmsg(8, socket.CMSG_SPACE(12))
        streams = array.array("i", controls[0][2])
        told = b""
        while len(told) < int.from_bytes(size, "big"):
            told += connection.recv(1 << 16)
        argv, environment, folder = marshal.loads(told)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(folder)
        os.environ.clear()
        status = become(argv, {os.fsdecode(k): os.fsdecode(v) for k, v in environment.items()})
    finally:
        connection.sendall(bytes([status]))
        os._exit(status)


def become(argv: Sequence[str], environment: Mapping[str, str]) -> int:
    """Be the command, from its streams to its exit status; what the process was is forgotten."""
    status: object = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.environ.update(environment)
        tempfile.tempdir = None  # what this process has found out is not of this environment
        sys.stdin = os.fdopen(0, encoding="utf-8")
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")
        sys.argv = ["netlog", *argv]
        start.run()
    except SystemExit as ended:
        status = ended.code
    except BaseException:
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            pass
    return status if isinstance(status, int) else 0 if status is None else 1
