"""What somebody of a file changes of who is there: nothing, what is empty, or what differs.

Taking the same file again changes nothing; filling never takes away what somebody typed.
"""

from collections.abc import Iterator, Sequence

from netlog.folding import words
from netlog.records.contacts import FormerJob, NewContact, StoredContact
from netlog.records.importing import Arrival, Changes, FieldChange, Update
from netlog.records.kept import lines_of, name_of
from netlog.records.organizations import CompanyNames
from netlog.records.people import CIRCLES
from netlog.rules import jobs, uids
from netlog.rules.importing import calling, fitting, reaching
from netlog.rules.importing.fitting import JOB, NAMED
from netlog.rules.names import says_less
from netlog.rules.organizations import key as company_key
from netlog.typed import Any
from netlog.wording import NEVER, count, describe_cadence

PLAIN = ("nickname", "city", "birthday", "how_met", "notes", *JOB)


def joined(first: Arrival, second: Arrival) -> Arrival:
    """Two entries of one file for one person: the first, with what only the second says."""
    one, other = first.contact, second.contact
    empty = {
        name: getattr(other, name)
        for name in NewContact._fields
        if name != "name"
        and getattr(other, name) is not None
        and fitting.is_filled(one, name, other)
    }
    if one.how_met and (other.how_met or "").startswith(one.how_met):
        empty["how_met"] = other.how_met  # the same, told better
    if says_less(one.name, other.name):
        one, other = one._replace(name=other.name), other._replace(name=one.name)
    contact = one._replace(
        **empty,
        circles=_circles(one.circles, other.circles),
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))),
        methods=reaching.joined(one.methods, other.methods, "fill"),
    )
    names, dates = calling.joined(contact, other)
    contact = contact._replace(names=names, dates=dates)
    known = (*first.uids, *second.uids, *([other.uid] if other.uid else []))
    own = uids.key(contact.uid or "")
    return first._replace(
        contact=contact,
        introduced_by=first.introduced_by or second.introduced_by,
        relations=tuple(dict.fromkeys((*first.relations, *second.relations))),
        fields=tuple({**dict(second.fields), **dict(first.fields)}.items()),
        jobs=(*first.jobs, *_new_jobs(second.jobs, first.jobs, one)),
        kept=_kept(first.kept, second.kept),
        uids=tuple(uid for uid in dict.fromkeys(known) if uids.key(uid) != own),
    )


def changes(
    present: StoredContact,
    arrival: Arrival,
    update: Update,
    via: int | None,
    companies: Sequence[CompanyNames] = (),
) -> Changes:
    """What becomes of a stored contact; via is the id of who introduced them in the file."""
    if update == "skip":
        return Changes({})
    columns = _columns(present, arrival, update, via)
    there, new = present, arrival.contact
    circles = _circles(there.circles, new.circles)
    tags = tuple(dict.fromkeys((*there.tags, *new.tags)))
    methods = reaching.joined(there.methods, new.methods, update)
    names, dates = calling.changed(there, new, update, columns)
    replaces_kept = update == "overwrite" and arrival.kept != present.kept
    found = Changes(
        columns,
        circles=circles if circles != _circles(there.circles, ()) else (),
        tags=tags if len(tags) > len(there.tags) else (),
        methods=methods if methods != there.methods else (),
        names=names if names != there.names else (),
        dates=dates if dates != there.dates else (),
        fields=_new_fields(present, arrival, update),
        jobs=_new_jobs(arrival.jobs, present.jobs, there._replace(**_job_of(columns))),
        kept=arrival.kept if replaces_kept or not present.kept else (),
        uids=_new_uids(present, arrival),
        ends_job=jobs.ends(_job(there), _job(there._replace(**_job_of(columns))), companies),
    )
    told = tuple(_told(present, found))
    # The form of a card is no news: where there is none, nothing is written, nor to be undone.
    return found._replace(told=told) if told else Changes({})


def unlike(
    there: StoredContact, whole: Arrival, entry: Arrival, via: int | None
) -> tuple[str, ...]:
    """In what an entry of the file says another thing than was taken of somebody.

    there is who they are by then, whole what all entries together say, via who introduced them by
    this one, where that is known yet.
    """
    one, other = whole.introduced_by, entry.introduced_by
    is_led_otherwise = via is None and one and other and words(one) != words(other)
    said = {name_of(line) for line in lines_of(entry.kept) if line not in whole.kept}
    return (
        *fitting.differing(there, entry, via),
        *(["introduced_by"] if is_led_otherwise else []),
        *sorted(said),
    )


def _new_fields(
    there: StoredContact, arrival: Arrival, update: Update
) -> tuple[tuple[str, str], ...]:
    """The fields of the file to be set: those that are not there, or differ and are followed."""
    found = {
        key: value
        for key, value in arrival.fields
        if there.fields.get(key) != value and (update == "overwrite" or key not in there.fields)
    }
    return tuple(found.items())


