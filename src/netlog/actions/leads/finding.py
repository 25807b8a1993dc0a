"""Leads and steps by their refs, and who a step is as it was typed."""

from collections.abc import Sequence

from netlog.actions import who
from netlog.errors import NothingMatches, Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.leads import Lead, NewStep, Step
from netlog.records.people import Person
from netlog.records.refs import Ref, parse_ref, ref
from netlog.rules import addressed, chains, text
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import favors, matching
from netlog.store.reads import leads as reads
from netlog.wording import typed_anew


def lead(connection: Book, typed: str) -> Lead:
    """The lead with that ref; raises UsageMistake for no ref of one, NothingMatches for none."""
    ref = parse_ref(typed)
    if ref is None or ref.letter != "l" or ref.step:
        raise UsageMistake("A lead is named by its ref, such as l3.", advice="netlog lead list")
    return there(connection, ref)


def step(connection: Book, typed: str) -> tuple[Lead, Step]:
    """The step with that ref, and its lead; raises as `lead` does."""
    ref = parse_ref(typed)
    if ref is None or ref.letter != "l" or not ref.step:
        raise UsageMistake("A step is named by its ref, such as l3.2.", advice="netlog lead list")
    return step_there(connection, ref)


def there(connection: Book, ref: Ref) -> Lead:
    """The lead of that ref; raises NothingMatches."""
    found = reads.lead(connection, ref.id)
    if found is None:
        raise NothingMatches(f"There is no lead l{ref.id}.", advice="netlog lead list --all")
    return found


def step_there(connection: Book, ref: Ref) -> tuple[Lead, Step]:
    """The step of that ref, and its lead; raises NothingMatches."""
    found = there(connection, ref)
    for one in found.steps:
        if one.number == ref.step:
            return found, one
    raise NothingMatches(f"{found.ref} has no step {ref}.", advice=f"netlog lead show {found.ref}")


def favors_of(connection: Book, one: Lead, whom: Person) -> list[Favor]:
    """What somebody did for a lead, or was asked for it, the latest first; none let go."""
    ids = [id_ for id_, whose in reads.favors(connection, one.id) if whose.id == whom.id]
    return [favor for id_ in ids if (favor := favors.favor(connection, id_))]


class MeantStep(NamedTuple):
    """A step as it was typed, and what to say of somebody who is nearly that."""

    step: NewStep
    near: str | None = None


def meant(connection: Book, typed: str, described: Sequence[Step] = ()) -> MeantStep:
    """Who a step is: the one person whom it fits, else a description.

    With a + before it nobody is added, as a log does: what would add them is told.
    described are steps that it may be already, of whom no more is known either. Raises
    SeveralMatch when it fits several, NothingMatches for a ref of nobody.
    """
    is_new = typed.startswith("+") and typed[1:2].isalpha()
    typed = typed.removeprefix("+") if is_new else typed
    found = who.find(connection, typed)
    if found.how not in ("near", "nobody"):
        if len(found.candidates) > 1:
            raise who.several(typed, found.candidates)
        return MeantStep(NewStep(found.candidates[0].id))
    if who.is_handle(typed):
        raise who.nobody(connection, typed, found)
    linked = addressed.address(typed)
    # Of mailto:ann@x.org what it leads to is told, as a log reads it.
    said = linked.value if linked and not linked.name else typed
    new = NewStep(None, text.line(said, "step"))
    same = [f"{one.name} ({one.ref})" for one in described if chains.is_near(typed, one.name)]
    same += [who.listed(found.candidates[:1], "or")] if found.candidates else []
    near = next(iter(same or _called(connection, said)), "")
    if is_new and not near:
        add = f"netlog add {typed_anew(typed)}"
        return MeantStep(new, f"{new.text} is a description, and not added: {add}")
    return MeantStep(new, f"{new.text} is a description: nearest is {near}." if near else None)


def _called(connection: Book, described: str) -> list[str]:
    """Who is called all that a description says: "my professor" may be Professor Xu."""
    telling = chains.telling(described)
    people = matching.by_word(connection, max(telling, key=len)) if telling else []
    return [
        f"{one.name} ({ref('c', one.id)})"
        for one in people
        if not one.archived and telling <= chains.telling(one.name)
    ]


def check_once(steps: Sequence[NewStep]) -> None:
    """Raise UsageMistake when somebody is a step twice."""
    ids = [one.contact_id for one in steps if one.contact_id is not None]
    if len(set(ids)) < len(ids):
        raise UsageMistake("Somebody is a step twice.", advice="Each is a step of a lead once.")


def check_open(one: Lead) -> None:
    """Raise Refused for a lead that has ended."""
    if error := over(one):
        raise error


def over(one: Lead) -> Refused | None:
    """The error for a lead that has ended, with what opens it again; None for one that goes on."""
    if one.state == "open":
        return None
    if one.state == "landed":
        return Refused(f"{one.ref} has landed already.", advice=f"netlog lead show {one.ref}")
    state = "let go" if one.state == "dropped" else one.state
    stages = settings().stages
    before = [reached.stage for reached in one.stages if reached.stage in stages]
    again = f"netlog lead stage {one.ref} {typed_anew((*stages[:1], *before)[-1])}"
    return Refused(f"{one.ref} is {state}.", advice=f"To go on: {again}")


def away(connection: Book, lead: Lead) -> tuple[Person, ...]:
    """Who of the steps still to be taken is in the archive; nobody of a lead that ended."""
    gone = reads.archived(connection) if lead.state == "open" else {}
    ahead = (step.contact for step in lead.steps if not (step.is_over or step.dropped_on))
    return tuple(whom for whom in ahead if whom and whom.id in gone)
