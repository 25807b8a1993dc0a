"""The flags of `edit` as a patch: single values by key, lists added to and taken from."""

from collections.abc import Callable, Iterable, Sequence

from netlog.commands.frame import several
from netlog.errors import NothingMatches, UsageMistake
from netlog.folding import fold
from netlog.records.contacts import METHOD_KINDS, Contact, NewMethod
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.refs import one_of
from netlog.rules import documents, fields, methods, phones, text, yearly
from netlog.rules.duplicates import is_same_phone
from netlog.rules.patches import Patch
from netlog.typed import Any

Flags = dict[str, Any]
FindRef = Callable[[str], str]

# What each flag sets, by the letter of the record.
# What may be typed without the word, as --email for --add-email.
ADDED = (*METHOD_KINDS, "tag", "circle")
KEYS = {
    "c": {
        "name": "name", "nick": "nicknames", "org": "organization", "title": "title",
        "city": "city", "birthday": "birthday", "met": "how_met", "met_on": "met_on",
        "via": "introduced_by", "notes": "notes", "every": "cadence_days",
    },
    "m": {
        "on": "happened_on", "kind": "kind", "text": "text", "place": "place",
        "invited": "invited_by", "paid": "paid_by", "asked": "asked", "occasion": "occasion",
    },
    "f": {"text": "text", "by": "due_on", "on": "done_on"},
    "t": {"by": "due_on", "on": "sent_on", "how": "how"},
    "g": {"text": "text", "horizon": "horizon", "by": "by", "targets": "targets"},
    "l": {"title": "title", "org": "organization", "source": "source", "goal": "goal"},
    "p": {
        "on": "happens_on", "at": "starts_at", "kind": "kind", "text": "text", "place": "place",
        "invited": "invited_by",
    },
    "o": {"name": "name", "city": "city", "every": "cadence_days", "notes": "notes"},
}  # fmt: skip
LISTS = {
    "c": {"set", "unset", "prefer", "note"}
    | {
        f"{how}_{what}"
        for how in ("add", "rm")
        for what in (*METHOD_KINDS, "tag", "circle", "nick", "former", "date")
    },
    "m": {"add_who", "rm_who"},
    "f": set(),
    "t": set(),
    "p": {"add_who", "rm_who"},
    "o": {"note", "add_nick", "rm_nick", "add_alias", "rm_alias", "prefer"}
    | {f"{how}_{what}" for how in ("add", "rm") for what in METHOD_KINDS},
    "g": set(),
    "l": set(),
}


def _called(name: str) -> str:
    """What adds is called without the word where it may be typed so."""
    short = name.removeprefix("add_")
    return short if short in ADDED else name


def patch_of(
    letter: str, record: Any, flags: Flags, region: str | None, find_ref: FindRef
) -> Patch:
    """The patch that the flags make of the record as it stands.

    find_ref gives the ref of who is meant. Raises UsageMistake for flags of another kind of record,
    NothingMatches for what is to be taken away and is not there.
    """
    foreign = [name for name in flags if name not in KEYS[letter] and name not in LISTS[letter]]
    if foreign:
        options = ", ".join(f"--{_called(name).replace('_', '-')}" for name in foreign)
        note = f"A note: netlog edit {record.ref} --note TEXT" if "text" in foreign else None
        raise UsageMistake(
            f"{options} does not go with {one_of(letter)}.", advice=note if letter == "c" else None
        )
    patch: Patch = {key: flags[name] for name, key in KEYS[letter].items() if name in flags}
    if "nicknames" in patch:
        patch["nicknames"] = list(patch["nicknames"])
    if letter == "c":
        patch |= _contact(record, flags, region)
    elif letter == "o":
        patch |= _company(record, flags, region)
    elif {"add_who", "rm_who"} & flags.keys():
        patch["contacts"] = _present(record, flags, find_ref)
    return patch


