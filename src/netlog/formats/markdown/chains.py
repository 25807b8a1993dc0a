"""Leads and goals as Markdown: a page each, and a lead in one line."""

from collections.abc import Iterator

from netlog.formats.markdown.marks import escaped, part
from netlog.records.goals import Goal, ServedBy
from netlog.records.leads import Lead, Step
from netlog.wording import listed


def lead_page(lead: Lead, heading: str) -> Iterator[str]:
    """The page of a lead: where it leads, its steps in order, its stages."""
    yield f"{heading} {escaped(lead.title) or '?'}"
    named = (
        ("Organization", lead.organization),
        ("Source", lead.source),
        ("Goal", lead.goal.text if lead.goal else None),
        ("Stage", _stage(lead)),
        ("Opened", lead.opened_on.isoformat()),
        ("Became", lead.outcome),
        ("Keeps", lead.kept.name if lead.kept else None),
    )
    yield from part("", [f"- {name}: {escaped(value)}" for name, value in named if value])
    yield from part(f"{heading}# Steps", [f"- {_step(step)}" for step in lead.steps])
    stages = [
        f"- {one.on.isoformat()} {escaped(': '.join(filter(None, (one.stage, one.text))))}"
        for one in lead.stages
    ]
    yield from part(f"{heading}# Stages", stages)


def _step(step: Step) -> str:
    on = {"asked": step.asked_on, "done": step.done_on, "broken": step.broken_on}.get(step.state)
    asked = f", asked {step.asked_on.isoformat()}" if step.asked_on and step.asked_on != on else ""
    by = f", by {step.by.isoformat()}" if step.by and step.state != "done" else ""
    let_go = f", let go {step.dropped_on.isoformat()}" if step.dropped_on else ""
    return (
        f"{escaped(step.name)}, {step.state}{f' {on.isoformat()}' if on else ''}{asked}{by}{let_go}"
    )


def _stage(lead: Lead) -> str:
    if lead.closed_on is None:
        return lead.stage
    said = "let go" if lead.state == "dropped" else lead.stage
    return f"{said} {lead.closed_on.isoformat()}"


def in_short(lead: Lead) -> str:
    """A lead in one line, without who its steps are."""
    where = f" ({escaped(lead.organization)})" if lead.organization else ""
    outcome = f": {escaped(lead.outcome)}" if lead.outcome else ""
    return f"{lead.opened_on.isoformat()} {escaped(lead.title)}{where}, {_stage(lead)}{outcome}"


def goal_page(goal: Goal, heading: str) -> Iterator[str]:
    """The page of a goal: its targets, its leads, who knows of it."""
    yield f"{heading} {escaped(goal.text) or '?'}"
    ended = goal.done_on or goal.dropped_on
    state = {"open": None, "done": "reached", "dropped": "let go"}[goal.state]
    named = (
        ("Horizon", f"{goal.horizon} term"),
        ("By", goal.by.isoformat() if goal.by else None),
        ("State", f"{state} {ended.isoformat()}" if state and ended else None),
        ("Why", goal.dropped_why),
        ("Goes on since", goal.goes_on.isoformat() if goal.goes_on else None),
        *(("Target", one.said) for one in goal.targets),
        *(("Lead", one.title) for one in goal.leads),
        ("Opened", goal.opened_on.isoformat()),
    )
    yield from part("", [f"- {name}: {escaped(value)}" for name, value in named if value])
    knows = [f"- {escaped(one.contact.name)}, since {one.on.isoformat()}" for one in goal.knows]
    yield from part(f"{heading}# They know", knows)
    yield from part(f"{heading}# Serve it", [_serving(one) for one in goal.serving])


def _serving(one: ServedBy) -> str:
    """ "- 2026-03-09 coffee with Gus Gold: what it was about"."""
    who = listed([whom.name for whom in one.contacts])
    said = who if one.kind in ("person", "favor") else f"{one.kind} with {who}"
    told = f"{said}: {one.text}" if one.text else said
    return f"- {f'{one.on.isoformat()} ' if one.on else ''}{escaped(told)}"
