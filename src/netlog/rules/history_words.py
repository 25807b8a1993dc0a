"""What commands did to records, in words: "organization: Acme → Initech", "tag hiring added".

Tables and columns that have no words of their own here are told by their names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netlog.records.goals import plural
from netlog.records.history import Change, Deed, Image, Names, Tally
from netlog.records.kept import FORM
from netlog.records.refs import LETTERS, NOUNS, ref
from netlog.rules.history_subjects import NOTHING, Owner, owner, subject, text
from netlog.typed import Any
from netlog.wording import count, describe_cadence, said_birthday, short_day

PLURALS = {"contact_method": "ways to reach people", "thanks": "thank-yous"}
SINGULARS = {"contact_method": "way to reach somebody", "thanks": "thank-you"}
_ORDER = {letter: at for at, letter in enumerate(NOUNS)}
SERVING = ("meeting_id", "plan_id", "favor_id")
# What a change of a step is called, by the first column that it changed: with a value, without one.
STEPS = {
    "state": ("", ""),
    "dropped_on": ("let go", "taken up again"),
    "snoozed_until": ("put off", "put off no longer"),
    "due_on": ("by another day", "by no day"),
    "asked_on": ("asked on another day", "not asked"),
    "done_on": ("done on another day", "not done"),
}
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
    "remind_on": ("comes up on {}", "not to come up on a day"),
    "sent_on": ("sent on {}", "not sent"),
    "snoozed_until": ("snoozed until {}", "no longer snoozed"),
    "told_on": ("told on {}", "not told"),
}
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


def happened(changes: Sequence[Change], known: Names, today: date) -> tuple[Deed, ...]:
    """What one command did, record by record, people first."""
    groups: dict[Owner, list[Change]] = defaultdict(list)
    for change in changes:
        groups[owner(change)].append(change)
    order = sorted(groups, key=lambda one: (_ORDER.get(one.letter, len(_ORDER)), one))
    told = [
        Deed(one.ref, subject(one, groups[one], known), what(one, groups[one], known, today))
        for one in order
    ]
    # What only follows, as the end of a count of snoozes, is told when there is nothing else.
    return tuple(
        [one for one in told if one.what] or [one._replace(what="changed") for one in told]
    )


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
            said += _part(change, known)
        elif change.table == "cadence_rule" and change.after:
            return describe_cadence(change.after["days"])
        elif change.before is None or change.after is None:
            return "added" if change.before is None else "removed"
        else:
            said += _differences(change.before, change.after, known, today)
    return ", ".join(said)


def _part(change: Change, known: Names) -> Iterator[str]:
    """What was done to what belongs to a record."""
    owner = change.table.partition("_")[0]
    if owner in ("goal", "lead"):
        return _part_of_chain(change, known)
    if change.table == "favor_told":
        return _part_of_favor(change)
    if owner == "organization":
        return _part_of_company(change)
    return _part_of_somebody(change, known)


def _part_of_chain(change: Change, known: Names) -> Iterator[str]:
    image, did = change.image, _did(change)
    match change.table:
        case "goal_target":
            what = plural(image["what"], image["number"])
            yield f"target {image['number']} {what} a {image['per']} {did}"
        case "goal_told":
            told = "told to" if change.after else "not told to"
            yield f"{told} {known.names[image['contact_id']]}"
        case "goal_link":
            no_more = "no longer " * (change.after is None)
            yield f"{no_more}served by {_serving(image, known)}"
        case "lead_stage":
            yield f"stage {text(image['stage'])}" + (f" {did}" * (did == "removed"))
        case "lead_step":
            yield _step(change, known)
        case "lead_favor":
            yield f"favor {ref('f', image['favor_id'])} {did}"


def _part_of_favor(change: Change) -> Iterator[str]:
    no_more = "no longer " * (change.after is None)
    said = change.image["text"]
    yield f"{no_more}kept as told before{f': {text(said)}' if said else ''}"


def _part_of_company(change: Change) -> Iterator[str]:
    image, did = change.image, _did(change)
    match change.table:
        case "organization_entry":
            said = ": ".join(filter(None, (image["kind"], image["text"])))
            yield f"{text(said)} {'noted' if did == 'added' else did}"
        case "organization_kept":
            yield f"kept {_property(image)} {did}"
        case "organization_method":
            yield f"{image['kind']} {text(image['value'])} {did}"
        case "organization_alias":
            yield f"alias {text(image['alias'])} {did}"


def _part_of_somebody(change: Change, known: Names) -> Iterator[str]:
    image, did = change.image, _did(change)
    match change.table:
        case "meeting_contact" | "plan_contact":
            for side, word in ((change.after, "with"), (change.before, "without")):
                if side:
                    yield f"{word} {known.names[side['contact_id']]}"
        case "not_duplicate":
            other = known.names[image["other_id"]]
            yield f"not the same as {other}" if change.after else f"perhaps the same as {other}"
        case "contact_job":
            yield f"former job at {text(image['organization'] or image['title'])} {did}"
        case "contact_kept":
            name = _property(image)
            yield f"the form of the card {did}" if name == FORM else f"kept {name} {did}"
        case "contact_name":
            kind = image["kind"].replace("phonetic_", "spoken ")
            yield f"{kind} {'' if kind == 'nickname' else 'name '}{text(image['value'])} {did}"
        case "contact_date":
            yield from _yearly(change)
        case "relation":
            who = known.names.get(image["other_id"]) or image["name"]
            yield f"{text(image['word'] or image['kind'])} {text(who)} {did}"
        case "contact_uid":
            yield f"also known under the uid {text(image['uid'])}"
        case "contact_field":
            yield f"{image['key']}: {text(image['value'])}" + (f" {did}" * (did == "removed"))
        case "contact_method":
            yield f"{image['kind']} {text(image['value'])} {did}"
        case table:
            noun = table.removeprefix("contact_")
            if did == "changed" and change.before and noun in image:
                yield f"{noun} {text(change.before[noun])} → {text(image[noun])}"
                return
            yield f"{noun.replace('_', ' ')} {image.get(noun, '')} {did}".replace("  ", " ")


def _property(image: Image) -> str:
    """The name of a line of a card: that before its parameters and its value."""
    return str(image["line"].partition(":")[0].partition(";")[0])


def _serving(image: Image, known: Names) -> str:
    """Who or what serves a goal; a row that names nothing is told all the same."""
    if image["contact_id"] is not None:
        return known.names[image["contact_id"]]
    column = next((name for name in SERVING if image[name] is not None), None)
    return ref(LETTERS[column.removesuffix("_id")], image[column]) if column else "something"


def _step(change: Change, known: Names) -> str:
    """What became of a step of a lead."""
    image, before = change.image, change.before or {}
    who = image["contact_id"]
    name = known.names[who] if who is not None else text(image["text"])
    step = f"step {image['number']}, {name}"
    if not (change.before and change.after):
        return f"{step} {_did(change)}"
    if before["contact_id"] != who:
        return f"step {image['number']} is {name}"
    for column, (filled, emptied) in STEPS.items():
        if before.get(column) != image[column]:
            said = (filled if image[column] else emptied) or image[column]
            return f"{step}: {said}"
    return f"{step} moved"


def _yearly(change: Change) -> Iterator[str]:
    """What became of a day of every year."""
    label, day = text(change.image["label"]), said_birthday(change.image["day"])
    before, after = change.before, change.after
    if before and after and before["day"] == after["day"]:
        if before["done_on"] != after["done_on"]:
            yield f"{label} seen to" if after["done_on"] else f"{label} not seen to"
        else:
            yield f"{label} put off{'' if after['snoozed_until'] else ' no longer'}"
    elif before and after:
        yield f"{label} {said_birthday(before['day'])} → {day}"
    else:
        yield f"{label} {day} {_did(change)}"


def _did(change: Change) -> str:
    """What became of a part; one that was somebody else's has been added here."""
    if change.before and change.after:
        moved = any(
            change.before.get(name) != change.after.get(name)
            for name in ("contact_id", "organization_id")
        )
        return "added" if moved else "changed"
    return "added" if change.after else "removed"


def _differences(before: Image, after: Image, known: Names, today: date) -> Iterator[str]:
    for name in after:
        old, new = before.get(name), after[name]
        if old == new or name in UNTOLD:
            continue
        if name in STATES:
            filled, emptied = STATES[name]
            why = after.get(DETAILS.get(name, ""))
            said = filled.format(_value(name, new, known, today)) if new else emptied
            yield f"{said} ({text(why)})" if new and why else said
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