def _contact(contact: Contact, flags: Flags, region: str | None) -> Patch:
    patch: Patch = {}
    name = f"{contact.name} ({contact.ref})"
    for what, there, read in (
        ("tag", contact.tags, text.tag),
        ("circle", contact.circles, str),
    ):
        added, gone = (list(map(read, flags.get(f"{how}_{what}", ()))) for how in ("add", "rm"))
        if added or gone:
            _check_there(name, f"{what} ", gone, there)
            patch[f"{what}s"] = [one for one in (*there, *added) if one not in gone]
    for what, key in (("nick", "nicknames"), ("former", "former_names")):
        if {f"add_{what}", f"rm_{what}"} & flags.keys():
            patch[key] = _names(name, what, patch.get(key, getattr(contact, key)), flags)
    if {"add_date", "rm_date"} & flags.keys():
        patch["dates"] = _dates(name, contact, flags)
    if any(flag.endswith(METHOD_KINDS) or flag == "prefer" for flag in flags):
        patch["methods"] = _methods(contact, flags, region)
    patch |= _noted(contact.notes, flags)
    if {"set", "unset"} & flags.keys():
        gone = [fields.key(one) for one in flags.get("unset", ())]
        _check_there(name, "field ", gone, contact.fields)
        patch["fields"] = dict.fromkeys(gone) | several.own_fields(flags.get("set", ()))
    return patch


def _noted(notes: str | None, flags: Flags) -> Patch:
    """A line more in the notes."""
    if "note" not in flags:
        return {}
    if "notes" in flags:
        raise UsageMistake("--note adds and --notes replaces: one of them.")
    if not flags["note"].strip():
        raise UsageMistake("The note is empty.", advice='To clear the notes: --notes ""')
    line = text.block(flags["note"], "note")
    return {"notes": "\n".join(filter(None, (notes, line)))}


def _company(company: Company, flags: Flags, region: str | None) -> Patch:
    """Other names are aliases, whatever they are called there."""
    patch = _noted(company.notes, flags)
    names = {
        f"{how}_alias": [*flags.get(f"{how}_alias", ()), *flags.get(f"{how}_nick", ())]
        for how in ("add", "rm")
    }
    if any(names.values()):
        called = f"{company.name} ({company.ref})"
        patch["aliases"] = _names(called, "alias", company.aliases, names)
    if any(name.endswith(METHOD_KINDS) for name in flags) or "prefer" in flags:
        patch["methods"] = _methods(company, flags, region)
    return patch


def _names(name: str, what: str, there: Iterable[str], flags: Flags) -> list[str]:
    added = [text.line(one, "name") for one in flags.get(f"add_{what}", ())]
    gone = {fold(one) for one in flags.get(f"rm_{what}", ())}
    _check_there(name, f"{SAID[what]} ", gone, map(fold, there := list(there)))
    return [one for one in dict.fromkeys((*there, *added)) if fold(one) not in gone]


SAID = {"nick": "nickname", "former": "former name", "alias": "alias"}


def _dates(name: str, contact: Contact, flags: Flags) -> list[dict[str, str]]:
    """The yearly days, by label; a day of a label that is there takes its place."""
    found = {fold(one.label): one._asdict() for one in contact.dates}
    gone = [fold(label) for label in flags.get("rm_date", ())]
    for label in gone:
        if label not in found and contact.birthday and yearly.is_birthday(label):
            cleared = f'netlog edit {contact.ref} --birthday ""'
            raise NothingMatches(f"{name} has a birthday:", advice=cleared)
    _check_there(name, "date ", gone, found)
    for label in gone:
        del found[label]
    return list((found | several.days(flags.get("add_date", ()))).values())


def _check_there(name: str, what: str, gone: Iterable[str], there: Iterable[str]) -> None:
    for one in gone:
        if one not in there:
            raise NothingMatches(f"{name} has no {what}{one}.")


def _methods(contact: Contact | Company, flags: Flags, region: str | None) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = documents.of(contact)["methods"]
    name = f"{contact.name} ({contact.ref})"
    for kind in METHOD_KINDS:
        for typed in flags.get(f"rm_{kind}", ()):
            held.remove(_the_one(name, held, typed, region, kind))
        for typed in flags.get(f"add_{kind}", ()):
            new = methods.labelled(kind, typed, region)
            same = [one for one in held if one["kind"] == kind and _is_there(one, new, region)]
            _add(held, same[0] if same else None, new)
    for typed in flags.get("prefer", ()):
        chosen = _the_one(name, held, typed, region)
        for one in held:
            if one["kind"] == chosen["kind"]:
                one.pop("preferred", None)
        chosen["preferred"] = True
    return held


