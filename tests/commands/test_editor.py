"""netlog edit without options: the user's own editor on a document, in a real pseudo-terminal."""

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pexpect
import pytest
from tests.conftest import Contents
from tests.forked import Program

# An editor that does one prepared step each time it is run, and notes what it was given.
PROGRAM = """
import json, os, signal, stat, sys
*_, home, path = sys.argv
steps = json.load(open(f"{home}/steps.json"))
turn = len([name for name in os.listdir(home) if name.startswith("seen-")])
text = open(path, newline="", errors="surrogateescape").read()
open(f"{home}/seen-{turn}", "w", newline="", errors="surrogateescape").write(text)
folder = os.path.dirname(path)
modes = [oct(stat.S_IMODE(os.stat(one).st_mode)) for one in (path, folder)]
json.dump([path, *modes], open(f"{home}/where.json", "w"))
exec(steps[turn])
open(path, "w", newline="").write(text)
"""


class Session(NamedTuple):
    """What a person saw last, what the editor was given each time, and what was asked about it."""

    status: int
    screen: str
    seen: list[str]
    path: str
    modes: list[str]
    asked: list[str]

    @property
    def kept(self) -> str:
        """What netlog says it kept of what was typed."""
        said = " ".join(self.screen.split())
        return said.split("What you typed is in ")[1].split()[0].removesuffix(".")


Edits = Callable[..., Session]


@pytest.fixture
def edits(terminal, tmp_path: Path, program: Program, monkeypatch) -> Edits:
    """Run netlog at a terminal with an editor that does these steps, one each time it opens."""
    editor, home, temporary = tmp_path / "an editor.py", tmp_path / "steps", tmp_path / "tmp"
    editor.write_text(PROGRAM)
    for folder in (home, temporary):
        folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("PROGRAM", f"{program.folder}/netlog")
    monkeypatch.setenv("EDITOR", f"{sys.executable} -ISE '{editor}' --wait {home}")

    def run(what: str, *steps: str, answers: Sequence[str] = ()) -> Session:
        (home / "steps.json").write_text(json.dumps(steps))
        child = terminal("edit", what, columns=200)
        asked = []
        while child.expect([r"([^\r\n]*) Edit again\? \[Y/n\] ", pexpect.EOF]) == 0:
            asked.append(child.match[1])
            child.sendline("" if len(asked) > len(answers) else answers[len(asked) - 1])
        child.close()
        given = [(home / f"seen-{turn}").read_bytes() for turn in range(len(steps))]
        seen = [one.decode("utf-8", "replace") for one in given]
        path, *modes = json.loads((home / "where.json").read_text())
        screen = child.before.replace("\r\n", "\n")
        if asked:
            screen = screen.partition("\n")[2]  # the answer
        return Session(child.exitstatus, screen, seen, path, modes, asked)

    return run


@pytest.fixture
def book(netlog, seeded):
    """Grace, who works at Acme."""
    grace = ("Grace Hopper", "--org", "Acme", "--note", "Likes clocks", "--tag", "navy")
    seeded(lambda: netlog("add", *grace))
    return netlog


CHANGED = "text = text.replace('Acme', 'Initech')"
WRONG = "text = text.replace('birthday = \"\"', 'birthday = \"soon\"')"


def left_behind(session: Session) -> list[str]:
    return os.listdir(Path(session.path).parent.parent)


def test_what_is_changed_in_the_document_is_changed_in_the_book(book, edits: Edits) -> None:
    session = edits("grace", CHANGED)
    assert session.status == 0
    assert session.screen == (
        "Grace Hopper (c1): organization Acme → Initech.\nAcme is kept as a former job.\n"
    )
    assert book("show", "grace", "--json").json["organization"] == "Initech"


def test_the_document_is_private_and_gone_afterwards(book, edits: Edits) -> None:
    session = edits("grace", CHANGED)
    assert session.modes == ["0o600", "0o700"]
    assert left_behind(session) == []


def test_what_an_editor_leaves_beside_the_document_is_gone_too(book, edits: Edits) -> None:
    session = edits("grace", f"open(path + '~', 'w').write(text); {CHANGED}")
    assert left_behind(session) == []


