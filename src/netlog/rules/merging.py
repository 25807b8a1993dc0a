"""Two contacts become one: what the kept one takes from the other, and who wins where they differ.

The kept one wins, but for what is plainly better known of the other: a birthday with its year, a
fuller number, a cadence where the kept one was never due. Where and when you met are of one of the
two. All names stay, to find them by; facts that lose go into the notes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from netlog.folding import fold, words
from netlog.records.contacts import NewContact, NewMethod, OtherName, StoredContact
from netlog.records.merging import Conflict, MergePlan, Taken
from netlog.records.refs import ref
from netlog.records.relations import NewRelation, StoredRelation
from netlog.rules import relations
from netlog.rules.dates import is_fuller
from netlog.rules.importing import calling, reaching
from netlog.rules.importing.fitting import NAMED
from netlog.rules.importing.somebody import is_same
from netlog.typed import Any
from netlog.wording import NEVER, describe_cadence, sentence

PLAIN = ("city",)
JOB = ("organization", "title")
MEETING = ("how_met", "met_on")
CALLED = {**NAMED, "merged": "name"}
SAID = {"how_met": "met", "met_on": "met on", "introduced_by": "introduced by"}

Verdict = tuple[dict[str, Any], list[Taken], list[Conflict]]


def plan(
    kept: StoredContact, other: StoredContact, led: Collection[int] = frozenset()
) -> MergePlan:
    """What becomes of the kept one; order matters, for it wins.

    led are those, by id, who came to you through one of the two, or are one of them: they cannot
    have led to both.
    """
    values: dict[str, Any] = {}
    taken: list[Taken] = []
    facts: list[Conflict] = []
    plain = partial(_first, names=PLAIN)
    introduction = partial(_introduction, led=frozenset((kept.id, other.id, *led)))
    for judge in (_names, _job, _birthday, _dates, _meeting, plain, introduction, _fields):
        judged, gained, contested = judge(kept, other)
        values |= judged
        taken += gained
        facts += contested
    fields, names, dates = (values.pop(name) for name in ("fields", "names", "dates"))
    when, timing = _timing(kept, other)
    methods = tuple(reaching.lacked(kept.methods, other.methods))
    labels = _labels(kept, other, methods)
    notes = _notes(kept, other, [*facts, *(one for one in timing if one.noted)])
    if other.notes and notes != kept.notes:
        labels.append(Taken("notes", other.notes))
    values |= when | {"notes": notes}
    stored = kept._asdict()
    return MergePlan(
        values={name: value for name, value in values.items() if value != stored[name]},
        circles=frozenset(other.circles) - frozenset(kept.circles),
        tags=frozenset(other.tags) - frozenset(kept.tags),
        methods=methods,
        spelled=dict(reaching.respelled(kept.methods, other.methods)),
        names=names,
        dates=dates,
        fields=fields,
        taken=(*taken, *labels),
        conflicts=(*facts, *timing),
    )


def _labels(kept: StoredContact, other: StoredContact, new: Iterable[NewMethod]) -> list[Taken]:
    return [
        *(Taken("circle", one) for one in other.circles if one not in kept.circles),
        *(Taken("tag", f"#{one}") for one in other.tags if one not in kept.tags),
        *(Taken(method.kind, method.value) for method in new),
        *(Taken(one.tie.said, one.called) for one in _related(kept, other)),
    ]


def _names(kept: StoredContact, other: StoredContact) -> Verdict:
    """All names of the other find the kept one; its nickname comes first where there is none."""
    nickname = kept.nickname
    said = [OtherName("nickname", other.nickname)] if other.nickname else []
    if nickname is None and other.nickname and fold(other.nickname) != fold(kept.name):
        nickname = other.nickname
    if sorted(words(other.name)) != sorted(words(kept.name)):
        said.append(OtherName("merged", other.name))
    now = NewContact(kept.name, nickname=nickname, names=kept.names)
    names = calling.names(now, [*said, *other.names], "fill")
    taken = [Taken("nickname", nickname)] if nickname and nickname != kept.nickname else []
    taken += [Taken(CALLED[one.kind], one.value) for one in names if one not in kept.names]
    return {"nickname": nickname, "names": names}, taken, []


def _job(kept: StoredContact, other: StoredContact) -> Verdict:
    """Organization and title go together: a title of another job is not taken over."""
    return _together(kept, other, JOB)


def _meeting(kept: StoredContact, other: StoredContact) -> Verdict:
    """Place and day of one meeting stay together: those of the kept one, filled where they fit."""
    mine, theirs = kept.met_on, other.met_on
    if not (kept.how_met or other.how_met) and mine and theirs and theirs < mine:
        # Nothing but days: the earlier one is that of the first meeting.
        return {"met_on": theirs}, [], [_lost(other, _said("met_on"), theirs, mine)]
    return _together(kept, other, MEETING)


def _together(kept: StoredContact, other: StoredContact, names: tuple[str, ...]) -> Verdict:
    """Those of the kept one, filled from the other where nothing that both say differs."""
    apart = [name for name in names if getattr(other, name) and not _alike(kept, other, name)]
    one_company = is_same(kept.organization, other.organization)
    if not any(getattr(kept, n) for n in apart if not (n == JOB[0] and one_company)):
        return _first(kept, other, names)
    lost = [_lost(kept, _said(n), getattr(kept, n), getattr(other, n)) for n in apart]
    return {}, [], lost


def _birthday(kept: StoredContact, other: StoredContact) -> Verdict:
    mine, theirs = kept.birthday, other.birthday
    if mine and theirs:
        if is_fuller(theirs, mine):
            return {"birthday": theirs}, [Taken("birthday", theirs)], []
        if is_fuller(mine, theirs):
            return {}, [], []
    return _first(kept, other, ("birthday",))


def _dates(kept: StoredContact, other: StoredContact) -> Verdict:
    """Days of every year by label; of two for one label the kept one's stays."""
    dates = calling.dates(kept.dates, other.dates, "fill")
    mine = {fold(date.label): date for date in kept.dates}
    taken = [Taken(one.label, one.on) for one in dates if fold(one.label) not in mine]
    lost = [
        _lost(kept, one.label, had.on, one.on)
        for one in other.dates
        if (had := mine.get(fold(one.label))) and had.on != one.on
    ]
    return {"dates": dates}, taken, lost


