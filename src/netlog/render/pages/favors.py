"""Favors: as a list and in full."""

from collections.abc import Iterator, Mapping
from datetime import date

from netlog.asking import asked_briefly, kindness
from netlog.output import CRAMPED, ROOMY
from netlog.records.favors import TO_THEM, WITHOUT_THEM, Favor
from netlog.render.page import Cell, Column, Field, Listing, Sheet
from netlog.render.pages.serving import SERVES
from netlog.wording import put_off, short_day


def listing(today: date) -> Listing:
    """Favors, newest first."""
    return Listing(
        columns=(
            Column("ref", lambda f: Cell(f.ref, "soft")),
            Column("state", lambda f: _state(f, today), from_width=ROOMY, most=30),
            Column(
                "state",
                lambda f: _in_short(f, today),
                from_width=CRAMPED,
                until_width=ROOMY,
                most=17,
                firm=True,
            ),
            Column("state", lambda f: _state(f, today), until_width=CRAMPED),
            Column("what", lambda f: _what(f, today), grow=True),
        ),
        empty="No favors yet.",
        line=lambda f: f"{f.ref} {_state(f, today).text}: {_said(f)}",
        heads=False,
    )


def ledger(today: date, *, with_names: bool) -> Listing:
    """Favors with the people they concern."""
    page = listing(today)._replace(one_line=True)
    if not with_names:
        return page
    who = Column("who", lambda f: Cell(f.contact.name, "strong"), most=28, firm=True)
    ref, *states, narrow, what = page.columns
    return page._replace(
        columns=(ref, who, *states, narrow._replace(grow=True), what),
        line=lambda f: f"{f.ref} {f.contact.name}, {page.line(f)}",
    )


def due(favor: Favor, today: date, comes: Mapping[str, date | None]) -> str:
    """When an open one comes up, in words that follow it; comes says so by ref, None: no more."""
    if favor.due_on is None:
        return ""
    on = comes.get(favor.ref, favor.due_on)
    if on is None:
        return f", which was due {short_day(favor.due_on, today)} and rests by now"
    return f", due {short_day(on, today)}"


def confirmed(favor: Favor, today: date, comes: Mapping[str, date | None] = {}) -> str:
    """The sentence that confirms a favor as it now stands; comes as `due` takes it."""
    name, said = favor.contact.name, favor.text
    if favor.introduced and favor.told_on:
        return told(favor, today)
    if favor.outcome and favor.came_without_them:
        return f"Noted: {favor.outcome} ({favor.ref}). {name} is owed nothing for it."
    if favor.outcome and not favor.told_on:
        return f"Noted: {favor.outcome} ({favor.ref}). Tell {name}: netlog told {favor.ref}"
    if favor.told_on:
        return told(favor, today)
    if favor.state == "open":
        what = "You promised" if favor.direction == TO_THEM else "You asked"
        return f"{what} {name}: {said}{due(favor, today, comes)} ({favor.ref})."
    who = f"You did for {name}" if favor.direction == TO_THEM else f"{name} did for you"
    return f"{who}{on_day(favor.done_on, today)}: {kindness(said)} ({favor.ref})."


def on_day(day: date | None, today: date) -> str:
    """ " on 9 Nov", where that is another day than today."""
    return f" on {short_day(day, today)}" if day and day != today else ""


def subject(favor: Favor) -> str:
    """What is open of it: "your promise to Grace Hopper: the slides (f1)"."""
    name, said = favor.contact.name, favor.text
    if favor.outcome:
        what, said = f"the news for {name}", favor.outcome
    elif favor.introduced:
        what, said = f"the question to {name} how it went", f"with {favor.introduced.name}"
    elif favor.done_on:
        what = f"the question how it went with the help of {name}"
    elif favor.direction == TO_THEM:
        what = f"your promise to {name}"
    else:
        return asked_of(name, favor.text, favor.ref)
    return f"{what}: {said} ({favor.ref})"


def asked_of(name: str, what: str, ref: str) -> str:
    """An ask within a sentence: "what you asked Gus for: a word (f2)"."""
    return f"what you asked {name}{asked_briefly(what).removeprefix('asked')} ({ref})"


