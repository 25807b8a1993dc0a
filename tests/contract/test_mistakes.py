"""Whatever is mistyped is told in our words, in one line: no sentence of the parser's shows."""

import json
import re
import shlex
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


# What may stand in the place of an argument, by ref and by name; x where nothing is said.
PLACES = {
    **dict.fromkeys(("WHO", "[WHO]"), ("c1", "Carol")),
    **dict.fromkeys(("N", "N|REF|ID"), ("1",)),
    "ORG": ("o1", "Acme"),
    "WHO|REF": ("m1", "Carol"),
    "STAGE": ("interview",),
    "[-]": ("-",),
    "[bash|zsh|fish]": ("bash",),
    "[waiting|asked|done|broken]": ("done",),
}
MORE_IS_ASKED = re.compile("--yes|--horizon short|needs a terminal|is to change|standard input")


def places(words: tuple[str, ...]) -> list[list[str]]:
    """What may stand in all places of the command but those that take several."""
    arguments = [p for p in command(words).params if p.param_type_name == "argument"]
    if any(param.nargs != 1 for param in arguments):
        return []
    by = {**PLACES, "REF": ("l1.1" if words == ("lead", "step") else f"{words[0][0]}1",)}
    stand = [by.get(param.metavar or "", ("x",)) for param in arguments]
    rows = [[names[min(at, len(names) - 1)] for names in stand] for at in (0, 1)]
    of_all = [["m1"], ["f1"], ["t1"], ["p1"], ["l1"], ["g1"], ["o1"]] if words == ("edit",) else []
    return [*rows[: 1 if rows[0] == rows[1] else 2], *of_all]


@pytest.mark.parametrize("words", [one for one in LEAVES if one != ("demo",)], ids=" ".join)
def test_what_is_advised_for_words_too_many_can_be_typed(one_of_each, words) -> None:
    for typed in places(words):
        said = one_of_each(*words, *typed, "got", "it").err
        advised = re.search("netlog ([^?]+)$", said.partition(", or ")[0].rstrip("?\n"))
        assert advised, said
        done = one_of_each(
            *shlex.split(advised[1].removeprefix("netlog: ").partition("netlog ")[2])
        )
        assert done.status != 2 or MORE_IS_ASKED.search(done.err), (said, done)


def test_a_first_name_is_no_kind_that_looks_a_little_like_it(netlog) -> None:
    assert "the kind" not in netlog("log", "kim", "dinner").err
    assert "the kind" not in netlog("log", "tim", "lunch").err


# What is advised for an option that is not there, or a value that none reads, can be typed.
ADVISED = (
    "snooze c1 --for 3",
    "snooze c1 --for 3x --why rest",
    "snooze c1 --until yesterday",
    "snooze c1 --for=3",
    "snooze c1 -3d",
    "snooze c1 --snooze 3",
    "every c1 --every 3",
    "every c1 --cadence frob",
    "every c1 -3d",
    "every c1 --tag mentor 2w",
    "every c1 --tag mentor twice a year",
    "favor promise c1 --text slides",
    "log c1 -3d",
    "told f1 a b -- c",
    "lead landed l1 x -- news",
    "lead closed l1 x y -- news",
    "lead stage l1 interview went -- well",
)


