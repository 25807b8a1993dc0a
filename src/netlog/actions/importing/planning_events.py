"""What meetings and plans of a file share: who was there, whether they are new, how they differ."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import zip_longest

from netlog.actions.importing.planning_people import MOST_NAMED, PeoplePlanner
from netlog.folding import words
from netlog.named import NamedTuple
from netlog.records.calendars import IncomingWithdrawal
from netlog.records.importing import (
    By,
    Came,
    FieldChange,
    Matched,
    MeetingRenewal,
    PlanRenewal,
    Recorded,
    Skipped,
    Updated,
)
from netlog.records.incoming import IncomingMeeting, IncomingPlan
from netlog.records.meetings import KINDS, is_kind
from netlog.records.refs import LETTERS, ref
from netlog.rules.importing import texts
from netlog.store.reads import importing as reads
from netlog.store.reads import occurrences
from netlog.store.reads.occurrences import Occurrence
from netlog.typed import Any
from netlog.wording import listed, short_day

OLDER = "it is older than what your book has of it: SEQUENCE {older}, and {newest} there"
OLDER_THAN_GONE = "it is older than what was taken back: SEQUENCE {older}, and {newest} then"

MOST_LEADING = 12  # words of a text, among which one may be a kind of your own


class Differing(NamedTuple):
    """In what a file differs from a meeting or plan; held is what stays as the owner has it."""

    columns: dict[str, Any]
    held: tuple[str, ...]
    gone: tuple[int, ...]
    added: tuple[int, ...]


class EventPlanner(PeoplePlanner):
    """What becomes of what a file tells of as an event, past or to come."""

    def _kind(self, said: str, text: str | None, *, exact: bool) -> str:
        """The kind as netlog's own file says it; else one of your own that the text begins with."""
        if exact and is_kind(said):
            return said
        begins = words(text or "")[:MOST_LEADING]
        own = next((kind for kind in self.terms.own_kinds if set(words(kind)) <= set(begins)), None)
        return own or (said if said in (*KINDS, *self.terms.own_kinds) else "meeting")

    def _there(self, who: Sequence[str], names: Sequence[str], row: int) -> tuple[int, ...]:
        """The ids of those who were there, or are to be; where nobody is known, it is skipped."""
        named = list(zip_longest(who, names, fillvalue=""))
        there = [self._find(said) or (self._find(name) if name else None) for said, name in named]
        for (said, name), id_ in zip(named, there, strict=True):
            if id_:
                self._is_known(name or said)
        ids = tuple(dict.fromkeys(id_ for id_ in there if id_))
        if not ids:
            told = names or who
            several = [name for name in told if len(self.known.of_name(name)) > 1]
            reason = f"{_some(several)} may be several of your book"
            self._skip(row, reason if several else f"nobody of it is in your book: {_some(told)}")
        return ids

    def _of_uid(self, table: str, uid: str | None) -> int | None:
        """The meeting or plan of that uid, or that of its series which is now this one."""
        return reads.of_uid(self.connection, table, uid) or self.moved.get((table, uid))

    def _is_older(
        self, table: str, known: int | None, uid: str | None, one: IncomingMeeting | IncomingPlan
    ) -> bool:
        """Whether the file has an older change of an event than the book; that is told once."""
        if uid in self.outdated:
            return True
        if one.sequence is None or not uid:
            return False
        if self._is_of_series(uid) and not self._is_apart(table, uid):
            return False
        said = OLDER
        if known:
            newest = occurrences.sequence(self.connection, table, known)
        else:
            series = uid.rpartition("/")[0]
            was, said = occurrences.gone(self.connection, series or uid), OLDER_THAN_GONE
            newest = max(was.get(uid, 0), was.get(series, 0))
        if one.sequence < newest:
            # All of a series are of one row.
            day = one.happens_on if isinstance(one, IncomingPlan) else one.happened_on
            which = f"{short_day(day, self.terms.today)}: " if self._is_of_series(uid) else ""
            self._skip(one.row, which + said.format(newest=newest, older=one.sequence))
        return one.sequence < newest

    def _is_of_series(self, uid: str) -> bool:
        """Whether the file has the whole event, which was looked at as one."""
        return not self.series.isdisjoint({uid, uid.rpartition("/")[0]})

    def _is_apart(self, table: str, uid: str) -> bool:
        """Whether an occurrence has changes of its own in the book that no newer series undoes.

        That it was taken back is one.
        """
        series = uid.rpartition("/")[0]
        if uid not in self.apart and series in self.renewed:
            return False
        there = occurrences.under(self.connection, table, series)
        own = [found.moved for found in there if found.uid == uid]
        return any(own) or (not own and uid in occurrences.gone(self.connection, uid))

    def _compared(
        self, table: str, id_: int, before: Mapping[str, Any], said: Mapping[str, Any]
    ) -> tuple[dict[str, Any], tuple[str, ...]]:
        """What the file says otherwise, and in what of it the owner's own words stand."""
        columns = {key: value for key, value in said.items() if value != before[key]}
        there = {key: before[key] for key in columns}
        mine = occurrences.changed_by_hand(self.connection, table, id_, there) if columns else ()
        # A file that is silent of what somebody wrote contradicts nothing.
        columns = {key: value for key, value in columns.items() if value or key not in mine}
        held = tuple(key for key in columns if key in mine)
        if self.terms.update == "overwrite":
            columns = {key: value for key, value in columns.items() if key not in mine}
        return columns, held

    def _company(
        self,
        table: str,
        id_: int,
        one: IncomingMeeting | IncomingPlan,
        ids: Sequence[int],
        there: Sequence[int],
    ) -> tuple[list[int], list[int], bool]:
        """Who of those there went, who came, and whether somebody stays away by your own hand."""
        added = [came for came in ids if came not in there]
        found = map(self._find, one.absent)
        gone = [went for went in found if went and went in there and went not in ids]
        missing = [left for left in there if left not in ids and left not in gone]
        if missing and all(map(self._find, one.who)):
            brought = occurrences.brought(self.connection, table, id_)
            gone += [left for left in missing if left in brought]
        off = occurrences.taken_off(self.connection, table, id_, added)
        return gone, [came for came in added if came not in off], not off.isdisjoint(added)

    def _followed(
        self,
        theirs: Matched,
        id_: int,
        uid: str | None,
        before: Mapping[str, Any],
        there: Sequence[int],
        said: Differing,
        sequence: int | None,
    ) -> bool:
        """Tell of a meeting or plan that is otherwise in the file, or have it follow."""
        columns, held, gone, added = said
        table = theirs.record
        renewed: dict[str, Any] = {"uid": uid} if (table, uid) in self.moved else {}
        if occurrences.sequence(self.connection, table, id_) != (sequence or 0):
            renewed["sequence"] = sequence
        overwrites = self.terms.update == "overwrite"
        fields = (*columns, *(["contacts"] if gone or added else []))
        if not (overwrites and (fields or renewed)):
            if fields or held:
                differs = tuple(dict.fromkeys((*fields, *held)))
                self.matched.append(theirs._replace(differs=differs))
            return bool(fields or held)
        told = [FieldChange(key, _said(before[key]), _said(new)) for key, new in columns.items()]
        if gone or added:
            told.append(company(self._names(gone), self._names(added)))
        people = (*(one for one in there if one not in gone), *added) if gone or added else ()
        renewals = self.plan_renewals if table == "plan" else self.meeting_renewals
        kind = PlanRenewal if table == "plan" else MeetingRenewal
        renewals.append(kind(id_, {**columns, **renewed}, people))  # type: ignore[arg-type]
        if told:
            self.updated.append(Updated(*theirs[:5], tuple(told), held))
        elif held:
            self.matched.append(theirs._replace(differs=held))
        return bool(told or held)

    def _is_withdrawn(self, found: Occurrence, one: IncomingWithdrawal) -> bool:
        """Whether what is told to be off is that meeting or plan, and is not told too late."""
        uid = texts.uid(one.uid) or ""
        base = uid.rpartition("/")[0]
        is_new = self._is_of_series(uid) or one.sequence >= found.sequence
        is_new = is_new and self.outdated.isdisjoint({uid, base})
        return is_new and (one.whole or found.uid == uid)

    def _is_mine(self, table: str, id_: int, people: Sequence[int]) -> bool:
        """Whether the owner changed what a calendar says of it, or who was there."""
        brought = occurrences.brought(self.connection, table, id_)
        is_edited = occurrences.is_edited(self.connection, table, id_)
        return is_edited or not brought.issuperset(people)

    def _is_new(
        self,
        record: Recorded,
        row: int,
        keys: Sequence[Hashable],
        known: int | str | None,
        by: By,
        name: str,
    ) -> bool:
        """Whether it is to be stored; tells of it in either case.

        keys are its uid, which no two of a file have, and what else an earlier file had the same.
        """
        letter, number = LETTERS.get(record, ""), self.counts[record] + 1
        uid = keys[0]
        has_uid = uid is not None and (uid in self.uids or uid in self.ground.seen)
        if known or has_uid or not self.ground.seen.isdisjoint(set(keys) - {None}):
            by = "uid" if has_uid else by
            there = ref(letter, int(known)) if letter and known else None
            self.matched.append(Matched(row, record, there, name, by))
            return False
        self.uids.add(uid)
        self.counts[record] = number
        self.new.append(Came(row, record, ref(letter, -number) if letter else None, name))
        return True

    def _skip(self, row: int, reason: str) -> None:
        self.skipped.append(Skipped(row, reason))

    def _names(self, ids: Sequence[int]) -> str:
        return _some([self.known.person(id_).name for id_ in ids])


def company(gone: str, added: str) -> FieldChange:
    """Who of those at a meeting went and who came, by name."""
    return FieldChange("contacts", gone or None, added or None)


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def _some(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        shown.append(f"{len(names) - MOST_NAMED} more")
    return listed(shown)
