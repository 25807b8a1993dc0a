"""netlog completion: what is offered where, how it is quoted, and the scripts."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import Sql

from netlog.catalogue import BY_NAME, COMMANDS
from netlog.commands import completion_
from netlog.commands.completion import answers
from netlog.commands.completion.people import MOST, Offer
from netlog.commands.completion.shells.talks import Bash, Fish, Zsh, rest
from netlog.commands.completion.shells.words import quoted, split
from netlog.cursor import HELP
from netlog.records.contacts import NewContact
from netlog.store import migrate
from netlog.tree import load

HARD = "ab 'oë李\"\\$`!(){}[]<>|&;*?#~=:@-,.\u00a0"
names = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1) | st.text(
    HARD, min_size=1
)
marks = pytest.mark.parametrize("mark", ["", '"', "'"])

Ask = Callable[..., list[Offer]]


@pytest.fixture
def ask(netlog, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What fish is offered after those words, of which the last is being typed."""

    def offered(*words: str) -> list[Offer]:
        with monkeypatch.context() as patched:
            patched.setenv("_NETLOG_COMPLETE", "fish")
            result = netlog(*words)
        assert (result.status, result.err) == (0, "")
        return [Offer(*line.split("\t")) for line in result.out.splitlines()]

    return offered


def values(offers: list[Offer]) -> list[str]:
    return [offer.value for offer in offers]


@pytest.fixture
def people(netlog, seeded) -> None:
    def fill() -> None:
        netlog("add", "Grace Hopper", "--org", "US Navy", "--tag", "navy", "--tag", "old friend")
        netlog("add", "Zoë Müller", "--nick", "Gigi", "--tag", "navy")
        netlog("add", "Grace Kelly")

    seeded(fill)


# Commands, options, choices


def test_commands_with_what_they_do(ask: Ask) -> None:
    commands = [Offer(entry.name, entry.summary) for entry in COMMANDS]
    assert ask("") == ask("--json", "") == [*commands, HELP]
    assert ask("sho") == [Offer("show", "Show everything about somebody.")]
    assert ask("SHO") == ask("sho")
    assert values(ask("sh")) == ["show", "share"]
    assert "ask" in values(ask("favor", ""))
    assert ask("nonsense", "") == ask("favor", "nonsense", "") == ask("due", "") == []


def test_what_help_explains(ask: Ask) -> None:
    topics = ["dates", "who", "scripts", "judgement"]
    others = [entry.name for entry in COMMANDS if entry.name not in topics]
    assert values(ask("help", "")) == values(ask("--db", "x", "help", "")) == [*others, *topics]
    assert ask("help", "dat") == [Offer("dates", "A day is typed as one says it")]
    assert (
        values(ask("help", "favour", "pro")) == values(ask("help", "favor", "pro")) == ["promise"]
    )
    assert values(ask("help", "lead", ""))[:2] == ["add", "list"]
    assert ask("help", "due", "") == ask("help", "dates", "") == ask("help", "zz", "") == []
    assert ask("help", "favor", "ask", "") == []


