"""What an import will do, worked out before anything is written: a dry run ends here.

People come first, whatever their place in the file: an introduction or a meeting may name somebody
who comes later. Whoever is new is known by an id below zero until there is one.
"""

from collections.abc import Iterable

from netlog.actions.importing.ground import Contents, Ground, Happening, Planned, Terms, content_of
from netlog.actions.importing.planning_cards import CardPlanner
from netlog.actions.importing.planning_companies import CompanyPlanner
from netlog.actions.importing.planning_own import BY_TABLE, Links, known_as
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
from netlog.records.layouts import Layout
from netlog.rules import reciprocity
from netlog.rules.importing import admission, texts
from netlog.store.reads import importing as reads
from netlog.typed import Any, cast
from netlog.wording import listed


def plan(ground: Ground, contents: Contents, terms: Terms) -> Planned:
    """What the file will do to the book; the ground learns who is new."""
    planner = _Planner(ground, terms)
    planner.take_people(contents.arrivals)
    planner.take_touches()
    planner.look_over(contents.happenings)
    planner.take_happenings(contents.happenings)
    planner.remember_what_is_off()
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
        if self._is_settled(one, known, new, name):
            return
        if not self._is_new("favor", one.row, keys, known, by, name):
            return
        meeting, introduced, exact = self._bound(one)
        self.favors.append(PlannedFavor(one.row, new, meeting, tuple(exact.items()), introduced))

    def _bound(self, one: IncomingFavor) -> tuple[str | None, int | None, dict[str, Any]]:
        """The uid of the meeting of a favor, who was introduced by it, and its columns."""
        exact = dict(one.exact)
        meeting, other = exact.pop("meeting", None), exact.pop("introduced", None)
        return str(meeting) if meeting else None, self._find(str(other)) if other else None, exact

    def _is_settled(self, one: IncomingFavor, known: int | None, new: NewFavor, name: str) -> bool:
        """Whether a favor of netlog's own is followed or left, as it is there or so is its lead."""
        if not one.exact:
            return False
        if not known:
            return self._favor_stays(one.row, new.uid)
        meeting, introduced, exact = self._bound(one)
        said = {**exact, "direction": new.direction, "text": new.text}
        said["opened_on"] = new.opened_on.isoformat()
        said["done_on"] = new.done_on.isoformat() if new.done_on else None
        people = {"contact_id": new.contact_id}
        if introduced:
            people["introduced_id"] = introduced
        links = Links(people, {"meeting_id": meeting} if meeting else {})
        return self._follow_own(known_as("favor", one.row, known, name), new.uid, said, links)

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
        if known:
            links = Links({**_those(layout, ids), **dict(named)}, dict(others))
            theirs = known_as(one.table, one.row, known, name)
            if self._follow_own(theirs, uid, dict(one.columns), links):
                return
        elif self._stays_with(one):
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
        return uid in self.uids or reads.of_uid(self.connection, refers.table, uid) is not None

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
        taken = reads.taken_by(self.connection, layout, owner_id, values)
        return not taken or self._goes(layout.table, taken)

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


def _those(layout: Layout, ids: tuple[int, ...]) -> dict[str, int]:
    """Who must be there for a record, by the column of their ids."""
    naming = [
        refers.column
        for key, refers in layout.refers.items()
        if refers.table == "contact" and key not in layout.loose
    ]
    return dict(zip(naming, ids, strict=False))