def told(favor: Favor, today: date) -> str:
    """The sentence for an outcome that was told, or that was asked for."""
    whom = f"{favor.contact.name}{on_day(favor.told_on, today)}"
    if favor.introduced:
        asked = f"Asked {whom} how it went with {favor.introduced.name} ({favor.ref})"
        return f"{asked}: {favor.outcome}." if favor.outcome else f"{asked}."
    if not favor.outcome:
        return f"Told {whom} how this turned out: {kindness(favor.text)} ({favor.ref})."
    return f"Told {whom} how it turned out: {favor.outcome} ({favor.ref}, {kindness(favor.text)})."


def known_before(favor: Favor, newer: str, today: date) -> str | None:
    """What was told or noted of a favor of which there are newer news; None for nothing else."""
    if not (favor.told_on or favor.outcome) or favor.outcome == newer:
        return None
    if not favor.told_on:
        return f"Noted before, and not told: {favor.outcome}."
    on = short_day(favor.told_on, today)
    if not favor.outcome:
        did = "asked them" if favor.introduced else "told them"
        return f"You {did} on {on} how it turned out."
    who = f"{favor.contact.name} told you" if favor.introduced else "You told them"
    return f"{who} on {on}: {favor.outcome}."


def answered(favor: Favor, today: date) -> str:
    """The sentence for an ask that has come with something that was recorded."""
    asked = f": {kindness(favor.asked_for)}" if favor.asked_for else ""
    return (
        f"That is what you asked {favor.contact.name} for on {short_day(favor.opened_on, today)} "
        f"({favor.ref}){asked}; if it is not: netlog undo"
    )


def sheet(today: date) -> Sheet:
    """One favor in full."""
    return Sheet(
        title=lambda f: f"{f.contact.name} ({f.ref})",
        fields=(
            Field("What", lambda f: f.text),
            Field("Asked for", lambda f: f.asked_for),
            Field("State", lambda f: _state(f, today).text),
            Field("Lead", lambda f: f"{f.lead.title} ({f.lead.ref})" if f.lead else None),
            SERVES,
            Field("Outcome", lambda f: f.outcome),
            Field("Told before", lambda f: "\n".join(_told_before(f, today)) or None),
            Field("Told", lambda f: short_day(f.told_on, today) if f.told_on else None),
            Field("Dropped", lambda f: f.dropped_why),
            Field(
                "Snoozed until", lambda f: put_off(f.snoozed_until, f.snoozed_why, f.snoozes, today)
            ),
        ),
    )


def _told_before(favor: Favor, today: date) -> Iterator[str]:
    return (
        ": ".join(filter(None, (short_day(one.told_on, today), one.text)))
        for one in favor.told_before
    )


def _state(favor: Favor, today: date) -> Cell:
    theirs = favor.direction == TO_THEM
    if favor.done_on:
        closed = ", let go" if favor.dropped_on else ""
        done = "given" if theirs else "received"
        return Cell(f"{done} {short_day(favor.done_on, today)}{closed}")
    if favor.dropped_on:
        way = "came" if favor.came_without_them else "dropped"
        without = f" {WITHOUT_THEM}" if favor.came_without_them else ""
        return Cell(f"{way} {short_day(favor.dropped_on, today)}{without}", "soft")
    if favor.outcome_on:
        return Cell(f"closed {short_day(favor.outcome_on, today)}")
    said = "promised" if theirs else "asked for"
    by = f", due {short_day(favor.due_on, today)}" if favor.due_on else ""
    return Cell(f"{said}{by}", "strong")


def _in_short(favor: Favor, today: date) -> Cell:
    """The state where there is less room: its day alone says when what is open is due."""
    state = _state(favor, today)
    return state._replace(text=state.text.replace(", due ", ", ").replace(", let go", ""))


def _said(favor: Favor) -> str:
    return favor.text if favor.direction == TO_THEM else kindness(favor.text)


def _what(favor: Favor, today: date) -> Cell:
    said = _said(favor)
    if favor.asked_for:
        said += f" ({asked_briefly(favor.asked_for)})"
    if not favor.outcome:
        return Cell(said)
    did = "asked" if favor.introduced else "told"
    before = "".join(
        f"{one.text} ({did} {short_day(one.told_on, today)}), then: "
        if one.text
        else f"{did} {short_day(one.told_on, today)}, then: "
        for one in favor.told_before
    )
    outcome = f"{before}{favor.outcome}"
    told = f"{did} {short_day(favor.told_on, today)}" if favor.told_on else "not told yet"
    if favor.came_without_them:
        return Cell(f"{said}; it turned out: {outcome}")
    if favor.dropped_on:
        told = "let go"
    ends = f" ({told})"
    return Cell(f"{said}; it turned out: {outcome}{ends}", tails=(ends,))