def _new_uids(there: StoredContact, arrival: Arrival) -> tuple[str, ...]:
    """The uids of the file by which they were not known."""
    known = {uids.key(uid) for uid in (there.uid, *there.uids) if uid}
    said = (arrival.contact.uid, *arrival.uids)
    return tuple(uid for uid in said if uid and uids.key(uid) not in known)


def imagined(new_id: int, arrival: Arrival, via: int | None) -> StoredContact:
    """Somebody new as they would be there."""
    contact = arrival.contact
    exact = {name: value for name, value in arrival.exact if name in StoredContact._fields}
    said: dict[str, Any] = {**exact, "id": new_id}
    return StoredContact(**said, name=contact.name)._replace(
        uid=contact.uid or "",
        **{name: getattr(contact, name) for name in PLAIN},
        cadence_days=contact.cadence_days or NEVER,
        met_on=contact.met_on.isoformat() if contact.met_on else None,
        introduced_by_id=via,
        circles=contact.circles,
        tags=contact.tags,
        methods=contact.methods,
        names=contact.names,
        dates=contact.dates,
        fields=dict(arrival.fields),
        jobs=arrival.jobs,
        kept=arrival.kept,
        uids=arrival.uids,
    )


def applied(there: StoredContact, changes: Changes) -> StoredContact:
    """Somebody as they would be after these changes."""
    former = ((*_job(there), None),) if changes.ends_job else ()
    return there._replace(
        **changes.columns,
        circles=changes.circles or there.circles,
        tags=changes.tags or there.tags,
        methods=changes.methods or there.methods,
        names=changes.names or there.names,
        dates=changes.dates or there.dates,
        fields={**there.fields, **dict(changes.fields)},
        jobs=(*there.jobs, *former, *changes.jobs),
        kept=changes.kept or there.kept,
        uids=(*there.uids, *changes.uids),
    )


def _columns(
    present: StoredContact, arrival: Arrival, update: Update, via: int | None
) -> dict[str, Any]:
    """The columns to set."""
    return {
        name: new
        for name, new in fitting.columns(present, arrival, via)
        if update == "overwrite" or fitting.is_filled(present, name, arrival.contact)
    }


def _kept(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of the first card, and of the second those that say what the first does not."""
    if not first:
        return second
    said = set(map(name_of, first))
    return (*first, *(line for line in lines_of(second) if name_of(line) not in said))


def _circles(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(circle for circle in CIRCLES if circle in one or circle in other)


def _new_jobs(
    said: Sequence[FormerJob], known: Sequence[FormerJob], contact: NewContact | StoredContact
) -> tuple[FormerJob, ...]:
    """Those that are neither known nor the present one, each once."""
    held = {_folded(*job[:2]) for job in known} | {_folded(*_job(contact))}
    found: dict[tuple[str, str], FormerJob] = {}
    for job in said:
        key = _folded(*job[:2])
        if key not in held:
            found.setdefault(key, job)
    return tuple(found.values())


def _folded(organization: str | None, title: str | None) -> tuple[str, str]:
    return company_key(organization) if organization else "", " ".join(words(title or ""))


def _job(contact: NewContact | StoredContact) -> tuple[str | None, str | None]:
    return contact.organization, contact.title


def _job_of(columns: dict[str, Any]) -> dict[str, Any]:
    return {name: columns[name] for name in JOB if name in columns}


def _told(present: StoredContact, found: Changes) -> Iterator[FieldChange]:
    there = present
    for name, value in found.columns.items():
        if name == "introduced_by_id":
            yield FieldChange("introduced_by", None, None)
        else:
            yield FieldChange(name, _said(name, getattr(present, name)), _said(name, value))
    for name, before, after in (
        ("circles", there.circles, found.circles),
        ("tags", there.tags, found.tags),
    ):
        if added := [one for one in after if one not in before]:
            yield FieldChange(name, None, ", ".join(added))
    for kind, called in found.names:
        if (kind, called) not in there.names:
            yield FieldChange(NAMED[kind], None, called)
    for new in found.dates:
        if new not in there.dates:
            was = next((held.on for held in there.dates if held.label == new.label), None)
            yield FieldChange(new.label, was, new.on)
    for method in found.methods:
        if method not in there.methods:
            same = next((held for held in there.methods if reaching.is_same(held, method)), None)
            yield FieldChange(
                method.kind, same and reaching.labelled(same), reaching.labelled(method)
            )
    for key, value in found.fields:
        yield FieldChange(key, present.fields.get(key), value)
    for organization, title, _ in found.jobs:
        yield FieldChange("former job", None, organization or title)
    lines = lines_of(found.kept)
    if lines and lines != lines_of(present.kept):
        yield FieldChange("kept", None, count(len(lines), "line"))
    for uid in found.uids:
        yield FieldChange("uid", None, uid)


def _said(name: str, value: Any) -> str | None:
    if value is None:
        return None
    return describe_cadence(value) if name == "cadence_days" else str(value)