def test_a_mistake_opens_the_editor_again_with_the_reason_on_top(book, edits: Edits) -> None:
    session = edits(
        "grace",
        f"{WRONG}; {CHANGED}; text += '# as I typed it \\n'",
        "text = text.replace('soon', '1906-12-09')",
    )
    first, again = session.seen
    title, reason, advice, *typed = again.split("\n")
    assert re.match(r"#! Line \d+: Cannot read the birthday 'soon'", reason)
    assert advice.startswith("#! ")
    wrong = first.replace('birthday = ""', 'birthday = "soon"').replace("Acme", "Initech")
    wrong += "# as I typed it \n"
    assert [title, *typed] == [*wrong.split("\n")[:1], *wrong.split("\n")[3:]]
    assert session.status == 0
    grace = book("show", "grace", "--json").json
    assert (grace["birthday"], grace["organization"]) == ("1906-12-09", "Initech")
    assert left_behind(session) == []


def test_a_mistake_is_told_with_its_line_and_asked_about(book, edits: Edits) -> None:
    session = edits(
        "grace", "text = text.replace('circles = []', 'circles = [\"bizness\"]')", "pass"
    )
    (asked,) = session.asked
    told, _, reason = asked.partition(": ")
    assert reason == "bizness is no circle. Did you mean business?"
    assert session.seen[1].splitlines()[int(told.removeprefix("Line ")) - 1].startswith("circles")


def test_no_gives_up_and_keeps_what_was_typed(book, edits: Edits) -> None:
    session = edits("grace", f"{WRONG}; {CHANGED}", answers=["n"])
    assert session.status == 2
    assert 'organization = "Initech"' in Path(session.kept).read_text()
    assert book("show", "grace", "--json").json["organization"] == "Acme"


def test_broken_toml_is_a_mistake_and_its_line_is_named(book, edits: Edits) -> None:
    session = edits("grace", "text = 'name = Grace\\n' + text", "text = text.split('\\n', 1)[1]")
    # Where no comments are on top, it stands at the end, and moves no line.
    reason = session.seen[1].split("\n")[-3]
    assert reason == '#! Line 1: text stands in quotes: name = "Grace".'
    assert session.asked == ['Line 1: text stands in quotes: name = "Grace".']
    assert session.seen[1].split("\n")[0] == "name = Grace"
    assert session.screen == "Nothing was changed.\n"


def test_a_line_has_one_number_asked_about_opened_again_and_kept(book, edits: Edits) -> None:
    wrong = "text = text.replace('organization = \"Acme\"', 'organization = A')"
    session = edits("grace", wrong, "text += '# more'", answers=["", "n"])
    told = re.findall(r"Line (\d+): text stands in quotes", f"{session.asked} {session.screen}")
    assert len(told) == 3
    assert len(set(told)) == 1
    for text in (session.seen[1], Path(session.kept).read_text()):
        assert text.splitlines()[int(told[0]) - 1] == "organization = A"
    assert "#! " not in Path(session.kept).read_text()


def test_the_reason_of_the_last_mistake_alone_is_shown(book, edits: Edits) -> None:
    session = edits(
        "grace",
        WRONG,
        "text = text.replace('soon', 'later')",
        "text = text.replace('later', '--12-09')",
    )
    assert session.seen[2].count("#! ") == 2
    assert "'later'" in session.seen[2].split("\n")[1]
    assert session.status == 0


def test_a_mistake_left_as_it_is_gives_up_and_loses_nothing(book, edits: Edits) -> None:
    session = edits("grace", f"{WRONG}; {CHANGED}", "pass")
    assert session.status == 2
    assert "Cannot read the birthday" in session.screen
    kept = Path(session.kept)
    wrong = session.seen[0].replace('birthday = ""', 'birthday = "soon"')
    assert kept.read_text() == wrong.replace("Acme", "Initech")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert book("show", "grace", "--json").json["organization"] == "Acme"


def test_an_unchanged_document_changes_nothing(book, edits: Edits, contents: Contents) -> None:
    before = contents()
    session = edits("grace", "pass")
    assert (session.status, session.screen) == (0, "Nothing was changed.\n")
    assert contents() == before
    assert left_behind(session) == []


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_emptied_document_changes_nothing(
    book, edits: Edits, contents: Contents, text: str
) -> None:
    before = contents()
    session = edits("grace", f"text = {text!r}")
    assert (session.status, session.screen) == (0, "Nothing was changed.\n")
    assert contents() == before