@pytest.mark.parametrize(
    ("shell", "argv", "said"),
    [
        ("bash", ("netlog help da", "da", "9"), "dates\n"),
        ("zsh", ("help", "da"), "insert\ndates\tdates  -- A day is typed as one says it\n"),
        ("fish", ("help", "da"), "dates\tA day is typed as one says it\n"),
    ],
)
def test_every_shell_is_offered_what_help_explains(
    netlog, monkeypatch: pytest.MonkeyPatch, shell: str, argv: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("_NETLOG_COMPLETE", shell)
    assert netlog(*argv).out == said


def test_options_that_are_not_given_yet(ask: Ask) -> None:
    assert ask("due", "--wi") == [Offer("--within", "Look ahead: 7d, 2w, 1m.")]
    assert ask("due", "--within", "7d", "--wi") == []
    assert values(ask("list", "--tag", "x", "--ta")) == ["--tag"]
    assert {"--json", "--db", "--help"} <= set(values(ask("show", "--")))
    assert values(ask("--ve")) == ["--version"]


def test_choices_of_options_and_arguments(ask: Ask) -> None:
    assert values(ask("list", "--circle", "")) == ["peer", "business", "community"]
    assert values(ask("list", "--circle", "PE")) == ["peer"]
    assert values(ask("list", "--circle=pe")) == ["--circle=peer"]
    assert values(ask("due", "--kind", "thanks", "--kind", "")) == [
        *("promise", "waiting", "outcome", "lead", "plan", "reconnect", "date"),
    ]
    assert values(ask("completion", "")) == ["bash", "zsh", "fish"]


def test_goals_leads_stages_and_occasions(ask: Ask, netlog, people) -> None:
    netlog("goal", "add", "A post in data", "--horizon", "short")
    netlog("lead", "add", "Harbor Trust", "--goal", "g1")
    netlog("log", "gigi", "coffee", "--occasion", "PyCon Berlin")
    assert ask("add", "New", "--goal", "") == [Offer("g1", "A post in data: short term")]
    assert values(ask("edit", "gigi", "--goal", "a p")) == ["g1"]
    assert values(ask("favor", "ask", "gigi", "x", "--lead", "harb")) == ["l1"]
    assert values(ask("lead", "stage", "l1", "inter")) == ["interview"]
    assert values(ask("lead", "list", "--stage", "la")) == ["landed"]
    assert values(ask("thank", "--occasion", "berl")) == ["PyCon Berlin"]
    assert values(ask("draft", "--occasion", "berl")) == ["PyCon Berlin"]
    assert values(ask("occasion", "")) == ["PyCon Berlin"]


def test_places_that_people_come_from(ask: Ask) -> None:
    assert values(ask("recall", "--at", "Gy")) == ["gym"]


def test_paths_are_left_to_the_shell(ask: Ask) -> None:
    assert ask("--db", "x") == ask("show", "--db=x") == [Offer("files")]


def test_what_is_declared_to_complete_does() -> None:
    """Whoever declares an `autocompletion` uses a metavar that completion knows."""
    known = {*answers.SOURCES, *answers.PATHS}

    def check(command) -> None:
        for param in command.params:
            if param._custom_shell_complete is not None:
                assert "|" in param.metavar or any(word in param.metavar for word in known)
        for inner in getattr(command, "commands", {}).values():
            check(inner)

    for entry in COMMANDS:
        check(load(entry))


def leaves() -> list[tuple[str, ...]]:
    """Every command by its words."""
    return [
        (entry.name, *([name] if name else []))
        for entry in COMMANDS
        for name in getattr(load(entry), "commands", {"": None})
    ]


# What takes people and is called otherwise: whom one adds, brings back, or has a column of.
BY_OTHER_WORDS = {("who",), ("unarchive",), ("path",), ("check",), ("brief",)}


@pytest.mark.usefixtures("people")
def test_every_command_that_takes_people_offers_them(netlog, ask: Ask) -> None:
    netlog("archive", "zoe")
    found = set()
    for path in leaves():
        command = load(BY_NAME[path[0]])
        command = command.commands[path[1]] if len(path) > 1 else command
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        places = [at for at, one in enumerate(arguments) if re.search(r"\bWHO\b", one.metavar)]
        before = ["g1" if path == ("goal", "tell") else "l1"] * (places[0] if places else 0)
        if places:
            typed = "zo" if path == ("unarchive",) else "grac"
            assert ask(*path, *before, typed), path
            found.add(path)
    assert found >= BY_OTHER_WORDS


@pytest.mark.parametrize(
    ("alias", "name"),
    [(alias, entry.name) for entry in COMMANDS for alias in entry.aliases],
)
@pytest.mark.parametrize("words", ["", "--help", "carol", "c1", "frob --json", "ask", "x y"])
def test_an_alias_gets_just_what_its_name_gets(netlog, alias: str, name: str, words: str) -> None:
    netlog("add", "Carol")
    assert netlog(alias, *words.split()) == netlog(name, *words.split())


@pytest.mark.usefixtures("people")
def test_an_alias_completes_as_the_name_does(ask: Ask) -> None:
    for entry in COMMANDS:
        for alias in entry.aliases:
            for words in ([""], ["--"], ["promise", "gr"], ["give", "--"], ["gr"]):
                assert ask(alias, *words) == ask(entry.name, *words)
    assert ask("favour", "ask", "grac")


# People


@pytest.mark.usefixtures("people")
def test_people_by_any_word_case_and_accent(ask: Ask) -> None:
    grace, kelly, zoe = Offer("Grace Hopper", "US Navy"), Offer("Grace Kelly"), Offer("Zoë Müller")
    assert ask("show", "") == [grace, kelly, zoe]
    assert ask("show", "gra") == ask("thank", "Gra") == ask("log", "x", "gra") == [grace, kelly]
    assert ask("show", "hop") == ask("show", "Grace H") == ask("show", "HOPPER") == [grace]
    assert values(ask("show", "hopper gr")) == ["hopper grace"]
    assert ask("show", "gigi") == ask("add", "Bob", "--via", "zoë") == [zoe]
    assert ask("show", "nobody") == ask("show", "grace", "") == []


@pytest.mark.usefixtures("people")
def test_fish_goes_on_from_letters_without_the_accents(ask: Ask) -> None:
    assert values(ask("show", "zoe")) == ["zoe Müller"]
    assert values(ask("show", "mul")) == ["muller Zoë"]
    assert values(ask("add", "Bob", "--via=mul")) == ["--via=muller Zoë"]


@pytest.mark.usefixtures("people")
def test_whoever_is_given_is_not_offered_again(ask: Ask) -> None:
    assert values(ask("log", "grace hopper", "GRACE KELLY", "")) == ["Zoë Müller"]


@pytest.mark.usefixtures("people")
def test_every_takes_one_person(ask: Ask) -> None:
    assert values(ask("every", "gra")) == ["Grace Hopper", "Grace Kelly"]
    assert ask("every", "grace", "") == []


def test_whom_a_name_does_not_tell_apart_is_offered_by_ref(netlog, ask: Ask) -> None:
    for name in ("Bob Smith", "Zoë", "Zoe", "Robert", "C Po", "-x", "42"):
        netlog("add", "--force", "--", name)
    netlog("add", "bob smith", "--org", "Acme", "--force")
    netlog("add", "Bert", "--nick", "Robert", "--force")
    assert ask("show", "bob") == [Offer("c1", "Bob Smith"), Offer("c8", "bob smith, Acme")]
    assert ask("show", "zoe") == [Offer("c2", "Zoë"), Offer("c3", "Zoe")]
    assert ask("show", "rob") == [Offer("Bert"), Offer("c4", "Robert")]
    assert ask("show", "x") == [Offer("c6", "-x")]
    assert ask("show", "4") == [Offer("c7", "42")]


def test_somebody_found_by_the_nickname_may_have_a_namesake(netlog, ask: Ask) -> None:
    netlog("add", "Ann Lee", "--nick", "Bunny")
    assert values(ask("show", "bun")) == ["Ann Lee"]
    netlog("add", "Ann Lee", "--force")
    assert ask("show", "bun") == [Offer("c1", "Ann Lee")]


@pytest.mark.usefixtures("people")
def test_people_by_ref(ask: Ask) -> None:
    assert ask("show", "c2") == ask("show", "C2") == [Offer("c2", "Zoë Müller")]
    assert ask("show", "c4") == []


def test_at_most_so_many_people_of_whom_the_last_is_one(recording, ask: Ask) -> None:
    from netlog.store.writes import contacts as writes

    with recording() as book:
        for number in range(MOST + 5):
            writes.add(book, NewContact(f"Abe {number:03}"))
        writes.add(book, NewContact("Zed"))
    offered = values(ask("show", ""))
    assert (len(offered), offered[0], offered[-1]) == (MOST, "Abe 000", "Zed")
    assert len(ask("show", "abe")) == MOST
    assert {"c1", "c10", "c199"} < set(values(ask("show", "c1")))


def test_archived_people_and_their_tags_are_not_offered(netlog, people, ask: Ask, sql: Sql) -> None:
    sql("UPDATE contact SET archived_at = created_at WHERE id = 1")
    assert values(ask("show", "gr")) == ["Grace Kelly"]
    assert ask("show", "hopper") == ask("show", "c1") == []
    assert ask("list", "--tag", "") == [Offer("navy", "1 person")]


@pytest.mark.usefixtures("people")
def test_the_archived_are_offered_to_be_brought_back(netlog, ask: Ask) -> None:
    netlog("archive", "hopper")
    assert ask("unarchive", "gr") == ask("unarchive", "c") == [Offer("c1", "Grace Hopper, US Navy")]
    assert ask("unarchive", "zo") == []


@pytest.mark.usefixtures("people")
def test_tags(ask: Ask) -> None:
    assert ask("list", "--tag", "") == [Offer("navy", "2 people"), Offer("old friend", "1 person")]
    assert values(ask("list", "--tag", "navy", "--tag", "")) == ["old friend"]
    assert values(ask("every", "--tag=OLD")) == ["--tag=old friend"]


@pytest.mark.usefixtures("people")
def test_after_people_come_tags_and_circles(ask: Ask) -> None:
    assert values(ask("tag", "kel")) == ["Grace Kelly"]
    assert values(ask("tag", "c3", "na")) == ["navy"]
    assert values(ask("tag", "c3", "+navy", "+")) == ["+old friend"]
    assert values(ask("circle", "c3", "b")) == ["business"]
    assert values(ask("merge", "c1", "kel")) == ["Grace Kelly"]


def test_refs_of_what_is_due_by_ref_or_by_name(netlog, ask: Ask) -> None:
    netlog("add", "Grace Hopper", "--log", "Coffee", "--kind", "coffee", "--on", "5d")
    netlog("add", "Ada", "--log", "Lunch", "--kind", "lunch", "--on", "5d")
    grace = Offer("t1", "Grace Hopper: thanks for the coffee of 18 Nov")
    ada = Offer("t2", "Ada: thanks for the lunch of 18 Nov")
    assert sorted(ask("done", "")) == sorted(ask("drop", "t")) == [grace, ada]
    assert ask("done", "hop") == ask("done", "T1") == [grace]
    assert ask("done", "t1", "") == [ada]


def test_refs_of_what_the_command_can_act_on(netlog, ask: Ask) -> None:
    netlog("add", "Grace Hopper", "--log", "Coffee", "--kind", "coffee")
    netlog("favor", "promise", "grace", "the slides")
    netlog("favor", "receive", "grace", "read my CV")
    netlog("favor", "outcome", "f2", "hired")
    netlog("favor", "ask", "grace", "an intro")
    netlog("thank", "t2")
    netlog("plan", "grace", "friday")
    refs = ["t1", "f1", "f3", "p1", "f2"]
    assert values(ask("done", "")) == values(ask("drop", "")) == refs
    assert values(ask("thank", "t")) == values(ask("snooze", "t")) == ["t1"]
    assert values(ask("favor", "told", "")) == values(ask("log", "g", "--told", "")) == ["f2"]
    assert values(ask("favor", "outcome", "")) == ["f3"]
    assert values(ask("favor", "show", "")) == ["f1", "f2", "f3"]
    assert [values(ask("show", one)) for one in ("m", "t", "f2")] == [["m1"], ["t1", "t2"], ["f2"]]
    assert ask("show", "m1") == [Offer("m1", "Grace Hopper: coffee on 2026-11-23")]


@pytest.mark.parametrize(("typed", "offered"), [("c", ["c1"]), ("g", ["Grace Hopper"])])
def test_a_letter_alone_is_a_ref_when_no_name_begins_so(
    netlog, ask: Ask, typed: str, offered: list[str]
) -> None:
    netlog("add", "Grace Hopper")
    assert values(ask("log", typed)) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("log", "grace hopper", "co"), ["coffee"]),
        (("log", "grace hopper", "y"), ["yesterday"]),
        (("log", "co"), []),
        (("thank", "grace hopper", "in"), ["in-person"]),
        (("thank", "grace hopper", "z"), ["Zoë Müller"]),
        (("thank", "g"), ["Grace Hopper", "Grace Kelly", "Zoë Müller"]),
        (("plan", "s"), ["show"]),
        (("plan", "z"), ["Zoë Müller"]),
        (("plan", "grace hopper", "tom"), ["tomorrow"]),
        (("plan", "grace hopper", "coffee", "z"), ["Zoë Müller"]),
        (("plan", "show", "p"), ["p1"]),
        (("plan", "drop", "z"), ["p1"]),
        (("done", "p"), ["p1"]),
        (("show", "p"), ["p1"]),
    ],
)
def test_words_that_are_said_bare(people, netlog, ask: Ask, words, offered: list[str]) -> None:
    netlog("plan", "zoe", "friday")
    assert values(ask(*words)) == offered


