"""What is open with people who are to be left in peace."""

from collections.abc import Sequence
from datetime import date

from netlog.actions import standing
from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.records.standing import Open, Standing
from netlog.rules.due import once_a_kindness
from netlog.store.connect import Book

DEBTS = ("thanks", "promise", "waiting", "outcome", "plan", "lead")


class Debts(NamedTuple):
    """What is open with somebody: refs by what it is, as a due item calls it."""

    contact: Person
    refs: dict[str, list[str]]


def debts(connection: Book, people: Sequence[Person], today: date) -> list[Debts]:
    """Of those people with whom anything is open, all that is, whether it is shown or rests."""
    stands = standing.each(connection, [person.id for person in people], today)
    return [one for one in (_debts(found, today) for found in stands) if one.refs]


def _debts(found: Standing, today: date) -> Debts:
    refs: dict[str, list[str]] = {}
    for one in once_a_kindness([one for one in found.open if _is_debt(one, today)]):
        refs.setdefault(one.kind, []).append(one.ref)
    return Debts(found.contact, {kind: refs[kind] for kind in DEBTS if kind in refs})


def _is_debt(one: Open, today: date) -> bool:
    """What faded is none, nor what nobody knows the end of, or a lead that has no step to take.

    A plan is one while it is to come.
    """
    match one.kind:
        case "outcome":
            return one.phase == "known"
        case "plan":
            return one.due_on >= today
    return not one.faded and one.phase != "walked"
