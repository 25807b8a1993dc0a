"""Where you stand with somebody, judged once: facts and today in, a Standing out.

Every command that concludes something reads it, so that no two can contradict each other.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from netlog.records.favors import Favor
from netlog.records.standing import Open, Relationship, Silence, Standing
from netlog.rules import peace
from netlog.rules.open_lines import open_lines, reminder_of, thanks_with_news
from netlog.wording import short_day, unpointed

# Whoever is shown unasked; while somebody waits to be got back to, so many of the seven are left to
# them; of fewer, fewer.
PEOPLE = 7
KEPT_FREE = 2


def standing(known: Relationship, today: date, unthanked: Collection[str] = ()) -> Standing:
    """What the facts of one relationship come to, today; to those tags no thanks are owed."""
    thanks = set(known.tags).isdisjoint(unthanked)
    return Standing(
        contact=known.contact,
        tags=known.tags,
        last_touch_on=known.last_touch_on,
        met_on=known.met_on,
        added_on=known.added_on,
        open=tuple(open_lines(known, today, thanks=thanks)),
        unthanked=tuple(thanks_with_news(known, today)) if thanks else (),
        silence=_silence(known, today),
        facts=known,
        introduced=known.introduced,
        snoozed_until=known.snoozed_until,
        remind_on=reminder_of(known),
        peace=peace.of(known.said_no, today),
    )


def awaited(lines: Iterable[Open], given: Iterable[Favor], today: date) -> tuple[Favor, ...]:
    """The favors; what was asked on the way of a lead is due on the day of its step."""
    steps = {ref: one.comes_on for one in lines if not is_over(one, today) for ref in one.asks}
    return tuple(one._replace(due_on=steps.get(one.ref, one.due_on)) for one in given)


def is_shown(line: Open, until: date, today: date) -> bool:
    """Whether the morning that looks ahead until that day shows the line."""
    return line.comes_on <= until and not is_over(line, today)


def kept_free(people: int) -> int:
    """Of so many places those that are left to whoever waits to be got back to."""
    return min(KEPT_FREE, round(people * KEPT_FREE / PEOPLE))


def with_room(debts: Sequence[bool], people: int) -> list[int]:
    """Whose turn it is, so many by their place: debts leave room to those who merely wait.

    debts says, in their order, of whom something is owed.
    """
    first = range(min(people, len(debts)))
    owed = [at for at in first if debts[at]]
    wanted = max(kept_free(people) - (len(first) - len(owed)), 0)
    waiting = [at for at in range(len(first), len(debts)) if not debts[at]][:wanted]
    left_out = owed[len(owed) - len(waiting) :]
    return [*(at for at in first if at not in left_out), *waiting]


def is_reminder(found: Standing, line: Open) -> bool:
    """Whether a line to get back to them comes of a day that was asked for, not of the cadence."""
    return found.remind_on is not None and found.remind_on <= line.due_on


def is_over(line: Open, today: date) -> bool:
    """Whether the line has had its time."""
    return line.rests_on is not None and line.rests_on <= today


def _silence(known: Relationship, today: date) -> Silence:
    since = known.last_touch_on or known.met_on or known.added_on
    return Silence(since, (today - since).days, known.every_days, known.last_touch_on is not None)


def last_seen(found: Standing, today: date) -> str:
    """When you were last in touch, in words: "last in touch 5 Nov", or since when never."""
    if found.last_touch_on:
        return f"last in touch {short_day(found.last_touch_on, today)}"
    if found.met_on:
        return f"not in touch since you met in {found.met_on.year}"
    return f"not in touch yet, added {short_day(found.added_on, today)}"


def is_of_another(found: Standing, one: Open) -> bool:
    """Whether a step of a chain is of somebody else, about whom they may be asked."""
    return unpointed(one.about) != unpointed(found.contact.name)


def is_asked(found: Standing, one: Open) -> bool:
    """Whether they were asked for their own step of a lead."""
    return one.asked and not is_of_another(found, one)


def asking_for(found: Standing, lead: int) -> Standing:
    """Without what they are to be asked first on the way of that lead: this is the ask."""
    steps = {one.ref for one in found.facts.chases if one.lead == lead and not one.walked}
    asks = [one for one in found.open if one.kind == "lead" and one.ref in steps]
    said = [one for one in asks if not is_asked(found, one)]
    return found._replace(open=tuple(one for one in found.open if one not in said))
