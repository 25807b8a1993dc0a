"""What to turn to somebody for, judged once: the week and drafts both read it.

It stands on what the morning shows by then; a debt that has come to rest, or has faded, is none.
"""

from collections.abc import Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.records.reconnect import Begins, Opening, Why
from netlog.records.standing import Open, Standing
from netlog.records.week import Errand
from netlog.rules import due, reconnect
from netlog.rules.lines import line
from netlog.rules.standing import is_of_another, is_shown
from netlog.typed import Final

# What an opening is for; what else there is to begin with is getting back to somebody.
FOR: Final[dict[Begins, Errand]] = {"outcome": "tell", "thanks": "thank", "promise": "give"}


class Turning(NamedTuple):
    """What to turn to them for, why, and how to begin."""

    errand: Errand
    begins: Begins
    why: tuple[Why, ...]
    opening: Opening


def turn(found: Standing, today: date, until: date) -> Turning | None:
    """What is owed by then or what they are waited for, as the morning heads them, else what speaks
    for getting back. None where nothing does.
    """
    awake = _awake(found, today, until)
    shown = [one for one in awake.open if _wants(one, until, today)]
    waits = reconnect.all_waited_for(awake, today, until)
    first = next(iter(due.by_urgency(awake, [*_all_owed(shown), *waits], today)), None)
    # On their own day nobody is nudged.
    today_is_theirs = any(one.kind == "date" and one.due_on == today for one in shown)
    nudges = first in waits and not today_is_theirs
    if first and first not in waits:
        awake = _of_first(awake, first)
        shown = [one for one in shown if one in awake.open]
    why = reconnect.reasons(awake, today)
    begins, opening = reconnect.beginning(awake, today)
    if not nudges and begins not in FOR and (owed := _owed(shown)):
        # It comes up in the course of the week.
        begins, opening = reconnect.beginning(awake, until)
        why = (_why(awake, owed, today),)
    if not nudges and begins in FOR:
        why = why or tuple(_why(awake, one, today) for one in shown[:1])
        return Turning(FOR[begins], begins, why, opening)
    with_all = reconnect.beginning(found, today)
    if with_all[0] not in ("thanks", "promise"):
        begins, opening = with_all  # news that rest are still something to begin with
    waited = reconnect.waited_for(awake, today, until)
    if waited and not today_is_theirs:
        nudging = reconnect.reasons(awake, today, whoever=True)
        said = any(one.code == waited.kind for one in nudging)
        # What it is for comes before what else is owed.
        nudging = tuple(sorted(nudging, key=lambda one: one.code != waited.kind))
        why = nudging if said else (_why(awake, waited, today), *why)
        return Turning("nudge", begins, why, opening)
    if why:
        return Turning("give" if why[0].code == "helped" else "reconnect", begins, why, opening)
    for one in _first(awake, shown, today):
        if one.comes_on > today and one.kind in ("date", "reconnect"):
            # How to begin on its day answers it.
            then = awake._replace(open=(one,))
            begins, opening = reconnect.beginning(then, one.comes_on)
        return Turning(_errand(one), begins, (_why(awake, one, today),), opening)
    return None


def not_asked_yet(found: Standing, today: date) -> list[str]:
    """That steps of theirs are chased for which no ask is on record: no message brings those up.

    Nothing yet of a step before which somebody is to be thanked.
    """
    return [
        f"Not in it is {one.to} ({one.ref}), for no ask is on record. "
        f"If it was made: netlog lead step {one.ref} asked"
        for one in found.open
        if (one.kind, one.asked, one.first) == ("lead", False, ())
        and one.phase not in reconnect.BEYOND_NUDGING
        and is_shown(one, today, today)
        and not is_of_another(found, one)
    ]


def _awake(found: Standing, today: date, until: date) -> Standing:
    """Without the debts that the morning does not show by then."""
    return found._replace(
        open=tuple(
            one for one in found.open if one.kind not in due.DEBTS or is_shown(one, until, today)
        )
    )


def _wants(one: Open, until: date, today: date) -> bool:
    """Whether the morning shows it, and it wants to be said to them: what is planned comes."""
    broke = one.kind == "lead" and one.phase in reconnect.BEYOND_NUDGING
    return one.kind != "plan" and not broke and is_shown(one, until, today)


def _all_owed(shown: Sequence[Open]) -> list[Open]:
    return [
        one
        for one in shown
        if one.kind in ("thanks", "promise") or (one.kind, one.phase) == ("outcome", "known")
    ]


def _owed(shown: Sequence[Open]) -> Open | None:
    return min(_all_owed(shown), key=lambda one: one.due_on, default=None)


def _of_first(found: Standing, first: Open) -> Standing:
    """Without what else is owed, but for the news of what is thanked for: that is one line."""
    return found._replace(
        open=tuple(
            one
            for one in found.open
            if one.kind not in reconnect.DEBTS or one.kind == first.kind or one.ref == first.favor
        )
    )


def _first(found: Standing, shown: Sequence[Open], today: date) -> list[Open]:
    """The most urgent line, as the morning has it."""
    return due.by_urgency(found, shown, today)[:1]


def _why(found: Standing, one: Open, today: date) -> Why:
    return Why(one.kind, line(found, one, today).item.what)


def _errand(one: Open) -> Errand:
    """How it went is told by who helped; an ask that may rest wants something done for them."""
    if one.kind == "outcome" and one.phase != "introduced":
        return "tell"
    return "give" if one.kind == "waiting" else "reconnect"
