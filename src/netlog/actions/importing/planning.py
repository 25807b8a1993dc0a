"""What an import will do, worked out before anything is written: a dry run ends here.

People come first, whatever their place in the file: an introduction or a meeting may name somebody
who comes later. Whoever is new is known by an id below zero until there is one.
"""

from collections.abc import Iterable

from netlog.actions.importing.ground import Contents, Ground, Happening, Planned, Terms, content_of
from netlog.actions.importing.planning_cards import CardPlanner
from netlog.actions.importing.planning_companies import CompanyPlanner
from netlog.actions.importing.planning_series import SeriesPlanner
from netlog.records.calendars import IncomingSeries, IncomingWithdrawal
from netlog.records.favors import TO_THEM, NewFavor
from netlog.records.importing import (
    By,
    PlannedFavor,
    PlannedRecord,
    Recorded,
    Skipped,
)
from netlog.records.incoming import (
    Declined,
    IncomingAnswer,
    IncomingCard,
    IncomingFavor,
    IncomingMeeting,
    IncomingOrganization,
    IncomingPlan,
    IncomingRecord,
    IncomingRule,
)
from netlog.records.layouts import LAYOUTS, Layout
from netlog.rules import reciprocity
from netlog.rules.importing import admission, texts
from netlog.store.reads import importing as reads
from netlog.typed import cast
from netlog.wording import listed

BY_TABLE = {layout.table: layout for layout in LAYOUTS}


def plan(ground: Ground, contents: Contents, terms: Terms) -> Planned:
    """What the file will do to the book; the ground learns who is new."""
    planner = _Planner(ground, terms)
    planner.take_people(contents.arrivals)
    planner.take_touches()
    planner.take_happenings(contents.happenings)
    planner.leave(contents.left)
    return planner.planned()


