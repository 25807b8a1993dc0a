"""Recall as pages: the places, what was kept of a line, and what the walk says."""

from collections.abc import Sequence

from netlog.records.people import Person
from netlog.records.recall import AlreadyHere, Recalled, RecallPlace
from netlog.render.page import Cell, Column, Listing
from netlog.wording import count, listed, shortened


def listing() -> Listing:
    """The places, circle by circle."""
    return Listing(
        columns=(
            Column("place", lambda one: Cell(one.place, "strong"), firm=True, most=24),
            Column("people", lambda one: Cell(_known(one)), blank=True),
            Column("ask yourself", lambda one: Cell(" ".join(one.prompts[:1]), "soft"), grow=True),
        ),
        empty="No places: [recall] in the config names none.",
        line=lambda one: f"{one.circle}: {one.place}",
        section=lambda one: one.circle,
        heads=False,
        tight=True,
        foot=('On standard input: echo "gym: Ann Lee, Bo" | netlog recall -',),
    )


def _known(one: RecallPlace) -> str:
    return count(one.people, "person", "people") if one.people else ""


def question(one: RecallPlace, number: int, of: int) -> str:
    """The place, and how far the walk has come."""
    known = f", {one.people} so far" if one.people else ""
    return f"{one.circle} · {one.place} ({number} of {of}{known}):"


BEGIN = "Names between commas. Enter: the next place, ?: what may help, Ctrl-D: keep it and stop."


def prompts(one: RecallPlace) -> str:
    """What may jog the memory."""
    return "\n".join(f"  {said}" for said in one.prompts)


def taken_back(places: Sequence[str]) -> str:
    """That the walk comes back to places first, and why."""
    return f"What was kept at {listed(list(places))} was taken back: that comes first."


def interrupted(place: RecallPlace) -> str:
    """What is said where Ctrl-C came while a line was kept: it may be, and may be typed again."""
    return f"\nInterrupted while {place.place} was kept: type that line again, nobody is doubled."


def cut(last: str) -> str:
    """That a terminal hands on so much of a line, and from where on it is to be typed again."""
    then = f"Go on after {shortened(last, 40)}." if last else "Type it again in parts."
    return f"No terminal takes a longer line. {then}"


def left(names: Sequence[str], place: str) -> str:
    """Who of a line was not kept, since the question about them was left open."""
    one = len(names) == 1
    again = "Name them there again" if one else "Name these there again"
    return f"Not kept at {place}, for nothing was answered: {listed(list(names))}. {again}."


def kept(found: Recalled, tag: str) -> str:
    """ "Added Ann Lee (c61) and Bo (c62). Here already, now #gym: Carol (c1)." """
    said = []
    if found.added:
        said.append(f"Added {_named(found.added)}.")
    if found.known:
        said.append(f"Here already, now #{tag}: {_named(found.known)}.")
    return " ".join(said)


def _named(people: Sequence[Person | AlreadyHere]) -> str:
    return listed([f"{one.name} ({one.ref}{_archived(one)})" for one in people])


def _archived(one: Person | AlreadyHere) -> str:
    return ", archived" if isinstance(one, AlreadyHere) and one.archived else ""


def summary(found: Sequence[Recalled], at: str | None) -> str:
    """What the walk brought, and where it goes on."""
    added = {person.id for one in found for person in one.added}
    known = {person.id for one in found for person in one.known} - added
    said = f"{count(len(added), 'new person', 'new people')}"
    if known:
        said += f", {len(known)} who {'was' if len(known) == 1 else 'were'} here already"
    then = f"netlog recall goes on at {at}." if at else "That was the last place."
    return f"Kept: {said}. {then}" if found else f"Nobody new. {then}"
