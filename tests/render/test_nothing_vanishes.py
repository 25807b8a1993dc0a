"""Whatever the width: refs, names, days and numbers are there whole, and texts give way first."""

import re

import pytest
from tests.conftest import Netlog
from tests.rules.known import TODAY, ago, judged

from netlog.records.due import InWords
from netlog.records.standing import Open
from netlog.render import layout
from netlog.render.page import Listing
from netlog.render.pages.due import SIDE_BY_SIDE, ReportRow
from netlog.rules.lines import line

LONG = "The Cooperative Society of Weavers and Dyers of the Upper Aire"
LEAD = "Head of looms, Aire Works"


@pytest.fixture
def book(netlog, seeded, monkeypatch: pytest.MonkeyPatch) -> Netlog:
    """Two people at an organization with a long name, a ledger, a lead and a plan."""

    def fill() -> None:
        netlog("add", "Fatima Zahra El Idrissi", "--org", LONG, "--tag", "weaving", "--every", "6m")
        netlog("add", "Ann Lee", "--org", LONG, "--log", "looms", "--kind", "coffee")
        netlog("favor", "ask", "fatima", "a name")
        netlog("favor", "receive", "fatima", "a card")
        netlog("favor", "give", "fatima", "a loom")
        netlog("lead", "add", LEAD, "--via", "fatima", "--via", "ann", "--via", "the director")
        netlog("plan", "fatima", "lunch", "2027-02-03", "--", "all that is new at the works " * 4)
        netlog("org", "add", LONG)

    seeded(fill)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    return netlog


WHOLE = {
    "balance": ("c1", "Fatima Zahra El Idrissi", "asked"),
    "orgs": ("2 people",),
    "lead list": ("l1", LEAD, "heard"),
    "list": ("c1", "Fatima Zahra El Idrissi", "22 May 2027", "c2", "Ann Lee", "21 Feb 2027"),
    "list --columns ref,name,organization,due": ("Fatima Zahra El Idrissi", "22 May 2027"),
    "org list": ("o1", "2 people", "23 Nov"),
    "plan": ("p1", "3 Feb 2027"),
    "tags": ("#weaving", "1 person"),
    "search loom": ("l1", "m1"),
}