# The file


def test_the_book_that_is_named(netlog, ask: Ask, home: Path, monkeypatch) -> None:
    netlog("add", "Here")
    netlog("add", "There", "--db", str(home / "other.db"))
    assert values(ask("show", "")) == ["Here"]
    assert values(ask("--db", "~/other.db", "show", "")) == ["There"]
    assert values(ask("show", "--db=~/other.db", "")) == ["There"]
    monkeypatch.setenv("NETLOG_DB", "~/other.db")
    assert values(ask("show", "")) == ["There"]


@pytest.mark.of_file("there is none")
def test_no_book_and_none_is_made(ask: Ask, db: Path) -> None:
    assert ask("show", "") == ask("done", "") == ask("list", "--tag", "") == []
    assert not db.parent.exists()


@pytest.mark.usefixtures("people")
@pytest.mark.of_file("what else may be there")
def test_a_book_that_cannot_be_read(ask: Ask, db: Path) -> None:
    db.write_bytes(b"no book at all" * 500)
    assert ask("show", "") == []
    db.unlink()
    db.mkdir()
    assert ask("show", "") == []


@pytest.mark.usefixtures("people")
@pytest.mark.of_file("an older one")
def test_an_older_book_is_not_upgraded(ask: Ask, db: Path, monkeypatch) -> None:
    before = db.read_bytes()
    monkeypatch.setattr(migrate, "LATEST", migrate.LATEST + 1)
    assert ask("show", "") == []
    assert db.read_bytes() == before
    assert list(db.parent.iterdir()) == [db]


