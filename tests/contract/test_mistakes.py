"""Whatever is mistyped is told in our words, in one line: no sentence of the parser's shows."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from netlog.catalogue import COMMANDS, subcommands
from netlog.mistakes.arguments import ASKS
from netlog.tree import root

PARSERS = re.compile(
    "No such option|Missing argument|Missing option|is not one of|Invalid value|unexpected extra|"
    "is not in the range|Possible options|requires an argument|requires 2 arguments|"
    "does not take a value|is not a valid|No such command|Missing command|Usage:|Traceback|Try '"
)
LEAVES = [(entry.name, *filter(None, [name])) for entry in COMMANDS for name in subcommands(entry)]
leaves = pytest.mark.parametrize("words", LEAVES, ids=" ".join)


def command(words: tuple[str, ...]) -> Any:
    found: Any = root()
    for word in words:
        found = found.get_command(None, word)
    return found


def options(words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for param in command(words).params:
        if param.param_type_name == "option":
            for name in (*param.opts, *param.secondary_opts):
                yield name, param


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch) -> None:
    """What an option takes for the name of a file is written there."""
    monkeypatch.chdir(tmp_path)


def check(netlog, *argv: str) -> str:
    """The sentence, which is one of ours; as JSON it is the same."""
    failed = netlog(*argv)
    assert (failed.status, failed.out) == (2, ""), (argv, failed)
    assert re.fullmatch(r"netlog: [^\n]+\n", failed.err), (argv, failed.err)
    assert not PARSERS.search(failed.err), (argv, failed.err)
    assert "Nothing was" not in failed.err, (argv, failed.err)
    as_json = netlog(*argv[: len(argv) - ("--json" in argv)], "--json")
    if as_json.status == 2:  # an option without its value takes --json for it
        error = json.loads(as_json.err)["error"]
        assert error["code"] == "usage"
        assert (error["advice"] or "") in error["message"]
    return failed.err.removeprefix("netlog: ").rstrip("\n")


@leaves
def test_a_misspelt_option_is_told_from_the_nearest(netlog, words) -> None:
    known = {name for name, _ in options(words)}
    for name, param in options(words):
        misspelt = f"{name[:-1]}{name[-1] * 2}x"
        if not name.startswith("--") or misspelt in known:
            continue
        said = check(netlog, *words, misspelt, *(() if param.is_flag else ("x",)))
        assert said.startswith(f"There is no {misspelt}"), said


@leaves
def test_an_option_with_nothing_after_it_says_what_it_takes(netlog, words) -> None:
    for name, param in options(words):
        if param.is_flag:
            said = check(netlog, *words, f"{name}=x") if name.startswith("--") else "no value"
            assert "no value" in said
        else:
            assert name in check(netlog, *words, name)


@leaves
def test_a_wrong_choice_and_a_wrong_number_say_what_is_right(netlog, words) -> None:
    for name, param in options(words):
        if getattr(param.type, "choices", None):
            said = check(netlog, *words, "a", "b", name, "zzz")
            assert said.startswith("zzz is no "), said
        elif type(param.type).__name__ == "IntRange":
            for wrong in ("x", "-1", "1.5", ""):
                said = check(netlog, *words, name, wrong)
                assert said.startswith(f"{name} takes a number from "), said


@leaves
def test_what_is_missing_is_asked_for_with_an_example(netlog, words) -> None:
    required = [p for p in command(words).params if p.param_type_name == "argument" and p.required]
    for at in range(len(required)):
        said = check(netlog, *words, *("grace",) * at)
        assert re.fullmatch(r"[^?]+\? netlog [^?]+", said), said


@leaves
def test_words_that_are_too_many_say_what_to_type(netlog, words) -> None:
    arguments = [p for p in command(words).params if p.param_type_name == "argument"]
    if all(param.nargs == 1 for param in arguments):
        said = check(netlog, *words, *("1",) * len(arguments), "zed", "smith")
        assert "netlog " in said


def test_what_is_asked_for_names_arguments_that_there_are() -> None:
    for path, asks in ASKS.items():
        if tuple(path.split()) in LEAVES:
            arguments = [
                p for p in command(tuple(path.split())).params if p.param_type_name == "argument"
            ]
            assert len(asks) <= len(arguments), path


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("due", "--witin", "7d"), "There is no --witin. Did you mean --within?"),
        (("log", "carol", "--date", "yesterday"), "There is no --date: the day is --on yesterday."),
        (("log", "carol", "--date"), "There is no --date: the day is --on yesterday."),
        (("log", "carol", "--date=3d"), "There is no --date: the day is --on 3d."),
        (
            ("log", "carol", "--with", "dana"),
            "There is no --with: people stand bare: netlog log dana",
        ),
        (
            ("add", "Zed", "--company", "Acme Inc"),
            'There is no --company: the organization is --org "Acme Inc".',
        ),
        (("log", "carol", "--mess", "x"), "There is no --mess. Did you mean --message?"),
        (("log", "carol", "--kind", "cofee"), "cofee is no kind of meeting. Did you mean coffee?"),
        (("due", "--limit", "0"), "--limit takes a number from 1 on."),
        (("log",), "Log with whom? netlog log grace coffee -- what it was about"),
        (("snooze", "carol"), "Until when? netlog snooze carol 2w"),
        (("add", "Zed", "Smith"), 'A name of several words goes in quotes: netlog add "Zed Smith"'),
        (("list", "carol"), "list takes filters. Did you mean netlog show carol, or search carol?"),
        (
            ("edit", "carol", "org", "Initech"),
            "What to change or choose is an option: netlog edit carol --org Initech",
        ),
        (("favor", "carol"), "netlog favor has no carol. Their ledger: netlog favor list carol"),
        (("favor", "promis"), "netlog favor has no promis. Did you mean promise?"),
        (
            ("favor", "carol", "ask"),
            "netlog favor has no carol. The verb comes first: netlog favor ask carol",
        ),
        (
            ("favor", "promise", "carol", "the", "slides"),
            'What has several words goes in quotes: netlog favor promise carol "the slides"',
        ),
        (("dew",), "There is no command 'dew'. Did you mean due?"),
        (("new", "Zed"), "There is no command 'new'. Did you mean netlog add?"),
        (("frobnicate",), "There is no command 'frobnicate'. netlog --help shows what there is."),
        (("--witin", "due"), "There is no --witin. netlog --help shows what there is."),
        (("list", "--circle", "frends"), "frends is no circle: peer, business or community."),
        (("due", "--kind", "thank"), "thank is no kind of thing that is due. Did you mean thanks?"),
    ],
    ids=lambda case: " ".join(case) if isinstance(case, tuple) else "",
)
def test_what_was_meant(netlog, argv: tuple[str, ...], said: str) -> None:
    assert check(netlog, *argv) == said
