"""netlog and its peers, and what each is asked."""

from collections.abc import Callable
from pathlib import Path

import seeds
from peers import Command, Here, Peer

ROOT = Path(__file__).resolve().parent.parent
# Somebody in the middle of whoever there is: family names are spread, this one is in every size.
FAMILY = "Family19"


def _plain(*argv: str) -> Command:
    return lambda here, _turn: ([here.program, *argv], None)


def _each(made: Callable[[int], list[str]]) -> Command:
    return lambda here, turn: ([here.program, *made(turn)], None)


def _khard(*argv: str) -> Command:
    return lambda here, _turn: ([here.program, "-c", str(here.folder / "conf"), *argv], None)


def _add_khard(here: Here, turn: int) -> tuple[list[str], str | None]:
    asked = (
        f"First name : New{turn}\nLast name : Person\nEmail :\n    home : new{turn}@example.org\n"
    )
    file = here.folder / "new.yaml"
    file.write_text(asked)
    return _khard("new", "-a", "cards", "-i", str(file))(here, turn)


def _hermitcrm(made: Callable[[int], list[str]]) -> Command:
    return lambda here, turn: (
        [here.program, "--data", str(here.folder / "crm"), *made(turn)],
        None,
    )


def _abook(*argv: str, convert: str | None = None) -> Command:
    def command(here: Here, _turn: int) -> tuple[list[str], str | None]:
        book = str(here.folder / "book")
        if convert:
            return [here.program, "--convert", "--infile", book, "--outformat", convert], None
        return [here.program, "-f", book, *argv], None

    return command


def _add_abook(here: Here, turn: int) -> tuple[list[str], str | None]:
    argv, _ = _abook("--add-email-quiet")(here, turn)
    return argv, f"From: New{turn} Person <new{turn}@example.org>\n\n"


PEERS = (
    Peer(
        "netlog",
        "this tree; Python, SQLite through SQLModel",
        "netlog",
        "",
        seeds.netlog,
        {
            "add": _each(lambda n: ["add", f"New{n} Person", "--email", f"new{n}@example.org"]),
            "log": _each(lambda n: ["log", "c1", "coffee", "--", f"Coffee number {n}"]),
            "due": _plain("due"),
            "list": _plain("list"),
            "search": _plain("search", FAMILY),
            "export": _plain("export", "--format", "json"),
        },
        pypi=str(ROOT),
    ),
    Peer(
        "khard",
        "Python, a vCard file each; from PyPI",
        "khard",
        "",
        seeds.khard,
        {"add": _add_khard, "list": _khard("list"), "search": _khard("list", FAMILY)},
        pypi="khard",
    ),
    Peer(
        "narad",
        "Python, SQLite; from PyPI",
        "narad",
        "",
        seeds.narad,
        {
            "add": _each(
                lambda n: ["add", "contact", f"New{n} Person", "-e", f"new{n}@example.org"]
            ),
            "log": _each(
                lambda n: ["add", "note", f"Coffee number {n}", "-c", "1", "-k", "meeting"]
            ),
            "due": _plain("today"),
            "list": _plain("list", "contacts", "-n", "1000000"),
            "search": _plain("search", FAMILY),
        },
        pypi="narad",
    ),
    Peer(
        "hermitcrm",
        "Python, Markdown files in git; from PyPI",
        "hermitcrm",
        "",
        seeds.hermitcrm,
        {
            "add": _hermitcrm(
                lambda n: [
                    *("add", "contact", "company-1", f"New{n} Person"),
                    *("--email", f"new{n}@example.org"),
                ]
            ),
            "log": _hermitcrm(
                lambda n: [
                    *("add", "interaction", "company-1", "--channel", "meeting"),
                    *("--direction", "out", "--body", f"Coffee number {n}"),
                ]
            ),
            "due": _hermitcrm(lambda _: ["keep-in-touch"]),
            "export": _hermitcrm(lambda _: ["export", "--format", "json", "-o", "-"]),
        },
        pypi="hermitcrm",
    ),
    Peer(
        "taskwarrior",
        "C++; from Debian",
        "task",
        "",
        seeds.taskwarrior,
        {
            "add": _each(lambda n: ["add", f"New{n} Person new{n}@example.org"]),
            "log": _each(lambda n: ["1", "annotate", f"Coffee number {n}"]),
            "due": _plain("due.before:tomorrow", "list"),
            "list": _plain("list"),
            "search": _plain(f"/{FAMILY}/", "list"),
            "export": _plain("export"),
        },
    ),
    Peer(
        "abook",
        "C, one flat file; from Debian",
        "abook",
        "",
        seeds.abook,
        {
            "add": _add_abook,
            "list": _abook(convert="custom"),
            "search": _abook("--mutt-query", FAMILY),
            "export": _abook(convert="vcard"),
        },
    ),
)
