"""netlog's own JSON, read without loss, however it is laid out.

One object of arrays, or JSON Lines with a `type` in each; what `list --json` and `show --json`
print is read, too.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.mapping import Mapped
from netlog.formats.netlog.records import READERS, TELLING, Records, kind_of
from netlog.formats.netlog.values import Record, Wrong
from netlog.records.incoming import (
    Declined,
    Incoming,
    Reading,
)
from netlog.records.layouts import SECTIONS
from netlog.typed import Any

FORMAT = 2  # of 1 it is all but introductions, relations, companies, goals and leads
TITLE = "netlog JSON, JSON Lines"
ABOUT = """\
`json`, `jsonl`. Both ways, without loss: an empty book that reads it is the same book.
What `list --json` and `show --json` print is read too, JSON made by hand in which
only names are given, and another netlog book as it is (`netlog import other.db`)."""
MAPPING = (
    Mapped(
        "contacts, organizations, meetings, favors, thanks, plans",
        "under the keys of --json, and what they lack",
    ),
    Mapped("relations", "of each contact those said of it: kind, word, contact, name"),
    Mapped(
        "jobs, kept, uids, archived_at, birthday_done_on, birthday_snoozed_until",
        "keys of a contact",
    ),
    Mapped("cards of groups and places", "kept_cards"),
    Mapped("what you changed of a calendar's", "by_hand, of meetings and plans"),
    Mapped("events that are gone", "events_gone"),
    Mapped("ids of what belongs to a record", "rows"),
    Mapped("the refs of yearly days", "number, of each of the dates"),
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

Parsed = tuple[int, Any, str]


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """Every record; those archived at an instant that is not said were archived now."""
    reader = _Reader(at.now)
    text = decoded(content(source), at.charset)
    del source  # both would be as large as the book
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


class _Reader(Records):
    """A file by how it is laid out."""

    def own(self, text: str) -> Reading:
        """A file as netlog writes it, line by line."""
        rows = enumerate(_split(text), 1)
        _, first = next(rows)
        header = _loaded(first.rstrip().rstrip(",") + "}")
        if refused := _refused(header["netlog"] if isinstance(header, dict) else header):
            yield Declined(1, refused)
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
                yield Declined(1, refused)
                return
        elif first:
            known = [first, *records]
            self.look_ahead(value for _, value, _ in known)
            records = iter(known)
        for row, value, line in records:
            yield self.one(row, value, kind_of(value), line)

    def whole(self, text: str) -> Reading:
        """One value: an object of sections, one record, or a list of records."""
        value = _loaded(text)
        if isinstance(value, Wrong):
            yield Declined(1, str(value))
        elif isinstance(value, list):
            yield from self.several((row, one, "") for row, one in enumerate(value, 1))
        elif isinstance(value, dict) and "name" in value:
            yield self.one(1, value, kind_of(value), "")
            for name in ("meetings", "plans", "favors", "thanks"):
                for part in _listed(value.get(name)):
                    yield self.one(1, part, SECTIONS[name], "")
        elif isinstance(value, dict) and value.keys() & TELLING.keys():
            yield self.one(1, value, kind_of(value), "")
        elif isinstance(value, dict) and value.keys() & {"netlog", *SECTIONS}:
            yield from self._sections(value)
        else:
            yield Declined(1, "this is not JSON of netlog: it has no contacts")

    def _sections(self, value: dict[str, Any]) -> Reading:
        if refused := _refused(value.get("netlog", {})):
            yield Declined(1, refused)
            return
        contacts = value.get("contacts")
        self.look_ahead(contacts if isinstance(contacts, list) else ())
        row = 0
        for name, kind in SECTIONS.items():
            section = value.get(name) or []
            if not isinstance(section, list):
                yield Declined(row, f"{name} is not a list")
                continue
            for one in section:
                row += 1
                yield self.one(row, one, kind, "")

    def one(self, row: int, value: Any, kind: str, line: str) -> Incoming:
        """The record, or why it is none; line is its text, where it has a line to itself."""
        try:
            if isinstance(value, Wrong):
                raise value
            if not isinstance(value, dict):
                raise Wrong("it is not an object")
            reader = READERS.get(kind)
            if reader is None:
                raise Wrong(f"there is no type {kind[:40]!a}")
            return reader(self, Record(row, value, self.uids))
        except Wrong as wrong:
            source = json.dumps({"type": kind, **value}) if isinstance(value, dict) else line
            return Declined(row, str(wrong), source=source)


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


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
