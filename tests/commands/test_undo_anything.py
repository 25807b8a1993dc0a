"""Commands in any order, as somebody types them: all can be undone, to the byte, and redone.

Each line of ACTIONS makes words to type from what is in the book; a new command needs one more.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel
from tests.examples import examples

from netlog.records.cadence import Derived
from netlog.records.refs import NOUNS
from netlog.rules.derived import derive
from netlog.store.reads.cadence import facts
from netlog.store.reads.searchable import ALL
from netlog.store.tables import whole as _schema  # noqa: F401 - fills SQLModel.metadata
from netlog.store.tables.history import JOURNAL

TABLES = [name for name in SQLModel.metadata.tables if name not in JOURNAL]
NAMES = ("Grace Hopper", "Ada Lovelace", "Zoë", "李小龙")
TAGS = ("chess", "navy")
ORGS = ("Acme", "Navy", "")
TIES = ("spouse", "child", "parent", "assistant", "husband", "other:godmother")
CADENCES = ("2w", "90d", "never", "inherit")
INTEGRITY = "INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"
UPDATES = ("skip", "fill", "overwrite")
CARDS = """BEGIN:VCARD
VERSION:4.0
UID:card-1
FN:Grace Hopper
ORG:Navy
TITLE:Admiral
EMAIL:a@x.org
CATEGORIES:navy,fleet
RELATED;TYPE=contact,x-introduced-by;VALUE=text:Zoë
NOTE:Compilers
X-ODD:kept
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Zoë
BDAY:--0512
END:VCARD
"""
FRIENDS = """### Activities:
- 2026-11-02: Coffee with **Ada Lovelace** and **Grace Hopper**: Looms

### Notes:

### Friends:
- Ada Lovelace [London] @chess
- Grace Hopper

