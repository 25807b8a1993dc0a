"""The command tree: every entry resolves, explains itself and keeps to the house."""

import re
import shlex
from itertools import groupby
from typing import Any, get_type_hints

import pytest

from netlog.catalogue import COMMANDS, Entry, subcommands
from netlog.commands.frame.noun import Sub
from netlog.topics import TOPICS
from netlog.tree import root

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


def test_no_arguments_show_where_one_stands_in_twelve_lines(netlog, db, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "which is not there yet" in netlog().out
    netlog("add", "Grace Hopper", "--log", "Hi", "--kind", "coffee", "--on", "5d")
    shown = netlog()
    assert (shown.status, shown.err) == (0, "")
    assert len(shown.out.splitlines()) <= 12
    assert "1 person, 1 meeting" in shown.out
    assert "Today  1 thanks\n" in shown.out
    assert "netlog --help" in shown.out


def test_no_arguments_as_json_are_an_object(netlog, db) -> None:
    netlog("add", "Grace Hopper")
    start = netlog("--json").json
    assert (start["db"], start["exists"], start["people"]) == (str(db), True, 1)
    assert start["due"] == {"people": 0, "more": 0, "counts": {}}


def test_a_noun_alone_shows_its_commands(netlog) -> None:
    assert "  promise " in netlog("favor").out
    assert netlog("favor", "--json").json[0]["command"] == "favor promise"


# Topics of help


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_a_page_that_fits_a_small_terminal(netlog, topic: str) -> None:
    shown = netlog("help", topic)
    assert (shown.status, shown.err) == (0, "")
    assert shown.out == f"{TOPICS[topic].text}\n"
    assert max(map(len, shown.out.splitlines())) <= 80
    assert netlog("help", topic, "--json").json == {"topic": topic, "text": TOPICS[topic].text}
    assert topic in netlog("--help").out


@pytest.mark.parametrize("width", [30, 40, 60])
@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_of_help_is_wrapped_between_words(netlog, monkeypatch, topic, width) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    shown = netlog("help", topic).out
    assert max(map(len, shown.split("\n"))) <= width
    assert shown.split() == TOPICS[topic].text.split()


def test_help_of_a_command_is_its_help(netlog) -> None:
    assert netlog("help", "log") == netlog("log", "--help")
    assert netlog("help", "favor", "ask") == netlog("favor", "ask", "--help")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("dats", "Did you mean dates?"),
        ("lgo", "Did you mean log?"),
        ("xyzzy", "Topics: dates, who"),
    ],
)
def test_help_on_nothing_says_what_there_is(netlog, typed: str, said: str) -> None:
    failed = netlog("help", typed)
    assert failed.status == 2
    assert f"There is no help on '{typed}'. {said}" in failed.err


# How it looks


def test_headings_are_bold_on_a_terminal_in_colour(netlog, monkeypatch) -> None:
    assert "\x1b" not in netlog("log", "--help").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    for argv, heading in ((("--help",), "Capture"), (("log", "--help"), "Examples")):
        assert f"\x1b[1m{heading}:\x1b[0m\n" in netlog(*argv).out


@leaves
@pytest.mark.parametrize("columns", ["40", "60"])
def test_examples_break_so_that_they_can_be_pasted(
    netlog, monkeypatch, columns: str, words, sub: Sub
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = netlog(*words, "--help").out.split("Examples:\n")[1]
    pasted = re.sub(r" \\\n +", " ", shown)
    for example in sub.examples:
        assert f"  {re.split(' +# ', example)[0]}" in pasted, shown


@pytest.mark.parametrize("columns", ["40", "80"])
def test_help_keeps_within_the_terminal(netlog, monkeypatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    widest = max(len(line) for line in netlog("--help").out.split("\n"))
    assert widest <= int(columns)
