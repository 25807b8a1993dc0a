"""netlog's own JSON, written and read without loss: a record a line, so that it streams and diffs.

One object of arrays, or JSON Lines with a `type` in each; the keys are those of `--json`, with what
else the record holds after them. What `list --json` and `show --json` print is read, too.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from netlog.formats.charset import decoded
from netlog.formats.mapping import Mapped
from netlog.formats.netlog_values import Record, Wrong
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
_SECTION = re.compile(r'"(\w+)": \[(\])?,?\s*\Z')
_NEWER = "the file is of a newer netlog: upgrade netlog to read it"
_NO_JSON = "this is not JSON that can be read"

Object = dict[str, Any]


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
    begins = text[: text.find("\n") + 1]
    if _OWN.match(begins) and text.rstrip().endswith("]}"):
        yield from reader.own(text)
    elif _is_json_lines(text):
        yield from reader.several(_parsed_lines(text))
    else:
        yield from reader.whole(text)


def _is_json_lines(text: str) -> bool:
    first, _, rest = text.lstrip().partition("\n")
    if not (first.startswith("{") and first.rstrip().endswith("}")):
        return False
    return '"type"' in first[:40] or rest.lstrip().startswith("{")


def _parsed_lines(text: str) -> Iterator[tuple[int, Any]]:
    for row, line in enumerate(_split(text), 1):
        if line.strip():
            yield row, _parsed(line)


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
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return Wrong(_NO_JSON)


class _Reader:
    """What is read of one file, with the uids that its ids stand for."""

    def __init__(self, at: str) -> None:
        self.at = at
        self.uids: dict[tuple[str, int], str] = {}

    def own(self, text: str) -> Reading:
        """A file as netlog writes it, line by line."""
        rows = enumerate(_split(text), 1)
        _, first = next(rows)
        header = _parsed(first.rstrip().rstrip(",") + "}")
        if isinstance(header, Wrong) or _is_newer(header["netlog"]):
            yield Left(1, _NEWER if not isinstance(header, Wrong) else str(header))
            return
        kind = ""
        for row, line in rows:
            begun = _SECTION.match(line)
            if begun:
                kind = SECTIONS.get(begun[1], "")
            elif line[:1] == "{":
                yield self.one(row, _parsed(line.rstrip().rstrip(",")), kind)

    def several(self, parsed: Iterable[tuple[int, Any]]) -> Reading:
        """Records that say themselves what they are; people where they do not."""
        for row, value in parsed:
            kind = value.pop("type", "contact") if isinstance(value, dict) else "contact"
            if kind == "netlog":
                if _is_newer(value):
                    yield Left(row, _NEWER)
                    return
                continue
            yield self.one(row, value, str(kind))

    def whole(self, text: str) -> Reading:
        """One value: an object of sections, one record, or a list of people."""
        value = _parsed(text) if len(text) <= _LONGEST_RECORD else _loaded(text)
        if isinstance(value, Wrong):
            yield Left(1, str(value))
        elif isinstance(value, list):
            yield from self.several(enumerate(value, 1))
        elif isinstance(value, dict) and ("netlog" in value or "contacts" in value):
            yield from self._sections(value)
        elif isinstance(value, dict) and "name" in value:
            yield self.one(1, value, "contact")
            for name in ("meetings", "favors", "thanks"):
                for part in _listed(value.get(name)):
                    yield self.one(1, part, SECTIONS[name])
        else:
            yield Left(1, "this is not JSON of netlog: it has no contacts")

    def _sections(self, value: Object) -> Reading:
        if _is_newer(value.get("netlog")):
            yield Left(1, _NEWER)
            return
        row = 0
        for name, kind in SECTIONS.items():
            for one in _listed(value.get(name)):
                row += 1
                yield self.one(row, one, kind)

    def one(self, row: int, value: Any, kind: str) -> Incoming:
        """The record, or why it is none."""
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
            source = json.dumps(value) if isinstance(value, dict) else ""
            return Left(row, str(wrong), source=source)

    def contact(self, said: Record) -> IncomingPerson:
        uid, id_ = said.text("uid"), said.number("id")
        if uid and id_ is not None:
            self.uids["c", id_] = uid
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
            methods=tuple(_method(one) for one in said.records("methods")),
            cadence_days=_own_cadence(said),
            notes=said.text("notes"),
            fields=said.pairs("fields"),
            jobs=tuple(
                (job.text("organization"), job.text("title")) for job in said.records("jobs")
            ),
            kept=said.texts("kept"),
            exact=exact,
            ended_on=tuple(job.text("ended_on") for job in said.records("jobs")),
            uids=said.texts("uids"),
            rows=said.rows("rows"),
        )

    def meeting(self, said: Record) -> IncomingMeeting:
        self.remember("m", said)
        return IncomingMeeting(
            said.row,
            said.needed_day("happened_on"),
            said.needed("kind"),
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
            said.number("cadence_days") or 0,
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


def _is_newer(header: Any) -> bool:
    found = header.get("format", FORMAT) if isinstance(header, dict) else FORMAT
    return not isinstance(found, int) or found > FORMAT


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _own_cadence(said: Record) -> int | None:
    """What is in force may be a rule's; without a word on that it is the person's own."""
    days = said.number("cadence_days")
    source = said.text("cadence_from")
    return (days or 0) if source == "contact" else (days if source is None else None)


def _method(said: Record) -> IncomingMethod:
    return IncomingMethod(
        said.choice("kind", "email", "phone", "url", "handle", "address"),
        said.needed("value"),
        said.text("label"),
        said.flag("preferred"),
        said.text("normal"),
    )
