"""A contact of Monica's export into a person; what has no field of its own goes into the notes."""

import re
from collections.abc import Iterator, Mapping

from netlog.formats.monica.values import bucket, day_of, is_true, properties, rejected, text_of
from netlog.formats.vcard import stated
from netlog.records.contacts import NewDate
from netlog.records.incoming import (
    Declined,
    IncomingMethod,
    IncomingPerson,
    IncomingRelation,
)
from netlog.typed import Any

_YEARLY = re.compile(r"\b(?:anniversary|wedding|name ?day|jubilee)\b", re.IGNORECASE)
_BY_TYPE = {"email": "email", "phone": "phone"}
_BY_PROTOCOL = {"mailto:": "email", "tel:": "phone"}
_ADDRESS = ("street", "postal_code", "city", "province", "country")
LONGEST_CADENCE = 3_650  # days, as in `every`


def person(
    row: int,
    contact: dict[str, Any],
    field_types: Mapping[str, dict[str, Any]],
    relations: Mapping[str, list[IncomingRelation]],
) -> IncomingPerson | Declined:
    """The contact alone, without what happened with it; field types and relations by uuid."""
    said = properties(contact)
    uid = text_of(contact.get("uuid"))
    parts = [text_of(said.get(key)) for key in ("first_name", "middle_name", "last_name")]
    nickname = text_of(said.get("nickname"))
    name = stated.spoken(*parts) or nickname
    if not name:
        return rejected(row, "the contact has no name", contact)
    if is_true(said.get("is_partial")):
        reason = f"{name} is no contact in Monica, only a relation: see those related"
        return Declined(row, reason, rejected=False, source=name)
    addresses = [properties(address) for address in bucket(contact, "address")]
    birthday, birth_note = _special(said.get("birthdate"), "Born")
    met, met_note = _special(said.get("first_met_date"), "First met")
    how_met = [text_of(said.get(key)) for key in ("first_met_where", "first_met_additional_info")]
    notes = [birth_note, met_note, *_notes(contact, said)]
    return IncomingPerson(
        row=row,
        name=name,
        uid=uid or None,
        nickname=nickname if nickname != name else None,
        organization=text_of(said.get("company")) or None,
        title=text_of(said.get("job")) or None,
        city=next((city for each in addresses if (city := text_of(each.get("city")))), None),
        birthday=birthday or None,
        how_met="; ".join(filter(None, how_met)) or None,
        met_on=day_of(met),
        introduced_by=text_of(said.get("first_met_through")) or None,
        tags=_tags(said),
        methods=(*_reached(contact, field_types), *_addresses(addresses)),
        cadence_days=_cadence(said),
        relations=tuple(relations.get(uid, ())),
        kept=stated.kept(name, *parts),
        notes="\n".join(filter(None, notes)) or None,
        dates=tuple(_dates(contact)),
    )


def _dates(contact: dict[str, Any]) -> Iterator[NewDate]:
    """The days of every year of which Monica reminds; the year is that of the first reminder."""
    for reminder in map(properties, bucket(contact, "reminder")):
        if _is_yearly(reminder) and (day := day_of(reminder.get("initial_date"))):
            yield NewDate(text_of(reminder.get("title")).lower(), f"-{day.isoformat()[4:]}")


def _is_yearly(reminder: dict[str, Any]) -> bool:
    is_every_year = text_of(reminder.get("frequency_type")) == "year"
    is_every_year = is_every_year and text_of(reminder.get("frequency_number")) in ("", "1")
    return is_every_year and bool(_YEARLY.search(text_of(reminder.get("title"))))


def _tags(said: dict[str, Any]) -> tuple[str, ...]:
    """Its tags, and what Monica marks people with otherwise."""
    tags = said.get("tags")
    tags = list(tags.values()) if isinstance(tags, dict) else tags
    named = [text_of(tag) for tag in tags] if isinstance(tags, list) else []
    marks = ["starred"] if is_true(said.get("is_starred")) else []
    marks += [] if _is_active(said) else ["archived"]
    return tuple(dict.fromkeys(filter(None, (*named, *marks))))