@pytest.mark.parametrize("typed", ADVISED)
def test_what_is_advised_for_what_is_not_taken_can_be_typed(one_of_each, typed: str) -> None:
    refused = one_of_each(*typed.split())
    assert refused.status == 2
    advised = re.search("(netlog [^:]+)$", refused.err.rstrip().partition(", or ")[0])
    assert advised, refused.err
    done = one_of_each(*shlex.split(advised[1])[1:])
    assert done.status != 2, (refused.err, done.err)
    assert typed.rpartition(" -- ")[2].split()[-1] in advised[1] or " -- " not in typed


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("edit c1 --birthday", "--birthday 1990-05-15"),
        ("add Zoe --birthday", "--birthday 1990-05-15"),
        ("favor promise c1 x --by", "--by friday"),
        ("favor promise c1 x --deadline yesterday", "--by friday"),
        ("log c1 --date 31.31.", "--on yesterday"),
        ("log c1 --type cofee", "--kind coffee"),
        ("due --days frob", "--within 2w"),
        ("due --days 3", "--within 3d"),
        ("plan edit p1 --on", "--on friday"),
    ],
)
def test_an_example_of_a_value_is_one_that_is_taken(one_of_each, typed: str, example: str) -> None:
    said = one_of_each(*typed.split()).err
    assert said.rstrip().rstrip(".").endswith(example)
    done = one_of_each(*typed.partition(" --")[0].split(), *example.split())
    assert done.status in (0, 3), done


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
        (("add", "X", "--ogr", "Acme"), "There is no --ogr. Did you mean --org?"),
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
        (
            ("favor", "told", "f30", "got", "it"),
            'How it turned out goes with told: netlog told f30 "got it"',
        ),
        (("show", "m211", "x"), "One at a time: netlog show m211"),
        (("history", "m211", "x"), "One at a time: netlog history m211"),
        (("forget", "c1", "c2"), "One at a time: netlog forget c1"),
        (("undo", "m211", "x"), "One at a time: netlog undo m211"),
        (("check", "m3", "x"), "m3 is a meeting: netlog show m3"),
        (("plan", "show", "f1", "x"), "f1 is a favor: netlog show f1"),
        (("plan", "show", "grace", "x"), "Which plan? netlog plan show p3"),
        (("edit", "m211", "x"), "What to change is an option: netlog edit m211 --message x"),
        (
            ("edit", "m211", "yesterday"),
            "What to change or choose is an option: netlog edit m211 --on yesterday",
        ),
        (
            ("edit", "p1", "lunch"),
            "What to change or choose is an option: netlog edit p1 --kind lunch",
        ),
        (
            ("edit", "t3", "note"),
            "What to change or choose is an option: netlog edit t3 --how note",
        ),
        (
            ("lead", "landed", "l3", "we", "won", "--on", "yesterday"),
            "The news stands after --: netlog lead landed l3 --on yesterday -- we won",
        ),
        (
            ("lead", "stage", "l1", "interview", "went", "well"),
            "What was said stands after --: netlog lead stage l1 interview -- went well",
        ),
        (
            ("favor", "receive", "carol", "an intro", "yesterday"),
            "What to change or choose is an option: "
            'netlog favor receive carol "an intro" --on yesterday',
        ),
        (
            ("due", "tomorrow"),
            "What to change or choose is an option: netlog due --within tomorrow",
        ),
        (("due", "all"), "What to change or choose is an option: netlog due --all"),
        (("due", "f3"), "due shows everybody. Did you mean netlog show f3?"),
        (
            ("tags", "rename", "a", "b"),
            "What to change or choose is an option: netlog tags --rename a b",
        ),
        (
            ("list", "limit", "many"),
            "What to change or choose is an option: netlog list --limit 5",
        ),
        (
            ("add", "Zed", "Smith", "--org", "Acme & Co"),
            'A name of several words goes in quotes: netlog add "Zed Smith" --org "Acme & Co"',
        ),
        (("merge", "c1", "c2", "m3"), "merge makes one of two: netlog merge c1 c2"),
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
        (("gather",), "There is no command 'gather'. netlog --help shows what there is."),
        (("add", "Zoe", "--add-tag", "x"), "There is no --add-tag: a tag is --tag x."),
        (
            ("add", "Zoe", "--add-email", "z@x.org"),
            "There is no --add-email: the e-mail is --email z@x.org.",
        ),
        (("recall", "gym"), "The place is an option: netlog recall - --at gym"),
        (
            ("recall", "Ann", "--at", "gym"),
            "Names go in on standard input. netlog recall - --at gym",
        ),
        (
            ("recall", "--at", "gym"),
            "recall asks at a terminal. netlog recall --list, or netlog recall - --at gym",
        ),
        (
            ("every", "c1", "--tag", "x", "2w"),
            "c1 and --tag are two: one of them at a time. netlog every c1 2w, or netlog every "
            "--tag x 2w",
        ),
        (("every", "ann", "-3d"), "A cadence has no minus, as -3d has: netlog every ann 3d"),
        (("new", "Zed"), "There is no command 'new'. Did you mean netlog add?"),
        (("frobnicate",), "There is no command 'frobnicate'. netlog --help shows what there is."),
        (("--witin", "due"), "There is no --witin. netlog --help shows what there is."),
        (
            ("list", "--circle", "frends"),
            "frends is no circle: peer, business or community. A label: --tag frends",
        ),
        (("due", "--kind", "thank"), "thank is no kind of thing that is due. Did you mean thanks?"),
    ],
    ids=lambda case: " ".join(case) if isinstance(case, tuple) else "",
)
def test_what_was_meant(netlog, argv: tuple[str, ...], said: str) -> None:
    assert check(netlog, *argv) == said
