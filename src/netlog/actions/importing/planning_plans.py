"""Meetings to come of a file planned: new ones, those that moved, those that will not be.

A calendar that is read again tells of a plan as a meeting once its day has passed: the plan has
then been kept, and what was logged of it meanwhile is that meeting.
"""

from netlog.actions.importing.planning_events import Differing
from netlog.actions.importing.planning_meetings import MeetingPlanner
from netlog.records.calendars import IncomingWithdrawal
from netlog.records.importing import (
    By,
    FieldChange,
    Matched,
    PlannedRecord,
    PlanRenewal,
    RecordRenewal,
    Skipped,
    Updated,
)
from netlog.records.incoming import (
    IncomingMeeting,
    IncomingPlan,
    IncomingRecord,
)
from netlog.records.plans import NewPlan, Plan
from netlog.rules.importing import texts
from netlog.store.reads import importing as reads
from netlog.store.reads import occurrences, plans
from netlog.wording import short_day

CALLED_OFF = "called off in the calendar"


class PlanPlanner(MeetingPlanner):
    """What becomes of plans, once it is known who everybody is."""

    def _take_meeting(self, one: IncomingMeeting) -> None:
        uid = None if one.exact else texts.uid(one.uid)
        plan_id = self._of_uid("plan", uid)
        plan = plans.plan(self.connection, plan_id) if plan_id else None
        if plan and not self._of_uid("meeting", uid):
            if plan.meeting:
                day = short_day(plan.meeting.happened_on, self.terms.today)
                name = f"{plan.meeting.kind}, {day}"
                self.matched.append(Matched(one.row, "meeting", plan.meeting.ref, name, "uid"))
                return
            if plan.state == "dropped" and not _is_called_off(plan):
                self._skip(one.row, f"you let go of the plan, {plan.ref}")
                return
        before = len(self.meetings)
        super()._take_meeting(one)
        if plan and plan.state == "open" and uid and len(self.meetings) > before:
            self.kept_plans.append((plan.id, uid))

    def _take_plan(self, one: IncomingPlan) -> None:
        ids = self._there(one.who, one.names, one.row)
        if not ids:
            return
        kind = self._kind(one.kind, one.text, exact=one.exact)
        text, place = texts.block(one.text), texts.line(one.place)
        uid = texts.uid(one.uid)
        day = short_day(one.happens_on, self.terms.today)
        name = f"plan: {kind} with {self._names(ids)}, {day}"
        new = NewPlan(one.happens_on, kind, ids, one.starts_at, uid=uid, text=text, place=place)
        new = new._replace(sequence=one.sequence or None)
        known = self._of_uid("plan", uid)
        if self._is_older("plan", known, uid, one):
            return
        by: By = "uid" if known else "content"
        said = (one.starts_at, text, place)
        known = known or reads.same_plan(self.connection, one.happens_on, said, ids)
        if known and by == "uid" and self._follow_plan(known, one, new, name):
            return
        if self._is_new("plan", one.row, (uid,), known, by, name):
            columns = tuple(
                (key, value if isinstance(value, int) else str(value))
                for key, value in new._asdict().items()
                if value and key not in ("uid", "contact_ids")
            )
            record = IncomingRecord(one.row, "plan", (), uid, columns)
            self.records.append(PlannedRecord(record, ids))

    def _follow_plan(self, plan_id: int, one: IncomingPlan, new: NewPlan, name: str) -> bool:
        """Whether the file tells of an open plan otherwise, which is told or followed.

        One that the calendar had called off is open again where it is to come after all.
        """
        there = plans.plan(self.connection, plan_id)
        if there is None or not (there.state == "open" or _is_called_off(there)):
            return False
        people = _people(there)
        before = there._asdict()
        said = {
            key: value
            for key, value in new._asdict().items()
            if key in occurrences.OF_CALENDAR["plan"]
        }
        columns, held = self._compared("plan", plan_id, before, said)
        if _is_called_off(there):
            columns |= {"dropped_on": None, "dropped_why": None}
        gone, added, is_off = self._company("plan", plan_id, one, new.contact_ids, people)
        held = (*held, *(["contacts"] if is_off else []))
        changes = Differing(columns, held, tuple(gone), tuple(added))
        theirs = Matched(one.row, "plan", there.ref, name, "uid")
        return self._followed(theirs, plan_id, new.uid, before, people, changes, new.sequence)

    def _take_back(self, one: IncomingWithdrawal) -> None:
        """Meetings that did not happen after all, and plans that were called off."""
        super()._take_back(one)
        uid = texts.uid(one.uid) or ""
        for found in occurrences.under(self.connection, "plan", uid) if one.off else ():
            if found.is_open and self._is_withdrawn(found, one):
                self._call_off(one.row, found.id, one.reason, one.sequence)
        if one.off and not one.listed:
            self.off[uid] = max(one.sequence, self.off.get(uid, 0))

    def remember_what_is_off(self) -> None:
        """Keep which events are off that the book has not, as an older file may tell of them."""
        for uid, sequence in self.off.items():
            if not sequence or self._of_uid("meeting", uid) or self._of_uid("plan", uid):
                continue
            known = reads.of_uid(self.connection, "event_gone", uid)
            newest = {"sequence": sequence}
            if not known:
                record = IncomingRecord(0, "event_gone", (), uid, tuple(newest.items()))
                self.records.append(PlannedRecord(record, ()))
            elif occurrences.gone(self.connection, uid)[uid] < sequence:
                self.record_renewals.append(RecordRenewal("event_gone", known, newest))

    def _call_off(self, row: int, id_: int, reason: str, sequence: int) -> None:
        """Drop a plan, unless the owner has changed it."""
        plan = plans.plan(self.connection, id_)
        if plan is None or ("plan", id_) in self.told_back:
            return
        self.told_back.add(("plan", id_))
        people = _people(plan)
        day = short_day(plan.happens_on, self.terms.today)
        name = f"plan: {plan.kind} with {self._names(people)}, {day}"
        if self.terms.update != "overwrite":
            self.matched.append(Matched(row, "plan", plan.ref, name, "uid", (reason,)))
            return
        self.followed.add(Skipped(row, reason))
        if plan.invited_by or self._is_mine("plan", id_, people):
            self._skip(row, f"{reason}, and you changed {plan.ref}: it stays")
        else:
            self.dropped_plans.append((id_, CALLED_OFF))
            if sequence:
                self.plan_renewals.append(PlanRenewal(id_, {"sequence": sequence}))
            gone = (FieldChange(f"dropped, as {reason}", None, None),)
            self.updated.append(Updated(row, "plan", plan.ref, name, "uid", gone))


def _is_called_off(plan: Plan) -> bool:
    """Whether it was dropped by the calendar, and not by you."""
    return plan.state == "dropped" and plan.dropped_why == CALLED_OFF


def _people(plan: Plan) -> tuple[int, ...]:
    return tuple(person.id for person in plan.contacts)