def _is_active(said: dict[str, Any]) -> bool:
    return "is_active" not in said or is_true(said["is_active"])


def _cadence(said: dict[str, Any]) -> int | None:
    """How often to stay in touch with somebody who is not archived, in days."""
    frequency = text_of(said.get("stay_in_touch_frequency"))
    days = int(frequency) if re.fullmatch("[0-9]{1,6}", frequency) else 0
    return days if _is_active(said) and 0 < days <= LONGEST_CADENCE else None


def _special(value: object, what: str) -> tuple[str, str]:
    """A special date as YYYY-MM-DD or --MM-DD, and the note that says what cannot be one."""
    if not isinstance(value, dict):
        return "", ""
    day = day_of(value.get("date"))
    if day is None:
        said = text_of(value.get("date"))
        return "", f"{what}: {said}" if said else ""
    if is_true(value.get("is_age_based")):
        return "", f"{what} about {day.year}"
    if not is_true(value.get("is_year_unknown")):
        return day.isoformat(), ""
    yearless = f"-{day.isoformat()[4:]}"
    return yearless, "" if what == "Born" else f"{what} on {yearless}"


def _notes(contact: dict[str, Any], said: dict[str, Any]) -> Iterator[str]:
    """Everything worth keeping that netlog has no field for, a line each."""
    yield text_of(said.get("description"))
    if food := text_of(said.get("food_preferences")):
        yield f"Food: {food}"
    frequency = text_of(said.get("stay_in_touch_frequency"))
    if frequency not in ("", "0") and not _cadence(said):
        yield f"Stay in touch every {frequency} days"
    if is_true(said.get("is_dead")):
        died, about = _special(said.get("deceased_date"), "Died")
        yield about or f"Died {f'on {died}' if died else ''}".strip()
    for pet in map(properties, bucket(contact, "pet")):
        names = (text_of(pet.get("name")), text_of(pet.get("category")))
        yield f"Pet: {', '.join(filter(None, names))}"
    for gift in map(properties, bucket(contact, "gift")):
        if gift.get("status") not in ("offered", "received"):
            yield f"Gift idea: {_said(gift, 'name', 'comment', 'url')}"
    for task in map(properties, bucket(contact, "task")):
        done = "Task done" if is_true(task.get("completed")) else "Task"
        yield f"{done}: {_said(task, 'title', 'description')}"
    for reminder in map(properties, bucket(contact, "reminder")):
        is_own = "delible" not in reminder or is_true(reminder["delible"])
        if is_own and not _is_yearly(reminder):
            day = day_of(reminder.get("initial_date"))
            every = text_of(reminder.get("frequency_type")).replace("_", " ")
            when = " ".join(filter(None, (f"on {day}" if day else "", every)))
            yield f"Reminder {when}: {_said(reminder, 'title', 'description')}"


def _said(record: dict[str, Any], *keys: str) -> str:
    return "; ".join(filter(None, (text_of(record.get(key)) for key in keys)))


def _reached(
    contact: dict[str, Any], field_types: Mapping[str, dict[str, Any]]
) -> Iterator[IncomingMethod]:
    for field in map(properties, bucket(contact, "contact_field")):
        value = text_of(field.get("data"))
        kind_of = field_types.get(text_of(field.get("type")), {})
        if not value:
            continue
        label = text_of(kind_of.get("name"))
        kind = _BY_TYPE.get(text_of(kind_of.get("type")).lower())
        kind = kind or _BY_PROTOCOL.get(text_of(kind_of.get("protocol")))
        if kind:
            yield IncomingMethod(kind, value)
        elif value.lower().startswith(("http://", "https://")):
            yield IncomingMethod("url", value, label or None)
        else:
            yield IncomingMethod("handle", value, label or None)


def _addresses(addresses: list[dict[str, Any]]) -> Iterator[IncomingMethod]:
    for address in addresses:
        written = ", ".join(filter(None, (text_of(address.get(key)) for key in _ADDRESS)))
        if written:
            yield IncomingMethod("address", written, text_of(address.get("name")) or None)
