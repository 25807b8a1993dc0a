"""Random lines over the whole tree: `plain` reads each as the parser does, or leaves it to it."""

import os
import shlex
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netlog import catalogue, cursor, output, plain, tree
from netlog.catalogue import BY_NAME, COMMANDS, Entry
from netlog.commands.completion.answers import Wanted
from netlog.commands.completion.people import Offer
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import SETTINGS, Context, defaults_of, parameters
from netlog.commands.frame.noun import Sub
from netlog.errors import NetlogError

TOLD = ("json", "db", "unpaged", "rehearsing", "told", "reads_stdin", "asked_version")
LEAVES = [
    ((name, *filter(None, [verb])), sub)
    for name, entry in BY_NAME.items()
    for verb, sub in catalogue.subcommands(entry).items()
]
leaves = pytest.mark.parametrize(
    ("words", "sub"), LEAVES, ids=[" ".join(words) for words, _ in LEAVES]
)
# Words that mean something to a parser, and some that do not.
WORDS = (
    *("", "-", "--", "---", "--=", "-=", "a=b", "grace", "c7", "coffee", "3d", "peer", "favor"),
    *("0", "7", "-7", " 7", "७", "1_0", "12345678901", "--help", "-h", "--version", "help", "due"),
    *("--js", "--json=", "--json=1", "--db", "--db=", "--dbx", "--no-such", "-mHello", "-xm"),
)

LINES = int(os.environ.get("NETLOG_LINES", "150"))
CHECKS = [HealthCheck.function_scoped_fixture]


class Called(Exception):
    """What a command was called with."""

    def __init__(self, context: Context, values: dict[str, Any]) -> None:
        super().__init__(context.command_path, values, dict(context.params))


class Outcome(NamedTuple):
    """How a line ended, and what the run was told."""

    what: Any
    told: dict[str, Any]


@cache
def recording(entry: Entry) -> dict[str, Sub]:
    """The commands of an entry, which say what they are called with and do nothing."""
    return {name: sub._replace(run=_recording(sub)) for name, sub in _found(entry).items()}


_found = catalogue.subcommands


def _recording(sub: Sub) -> Any:
    def run(ctx: Context, **values: Any) -> None:
        raise Called(ctx, values)

    run.__annotations__ = sub.run.__annotations__
    run.__kwdefaults__ = defaults_of(sub.run)
    return run


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(output, "read", lambda: b"Ada\n\nf7  Grace\n")
    for module in (plain, tree):
        monkeypatch.setattr(module, "subcommands", recording)
    tree.load.cache_clear()
    yield
    tree.load.cache_clear()


def outcome(run: Any) -> Outcome:
    app = App()
    try:
        what: Any = run(app)
    except Called as called:
        what = called.args
    except NetlogError as error:
        what = type(error), error.message, error.advice
    return Outcome(what, {name: getattr(app, name) for name in TOLD})


def check(words: list[str]) -> bool:
    """Whether the line is plain; it is read alike, then."""
    line = plain.read(words)
    if line is None:
        return False
    assert outcome(line.run) == outcome(lambda app: tree.run(app, words)), words
    return True


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A line of some command: its options with and without values, words, and what is neither."""
    path, sub = draw(st.sampled_from(LEAVES))
    declared = parameters(sub.run)
    names = [name for one in declared if one.is_option for name, _ in one.names]
    names += [name for one in SETTINGS for name in one.names]
    choices = [str(choice) for one in declared for choice in one.choices]
    word = st.sampled_from((*WORDS, *choices, "grace", "call", "2"))
    option = st.sampled_from((*names, "--dry-run"))
    valued = st.tuples(option, word)
    shared = st.sampled_from(((), (), ("--json",), ("--db", "x"), ("--db=y",), ("--no-pager",)))
    part = st.one_of(
        word.map(lambda one: (one,)),
        option.map(lambda one: (one,)),
        valued,
        valued,
        valued.map(lambda pair: ("=".join(pair),)),
        shared,
    )
    count = sum(not one.is_option for one in declared)
    bare = [(draw(st.sampled_from(("grace", "ada", "f7", "7"))),) for _ in range(count)]
    rest = draw(st.permutations([*bare, *draw(st.lists(part, max_size=4))]))
    said = [draw(shared), path[:1], draw(shared), path[1:], *rest]
    return [one for words in said for one in words]


@settings(max_examples=LINES, suppress_health_check=CHECKS)
@given(words=lines())
@example(["log", "grace", "-m", "--", "--json"])
@example(["--db", "--json", "due"])
@example(["tags", "--db", ""])
def test_a_line_is_read_alike_or_left_to_the_parser(recorded: None, words: list[str]) -> None:
    check(words)


@settings(max_examples=LINES // 2, suppress_health_check=CHECKS)
@given(words=lines(), current=st.sampled_from(("", "g", "c", "2", "mar", "x=y")))
@example(words=["plan"], current="s")
@example(words=["log", "grace", "--told"], current="f")
def test_the_cursor_is_seen_alike_or_left(recorded: None, words: list[str], current: str) -> None:
    found = cursor.plainly(words, current)
    if found is not None:
        parsed, typed = cursor.parsed(words, current)
        assert (seen(found), current) == (seen(parsed), typed), words


def seen(there: Wanted | list[Offer]) -> Any:
    """What is seen of a place, or the words that may stand there."""
    if not isinstance(there, Wanted):
        return there
    context = there.context
    told = {name: getattr(context.obj, name) for name in ("json", "db", "unpaged", "rehearsing")}
    return context.command_path, told, there.metavar, [*there.choices], [*there.given]


@leaves
def test_what_the_help_shows_is_plain(recorded: None, words: tuple[str, ...], sub: Sub) -> None:
    for shown in sub.examples:
        line = shlex.split(shown.split("|")[0], comments=True)
        if line[1 : len(words) + 1] == [*words]:
            assert check(line[1:]), shown


@leaves
def test_every_parameter_is_declared(words: tuple[str, ...], sub: Sub) -> None:
    declared = [one.name for one in parameters(sub.run)]
    assert ["ctx", *declared, "return"] == [*sub.run.__annotations__]


def test_a_bare_word_is_a_command(recorded: None) -> None:
    assert all(check([entry.name]) == plain_alone(entry) for entry in COMMANDS)


def plain_alone(entry: Entry) -> bool:
    """Whether it needs no more than its name."""
    found = _found(entry)
    usual = catalogue.usual(entry)
    sub = found.get("") or (usual and found[usual[1]])
    return bool(sub) and not any(one.default is ... for one in parameters(sub.run))


@pytest.mark.parametrize("words", [(), ("--json",), ("--db", "x.db", "--no-pager")])
def test_called_bare_netlog_is_plain(netlog, words: tuple[str, ...]) -> None:
    line = plain.read(words)
    assert line is not None
    bare, typed = netlog(*words), outcome(lambda app: tree.run(app, [*words]))
    assert (bare.status, typed.what) == (0, 0)
    assert line.settings == {name: typed.told[name] for name in line.settings}
