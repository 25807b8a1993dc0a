"""The morning report: which lines of which people, in which order, and how many are shown."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from netlog.records.due import KINDS, Block, BriefDue, DueItem, Morning
from netlog.records.standing import Open, Standing
from netlog.rules import phases
from netlog.rules.choices import SOON_DAYS
from netlog.rules.dates import next_birthday
from netlog.rules.lines import line
from netlog.rules.standing import is_over, is_reminder, is_shown, kept_free

MOST_UNTOUCHED = 3

TODAY, DEBT, NEAR, SILENCE = range(4)
DEBTS = ("thanks", "promise", "waiting", "outcome", "lead")
# A plan that is past stands where plans do, and asks how it was.
_PLAN = KINDS.index("plan")
PARTS = ("today", *KINDS[:_PLAN], "past", *KINDS[_PLAN:])
# Nothing that has not come to rest is older than this: so far back the reads look.
OLDEST_DAYS = 300


def horizon(today: date, within_days: int) -> date:
    """The last day the report looks at."""
    return today + timedelta(days=within_days)


def birthday_keys(today: date, until: date) -> tuple[tuple[str, str], ...]:
    """The ranges of MM-DD in which yearly days are near, both ends included."""
    first = today - timedelta(days=phases.DATE_AFTER)
    last = until + timedelta(days=phases.DATE_AHEAD + 1)
    if last - first >= timedelta(days=365):
        return (("01-01", "12-31"),)
    start, end = f"{first:%m-%d}", f"{last:%m-%d}"
    # 29 February is kept on the 28th in common years.
    end = "02-29" if end == "02-28" else end
    return ((start, end),) if start <= end else ((start, "12-31"), ("01-01", end))


def blocks(
    standings: Iterable[Standing],
    today: date,
    until: date,
    kinds: Collection[str] = (),
    *,
    resting: bool = False,
) -> list[Block]:
    """Everybody of whom anything is due by then, the most urgent first.

    kinds are those wanted, none for all; resting adds what had its time, in its own person's block.
    """
    wanted = set(kinds) or set(KINDS)
    found: list[Block] = []
    planned: set[str] = set()
    for standing in standings:
        judged = [(one, _is_due(one, until, today)) for one in standing.open]
        of_them = sum(shown and is_of_themselves(one) for one, shown in judged)
        alone = of_them == 1 and not gets_back_soon(standing, today)
        lines = [
            # What comes by then does not rest, though until then it may.
            one._replace(rested=False) if shown and one.rested else one
            for one, shown in judged
            if one.kind in wanted
            and one.ref not in planned
            and (shown or (resting and _rests(one, today)))
        ]
        lines = [_by_person(one) if alone else one for one in once_a_kindness(lines)]
        # What is planned with several is one line, not one for each.
        planned.update(one.ref for one in lines if one.kind == "plan")
        if lines:
            found.append(_block(standing, lines, today, until))
    return sorted(found, key=lambda block: block.urgency)


def is_of_themselves(one: Open) -> bool:
    """Whether the line is of the person alone, with no record of what is due."""
    return one.kind in ("date", "reconnect")


def of_themselves(found: Standing, today: date, until: date) -> tuple[Open, ...]:
    """Of the lines that are shown by then those of the person alone, the most urgent first."""
    theirs = (one for one in found.open if is_of_themselves(one) and _is_due(one, until, today))
    return tuple(by_urgency(found, theirs, today))


def _is_due(one: Open, until: date, today: date) -> bool:
    """Whether the morning that looks ahead until that day shows the line, and something settles it.

    A yearly day that was seen to is the next year's: what settles that would, typed twice for this
    year's, let it pass.
    """
    return is_shown(one, until, today) and not _is_seen_to(one, today)


def _is_seen_to(one: Open, today: date) -> bool:
    """Whether it is a yearly day that was seen to, and comes again in another year alone."""
    since = today - timedelta(days=phases.DATE_AFTER)
    return one.kind == "date" and next_birthday(f"--{one.due_on:%m-%d}", since) < one.due_on


def gets_back_soon(found: Standing, today: date) -> bool:
    """Whether getting back to them is near, and their own ref means that and none of their days.

    However far a morning looked ahead: what a line printed is what it settles.
    """
    return any(
        one.kind == "reconnect" and is_shown(one, horizon(today, SOON_DAYS), today)
        for one in found.open
    )


def meant(theirs: Sequence[Open], ref: str, *, days: bool) -> tuple[Open, ...]:
    """Of those lines the one of that ref; of somebody without any other all their days, if days."""
    return tuple(one for one in theirs if one.ref == ref) or tuple(
        one for one in theirs if days and one.ref.startswith(f"{ref}.")
    )


def ended_by_touch(
    theirs: Iterable[Open], meant_: Collection[Open], today: date
) -> tuple[Open, ...]:
    """The yearly days that are not meant, and that being in touch today greets them for."""
    return tuple(
        one for one in theirs if one.kind == "date" and one.due_on <= today and one not in meant_
    )


def _by_person(one: Open) -> Open:
    """A yearly day that is the one line of somebody themselves goes by their own ref."""
    return one._replace(ref=one.ref.partition(".")[0]) if one.kind == "date" else one


def once_a_kindness(lines: Sequence[Open]) -> list[Open]:
    """One kindness in one line: what rests of it gives way; else the thanks to news, which thank
    for the same, and the question how it went to the thanks.
    """
    ranks = {(one.kind, one.favor or one.ref): _rank(one) for one in lines}
    other = {"thanks": "outcome", "outcome": "thanks"}
    return [
        one
        for one in lines
        if one.kind not in other
        or _rank(one) <= ranks.get((other[one.kind], one.favor or one.ref), _rank(one))
    ]


def _rank(one: Open) -> tuple[bool, int]:
    """What stands for a kindness first: what does not rest; news, then thanks."""
    return one.rested, 1 if one.kind == "thanks" else 0 if one.phase == "known" else 2


def _rests(one: Open, today: date) -> bool:
    return (one.rested or is_over(one, today)) and not one.faded


def _block(standing: Standing, lines: Sequence[Open], today: date, until: date) -> Block:
    ordered = by_urgency(standing, lines, today)
    first = ordered[0]
    rank, weight = urgency(standing, first, today)
    reminded = _reminded(standing, ordered)
    return Block(
        contact=standing.contact,
        part="today" if rank == TODAY else first.part,
        lines=tuple(line(standing, one, today, until) for one in ordered),
        urgency=(rank, weight, first.place or (standing.contact.id, 0, 0)),
        untouched=not (standing.silence.ever_touched or reminded),
        waits=rank == SILENCE or (rank != TODAY and reminded),
    )


def by_urgency(standing: Standing, lines: Iterable[Open], today: date) -> list[Open]:
    """The lines of one person, the most urgent first."""
    return sorted(lines, key=lambda one: (*urgency(standing, one, today), *_place(one.ref)))


def _place(ref: str) -> tuple[str | int, ...]:
    """t9 before t10."""
    return ref[:1], *map(int, ref[1:].split("."))


def urgency(standing: Standing, one: Open, today: date) -> tuple[int, float]:
    """Today's plans and days, then debts, the latest first, then silence over the cadence."""
    late = (today - one.late_since(today)).days
    if one.rested:
        return SILENCE + 1, -late
    if one.kind in ("plan", "date"):
        return (TODAY, 0) if late == 0 else (NEAR, abs(late))
    if one.kind in DEBTS:
        return DEBT, -late
    if is_reminder(standing, one):
        if late > 0:
            return DEBT, -late
        # One to come is no debt yet: it stands among the days that are near.
        return (TODAY, 1) if late == 0 else (NEAR, -late)
    return SILENCE, -late / max(standing.silence.every_days, 1)


