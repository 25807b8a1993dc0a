"""Leads: one line each, in full, and as the sentences that confirm what was done to one."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from netlog.later import pattern
from netlog.records.favors import Favor
from netlog.records.leads import (
    AHEAD,
    ARROW,
    BROKEN,
    DONE,
    Landed,
    Lead,
    LetGo,
    OwedNews,
    StageReached,
    Step,
)
from netlog.records.people import Person
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.render.pages.favors import asked_of
from netlog.wording import LONGEST_TITLE, listed, put_off, short_day, typed_anew

# Where a part of a way begins: "you ✓ Gus … Anne Kim (waiting 19 days) → Harbor Trust".
PARTS = pattern(rf" (?=[{DONE}{BROKEN}{AHEAD}{ARROW}] )")
CUT = "…"
FOR_DAYS = pattern(r"\(\w+ (\d+) days?\)")

NONE = 'No leads yet: netlog lead add "Harbor Trust" --via gus --via "his HR director"'


def listing(lines: Mapping[int, str], today: date, empty: str = NONE) -> Listing:
    """Leads, the oldest first; lines are their ways, by id."""
    return Listing(
        columns=(
            Column("ref", lambda one: Cell(one.ref, "soft")),
            Column("title", lambda one: Cell(one.title, "strong"), most=28, firm=True),
            Column("stage", lambda one: Cell(_stage(one, today)), most=22, firm=True),
            Column("way", lambda one: _way(one, lines[one.id]), grow=True),
        ),
        empty=empty,
        line=lambda one: f"{one.ref} {one.title}: {lines[one.id]}",
        heads=False,
        one_line=True,
    )


def _way(lead: Lead, line: str) -> Cell:
    """Cut between steps, around whoever it stands at; the end of it stays, and goes first where the
    title says it.
    """
    if not lead.steps and lead.state == "open":
        return Cell("no step yet", "soft")
    *parts, end = PARTS.split(line)
    at = next((number for number, step in enumerate(lead.steps, 1) if step.since), 0)
    named = _named(lead.steps[at - 1]) if at else ""
    less = list(_less_and_less(parts, at, named))
    kept = less[:1] if end == f"{ARROW} {lead.title}" else less
    endless = (one if one.endswith(CUT) else f"{one}{CUT}" for one in less)
    whole, *shorter = (*(f"{one} {end}" for one in kept), *endless)
    ends = whole.find(named) + len(named) if named else 0
    marks = ((ends - len(named) + len(f"{AHEAD} "), ends),) if named else ()
    return Cell(whole, marks=marks, shorter=shorter)


def _less_and_less(parts: Sequence[str], at: int, named: str) -> Iterator[str]:
    """The steps: without what comes after whom it stands at, then without what came before."""
    yield " ".join(parts)
    for end in range(len(parts) - 1, at, -1):
        yield f"{' '.join(parts[:end])}{CUT}"
    after = CUT if at + 1 < len(parts) else ""
    for start in range(1, at + 1):
        yield _begun(f"{' '.join(parts[start : at + 1])}{after}")
    if at:
        days = FOR_DAYS.search(parts[at])
        yield from [_begun(f"{named} ({days[1]}d){after}")] if days else []
        yield _begun(f"{named}{CUT}")


def _begun(said: str) -> str:
    """A way whose beginning is left out."""
    return said if said.startswith(CUT) else f"{CUT}{said}"


def _named(step: Step) -> str:
    return f"{BROKEN if step.state == 'broken' else AHEAD} {step.name}"


def _stage(one: Lead, today: date) -> str:
    if one.state == "open" or one.closed_on is None:
        return one.stage
    said = "let go" if one.state == "dropped" else one.stage
    return f"{said} {short_day(one.closed_on, today)}"


def sheet(today: date, line: str = "", untold: Sequence[Favor] = ()) -> Sheet:
    """One lead in full; line is its way and untold who is owed the news, which whoever has the
    lead says.
    """
    return Sheet(
        title=lambda one: f"{one.title} ({one.ref})",
        fields=(
            Field("Organization", lambda one: one.organization),
            Field("Stage", lambda one: _stage(one, today)),
            Field("Source", lambda one: one.source),
            Field("Goal", lambda one: one.goal.said if one.goal else None),
            Field("Way", lambda _: line or None),
            Field("Around it", _around),
            Field("Became", lambda one: one.outcome),
            Field("Kept", lambda one: f"{one.kept.name} ({one.kept.ref})" if one.kept else None),
        ),
        parts=(
            Part("Steps", lambda one: one.steps, steps(today)),
            Part("To tell, the nearest first", lambda _: untold, _news()),
            Part("Stages", lambda one: one.stages, _stages(today)),
        ),
    )


def _around(one: Lead) -> str | None:
    """Where the way stands at a step that broke: how to find another."""
    if not any(step.since and step.state == "broken" for step in one.steps):
        return None
    way = f"netlog path {typed_anew(one.leads_to, LONGEST_TITLE)}"
    return f"{way}, then netlog lead add-step {one.ref} WHO"


def steps(today: date) -> Listing:
    """The steps of a lead, in order."""
    return Listing(
        columns=(
            Column("ref", lambda s: Cell(s.ref, "soft")),
            Column("who", lambda s: Cell(_who(s), "strong")),
            Column("state", lambda s: Cell(_state(s, today)), grow=True),
        ),
        empty="",
        line=lambda s: f"{s.ref} {_who(s)}: {_state(s, today)}",
        heads=False,
    )


def _who(step: Step) -> str:
    return f"{step.contact.name} ({step.contact.ref})" if step.contact else step.name


def _state(step: Step, today: date) -> str:
    on = {"asked": step.asked_on, "done": step.done_on, "broken": step.broken_on}.get(step.state)
    since = f" {short_day(on, today)}" if on else ""
    by = f", by {short_day(step.by, today)}" if step.by and not step.done_on else ""
    let_go = ", let go" if step.dropped_on else ""
    later = put_off(step.snoozed_until, step.snoozed_why, step.snoozes, today)
    return f"{step.state}{since}{by}{let_go}" + (f", snoozed until {later}" if later else "")


def _news() -> Listing:
    return Listing(
        columns=(
            Column("ref", lambda owed: Cell(owed.ref, "soft")),
            Column("who", lambda owed: Cell(f"{owed.contact.name} ({owed.contact.ref})", "strong")),
            Column("news", lambda owed: Cell(owed.outcome or ""), grow=True),
        ),
        empty="",
        line=lambda owed: f"{owed.ref} {owed.contact.name} ({owed.contact.ref}): {owed.outcome}",
        heads=False,
    )


def _stages(today: date) -> Listing:
    def said(one: StageReached) -> str:
        stage = "let go" if one.stage == "dropped" else one.stage
        return f"{stage} {short_day(one.on, today)}" + (f": {one.text}" if one.text else "")

    return Listing(
        columns=(Column("stage", lambda one: Cell(said(one)), grow=True),),
        empty="",
        line=said,
        heads=False,
    )


def confirmed(
    one: Lead,
    line: str,
    did: str = "Lead",
    away: Sequence[Person] = (),
    besides: Sequence[str] = (),
) -> str:
    """The sentence for a lead, and its way; away are those on it who are archived, and besides are
    sentences of what came with it.
    """
    around = _around(one)
    way = f"\nTry another way: {around}" if around else ""
    gone = "".join(f"\n{whom.name} is in the archive: netlog unarchive {whom.ref}" for whom in away)
    said = "".join(f"\n{one}" for one in besides)
    return f"{did}: {one.title} ({one.ref}).\n{line}{said}{way}{gone}"


def waited_no_longer(let_go: Iterable[LetGo]) -> list[str]:
    """A sentence for each ask that was let go with what was said of a lead."""
    return [f"Let go of {awaited(one)}." for one in let_go]


def awaited_again(asks: Iterable[Favor]) -> list[str]:
    """A sentence for each ask that is open again with what was said of a lead."""
    return [f"Open again: {asked_of(one.contact.name, one.text, one.ref)}." for one in asks]


def awaited(one: LetGo) -> str:
    """What is let go: "what you asked Gus for: a word (f2)"."""
    if one.asked:
        return asked_of(one.contact.name, one.text, one.ref)
    if one.ref.startswith("t"):
        return f"the thanks to {one.contact.name} for: {one.text} ({one.ref})"
    return f"the help of {one.contact.name}: {one.text} ({one.ref})"


def to_tell(owed: OwedNews) -> Iterator[str]:
    """Who is to be told, how that is settled, and what to send."""
    yield f"{owed.contact.name} ({owed.contact.ref}): {shlex.join(owed.settle)}"
    yield owed.draft
    if owed.archived:
        back = f"netlog unarchive {owed.contact.ref}"
        yield f"In the archive, and in due once they are back: {back}"


def not_in_the_book(step: Step) -> str:
    """How whoever had their part in it, and is nobody in the book yet, hears of it too."""
    return f"Not in your book yet is {step.name}: netlog lead step {step.ref} --who WHO"


def landed(found: Landed, reached: str | None = None, unnamed: Sequence[Step] = ()) -> str:
    """That it landed, and whom to tell, the nearest first; reached is the command that says that
    the goal is, while it is open; unnamed had their part in it, and are nobody in the book yet.
    """
    one = found.lead
    lines = [f"Landed: {one.title} ({one.ref}): {one.outcome}"]
    lines += ["Tell them, the nearest first:"] if found.owed else []
    for at, owed in enumerate(found.owed, 1):
        first, *more = to_tell(owed)
        lines += [f"{at}. {first}", *(f"   {said}" for said in more)]
    lines += [not_in_the_book(step) for step in unnamed]
    lines += waited_no_longer(found.let_go)
    if one.goal and reached:
        lines.append(f"If that is {one.goal.said}: {reached}")
    return "\n".join(lines)


def drafts(found: Landed) -> str:
    """What to send to each, as text."""
    return "\n\n".join(f"To {one.contact.name}:\n{one.draft}" for one in found.owed)


def declined(
    one: Lead, today: date, peace: date, let_go: Sequence[LetGo], *, owes_thanks: bool
) -> str:
    """That it came to nothing, and what becomes of who said so, left in peace until that day."""
    why = f": {one.outcome}" if one.outcome else ""
    said = f"{one.title} ({one.ref}) is {one.stage}{why}."
    if one.kept:
        thank = ["thank them for saying why"] * owes_thanks
        leave = [f"leave them in peace until {short_day(peace, today)}"] * (peace > today)
        then = listed([*thank, *leave]).replace(" and", ", and", 1)
        said += f"\n{one.kept.name} stays" + (f": {then}." if then else ".")
    return "\n".join([said, *waited_no_longer(let_go)])
