"""Recall: where people come from, place by place, and who was called to mind there."""

from netlog.named import NamedTuple
from netlog.records.people import Person


class RecallPlace(NamedTuple):
    """Where people come from, in a circle; prompts are questions that jog the memory.

    people is how many are in the book who were met there, or have its tag.
    """

    circle: str
    place: str
    tag: str
    prompts: tuple[str, ...]
    people: int = 0


class AlreadyHere(NamedTuple):
    """Somebody whom the book has already, the archived too."""

    id: int
    ref: str
    name: str
    archived: bool


class Recalled(NamedTuple):
    """Who was called to mind at a place: whom the book did not have yet, and who was in it.

    circle is null of a place that is none of those which `recall --list` names.
    """

    place: str
    circle: str | None
    added: tuple[Person, ...]
    known: tuple[AlreadyHere, ...]
