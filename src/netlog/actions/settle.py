"""What `done` and `drop` share: refs of what is due, each closed in its own way, all or none."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.actions import due, records, standing, who
from netlog.actions.leads import finding
from netlog.errors import Candidate, NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.leads import Lead
from netlog.records.organizations import Company
from netlog.records.people import Person, person
from netlog.records.plans import Plan
from netlog.records.refs import Ref, parse_line_ref
from netlog.records.standing import Open, Standing
from netlog.rules import due as rules
from netlog.rules import standing as standing_rules
from netlog.rules.choices import AHEAD_DAYS
from netlog.store.connect import Book
from netlog.store.reads import leads
from netlog.store.reads.standing import shared
from netlog.typed import Any
from netlog.wording import listed, quoted

BY_ITSELF = "co"  # what comes up without a record of what is due
CAN_BE_DUE = "cftplo"
# What has a record of its own, as a line of the morning; "thanks" are said as many.
NOUNS = {
    "thanks": "thanks",
    "promise": "promise",
    "waiting": "ask",
    "outcome": "outcome",
    "plan": "plan",
    "lead": "step",
}


class Target(NamedTuple):
    """Something to close: its record, and what is due about it when it is a person.

    besides are those yearly days of theirs that being in touch today ends with it.
    """

    ref: Ref
    record: Any
    items: tuple[Open, ...] = ()
    besides: tuple[Open, ...] = ()


def targets(connection: Book, typed: list[str], today: date) -> list[Target]:
    """What the refs stand for; several that are of one person are one.

    Raises UsageMistake for what is not a ref, NothingMatches for one that is not open.
    """
    refs = [_ref(connection, one) for one in dict.fromkeys(typed)]
    return _by_person([_target(connection, ref, today) for ref in refs])


def _by_person(found: Iterable[Target]) -> list[Target]:
    """Of several lines of somebody one target: they are settled with one message."""
    joined: dict[Ref, Target] = {}
    for one in found:
        whose = one.ref._replace(step=0) if isinstance(one.record, Contact) else one.ref
        if was := joined.get(whose):
            items = tuple(dict.fromkeys((*was.items, *one.items)))
            besides = (each for each in was.besides if each not in items)
            one = was._replace(items=items, besides=tuple(besides))
        joined[whose] = one
    return list(joined.values())


def _ref(connection: Book, typed: str) -> Ref:
    ref = parse_line_ref(typed)
    if ref is None or ref.letter not in CAN_BE_DUE:
        if ref and ref.letter == "g":
            advice = f"netlog goal drop {ref}; reached: netlog goal drop {ref} --done"
            raise UsageMistake(f"{ref} is a goal, which is never due.", advice=advice)
        meant = who.find_by_name(connection, typed).candidates if ref is None else ()
        raise UsageMistake(
            f"{quoted(typed)} is not a ref of something due, such as t9.",
            advice=f"Did you mean {meant[0].ref}?" if len(meant) == 1 else None,
        )
    return ref


def _target(connection: Book, ref: Ref, today: date) -> Target:
    if ref.letter not in BY_ITSELF:
        return open_target(connection, ref)
    record = there(connection, ref)
    items, besides = _due_about(connection, record, today, ref)
    if not items and ref.step:
        raise NothingMatches(f"{ref} is not due.")
    if not items:
        raise _is_not_due(connection, record, today)
    return Target(ref, record, items, besides)


def _is_not_due(connection: Book, record: Contact | Company, today: date) -> NothingMatches:
    """That nothing is due about one of them, or what alone is, with the commands that settle it."""
    is_there = isinstance(record, Contact) and not record.archived
    found = _standings(connection, record, today) if is_there else []
    items = [item for one in found for item in rules.of_person(one, today, today)]
    if not items:
        return NothingMatches(f"Nothing about {record.name} is due.")
    said = listed([f"the {NOUNS[item.kind]} {item.ref}" for item in items])
    settled: dict[tuple[str, ...], list[str]] = {}
    for item in items:
        settled.setdefault(item.settle[:-1], []).append(item.settle[-1])
    ways = [" ".join([*verb, *refs]) for verb, refs in settled.items()]
    refs = " ".join(item.ref for item in items)
    are = len(items) > 1 or items[0].kind == "thanks"
    return NothingMatches(
        f"Of {record.name} only {said} {'are' if are else 'is'} due.",
        advice=f"{', '.join(ways)}, or netlog drop {refs}; "
        f"a message is noted with: netlog log {record.ref} message",
        candidates=[Candidate(_ref(connection, i.ref).id, i.ref, i.about) for i in items],
    )


def open_target(connection: Book, ref: Ref) -> Target:
    """The record with that ref; raises NothingMatches when nothing of it is open."""
    if ref.step:
        return _step_target(connection, ref)
    record = there(connection, ref)
    if ref.letter in BY_ITSELF:
        return Target(ref, record)
    if record.state != "open" and not (ref.letter == "f" and record.wants_outcome):
        raise NothingMatches(f"{ref} is {record.state} already.")
    return Target(ref, record)


def _step_target(connection: Book, ref: Ref) -> Target:
    """The lead of a step that is not done; raises NothingMatches when it is, or the lead over."""
    lead, step = finding.step_there(connection, ref)
    if lead.state != "open":
        raise NothingMatches(f"{lead.ref} is {lead.state} already.")
    if step.state == "done" or step.dropped_on:
        raise NothingMatches(f"{ref} is {'done' if step.state == 'done' else 'let go'} already.")
    return Target(ref, lead)


def whom(targets: Iterable[Target]) -> list[int]:
    """The people with whom what is closed was open, by id; nobody of a company."""
    return [one.id for target in targets for one in _people(target.record)]


def there(connection: Book, ref: Ref) -> Any:
    """The record with that ref; raises NothingMatches when there is none."""
    record = records.record(connection, ref)
    if record is None:
        raise NothingMatches(f"There is no {ref}.")
    return record


def favor(connection: Book, favor_id: int) -> Favor:
    """The favor with that id; raises NothingMatches when there is none."""
    found: Favor = there(connection, Ref("f", favor_id))
    return found


def check_untold(favor: Favor) -> None:
    """Raise NothingMatches unless an outcome of the favor waits to be told."""
    if not favor.is_untold:
        if not favor.outcome:
            raise NothingMatches(
                f"How did {favor.ref} turn out?", advice=f'netlog told {favor.ref} "…"'
            )
        state = "told already" if favor.told_on else "dropped"
        raise NothingMatches(f"{favor.ref} is {state}.")


def keeps_no_reason(target: Target) -> UsageMistake:
    """The error for a reason why somebody, or a day of theirs, is let pass: it has no place."""
    what = "A yearly day" if target.ref.is_day else "To skip this once"
    note = "org log" if target.ref.letter == "o" else "log"
    return UsageMistake(
        f"{what} keeps no reason.",
        advice=f"A note does: netlog {note} {target.record.ref} note -- TEXT",
    )


def _due_about(
    connection: Book, record: Contact | Company, today: date, ref: Ref
) -> tuple[tuple[Open, ...], tuple[Open, ...]]:
    """The days and the reconnect due about one of them, else what is next.

    And besides, those days of theirs that being in touch today ends.
    """
    for found in _standings(connection, record, today):
        days = not rules.gets_back_soon(found, today)
        for ahead in AHEAD_DAYS:
            theirs = rules.of_themselves(found, today, today + timedelta(days=ahead))
            if items := rules.meant(theirs, str(ref), days=days):
                return items, rules.ended_by_touch(theirs, items, today)
    return (), ()


def day_of(connection: Book, ref: Ref, today: date) -> Target:
    """The next yearly day of somebody with that number; raises NothingMatches for none."""
    record = there(connection, ref)
    for one in (one for found in _standings(connection, record, today) for one in found.open):
        if one.ref == str(ref):
            return Target(ref, record, (one,))
    raise NothingMatches(f"There is no {ref}.", advice=f"netlog show {record.ref}")


def _standings(connection: Book, record: Contact | Company, today: date) -> list[Standing]:
    if isinstance(record, Contact):
        return [standing.of(connection, person(record.id, record.name), today)]
    asked = due.companies(connection, today)
    return [one for one in asked if one.contact.ref == record.ref]


def comes_on(connection: Book, ref: Ref, record: Any, today: date) -> date | None:
    """The day on which the morning shows it, in the past where it does already; None for never."""
    if isinstance(record, Contact) and not ref.step:
        return record.next_due_on
    if isinstance(record, Company):
        found = _standings(connection, record, today)
    else:
        people = dict.fromkeys(one.id for one in _people(record))
        active = [id_ for id_ in people if leads.is_active(connection, id_)]
        found = standing.each(connection, active, today)
    if isinstance(record, Lead):
        found += due.unknown(shared(connection), today)
    for one in (one for stands in found for one in stands.open):
        if _is_its(one.ref, ref) and not standing_rules.is_over(one, today):
            return one.comes_on
    return None


def days_until(connection: Book, record: Any, until: date | None, today: date) -> tuple[Open, ...]:
    """What of a person comes up before that day, which putting them off does not put off."""
    if not isinstance(record, Contact) or record.archived:
        return ()
    found = standing.of(connection, person(record.id, record.name), today)
    ahead = [
        one
        for one in found.open
        if (until is None or one.comes_on < until) and not standing_rules.is_over(one, today)
    ]
    return tuple(sorted(ahead, key=lambda one: one.comes_on))


def _is_its(line: str, ref: Ref) -> bool:
    """Whether a line of the morning is that record's; of a lead as a whole that of any step."""
    is_step = ref.letter == "l" and not ref.step and line.startswith(f"{ref}.")
    return line == str(ref) or is_step


def _people(record: Any) -> tuple[Person, ...]:
    """On whose block of the morning a record may stand."""
    if isinstance(record, Contact):
        return (person(record.id, record.name),)
    if isinstance(record, Lead):
        return tuple(step.contact for step in record.steps if step.contact)
    if isinstance(record, Company):
        return ()
    return record.contacts if isinstance(record, Plan) else (record.contact,)


def closed(connection: Book, found: list[Target]) -> list[Any]:
    """The records as they now stand."""
    return [records.record(connection, target.ref) for target in found]
