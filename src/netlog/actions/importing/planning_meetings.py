"""Meetings of a file planned: new ones, those that moved or grew, those that never were."""

from collections.abc import Hashable

from netlog.actions.importing.ground import content_of
from netlog.actions.importing.planning_events import Differing
from netlog.actions.importing.planning_own import Links, OwnPlanner, known_as
from netlog.records.calendars import IncomingWithdrawal
from netlog.records.importing import (
    By,
    FieldChange,
    Matched,
    MeetingRenewal,
    PlannedMeeting,
    Skipped,
    Updated,
)
from netlog.records.incoming import (
    IncomingMeeting,
)
from netlog.records.meetings import NewMeeting
from netlog.records.refs import ref
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.rules.importing import texts
from netlog.store.reads import importing as reads
from netlog.store.reads import occurrences
from netlog.wording import short_day

UNSAID = "message"  # what a contact was of which a file knows only the day


class MeetingPlanner(OwnPlanner):
    """What becomes of meetings, once it is known who everybody is."""

    def take_touches(self) -> None:
        """The days of the last contact that a file knows, where the book knows of none since."""
        for row, id_, happened_on in self.touches:
            known = reads.last_touch(self.connection, id_) if id_ > 0 else None
            if happened_on > self.terms.today or (known and known >= happened_on):
                continue
            new = NewMeeting(happened_on, UNSAID, (id_,))
            day = short_day(happened_on, self.terms.today)
            name = f"{UNSAID} with {self._names((id_,))}, {day}"
            if self._is_new("meeting", row, (None, content_of(new)), None, "content", name):
                self.meetings.append(PlannedMeeting(row, new))

    def _take_meeting(self, one: IncomingMeeting) -> None:
        ids = self._there(one.who, one.names, one.row)
        if not ids:
            return
        if not one.exact and one.happened_on > self.terms.today + MOST_DAYS_AHEAD:
            self._skip(one.row, "it is still to come")
            return
        kind = self._kind(one.kind, one.text, exact=bool(one.exact))
        text, place = texts.block(one.text), texts.line(one.place)
        uid = texts.uid(one.uid)
        name = f"{kind} with {self._names(ids)}, {short_day(one.happened_on, self.terms.today)}"
        known = self._of_uid("meeting", uid)
        if self._is_older("meeting", known, uid, one):
            return
        by: By = "uid" if known else "content"
        said = (kind, text, place)
        new = NewMeeting(one.happened_on, kind, ids, uid=uid, text=text, place=place)
        new = new._replace(sequence=one.sequence or None)
        keys: tuple[Hashable, ...] = (uid,)
        if not one.exact:  # of netlog's own, two alike are two
            known = known or reads.same_meeting(self.connection, one.happened_on, said, ids)
            keys = (uid, content_of(new))
        if known and by == "uid" and not one.exact and self._follow(known, one, new, name):
            return
        if known and one.exact:
            columns = {**dict(one.exact), **dict(zip(("kind", "text", "place"), said, strict=True))}
            columns["happened_on"] = one.happened_on.isoformat()
            theirs = known_as("meeting", one.row, known, name)
            if self._follow_own(theirs, uid, columns, Links({}, {})):
                return
        if self._is_new("meeting", one.row, keys, known, by, name):
            rows = one.rows if len(one.rows) == len(ids) else ()
            self.meetings.append(PlannedMeeting(one.row, new, one.exact, rows))

    def _follow(self, meeting_id: int, one: IncomingMeeting, new: NewMeeting, name: str) -> bool:
        """Whether the file tells of a meeting of its uid otherwise, which is told or followed."""
        there, row = reads.meeting(self.connection, meeting_id), one.row
        said = {"happened_on": new.happened_on, "kind": new.kind}
        said |= {"text": new.text, "place": new.place}
        before = there._asdict()
        columns, held = self._compared("meeting", meeting_id, before, said)
        came = new.contact_ids
        gone, added, is_off = self._company("meeting", meeting_id, one, came, there.contact_ids)
        if there.is_built_on:  # what was noted of it may be about them
            gone = []
        held = (*held, *(["contacts"] if is_off else []))
        changes = Differing(columns, held, tuple(gone), tuple(added))
        theirs = Matched(row, "meeting", ref("m", meeting_id), name, "uid")
        return self._followed(
            theirs, meeting_id, new.uid, before, there.contact_ids, changes, new.sequence
        )

    def _take_back(self, one: IncomingWithdrawal) -> None:
        """Meetings that did not happen after all; of what is not known there is nothing to say."""
        for found in occurrences.under(self.connection, "meeting", texts.uid(one.uid) or ""):
            if self._is_withdrawn(found, one):
                self._withdraw(one.row, found.id, one.reason, one.sequence)

    def _withdraw(self, row: int, id_: int, reason: str, sequence: int) -> None:
        """Take a meeting back, unless there is more of it than the calendar said."""
        if ("meeting", id_) in self.told_back:
            return
        self.told_back.add(("meeting", id_))
        there = reads.meeting(self.connection, id_)
        people = self._names(there.contact_ids)
        day = short_day(there.happened_on, self.terms.today)
        theirs, name = ref("m", id_), f"{there.kind} with {people}, {day}"
        if self.terms.update != "overwrite":
            self.matched.append(Matched(row, "meeting", theirs, name, "uid", (reason,)))
            return
        self.followed.add(Skipped(row, reason))
        if there.is_built_on or self._is_mine("meeting", id_, there.contact_ids):
            self._skip(row, f"{reason}, and you noted more of {theirs}: it stays")
        else:
            self.withdrawals.append(id_)
            if sequence:  # which is kept of it
                self.meeting_renewals.append(MeetingRenewal(id_, {"sequence": sequence}))
            gone = (FieldChange(f"taken back, as {reason}", None, None),)
            self.updated.append(Updated(row, "meeting", theirs, name, "uid", gone))
