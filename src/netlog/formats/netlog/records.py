"""The records of netlog's own JSON, each as what it comes in as."""

from collections.abc import Callable, Iterable, Mapping

from netlog.formats.netlog import parts
from netlog.formats.netlog.values import Record, Wrong
from netlog.formats.uids import made_uid
from netlog.records.contacts import NewDate
from netlog.records.incoming import (
    Incoming,
    IncomingAnswer,
    IncomingEntry,
    IncomingFavor,
    IncomingMeeting,
    IncomingOrganization,
    IncomingPerson,
    IncomingRecord,
    IncomingRule,
)
from netlog.records.layouts import LAYOUTS, Layout
from netlog.records.refs import LETTERS
from netlog.typed import Any

# Keys that only one kind of record has.
TELLING = {
    "aliases": "organization",
    "happened_on": "meeting",
    "direction": "favor",
    "scope": "cadence_rule",
    "other": "not_duplicate",
    "happens_on": "plan",
    "opened_on": "thanks",
}


class Records:
    """What is read of one file, with the uids that its ids stand for."""

    def __init__(self, at: str) -> None:
        self.at = at
        self.uids: dict[tuple[str, int], str] = {}

    def look_ahead(self, values: Iterable[Any]) -> None:
        """Learn the ids of all people: a reference may stand before whom it refers to."""
        for value in values:
            if isinstance(value, dict) and kind_of(value) == "contact":
                try:
                    self.uid_of(Record(0, value, {}))
                except Wrong:
                    continue  # it will be told of in its turn

    def uid_of(self, said: Record) -> str | None:
        """The uid of a contact; one that has an id alone gets one, by which others refer to it."""
        uid, id_ = said.text("uid"), said.number("id")
        if id_ is not None:
            uid = uid or made_uid("netlog", id_, said.needed("name"))
            self.uids["c", id_] = uid
        return uid

    def contact(self, said: Record) -> IncomingPerson:
        uid, jobs = self.uid_of(said), list(said.records("jobs"))
        exact = said.exact(
            *("id", "created_at", "updated_at", "snoozed_until", "snoozed_why", "snoozes"),
            *("remind_on", "remind_why", "birthday_done_on", "archived_at"),
            *("snoozed_on", "first_on", "birthday_snoozed_until"),
        )
        if said.flag("archived") and "archived_at" not in dict(exact):
            exact += (("archived_at", self.at),)
        return IncomingPerson(
            said.row,
            said.needed("name"),
            uid=uid,
            nickname=said.text("nickname") or next(iter(said.texts("nicknames")), None),
            names=tuple(parts.names(said)),
            dates=tuple(
                NewDate(
                    one.needed("label"),
                    one.needed("on"),
                    parts.iso(one.day("done_on")),
                    parts.iso(one.day("snoozed_until")),
                    one.number("number"),
                )
                for one in said.records("dates")
            ),
            relations=tuple(map(parts.relation, said.records("relations"))),
            organization=said.text("organization"),
            title=said.text("title"),
            city=said.text("city"),
            birthday=said.text("birthday"),
            how_met=said.text("how_met"),
            met_on=said.day("met_on"),
            introduced_by=said.who("introduced_by"),
            circles=said.texts("circles"),
            tags=said.texts("tags"),
            methods=parts.methods(said),
            cadence_days=parts.own_cadence(said),
            notes=said.text("notes"),
            fields=(*said.pairs("fields"), *parts.other_ways(said)),
            jobs=tuple((job.text("organization"), job.text("title")) for job in jobs),
            kept=said.texts("kept"),
            exact=exact,
            ended_on=tuple(parts.iso(job.day("ended_on")) for job in jobs),
            uids=said.texts("uids"),
            rows=said.rows("rows"),
        )

    def organization(self, said: Record) -> IncomingOrganization:
        self.remember("o", said)
        return IncomingOrganization(
            said.row,
            said.needed("name"),
            uid=said.text("uid"),
            aliases=said.texts("aliases"),
            city=said.text("city"),
            methods=parts.methods(said),
            notes=said.text("notes"),
            kept=said.texts("kept"),
            log=tuple(
                IncomingEntry(one.needed_day("happened_on"), parts.kind(one), one.text("text"))
                for one in said.records("log")
            ),
            cadence_days=said.number("cadence_days"),
            exact=said.exact("id", "created_at", "updated_at", "snoozed_on", "snoozed_until"),
            rows=said.rows("rows"),
        )

    def meeting(self, said: Record) -> IncomingMeeting:
        self.remember("m", said)
        return IncomingMeeting(
            said.row,
            said.needed_day("happened_on"),
            parts.kind(said),
            said.several("contacts"),
            uid=said.text("uid"),
            text=said.text("text"),
            place=said.text("place"),
            exact=said.exact(
                *("id", "asked", "invited_by", "paid_by", "created_at", "updated_at", "occasion"),
                *("remind_on", "remind_why", "sequence", "by_hand"),
            ),
            rows=said.numbers("rows"),
        )

    def favor(self, said: Record) -> IncomingFavor:
        self.remember("f", said)
        exact = said.exact(
            *("id", "due_on", "dropped_on", "dropped_why", "outcome", "outcome_on", "told_on"),
            *("snoozed_until", "snoozed_why", "snoozes", "created_at", "updated_at", "asked_for"),
        )
        exact += (("asked", int(said.flag("asked"))),)
        meeting, introduced = said.who("meeting", "m"), said.who("introduced")
        exact += (("introduced", introduced),) if introduced else ()
        return IncomingFavor(
            said.row,
            said.needed_who("contact"),
            said.choice("direction", "to_them", "to_me"),
            said.needed("text"),
            said.needed_day("opened_on"),
            done_on=said.day("done_on"),
            uid=said.text("uid"),
            exact=exact + ((("meeting", meeting),) if meeting else ()),
        )

    def record(self, layout: Layout, said: Record) -> IncomingRecord:
        """A record that only netlog has, by its layout."""
        if layout.table in LETTERS:
            self.remember(LETTERS[layout.table], said)
        for key in layout.needed:
            said.needed(key)
        for key in layout.numbers:
            said.needed_number(key)
        refers = layout.refers.items()
        people = [k for k, (_, table) in refers if table == "contact" and k not in layout.loose]
        others = [
            (column, said.who(key, LETTERS[table]))
            for key, (column, table) in refers
            if key not in people
        ]
        if missing := [column for column, uid in others if not uid and column in layout.once]:
            raise Wrong(f"it has no {missing[0].removesuffix('_id')}")
        columns = {**layout.empty, **dict(said.exact(*layout.plain, **layout.choices))}
        return IncomingRecord(
            said.row,
            layout.table,
            said.several("contacts") if layout.has_company else tuple(map(said.needed_who, people)),
            uid=said.text("uid"),
            columns=tuple(
                (layout.columns.get(key, key), value)
                for key, value in columns.items()
                if key != "uid"
            ),
            others=tuple((column, uid) for column, uid in others if uid),
            rows=said.numbers("rows"),
        )

    def cadence_rule(self, said: Record) -> IncomingRule:
        return IncomingRule(
            said.row,
            said.choice("scope", "default", "circle", "tag"),
            said.text("label") or "",
            said.needed_number("cadence_days"),
            uid=said.text("uid"),
            exact=said.exact("id", "created_at", "updated_at"),
        )

    def not_duplicate(self, said: Record) -> IncomingAnswer:
        return IncomingAnswer(
            said.row, said.needed_who("contact"), said.needed_who("other"), said.exact("id")
        )

    def remember(self, letter: str, said: Record) -> None:
        """Which uid an id of the file stands for."""
        uid, id_ = said.text("uid"), said.number("id")
        if uid and id_ is not None:
            self.uids[letter, id_] = uid


def _by(layout: Layout) -> Callable[[Records, Record], Incoming]:
    return lambda records, said: records.record(layout, said)


# What other programs have as well is read by hand.
READERS: Mapping[str, Callable[[Records, Record], Incoming]] = {
    **{layout.table: _by(layout) for layout in LAYOUTS},
    "contact": Records.contact,
    "organization": Records.organization,
    "meeting": Records.meeting,
    "favor": Records.favor,
    "cadence_rule": Records.cadence_rule,
    "not_duplicate": Records.not_duplicate,
}


def kind_of(value: Any) -> str:
    """What a record is: as it says, else as its keys show."""
    if not isinstance(value, dict):
        return "contact"
    said = value.get("type")
    if said is not None:
        return str(said)
    return next((kind for key, kind in TELLING.items() if key in value), "contact")
