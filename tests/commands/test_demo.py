"""netlog demo: its last lines are pasted as they stand, and work in the shell at hand."""

import os
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from tests.conftest import TODAY

from netlog.commands.frame.shell import exporting

ROOT = Path(__file__).parents[2]
PROGRAM = str(Path(sys.executable).with_name("netlog"))
BARE_PATH = "/usr/local/bin:/usr/bin:/bin"


def last_lines(shown: str) -> list[str]:
    """What is to be pasted."""
    return [line for line in shown.splitlines() if line.startswith("  ")]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    own = {
        "PATH": BARE_PATH,
        "SHELL": "/bin/bash",
        "HOME": str(tmp_path_factory.mktemp("home")),
        "TMPDIR": str(tmp_path_factory.mktemp("demo")),
        "NETLOG_TODAY": TODAY,
    }
    done = subprocess.run(
        [PROGRAM, "demo"],
        env=own,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_last_lines_run_as_they_are_pasted(shown: str) -> None:
    pasted = last_lines(shown)[-4:]
    assert pasted[0].startswith("  export NETLOG_DB=")
    assert all(line.startswith("  netlog ") for line in pasted[1:])
    script = "\n".join(["set -e", *pasted, 'test "$(netlog due --json | wc -l)" -gt 3'])
    environment = {name: value for name, value in os.environ.items() if name != "NETLOG_DB"}
    done = subprocess.run(
        ["sh", "-c", script], env={**environment, "PATH": BARE_PATH}, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Maria Esposito (c16)" in done.stdout


def test_what_comes_after_is_ones_own_book(shown: str) -> None:
    last = shown.splitlines()[-2]
    assert last.startswith("Your own book: ")
    assert "netlog add" in last
    assert "netlog import contacts.vcf --dry-run" in last


def test_where_ones_own_book_begins_netlog_is_found(shown: str) -> None:
    assert f"netlog is {PROGRAM} there" in shown.splitlines()[-1]


def test_what_is_run_by_the_bootstrap_is_not_found_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shell in which the lines are pasted has another."""
    run = runpy.run_path(str(ROOT / "bootstrap.py"), run_name="bootstrap")["main"]
    paths = {}

    def become(*_: object) -> NoReturn:
        paths[command] = os.environ["PATH"]
        raise SystemExit

    run.__globals__.update({"set_up": lambda _: None, "become": become})
    for command in ("demo", "test"):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PATH", BARE_PATH)
        with pytest.raises(SystemExit):
            run(command)
    assert paths == {"demo": BARE_PATH, "test": f"{ROOT / '.venv' / 'bin'}:{BARE_PATH}"}


def test_shell_line_is_the_book_alone(netlog, db: Path) -> None:
    printed = netlog("demo", "--shell-line")
    assert (printed.status, printed.err) == (0, "")
    (word,) = shlex.split(printed.out)
    name, _, path = word.partition("=")
    assert name == "NETLOG_DB"
    assert os.path.exists(path)


AWKWARD = "/tmp/a b's $x/demo.db"


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("/bin/zsh", "export NETLOG_DB=/tmp/demo.db PATH='/opt/my bin':\"$PATH\""),
        ("", "export NETLOG_DB=/tmp/demo.db PATH='/opt/my bin':\"$PATH\""),
        ("/usr/bin/fish", "set -gx NETLOG_DB /tmp/demo.db; set -gx PATH '/opt/my bin' $PATH"),
        (
            "/usr/bin/pwsh",
            "$env:NETLOG_DB = '/tmp/demo.db'; $env:PATH = '/opt/my bin:' + $env:PATH",
        ),
        ("/bin/tcsh", "setenv NETLOG_DB /tmp/demo.db; setenv PATH '/opt/my bin':\"$PATH\""),
    ],
)
def test_the_line_is_that_of_the_shell_at_hand(monkeypatch, shell: str, said: str) -> None:
    monkeypatch.setenv("SHELL", shell)
    assert exporting({"NETLOG_DB": "/tmp/demo.db"}, "/opt/my bin") == said


@pytest.mark.parametrize("shell", ["sh", "bash", "zsh", "fish", "tcsh", "pwsh"])
def test_an_awkward_path_arrives_whole(monkeypatch, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    monkeypatch.setenv("SHELL", program)
    monkeypatch.setenv("PATH", "/usr/bin:/bin:/some folder")
    line = exporting({"NETLOG_DB": AWKWARD}, "/opt/x y")
    show = f"{shlex.quote(sys.executable)} -c 'import os; print(os.environ[\"NETLOG_DB\"])'"
    done = subprocess.run([program, "-c", f"{line}\n{show}"], capture_output=True, text=True)
    assert done.stdout == f"{AWKWARD}\n"
