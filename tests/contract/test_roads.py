"""One word finds the road: of each command, the modules it goes through in every room.

A road has a word. Every module of that name, or in a folder of that name, is on it, in whatever
room it is; what else the command cannot do without is listed beside the word.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import netlog
from netlog.catalogue import COMMANDS

SRC = Path(netlog.__file__).parent
ROOMS = ("actions", "rules", "store/reads", "store/writes", "render/pages", "records")


class Road(NamedTuple):
    """The word of a road, and modules on it that are called otherwise."""

    word: str
    beside: str = ""


_STANDING = (
    "actions/standing actions/judged rules/standing rules/account rules/acts rules/topics "
    "store/reads/standing store/reads/chases records/standing"
)
_LINES = "rules/lines rules/choices rules/phases rules/peace"
_SETTLE = "actions/due store/writes/favors store/writes/thanks store/writes/contacts"
_LABELS = "commands/frame/labelling"
_FAVORS = (
    "actions/capture actions/answering actions/outcomes actions/retries actions/standing "
    "commands/frame/caution"
)
_RECIPROCITY = f"rules/figures {_STANDING}"
_COPIES = "actions/copies records/copies store/reads/copies store/writes/copies"
_HISTORY = (
    "store/reads/references store/writes/history_large store/writes/taking_back "
    "rules/history_words rules/history_parts rules/history_subjects store/reads/history_names"
)
ROADS = {
    "add": Road(
        "adding",
        "actions/serving actions/capture rules/duplicates rules/methods store/writes/contacts",
    ),
    "recall": Road(
        "recall",
        "actions/adding commands/frame/recalled rules/spread rules/said_names rules/place_names "
        "store/progress store/reads/duplicates",
    ),
    "log": Road(
        "capture",
        "actions/retries actions/thanking commands/frame/bare rules/bare rules/asks "
        "rules/reminders commands/frame/reminding "
        "rules/gratitude store/writes/meetings store/writes/favors "
        "store/writes/thanks store/reads/meetings render/pages/meetings records/logged "
        "records/meetings",
    ),
    "plan": Road("plans", "commands/frame/attending commands/frame/bare rules/bare"),
    "introduce": Road("introducing", "render/pages/network store/writes/favors"),
    "thank": Road(
        "thanks",
        "actions/thanking actions/drafting rules/drafts rules/draft_words rules/sayable "
        "rules/thankable "
        "records/drafts",
    ),
    "draft": Road(
        "messages",
        "rules/templates rules/sayable rules/languages rules/discretion rules/calling "
        "rules/turning rules/coming "
        "rules/standing actions/judged actions/sending actions/capture actions/thanking "
        "commands/frame/handing store/letters",
    ),
    "told": Road("outcomes", "rules/phases store/writes/favors"),
    "due": Road("due", f"rules/birthdays rules/standing rules/open_lines {_LINES}"),
    "week": Road(
        "week",
        "actions/goals store/reads/goal_counts actions/judged rules/turning rules/reconnect "
        "rules/reciprocity rules/standing rules/spans rules/balance",
    ),
    "done": Road("settle", f"actions/closing {_SETTLE} actions/capture"),
    "drop": Road("settle", f"actions/closing {_SETTLE}"),
    "snooze": Road("snoozing", f"actions/settle {_SETTLE}"),
    "every": Road("cadence"),
    "lead": Road(
        "leads",
        "actions/editing rules/chains store/writes/favors store/writes/thanks "
        "commands/frame/attending commands/frame/served",
    ),
    "path": Road("path", "actions/standing actions/seeking rules/search"),
    "goal": Road("goals", "actions/telling actions/editing actions/capture"),
    "favor": Road(
        "favors", f"actions/serving {_FAVORS} actions/editing actions/settle rules/reciprocity"
    ),
    "balance": Road("reciprocity", _RECIPROCITY),
    "check": Road("reciprocity", _RECIPROCITY),
    "reconnect": Road("reconnect", f"rules/lines rules/choices {_STANDING}"),
    "brief": Road(
        "brief", "rules/standing rules/topics rules/undertakings rules/roles rules/pronouns"
    ),
    "stats": Road("stats", "rules/week store/reads/week store/reads/touches render/told_months"),
    "list": Road("contacts", "commands/frame/filters store/reads/filters"),
    "network": Road("network"),
    "org": Road("organizations", "actions/editing commands/frame/company rules/bare"),
    "occasion": Road("occasions", "commands/frame/gatherings"),
    "orgs": Road("orgs"),
    "who": Road("who", "rules/matching rules/addressed rules/names store/reads/matching"),
    "search": Road(
        "search",
        "store/reads/search_match store/reads/search_dates store/reads/searchable"
        " store/writes/searchable",
    ),
    "show": Road(
        "records",
        "commands/frame/anything render/pages/contacts store/reads/jobs store/reads/kept",
    ),
    "edit": Road(
        "editing",
        "commands/frame/anything commands/frame/document commands/frame/editor "
        "commands/frame/faults commands/frame/changed "
        "commands/frame/flags rules/documents rules/patches rules/patch_readers "
        "rules/patch_values rules/patch_lists actions/changing "
        "rules/fields rules/jobs store/writes/belongings",
    ),
    "relate": Road("relations", "commands/frame/who actions/who"),
    "history": Road("history", f"{_HISTORY} rules/timeline"),
    "tag": Road("labels", _LABELS),
    "untag": Road("labels", _LABELS),
    "tags": Road("labels", "records/tags render/pages/tags"),
    "circle": Road("labels", _LABELS),
    "archive": Road("archive", f"actions/archiving {_LABELS}"),
    "unarchive": Road("archive", _LABELS),
    "duplicates": Road("duplicates"),
    "merge": Road("merging"),
    "remove": Road("removing", "commands/frame/anything"),
    "import": Road(
        "importing",
        "records/layouts records/incoming records/calendars rules/spread "
        "store/reads/occurrences rules/cards store/reads/cards",
    ),
    "export": Road("exporting", "records/layouts records/incoming store/reads/by_hand"),
    "card": Road("card", "actions/exporting/portable"),
    "undo": Road("history", _HISTORY),
    "redo": Road("history", _HISTORY),
    "backup": Road("backups", "store/backups store/judging"),
    "restore": Road(
        "restoring", "store/reads/counts store/restoring render/pages/backups records/backups"
    ),
    "forget": Road("forgetting", f"store/reads/removing store/restoring {_COPIES}"),
    "compact": Road("compacting"),
    "doctor": Road(
        "doctor",
        "store/surroundings store/judging store/reads/searchable rules/flips records/flips "
        "store/writes/mending",
    ),
    "office": Road("office", "store/postgres/office store/config_file"),
    "share": Road("office", "commands/frame/sharing commands/frame/labelling"),
    "unshare": Road("office", "commands/frame/sharing commands/frame/labelling"),
    "hand-over": Road("office", "commands/frame/sharing commands/frame/labelling"),
    "demo": Road("demo", "actions/due"),
    "completion": Road("completion", "store/reads/offers"),
}
# What many roads share, and why it is no road's own.
SHARED = {
    "actions/along": "what is settled beside what was named, whichever command does it",
    "records/along": "what is settled beside what was named, whichever command does it",
    "render/pages/along": "what is settled beside what was named, whichever command does it",
    "render/pages/days": "birthdays and the like that are settled, done or let go",
    "records/kept": "a word that cards, the index and the history share",
    "records/limits": "what any text may be, whichever command takes it",
    "actions/doors": "the file, as every action is given it",
    "store/reads/hands": "who did what on a server: history, show, undo and redo say it",
    "commands/frame/whose": "whose part of an office is asked for",
    "actions/soundness": "whether the journal is as written, before it is examined or written anew",
    "records/start": "what netlog says when it is called bare",
    "render/pages/start": "what netlog says when it is called bare",
    "actions/who": "who is meant",
    "actions/seeking": "what you look for, wherever it is spoken of",
    "rules/seeking": "what you look for, wherever it is spoken of",
    "store/reads/serving": "what a record serves, whichever it is",
    "render/pages/serving": "what a record serves, whichever it is",
    "store/reads/seeking": "what you look for, wherever it is spoken of",
    "actions/households": "who is meant",
    "rules/households": "who is meant",
    "rules/matching": "who is meant",
    "rules/addressed": "who is meant",
    "rules/names": "who is meant",
    "rules/newcomers": "who is new, as they were typed",
    "store/reads/matching": "who is meant",
    "records/matching": "who is meant",
    "records/people": "somebody, named alone",
    "records/refs": "the nouns and their refs",
    "rules/dates": "days as they are typed",
    "rules/yearly": "days of every year, typed or imported",
    "store/writes/day_numbers": "which ref a day of every year has, however it comes or is back",
    "rules/months": "days as they are typed",
    "rules/edges": "where weeks and months begin and end",
    "rules/phrases": "days as they are typed",
    "rules/amounts": "spans as they are typed, for days and cadences",
    "rules/unread": "what is no day and no cadence, for whoever typed it",
    "rules/spoken": "numbers as they are said",
    "rules/text": "texts as they are typed",
    "rules/phones": "ways to reach people",
    "rules/profiles": "ways to reach people",
    "rules/derived": "what every write keeps up to date",
    "rules/uids": "ids that a caller may choose",
    "store/reads/values": "values as they are stored",
    "store/writes/ahead": "what every write loads before it holds the book",
    "store/writes/derived": "what every write keeps up to date",
    "store/writes/journal": "every write is journaled",
    "store/writes/packing": "every write is journaled",
    "store/reads/images": "what the journal knows of rows",
    "store/writes/recording": "every write is one",
    "store/writes/rows": "rows of every write",
}
# What the name of a module may be hidden behind: its room.
ALIASES = {
    "netlog.store.reads": r"reads|\w+_reads",
    "netlog.store.writes": r"writes|\w+_writes",
    "netlog.rules": r"rules|\w+_rules",
    "netlog.actions": r"actions|\w+_actions",
    "netlog.render.pages": r"page|\w+_page",
}


def _name(path: Path) -> str:
    return str(path.relative_to(SRC).with_suffix("")).removesuffix("/__init__")


MODULES = {_name(path): path for path in sorted(SRC.rglob("*.py"))}


# What a table names to be imported when it is first asked for.
_LATER = re.compile(r'\bLater\(\s*"([\w.]+)"')


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


@cache
def _imported(module: str) -> tuple[ast.ImportFrom, ...]:
    """Each `from x import y` of a module, anywhere in it."""
    return tuple(node for node in _statements(_tree(module)) if isinstance(node, ast.ImportFrom))


def _statements(block: ast.AST) -> Iterator[ast.AST]:
    """The statements in it, however deep; what they are made of is most of a tree."""
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        for inner in getattr(block, part, ()):
            yield inner
            yield from _statements(inner)


@cache
def _imports(module: str) -> frozenset[str]:
    """The modules of netlog that it imports, anywhere in it."""
    found = set()
    for node in _imported(module):
        if (node.module or "").startswith("netlog."):
            package = str(node.module).removeprefix("netlog.").replace(".", "/")
            for alias in node.names:
                inner = f"{package}/{alias.name}"
                found.add(inner if inner in MODULES else package)
    for later in _LATER.findall(MODULES[module].read_text("utf-8")):
        found.add(later.replace(".", "/"))
    return frozenset(found & MODULES.keys())


@cache
def _reached(start: str) -> frozenset[str]:
    """All that a module imports, at once or in the end."""
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        module = ahead.pop()
        if module not in reached:
            reached.add(module)
            ahead += _imports(module)
    return frozenset(reached)


def road(command: str) -> list[str]:
    """The modules on the road of a command, room by room."""
    (module,) = (entry.module for entry in COMMANDS if entry.name == command)
    word, beside = ROADS[command]
    reached = _reached(f"commands/{module}")
    if command == "completion":  # TAB takes it, not the command
        reached |= _reached("commands/completion/answers")
    return [*(module for module in _of_word(word) if module in reached), *beside.split()]


def _of_word(word: str) -> Iterator[str]:
    for room in (*ROOMS, "commands"):
        yield from _WORDS[room].get(word, ())


def _words(room: str) -> dict[str, list[str]]:
    """The modules of a room by the words in their names."""
    found: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        inner = module.removeprefix(f"{room}/")
        if inner != module and path.name != "__init__.py":
            for word in dict.fromkeys(inner.split("/")):
                found.setdefault(word, []).append(module)
    return found


_WORDS = {room: _words(room) for room in (*ROOMS, "commands")}


def test_every_command_has_a_road() -> None:
    assert ROADS.keys() == {entry.name for entry in COMMANDS}


def test_every_word_finds_something() -> None:
    assert [command for command in ROADS if not road(command)] == []


def test_a_road_leads_through_modules_that_are_there() -> None:
    assert {module for command in ROADS for module in road(command)} <= MODULES.keys()


def test_a_command_takes_the_road_that_is_told() -> None:
    entries = {entry.name: f"commands/{entry.module}" for entry in COMMANDS}
    astray = {
        (command, module)
        for command, (_, beside) in ROADS.items()
        for module in beside.split()
        if module not in _reached(entries[command])
    }
    assert astray - {("completion", "store/reads/offers")} == set()


def test_every_module_is_on_a_road_or_shared() -> None:
    told = {module for command in ROADS for module in road(command)} | SHARED.keys()
    inside = {
        module
        for module, path in MODULES.items()
        if module.startswith(tuple(f"{room}/" for room in ROOMS)) and path.name != "__init__.py"
    }
    assert inside - told == set(), "name it in ROADS, or in SHARED with the reason"
    assert SHARED.keys() <= MODULES.keys()


def test_no_alias_hides_a_room() -> None:
    hidden = []
    for module in MODULES:
        for node in _imported(module):
            if node.module:
                room = str(node.module)
                for alias in node.names:
                    inner = f"{room}.{alias.name}".removeprefix("netlog.").replace(".", "/")
                    if alias.asname and inner in MODULES:
                        allowed = ALIASES.get(".".join(room.split(".")[:3]), "")
                        if not re.fullmatch(allowed, alias.asname):
                            hidden.append((module, inner, alias.asname))
    assert hidden == []


def test_a_type_has_one_home() -> None:
    homes: dict[str, set[str]] = {}
    for module in MODULES:
        for node in _tree(module).body:
            for name in _defined(node):
                if re.search("^[A-Z].*[a-z]", name):
                    homes.setdefault(name, set()).add(module)
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def _defined(node: ast.stmt) -> list[str]:
    """The names of classes and of aliases that a statement makes."""
    match node:
        case ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []
