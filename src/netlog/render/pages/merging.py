"""A merge as a page: what went over, and where the two differed."""

import re

from netlog.records.contacts import METHOD_KINDS
from netlog.records.merging import Conflict, Merged
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.render.pages import leads
from netlog.wording import count, said_birthday

_DAY = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])(-\d\d)?|\d{3}X")


def sheet() -> Sheet:
    """What came, or would come, of a merge."""
    return Sheet(
        title=_title,
        fields=(
            Field("Taken", _taken),
            Field("Moved", _moved),
            Field("Steps", _steps),
            Field("Let go of", lambda merged: ", ".join(map(leads.awaited, merged.let_go))),
        ),
        parts=(Part("Where they differ", lambda m: m.conflicts, _conflicts()),),
    )


def _title(merged: Merged) -> str:
    other = f"{merged.merged.name} ({merged.merged.ref})"
    is_ = "would be" if merged.dry_run else "is"
    return f"{other} {is_} merged into {merged.contact.name} ({merged.contact.ref})"


def _taken(merged: Merged) -> str:
    return ", ".join(
        one.field if one.field == "notes" else f"{one.field} {_said(one.field, one.value)}"
        for one in merged.taken
    )


def _said(field: str, value: str | None) -> str | None:
    """The value; a day, or a birthday of which less is known, in words."""
    is_day = value and field not in METHOD_KINDS and _DAY.fullmatch(value)
    return said_birthday(value) if value and is_day else value


def _moved(merged: Merged) -> str:
    meetings, together, favors, thanks, introductions, plans, on_leads, *of_goals = merged.moved
    tellings, goals = of_goals
    said = (
        (meetings, count(meetings, "meeting")),
        (together, f"{count(together, 'meeting')} where both were"),
        (favors, count(favors, "favor")),
        (thanks, count(thanks, "thank-you", "thanks")),
        (introductions, count(introductions, "introduction")),
        (plans, count(plans, "plan")),
        (on_leads, count(on_leads, "lead")),
        (tellings, f"told of {count(tellings, 'goal')}"),
        (goals, f"serving {count(goals, 'goal')}"),
    )
    return ", ".join(text for number, text in said if number)


def _steps(merged: Merged) -> str:
    """Which steps go over, and which are one with another."""
    return ", ".join(
        f"{step.ref} is one with {step.into}" if step.into else f"{step.ref} goes over"
        for step in merged.steps
    )


def _conflicts() -> Listing:
    def kept(conflict: Conflict) -> str:
        said = _said(conflict.field, conflict.kept)
        return f"{said or 'none'} stays (of {conflict.kept_of})"

    def lost(conflict: Conflict) -> str:
        where = " into the notes" if conflict.noted else ""
        return f"{_said(conflict.field, conflict.lost)} goes{where}"

    return Listing(
        columns=(
            Column("field", lambda c: Cell(c.field, "soft")),
            Column("kept", lambda c: Cell(kept(c)), grow=True),
            Column("lost", lambda c: Cell(lost(c)), grow=True),
        ),
        empty="",
        line=lambda c: f"{c.field}: {kept(c)}, {lost(c)}",
        heads=False,
    )
