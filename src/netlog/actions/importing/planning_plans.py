"""Meetings to come of a file planned: new ones, those that moved, those that will not be.

A calendar that is read again tells of a plan as a meeting once its day has passed: the plan has
then been kept, and what was logged of it meanwhile is that meeting.
"""

from netlog.actions.importing.planning_meetings import MeetingPlanner, company
from netlog.records.importing import (
    By,
    FieldChange,
    Matched,
    PlannedRecord,
    PlanRenewal,
    Updated,
)
from netlog.records.incoming import (
    IncomingMeeting,
    IncomingPlan,
    IncomingRecord,
    IncomingWithdrawal,
)
from netlog.records.plans import NewPlan, Plan
from netlog.records.refs import ref
from netlog.rules.importing import admission
from netlog.store.reads import importing as reads
from netlog.store.reads import plans
from netlog.wording import short_day

CALLED_OFF = "called off in the calendar"


class PlanPlanner(MeetingPlanner):
    """What becomes of plans, once it is known who everybody is."""

    def _take_meeting(self, one: IncomingMeeting) -> None:
        uid = None if one.exact else admission.uid(one.uid)
        plan_id = reads.of_uid(self.connection, "plan", uid)
        plan = plans.plan(self.connection, plan_id) if plan_id else None
        if plan and plan.meeting:
            name = f"{plan.meeting.kind}, {short_day(plan.meeting.happened_on, self.terms.today)}"
            self.matched.append(Matched(one.row, "meeting", plan.meeting.ref, name, "uid"))
            return
        if plan and plan.state == "dropped":
            self._skip(one.row, f"you let go of the plan, {plan.ref}")
            return
        before = len(self.meetings)
        super()._take_meeting(one)
        if plan and uid and len(self.meetings) > before:
            self.kept_plans.append((plan.id, uid))

    def _take_plan(self, one: IncomingPlan) -> None:
        ids = self._there(one.who, (), one.row)
        if not ids:
            return
        kind = self._kind(one.kind, one.text, exact=False)
        text, place = admission.block(one.text), admission.line(one.place)
        uid = admission.uid(one.uid)
        day = short_day(one.happens_on, self.terms.today)
        name = f"plan: {kind} with {self._names(ids)}, {day}"
        new = NewPlan(one.happens_on, kind, ids, one.starts_at, uid=uid, text=text, place=place)
        known = reads.of_uid(self.connection, "plan", uid)
        by: By = "uid" if known else "content"
        said = (one.starts_at, text, place)
        known = known or reads.same_plan(self.connection, one.happens_on, said, ids)
        if known and by == "uid" and self._follow_plan(known, one, new, name):
            return
        if self._is_new("plan", one.row, (uid,), known, by, name):
            columns = tuple(
                (key, str(value))
                for key, value in new._asdict().items()
                if value and key not in ("uid", "contact_ids")
            )
            record = IncomingRecord(one.row, "plan", (), uid, columns)
            self.records.append(PlannedRecord(record, ids))

    def _follow_plan(self, plan_id: int, one: IncomingPlan, new: NewPlan, name: str) -> bool:
        """Whether the file tells of an open plan otherwise, which is told or followed."""
        there = plans.plan(self.connection, plan_id)
        if there is None or there.state != "open":
            return False
        row, people = one.row, _people(there)
        added = tuple(id_ for id_ in new.contact_ids if id_ not in people)
        gone = self._absent(one.absent, people, new.contact_ids)
        said = {"happens_on": new.happens_on, "starts_at": new.starts_at, "kind": new.kind}
        said |= {"text": new.text, "place": new.place}
        before = there._asdict()
        columns = {key: value for key, value in said.items() if value and value != before[key]}
        if not (columns or added or gone):
            return False
        fields = (*columns, *(["contacts"] if added or gone else []))
        if self.terms.update != "overwrite":
            self.matched.append(Matched(row, "plan", there.ref, name, "uid", fields))
            return True
        told = [
            FieldChange(key, None if before[key] is None else str(before[key]), str(value))
            for key, value in columns.items()
        ]
        if added or gone:
            told.append(company(self._names(gone), self._names(added)))
        stayed = (id_ for id_ in people if id_ not in gone)
        after = (*stayed, *added) if added or gone else ()
        self.plan_renewals.append(PlanRenewal(plan_id, columns, after))
        self.updated.append(Updated(row, "plan", there.ref, name, "uid", tuple(told)))
        return True

    def _take_back(self, one: IncomingWithdrawal) -> None:
        """Meetings that did not happen after all, and plans that were called off."""
        super()._take_back(one)
        if not one.off:
            return
        for id_ in reads.plans_under(self.connection, one.uid, whole=one.whole):
            plan = plans.plan(self.connection, id_)
            if plan is None or plan.state != "open":
                continue
            people = self._names(_people(plan))
            name = f"plan: {plan.kind} with {people}, "
            name += short_day(plan.happens_on, self.terms.today)
            if self.terms.update != "overwrite":
                self.matched.append(Matched(one.row, "plan", plan.ref, name, "uid", (one.reason,)))
            else:
                self.dropped_plans.append((id_, CALLED_OFF))
                gone = (FieldChange(f"dropped, as {one.reason}", None, None),)
                self.updated.append(Updated(one.row, "plan", ref("p", id_), name, "uid", gone))


def _people(plan: Plan) -> tuple[int, ...]:
    return tuple(person.id for person in plan.contacts)
