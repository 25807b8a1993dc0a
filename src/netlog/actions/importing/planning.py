"""What an import will do, worked out before anything is written: a dry run ends here.

People come first, whatever their place in the file: an introduction or a meeting may name somebody
who comes later. Whoever is new is known by an id below zero until there is one.
"""

from collections.abc import Hashable, Iterable, Sequence
from itertools import zip_longest

from netlog.actions.importing.ground import Contents, Ground, Happening, Planned, Terms, content_of
from netlog.actions.importing.planning_people import MOST_NAMED, PeoplePlanner
from netlog.records.favors import TO_THEM, NewFavor
from netlog.records.importing import (
    By,
    Came,
    LeftOut,
    Matched,
    PlannedFavor,
    PlannedMeeting,
    PlannedThanks,
    Recorded,
)
from netlog.records.incoming import (
    IncomingAnswer,
    IncomingFavor,
    IncomingMeeting,
    IncomingRule,
    IncomingThanks,
    Left,
)
from netlog.records.meetings import KINDS, NewMeeting
from netlog.records.refs import LETTERS, ref
from netlog.records.thanks import NewThanks
from netlog.rules import reciprocity
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.rules.importing import admission
from netlog.store.reads import importing as reads
from netlog.wording import listed, short_day


def plan(ground: Ground, contents: Contents, terms: Terms) -> Planned:
    """What the file will do to the book; the ground learns who is new."""
    planner = _Planner(ground, terms)
    planner.take_people(contents.arrivals)
    planner.take_happenings(contents.happenings)
    planner.leave(contents.left)
    return planner.planned()


class _Planner(PeoplePlanner):
    """What happened, once it is known who everybody is."""

    def take_happenings(self, happenings: Iterable[Happening]) -> None:
        for one in happenings:
            match one:
                case IncomingMeeting():
                    self._take_meeting(one)
                case IncomingFavor():
                    self._take_favor(one)
                case IncomingThanks():
                    self._take_thanks(one)
                case IncomingRule():
                    self._take_rule(one)
                case IncomingAnswer():
                    self._take_answer(one)

    def _take_meeting(self, one: IncomingMeeting) -> None:
        named = zip_longest(one.who, one.names, fillvalue="")
        there = [self._find(said) or (self._find(name) if name else None) for said, name in named]
        ids = tuple(dict.fromkeys(id_ for id_ in there if id_))
        if not ids:
            told = one.names or one.who
            several = [name for name in told if len(self.known.of_name(name)) > 1]
            reason = f"{_some(several)} may be several of your book"
            self._skip(
                one.row, reason if several else f"nobody of it is in your book: {_some(told)}"
            )
            return
        if not one.exact and one.happened_on > self.terms.today + MOST_DAYS_AHEAD:
            self._skip(one.row, "it is still to come")
            return
        kind = one.kind if one.kind in KINDS else "meeting"
        text, place = admission.block(one.text), admission.line(one.place)
        uid = admission.uid(one.uid)
        name = f"{kind} with {self._names(ids)}, {short_day(one.happened_on, self.terms.today)}"
        known = uid and reads.meeting_of_uid(self.connection, uid)
        by: By = "uid" if known else "content"
        said = (kind, text, place)
        new = NewMeeting(one.happened_on, kind, ids, uid=uid, text=text, place=place)
        keys: tuple[Hashable, ...] = (uid,)
        if not one.exact:  # of netlog's own, two alike are two
            known = known or reads.same_meeting(self.connection, one.happened_on, said, ids)
            keys = (uid, content_of(new))
        if self._is_new("meeting", one.row, keys, known, by, name):
            rows = one.rows if len(one.rows) == len(ids) else ()
            self.meetings.append(PlannedMeeting(one.row, new, one.exact, rows))

    def _take_favor(self, one: IncomingFavor) -> None:
        who, text = self._find(one.who), admission.block(one.text)
        if who is None or not text:
            self._skip(one.row, f"{one.who} is not in your book" if text else "it says nothing")
            return
        uid = admission.uid(one.uid)
        known = uid and reads.favor_of_uid(self.connection, uid)
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
        meeting = exact.pop("meeting", None)
        self.favors.append(
            PlannedFavor(one.row, new, str(meeting) if meeting else None, tuple(exact.items()))
        )

    def _take_thanks(self, one: IncomingThanks) -> None:
        who = self._find(one.who)
        if who is None:
            self._skip(one.row, f"{one.who} is not in your book")
            return
        uid = admission.uid(one.uid)
        known = uid and reads.thanks_of_uid(self.connection, uid)
        name = f"thanks to {self._names([who])}"
        if self._is_new("thanks", one.row, (uid,), known, "uid", name):
            new = NewThanks(who, one.opened_on, one.due_on, uid=uid)
            self.thanks.append(PlannedThanks(one.row, new, one.meeting, one.favor, one.exact))

    def _take_rule(self, incoming: IncomingRule) -> None:
        one = admission.rule(incoming)
        if isinstance(one, Left):
            self.rejected.append(LeftOut(one.row, one.reason))
            return
        known = reads.rule(self.connection, one.scope, one.label)
        name = f"{one.scope} {one.label}".strip()
        if self._is_new("cadence_rule", one.row, ((one.scope, one.label),), known, "content", name):
            taken = one.uid in self.uids or reads.has_rule_uid(self.connection, one.uid)
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
        self.skipped.append(LeftOut(row, reason))

    def _names(self, ids: Sequence[int]) -> str:
        return _some([self.known.person(id_).name for id_ in ids])


def _some(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        shown.append(f"{len(names) - MOST_NAMED} more")
    return listed(shown)