def _first(kept: StoredContact, other: StoredContact, names: tuple[str, ...]) -> Verdict:
    """Of each of these the kept one's, else the other's."""
    values, taken, lost = {}, [], []
    for name in names:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if theirs and not mine:
            values[name] = theirs
            taken.append(Taken(_said(name), theirs))
        elif theirs and not _alike(kept, other, name):
            lost.append(_lost(kept, _said(name), mine, theirs))
    return values, taken, lost


def _alike(kept: StoredContact, other: StoredContact, name: str) -> bool:
    return fold(getattr(kept, name) or "") == fold(getattr(other, name) or "")


def _introduction(kept: StoredContact, other: StoredContact, led: Collection[int]) -> Verdict:
    """Who introduced them, which can be neither of the two, nor anybody who came through them."""
    mine, theirs = (
        side.introduced_by if side.introduced_by and side.introduced_by.id not in led else None
        for side in (kept, other)
    )
    said = _said("introduced_by")
    both = (kept.id, other.id)
    cut = [
        _lost(kept, said, None, f"{via.name} ({via.ref}), whom they led to", noted=False)
        for side in (kept, other)
        if (via := side.introduced_by) and via.id in led and via.id not in both
    ]
    named = theirs and f"{theirs.name} ({theirs.ref})"
    if named and theirs and not mine:
        return {"introduced_by_id": theirs.id}, [Taken(said, named)], cut
    value = {"introduced_by_id": mine and mine.id}
    if named and mine and mine != theirs:
        return value, [], [*cut, _lost(kept, said, f"{mine.name} ({mine.ref})", named)]
    return value, [], cut


