"""netlog's own JSON, written and read without loss: a record a line, so that it streams and diffs.

One object of arrays, or JSON Lines with a `type` in each; the keys are those of `--json`, with what
else the record holds after them. What `list --json` and `show --json` print is read, too.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from netlog.formats.charset import decoded
from netlog.formats.mapping import Mapped
from netlog.formats.netlog_values import Record, Wrong
from netlog.formats.uids import made_uid
from netlog.records.contacts import METHOD_KINDS
from netlog.records.incoming import (
    Incoming,
    IncomingAnswer,
    IncomingFavor,
    IncomingMeeting,
    IncomingMethod,
    IncomingPerson,
    IncomingRule,
    IncomingThanks,
    Left,
    Reading,
)
from netlog.records.meetings import KINDS

FORMAT = 1
SECTIONS = {
    "contacts": "contact",
    "meetings": "meeting",
    "favors": "favor",
    "thanks": "thanks",
    "cadence_rules": "cadence_rule",
    "not_duplicates": "not_duplicate",
}
MAPPING = (
    Mapped("contacts, meetings, favors, thanks", "under the keys of --json, and what they lack"),
    Mapped("jobs, kept, uids, archived_at, birthday_done_on", "keys of a contact"),
    Mapped("ids of what belongs to a record", "rows"),
    Mapped("cadence rules, pairs told apart", "cadence_rules, not_duplicates"),
    Mapped("the journal", "", "all: history and undo begin anew"),
    Mapped("last_touch_on, next_due_on", "under those keys; not read, they follow from the rest"),
)

_LONGEST_RECORD = 10_000_000  # characters
_OWN = re.compile(r'\{"netlog": \{[^{}]*\},\s*\Z')
_LAID_OUT = re.compile(r'(\{.*\},?|"\w+": \[|\],?|\]\})?\s*\Z')
_SECTION = re.compile(r'"(\w+)": \[(\])?,?\s*\Z')
_NEWER = "the file is of a newer netlog: upgrade netlog to read it"
_NO_JSON = "this is not JSON that can be read"

# Keys that only one kind of record has.
_TELLING = {
    "happened_on": "meeting",
    "direction": "favor",
    "scope": "cadence_rule",
    "other": "not_duplicate",
    "opened_on": "thanks",
}

Object = dict[str, Any]
Parsed = tuple[int, Any, str]


def lines(header: Object, sections: Iterable[tuple[str, Iterable[Object]]]) -> Iterator[str]:
    """One object, a record a line; header says of what format it is and when it was written."""
    yield f'{{"netlog": {json.dumps({"format": FORMAT, **header})}'
    for name, records in sections:
        yield f',\n"{name}": ['
        comma = "\n"
        for record in records:
            yield comma + json.dumps(record)
            comma = ",\n"
        yield "\n]"
    yield "}\n"


def json_lines(header: Object, sections: Iterable[tuple[str, Iterable[Object]]]) -> Iterator[str]:
    """The header and the records, a line each, with a type in each."""
    yield json.dumps({"type": "netlog", "format": FORMAT, **header}) + "\n"
    for name, records in sections:
        for record in records:
            yield json.dumps({"type": SECTIONS[name], **record}) + "\n"


def read(data: bytes, at: str) -> Reading:
    """Every record; at is the UTC instant for those archived at an instant that is not said."""
    reader = _Reader(at)
    text = decoded(data)
    del data  # both would be as large as the book
    if _is_own(text):
        yield from reader.own(text)
    elif _is_json_lines(text):
        yield from reader.several(_parsed_lines(text))
    else:
        yield from reader.whole(text)


def _is_own(text: str) -> bool:
    """Whether it is laid out as by `lines`, a record a line, and need not be read whole."""
    if not _OWN.match(text[: text.find("\n") + 1]):
        return False
    return all(_LAID_OUT.match(line) for line in islice(_split(text), 1, None))


def _is_json_lines(text: str) -> bool:
    first, _, rest = text.lstrip().partition("\n")
    if not (first.startswith("{") and first.rstrip().endswith("}")):
        return False
    return '"type"' in first[:40] or rest.lstrip()[:1] == "{"


def _parsed_lines(text: str) -> Iterator[Parsed]:
    for row, line in enumerate(_split(text), 1):
        if line.strip():
            yield row, _parsed(line), line


def _split(text: str) -> Iterator[str]:
    """The lines one by one, and none of them twice in memory."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end + 1


