"""Cards of nobody planned: new ones kept whole, those that changed followed when asked."""

from netlog.actions.importing.planning_meetings import MeetingPlanner
from netlog.records.importing import FieldChange, PlannedRecord, RecordRenewal, Updated
from netlog.records.incoming import IncomingCard, IncomingRecord
from netlog.rules import cards as rules
from netlog.rules.importing import texts
from netlog.store.reads import cards
from netlog.store.reads import importing as reads
from netlog.typed import Final

TABLE: Final = "kept_card"


class CardPlanner(MeetingPlanner):
    """What becomes of the cards of groups and places."""

    def _take_card(self, one: IncomingCard) -> None:
        uid = texts.uid(one.uid)
        called = texts.line(one.name)
        name = rules.called(one.kind, called)
        known = reads.of_uid(self.connection, TABLE, uid)
        columns = {"kind": one.kind, "name": called, "card": one.card}
        there = cards.card(self.connection, known) if known else None
        if (
            there
            and self.terms.update == "overwrite"
            and (there.kind, there.name, there.card) != tuple(columns.values())
        ):
            self.record_renewals.append(RecordRenewal(TABLE, there.id, columns))
            told = (FieldChange("card", None, "as the file has it"),)
            self.updated.append(Updated(one.row, TABLE, None, name, "uid", told))
        elif self._is_new(TABLE, one.row, (uid,), known, "uid", name):
            said = tuple((key, value) for key, value in columns.items() if value)
            record = IncomingRecord(one.row, TABLE, (), uid, said)
            self.records.append(PlannedRecord(record, ()))