@pytest.mark.parametrize("width", [120, 80, 63, 60, 40])
@pytest.mark.parametrize("line", WHOLE)
def test_names_days_and_numbers_are_whole(book: Netlog, monkeypatch, line: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = book(*line.split()).out
    assert max(map(len, shown.splitlines())) <= width
    words = re.sub(r"\s+", " ", shown)
    assert [whole for whole in WHOLE[line] if whole not in words] == []


@pytest.mark.parametrize("width", [120, 80, 60])
@pytest.mark.parametrize("line", ["orgs", "list", "lead list", "plan", "balance"])
def test_an_item_has_one_line(book: Netlog, monkeypatch, line: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = book(*line.split()).out.split("\n\n")[0].splitlines()
    assert [row for row in shown if row.startswith(" ")] == []


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("width", [200, 120, 80, 63, 60, 40])
def test_why_to_get_back_and_how_are_seen(book: Netlog, monkeypatch, width: int, colour) -> None:
    book("every", "ann", "1d")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-20")
    if not colour:
        monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("COLUMNS", str(width))
    shown = book("reconnect").out
    assert max(map(len, shown.splitlines())) <= width
    assert re.search("Ann Lee.*(\n.*)?(thanks to send|last in touch)", shown)
    assert "→ " in shown


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("width", [120, 80, 63, 60, 40])
def test_whether_it_was_told_is_seen(book: Netlog, monkeypatch, width: int, colour) -> None:
    book("favor", "outcome", "f2", "they want to see the whole of it, and soon")
    if not colour:
        monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("COLUMNS", str(width))
    for said in ("(not told yet)", "(told 23 Nov)"):
        shown = " ".join(book("favor", "list").out.split())
        assert said in shown
        book("favor", "told", "f2")


def test_what_has_no_room_is_said_or_stands_below(book: Netlog, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert book("list").out.endswith("\n\nNo room here for: circles, tags.\n")
    monkeypatch.setenv("COLUMNS", "40")
    assert book("list").out.splitlines()[5:] == [
        "c1   Fatima Zahra El Idrissi",
        "     The Cooperative Society of Weavers",
        "     and Dyers of the Upper Aire,",
        "     #weaving, last 23 Nov,",
        "     due 22 May 2027",
    ]
    assert book("balance").out.splitlines()[:3] == [
        "ref  name",
        "c1   Fatima Zahra El Idrissi",
        "     1 given, 1 received, 1 asked,",
    ]


def test_lines_for_programs_say_nothing_beside(book: Netlog, monkeypatch) -> None:
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("COLUMNS", "80")
    assert len(book("list").out.splitlines()) == 2


@pytest.mark.parametrize("width", [80, 60, 40])
def test_an_example_of_help_is_never_broken(netlog: Netlog, monkeypatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = netlog("help", "dates").out.splitlines()
    for example in ("friday two weeks ago", "the day before yesterday", "start of next week"):
        assert any(example in line for line in shown)
    assert [line for line in shown if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [120, 80, 60, 40])
def test_two_who_may_be_one_keep_why_and_what_to_type(
    book: Netlog, monkeypatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    book("add", "Fatima Zahra Idrissi", "--org", LONG, "--force")
    words = re.sub(r"\s+", " ", book("duplicates").out)
    assert "netlog merge c1 c3" in words
    assert "No room here" not in words


WAITS = "Priscilla Montgomery"


@pytest.fixture
def chains(netlog, seeded, monkeypatch: pytest.MonkeyPatch) -> Netlog:
    """A way that stands at its third step, one that broke there, and one with a long title."""

    def fill() -> None:
        for name in ("Gus Gruen", "Judge Whitaker", WAITS, "Anne Kim"):
            netlog("add", name, "--every", "never")
        via = [word for name in ("gus", "judge", "priscilla", "anne") for word in ("--via", name)]
        for title in ("Harbor Trust", "The mill job", "Operations manager at the water works"):
            netlog("lead", "add", title, "--org", "Harbor Trust", *via)
        for step in ("l1.1", "l1.2", "l2.1", "l2.2", "l3.1", "l3.2"):
            netlog("lead", "step", step, "done")
        netlog("lead", "step", "l2.3", "broken")

    seeded(fill)
    monkeypatch.setenv("FORCE_COLOR", "1")
    return netlog


@pytest.mark.parametrize("width", [120, 100, 80])
def test_a_way_is_cut_between_its_steps_and_names_whom_it_stands_at(
    chains: Netlog, monkeypatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    rows = chains("lead", "list").out.splitlines()
    assert len(rows) == 3
    assert all(f"\x1b[1;4m{WAITS}\x1b[0m" in row for row in rows)
    whole = {"Gus Gruen", "Judge Whitaker", WAITS, "Anne Kim", "Harbor Trust"}
    for row in rows:
        shown = re.sub(r"\x1b\[[0-9;]*m", "", row)
        way = re.split(r" {2,}", shown)[-1]
        assert way.endswith(("…", "→ Harbor Trust"))
        said = re.split(r" ?[…✓✗→] ?", re.sub(r" \([^)]*\)", "", way))
        assert {*filter(None, said)} <= {"you", *whole}, way


# What is to be done is there in words, or it is seen that there is more of it.


def _open(kind: str, about: str, **said: object) -> Open:
    facts = {"ref": "f1", "source": None, "since": ago(30), "due_on": TODAY, "comes_on": TODAY}
    return Open(**{"kind": kind, "about": about, **facts, **said})


TO_DO = [
    (_open("lead", "Carol", to="Harbor Trust", first=("Gus Gruen", "Judge Whit")),
     "thank Gus Gruen and Judge Whit first, then chase kindly"),
    (_open("lead", "Priscilla", to="Harbor Trust"), "chase kindly about Priscilla"),
    (_open("lead", "Carol", to="Harbor Trust"), "chase kindly|chase"),
    (_open("lead", "Carol", to="Harbor Trust", phase="walked"),
     "what came of it? Landed, declined, or another step|what now?"),
    (_open("lead", "Carol", to="Harbor Trust", phase="broken"), "it broke here|broke"),
    (_open("waiting", "a word with her old boss"), "nudge kindly|nudge"),
    (_open("waiting", "a word with her old boss", phase="last"),
     "let it rest, and do something for them"),
    (_open("promise", "the slides of the talk", phase="late"),
     "still meant? Keep it, tell them, or let it go"),
    (_open("thanks", "the call of 13 Nov", phase="late"), "late, and still welcome"),
    (_open("plan", "lunch with Ann at 12:30 with Bo: the talk", at=" at 12:30"),
     "at 12:30 with Bo: the talk"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "todo"), TO_DO)
def test_no_sentence_loses_what_is_to_be_done_unseen(one: Open, todo: str) -> None:
    made = line(judged(), one, TODAY)
    for said in (made.words, made.sentence):
        for width in range(14, 100):
            shown = _shown(said, width)
            assert len(shown) <= width
            ends = any(shown.endswith(end) for end in todo.split("|"))
            assert ends or shown.endswith("…") or shown == said.text
            whole = re.findall(r"(\w+)…", shown)
            assert [word for word in whole if not re.search(rf"\b{word}\b", made.item.what)] == []


def _shown(said: InWords, width: int) -> str:
    row = ReportRow("lead", "l1.1", "", "", "", said.text, said)
    page = Listing(columns=SIDE_BY_SIDE[-1:], empty="", line=str, heads=False, narrow_below=0)
    (pieces,) = layout.listing(page, [row], width)
    return "".join(piece.text for piece in pieces)