def _parsed(line: str) -> Any:
    """The value, or a Wrong that says why it is none."""
    if len(line) > _LONGEST_RECORD:
        return Wrong("it is longer than 10 MB")
    return _loaded(line)


class _Reader:
    """What is read of one file, with the uids that its ids stand for."""

    def __init__(self, at: str) -> None:
        self.at = at
        self.uids: dict[tuple[str, int], str] = {}

    def own(self, text: str) -> Reading:
        """A file as netlog writes it, line by line."""
        rows = enumerate(_split(text), 1)
        _, first = next(rows)
        header = _loaded(first.rstrip().rstrip(",") + "}")
        if refused := _refused(header["netlog"] if isinstance(header, dict) else header):
            yield Left(1, refused)
            return
        kind = ""
        for row, line in rows:
            begun = _SECTION.match(line)
            if begun:
                kind = SECTIONS.get(begun[1], begun[1])
            elif line[:1] == "{":
                record = line.rstrip().rstrip(",")
                yield self.one(row, _parsed(record), kind, record)

    def several(self, parsed: Iterable[Parsed]) -> Reading:
        """Records that say themselves what they are, or show it."""
        records = iter(parsed)
        first = next(records, None)
        if first and isinstance(first[1], dict) and first[1].get("type") == "netlog":
            if refused := _refused(first[1]):
                yield Left(1, refused)
                return
        elif first:
            known = [first, *records]
            self.look_ahead(value for _, value, _ in known)
            records = iter(known)
        for row, value, line in records:
            yield self.one(row, value, _kind(value), line)

    def whole(self, text: str) -> Reading:
        """One value: an object of sections, one record, or a list of records."""
        value = _loaded(text)
        if isinstance(value, Wrong):
            yield Left(1, str(value))
        elif isinstance(value, list):
            yield from self.several((row, one, "") for row, one in enumerate(value, 1))
        elif isinstance(value, dict) and "name" in value:
            yield self.one(1, value, _kind(value), "")
            for name in ("meetings", "favors", "thanks"):
                for part in _listed(value.get(name)):
                    yield self.one(1, part, SECTIONS[name], "")
        elif isinstance(value, dict) and value.keys() & _TELLING.keys():
            yield self.one(1, value, _kind(value), "")
        elif isinstance(value, dict) and value.keys() & {"netlog", *SECTIONS}:
            yield from self._sections(value)
        else:
            yield Left(1, "this is not JSON of netlog: it has no contacts")

    def _sections(self, value: Object) -> Reading:
        if refused := _refused(value.get("netlog", {})):
            yield Left(1, refused)
            return
        contacts = value.get("contacts")
        self.look_ahead(contacts if isinstance(contacts, list) else ())
        row = 0
        for name, kind in SECTIONS.items():
            section = value.get(name) or []
            if not isinstance(section, list):
                yield Left(row, f"{name} is not a list")
                continue
            for one in section:
                row += 1
                yield self.one(row, one, kind, "")

    def look_ahead(self, values: Iterable[Any]) -> None:
        """Learn the ids of all people: a reference may stand before whom it refers to."""
        for value in values:
            if isinstance(value, dict) and _kind(value) == "contact":
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

    def one(self, row: int, value: Any, kind: str, line: str) -> Incoming:
        """The record, or why it is none; line is its text, where it has a line to itself."""
        try:
            if isinstance(value, Wrong):
                raise value
            if not isinstance(value, dict):
                raise Wrong("it is not an object")
            reader = _READERS.get(kind)
            if reader is None:
                raise Wrong(f"there is no type {kind[:40]!a}")
            return reader(self, Record(row, value, self.uids))
        except Wrong as wrong:
            source = json.dumps({"type": kind, **value}) if isinstance(value, dict) else line
            return Left(row, str(wrong), source=source)

    def contact(self, said: Record) -> IncomingPerson:
        uid = self.uid_of(said)
        exact = said.exact(
            *("id", "created_at", "updated_at", "snoozed_until", "snoozed_why", "snoozes"),
            *("remind_on", "birthday_done_on", "archived_at"),
        )
        if said.flag("archived") and "archived_at" not in dict(exact):
            exact += (("archived_at", self.at),)
        return IncomingPerson(
            said.row,
            said.needed("name"),
            uid=uid,
            nickname=said.text("nickname"),
            organization=said.text("organization"),
            title=said.text("title"),
            city=said.text("city"),
            birthday=said.text("birthday"),
            how_met=said.text("how_met"),
            met_on=said.day("met_on"),
            introduced_by=said.who("introduced_by"),
            circles=said.texts("circles"),
            tags=said.texts("tags"),
            methods=tuple(_method(one) for one in said.records("methods") if _has_known_kind(one)),
            cadence_days=_own_cadence(said),
            notes=said.text("notes"),
            fields=(*said.pairs("fields"), *_other_ways(said)),
            jobs=tuple(
                (job.text("organization"), job.text("title")) for job in said.records("jobs")
            ),
            kept=said.texts("kept"),
            exact=exact,
            ended_on=tuple(_iso(job.day("ended_on")) for job in said.records("jobs")),
            uids=said.texts("uids"),
            rows=said.rows("rows"),
        )

    def meeting(self, said: Record) -> IncomingMeeting:
        self.remember("m", said)
        return IncomingMeeting(
            said.row,
            said.needed_day("happened_on"),
            said.choice("kind", *KINDS),
            said.several("contacts"),
            uid=said.text("uid"),
            text=said.text("text"),
            place=said.text("place"),
            exact=said.exact("id", "asked", "invited_by", "paid_by", "created_at", "updated_at"),
            rows=said.numbers("rows"),
        )

    def favor(self, said: Record) -> IncomingFavor:
        self.remember("f", said)
        exact = said.exact(
            *("id", "due_on", "dropped_on", "dropped_why", "outcome", "outcome_on", "told_on"),
            *("snoozed_until", "snoozed_why", "snoozes", "created_at", "updated_at"),
        )
        exact += (("asked", int(said.flag("asked"))),)
        meeting = said.who("meeting", "m")
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

    def thanks(self, said: Record) -> IncomingThanks:
        return IncomingThanks(
            said.row,
            said.needed_who("contact"),
            said.needed_day("opened_on"),
            said.needed_day("due_on"),
            uid=said.text("uid"),
            meeting=said.who("meeting", "m"),
            favor=said.who("favor", "f"),
            exact=said.exact(
                *("id", "sent_on", "how", "dropped_on", "dropped_why", "snoozed_until"),
                *("snoozed_why", "snoozes", "created_at", "updated_at"),
            ),
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


_READERS: Mapping[str, Callable[[_Reader, Record], Incoming]] = {
    "contact": _Reader.contact,
    "meeting": _Reader.meeting,
    "favor": _Reader.favor,
    "thanks": _Reader.thanks,
    "cadence_rule": _Reader.cadence_rule,
    "not_duplicate": _Reader.not_duplicate,
}


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return Wrong(_NO_JSON)


def _refused(header: Any) -> str:
    """Why the whole file cannot be read, or nothing."""
    if isinstance(header, Wrong):
        return str(header)
    found = header.get("format", FORMAT) if isinstance(header, dict) else None
    if type(found) is not int:
        return "its header says no format"
    return _NEWER if found > FORMAT else ""


def _kind(value: Any) -> str:
    """What a record is: as it says, else as its keys show."""
    if not isinstance(value, dict):
        return "contact"
    said = value.get("type")
    if said is not None:
        return str(said)
    return next((kind for key, kind in _TELLING.items() if key in value), "contact")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _has_known_kind(method: Record) -> bool:
    return method.text("kind") in METHOD_KINDS


def _other_ways(said: Record) -> Iterator[tuple[str, str]]:
    """Ways to reach somebody that netlog has no word for, as fields."""
    for one in said.records("methods"):
        if not _has_known_kind(one):
            yield one.text("kind") or "other", one.needed("value")


def _own_cadence(said: Record) -> int | None:
    """What is in force may be a rule's; without a word on that it is the person's own."""
    days = said.number("cadence_days")
    source = said.text("cadence_from")
    return (days or 0) if source == "contact" else (days if source is None else None)


def _method(said: Record) -> IncomingMethod:
    return IncomingMethod(
        said.choice("kind", *METHOD_KINDS),
        said.needed("value"),
        said.text("label"),
        said.flag("preferred"),
        said.text("normal"),
    )
