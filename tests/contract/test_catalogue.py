"""The command tree: every entry resolves, explains itself and keeps to the house."""

import re
import shlex
from itertools import groupby
from typing import Any, get_type_hints

import pytest

from netlog.catalogue import COMMANDS, Entry, subcommands
from netlog.cli import root
from netlog.commands.frame.noun import Sub

LEAVES = [
    ((entry.name, *filter(None, [name])), sub)
    for entry in COMMANDS
    for name, sub in subcommands(entry).items()
]
leaves = pytest.mark.parametrize(
    ("words", "sub"), LEAVES, ids=[" ".join(words) for words, _ in LEAVES]
)
entries = pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)


def context_of(words: tuple[str, ...], argv: list[str]) -> Any:
    """The context in which the command parses argv."""
    command: Any = root()
    context = command.make_context("netlog", [], resilient_parsing=True)
    for word in words:
        command = command.get_command(context, word)
        last = word == words[-1]
        context = command.make_context(
            word, argv if last else [], parent=context, resilient_parsing=not last
        )
    return context


@leaves
def test_every_command_has_help_with_an_example_that_names_it(netlog, words, sub: Sub) -> None:
    shown = netlog(*words, "--help")
    assert shown.status == 0
    assert f"  netlog {' '.join(words)}" in shown.out.split("Examples:")[1]


@leaves
def test_examples_fit_a_small_terminal_and_parse(words, sub: Sub) -> None:
    for example in sub.examples:
        assert len(example) <= 76
        line = re.sub(r'^eval "export \$\((.*)\)"', r"\1", example.split("#")[0])
        starts = ("netlog", *words)
        pipe = [list(part) for _, part in groupby(shlex.split(line), key=lambda word: word == "|")]
        (ours, *_) = [typed for typed in pipe if tuple(typed[: len(starts)]) == starts]
        context_of(words, ours[len(starts) :])


@leaves
def test_every_command_takes_json_and_db(words, sub: Sub) -> None:
    options = {option for param in _command(words).params for option in param.opts}
    assert {"--json", "--db"} <= options


@leaves
def test_every_option_is_explained_in_a_sentence(words, sub: Sub) -> None:
    for param in _command(words).params:
        assert param.help, param.name
        assert param.help.endswith((".", "?")), param.help


@leaves
def test_every_command_is_typed_and_says_what_it_does(words, sub: Sub) -> None:
    assert "return" in get_type_hints(sub.run)
    assert sub.run.__doc__


@entries
def test_every_summary_is_short(entry: Entry) -> None:
    assert len(entry.summary) <= 60


def _command(words: tuple[str, ...]) -> Any:
    command: Any = root()
    for word in words:
        command = command.get_command(None, word)
    return command


def test_the_help_shows_every_command_in_its_panel(netlog) -> None:
    shown = netlog("--help").out
    for entry in COMMANDS:
        panel = shown.split(f"\n{entry.panel}:\n")[1].split("\n\n")[0]
        assert f"  {entry.name} " in panel


def test_no_arguments_shows_the_help_and_succeeds(netlog) -> None:
    assert netlog() == netlog("--help")
    assert netlog().status == 0


@pytest.mark.parametrize("columns", ["40", "80"])
def test_help_keeps_within_the_terminal(netlog, monkeypatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    widest = max(len(line) for line in netlog("--help").out.split("\n"))
    assert widest <= int(columns)