@pytest.mark.usefixtures("people")
@pytest.mark.of_file("it is locked")
def test_a_busy_book_is_not_waited_for(ask: Ask, db: Path) -> None:
    writer = sqlite3.connect(db, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    assert ask("show", "") == []
    assert time.monotonic() - started < 5  # and not the 30 seconds of every other command
    writer.close()


def test_a_broken_config_and_broken_arguments(netlog, ask: Ask, home: Path, monkeypatch) -> None:
    (home / "config.toml").write_text("db = [")
    monkeypatch.setenv("NETLOG_CONFIG", str(home / "config.toml"))
    monkeypatch.delenv("NETLOG_DB", raising=False)
    assert ask("show", "") == []
    assert ask("list", "--limit", "many", "--nonsense", "--since=") == []
    assert ask("show", os.fsdecode(b"\xff\xfe")) == []
    assert ask() == []
    monkeypatch.setenv("_NETLOG_COMPLETE", "tcsh")
    assert netlog("show", "") == (0, "", "")


@pytest.mark.parametrize(
    "argv", [("log", "c1"), ("edit", "m1"), ("plan", "edit", "p1"), ("add", "x")], ids=" ".join
)
def test_the_kinds_are_offered_before_a_letter_is_typed(
    netlog, ask: Ask, argv: tuple[str, ...]
) -> None:
    netlog("add", "Grace Hopper")
    assert values(ask(*argv, "--kind", ""))[:3] == ["coffee", "lunch", "meeting"]


def test_no_control_character_reaches_the_shell(recording, ask: Ask) -> None:
    from netlog.store.writes import contacts as writes

    with recording() as book:
        for name in ("Eve\x1b[31m", "Eve\nnetlog", "Eve\u202egpj", "Eve\ttab"):
            writes.add(book, NewContact(name, tags=("bad\u200etag",)))
        writes.add(book, NewContact("Eve", organization="Org\x07\tx"))
    assert ask("show", "eve") == [
        Offer("Eve", "Org\\x07\\tx"),
        Offer("c1", "Eve\\x1b[31m"),
        Offer("c2", "Eve\\nnetlog"),
        Offer("c4", "Eve\\ttab"),
        Offer("c3", "Eve\\u202egpj"),
    ]
    assert ask("list", "--tag", "") == []


RUNNER = """
import json, sys
from netlog import cli
cli.main(sys.argv[1:])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("line", ["show gra", "done ", "list --tag ", "log --kind ", "sho", "--"])
def test_what_completion_imports(line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, f"netlog {line}", line.split(" ")[-1], "9"],
        env={**os.environ, "_NETLOG_COMPLETE": "bash"},
        capture_output=True,
        text=True,
        check=True,
    )
    modules = json.loads(done.stdout.splitlines()[-1])
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "rich", "platformdirs"} & set(modules)
    if " " not in line:
        assert "netlog.commands.show" not in modules


# Quoting


@given(names)
@example("-")
@marks
def test_what_is_quoted_reads_as_the_same_word(mark: str, name: str) -> None:
    words = split(f"netlog {quoted(name, mark)} x")
    assert [word.text for word in words] == ["netlog", name, "x"]


@marks
def test_bash_reads_it_as_the_same_word(mark: str) -> None:
    hard = [*(f"a{char}b{char}" for char in HARD), *HARD, 'O\'B "x" \\', "!!", "'", "a\\", "{a,b}"]
    script = "set -H; printf '%s\\0' " + " ".join(quoted(name, mark) for name in hard)
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().split("\0")[:-1] == hard


@pytest.mark.parametrize(
    ("line", "texts", "quote"),
    [
        ("netlog ", ["netlog", ""], ""),
        ("netlog show Zo", ["netlog", "show", "Zo"], ""),
        ('netlog show "Zo M', ["netlog", "show", "Zo M"], '"'),
        ("netlog show 'Zo \\", ["netlog", "show", "Zo \\"], "'"),
        ("netlog show Zo\\ ", ["netlog", "show", "Zo "], ""),
        ("netlog show Zo\\", ["netlog", "show", "Zo"], ""),
        ('netlog "a\\"b\\$c\\d" x', ["netlog", 'a"b$c\\d', "x"], ""),
        ("netlog 'it'\\''s", ["netlog", "it's"], "'"),
        ("netlog a\u00a0b\u3000c", ["netlog", "a\u00a0b\u3000c"], ""),
    ],
)
def test_a_line_taken_apart(line: str, texts: list[str], quote: str) -> None:
    words = split(line)
    assert [word.text for word in words] == texts
    assert words[-1].quote == quote


def bash(line: str, replaced: str, *found: str, prefix: str = "") -> list[str]:
    answer = Bash(line, replaced, "9").answer([Offer(value) for value in found], prefix)
    return answer.splitlines()


def test_bash_replaces_the_word_whatever_its_quotes() -> None:
    assert bash("netlog show zo", "zo", "Zoë M") == ["Zoë\\ M"]
    assert bash('netlog show "zo', "zo", "Zoë $M") == ['"Zoë \\$M"']
    assert bash("netlog show 'zo", "zo", "Zoë's") == ["'Zoë'\\''s'"]
    assert bash("netlog show z\\ ", "z\\ ", "Z !") == ["Z\\ \\!"]


def test_bash_keeps_what_readline_keeps() -> None:
    assert bash("netlog list --tag=a", "a", "a b", prefix="--tag=") == ["a\\ b"]
    assert bash('netlog list --tag="a', "a", "a b", prefix="--tag=") == ['"a b"']
    assert bash("netlog list --tag=a", "--tag=a", "a b", prefix="--tag=") == ["--tag\\=a\\ b"]
    assert bash("netlog show Dr:Z", "Z", "Dr:Zoë", "Zoë Dr:") == ["Zoë"]
    assert bash("netlog show zoe:m", "m", "Zoë:Müller") == ["Müller"]


def test_bash_inserts_what_several_have_in_common_and_no_half_escape() -> None:
    assert bash("netlog show gr", "gr", "Grace H", "Grace K") == ["Grace\\ H", "Grace\\ K"]
    assert bash("netlog show zo", "zo", "Zo A", "Zo(B") == ["Zo", "Zo\\ A", "Zo\\(B"]
    assert bash("netlog show 'zo", "zo", "Zo", "Zo's") == ["'Zo", "'Zo'", "'Zo'\\''s'"]
    # An empty line: these have nothing in common, so readline inserts nothing.
    assert bash("netlog show gr", "gr", "Gina Gr", "Grace") == ["", "Gina\\ Gr", "Grace"]


def test_bash_lists_with_descriptions() -> None:
    offers = [Offer("Grace Hopper", "US Navy"), Offer("Zoë")]
    listed = Bash("netlog show ", "", "63").answer(offers, "")
    assert listed == "Grace Hopper  (US Navy)\nZoë\n"


def test_bash_after_a_redirection() -> None:
    talk = Bash("netlog list 2>err --json > ou", "ou", "9")
    assert talk.args == ["list", "--json"]
    assert talk.answer([Offer("x")], "") == "files\n"


def test_zsh_is_told_whether_to_insert() -> None:
    offers = [Offer("Grace Hopper", "US Navy"), Offer("Gina Gray")]
    assert Zsh("show", "g").answer(offers, "") == (
        "insert\nGrace Hopper\tGrace Hopper  -- US Navy\nGina Gray\tGina Gray\n"
    )
    assert Zsh("show", '"gr').answer(offers, "").startswith("list\n")
    assert Zsh("a\\ b", "'c d").args == ["a b"]


def test_zsh_completes_paths_by_itself() -> None:
    assert Zsh("--db", "").answer(None, "") == "files\n"


def test_long_texts_are_cut() -> None:
    listed = Bash("netlog show ", "", "63").answer([Offer("Ann", "x" * 99), Offer("Bo")], "")
    assert listed == f"Ann  ({'x' * 69}…)\nBo\n"


def test_fish_sees_substrings_by_itself() -> None:
    assert Fish("show", "HOP").answer([Offer("Grace Hopper")], "") == "Grace Hopper\t\n"


def test_the_rest_of_a_name() -> None:
    assert rest("Zoë Müller", "zoe mu") == "ller"
    assert rest("Zoë Müller", "mu") is None
    assert rest("Straße 1", "strasse") == " 1"


# The command


def test_the_script_is_printed(netlog, monkeypatch) -> None:
    for shell in completion_.SHELLS:
        assert netlog("completion", shell).out == completion_.script_of(shell)
        monkeypatch.setenv("SHELL", f"/opt/bin/{shell}")
        assert netlog("completion").out == completion_.script_of(shell)
    assert netlog("completion", "fish", "--json").json == {
        "shell": "fish",
        "path": None,
        "script": completion_.script_of("fish"),
    }


@pytest.mark.parametrize("shell", ["/bin/tcsh", ""])
def test_another_shell_is_a_usage_mistake(netlog, monkeypatch, shell: str) -> None:
    monkeypatch.setenv("SHELL", shell)
    result = netlog("completion", "--install")
    assert (result.status, result.out) == (2, "")
    assert result.err == ("netlog: Say which shell you use: bash, zsh, fish.\n")
    assert netlog("completion", "tcsh").status == 2


@pytest.mark.parametrize(
    ("shell", "path"),
    [
        ("bash", "data/bash-completion/completions/netlog"),
        ("zsh", ".zfunc/_netlog"),
        ("fish", "config/fish/completions/netlog.fish"),
    ],
)
def test_install(netlog, home: Path, shell: str, path: str) -> None:
    result = netlog("completion", shell, "--install")
    assert result.status == 0
    assert result.out.startswith(f"Wrote {home / path}.\nNext: ")
    assert (home / path).read_text("utf-8") == completion_.script_of(shell)
    assert netlog("completion", shell, "--install", "--json").json["path"] == str(home / path)


def test_install_without_xdg(netlog, home: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    netlog("completion", "bash", "--install")
    netlog("completion", "fish", "--install")
    assert (home / ".local/share/bash-completion/completions/netlog").exists()
    assert (home / ".config/fish/completions/netlog.fish").exists()


def test_install_where_nothing_can_be_written(netlog, home: Path) -> None:
    (home / ".zfunc").write_text("a file")
    result = netlog("completion", "zsh", "--install")
    assert (result.status, result.out) == (6, "")


@pytest.mark.parametrize("shell", completion_.SHELLS)
def test_the_script_parses(shell: str, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(completion_.script_of(shell))
    try:
        done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip(f"{shell} is not installed")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_bash_script_uses_nothing_newer_than_3_2() -> None:
    script = completion_.script_of("bash")
    for newer in ("mapfile", "readarray", "@Q", "declare -A", "local -n", ",,}", "< <("):
        assert newer not in script
    assert "compopt -o default 2>/dev/null ||" in script


@pytest.mark.usefixtures("people")
def test_what_edit_adds_and_takes_away(ask: Ask) -> None:
    assert values(ask("edit", "zo")) == ["Zoë Müller"]
    for option in ("--add-tag", "--rm-tag"):
        assert values(ask("edit", "grace hopper", option, "na")) == ["navy"]
    assert values(ask("edit", "zoë", "--add-circle", "b")) == ["business"]
    assert values(ask("edit", "m1", "--add-who", "grace k")) == ["Grace Kelly"]
    assert values(ask("edit", "m1", "--paid", "")) == ["me", "them", "split"]


def test_companies_are_offered_by_ref(netlog, ask: Ask) -> None:
    netlog("org", "add", "Acme Labs")
    netlog("org", "add", "Initech")
    assert values(ask("org", "show", "")) == ["o1", "o2"]
    assert values(ask("org", "edit", "ac")) == ["o1"]
    assert values(ask("org", "show", "lab")) == ["o1"]
    assert "o1" in values(ask("show", "o"))


def test_words_for_a_relation_are_offered(people, ask: Ask) -> None:
    assert "Grace Hopper" in values(ask("relate", "Gigi", "gra"))
    assert values(ask("relate", "Gigi", "Grace Kelly", "--as", "sp")) == ["spouse"]
