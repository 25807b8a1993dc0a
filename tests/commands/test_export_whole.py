"""Markdown says of every noun what netlog's own JSON has of it, or it stands here why not."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest

from netlog.formats.netlog.reader import FORMAT
from netlog.records.layouts import LAYOUTS, Layout

# What says nothing to whoever reads: what the book is kept by, and how the morning has it.
KEPT_BY = {"id", "ref", "uid", "created_at", "updated_at", "rows", "sequence", "by_hand"}
KEPT_BY |= {"snoozed_until", "snoozed_why", "snoozes"}
NOT_SAID = {
    "favor.meeting": "the meeting stands above, on the same day",
    "thanks.due_on": "a day of the morning's",
    "thanks.dropped_on": "thanks that were let go are no thanks",
    "thanks.dropped_why": "likewise",
    "plan.meeting": "it stands below, on the day on which the plan was done",
    "goal_target.goal": "the page that it stands on",
    "goal_told.goal": "likewise",
    "lead_stage.lead": "likewise",
    "lead_step.lead": "likewise",
    "lead_step.opened_on": "the day on which it was typed",
    "lead_step.number": "the steps stand in their order",
    "lead_step.position": "likewise",
    "favor_told.contact": "the page that it stands on",
    "kept_card": "a card of nobody, as it came: vCard has it",
    "event_gone": "what no import brings again",
    "cadence_rule": "each page says how often, by whatever rule",
    "not_duplicate": "what an import need not ask again",
}
# Where it is said in other words than those of the JSON.
IN_WORDS = {
    "meeting.contacts": "with Bo Blix",
    "meeting.kind": "2026-03-01 lunch",
    "favor.direction": "for me, asked",
    "favor.asked": "for me, asked",
    "favor.state": "asked, done 2026-",
    "thanks.contact": "## Ann Lee",
    "favor.contact": "## Ann Lee",
    "thanks.state": "sent 2026-",
    "thanks.how": "with a gift",
    "thanks.meeting": "lunch on 2026-03-01",
    "plan.kind": "19:30 dinner",
    "plan.contacts": "dinner with Bo Blix",
    "plan.state": "dropped 2026-",
    "goal.horizon": "long term",
    "goal.state": "reached 2026-",
    "goal_target.number": "7 coffees a week",
    "goal_target.what": "7 coffees a week",
    "goal_target.per": "7 coffees a week",
    "lead.ended": "declined 2026-",
    "lead.stage": "declined 2026-",
    "lead.kept": "Keeps: Bo Blix",
    "lead_step.contact": "- Ann Lee, asked",
    "lead_step.state": ", asked 2026-",
}
_DAYS = iter(date(2026, 3, 1) + timedelta(days=3 * n) for n in range(99))
ANN, BO = {"id": 1, "name": "Ann Lee"}, {"id": 2, "name": "Bo Blix"}
OF = {"id": 1}


def _day() -> str:
    return next(_DAYS).isoformat()


BOOK: dict[str, list[dict[str, Any]]] = {
    "meeting": [
        {
            "id": 1, "happened_on": _day(), "kind": "lunch", "text": "talked of looms",
            "place": "the weir", "asked": "a word with Al", "invited_by": "me", "paid_by": "split",
            "contacts": [ANN, BO], "occasion": "PyCon Aire", "remind_on": _day(),
            "remind_why": "the exam",
        },
    ],
    "favor": [
        {
            "id": 1, "contact": ANN, "direction": "to_me", "text": "a name at the mill",
            "asked": True, "opened_on": _day(), "done_on": _day(), "outcome": "they write back",
            "outcome_on": _day(), "told_on": _day(), "introduced": BO,
            "asked_for": "names of weavers",
        },
        {
            "id": 2, "contact": ANN, "direction": "to_them", "text": "the slides",
            "opened_on": _day(), "due_on": _day(),
        },
        {
            "id": 3, "contact": ANN, "direction": "to_them", "text": "the film",
            "opened_on": _day(), "dropped_on": _day(), "dropped_why": "out of print",
        },
    ],
    "favor_told": [{"favor": OF, "contact": ANN, "told_on": _day(), "text": "second round"}],
    "thanks": [
        {
            "contact": ANN, "meeting": OF, "opened_on": _day(), "due_on": _day(),
            "sent_on": _day(), "how": "gift",
        },
        {"contact": ANN, "favor": OF, "opened_on": _day(), "due_on": _day()},
    ],
    "plan": [
        {
            "id": 1, "happens_on": _day(), "starts_at": "19:30", "kind": "dinner",
            "text": "the new looms", "place": "the lock", "invited_by": "them",
            "contacts": [ANN, BO], "dropped_on": _day(), "dropped_why": "the flood",
        },
        {"id": 2, "happens_on": _day(), "kind": "call", "contacts": [ANN], "done_on": _day()},
    ],
    "goal": [
        {
            "id": 1, "text": "a post at a mill", "horizon": "long", "opened_on": _day(),
            "due_on": _day(), "done_on": _day(), "goes_on": _day(),
        },
        {
            "id": 2, "text": "a small press", "horizon": "long", "opened_on": _day(),
            "dropped_on": _day(), "dropped_why": "no money",
        },
    ],
    "goal_target": [{"goal": OF, "number": 7, "what": "coffee", "per": "week"}],
    "goal_told": [{"goal": OF, "contact": BO, "told_on": _day()}],
    "goal_link": [
        {"goal": OF, "contact": ANN}, {"goal": OF, "meeting": OF},
        {"goal": {"id": 2}, "plan": OF}, {"goal": OF, "favor": OF},
    ],
    "lead": [
        {
            "id": 1, "title": "Head of looms", "organization": "Aire Works",
            "source": "the Gazette", "goal": OF, "stage": "declined", "opened_on": _day(),
            "ended": "declined", "closed_on": _day(), "outcome": "too far", "kept": BO,
        },
    ],
    "lead_stage": [{"lead": OF, "stage": "sounded", "reached_on": _day(), "text": "by letter"}],
    "lead_step": [
        {
            "lead": OF, "number": 1, "position": 1, "contact": ANN, "state": "asked",
            "opened_on": _day(), "asked_on": _day(), "due_on": _day(),
        },
        {
            "lead": OF, "number": 2, "position": 2, "text": "the foreman", "state": "done",
            "opened_on": _day(), "done_on": _day(),
        },
        {
            "lead": OF, "number": 3, "position": 3, "text": "a clerk", "state": "broken",
            "opened_on": _day(), "broken_on": _day(), "dropped_on": _day(),
        },
    ],
    "lead_favor": [{"lead": OF, "favor": OF}],
}  # fmt: skip
# Records that name others are said where both are.
TOGETHER = {
    "favor_told.favor": "Told before: 2026-",
    "thanks.favor": "to send: a name at the mill",
    "goal_told.contact": "- Bo Blix, since 2026-",
    "goal_link.goal": "- Serves: a post at a mill",
    "goal_link.contact": "- Serves: a post at a mill",
    "goal_link.meeting": "Serves: a post at a mill",
    "goal_link.plan": "Let go: the flood — Serves: a small press",
    "goal_link.favor": "Serves: a post at a mill",
    "lead.goal": "Goal: a post at a mill",
    "lead_favor.lead": "Lead: Head of looms",
    "lead_favor.favor": "a name at the mill — Asked for: names of weavers",
    "favor.introduced": "Introduced to: Bo Blix",
}


def _with_uid(table: str, one: dict[str, Any]) -> dict[str, Any]:
    return {"uid": str(uuid5(NAMESPACE_URL, f"{table} {one['id']}")), **one} if "id" in one else one


@pytest.fixture
def markdown(netlog: Any, tmp_path: Path) -> str:
    """The Markdown of a book in which everything is filled that may be."""
    sections: dict[str, Any] = {"netlog": {"format": FORMAT}, "contacts": [ANN, BO]}
    for layout in LAYOUTS:
        records = BOOK.get(layout.table, ())
        sections[layout.section] = [_with_uid(layout.table, one) for one in records]
    path = tmp_path / "book.json"
    path.write_text(json.dumps(sections))
    came = netlog("import", str(path))
    assert came.status == 0, came
    return str(netlog("export", "--format", "md").out)


def _values(layout: Layout, key: str) -> list[str]:
    """What is to be read of a column: in the words of the page, or as each record has it."""
    name = f"{layout.table}.{key}"
    if said := IN_WORDS.get(name) or TOGETHER.get(name):
        return [said]
    return [str(one[key]) for one in BOOK[layout.table] if key in one]


def test_every_column_is_said_or_stands_here_why_not(markdown: str) -> None:
    missing = []
    for layout in LAYOUTS:
        for key in layout.keys:
            name = f"{layout.table}.{key}"
            if key in KEPT_BY or name in NOT_SAID or layout.table in NOT_SAID:
                continue
            values = _values(layout, key)
            missing += [(name, one) for one in values or ["nothing"] if one not in markdown]
    assert missing == []


def test_what_is_not_said_is_there() -> None:
    names = {one.table for one in LAYOUTS} | {f"{o.table}.{key}" for o in LAYOUTS for key in o.keys}
    assert {*NOT_SAID, *IN_WORDS} <= names
