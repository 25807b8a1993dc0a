"""What can be edited of a record, as plain values under the keys of its JSON; "" is for nothing.

The document that an editor opens, and what a change is compared with: `patches` reads it back.
"""

from collections.abc import Callable
from datetime import date

from netlog.named import NamedTuple
from netlog.records.contacts import Contact, Method
from netlog.records.favors import Favor
from netlog.records.goals import Goal
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.typed import Any

Document = dict[str, Any]
PHONETIC = ("phonetic_first", "phonetic_last")
# Texts of several lines.
_BLOCKS = ("notes",)


def of(
    record: Contact | Meeting | Favor | Thanks | Plan | Company | Goal | Lead,
) -> Document:
    """The record's document, in the order in which it is shown."""
    return DOCUMENTS[record.ref[0]](record)


def difference(before: Document, after: Document) -> Document:
    """The patch that makes one the other: what is gone from it is null."""
    patch = {key: after.get(key) for key in (*before, *after) if before.get(key) != after.get(key)}
    if "fields" in patch and isinstance(patch["fields"] or {}, dict):
        patch["fields"] = difference(before.get("fields") or {}, patch["fields"] or {})
    return patch


class Joined(NamedTuple):
    """A patch that fits a record as it now stands, and the keys at which it does not."""

    patch: Document
    clashes: tuple[str, ...]


def joined(before: Document, now: Document, patch: Document) -> Joined:
    """A patch made of a record as it was, for the record as it now is.

    What somebody else changed meanwhile stays, unless both changed the same: lists and fields take
    what both added and lose what either took away. Lines that one added to a text follow what the
    other made of it.
    """
    made: Document = {}
    clashes: list[str] = []
    for key, value in patch.items():
        was, is_ = before.get(key), now.get(key)
        if is_ in (was, value):
            made[key] = value
        elif key == "fields" and isinstance(value, dict):
            inner = joined(was or {}, is_ or {}, value)
            made[key] = inner.patch
            clashes += inner.clashes
        elif isinstance(value, list) and isinstance(was, list) and isinstance(is_, list):
            both = _lists(was, is_, value)
            made[key] = both
            clashes += [key] if both is None else []
        elif key in _BLOCKS and (text := _block(was or "", is_ or "", value or "")):
            made[key] = text
        else:
            clashes.append(key)
    return Joined(made, tuple(clashes))


def _block(was: str, is_: str, wanted: str) -> str | None:
    """What both made of a text; None where both did more than add lines to it."""
    before = f"{was}\n" if was else ""
    for now, added in ((is_, wanted), (wanted, is_)):
        if now and added.startswith(before):
            return f"{now}\n{added.removeprefix(before)}"
    return None


def _lists(was: list[Any], is_: list[Any], wanted: list[Any]) -> list[Any] | None:
    """What both made of a list; None where one changed what the other took away."""
    gone = [one for one in was if one not in wanted]
    if any(one not in is_ for one in gone) and any(one not in was for one in is_):
        return None
    added = [one for one in wanted if one not in was and one not in is_]
    return [one for one in is_ if one not in gone] + added


def _contact(contact: Contact) -> Document:
    via = contact.introduced_by
    return {
        **_texts(contact, "name"),
        "nicknames": list(contact.nicknames),
        "former_names": list(contact.former_names),
        **({"merged_names": list(contact.merged_names)} if contact.merged_names else {}),
        **_texts(contact, *(key for key in PHONETIC if getattr(contact, key))),
        **_texts(contact, "organization", "title", "city", "birthday"),
        "dates": [date._asdict() for date in contact.dates],
        **_texts(contact, "how_met", "met_on"),
        "introduced_by": via.ref if via else "",
        "cadence_days": _own_cadence(contact),
        "circles": list(contact.circles),
        "tags": list(contact.tags),
        "methods": [_method(method) for method in contact.methods],
        "notes": contact.notes or "",
        "fields": dict(contact.fields),
    }


def _own_cadence(contact: Contact) -> int | str:
    if contact.cadence_from != "contact":
        return ""
    return contact.cadence_days or "never"


def _method(method: Method) -> Document:
    label = {"label": method.label} if method.label else {}
    preferred = {"preferred": True} if method.preferred else {}
    return {"kind": method.kind, "value": method.value, **label, **preferred}


def _meeting(meeting: Meeting) -> Document:
    return {
        **_texts(meeting, "happened_on", "kind"),
        "contacts": [contact.ref for contact in meeting.contacts],
        **_texts(meeting, "place", "invited_by", "paid_by", "asked", "occasion", "text"),
    }


def _favor(favor: Favor) -> Document:
    state = {"open": ("due_on",), "done": ("done_on",)}.get(favor.state, ())
    outcome = ("outcome",) if favor.outcome else ()
    asked = ("asked_for",) if favor.asked_for else ()
    return _texts(favor, "text", *asked, *state, *outcome)


def _thanks(thanks: Thanks) -> Document:
    return _texts(thanks, *(("sent_on", "how") if thanks.state == "sent" else ("due_on",)))


def _plan(plan: Plan) -> Document:
    return {
        **_texts(plan, "happens_on", "starts_at", "kind"),
        "contacts": [contact.ref for contact in plan.contacts],
        **_texts(plan, "place", "invited_by", "text"),
    }


def _company(company: Company) -> Document:
    return {
        **_texts(company, "name"),
        "aliases": list(company.aliases),
        **_texts(company, "city"),
        "methods": [_method(method) for method in company.methods],
        "cadence_days": company.cadence_days or "never",
        "notes": company.notes or "",
    }


def _goal(goal: Goal) -> Document:
    targets = [f"{one.number} {one.what} a {one.per}" for one in goal.targets]
    return {**_texts(goal, "text", "horizon", "by"), "targets": targets}


def _lead(lead: Lead) -> Document:
    goal = lead.goal.ref if lead.goal else ""
    return {**_texts(lead, "title", "organization", "source"), "goal": goal}


def _texts(record: Any, *keys: str) -> Document:
    return {key: _text(getattr(record, key)) for key in keys}


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value or "")


DOCUMENTS: dict[str, Callable[[Any], Document]] = {
    "c": _contact,
    "m": _meeting,
    "f": _favor,
    "t": _thanks,
    "p": _plan,
    "o": _company,
    "g": _goal,
    "l": _lead,
}
