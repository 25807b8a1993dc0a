"""What commands did to records, in words: "organization: Acme → Initech", "tag hiring added".

Tables and columns that have no words of their own here are told by their names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from netlog.records.history import Change, Deed, Image, Names, Tally
from netlog.records.refs import LETTERS, NOUNS, ref
from netlog.rules import history_parts
from netlog.rules.history_subjects import NOTHING, Owner, owner, subject, text
from netlog.typed import Any
from netlog.wording import count, describe_cadence, said_birthday, short_day

PLURALS = {"contact_method": "ways to reach people", "thanks": "thank-yous"}
SINGULARS = {"contact_method": "way to reach somebody", "thanks": "thank-you"}
_ORDER = {letter: at for at, letter in enumerate(NOUNS)}
LABELS = {
    "asked": "asked for",
    "asked_for": "asked for",
    "cadence_days": "cadence",
    "contact_id": "with",
    "due_on": "due",
    "happened_on": "on",
    "happens_on": "on",
    "starts_at": "at",
    "goal_id": "goal",
    "how_met": "met",
    "introduced_by_id": "introduced by",
    "introduced_id": "introduced to",
    "kept_id": "kept",
    "invited_by": "invited by",
    "outcome": "it turned out",
    "paid_by": "paid by",
}
# What it is to be filled and to be emptied again.
STATES = {
    "archived_at": ("archived", "out of the archive"),
    "birthday_done_on": ("birthday of {} seen to", "birthday not seen to"),
    "birthday_snoozed_until": ("birthday put off until {}", "birthday put off no longer"),
    "done_on": ("done on {}", "open again"),
    "dropped_on": ("dropped on {}", "taken up again"),
    "remind_on": ("comes up on {}", "reminder of {} dropped"),
    "sent_on": ("sent on {}", "not sent"),
    "snoozed_until": ("snoozed until {}", "no longer snoozed"),
    "told_on": ("told on {}", "not told"),
}
# What was let go, unlike what was done, though both leave the same mark.
LET_GO = {"birthday_done_on": "birthday of {} let go"}
DETAILS = {
    "dropped_on": "dropped_why",
    "remind_on": "remind_why",
    "sent_on": "how",
    "snoozed_until": "snoozed_why",
}
# What nobody typed, or what is told with something else.
UNTOLD = {
    *("id", "uid", "created_at", "updated_at", "snoozes", "outcome_on", "normal"),
    *(
        "snoozed_on",
        "first_on",
        "other_id",
        "organization_id",
        "meeting_id",
        "favor_id",
        *DETAILS.values(),
    ),
}


def happened(
    changes: Sequence[Change], known: Names, today: date, of: str | None = None
) -> tuple[Deed, ...]:
    """What one command did, record by record, people first; of: in the history of that record."""
    groups: dict[Owner, list[Change]] = defaultdict(list)
    for change in changes:
        groups[owner(change, of)].append(change)
    order = sorted(groups, key=lambda one: (_ORDER.get(one.letter, len(_ORDER)), one))
    told = [
        Deed(one.ref, subject(one, groups[one], known), what(one, groups[one], known, today))
        for one in order
    ]
    # What only follows, as the end of a count of snoozes, is told when there is nothing else.
    return tuple(
        [one for one in told if one.what] or [one._replace(what="changed") for one in told]
    )


def told_once(changes: Sequence[Change]) -> list[Change]:
    """The changes without what a favor is for, where something is told of the favor itself."""
    favors = {change.image["id"] for change in changes if change.table == "favor"}
    return [
        change
        for change in changes
        if change.table != "lead_favor" or change.image["favor_id"] not in favors
    ]


def counted(tallies: Sequence[Tally]) -> tuple[Deed, ...]:
    """What a command did to too many rows to tell: "2,000 contacts" added."""
    records = [tally for tally in tallies if tally.table in LETTERS] or tallies
    return tuple(Deed(None, _number(one.table, one.number), one.did) for one in records)


def _number(table: str, number: int) -> str:
    noun = table.replace("_", " ")
    said = count(number, SINGULARS.get(table, noun), PLURALS.get(table))
    return f"{number:,}{said.removeprefix(str(number))}"


def what(one: Owner, changes: Iterable[Change], known: Names, today: date) -> str:
    """What was done to the record and what belongs to it; empty when it is not worth a word."""
    said: list[str] = []
    for change in changes:
        if change.table != one.table:
            said += history_parts.part(change, known, one)
        elif change.table == "cadence_rule" and change.after:
            return describe_cadence(change.after["days"])
        elif change.before is None or change.after is None:
            return "added" if change.before is None else "removed"
        else:
            words = LET_GO if change.batch.command == "drop" else {}
            said += _differences(change.before, change.after, known, today, words)
    return ", ".join(said)


def _differences(
    before: Image, after: Image, known: Names, today: date, words: Mapping[str, str]
) -> Iterator[str]:
    """Column by column; words are those of this command for what was filled."""
    for name in after:
        old, new = before.get(name), after[name]
        if old == new or name in UNTOLD:
            continue
        if name in STATES:
            filled, emptied = words.get(name, STATES[name][0]), STATES[name][1]
            # What was asked for on a day is told with that day, and why, when it is no more.
            of, said = (after, filled) if new else (before, emptied)
            why = of.get(DETAILS.get(name, "")) if "{}" in said else None
            said = said.format(_value(name, of[name], known, today))
            yield f"{said} ({text(why)})" if why else said
        elif name == "notes":
            yield f"notes {'changed' if old and new else 'added' if new else 'removed'}"
        else:
            label = LABELS.get(name, name.replace("_", " "))
            was = "" if old is None else f"{_value(name, old, known, today)} → "
            yield f"{label}: {was}{_value(name, new, known, today)}"


def _value(name: str, value: Any, known: Names, today: date) -> str:
    if name == "cadence_days":
        return "as the rules say" if value is None else describe_cadence(value)
    if value is None:
        return NOTHING
    if name in ("introduced_by_id", "introduced_id", "kept_id", "contact_id"):
        return known.names[value]
    if name == "goal_id":
        return text(known.titles.get(("goal", value)) or ref("g", value))
    if name == "birthday":
        return said_birthday(value)
    if name.endswith(("_on", "_until")):
        return short_day(date.fromisoformat(value), today)
    return text(value)
