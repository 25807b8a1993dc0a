"""The command tree: every entry resolves, explains itself and keeps to the house."""

import shlex
from typing import get_type_hints

import pytest

from netlog.catalogue import COMMANDS, Entry, module_of
from netlog.cli import root

entries = pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)


@entries
def test_every_command_has_help_with_an_example_that_names_it(netlog, entry: Entry) -> None:
    shown = netlog(entry.name, "--help")
    assert shown.status == 0
    assert f"  netlog {entry.name}" in shown.out.split("Examples:")[1]


@entries
def test_examples_fit_a_small_terminal_and_parse(entry: Entry) -> None:
    context = root().make_context("netlog", [], resilient_parsing=True)
    for example in module_of(entry).EXAMPLES:
        assert len(example) <= 76
        line = example.split("#")[0].removeprefix("export $(").split(")")[0].split("|")[0]
        _, name, *argv = shlex.split(line)
        assert name == entry.name
        command = root().get_command(context, name)
        command.make_context(name, argv, parent=context)


@entries
def test_every_command_takes_json_and_db(entry: Entry) -> None:
    command = root().get_command(None, entry.name)
    options = {option for param in command.params for option in param.opts}
    assert {"--json", "--db"} <= options


@entries
def test_every_option_is_explained_in_a_sentence(entry: Entry) -> None:
    command = root().get_command(None, entry.name)
    for param in command.params:
        assert param.help, param.name
        assert param.help.endswith(".") or param.help.endswith("?"), param.help


@entries
def test_the_summary_is_short_and_the_command_typed(entry: Entry) -> None:
    assert len(entry.summary) <= 60
    assert "return" in get_type_hints(module_of(entry).command)


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
