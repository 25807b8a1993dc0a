"""Small stories that must hold: each case of tests/cases, or of ../shared/cases where that is.

  # text          what it shows
  @ 2026-08-01    it is that day from here on
  $ COMMAND       typed in bash; its exit status must be 0, or what `=> N` at its end says
  ? COMMAND       a check: must exit 0
  ! COMMAND       a check that must exit 1

A case begins in an empty home. What needs the files in $FOUND is skipped where they are not. Those
that do not hold yet stand in tests/cases/pending.txt, and fail the tests once they do.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest
from tests.forked import Program

OURS = Path(__file__).parents[1] / "cases"
SHARED = Path(__file__).parents[3] / "shared"
FOUND = SHARED / "corpora" / "found"
PENDING = OURS / "pending.txt"
# What only a shell understands; in double quotes, too, the last three mean something.
SHELL = re.compile(r"[|&;<>()*?\[#~{}!$`\\]")
LOOP = re.compile(r"for (\w+) in ([\w ]+); do (netlog [^;]+?)(?: >/dev/null)?; done")
ASKED = re.compile(r"jq -e '([^']*)'")
QUOTED = re.compile(r"'[^']*'|\"[^\"$`\\]*\"")
SETTING = re.compile(r"(NETLOG_\w+)=([^\s'\"$`\\]+) ")
# What is printed on both streams goes on; in the first form whatever comes of it.
BOTH = (
    re.compile(r"\((netlog .+) \|\| true\) 2>&1 \| (.+)"),
    re.compile(r"(netlog .+) 2>&1 \| (.+)"),
)


class Case(NamedTuple):
    """A story, by its file and what it shows."""

    file: str
    shows: str
    lines: tuple[str, ...]


def cases() -> list[Case]:
    """All there are; of two files with one name, the shared one."""
    files = {path.name: path for folder in (OURS, SHARED / "cases") for path in told(folder)}
    return [case for path in files.values() for case in read(path)]


def told(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.case"))


def read(path: Path) -> list[Case]:
    found: list[Case] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            found.append(Case(path.stem, line[2:], ()))
        elif line.strip():
            found[-1] = found[-1]._replace(lines=(*found[-1].lines, line))
    return found


def pending() -> dict[tuple[str, str], str]:
    """The reason of each that does not hold yet, by its file and what it shows."""
    lines = (line for line in PENDING.read_text("utf-8").splitlines() if line[:1] not in ("", "#"))
    parts = [line.split(" | ") for line in lines]
    return {(file, shows): reason for reason, file, shows in parts}


def parameters() -> list[object]:
    waits = pending()
    return [
        pytest.param(
            case,
            id=f"{case.file}: {case.shows}",
            marks=[pytest.mark.xfail(reason=waits[case[:2]])] if case[:2] in waits else [],
        )
        for case in cases()
    ]


class Jq:
    """One `jq -e` for all programs of all cases, fed line by line: to begin takes it longest."""

    # What a program of its own would have ended with.
    SAYS = "def says(f): try ([f] | if length == 0 then 4 elif .[-1] then 0 else 1 end) catch 5;"

    def __init__(self, programs: list[str]) -> None:
        self.numbers = {program: number for number, program in enumerate(programs)}
        asked = " ".join(
            f"if .[0] == {number} then .[1] | says({program}\n) else"
            for program, number in self.numbers.items()
        )
        self.running = subprocess.Popen(
            ["jq", "--unbuffered", "-c", f"{self.SAYS} {asked} 5{' end' * len(programs)}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def status(self, program: str, given: str) -> int | None:
        """The exit status of `jq -e` for the JSON; None where a jq of its own must say."""
        try:
            value = json.loads(given)
        except ValueError:
            return None
        stdin, stdout = self.running.stdin, self.running.stdout
        assert stdin
        assert stdout
        stdin.write(f"{json.dumps([self.numbers[program], value])}\n")
        stdin.flush()
        return int(stdout.readline())


@pytest.fixture(scope="session")
def jq() -> Iterator[Jq]:
    lines = (line for case in cases() for line in case.lines)
    found = Jq(list(dict.fromkeys(program for line in lines for program in ASKED.findall(line))))
    yield found
    found.running.communicate()


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("jq")), reason="needs bash and jq")
@pytest.mark.parametrize("case", parameters())
def test_it_holds(case: Case, home: Path, netlog, program: Program, jq: Jq, monkeypatch) -> None:
    if "$FOUND" in " ".join(case.lines) and not FOUND.is_dir():
        pytest.skip(f"{FOUND} is not there")
    settings = {"NETLOG_DB": f"{home}/n.db", "NO_COLOR": "1", "COLUMNS": "100", "FOUND": str(FOUND)}
    today = {"NETLOG_TODAY": "2026-11-25"}
    path = {"PATH": f"{program.folder}:{os.environ['PATH']}"}
    for name, value in (settings | today | path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(home)
    for line in case.lines:
        mark, command, want = line[0], line[1:].strip(), 0
        if mark == "@":
            monkeypatch.setenv("NETLOG_TODAY", command)
            continue
        if status := re.search(r"=> (\d+)$", command):
            command, want = command[: status.start()], int(status[1])
        found, said = typed(command.strip(), netlog, jq, monkeypatch)
        assert found == (1 if mark == "!" else want), f"{line}\n{said}"


def typed(command: str, netlog, jq: Jq, monkeypatch) -> tuple[int, str]:
    """The exit status of what is typed, and what is known of why."""
    if loop := LOOP.fullmatch(command):
        name, words, body = loop.groups()
        turns = [body.replace(f"${name}", word) for word in words.split()]
        return [typed(turn, netlog, jq, monkeypatch) for turn in turns][-1]
    taken = by_hand(command)
    if taken is None:
        return in_bash(command, "")
    with monkeypatch.context() as alone:
        alone.setattr(sys, "stdin", StringIO())
        for name, value in taken.settings.items():
            alone.setenv(name, value)
        status, out, err = netlog(*taken.words)
    if not taken.rest:
        return status, err or out
    given = f"{err}{out}" if taken.both else out
    status = 0 if taken.whatever else status
    if asked := ASKED.fullmatch(taken.rest):
        answer = jq.status(asked[1], given)
        if answer is not None:
            return answer or status, f"{err}{out}"
    piped, said = in_bash(taken.rest, given)
    return piped or status, f"{err}{said}{out}"


class Taken(NamedTuple):
    """What is typed where no shell is needed for netlog itself.

    rest is what its output is piped into, that of both streams where `both`, and `whatever` became
    of it; settings hold for this line alone.
    """

    words: list[str]
    rest: str = ""
    settings: Mapping[str, str] = MappingProxyType({})
    both: bool = False
    whatever: bool = False


def by_hand(command: str) -> Taken | None:
    """The line, to be run in this process, which takes a tenth of the time; None if bash must."""
    command = command.replace("$FOUND", str(FOUND)).replace("$HOME/", f"{os.environ['HOME']}/")
    settings: dict[str, str] = {}
    while found := SETTING.match(command):
        settings[found[1]] = found[2]
        command = command[found.end() :]
    for whatever, form in zip((True, False), BOTH, strict=True):
        if found := form.fullmatch(command):
            taken = by_hand(found[1])
            alone = taken and not taken.rest and not taken.settings and not settings
            if not alone or re.search(r"[&;|]|netlog", QUOTED.sub("", found[2])):
                return None
            return taken._replace(rest=found[2], both=True, whatever=whatever)
    blank = QUOTED.sub(lambda quoted: "_" * len(quoted[0]), command)
    left, pipe, right = blank.partition("|")
    if not left.startswith("netlog ") or SHELL.search(left) or re.search(r"[&;]|netlog", right):
        return None
    cut = len(left)
    return Taken(shlex.split(command[:cut])[1:], command[cut + len(pipe) :].strip(), settings)


def in_bash(command: str, given: str) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.returncode, done.stderr or done.stdout


def test_what_is_pending_is_a_case() -> None:
    assert set(pending()) <= {case[:2] for case in cases()}


@pytest.mark.skipif(not shutil.which("jq"), reason="needs jq")
@pytest.mark.parametrize(
    ("program", "given"),
    [
        (".a", '{"a": 0}'),
        (".a", '{"a": false}'),
        (".a", "{}"),
        (".[]", "[]"),
        (".[]", "[null, 1]"),
        (".[]", "[1, null]"),
        (".a", "[]"),
        ("error", "1"),
        ('.[0] | test("ö")', '["Zoë Köhler"]'),
    ],
)
def test_one_jq_says_what_each_of_its_own_would(program: str, given: str) -> None:
    one = Jq(["1", program])
    own = subprocess.run(["jq", "-e", program], input=given, capture_output=True, text=True)
    assert one.status(program, given) == own.returncode
    one.running.communicate()


@pytest.mark.parametrize(
    ("command", "taken"),
    [
        ('netlog log +"Maria Lopez" -- a', Taken(["log", "+Maria Lopez", "--", "a"])),
        ("netlog due --json | jq -e 'a | b'", Taken(["due", "--json"], "jq -e 'a | b'")),
        ("netlog list | tr a b | grep -q c", Taken(["list"], "tr a b | grep -q c")),
        ("netlog due 2>&1 | grep x", Taken(["due"], "grep x", both=True)),
        ("(netlog due || true) 2>&1 | jq .", Taken(["due"], "jq .", both=True, whatever=True)),
        ("NETLOG_DB=x netlog due", Taken(["due"], settings={"NETLOG_DB": "x"})),
        ("netlog import x >/dev/null 2>&1; test $? -le 1", None),
        ("netlog log a lunch 2>&1 >/dev/null | grep -q f1", None),
        ("netlog list | head -1 | netlog log - -m x", None),
        ("netlog due --json | jq -e 'a' || netlog list", None),
        ('netlog show "$w"', None),
    ],
)
def test_no_shell_is_asked_where_none_is_needed(command: str, taken: object) -> None:
    assert by_hand(command) == taken
