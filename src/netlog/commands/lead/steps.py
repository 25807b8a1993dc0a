"""netlog lead step and add-step: the people on the way, one after the other."""

from collections.abc import Sequence

from netlog import clock
from netlog.actions import standing
from netlog.actions.leads import awaited, finding, joining, landing, taking
from netlog.actions.leads.taking import StepChange
from netlog.commands.frame import attending, options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.lead import news, words
from netlog.commands.lead.words import LeadRef, StepDay, StepRef
from netlog.errors import Refused, UsageMistake
from netlog.records.leads import Lead, Step, StepState
from netlog.records.refs import Ref, parse_ref
from netlog.rules import chains, names
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.typed import Annotated
from netlog.wording import no_such, quoted, short_day, typed_anew

STATES: tuple[StepState, ...] = ("waiting", "asked", "done", "broken")


def step(
    ctx: Context,
    ref: StepRef,
    typed: Annotated[
        str | None,
        Argument(metavar=f"[{'|'.join(STATES)}]", help="How far it is now."),
    ] = None,
    whom: Annotated[
        str | None,
        Option("--who", metavar="WHO", help="Who it is; whom nobody matches is added."),
    ] = None,
    by: StepDay = None,
    on: options.On = None,
) -> None:
    """Say how far a step is, who it is, or by when it is to be done.

    asked notes the ask; done is their help, for which thanks are owed. broken asks for another way.
    """
    app, change = of(ctx), _change(ref, typed, whom, by, on)
    with app.reading() as connection:
        lead, at = finding.step(connection, ref)
        if not _is_learned(lead, at, change, whom):
            finding.check_open(lead)
        there = attending.find(app, connection, [whom], create=True) if whom is not None else []
    _check_named(ref, whom, is_new=bool(there) and not there[0].known)
    _check_day(at, change)
    _check_new_step(lead, [one.known.id for one in there if one.known], at.number)
    is_new = bool(there) and not there[0].known
    before, rules = at, settings().thanks
    with app.recording("lead step") as book:
        tied = awaited.of_lead(book.connection, lead)
        if there:
            (contact_id,) = attending.stored(book, there)
            at = taking.become(book, lead, at, contact_id, change.on, rules, is_new=is_new)
            if lead.state == "landed":
                landing.hear_too(book, lead, contact_id, change.on)
        did = _did(at, change, _asked(book.connection, lead, at, change), bool(there))
        other = _asked_besides(book.connection, lead, at, change)
        taking.change(book, lead, at, change, rules)
    said = f"{f'Added {there[0].called}. ' if is_new else ''}{did}{_day(before, at, change)}"
    if lead.state == "landed" and at.contact:
        return news.named(app, lead.id, at.contact.id, said)
    words.confirm(app, lead.id, said, tied=tied)
    if other:
        app.mention(other)


def _is_learned(lead: Lead, at: Step, change: StepChange, whom: str | None) -> bool:
    """Whether it is learned who a step of a lead was that landed: then they hear of it, too."""
    is_named = whom is not None and at.contact is None
    return lead.state == "landed" and is_named and change.state is None and not change.moves


def _check_named(ref: str, whom: str | None, *, is_new: bool) -> None:
    """Raise Refused for a description in the place of a name: "my old boss" is nobody's."""
    if whom and is_new and not whom.startswith("+") and names.undetermined(whom):
        raise Refused(
            f"{quoted(whom)} describes somebody: who is it by name?",
            advice=f'netlog lead step {ref} --who "Anne Kim"; if they are called so: '
            f"netlog add {typed_anew(whom)}",
        )


def _check_day(at: Step, change: StepChange) -> None:
    """Raise Refused for a day by which a step is to be done that is done, or came to nothing."""
    state = change.state or at.state
    if change.due_on and state in ("done", "broken"):
        is_so = "is done" if state == "done" else "broke"
        raise Refused(f"--by is the day of a step that is to come: {at.ref} {is_so}.")


def _day(before: Step, at: Step, change: StepChange) -> str:
    """By when a step is to be done, where that is new; or that its day went with who it was."""
    today = clock.today()
    if change.moves:
        return f", by {short_day(change.due_on, today)}" if change.due_on else ", by no day"
    is_gone = before.by and not at.by
    return f"; its day, {short_day(before.by, today)}, has passed" if before.by and is_gone else ""


