"""Monica 4's JSON export into records.

Every record of it has a uuid and `properties`; what belongs to it lies in `data`, a list of
buckets {count, type, values} that leaves empty ones out, so nothing is read by its position.
Monica 4's own resources (app/ExportResources, version 1.0-preview.1) are the source of the shape.
row is the number of the contact, or of the activity among the activities.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.kinds import guessed_kind
from netlog.formats.mapping import Mapped
from netlog.formats.monica.events import activity, of_contact
from netlog.formats.monica.people import person
from netlog.formats.monica.values import (
    bucket,
    day_of,
    is_true,
    properties,
    records,
    text_of,
    uuids,
)
from netlog.named import NamedTuple
from netlog.records.incoming import Declined, IncomingPerson, IncomingRelation, Reading
from netlog.relating import tie
from netlog.typed import Any
from netlog.wording import count

LONGEST = 100_000_000  # bytes: the whole file is held in memory, some six times its size

TITLE = "Monica 4"
ABOUT = "`monica`, its JSON export. Read only."
MAPPING = (
    Mapped("name", "first_name, middle_name, last_name, else nickname"),
    Mapped("uid", "uuid"),
    Mapped("nickname, organization, title", "nickname, company, job"),
    Mapped("city", "city of the first address"),
    Mapped("birthday", "birthdate", "one reckoned from an age goes into the notes"),
    Mapped("met_on, how_met", "first_met_date, first_met_where, first_met_additional_info"),
    Mapped("introduced_by", "first_met_through"),
    Mapped("cadence_days", "stay_in_touch_frequency", "its next day"),
    Mapped("tags", "tags; starred and archived (is_active false) become tags"),
    Mapped("methods", "contact fields and addresses, with their label"),
    Mapped("meetings: call, message", "calls, conversations with their messages", "emotions"),
    Mapped("meetings: note", "notes, life events"),
    Mapped("meetings: any kind", "activities; kind by summary and type", "emotions"),
    Mapped("favors", "debts, gifts offered and received", "why one owes: Monica leaves it out"),
    Mapped(
        "notes",
        "description, food preferences, gift ideas, tasks, reminders, pets, death",
        "reminders of Monica's own making, such as of birthdays",
    ),
    Mapped("relations", "relationships; a partial contact is one by name", "its own card"),
    Mapped("", "photos, documents, avatars, the journal, gender", "all, counted as skipped"),
)

_NOT_KEPT = {"photo": "photos", "document": "documents"}


class Account(NamedTuple):
    """What contacts and activities refer to, by uuid."""

    field_types: Mapping[str, dict[str, Any]]
    activity_types: Mapping[str, str]
    relations: Mapping[str, list[IncomingRelation]]


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """Each contact with what belongs to it, then the activities, then what is left out."""
    account = _account(content(source), at.charset)
    if isinstance(account, Declined):
        yield account
        return
    contacts = bucket(account, "contact")
    known = _known(account, contacts)
    took_part: dict[str, list[str]] = defaultdict(list)
    for row, contact in enumerate(contacts, 1):
        read_one = person(row, contact, known.field_types, known.relations)
        yield read_one
        if isinstance(read_one, IncomingPerson):
            who = read_one.uid or read_one.name
            yield from of_contact(row, who, contact)
            for uuid in uuids(contact, "activity"):
                took_part[uuid].append(who)
    for row, record in enumerate(bucket(account, "activity"), 1):
        uuid = text_of(record.get("uuid"))
        named = known.activity_types.get(text_of(properties(record).get("type")), "")
        yield activity(row, record, guessed_kind(named), took_part.get(uuid, ()))
    yield from _left_out(account)


def _account(data: bytes, charset: str) -> dict[str, Any] | Declined:
    if len(data) > LONGEST:
        return Declined(1, "the file is longer than 100 MB")
    try:
        whole = json.loads(decoded(data, charset))
    except (ValueError, RecursionError):
        return Declined(1, "this is not JSON that can be read")
    account = whole.get("account") if isinstance(whole, dict) else None
    if not isinstance(account, dict):
        return Declined(1, "this is not an export of Monica 4: it has no account")
    return account


def _known(account: dict[str, Any], contacts: list[dict[str, Any]]) -> Account:
    instance = account.get("instance")
    instance = instance if isinstance(instance, dict) else {}
    names = {text_of(each.get("uuid")): _name(each) for each in contacts}
    whole = {text_of(one.get("uuid")) for one in contacts if not _is_partial(one)} - {""}
    relations: dict[str, list[IncomingRelation]] = defaultdict(list)
    for relation in bucket(account, "relationship"):
        said = properties(relation)
        uuid = text_of(said.get("contact_is"))
        who = uuid if uuid in whole else names.get(uuid)
        if who:
            kind = text_of(said.get("type")).replace("_", " ") or "related"
            relations[text_of(said.get("of_contact"))].append(IncomingRelation(tie(kind), who))
    return Account(
        field_types={
            text_of(each.get("uuid")): properties(each)
            for each in records(instance.get("contact_field_types"))
        },
        activity_types={
            text_of(each.get("uuid")): " ".join(
                text_of(properties(each).get(key)) for key in ("name", "translation_key")
            )
            for each in records(instance.get("activity_types"))
        },
        relations=relations,
    )


def _is_partial(contact: dict[str, Any]) -> bool:
    return is_true(properties(contact).get("is_partial"))


def _name(contact: dict[str, Any]) -> str:
    said = properties(contact)
    parts = (text_of(said.get(key)) for key in ("first_name", "middle_name", "last_name"))
    named = " ".join(filter(None, parts)) or text_of(said.get("nickname"))
    born = said.get("birthdate")
    if not is_true(said.get("is_partial")) or not isinstance(born, dict):
        return named
    day = day_of(born.get("date"))
    known = day and not is_true(born.get("is_year_unknown"))
    return f"{named} (born {day})" if named and known else named


def _left_out(account: dict[str, Any]) -> Iterator[Declined]:
    for kind, said in _NOT_KEPT.items():
        number = len(bucket(account, kind))
        if number:
            yield Declined(1, f"netlog keeps no {said}: {number} left out", rejected=False)
    journal = records(properties(account).get("journal_entries"))
    if journal:
        entries = count(len(journal), "entry", "entries")
        yield Declined(1, f"the journal is about yourself: {entries} left out", rejected=False)
