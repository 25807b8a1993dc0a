"""Chains: which step of a lead is the current one, who is chased for it, how it is told in a line.

Facts and today in; nothing here knows the file.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.asking import asked, help_for
from netlog.folding import words
from netlog.records.leads import AHEAD, ARROW, BROKEN, DONE, Lead, Role, Step, Upstream
from netlog.rules.calling import called
from netlog.rules.discretion import is_of_others, quotable
from netlog.wording import capitalized, days_phrase

# What says most of somebody's part in a lead comes first.
PARTS: tuple[Role, ...] = ("helped", "asked", "introduced", "named")

# Words of a description that tell nobody from another.
SMALL = frozenset({"a", "an", "the", "my", "his", "her", "its", "our", "their"})


def current(steps: Sequence[Step]) -> Step | None:
    """The step at which the way stands: the first that is neither done nor gone around."""
    return next((step for step in steps if not step.is_over), None)


def upstream(steps: Sequence[Step]) -> list[Step]:
    """The steps that a lead came through, the nearest to it first.

    Who broke had no part in it, and who was let go before being asked.
    """
    return [
        step
        for step in reversed(steps)
        if step.state in ("asked", "done") or (step.state == "waiting" and not step.dropped_on)
    ]


def unnamed(steps: Sequence[Step]) -> list[Step]:
    """Who had their part in it and is nobody in the book yet, the nearest to it first."""
    return [
        step for step in upstream(steps) if step.contact is None and step.state in ("asked", "done")
    ]


def telling(said: str) -> set[str]:
    """The folded words of a description that say who it is."""
    return {word for word in words(said) if word not in SMALL}


def is_near(one: str, other: str) -> bool:
    """Whether two descriptions may be of one person: all that one says the other says, too."""
    first, second = telling(one), telling(other)
    return bool(first and second) and (first <= second or second <= first)


def part_of(step: Step) -> Role:
    """What is known of somebody's part in a lead, by their step of it."""
    return "helped" if step.state == "done" else "asked" if step.state == "asked" else "named"


def once(found: Iterable[Upstream]) -> list[Upstream]:
    """Everybody once, in order; of several parts of one person the one that says most."""
    known: dict[int, Upstream] = {}
    for one in found:
        before = known.setdefault(one.contact.id, one)
        if PARTS.index(one.part) < PARTS.index(before.part):
            known[one.contact.id] = one
        elif one.part == before.part and one.did and not before.did:
            known[one.contact.id] = before._replace(did=one.did)
    return list(known.values())


def line(lead: Lead, today: date) -> str:
    """The way in one line: "you ✓ Gus … Priscilla (waiting 19 days) → Harbor Trust"."""
    at = current(lead.steps) if lead.state == "open" else None
    parts = ["you", *(_said(step, at, today) for step in lead.steps)]
    return f"{' '.join(parts)} {ARROW} {lead.leads_to}"


def _said(step: Step, at: Step | None, today: date) -> str:
    if step.state == "done":
        return f"{DONE} {step.name}"
    if step.state == "broken":
        return f"{BROKEN} {step.name} (broken)"
    if step is not at:
        return f"{ARROW} {step.name}"
    asked_on = step.asked_on if step.state == "asked" else None
    waited = (today - (asked_on or step.since or today)).days
    did = "asked" if step.state == "asked" else "waiting"
    let_go = ", let go" if step.dropped_on else ""
    return f"{AHEAD} {step.name} ({did} {days_phrase(waited)}{let_go})"


def led_to(leads_to: str) -> str:
    """What whoever had no favor for it is noted to have done."""
    return f"led to {leads_to}"


def way_of(text: str) -> str | None:
    """Where the way leads of which a favor says no more than that; None where it says more."""
    starts = (form("") for form in (help_for, led_to))
    return next((text.removeprefix(one) for one in starts if text.startswith(one)), None)


def is_help(text: str) -> bool:
    """Whether a favor says no more than that it was help on the way, wherever it led then."""
    return text.startswith(help_for(""))


def draft(whom: Upstream, nickname: str | None, leads_to: str, outcome: str) -> str:
    """A line to send to somebody who is owed the news; it claims of them what is on record.

    What speaks of them to somebody else is not quoted to them.
    """
    names = (whom.contact.name, nickname)
    first = called(*names)
    why = _why_told(whom, leads_to, names)
    said = f"{first}, {why}" if first else capitalized(why)
    if is_of_others(outcome, *names):
        return f"{said}. I would like to tell you how it turned out. Thank you."
    return f"{said}: {quotable(outcome)}. Thank you."


def _why_told(whom: Upstream, leads_to: str, names: tuple[str | None, ...]) -> str:
    """Why they hear of it, in words that are true of them."""
    is_theirs = is_of_others(leads_to, *names)
    way = "on my way" if whom.for_goal or is_theirs else f"on the way to {leads_to}"
    match whom.part:
        case "helped" if whom.did and not is_of_others(whom.did, *names):
            return f'you helped me with this: "{quotable(whom.did)}". Here is what came of it'
        case "helped":
            return f"you helped me {way}"
        case "asked" if whom.did and whom.did == leads_to and not is_theirs:
            # The ask itself is what the lead is called: nothing was on a way to it.
            return f"you may remember that I {asked(quotable(whom.did), 'you')}"
        case "asked":
            return f"you may remember what I asked you {way}"
        case "introduced" if whom.led_to:
            return f"you introduced me to {whom.led_to.name}, and this came of it"
        case _:
            return "here is how it went" if is_theirs else f"here is how it went with {leads_to}"