def _add(held: list[dict[str, Any]], same: dict[str, Any] | None, new: NewMethod) -> None:
    """Add a method; one that is there already is spelled and labelled anew.

    But a number is never spelled with less of it than it was.
    """
    label = {"label": new.label} if new.label else {}
    if same and new.kind == "phone" and phones.is_fuller(same["value"], new.value):
        same |= label
    elif same:
        same |= {"value": new.value, **label}
    else:
        held.append({"kind": new.kind, "value": new.value, **label})


def known_numbers(record: Contact | Company, flags: Flags, region: str | None) -> Iterable[str]:
    """A sentence for each number to add that is there already in a fuller spelling."""
    for typed in flags.get("add_phone", ()):
        new = methods.labelled("phone", typed, region)
        for one in documents.of(record)["methods"]:
            is_same = one["kind"] == "phone" and _is_there(one, new, region)
            if is_same and one["value"] != new.value:
                yield f"{new.value} is there already, as {one['value']}."


def preferring(
    methods_: Sequence[NewMethod], chosen: Iterable[str], name: str, region: str | None
) -> tuple[NewMethod, ...]:
    """The methods of somebody new, the chosen ones preferred among their kind.

    Raises NothingMatches for one that is none of them, UsageMistake for two of a kind.
    """
    held = [{"kind": one.kind, "value": one.value, "label": one.label} for one in methods_]
    preferred: dict[str, int] = {}
    for typed in chosen:
        nth = held.index(_the_one(name, held, typed, region))
        kind = methods_[nth].kind
        if preferred.setdefault(kind, nth) != nth:
            raise UsageMistake(f"One {kind} can be preferred, not more.")
    return tuple(
        one._replace(preferred=nth in preferred.values()) for nth, one in enumerate(methods_)
    )


def _the_one(
    name: str,
    held: list[dict[str, Any]],
    typed: str,
    region: str | None,
    kind: str | None = None,
) -> dict[str, Any]:
    """The method that is meant, in any spelling of it."""
    found = [one for one in held if kind in (None, one["kind"]) and _is(one, typed, region)]
    if len(found) == 1:
        return found[0]
    what = f"{kind} like that" if kind else "way to be reached like that"
    how_many = "several" if found else "no"
    raise (UsageMistake if found else NothingMatches)(f"{name} has {how_many} {what}.")


def _is_there(one: dict[str, Any], new: NewMethod, region: str | None) -> bool:
    """Whether that is the method to add, or was it before it had a label.

    Of two numbers of one person one that the other ends in is the same.
    """
    if one["value"] == new.value and not one.get("label"):
        return True
    normal = methods.normal(one["kind"], one["value"], one.get("label"), region)
    if new.kind == "phone":
        both = phones.whole(normal, one["value"]), phones.whole(new.normal, new.value)
        return is_same_phone(*both)
    return normal == new.normal


def _is(one: dict[str, Any], typed: str, region: str | None) -> bool:
    kind, value, label = one["kind"], one["value"], one.get("label")
    if kind == "phone":
        return bool(set(phones.forms(value, region)) & set(phones.forms(typed, region)) - {""})
    same = methods.normal(kind, value, label) == methods.normal(kind, typed, label)
    return same or (kind in ("url", "handle") and methods.leads_to(kind, value, label, typed))


def _present(meeting: Meeting | Plan, flags: Flags, find_ref: FindRef) -> list[str]:
    there = [person.ref for person in meeting.contacts]
    added, gone = ([find_ref(one) for one in flags.get(f"{how}_who", ())] for how in ("add", "rm"))
    _check_there(f"{meeting.kind} {meeting.ref}", "", gone, there)
    return [ref for ref in dict.fromkeys((*there, *added)) if ref not in gone]
