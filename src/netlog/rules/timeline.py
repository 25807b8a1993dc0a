"""What happened between you and somebody, day by day: meetings, favors, thanks, changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from netlog.asking import asked, asked_briefly, kindness
from netlog.records.favors import TO_THEM, WITHOUT_THEM, Favor
from netlog.records.history import COMPACT, Change, Event, Names
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.people import Person
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.rules import history_words
from netlog.wording import listed, said_how, short_day

# The calendar day of an instant, as it was where it is asked.
DayOf = Callable[[str], date]
# Of what was compacted only how it was in the end is known.
FOLDED = "as it was then; what came before is compacted"


def of_meetings(who: Person, meetings: Iterable[Meeting]) -> Iterator[Event]:
    """The meetings with that person, and who else was there."""
    for m in meetings:
        others = listed([one.name for one in m.contacts if one.id != who.id])
        place = f" at {m.place}" if m.place else ""
        company = f" with {others}" if others else ""
        ask = f" ({asked(m.asked)})" if m.asked else ""
        text = f": {m.text}" if m.text else ""
        what = f"{m.kind}{place}{company}{text}{ask}"
        yield Event(m.happened_on, m.created_at, "meeting", m.ref, what)


def of_favors(favors: Iterable[Favor]) -> Iterator[Event]:
    """How each favor was opened and became done, told or dropped."""
    for f in favors:
        mine = f.direction == TO_THEM
        ask = f.asked_for or f.text
        opened = f"you promised: {f.text}" if mine else f"you {asked_briefly(ask)}"
        done = f"{'you' if mine else 'they'} did: {kindness(f.text)}"
        told = "you asked how it went" if f.introduced else "you told how it turned out"
        why = f" ({f.dropped_why})" if f.dropped_why else ""
        ended = f"dropped: {f.text}{why}"
        if f.came_without_them:
            ended = f"came about {WITHOUT_THEM}: {f.text}"
        if f.done_on != f.opened_on and (mine or f.asked or f.state == "open"):
            yield Event(f.opened_on, f.created_at, "favor", f.ref, opened)
        before = "they told how it went" if f.introduced else "you told them"
        later = (
            (f.done_on, done),
            *(
                (
                    one.told_on,
                    f"{before}: {one.text}" if one.text else f"{told}: {kindness(f.text)}",
                )
                for one in f.told_before
            ),
            (f.outcome_on, f"it turned out: {f.outcome}"),
            (f.told_on, f"{told}: {kindness(f.text)}"),
            (f.dropped_on, ended),
        )
        for on, what in later:
            if on:
                yield Event(on, f.updated_at, "favor", f.ref, what)


def of_thanks(thanks: Iterable[Thanks], today: date) -> Iterator[Event]:
    """How thanks were opened and then sent or dropped."""
    for t in thanks:
        reason = ""
        if t.meeting:
            reason = f" for {t.meeting.kind} on {short_day(t.meeting.happened_on, today)}"
        elif t.favor:
            reason = f" for: {kindness(t.favor.text)}"
        if t.sent_on != t.opened_on:
            yield Event(t.opened_on, t.created_at, "thanks", t.ref, f"thanks owed{reason}")
        if t.sent_on:
            how = f" {said_how(t.how)}" if t.how else ""
            yield Event(t.sent_on, t.updated_at, "thanks", t.ref, f"thanks sent{how}{reason}")
        if t.dropped_on:
            why = f" ({t.dropped_why})" if t.dropped_why else ""
            said = f"thanks dropped{reason}{why}"
            yield Event(t.dropped_on, t.updated_at, "thanks", t.ref, said)


def of_plans(who: Person, plans: Iterable[Plan], today: date, day_of: DayOf) -> Iterator[Event]:
    """How each plan was made and dropped; one that was kept is told as its meeting."""
    for p in plans:
        others = listed([one.name for one in p.contacts if one.id != who.id])
        company = f" with {others}" if others else ""
        at = f", {p.starts_at}" if p.starts_at else ""
        text = f": {p.text}" if p.text else ""
        what = f"{p.kind}{company} for {short_day(p.happens_on, today)}{at}{text}"
        yield Event(day_of(p.created_at), p.created_at, "plan", p.ref, f"planned {what}")
        if p.dropped_on:
            why = f" ({p.dropped_why})" if p.dropped_why else ""
            yield Event(p.dropped_on, p.updated_at, "plan", p.ref, f"dropped the {what}{why}")


def of_leads(who: Person, leads: Iterable[Lead]) -> Iterator[Event]:
    """How somebody became a step of each lead, and how it ended; what they did is a favor's."""
    for one in leads:
        for step in (step for step in one.steps if step.contact == who):
            said = f"on the way to {one.leads_to}"
            yield Event(step.opened_on, one.created_at, "lead", step.ref, f"{said}: a step")
            if step.broken_on:
                yield Event(step.broken_on, one.updated_at, "lead", step.ref, f"{said}: broken")
            elif step.dropped_on:
                yield Event(step.dropped_on, one.updated_at, "lead", step.ref, f"{said}: let go")
        if one.closed_on:
            ended = "let go" if one.state == "dropped" else one.stage
            outcome = f": {one.outcome}" if one.outcome else ""
            what = f"{one.title}: {ended}{outcome}"
            yield Event(one.closed_on, one.updated_at, "lead", one.ref, what)


def of_changes(
    changes: Sequence[Change], undone: set[str], known: Names, today: date, day_of: DayOf, ref: str
) -> Iterator[Event]:
    """What each command did to the record with that ref and what belongs to it."""
    for batch, found in groupby(changes, key=lambda change: change.batch.id):
        theirs = list(found)
        at, command, who = theirs[0].batch.at, theirs[0].batch.command, theirs[0].batch.who
        for one in history_words.happened(theirs, known, today, ref):
            if one.ref != ref:
                continue
            what = FOLDED if command == COMPACT else one.what
            yield Event(day_of(at), at, "change", one.ref, what, command, batch in undone, who)


def newest_first(events: Iterable[Event], since: date | None, until: date | None) -> list[Event]:
    """The events of those days, given by and by from the first, now from the last."""
    chosen = [e for e in events if (not since or e.on >= since) and (not until or e.on <= until)]
    return sorted(chosen, key=lambda event: (event.on, event.at))[::-1]
