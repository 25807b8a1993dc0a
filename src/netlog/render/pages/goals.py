"""Goals: as a list with a bar for each target, in full, and as the sentence that confirms one."""

from collections.abc import Sequence
from datetime import date
from itertools import chain, islice

from netlog.records.goals import Goal, Knows, ServedBy
from netlog.records.leads import LeadBrief
from netlog.render.cells import cut_at_word, width_of
from netlog.render.page import BETWEEN, Cell, Column, Field, Listing, Part, Sheet
from netlog.wording import listed, short_day

BAR = 10
BESIDE = 160  # from here on targets stand beside their goal
FULL, EMPTY = "▓", "░"


NONE = 'No goals yet: netlog goal add "a post in data" --horizon short --target "5 coffees a week"'
NONE_OPEN = "No goal is open. Those that are over: netlog goal list --all"


def listing(today: date, bars: dict[int, tuple[str, ...]], empty: str = NONE) -> Listing:
    """Goals, those of short term first; bars say how far the targets of each are, by id."""

    def told(goal: Goal) -> str:
        return " · ".join(bars.get(goal.id, ())) or "no target"

    return Listing(
        columns=(
            Column("ref", lambda g: Cell(g.ref, "soft")),
            Column("goal", lambda g: Cell(_named(g, today), "strong")),
            Column("targets", lambda g: Cell(told(g)), from_width=BESIDE),
            Column("targets", lambda g: Cell(told(g)), until_width=BESIDE, grow=True, under=True),
        ),
        empty=empty,
        line=lambda g: f"{g.ref} {_named(g, today)}",
        heads=False,
    )


def _named(goal: Goal, today: date) -> str:
    was = "was to be " if goal.is_past(today) else ""
    by = f", {was}by {short_day(goal.by, today)}" if goal.by else ""
    state = f" ({goal.state})" if goal.state != "open" else ""
    return f"{goal.text}{by}{state}"


def sheet(today: date, bars: tuple[str, ...] = (), asked: str = "") -> Sheet:
    """One goal in full; asked is the question whether it is reached."""
    return Sheet(
        title=lambda g: f"{g.text} ({g.ref})",
        fields=(
            Field("Horizon", lambda g: f"{g.horizon} term"),
            Field("By", lambda g: short_day(g.by, today) if g.by else None),
            Field("State", lambda g: _state(g, today)),
            Field("Reached?", lambda _: asked or None, phrases=True),
            Field("Let go", lambda g: g.dropped_why),
            Field("Targets", lambda g: "\n".join(bars) or None),
            Field("Leads", lambda g: "\n".join(map(_lead, g.leads))),
            Field("If reached", lambda g: reached(g) if _has_landed(g) and not asked else None),
            Field("Serve it", _serving),
            Field("Tell next", lambda g: f"{g.next.name} ({g.next.ref})" if g.next else None),
        ),
        parts=(
            Part("Serve it", lambda g: g.serving, _serving_it(today)),
            Part("They know", lambda g: g.knows, _knows(today)),
            Part("Not told yet", lambda g: g.untold, UNTOLD),
        ),
    )


def _state(goal: Goal, today: date) -> str:
    on = goal.done_on or goal.dropped_on
    return f"{goal.state} {short_day(on, today)}" if on else goal.state


def _lead(one: LeadBrief) -> str:
    """ "Harbor Trust (l1)", and how it ended."""
    ended = {"open": "", "dropped": ", let go"}.get(one.state, f", {one.state}")
    return f"{one.title} ({one.ref}){ended}"


def _has_landed(goal: Goal) -> bool:
    return goal.state == "open" and any(one.state == "landed" for one in goal.leads)


def reached(goal: Goal) -> str:
    """The command that says that a goal is reached."""
    return f"netlog goal drop {goal.ref} --done"


def _serving(goal: Goal) -> str | None:
    numbers = (
        ("person", "people", goal.people),
        ("meeting", "meetings", goal.meetings),
        ("plan", "plans", goal.plans),
        ("favor", "favors", goal.favors),
    )
    said = [f"{n} {one if n == 1 else many}" for one, many, n in numbers if n]
    return listed(said) or None


def note(forms: Sequence[str], questions: Sequence[str], width: int) -> str:
    """A line of goals that fits, the first of those forms or the last one cut, and what is asked.

    Width 0 is no bound.
    """
    least = [cut_at_word(one, width) for one in forms[-1:] if width]
    fitting = (one for one in forms if not width or width_of(one) <= width)
    return BETWEEN.join([*islice(chain(fitting, least), 1), *questions])


def _knows(today: date) -> Listing:
    return Listing(
        columns=(
            Column("ref", lambda k: Cell(k.contact.ref, "soft")),
            Column("who", lambda k: Cell(k.contact.name), most=28, firm=True),
            Column("since", lambda k: Cell(_since(k, today)), grow=True),
        ),
        empty="",
        line=lambda k: f"{k.contact.ref} {k.contact.name}",
        heads=False,
        one_line=True,
    )


def _serving_it(today: date) -> Listing:
    def told(one: ServedBy) -> str:
        who = listed([whom.name for whom in one.contacts])
        if one.kind == "person":
            return who
        text = f": {one.text}" if one.text else ""
        return f"{who}{text}" if one.kind == "favor" else f"{one.kind} with {who}{text}"

    return Listing(
        columns=(
            Column("ref", lambda s: Cell(s.ref, "soft")),
            Column(
                "on", lambda s: Cell(short_day(s.on, today) if s.on else ""), firm=True, blank=True
            ),
            Column("what", lambda s: Cell(told(s)), grow=True),
        ),
        empty="",
        line=lambda s: f"{s.ref} {told(s)}",
        heads=False,
    )


UNTOLD: Listing = Listing(
    columns=(
        Column("ref", lambda p: Cell(p.ref, "soft")),
        Column("who", lambda p: Cell(p.name), most=28, firm=True),
    ),
    empty="",
    line=lambda p: f"{p.ref} {p.name}",
    heads=False,
)


def _since(one: Knows, today: date) -> str:
    return f"since {short_day(one.on, today)}"


def confirmed(goal: Goal, today: date, did: str = "Goal") -> str:
    """ "Goal: a post in data, by 1 Mar (g1)." """
    return f"{did}: {_named(goal, today)} ({goal.ref})."