def test_an_editor_that_fails_changes_nothing(book, edits: Edits, contents: Contents) -> None:
    before = contents()
    session = edits("grace", "sys.exit(3)")
    assert session.status == 1
    assert session.screen == "netlog: The editor ended with status 3. Nothing was changed.\n"
    assert contents() == before
    assert left_behind(session) == []


SAVED = f"{CHANGED}; open(path, 'w').write(text)"
# As a terminal has Ctrl-C: for everybody in the foreground, the editor and netlog.
DIES = "signal.signal(signal.SIGINT, signal.SIG_DFL); os.killpg(0, signal.SIGINT); signal.pause()"


@pytest.mark.parametrize(
    ("ends", "status", "said"),
    [
        ("sys.exit(3)", 1, "netlog: The editor ended with status 3. Nothing was changed. What"),
        (DIES, 130, "netlog: Interrupted. Nothing was saved. What you typed is in"),
    ],
)
def test_what_was_saved_in_an_editor_that_fails_is_kept(
    book, edits: Edits, ends: str, status: int, said: str
) -> None:
    session = edits("grace", f"{SAVED}; {ends}")
    assert session.status == status
    assert said in session.screen
    assert 'organization = "Initech"' in Path(session.kept).read_text()
    assert book("show", "grace", "--json").json["organization"] == "Acme"


def test_an_editor_that_is_not_there_is_named(book, edits: Edits, monkeypatch) -> None:
    edits("grace", "pass")
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    session = edits("grace")
    assert session.status == 1
    assert "The editor no-such-editor cannot be run" in session.screen
    assert left_behind(session) == []


def test_visual_comes_before_editor(book, edits: Edits, monkeypatch) -> None:
    monkeypatch.setenv("VISUAL", os.environ["EDITOR"])
    monkeypatch.setenv("EDITOR", "false")
    assert edits("grace", CHANGED).status == 0


def test_ctrl_c_ends_it_and_leaves_nothing_behind(book, edits: Edits, contents: Contents) -> None:
    before = contents()
    session = edits("grace", f"{CHANGED}; {DIES}")
    assert session.status == 130
    assert session.screen.removeprefix("^C") == "\nnetlog: Interrupted. Nothing was saved.\n"
    assert contents() == before
    assert left_behind(session) == []


def test_ctrl_c_that_an_editor_takes_for_itself_ends_nothing(book, edits: Edits) -> None:
    taken = "signal.signal(signal.SIGINT, signal.SIG_IGN); os.killpg(0, signal.SIGINT)"
    session = edits("grace", f"{taken}; {CHANGED}")
    assert session.status == 0
    assert book("show", "grace", "--json").json["organization"] == "Initech"


def test_being_told_to_end_keeps_what_was_saved(book, edits: Edits) -> None:
    session = edits("grace", f"{SAVED}; os.kill(os.getppid(), signal.SIGTERM); signal.pause()")
    assert session.status == 130
    assert 'organization = "Initech"' in Path(session.kept).read_text()


def test_being_told_to_end_leaves_nothing_behind(book, edits: Edits) -> None:
    session = edits("grace", "os.kill(os.getppid(), signal.SIGTERM); signal.pause()")
    assert session.status == 130
    assert left_behind(session) == []


def test_what_was_changed_meanwhile_stays_beside_what_is_changed_here(book, edits: Edits) -> None:
    argv = "'edit', 'c1', '--city', 'Oslo', '--add-tag', 'chess'"
    meanwhile = f"import subprocess; subprocess.run([os.environ['PROGRAM'], {argv}])"
    tagged = "text = text.replace('tags = [', 'tags = [\"navy\", ')"
    session = edits("grace", f"{meanwhile}; {CHANGED}; {tagged}")
    assert session.status == 0
    grace = book("show", "grace", "--json").json
    assert (grace["organization"], grace["city"]) == ("Initech", "Oslo")
    assert {"chess", "navy"} <= set(grace["tags"])


def test_only_ones_own_changes_are_confirmed(book, edits: Edits) -> None:
    argv = "'edit', 'c1', '--city', 'Oslo', '--add-tag', 'chess'"
    quiet = "stdout=subprocess.DEVNULL"
    meanwhile = f"import subprocess; subprocess.run([os.environ['PROGRAM'], {argv}], {quiet})"
    session = edits("grace", f"{meanwhile}; {CHANGED}")
    assert "Initech" in session.screen
    assert "Oslo" not in session.screen
    assert "chess" not in session.screen