def _asked(connection: Book, lead: Lead, at: Step, change: StepChange) -> str:
    """What becomes of an ask, in words: a first one, another, or one that is noted already."""
    if not taking.asked_before(at, change):
        noted = taking.noted(connection, lead, at, change.on)
        return f"Asked {{}}, as {noted.ref} says" if noted else "Asked {}"
    if not taking.is_repeated(connection, lead, at, change):
        came_on = at.contact and standing.coming(connection, [at.contact.id], change.on).get(at.ref)
        return f"Asked {{}} again{', which is a nudge' if came_on and came_on <= change.on else ''}"
    noted_on = change.on if at.contact else at.asked_on or change.on
    return f"Asked {{}} already, on {short_day(noted_on, clock.today())}"


def _asked_besides(connection: Book, lead: Lead, at: Step, change: StepChange) -> str | None:
    """What else they were asked that day, in words that are not the lead's: it may be the same."""
    is_first = change.state == "asked" and not taking.asked_before(at, change)
    if not is_first or taking.noted(connection, lead, at, change.on):
        return None
    told = next(taking.unbound(connection, lead, at, change.on), None)
    if told is None:
        return None
    same = f"netlog undo, netlog favor edit {told.ref} --lead {lead.ref}"
    return f"{at.name} was asked that day as well: {told.text} ({told.ref}). If it is this: {same}"


def _did(at: Step, change: StepChange, asked: str, is_named: bool) -> str:
    """What was said of a step: "Asked Gus Gruen", "l3.2 is Anne Kim"."""
    on = at.done_on or at.broken_on
    already = f" already, on {short_day(on, clock.today())}" if on else ""
    already = already if taking.is_so_already(at, change) else ""
    match change.state:
        case "asked":
            return asked.format(at.name)
        case "done":
            return f"{at.name} did their part{already}"
        case "broken":
            return f"It broke at {at.name}{already}"
        case "waiting":
            return f"{at.name} is not asked yet"
    if is_named:
        return f"{at.ref} is {at.name}"
    return at.name


def _change(
    ref: str, typed: str | None, whom: str | None, by: str | None, on: str | None
) -> StepChange:
    """What is to change of a step; raises UsageMistake when nothing is."""
    today = clock.today()
    if typed is None and whom is None and by is None:
        raise UsageMistake(
            "What of the step?", advice=f"netlog lead step {ref} done, or --who, or --by"
        )
    state = _state(typed) if typed is not None else None
    if on is not None and state is None:
        raise UsageMistake("--on is the day on which the step was asked, done or broken.")
    due_on = words.day_to_come(by, today)
    day = words.happened(on, today)
    return StepChange(state, day, on is not None, due_on, by is not None)


def _check_new_step(lead: Lead, ids: Sequence[int], number: int = 0) -> None:
    """Raise Refused when somebody is another step of the lead already."""
    for one in lead.steps:
        if one.contact and one.contact.id in ids and one.number != number:
            raise Refused(f"{one.contact.name} is {one.ref} already.")


def _state(typed: str) -> StepState:
    for state in STATES:
        if typed.strip().lower() == state:
            return state
    what, advice = no_such(typed, "state of a step", STATES)
    raise UsageMistake(what, advice=advice)


def add_step(
    ctx: Context,
    ref: LeadRef,
    typed: Annotated[str, Argument(metavar="WHO|TEXT", help="Somebody, or who they are.")],
    after: Annotated[
        str | None,
        Option(metavar="REF", help="After that step; l3 itself: first. Else last."),
    ] = None,
    by: StepDay = None,
) -> None:
    """Add a step to a lead; where a step broke, the new one goes around it."""
    app, today = of(ctx), clock.today()
    due_on = words.day_to_come(by, today)
    with app.reading() as connection:
        lead = finding.lead(connection, ref)
        finding.check_open(lead)
        (new,) = words.meant(app, connection, [typed], lead.steps)
        place = _place(lead, after)
    _check_new_step(lead, [new.contact_id] if new.contact_id is not None else [])
    from netlog.store.writes import leads as writes

    with app.recording("lead add-step") as book:
        fresh = new._replace(due_on=due_on)
        number = writes.add_step(book, lead.id, fresh, place, None, today)
        if new.contact_id is not None:
            joining.join_all(book, lead.id, new.contact_id)
        book.session.flush()
        _, added = finding.step_there(book.connection, Ref("l", lead.id, number))
    words.confirm(app, lead.id, f"{added.ref} is {added.name}")


def _place(lead: Lead, typed: str | None) -> int | None:
    """After which step a new one comes: None for the last, 0 for none; around one that broke."""
    if typed is None:
        at = chains.current(lead.steps)
        return at.number if at and at.state == "broken" else None
    ref = parse_ref(typed)
    numbers = {0, *(one.number for one in lead.steps)}
    if ref is None or ref.letter != "l" or ref.id != lead.id or ref.step not in numbers:
        raise UsageMistake(f"--after names a step of {lead.ref}, such as {lead.ref}.1.")
    return ref.step
