"""The docs are what the program says; each command's JSON is what its schema says."""

import json
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.forked import Program

from netlog.catalogue import COMMANDS, subcommands

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"


def check(name: str, printed: Any) -> None:
    validator(name).validate(printed)


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((DOCS / "schema" / f"{name}.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


def test_generated_docs_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"], capture_output=True, text=True
    )
    assert done.stdout.strip() == "", f"run python tools/docs.py: {done.stdout}{done.stderr}"
    assert done.returncode == 0


# One run of each command, in an order in which each finds something to do.
RUNS = (
    ("add", ("add", "Grace Hopper", "--org", "US Navy", "--circle", "peer", "--tag", "navy",
             "--email", "grace@example.org", "--phone", "555 0100", "--url", "example.org/g",
             "--birthday", "--11-25", "--met-on", "2020-01-01", "--note", "Kind", "--log", "Hi")),
    ("add", ("add", "Carol Danvers", "--via", "grace", "--every", "2w")),
    ("log", ("log", "grace", "carol", "-m", "Lunch", "--kind", "lunch", "--on", "5d",
             "--owe", "slides", "--asked", "an intro", "--got", "a book", "--paid", "me")),
    ("recall", ("recall", "--list")),
    ("due", ("due", "--within", "30d")),
    ("list", ("list",)),
    ("orgs", ("orgs",)),
    ("org-add", ("org", "add", "US Navy Inc", "--url", "navy.example", "--alias", "The fleet")),
    ("org-log", ("org", "log", "navy", "call", "yesterday", "-m", "asked for the file")),
    ("org-show", ("org", "show", "us navy")),
    ("org-list", ("org", "list")),
    ("org-edit", ("org", "edit", "o1", "--city", "Arlington")),
    ("show", ("show", "o1")),
    ("edit", ("edit", "o1", "--note", "Pays late")),
    ("search", ("search", "arlington")),
    ("org-add", ("org", "add", "Marines")),
    ("org-merge", ("org", "merge", "o1", "o2")),
    ("org-add", ("org", "add", "Army")),
    ("org-remove", ("org", "remove", "army", "--yes")),
    ("search", ("search", "lunch")),
    ("who", ("who", "grace")),
    ("show", ("show", "grace")),
    ("show", ("show", "m1")),
    ("show", ("show", "f1")),
    ("show", ("show", "t1")),
    ("thank", ("thank", "grace", "--how", "note")),
    ("done", ("done", "f1", "t3", "c1")),
    ("drop", ("drop", "f2", "--why", "moved on")),
    ("snooze", ("snooze", "grace", "2w")),
    ("every", ("every", "grace", "monthly")),
    ("every", ("every", "--tag", "navy", "never")),
    ("every", ("every",)),
    ("favor-promise", ("favor", "promise", "carol", "the slides", "--by", "friday")),
    ("favor-ask", ("favor", "ask", "carol", "an intro to HR")),
    ("favor-give", ("favor", "give", "grace", "a reference", "--on", "yesterday")),
    ("favor-receive", ("favor", "receive", "carol", "read my CV")),
    ("favor-list", ("favor", "list", "carol", "--open")),
    ("favor-show", ("favor", "show", "f7")),
    ("favor-edit", ("favor", "edit", "f4", "--by", "2w")),
    ("favor-outcome", ("favor", "outcome", "f7", "an interview on Monday")),
    ("favor-told", ("favor", "told", "f7")),
    ("told", ("told", "f7", "they want to see a chapter")),
    ("plan-add", ("plan", "carol", "coffee", "tomorrow", "10:00", "--place", "the club")),
    ("plan-add", ("plan", "add", "carol", "grace", "lunch", "2w")),
    ("plan-list", ("plan", "list", "carol")),
    ("plan-show", ("plan", "show", "p1")),
    ("plan-edit", ("plan", "edit", "p1", "--at", "9am")),
    ("show", ("show", "p1")),
    ("done", ("done", "p1")),
    ("plan-drop", ("plan", "drop", "p2")),
    ("goal-add", ("goal", "a post in data", "--horizon", "short", "--target", "5 coffees a week")),
    ("goal-edit", ("goal", "edit", "g1", "--by", "2027-03-01")),
    ("goal-tell", ("goal", "tell", "g1", "carol")),
    ("goal-list", ("goal",)),
    ("goal-show", ("goal", "show", "g1")),
    ("show", ("show", "g1")),
    ("edit", ("edit", "g1", "--text", "a post in data or design")),
    ("lead-add", ("lead", "Harbor Trust", "--via", "grace", "--via", "her boss", "--goal", "g1")),
    ("lead-step", ("lead", "step", "l1.1", "asked")),
    ("snooze", ("snooze", "l1.1", "2w")),
    ("done", ("done", "l1.1")),
    ("lead-step", ("lead", "step", "l1.2", "--who", "carol")),
    ("drop", ("drop", "l1.2")),
    ("lead-add-step", ("lead", "add-step", "l1", "a partner", "--after", "l1.1")),
    ("lead-stage", ("lead", "stage", "l1", "interview", "-m", "with both")),
    ("lead-edit", ("lead", "edit", "l1", "--org", "Harbor Trust")),
    ("edit", ("edit", "l1", "--title", "a post at Harbor Trust")),
    ("lead-list", ("lead",)),
    ("lead-show", ("lead", "show", "l1")),
    ("show", ("show", "l1")),
    ("show", ("show", "carol")),
    ("brief", ("brief", "carol")),
    ("lead-landed", ("lead", "landed", "l1", "--draft")),
    ("lead-landed", ("lead", "landed", "l1", "-m", "I begin in May")),
    ("lead-add", ("lead", "add", "Mill & Co", "--via", "carol")),
    ("lead-declined", ("lead", "declined", "l2", "--keep", "carol", "--every", "3m")),
    ("lead-stage", ("lead", "stage", "l2", "exploring")),
    ("lead-closed", ("lead", "closed", "l2", "-m", "the post was cut")),
    ("lead-add", ("lead", "add", "Elsewhere")),
    ("lead-drop", ("lead", "drop", "l3", "--why", "too far")),
    ("remove", ("remove", "l3", "--yes")),
    ("path", ("path", "grace")),
    ("path", ("path", "Harbor Trust")),
    ("goal-drop", ("goal", "drop", "g1", "--done")),
    ("history", ("history", "l1")),
    ("history", ("history", "g1")),
    ("log", ("log", "carol", "coffee", "--occasion", "PyCon Berlin", "--each")),
    ("occasion", ("occasion", "pycon")),
    ("thank", ("thank", "--occasion", "PyCon Berlin")),
    ("introduce", ("introduce", "carol", "grace", "--on", "yesterday")),
    ("network", ("network",)),
    ("network", ("network", "--format", "dot", "-o", "network.dot")),
    ("thank", ("thank", "carol", "grace", "note")),
    ("thank", ("thank", "carol", "--draft")),
    ("balance", ("balance",)),
    ("check", ("check", "carol")),
    ("reconnect", ("reconnect",)),
    ("draft", ("draft", "carol")),
    ("draft", ("draft", "--templates", "--for", "news")),
    ("draft", ("draft", "--tag", "navy", "-o", "drafts")),
    ("draft", ("draft", "--tag", "navy", "--for", "intro")),
    ("stats", ("stats",)),
    ("week", ("week",)),
    ("week", ("week", "--log", "30d..today")),
    ("brief", ("brief", "carol", "grace")),
    ("edit", ("edit", "grace", "--org", "Univac", "--add-tag", "cobol", "--add-handle", "x=@g")),
    ("edit", ("edit", "m1", "--place", "the club")),
    ("edit", ("edit", "f1", "--text", "the new slides")),
    ("edit", ("edit", "t1", "--how", "call")),
    ("show", ("show", "grace")),
    ("relate", ("relate", "grace", "carol", "--as", "friend")),
    ("relate", ("relate", "grace", "--named", "Vincent", "--as", "husband")),
    ("relate", ("relate", "grace")),
    ("relate", ("relate", "grace", "--named", "Vincent", "--off")),
    ("show", ("show", "grace")),
    ("history", ("history",)),
    ("history", ("history", "grace")),
    ("undo", ("undo", "--list")),
    ("undo", ("undo", "2")),
    ("backup", ("backup",)),
    ("backup", ("backup", "--list")),
    ("doctor", ("doctor",)),
    ("restore", ("restore", "latest", "--dry-run")),
    ("restore", ("restore", "latest", "--yes")),
    ("redo", ("redo",)),
    ("tag", ("tag", "grace", "carol", "+hiring", "+golang")),
    ("untag", ("untag", "carol", "golang")),
    ("tags", ("tags",)),
    ("tags", ("tags", "--rename", "hiring", "jobs")),
    ("circle", ("circle", "carol", "peer", "--not", "business")),
    ("archive", ("archive", "carol", "--yes")),
    ("unarchive", ("unarchive", "carol")),
    ("add", ("add", "Grace Hoper", "--email", "grace@example.org", "--city", "Boston", "--force")),
    ("duplicates", ("duplicates",)),
    ("duplicates", ("duplicates", "--not", "c2", "c3")),
    ("merge", ("merge", "c1", "c3", "--dry-run")),
    ("merge", ("merge", "c1", "c3")),
    ("import", ("import", "people.vcf")),
    ("export", ("export", "-o", "people.json")),
    ("card", ("card", "carol")),
    ("remove", ("remove", "c2", "--yes")),
    ("demo", ("demo",)),
    ("completion", ("completion", "bash")),
    ("compact", ("compact", "--dry-run")),
    ("compact", ("compact", "--yes")),
    ("forget", ("forget", "c1", "--dry-run")),
    ("forget", ("forget", "c1", "--yes", "--backups")),
)  # fmt: skip


PEOPLE = """BEGIN:VCARD
VERSION:4.0
FN:Grace Hopper
EMAIL:grace@example.org
NICKNAME:Amazing
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Katherine Johnson
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Mathematicians
END:VCARD
"""


def test_the_output_of_every_command_is_what_its_schema_says(
    netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.vcf").write_text(PEOPLE)
    for name, argv in RUNS:
        result = netlog(*argv, "--json")
        assert result.status == 0, (argv, result)
        check(name, result.json)


# Those that a file refuses: tests of an office run them, and check them.
ON_A_SERVER = {
    *("office-init", "office-join", "office-add", "office-list", "office-upgrade"),
    *("share", "unshare", "hand-over"),
}


def test_every_command_has_a_run() -> None:
    leaves = {(entry.name, name) for entry in COMMANDS for name in subcommands(entry)}
    assert {name for name, _ in RUNS} | ON_A_SERVER == {
        "-".join(filter(None, words)) for words in leaves
    }


@pytest.mark.parametrize("argv", [("due",), ("list",)])
def test_an_empty_book_is_valid_json_too(netlog, argv: tuple[str, ...]) -> None:
    assert netlog(*argv, "--json").json == []


@pytest.mark.parametrize("argv", [("show", "nobody"), ("log", "grace"), ("due", "--kind", "x")])
def test_errors_are_what_their_schema_says(netlog, argv: tuple[str, ...]) -> None:
    netlog("add", "Grace Hopper")
    netlog("add", "Grace Kelly")
    failed = netlog(*argv, "--json")
    assert failed.status != 0
    assert failed.out == ""
    check("error", json.loads(failed.err))


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_every_netlog_command_in_the_readme_runs(
    netlog, tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the README's own order, on one fresh book; what needs a shell gets one."""
    lines = [
        line.split("#")[0].strip()
        for block in blocks((ROOT / "README.md").read_text("utf-8"), "sh")
        for line in block.split("\n")
        if line.startswith("netlog ")
    ]
    assert len(lines) >= 5
    monkeypatch.chdir(tmp_path)
    for line in lines:
        if not set(line) & set("|<>$"):
            result = netlog(*shlex.split(line)[1:])
            assert result.status == 0, (line, result.err)
            continue
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f'export PATH="{program.folder}:$PATH"\n{line}'],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, (line, done.stderr)


def test_docs_link_to_files_that_are_there() -> None:
    for page in (*ROOT.glob("*.md"), *DOCS.glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
