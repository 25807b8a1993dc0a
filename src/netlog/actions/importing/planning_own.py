"""Records of netlog's own export that are in the book: followed whole, or left whole and told.

A record goes with its parts. What an import took of one alone would leave it between two states: a
lead that is still being walked, under the stage that it landed at.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from netlog.actions.importing.planning_events import EventPlanner
from netlog.named import NamedTuple
from netlog.records.importing import (
    By,
    FieldChange,
    Matched,
    Recorded,
    RecordRenewal,
    Updated,
)
from netlog.records.incoming import IncomingRecord
from netlog.records.layouts import LAYOUTS, Layout
from netlog.records.refs import LETTERS, ref
from netlog.rules.importing import texts
from netlog.store.reads import importing as reads
from netlog.typed import Any, Final, cast

BY_TABLE: Final = {layout.table: layout for layout in LAYOUTS}
# Not what a record says, but how it is kept.
KEPT: Final = frozenset({"id", "uid", "created_at", "updated_at"})
# Parts of which a record has those that the file has, and no others.
WHOLE: Final = frozenset({"goal_target", "lead_stage", "lead_step"})


class OwnPlanner(EventPlanner):
    """What becomes of records that are there, of a file that knows all of them."""

    @cached_property
    def in_part(self) -> dict[str, set[str]]:
        """The uids of records that are left as they are, of which the file says more, by table."""
        return {}

    @cached_property
    def dropped(self) -> set[tuple[str, int]]:
        """The parts that the file has no more, by table and id."""
        return set()

    def look_over(self, happenings: Iterable[object]) -> None:
        """Learn which favors belong to known leads, and drop those parts that the file has not."""
        listed: dict[tuple[str, int], set[str]] = {}
        self.of_known: dict[str, str] = {}
        for one in happenings:
            if not isinstance(one, IncomingRecord) or not BY_TABLE[one.table].owner:
                continue
            owner, known = self._owner(one)
            if not known:
                continue
            if one.table in WHOLE:
                listed.setdefault((one.table, known), set()).add(texts.uid(one.uid) or "")
            elif one.table == "lead_favor":
                self.of_known[dict(one.others).get("favor_id", "")] = ref(LETTERS[owner], known)
        for (table, known), there in listed.items() if self.terms.update == "overwrite" else ():
            parts = reads.parts(self.connection, BY_TABLE[table], known)
            gone = [(table, id_) for id_, uid in parts if uid not in there]
            self.dropped.update(gone)
            self.record_renewals += [RecordRenewal(*one, None) for one in gone]

    def _owner(self, one: IncomingRecord) -> tuple[str, int | None]:
        """The table of the record that a part belongs to, and its id in the book."""
        refers = BY_TABLE[one.table].refers[BY_TABLE[one.table].owner]
        uid = texts.uid(dict(one.others).get(refers.column))
        return refers.table, reads.of_uid(self.connection, refers.table, uid)

    def _stays_with(self, one: IncomingRecord) -> bool:
        """Whether it is left, as what it belongs to is there and left; that is told."""
        layout, said = BY_TABLE[one.table], dict(one.others)
        if self.terms.update == "overwrite":
            return False
        if layout.owner:
            table, known = self._owner(one)
            if known:
                self._leave(one.row, ref(LETTERS[table], known))
            return bool(known)
        is_in_part = said.get("favor_id") in self.in_part.get("favor", ())
        if is_in_part:
            self._leave(one.row, "what it is for")
        return is_in_part

    def _favor_stays(self, row: int, uid: str | None) -> bool:
        """Whether a new favor is left, as it came about with a lead that is left; that is told."""
        lead = self.of_known.get(uid or "")
        if not lead or self.terms.update == "overwrite":
            return False
        self.in_part.setdefault("favor", set()).add(uid or "")
        self._leave(row, lead)
        return True

    def _leave(self, row: int, what: str) -> None:
        self._skip(row, f"{what} is known and stays as it is: --update overwrite takes both")

    def _follow_own(
        self, told: Matched, uid: str | None, said: Mapping[str, Any], links: "Links"
    ) -> bool:
        """Whether the file tells of that record otherwise, which is told or followed.

        said are its columns; of a file that does not know all of them nothing is followed.
        """
        if "updated_at" not in said:
            return False
        known = reads.of_uid(self.connection, told.record, uid)
        if not known:
            return False
        before, found = self._compared_own(BY_TABLE[told.record], known, said, links)
        after = {**(found.columns or {}), **dict(found.named), **dict(found.others)}
        if not after:
            return False
        if self.terms.update != "overwrite":
            self.in_part.setdefault(told.record, set()).add(uid or "")
            differs = tuple(name.removesuffix("_id") for name in after)
            self.matched.append(told._replace(differs=differs))
            return True
        self.record_renewals.append(found)
        changes = (
            FieldChange(name.removesuffix("_id"), _word(name, before[name]), _word(name, value))
            for name, value in after.items()
        )
        self.updated.append(Updated(*told[:5], tuple(changes)))
        return True

    def _compared_own(
        self, layout: Layout, id_: int, said: Mapping[str, Any], links: "Links"
    ) -> tuple[dict[str, Any], RecordRenewal]:
        """What the record holds, and what of that the file says otherwise."""
        own = (layout.columns.get(key, key) for key in layout.plain if key not in KEPT)
        names = [name for name in own if name not in layout.once]
        refers = [one.column for one in layout.refers.values() if one.column not in layout.once]
        before = reads.columns(self.connection, layout.table, id_, [*names, *refers])
        counts = {*layout.flags, "snoozes"}
        columns = {name: said.get(name, 0 if name in counts else None) for name in names}
        columns |= {key: None for key in refers if key not in {**links.people, **links.records}}
        changed = {name: value for name, value in columns.items() if before[name] != value}
        people = (
            (key, who) for key, who in links.people.items() if key in refers and before[key] != who
        )
        records = (
            (key, uid)
            for key, uid in links.records.items()
            if key in refers and self._leads_to(before, key, uid)
        )
        return before, RecordRenewal(layout.table, id_, changed, tuple(people), tuple(records))

    def _goes(self, table: str, id_: int) -> bool:
        """Whether that part is dropped, as the file has it no more."""
        return (table, id_) in self.dropped

    def _leads_to(self, before: Mapping[str, Any], column: str, uid: str) -> bool:
        """Whether a link leads elsewhere by the file, to what is there or comes along."""
        table = column.removesuffix("_id")
        known = reads.of_uid(self.connection, table, uid)
        return before[column] != known if known else uid in self.uids


class Links(NamedTuple):
    """Who and what a record names, by the column of their ids: people by id, the rest by uid."""

    people: dict[str, int]
    records: dict[str, str]


def known_as(table: str, row: int, id_: int, name: str) -> Matched:
    """A record of the book as it is told of, known by its uid."""
    letter = LETTERS.get(table, "")
    by: By = "uid"
    return Matched(row, cast(Recorded, table), ref(letter, id_) if letter else None, name, by)


def _word(name: str, value: object) -> str | None:
    """The value as it is told; of another record there is nothing to say but that it is one."""
    return None if value is None or name.endswith("_id") else str(value)
