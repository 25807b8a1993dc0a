"""Chains: which step of a lead is the current one, who is chased for it, how it is told in a line.

Facts and today in; nothing here knows the file.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.records.leads import Lead, Step
from netlog.records.people import Person
from netlog.wording import days_phrase

DONE, BROKEN, ARROW, AHEAD = "✓", "✗", "→", "…"

# Nobody is addressed by these alone.
TITLES = (
    *("judge", "dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "lady"),
    *("father", "rabbi", "imam", "senator", "captain", "aunt", "uncle", "the"),
)


def current(steps: Sequence[Step]) -> Step | None:
    """The step at which the way stands: the first that is neither done nor gone around."""
    return next((step for step in steps if not step.is_over), None)


def upstream(steps: Sequence[Step]) -> list[Step]:
    """The steps that a lead came through, the nearest to it first."""
    return [step for step in reversed(steps) if step.state != "broken"]


def once(people: Iterable[Person]) -> list[Person]:
    """Everybody once, in order."""
    return list({person.id: person for person in people}.values())


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
    waited = (today - (step.since or today)).days
    did = "asked" if step.state == "asked" else "waiting"
    let_go = ", let go" if step.dropped_on else ""
    return f"{AHEAD} {step.name} ({did} {days_phrase(waited)}{let_go})"


def draft(name: str, outcome: str) -> str:
    """A line to send to somebody who is owed the news."""
    words = name.split()
    titled = words and words[0].rstrip(".").casefold() in TITLES
    first = name if titled or not words else words[0]
    said = outcome.strip()
    said = said if said.endswith((".", "!", "?")) else f"{said}."
    return f"{first}, you were part of this from the start: {said} Thank you."
