"""A series that is told of again: which of its meetings and plans is which, and what is no more."""

from datetime import date

from netlog.actions.importing.planning_events import OLDER, OLDER_THAN_GONE
from netlog.actions.importing.planning_plans import PlanPlanner
from netlog.records.calendars import IncomingSeries
from netlog.rules.importing import texts
from netlog.rules.importing.series import paired
from netlog.store.reads import occurrences
from netlog.store.reads.occurrences import Occurrence


class SeriesPlanner(PlanPlanner):
    """What becomes of the occurrences that a calendar had before, and has no more so."""

    def _take_series(self, one: IncomingSeries) -> None:
        """Know which record each occurrence is from here on; the rest is withdrawn."""
        uid = texts.uid(one.uid)
        if not uid:
            return
        met = occurrences.under(self.connection, "meeting", uid)
        planned = occurrences.under(self.connection, "plan", uid)
        stands = {texts.uid(own) or "": day for own, day in one.stands}
        newest, said = self._newest(uid, one, (*met, *planned))
        is_known = bool(met or planned or newest)
        if one.sequence < newest:
            self.outdated |= {uid, *stands}
            self._skip(one.row, said.format(newest=newest, older=one.sequence))
            return
        self.series.add(uid)
        if is_known and one.sequence > newest:  # else each that is gone stands for itself
            self.renewed.add(uid)
        self.apart |= {texts.uid(own) or "" for own in one.apart}
        if {found.uid for found in (*met, *planned)} <= set(stands):
            return
        coming = {texts.uid(own) for own in one.coming}
        known = {found.uid for found in (*met, *planned)}
        free = {own: day for own, day in stands.items() if own not in known}
        stale = [found for found in met if self._is_stale("meeting", found, stands)]
        past = [(own, day) for own, day in free.items() if own not in coming]
        moved, gone = paired([(found.id, found.on) for found in stale], past)
        self._move("meeting", moved, free)
        stale = [found for found in planned if self._is_stale("plan", found, stands)]
        # Whoever kept a plan by a meeting of the calendar has that meeting.
        stale = [found for found in stale if found.uid not in {each.uid for each in met}]
        dropped = self._pair_plans([found for found in stale if found.is_open], free, coming)
        self._pair_plans([found for found in stale if not found.is_open], free, coming)
        for id_ in gone:
            self._withdraw(one.row, id_, one.reason, one.sequence)
        for id_ in dropped:
            self._call_off(one.row, id_, one.reason, one.sequence)

    def _newest(
        self, uid: str, one: IncomingSeries, there: tuple[Occurrence, ...]
    ) -> tuple[int, str]:
        """Which change of the series the book has or had, and how to say that it is newer.

        An occurrence that was changed on its own counts its own changes, not those of the series.
        """
        apart = {texts.uid(own) for own in one.apart}
        of_series = [found for found in there if found.uid not in apart and not found.moved]
        if there:
            return min((found.sequence for found in of_series), default=0), OLDER
        return occurrences.gone(self.connection, uid).get(uid, 0), OLDER_THAN_GONE

    def _is_stale(self, table: str, found: Occurrence, stands: dict[str, date]) -> bool:
        return found.uid not in stands and (table, found.id) not in self.told_back

    def _pair_plans(
        self, stale: list[Occurrence], free: dict[str, date], coming: set[str | None]
    ) -> list[int]:
        """Plans on days to come are those that still come; the ids of those that are none."""
        ahead = [found for found in stale if found.on >= self.terms.today]
        to_come = [(own, day) for own, day in free.items() if own in coming]
        moved, gone = paired([(found.id, found.on) for found in ahead], to_come)
        self._move("plan", moved, free)
        behind = [found for found in stale if found.on < self.terms.today]
        moved, left = paired([(found.id, found.on) for found in behind], free.items())
        self._move("plan", moved, free)
        return [*gone, *left]

    def _move(self, table: str, moved: dict[str, int], free: dict[str, date]) -> None:
        for own, id_ in moved.items():
            self.moved[table, own] = id_
            self.told_back.add((table, id_))  # it is no more what it was called
            del free[own]
