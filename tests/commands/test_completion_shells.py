"""Completion as it is lived: real shells on a pseudo-terminal, TAB, and Enter on what TAB wrote."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pexpect
import pytest
from tests.forked import Program

from netlog.commands import completion_
from netlog.records.contacts import NewContact
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.writes import contacts as writes

AT = "2026-11-23T12:00:00Z"

# What is typed after `netlog show `, and whom TAB must complete it to.
NASTY = [
    ("Grace\\ H", "Grace Hopper"),
    ("zoe", "Zoë Müller"),
    ("mul", "Zoë Müller"),
    ("李", "李 小龍"),
    ("quo", "Quo'te \"Both\" 'n'"),
    ("prof", "Prof: A=B @home"),
    ("back", "Back\\slash\\"),
    ("cash", "Cash $HOME (AT&T) Łódź"),
    ("wow", "Wow! Really!"),
    ("star", "Star *? [x] {a,b}; <echo> | #1 ~"),
    ("tick", "`id` $(id) Tick"),
]
# The hardest of them again, behind a quotation mark that the user has typed.
QUOTED = [
    (mark + typed, name)
    for mark in "\"'"
    for typed, name in NASTY
    if typed in ("quo", "back", "wow")
]
FEWER = [pair for pair in (*NASTY, *QUOTED) if pair[0].strip("\"'") in ("mul", "quo", "star")]


class Book(NamedTuple):
    """A folder with a home, a book and a netlog on the PATH."""

    folder: Path
    environment: dict[str, str]

    @property
    def home(self) -> Path:
        return self.folder / "home"


def seed(path: Path, people: list[NewContact]) -> None:
    with doors.recording(str(path), command="test", at=AT, judge=derive) as book:
        for person in people:
            writes.add(book, person)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, program: Program) -> Book:
    folder = tmp_path_factory.mktemp("shells")
    names = dict.fromkeys(name for _, name in NASTY)
    twins = [NewContact("Ada Byron"), NewContact("Ada Byron")]
    unseen = [NewContact("Rlo\u202egnp"), NewContact("Zwsp\u200b\u2066x")]
    far = [NewContact("Gina Gray"), NewContact("Gus Gray", circles=("peer",))]
    seed(folder / "book.db", [*map(NewContact, names), *twins, *unseen, *far])
    seed(folder / "other book.db", [NewContact("Olga Other")])
    (folder / "home").mkdir()
    environment = {
        "PATH": f"{program.folder}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder / "home"),
        "NETLOG_DB": str(folder / "book.db"),
        "NETLOG_TODAY": "2026-11-23",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }
    return Book(folder, environment)


class Terminal:
    """A shell that somebody types into."""

    def __init__(self, book: Book, *argv: str, enter: str = "\n") -> None:
        if shutil.which(argv[0]) is None:
            pytest.skip(f"{argv[0]} is not installed")
        self.book = book
        self.enter = enter
        self.turn = 0
        self.child = pexpect.spawn(
            argv[0],
            list(argv[1:]),
            env=book.environment,
            cwd=str(book.folder),
            encoding="utf-8",
            echo=False,
            timeout=20,
            dimensions=(40, 200),
        )
        self.child.delaybeforesend = None

    def ready(self) -> None:
        """Wait until it has done everything that was typed so far."""
        self.turn += 1
        self.child.send(f'echo turn""{self.turn}.{self.enter}')
        self.child.expect_exact(f"turn{self.turn}.")

    def runs(self, line: str) -> Any:
        """Type that line, TABs and all, press Enter, and read the JSON it prints."""
        printed = self.book.folder / "printed.json"
        printed.write_text("")
        self.child.send(f"{line} --json >printed.json{self.enter}")
        self.ready()
        return json.loads(printed.read_text() or "null")

    def close(self) -> None:
        self.child.close(force=True)


@pytest.fixture(scope="module")
def bash(book: Book) -> Iterator[Terminal]:
    terminal = Terminal(book, "bash", "--norc", "--noprofile")
    terminal.child.send("bind 'set enable-bracketed-paste off'\n")
    terminal.child.send('eval "$(netlog completion bash)"\n')
    terminal.ready()
    yield terminal
    terminal.close()


@pytest.fixture(scope="module")
def zsh(book: Book) -> Iterator[Terminal]:
    functions = book.home / ".zfunc"
    functions.mkdir()
    (functions / "_netlog").write_text(completion_.script_of("zsh"))
    (book.home / ".zshrc").write_text(
        "unset zle_bracketed_paste; fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit -u -D"
    )
    terminal = Terminal(book, "zsh", "-i")
    terminal.ready()
    yield terminal
    terminal.close()


@pytest.fixture(scope="module")
def fish(book: Book) -> Iterator[Terminal]:
    folder = book.home / ".config" / "fish"
    (folder / "completions").mkdir(parents=True)
    (folder / "completions" / "netlog.fish").write_text(completion_.script_of("fish"))
    (folder / "config.fish").write_text(
        "set -g fish_greeting\nset -g fish_autosuggestion_enabled 0"
    )
    terminal = Terminal(book, "fish", "-i", enter="\r")
    terminal.ready()
    yield terminal
    terminal.close()


@pytest.mark.parametrize(("typed", "name"), [*NASTY, *QUOTED])
def test_bash_finds_whom_tab_completed(bash: Terminal, typed: str, name: str) -> None:
    assert bash.runs(f"netlog show {typed}\t")["name"] == name


@pytest.mark.parametrize(("typed", "name"), FEWER)
def test_zsh_finds_whom_tab_completed(zsh: Terminal, typed: str, name: str) -> None:
    assert zsh.runs(f"netlog show {typed}\t")["name"] == name


@pytest.mark.parametrize(("typed", "name"), FEWER)
def test_fish_finds_whom_tab_completed(fish: Terminal, typed: str, name: str) -> None:
    assert fish.runs(f"netlog show {typed}\t")["name"] == name


SHELLS = pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])


@SHELLS
def test_commands_options_and_choices(shell: str, request: pytest.FixtureRequest) -> None:
    terminal = request.getfixturevalue(shell)
    (gus,) = terminal.runs("netlog li\t --so\t na\t --circle=pe\t")
    assert gus["name"] == "Gus Gray"


@SHELLS
def test_the_book_named_on_the_line(shell: str, request: pytest.FixtureRequest) -> None:
    terminal = request.getfixturevalue(shell)
    assert terminal.runs("netlog --db=oth\t show olg\t")["name"] == "Olga Other"


def test_bash_takes_a_quoted_path_after_the_command(bash: Terminal) -> None:
    assert bash.runs("netlog show --db 'oth\t olg\t")["name"] == "Olga Other"


@SHELLS
def test_several_never_take_away_what_was_typed(shell: str, request: pytest.FixtureRequest) -> None:
    # Gina Gray and Gus Gray begin with G; together with the `ina` typed after TAB it is Gina.
    terminal = request.getfixturevalue(shell)
    assert terminal.runs("netlog show gray\t\\ gina")["name"] == "Gina Gray"


def test_bash_shows_whom_to_choose_from(bash: Terminal) -> None:
    bash.child.send("netlog show ada\t\t")
    bash.child.expect(r"(c\d+)  \(Ada Byron\)\s+(c\d+)  \(Ada Byron\)")
    _, ref = bash.child.match.groups()
    assert bash.runs(f"\x15netlog show {ref}\t")["ref"] == ref


def test_bash_keeps_what_it_breaks_words_at(bash: Terminal) -> None:
    assert bash.runs("netlog show Prof:\\ A=\t")["name"] == "Prof: A=B @home"
    assert bash.runs("netlog show prof:\\ a=\t")["name"] == "Prof: A=B @home"


@pytest.mark.parametrize(
    ("typed", "shown"), [("rlo", r"Rlo\u202egnp"), ("zw", r"Zwsp\u200b\u2066x")]
)
def test_zsh_shows_what_is_not_seen_as_netlog_does(zsh: Terminal, typed: str, shown: str) -> None:
    zsh.child.send(f"netlog show {typed}\t")
    zsh.child.expect_exact(shown)
    zsh.child.send("\x15")
    zsh.ready()
    assert zsh.runs(f"netlog show {typed}\t")["name"].startswith(shown[:3])
