"""What to turn to somebody for, judged once: the week and drafts both read it.

It stands on what the morning shows by then; a debt that has come to rest, or has faded, is none.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.records.messages import For
from netlog.records.reconnect import Begins, Opening, Why
from netlog.records.standing import Open, Standing
from netlog.records.week import Errand
from netlog.rules import due, reconnect
from netlog.rules.lines import line
from netlog.rules.standing import is_of_another, is_shown
from netlog.typed import Final

# What an opening is for; what else there is to begin with is getting back to somebody.
FOR: Final[dict[str, Errand]] = {"outcome": "tell", "thanks": "thank", "promise": "give"}
MESSAGE: Final[dict[Begins, For]] = {"outcome": "news", "thanks": "thanks"}
# Where these are all that a line leaves to begin with, one begins as if it were not there.
OF_NOTHING: Final[tuple[Begins, ...]] = ("peace", "topic", "hello")


class Turning(NamedTuple):
    """What to turn to them for, why, and how to begin; line is what asks for it, if one does."""

    errand: Errand
    begins: Begins
    why: tuple[Why, ...]
    opening: Opening
    line: Open | None = None

    @property
    def for_(self) -> For:
        """What a message about it is for."""
        return "nudge" if self.errand == "nudge" else MESSAGE.get(self.begins, "reconnect")


def turn(found: Standing, today: date, until: date) -> Turning | None:
    """What is owed by then or what they are waited for, as the morning heads them, else what speaks
    for getting back. None where nothing does.
    """
    return next(turns(found, today, until), None)


def turns(found: Standing, today: date, until: date) -> Iterator[Turning]:
    """All that there is to turn to them for by then, the most urgent first; each errand once."""
    known: set[Errand] = set()
    for one in _turns(found, today, until):
        if one.errand not in known:
            known.add(one.errand)
            yield one


def _turns(found: Standing, today: date, until: date) -> Iterator[Turning]:
    awake = _awake(found, today, until)
    shown = [one for one in awake.open if _wants(one, until, today)]
    waits = reconnect.all_waited_for(awake, today, until)
    # On their own day nobody is nudged.
    is_theirs = any(one.kind == "date" and one.due_on == today for one in shown)
    heads = _all_owed(shown) + ([] if is_theirs else [*waits])
    others = due.by_urgency(awake, [one for one in shown if one not in (*heads, *waits)], today)
    for head in due.by_urgency(awake, heads, today):
        if head in waits:
            yield _nudge(found, awake, head, today)
        else:
            yield _owing(awake, head, today)
    if not heads and (said := _unowed(found, awake, others, today)):
        yield said
    for one in others:
        yield _of_line(found, awake, one, today)
    why = sorted(reconnect.reasons(awake, today), key=lambda reason: reason.code != "helped")
    if why and why[0].code == "helped":
        begins, opening = reconnect.beginning(found, today)
        yield Turning("give", begins, tuple(why), opening)


def _owing(found: Standing, head: Open, today: date) -> Turning:
    """For what is owed: that, and how to begin on the day on which it comes up."""
    found = _of_first(found, head)
    begins, opening = reconnect.beginning(found, today)
    why = reconnect.reasons(found, today) if begins in FOR else ()
    if begins not in FOR:
        begins, opening = reconnect.beginning(found, max(head.comes_on, today))
    errand = FOR.get(begins, FOR[head.kind])
    return Turning(errand, begins, why or (_why(found, head, today),), opening, head)


def _nudge(found: Standing, awake: Standing, head: Open, today: date) -> Turning:
    """For what they are waited for, which is said before what else is owed."""
    why = reconnect.reasons(awake, today, whoever=True)
    if any(one.code == head.kind for one in why):
        why = tuple(sorted(why, key=lambda one: one.code != head.kind))
    else:
        why = (_why(awake, head, today), *reconnect.reasons(awake, today))
    begins, opening = reconnect.beginning(found, today)
    return Turning("nudge", begins, why, opening, head)


def _unowed(found: Standing, awake: Standing, lines: Sequence[Open], today: date) -> Turning | None:
    """For what speaks for getting back, all of it, where nothing is owed."""
    why = reconnect.reasons(awake, today)
    line = next(iter(lines), None)
    begins, opening = reconnect.beginning(awake, today)
    if begins in FOR and (said := why or tuple(_why(awake, one, today) for one in lines[:1])):
        return Turning(FOR[begins], begins, said, opening, line)  # thanks that are no debt yet
    if not why:
        return None
    errand: Errand = "give" if why[0].code == "helped" else "reconnect"
    begins, opening = reconnect.beginning(found, today)
    return Turning(errand, begins, why, opening, line)


def _of_line(found: Standing, awake: Standing, one: Open, today: date) -> Turning:
    """For a line that is no debt; how to begin on its day answers it."""
    then = awake._replace(open=(one,))
    begins, opening = reconnect.beginning(then, max(one.comes_on, today))
    if begins in OF_NOTHING:
        begins, opening = reconnect.beginning(found, today)
    return Turning(_errand(one), begins, (_why(awake, one, today),), opening, one)


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


def _of_first(found: Standing, first: Open) -> Standing:
    """Without what else is owed, but for the news of what is thanked for: that is one line."""
    return found._replace(
        open=tuple(
            one
            for one in found.open
            if one.kind not in reconnect.DEBTS or one.kind == first.kind or one.ref == first.favor
        )
    )


def _why(found: Standing, one: Open, today: date) -> Why:
    return Why(one.kind, line(found, one, today).item.what)


def _errand(one: Open) -> Errand:
    """How it went is told by who helped; an ask that may rest wants something done for them."""
    if one.kind == "outcome" and one.phase != "introduced":
        return "tell"
    return "give" if one.kind == "waiting" else "reconnect"
