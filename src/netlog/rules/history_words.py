"""What commands did to records, in words: "organization: Acme → Initech", "tag hiring added".

Tables and columns that have no words of their own here are told by their names.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from netlog.named import NamedTuple
from netlog.records.history import Change, Deed, Image, Names, Tally
from netlog.records.kept import FORM
from netlog.records.refs import LETTERS, NOUNS, ref
from netlog.wording import count, describe_cadence, listed, said_birthday, short_day

PLURALS = {"contact_method": "ways to reach people", "thanks": "thank-yous"}
SINGULARS = {"contact_method": "way to reach somebody", "thanks": "thank-you"}
_ORDER = {letter: at for at, letter in enumerate(NOUNS)}
LONGEST = 60
NOTHING = "–"

# To which record a row belongs that has no ref of its own: by the first column that it has.
PARTS = (
    ("organization_id", "organization"),
    ("lead_id", "lead"),
    ("goal_id", "goal"),
    ("meeting_id", "meeting"),
    ("plan_id", "plan"),
    ("contact_id", "contact"),
)
SERVING = ("meeting_id", "plan_id", "favor_id")
LABELS = {
    "asked": "asked for",
    "cadence_days": "cadence",
    "due_on": "due",
    "happened_on": "on",
    "happens_on": "on",
    "starts_at": "at",
    "how_met": "met",
    "introduced_by_id": "introduced by",
    "introduced_id": "introduced to",
    "invited_by": "invited by",
    "outcome": "it turned out",
    "paid_by": "paid by",
}
# What it is to be filled and to be emptied again.
STATES = {
    "archived_at": ("archived", "out of the archive"),
    "birthday_done_on": ("birthday of {} settled", "birthday not settled"),
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
        "contact_id",
        "other_id",
        "organization_id",
        "meeting_id",
        "favor_id",
        *DETAILS.values(),
    ),
}


class Owner(NamedTuple):
    """The record that a row is or belongs to; the letter is empty for what has no ref."""

    letter: str
    id: int
    table: str

    @property
    def ref(self) -> str | None:
        return ref(self.letter, self.id) if self.letter else None


def owner(change: Change) -> Owner:
    """The record to which a changed row belongs."""
    if change.table in LETTERS:
        return Owner(LETTERS[change.table], change.row_id, change.table)
    for name, table in PARTS:
        if name in change.image:
            return Owner(LETTERS[table], change.image[name], table)
    return Owner("", change.row_id, change.table)


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


def subject(one: Owner, changes: Iterable[Change], known: Names) -> str:
    """The record by name: "Grace Hopper", "coffee with Grace Hopper", "thanks to Grace Hopper"."""
    own = next((c.image for c in changes if (c.table, c.row_id) == (one.table, one.id)), {})
    told = SUBJECTS.get(one.letter)
    if told:
        return told(one, own, known)
    if one.table == "cadence_rule":
        whom = f"{own['scope']} {own['label']}" if own["label"] else "everybody"
        return f"rule for {whom}"
    return f"{one.table.replace('_', ' ')} {one.id}"


def _who(one: Owner, own: Image, known: Names) -> str:
    return known.names.get(own.get("contact_id", one.id), "")


def _contact(one: Owner, own: Image, known: Names) -> str:
    return str(own.get("name") or _who(one, own, known))


def _meeting(one: Owner, own: Image, known: Names) -> str:
    kind = own.get("kind") or known.kinds.get(one.id, "meeting")
    return _with_company(kind, known.present.get(one.id, ()), known)


def _plan(one: Owner, own: Image, known: Names) -> str:
    kind = own.get("kind") or known.plan_kinds.get(one.id, "meeting")
    return f"planned {_with_company(kind, known.planned.get(one.id, ()), known)}"


def _with_company(kind: str, there: Iterable[int], known: Names) -> str:
    company = listed([known.names[id_] for id_ in there])
    return f"{kind} with {company}" if company else str(kind)


def _favor(one: Owner, own: Image, known: Names) -> str:
    way = "to" if own["direction"] == "to_them" else "from"
    return f"favor {way} {_who(one, own, known)}: {own['text']}"


def _thanks(one: Owner, own: Image, known: Names) -> str:
    return f"thanks to {_who(one, own, known)}"


def _company(one: Owner, own: Image, known: Names) -> str:
    return str(own.get("name") or known.companies.get(one.id, "a company"))


def _goal(one: Owner, own: Image, known: Names) -> str:
    return f"goal {_text(own.get('text') or known.titles.get(('goal', one.id), ''))}".strip()


def _lead(one: Owner, own: Image, known: Names) -> str:
    return f"lead {_text(own.get('title') or known.titles.get(('lead', one.id), ''))}".strip()


SUBJECTS: dict[str, Callable[[Owner, Image, Names], str]] = {
    "c": _contact,
    "m": _meeting,
    "f": _favor,
    "t": _thanks,
    "p": _plan,
    "o": _company,
    "g": _goal,
    "l": _lead,
}


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
    image = change.image
    did = _did(change)
    match change.table:
        case "meeting_contact" | "plan_contact":
            for side, word in ((change.after, "with"), (change.before, "without")):
                if side:
                    yield f"{word} {known.names[side['contact_id']]}"
        case "goal_target":
            yield f"target {image['number']} {image['what']} a {image['per']} {did}"
        case "goal_told":
            yield f"told to {known.names[image['contact_id']]}" if change.after else "not told"
        case "goal_link":
            no_more = "no longer " * (change.after is None)
            yield f"{no_more}served by {_serving(image, known)}"
        case "lead_stage":
            yield f"stage {_text(image['stage'])}" + (f" {did}" * (did == "removed"))
        case "lead_step":
            yield _step(change, known)
        case "lead_favor":
            yield f"favor {ref('f', image['favor_id'])} {did}"
        case "not_duplicate":
            other = known.names[image["other_id"]]
            yield f"not the same as {other}" if change.after else f"perhaps the same as {other}"
        case "organization_entry":
            said = ": ".join(filter(None, (image["kind"], image["text"])))
            yield f"{_text(said)} {'noted' if did == 'added' else did}"
        case "organization_kept":
            yield f"kept {image['line'].partition(':')[0].partition(';')[0]} {did}"
        case "organization_method":
            yield f"{image['kind']} {_text(image['value'])} {did}"
        case "organization_alias":
            yield f"alias {_text(image['alias'])} {did}"
        case "contact_job":
            yield f"former job at {_text(image['organization'] or image['title'])} {did}"
        case "contact_kept":
            name = image["line"].partition(":")[0].partition(";")[0]
            yield f"the form of the card {did}" if name == FORM else f"kept {name} {did}"
        case "contact_name":
            kind = image["kind"].replace("phonetic_", "spoken ")
            yield f"{kind} {'' if kind == 'nickname' else 'name '}{_text(image['value'])} {did}"
        case "contact_date":
            yield from _yearly(change)
        case "relation":
            who = known.names.get(image["other_id"]) or image["name"]
            yield f"{_text(image['word'] or image['kind'])} {_text(who)} {did}"
        case "contact_uid":
            yield f"also known under the uid {_text(image['uid'])}"
        case "contact_field":
            yield f"{image['key']}: {_text(image['value'])}" + (f" {did}" * (did == "removed"))
        case "contact_method":
            yield f"{image['kind']} {_text(image['value'])} {did}"
        case table:
            noun = table.removeprefix("contact_")
            if did == "changed" and change.before and noun in image:
                yield f"{noun} {_text(change.before[noun])} → {_text(image[noun])}"
                return
            yield f"{noun.replace('_', ' ')} {image.get(noun, '')} {did}".replace("  ", " ")


def _serving(image: Image, known: Names) -> str:
    """Who or what serves a goal."""
    if image["contact_id"] is not None:
        return known.names[image["contact_id"]]
    column = next(name for name in SERVING if image[name] is not None)
    return ref(LETTERS[column.removesuffix("_id")], image[column])


def _step(change: Change, known: Names) -> str:
    """What became of a step of a lead."""
    image, before = change.image, change.before or {}
    who = image["contact_id"]
    name = known.names[who] if who is not None else _text(image["text"])
    if change.before and change.after and before["state"] != image["state"]:
        return f"step {image['number']}, {name}: {image['state']}"
    return f"step {image['number']}, {name} {_did(change)}"


def _yearly(change: Change) -> Iterator[str]:
    """What became of a day of every year."""
    label, day = _text(change.image["label"]), said_birthday(change.image["day"])
    before, after = change.before, change.after
    if before and after and before["day"] == after["day"]:
        yield f"{label} kept" if after["done_on"] else f"{label} to be kept"
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
            yield f"{said} ({_text(why)})" if new and why else said
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
    if name in ("introduced_by_id", "introduced_id"):
        return known.names[value]
    if name.endswith(("_on", "_until")):
        return short_day(date.fromisoformat(value), today)
    return _text(value)


def _text(value: Any) -> str:
    """One line of a text, not too long."""
    line = " ".join(str(value).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
