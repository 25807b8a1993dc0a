"""What commands did to what belongs to a record, in words: "tag hiring added", "step 2, Ada done".

Tables that have no words of their own here are told by their names.
"""

from collections.abc import Iterator

from netlog.records.goals import plural
from netlog.records.history import Change, Image, Names
from netlog.records.kept import FORM
from netlog.records.refs import LETTERS, ref
from netlog.rules.history_subjects import TIES, Owner, text
from netlog.wording import said_birthday

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


def part(change: Change, known: Names, one: Owner) -> Iterator[str]:
    """What was done to what belongs to a record."""
    owner = change.table.partition("_")[0]
    if change.table in TIES and not change.table.startswith(one.table):
        return iter((f"{'no longer ' * (change.after is None)}{_tied(change.image, known)}",))
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


def _tied(image: Image, known: Names) -> str:
    """What a record is tied to: "serves a job (g1)", "for Harbor Trust (l1)"."""
    table, said = ("lead", "for") if "lead_id" in image else ("goal", "serves")
    id_ = image[f"{table}_id"]
    name, one = text(known.titles.get((table, id_), "")), ref(LETTERS[table], id_)
    return f"{said} {name} ({one})" if name else f"{said} {one}"


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
            did = "let go" if change.batch.command == "drop" else "seen to"
            yield f"{label} {did}" if after["done_on"] else f"{label} not seen to"
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