def test_the_same_changed_meanwhile_is_left_as_it_is_and_nothing_is_lost(
    book, edits: Edits
) -> None:
    meanwhile = (
        "import subprocess; subprocess.run([os.environ['PROGRAM'], 'edit', 'c1', '--org', 'CERN'])"
    )
    session = edits("grace", f"{meanwhile}; {CHANGED}", answers=["n"])
    assert session.status == 5
    (asked,) = session.asked
    line = Path(session.kept).read_text().splitlines().index('organization = "Initech"') + 1
    said = 'c1 was changed meanwhile: organization. Now it says organization = "CERN".'
    assert asked.startswith(f"Line {line}: {said}")
    assert Path(session.kept).stat().st_mode & 0o777 == 0o600
    grace = book("show", "grace", "--json").json
    assert grace["organization"] == "CERN"


def test_whoever_saves_again_has_seen_what_was_changed_meanwhile(book, edits: Edits) -> None:
    argv = "'edit', 'c1', '--org', 'CERN', '--city', 'Oslo'"
    meanwhile = f"import subprocess; subprocess.run([os.environ['PROGRAM'], {argv}])"
    session = edits("grace", f"{meanwhile}; {CHANGED}", "text = text.replace('Initech', 'ESA')")
    assert session.status == 0
    grace = book("show", "grace", "--json").json
    assert (grace["organization"], grace["city"]) == ("ESA", "Oslo")


def test_the_book_is_not_locked_while_the_editor_is_open(book, edits: Edits) -> None:
    meanwhile = "import subprocess; subprocess.run([os.environ['PROGRAM'], 'add', 'Ada'])"
    session = edits("grace", f"{meanwhile}; {CHANGED}")
    assert session.status == 0
    assert book("show", "ada").status == 0


@pytest.mark.of_file("it is written over")
def test_what_cannot_be_saved_is_not_lost(book, edits: Edits, db: Path) -> None:
    session = edits("grace", f"open({str(db)!r}, 'wb').write(b'x' * 4096); {CHANGED}")
    assert session.status == 7
    assert 'organization = "Initech"' in Path(session.kept).read_text()


def test_taking_a_line_away_clears_it(book, edits: Edits) -> None:
    edits("grace", "text = ''.join(l for l in text.splitlines(True) if 'notes' not in l)")
    assert book("show", "grace", "--json").json["notes"] is None


def test_a_name_cannot_be_cleared(book, edits: Edits) -> None:
    session = edits("grace", "text = text.replace('Grace Hopper', '')", "text = ''")
    assert "The name is empty" in session.seen[1]


def test_windows_line_ends_and_a_byte_order_mark_are_no_change(book, edits: Edits) -> None:
    session = edits("grace", "text = '\\ufeff' + text.replace('\\n', '\\r\\n')")
    assert session.screen == "Nothing was changed.\n"


def test_text_that_is_not_utf8_is_a_mistake_and_kept_byte_by_byte(book, edits: Edits) -> None:
    session = edits("grace", "open(path, 'ab').write(b'# \\xff\\n'); os._exit(0)", "os._exit(0)")
    assert session.status == 2
    assert Path(session.kept).read_bytes().endswith(b"# \xff\n")


@pytest.mark.parametrize(
    ("what", "old", "new", "key"),
    [
        ("m1", '2026-11-20"', '2026-11-18"', "happened_on"),
        ("f1", "the slides", "the new slides", "text"),
        ("t1", '2026-11-22"', '2026-12-01"', "due_on"),
    ],
)
def test_meetings_favors_and_thanks_are_edited_likewise(
    book, edits: Edits, what: str, old: str, new: str, key: str
) -> None:
    book("log", "grace", "--kind", "coffee", "--on", "3d", "--owe", "the slides")
    session = edits(what, f"text = text.replace({old!r}, {new!r})")
    assert session.status == 0, session
    assert book("show", what, "--json").json[key] == new.strip('"')


def test_in_a_pipe_it_is_asked_what_to_change(book, forked) -> None:
    result = forked("edit", "grace", EDITOR="true")
    assert result.status == 2
    assert "Say what to change" in result.err
