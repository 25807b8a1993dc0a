"""The weekly review as a page, and as rows for other programs; the record of a search."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from netlog.named import NamedTuple
from netlog.output import Room
from netlog.records.people import Person
from netlog.records.week import CircleCount, Effort, Errand, TurnTo, Week
from netlog.render.page import Cell, Column, Listing
from netlog.wording import count, listed, long_day

NAMED = 4
# From so many cells on both texts of a line stand side by side.
WIDE = 150
# What the opening says by itself, if it is for that.
SAID_BY_OPENING = ("Thank", "Tell", "Bring")
NUDGE: Errand = "nudge"
ERRANDS: dict[Errand, str] = {
    "thank": "thank",
    "tell": "tell",
    "give": "give",
    "reconnect": "get back in touch",
    "advice": "ask for advice",
    "call": "call",
    "nudge": "nudge",
}
HEADINGS = TARGETS, OPEN, NEXT = "Targets", "Open longest", "Next"
RESTS = " What has come to rest: netlog due --all"
HEADS = ("part", "ref", "name", "what", "more")
EFFORT_HEADS = ("day", "person", "organization", "how", "what")


class WeekRow(NamedTuple):
    """One line of the review: its part, whom or what it is about, and what is said."""

    part: str
    ref: str
    name: str
    words: str
    opening: str = ""


def page(week: Week, room: Room, *, rests: bool = False) -> Listing:
    """The review of that week, part by part, a line each; where it is narrow, texts go below.

    rests: something is open, and all of it has come to rest.
    """
    return Listing(
        columns=(
            Column("ref", lambda row: Cell(row.ref), most=8, blank=True),
            Column("who", lambda row: Cell(row.name, "strong"), most=28, firm=True, blank=True),
            *_texts(room),
        ),
        empty=f"Nothing is due.{RESTS if rests else ''}",
        line=lambda row: f"{row.name}: {row.words}",
        title=f"The week from {long_day(week.since)}",
        section=lambda row: row.part,
        heads=False,
        narrow_below=0,
        note=". ".join(filter(None, (done(week), _thin(week.thin)))),
        foot=_foot(week),
        tight=True,
    )


def _texts(room: Room) -> tuple[Column, ...]:
    """What for and how to begin: below each other, in one, or where there is room side by side."""

    def words(row: WeekRow) -> Cell:
        return Cell(row.words)

    if room == "narrow":
        return (
            Column("what", words, grow=True, blank=True),
            Column("how to begin", _begin, grow=True, under=True, blank=True),
        )
    return (
        Column("what", lambda row: Cell(_in_one(row)), until_width=WIDE, blank=True),
        Column("what", words, from_width=WIDE, blank=True),
        Column("how to begin", _begin, from_width=WIDE, blank=True, spare=True),
    )


def _begin(row: WeekRow) -> Cell:
    begins = _beside(row)
    return Cell(f"→ {begins}" if begins else "")


def _beside(row: WeekRow) -> str:
    """How to begin, where the words do not say it."""
    return "" if row.opening in row.words else row.opening


def _in_one(row: WeekRow) -> str:
    """What to turn to them for and how to begin, where there is one line for both."""
    if not _beside(row):
        return row.words
    errand = row.words.partition(":")[0]
    if errand == NUDGE:
        return row.words  # what for says it all
    return row.opening if row.opening.lower().startswith(errand) else f"{errand}: {row.opening}"


def _foot(week: Week) -> tuple[str, ...]:
    people = (one for one in week.plan if one.contact.ref.startswith("c"))
    first = next(people, None)
    eve = week.since - timedelta(days=1)
    before = f"the week before: netlog week --of {eve.isoformat()}"
    if first is None:
        return (before,)
    who = first.contact.ref
    draft = f"a few lines: netlog draft {who} --for {first.for_}"
    return f"Before you write: netlog brief {who}", draft, before


def rows(week: Week, bars: Sequence[str]) -> list[WeekRow]:
    """What the review says, line by line; bars say how far each target came."""
    return [
        *_targets(week, bars),
        *(WeekRow(OPEN, one.ref, one.contact.name, one.what) for one in week.open),
        *map(_turn, week.plan),
    ]


def ever_fewer(found: Sequence[WeekRow]) -> Iterator[list[WeekRow]]:
    """The lines, all and then with ever fewer of what is open: the longest of it stays."""
    left = list(found)
    yield [*left]
    for row in [row for row in found if row.part == OPEN][:0:-1]:
        left.remove(row)
        yield [*left]


def done(week: Week) -> str:
    """What was done, and in brackets in the week before: "Done: met 3 (1), …; met Ada and Bo"."""
    counted = zip(("met", "asked", "given", "thanked", "new"), week.did, week.before, strict=True)
    said = ", ".join(f"{name} {number} ({before})" for name, number, before in counted)
    met = f". Met: {_names(week.met)}" if week.met else ""
    return f"Done (the week before): {said}{met}"


def _names(people: Sequence[Person]) -> str:
    named = [one.name for one in people[:NAMED]]
    more = len(people) - len(named)
    return listed([*named, *([f"{more} more"] if more else [])])


def _targets(week: Week, bars: Sequence[str]) -> Iterator[WeekRow]:
    for one, bar in zip(week.targets, bars, strict=True):
        yield WeekRow(TARGETS, one.goal.ref, "", f"{bar}: {one.goal.text}")


def _thin(thin: CircleCount | None) -> str:
    if thin is None:
        return ""
    people = count(thin.people, "person", "people")
    said = f"{people}, {thin.in_touch} of them in touch in 90 days" if thin.people else "nobody yet"
    return f"Thinnest circle: {thin.circle}, {said}"


def _turn(one: TurnTo) -> WeekRow:
    """Whom to turn to: for a debt with how to begin, which says it all; else with why as well."""
    begin = one.opening.text
    why = f"{ERRANDS[one.errand]}: {_why(one)}"
    if one.errand == NUDGE:
        why = f"{NUDGE}: {_why(one).replace(': nudge kindly', '')}"
    elif one.errand in ("thank", "tell", "give") and begin.startswith(SAID_BY_OPENING):
        why = begin
    return WeekRow(NEXT, one.contact.ref, one.contact.name, why, begin)


def _why(one: TurnTo) -> str:
    return "; ".join(reason.text for reason in one.why)


def cells(week: Week, found: Sequence[WeekRow]) -> list[tuple[str, ...]]:
    """What was done, number by number, and the lines, as texts under HEADS."""
    counted, one = zip(week.did._fields, week.did, week.before, strict=True), week.thin
    did = [("Done", "", name, str(number), f"{before} before") for name, number, before in counted]
    thin = [("Thinnest circle", "", one.circle, str(one.in_touch), "in touch")] if one else []
    lines = [tuple(row._replace(opening=_beside(row))) for row in found]
    return [*did, *lines, *thin]


def efforts(room: Room) -> Listing:
    """The record of a search: a line a day and person, below it what it was about if narrow."""
    return Listing(
        columns=(
            Column("day", lambda one: Cell(one.on.isoformat())),
            Column("person", lambda one: Cell(_who(one), "strong"), most=28, firm=True),
            Column("organization", lambda one: Cell(one.organization or ""), most=28),
            Column("how", lambda one: Cell(one.how), firm=True),
            Column("what", lambda one: Cell(_one_line(one.what)), grow=True, under=room != "wide"),
        ),
        empty="Nothing is on record for those days.",
        line=lambda one: f"{one.on.isoformat()} {_who(one)} {one.how}",
    )


def _who(one: Effort) -> str:
    return one.contact.name if one.contact else ""


def _one_line(text: str) -> str:
    return " / ".join(filter(None, (line.strip() for line in text.split("\n"))))


def effort_cells(found: Sequence[Effort]) -> list[tuple[str, ...]]:
    """The record as texts, under EFFORT_HEADS."""
    return [
        (one.on.isoformat(), _who(one), one.organization or "", one.how, _one_line(one.what))
        for one in found
    ]