def _reminded(standing: Standing, lines: Iterable[Open]) -> bool:
    return any(
        one.kind == "reconnect" and not one.rested and is_reminder(standing, one) for one in lines
    )


def morning(found: Sequence[Block], people: int | None) -> Morning:
    """The blocks to show, so many people at the most (None: all), in the order of the parts."""
    chosen = list(found) if people is None else _with_few_firsts(_chosen(found, people))
    chosen.sort(key=lambda block: (PARTS.index(block.part), block.urgency))
    return Morning(tuple(chosen), len(found))


def _chosen(found: Sequence[Block], people: int) -> list[Block]:
    waiting = any(block.waits for block in found)
    kept = kept_free(people) if waiting else 0
    today = [block for block in found if block.urgency[0] == TODAY]
    others = [block for block in found if block.urgency[0] != TODAY]
    # What is of today has its place, and leaves one.
    chosen = today[: people - min(kept, 1)]
    free, untouched = people - kept - len(chosen), 0
    for block in others:
        if len(chosen) == people:
            break
        first_time = _is_for_the_first_time(block)
        untouched += first_time
        if block.waits and not (first_time and untouched > MOST_UNTOUCHED):
            chosen.append(block)
        elif not block.waits and free > 0:
            chosen.append(block)
            free -= 1
    # Where fewer wait than there is room for, others come, but no more with debts than may.
    for block in (block for block in others if not block.waits and block not in chosen):
        if len(chosen) == people:
            break
        if not _owes(block) or sum(map(_owes, chosen)) < people - kept:
            chosen.append(block)
    return chosen


def _with_few_firsts(chosen: Sequence[Block]) -> list[Block]:
    """Whoever is there for something else is no further one to get back to for the first time."""
    left = MOST_UNTOUCHED - sum(map(_is_for_the_first_time, chosen))
    shown = []
    for block in chosen:
        others = tuple(line for line in block.lines if line.item.kind != "reconnect")
        if block.untouched and not block.waits and len(others) < len(block.lines):
            if left <= 0:
                block = block._replace(lines=others)
            left -= 1
        shown.append(block)
    return shown


def _is_for_the_first_time(block: Block) -> bool:
    return block.untouched and block.urgency[0] == SILENCE


def _owes(block: Block) -> bool:
    return any(line.item.kind in DEBTS for line in block.lines)


def brief(shown: Morning) -> BriefDue:
    """The morning as it is shown, in numbers."""
    items = shown.items
    counts = {kind: sum(item.kind == kind for item in items) for kind in KINDS}
    return BriefDue(
        people=len(shown.blocks),
        more=shown.waiting - len(shown.blocks),
        counts={kind: number for kind, number in counts.items() if number},
    )


def next_day(standings: Iterable[Standing], today: date) -> date | None:
    """The next day on which anything comes up, of what has not come yet."""
    days = [
        one.comes_on
        for standing in standings
        for one in standing.open
        if one.comes_on > today and not is_over(one, today)
    ]
    return min(days, default=None)


def of_person(found: Standing, today: date, until: date) -> tuple[DueItem, ...]:
    """What is due about one person by then, the most urgent first."""
    return tuple(line.item for block in blocks([found], today, until) for line in block.lines)