def _fields(kept: StoredContact, other: StoredContact) -> Verdict:
    new = {key: value for key, value in other.fields.items() if key not in kept.fields}
    lost = [
        _lost(kept, key, kept.fields[key], value)
        for key, value in other.fields.items()
        if kept.fields.get(key, value) != value
    ]
    return {"fields": new}, [Taken(key, value) for key, value in new.items()], lost


def _related(kept: StoredContact, other: StoredContact) -> Iterator[StoredRelation]:
    """Who belongs to the other, is not the kept one, and is not known to belong to that."""
    for one in other.relations:
        new = NewRelation(one.tie, one.other and one.other.id, one.name)
        is_kept = one.other is not None and one.other.id == kept.id
        if not is_kept and not relations.known_as(new, kept.relations)[0]:
            yield one


def _timing(kept: StoredContact, other: StoredContact) -> tuple[dict[str, Any], list[Conflict]]:
    """When they come up: nothing that was asked for is missed, nobody alive is put aside."""
    conflicts = []
    cadence = kept.cadence_days
    if cadence is None:
        # An imported card is never due; that must not silence somebody you keep in touch with.
        cadence = other.cadence_days or None
    elif other.cadence_days not in (None, cadence):
        of_other = cadence == NEVER
        mine, theirs = describe_cadence(cadence), describe_cadence(other.cadence_days or NEVER)
        if of_other:
            conflicts.append(_lost(other, "cadence", theirs, mine))
        else:
            conflicts.append(_lost(kept, "cadence", mine, theirs))
        cadence = other.cadence_days if of_other else cadence
    later = max(kept, other, key=lambda side: (side.snoozed_until or "", side is kept))
    if bool(kept.archived_at) != bool(other.archived_at):
        alive = other if kept.archived_at else kept
        conflicts.append(_lost(alive, "archived", "no", "yes", noted=False))
    values = {
        "cadence_days": cadence,
        "snoozed_until": later.snoozed_until,
        "snoozed_on": later.snoozed_on,
        "snoozed_why": later.snoozed_why,
        "snoozes": max(kept.snoozes, other.snoozes),
        **_reminder(kept, other),
        "first_on": _of_those(min, kept.first_on, other.first_on),
        "birthday_done_on": _of_those(max, kept.birthday_done_on, other.birthday_done_on),
        "birthday_snoozed_until": _of_those(
            max, kept.birthday_snoozed_until, other.birthday_snoozed_until
        ),
        "archived_at": kept.archived_at and other.archived_at and kept.archived_at,
        "created_at": min(kept.created_at, other.created_at),
    }
    return values, conflicts


def _reminder(kept: StoredContact, other: StoredContact) -> dict[str, str | None]:
    """The earlier day to come up on, with its reason; of those that no touch ended, if any."""
    touched = max(kept.last_touch_on or "", other.last_touch_on or "")
    asked = [side for side in (kept, other) if side.remind_on]
    first = min(
        [side for side in asked if (side.remind_on or "") > touched] or asked,
        key=lambda side: side.remind_on or "",
        default=kept,
    )
    return {"remind_on": first.remind_on, "remind_why": first.remind_why}


def _of_those(pick: Callable[[list[str]], str], *days: str | None) -> str | None:
    there = [day for day in days if day]
    return pick(there) if there else None


def _notes(kept: StoredContact, other: StoredContact, lost: list[Conflict]) -> str | None:
    """Both notes, and what is known of the other that would be gone."""
    parts = [kept.notes] if kept.notes else []
    if other.notes and other.notes not in (kept.notes or ""):
        parts.append(other.notes)
    if lost:
        told = ", ".join(f"{one.field} {one.lost}" for one in lost)
        parts.append(sentence(f"Merged with {other.name} ({ref('c', other.id)}): {told}"))
    return "\n\n".join(parts) or None


def _lost(
    winner: StoredContact, field: str, kept: str | None, lost: str, *, noted: bool = True
) -> Conflict:
    return Conflict(field, kept, ref("c", winner.id), lost, noted)


def _said(name: str) -> str:
    return SAID.get(name, name)