class _Planner(CompanyPlanner, CardPlanner, SeriesPlanner):
    """What happened, once it is known who everybody is."""

    def take_happenings(self, happenings: Iterable[Happening]) -> None:
        for one in happenings:
            match one:
                case IncomingOrganization():
                    self._take_company(one)
                case IncomingMeeting():
                    self._take_meeting(one)
                case IncomingPlan():
                    self._take_plan(one)
                case IncomingWithdrawal():
                    self._take_back(one)
                case IncomingSeries():
                    self._take_series(one)
                case IncomingFavor():
                    self._take_favor(one)
                case IncomingRecord():
                    self._take_record(one)
                case IncomingCard():
                    self._take_card(one)
                case IncomingRule():
                    self._take_rule(one)
                case IncomingAnswer():
                    self._take_answer(one)

    def _take_favor(self, one: IncomingFavor) -> None:
        who, text = self._find(one.who), texts.block(one.text)
        if who is None or not text:
            self._skip(one.row, f"{one.who} is not in your book" if text else "it says nothing")
            return
        uid = texts.uid(one.uid)
        known = reads.of_uid(self.connection, "favor", uid)
        by: By = "uid" if known else "content"
        if not known and who > 0 and not one.exact:
            said = (who, one.direction, text, one.opened_on)
            known = reads.same_favor(self.connection, *said)
        word = "for" if one.direction == TO_THEM else "from"
        name = f"favor {word} {self._names([who])}"
        due = reciprocity.promise_due_on if one.direction == TO_THEM else reciprocity.waiting_due_on
        new = NewFavor(
            contact_id=who,
            direction=one.direction,
            text=text,
            opened_on=one.opened_on,
            # Old debts of another program come up from today on, not as years overdue.
            due_on=None
            if one.done_on or one.exact
            else due(max(one.opened_on, self.terms.today), None),
            done_on=one.done_on,
            uid=uid,
        )
        keys = (uid,) if one.exact else (uid, content_of(new))
        if not self._is_new("favor", one.row, keys, known, by, name):
            return
        exact = dict(one.exact)
        meeting, other = exact.pop("meeting", None), exact.pop("introduced", None)
        self.favors.append(
            PlannedFavor(
                one.row,
                new,
                str(meeting) if meeting else None,
                tuple(exact.items()),
                self._find(str(other)) if other else None,
            )
        )

    def _take_record(self, one: IncomingRecord) -> None:
        layout = BY_TABLE[one.table]
        ids = tuple(dict.fromkeys(id_ for id_ in map(self._find, one.who) if id_))
        if not ids and layout.has_people:
            self._skip(one.row, f"{listed(one.who) or 'nobody'} is not in your book")
            return
        uid = texts.uid(one.uid)
        known = reads.of_uid(self.connection, one.table, uid)
        name = layout.said.format(self._names(ids))
        named, others = self._named(layout, one)
        if layout.owner and not self._has_owner(layout, others):
            self._skip(one.row, f"the {layout.owner} that it belongs to is not in your book")
            return
        if not known and layout.once and not self._is_first(layout, one, ids, others):
            self._skip(one.row, f"this {layout.said.format(self._names(ids))} is there already")
            return
        if self._is_new(cast(Recorded, one.table), one.row, (uid,), known, "uid", name):
            rows = one.rows if len(one.rows) == len(ids) else ()
            stored = one._replace(uid=uid, rows=rows, others=others)
            self.records.append(PlannedRecord(stored, ids, named))

    def _named(
        self, layout: Layout, one: IncomingRecord
    ) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, str], ...]]:
        """Who else a record names, by id, and which other records, by uid."""
        tables = {refers.column: refers.table for refers in layout.refers.values()}
        people = [(column, who) for column, who in one.others if tables[column] == "contact"]
        named = [(column, id_) for column, who in people if (id_ := self._find(who))]
        others = (pair for pair in one.others if tables[pair[0]] != "contact")
        return tuple(named), tuple(others)

    def _has_owner(self, layout: Layout, others: tuple[tuple[str, str], ...]) -> bool:
        """Whether the record that it belongs to is there, or comes along."""
        refers = layout.refers[layout.owner]
        uid = texts.uid(dict(others).get(refers.column))
        coming = any(
            planned.record.table == refers.table and planned.record.uid == uid
            for planned in self.records
        )
        return bool(uid) and (
            coming or reads.of_uid(self.connection, refers.table, uid) is not None
        )

    def _is_first(
        self,
        layout: Layout,
        one: IncomingRecord,
        ids: tuple[int, ...],
        others: tuple[tuple[str, str], ...],
    ) -> bool:
        """Whether its owner has no other with what only one may have."""
        columns = {**dict(one.columns), **dict(others)}
        if ids:
            columns["contact_id"] = ids[0]
        owner = columns.get(layout.refers[layout.owner].column)
        whose = None if layout.once == ("favor_id",) else owner
        marker = (layout.table, whose, *(columns.get(name) for name in layout.once))
        if marker in self.uids:
            return False
        self.uids.add(marker)
        values = [
            reads.of_uid(self.connection, "favor", str(columns[name]))
            if name == "favor_id"
            else columns.get(name)
            for name in layout.once
        ]
        at = layout.refers[layout.owner]
        owner_id = reads.of_uid(self.connection, at.table, str(owner)) if whose else None
        return not reads.is_taken(self.connection, layout, owner_id, values)

    def _take_rule(self, incoming: IncomingRule) -> None:
        one = admission.rule(incoming)
        if isinstance(one, Declined):
            self.rejected.append(Skipped(one.row, one.reason))
            return
        known = reads.rule(self.connection, one.scope, one.label)
        name = f"{one.scope} {one.label}".strip()
        if self._is_new("cadence_rule", one.row, ((one.scope, one.label),), known, "content", name):
            taken = one.uid in self.uids or reads.of_uid(self.connection, "cadence_rule", one.uid)
            self.uids.add(one.uid)
            self.rules.append(one._replace(uid=None) if taken else one)

    def _take_answer(self, one: IncomingAnswer) -> None:
        who, other = self._find(one.who), self._find(one.other)
        if who is None or other is None or who == other:
            self._skip(one.row, "it speaks of people who are not two in your book")
            return
        pair = (min(who, other), max(who, other))
        if pair in self.ground.seen or reads.is_answered(self.connection, pair):
            return
        if all(pair != known[:2] for known in self.answers):
            self.answers.append((*pair, one.exact))