### Locations:
"""
DAYS = ("today", "3d", "2026-11-01")
AHEAD = ("today", "tomorrow", "2w")
DRAFTS = ("thanks", "news", "reconnect", "intro", "decline")

Dump = dict[str, list[tuple[Any, ...]]]
Draw = Callable[..., Any]


class Book:
    """The file as it stands, and the refs one can type."""

    def __init__(self, path: Path, draw: Draw) -> None:
        self.path = path
        self.draw = draw

    def file(self, name: str, text: str) -> str:
        """A file that can be imported."""
        path = self.path.with_name(name)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def one(self, things: Any) -> Any:
        return self.draw(st.sampled_from(things))

    def ref(self, *letters: str) -> str:
        """A ref of such a record, or of one that may not be there."""
        found = [
            f"{letter}{id_}"
            for letter in letters
            for (id_,) in self.ask(f"SELECT id FROM {NOUNS[letter].table} ORDER BY id")
        ]
        return str(self.one(found or [f"{letters[0]}1"]))

    def step(self) -> str:
        """The ref of a step of a lead."""
        found = self.ask("SELECT lead_id, number FROM lead_step ORDER BY id")
        return str(self.one([f"l{lead}.{number}" for lead, number in found] or ["l1.1"]))

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        if not self.path.exists():
            return []
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def dump(self) -> Dump:
        """All rows of all tables but the journal, derived columns too."""
        if not self.path.exists():
            return {name: [] for name in TABLES}
        connection = sqlite3.connect(self.path)
        try:
            return {
                name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
                for name in TABLES
            }
        finally:
            connection.close()

    def check(self) -> None:
        """Raise when a derived column or the search index is not what follows.

        Or when a reference leads nowhere.
        """
        assert self.ask("PRAGMA foreign_key_check") == []
        rows = self.ask(f"SELECT id, {', '.join(Derived._fields)} FROM contact")
        if rows:
            connection = sqlite3.connect(self.path)
            judged = {known.id: derive(known) for known in facts(connection)}
            for table in ALL:
                connection.execute(INTEGRITY.format(table=table))
            connection.close()
            assert {id_: Derived(*values) for id_, *values in rows} == judged


Action = Callable[[Book], tuple[str, ...]]
ACTIONS: tuple[Action, ...] = (
    lambda b: ("add", b.one(NAMES), "--force", "--tag", b.one(TAGS), "--every", "2w"),
    lambda b: ("add", b.one(NAMES), "--force", "--log", "Hello", "--on", b.one(DAYS)),
    lambda b: ("log", b.ref("c"), b.ref("c"), "-m", "Hi", "--owe", "slides", "--got", "advice"),
    lambda b: ("thank", b.ref("c", "f", "m", "t"), "note"),
    lambda b: ("thank", "--tag", b.one(TAGS)),
    lambda b: ("draft", b.ref("c"), "--for", b.one(DRAFTS), "--sent"),
    lambda b: ("log", f"+{b.one(NAMES)} Anew", "coffee", b.one(DAYS), "--", "hello"),
    lambda b: ("plan", b.ref("c"), b.ref("c"), "lunch", b.one(AHEAD), "noon", "--", "hello"),
    lambda b: ("plan", "edit", b.ref("p"), "--on", b.one(AHEAD), "--add-who", b.ref("c")),
    lambda b: ("plan", "drop", b.ref("p")),
    lambda b: ("goal", "add", "a post", "--horizon", "short", "--target", "2 calls a week"),
    lambda b: ("goal", "edit", b.ref("g"), "--by", "6m", "--target", "3 touches a day"),
    lambda b: ("goal", "tell", b.ref("g"), b.ref("c")),
    lambda b: ("goal", "drop", b.ref("g"), *b.one(((), ("--done",)))),
    lambda b: ("lead", "add", "Harbor", "--via", b.ref("c"), "--via", "her boss"),
    lambda b: ("lead", "add", "Mill", "--org", "Mill", "--goal", b.ref("g"), "--via", b.ref("c")),
    lambda b: ("lead", "step", b.step(), b.one(("waiting", "asked", "done", "broken"))),
    lambda b: ("lead", "step", b.step(), "--who", b.one(NAMES), "--by", b.one(AHEAD)),
    lambda b: ("lead", "add-step", b.ref("l"), b.one(("somebody there", "a partner"))),
    lambda b: ("lead", "stage", b.ref("l"), "interview", "--", "with both"),
    lambda b: ("lead", "edit", b.ref("l"), "--org", b.one(ORGS)),
    lambda b: ("lead", "landed", b.ref("l"), "--", "I begin in May"),
    lambda b: ("lead", "declined", b.ref("l"), "--keep", b.ref("c"), "--every", "3m"),
    lambda b: ("lead", b.one(("closed", "drop")), b.ref("l")),
    lambda b: (b.one(("done", "drop")), b.step()),
    lambda b: ("snooze", b.step(), "2w"),
    lambda b: ("favor", "ask", b.ref("c"), "a word", "--lead", b.ref("l"), "--goal", b.ref("g")),
    lambda b: ("favor", "outcome", b.ref("f"), "hired", "--landed"),
    lambda b: ("log", b.ref("c"), "coffee", "--goal", b.ref("g")),
    lambda b: ("remove", b.ref("l", "g"), "--yes"),
    lambda b: ("log", b.ref("c"), b.ref("c"), "event", "--occasion", "PyCon", "--each"),
    lambda b: ("thank", "--occasion", "PyCon"),
    lambda b: ("introduce", b.ref("c"), b.ref("c"), "--", "both sail"),
    lambda b: ("log", b.ref("c"), f"+{b.one(NAMES)} Too", "call", "--via", b.ref("c")),
    lambda b: ("snooze", b.ref("c", "f", "t", "p"), "--off"),
    lambda b: ("told", b.ref("c", "f"), "it went well"),
    lambda b: ("favor", "outcome", b.ref("f"), "another way", "--without-them"),
    lambda b: ("favor", "promise", b.ref("c"), "a book", "--by", "2w"),
    lambda b: ("favor", "ask", b.ref("c"), "an intro"),
    lambda b: ("favor", "receive", b.ref("c"), "a reference", "--on", b.one(DAYS)),
    lambda b: ("favor", "outcome", b.ref("f"), "hired"),
    lambda b: ("favor", "told", b.ref("f")),
    lambda b: ("favor", "edit", b.ref("f"), "--by", "3w"),
    lambda b: ("snooze", b.ref("c", "f", "t", "p"), b.one(("2w", "monday"))),
    lambda b: ("done", b.ref("c", "f", "t", "p")),
    lambda b: ("drop", b.ref("c", "f", "t", "p"), "--why", "moved on"),
    lambda b: ("every", b.ref("c"), b.one(CADENCES)),
    lambda b: ("every", "--tag", b.one(TAGS), b.one(CADENCES)),
    lambda b: ("every", "--circle", "peer", b.one(CADENCES)),
    lambda b: ("every", "--default", b.one(CADENCES)),
    lambda b: ("tag", b.ref("c"), b.ref("c"), f"+{b.one(TAGS)}"),
    lambda b: ("untag", b.ref("c"), b.one(TAGS)),
    lambda b: ("tags", "--rename", b.one(TAGS), b.one(TAGS)),
    lambda b: ("circle", b.ref("c"), "peer", "--not", "business"),
    lambda b: ("edit", b.ref("c"), "--org", b.one(ORGS), "--title", b.one(ORGS)),
    lambda b: ("edit", b.ref("c"), "--add-email", "a@x.org", "--set", "team=chess"),
    lambda b: ("edit", b.ref("m"), "--on", b.one(DAYS), "--add-who", b.ref("c")),
    lambda b: ("edit", b.ref("f"), "--text", "a film", "--on", b.one(DAYS)),
    lambda b: ("edit", b.ref("t"), "--how", "note", "--by", "2w"),
    lambda b: ("relate", b.ref("c"), b.ref("c"), "--as", b.one(TIES)),
    lambda b: ("relate", b.ref("c"), "--named", b.one(NAMES), "--as", b.one(TIES)),
    lambda b: ("relate", b.ref("c"), b.ref("c"), "--off"),
    lambda b: ("org", "add", b.one(ORGS) or "Initech", "--alias", "Fleet", "--url", "x.example"),
    lambda b: ("org", "log", b.ref("o"), "call", b.one(DAYS), "--", "hello"),
    lambda b: ("org", "edit", b.ref("o"), "--name", "Ajax", "--note", "late"),
    lambda b: ("org", "merge", b.ref("o"), b.ref("o")),
    lambda b: ("archive", b.ref("c"), "--yes"),
    lambda b: ("unarchive", b.ref("c")),
    lambda b: ("duplicates", "--not", b.ref("c"), b.ref("c")),
    lambda b: ("merge", b.ref("c"), b.ref("c"), "--yes"),
    lambda b: ("merge", b.ref("c"), b.ref("c"), "--yes"),
    lambda b: ("remove", b.ref("c", "m", "f", "t", "p", "o"), "--yes"),
    lambda b: ("import", b.file("people.vcf", CARDS), "--update", b.one(UPDATES)),
    lambda b: ("import", b.file("friends.md", FRIENDS), "--tag", b.one(TAGS), "--every", "2w"),
    lambda b: ("undo",),
    lambda b: ("redo",),
)


@given(data=st.data())
@settings(
    max_examples=examples(8),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_commands_can_be_undone_and_redone(
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    netlog: Callable[..., Any],
) -> None:
    book = Book(tmp_path_factory.mktemp("book") / "netlog.db", data.draw)
    monkeypatch.setenv("NETLOG_DB", str(book.path))
    empty = book.dump()
    for action in data.draw(st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=12)):
        before = book.dump()
        words = action(book)
        result = netlog(*words)
        assert result.status in (0, 1, 2, 3, 5), result
        # What an import rejects stops nothing else.
        if result.status and words[0] != "import":
            assert book.dump() == before
        book.check()
    done = len(netlog("undo", "--list", "--limit", "99", "--json").json)
    assert netlog("history", "--limit", "99").status == 0
    assert netlog("history", book.ref("c", "m", "f", "t")).status in (0, 3)
    full = book.dump()
    for words, state in (("undo", empty), ("redo", full)) if done else ():
        result = netlog(words, str(done))
        assert result.status == 0, result
        assert book.dump() == state
        book.check()
        assert netlog("doctor", "--json").json == []
    assert netlog("undo", str(done + 1)).status == 1
    assert book.dump() == full


def test_what_a_command_settled_is_said_to_be_open_again(netlog) -> None:
    netlog("add", "Ann", "--add-date", "name day=--11-25", "--birthday", "--11-24")
    netlog("done", "c1.1", "c1.2")
    said = netlog("undo").out
    assert said.startswith("Took back: done, 23 Nov: Ann (c1), ")
    assert "name day seen to" in said
    assert said.endswith(" What it settled is open again.\n")
    assert {one["about"] for one in netlog("due", "--json").json} >= {"name day", "birthday"}
    netlog("drop", "c1.1", "c1.2")
    assert netlog("undo", "--dry-run").out.endswith(" What it settled would be open again.\n")
