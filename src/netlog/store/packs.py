"""Images of changed rows as the journal keeps them: up to ROWS of them together, compressed.

A pack belongs to the changes from its id on. It begins with a byte for its format and a checksum of
its id and its text, CRC-32 in four bytes; then comes raw deflate of a JSON list, an entry a change:
[before, after], each the row as an object, or null.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from functools import cache

from netlog.records.history import Image

ROWS = 32
# Characters of images with which a pack is full, however few there are.
FULL = 1 << 16
# Bytes of a pack unpacked; none of netlog's comes near it.
MOST = 1 << 30

FORMAT = 1
WINDOW, MEMORY, LEVEL = -15, 8, 6
_HEAD = 5

# Before and after, as rows and as JSON.
BothImages = tuple[Image | None, Image | None]
Stored = tuple[str | None, str | None]

# What a packer knows before it has seen anything: the columns of each table, and words of cards.
# Packs of FORMAT 1 cannot be read with another text: it never changes.
COLUMNS = """
cadence_rule id uid created_at updated_at scope label days
goal id uid created_at updated_at text horizon opened_on due_on done_on dropped_on dropped_why
organization id uid created_at updated_at name city notes cadence_days snoozed_on snoozed_until
contact_circle id contact_id circle
contact_date id contact_id label day day_key done_on
contact_field id contact_id key value
contact_job id contact_id organization title ended_on
contact_name id contact_id kind value
contact_uid id contact_id uid
goal_target id uid created_at updated_at goal_id number what per
goal_told id uid created_at updated_at goal_id contact_id told_on
lead id uid created_at updated_at title organization source goal_id stage opened_on ended closed_on
lead_favor id uid created_at updated_at lead_id favor_id
lead_stage id uid created_at updated_at lead_id stage reached_on text
lead_step id uid created_at updated_at lead_id number position contact_id text state opened_on
goal_link id uid created_at updated_at goal_id contact_id meeting_id plan_id favor_id
not_duplicate id contact_id other_id
organization_alias id organization_id alias
organization_entry id organization_id happened_on kind text
organization_method id organization_id kind label value normal preferred
relation id contact_id other_id kind word name
plan_contact id plan_id contact_id
plan id uid created_at updated_at happens_on starts_at kind text place invited_by meeting_id done_on
favor id uid created_at updated_at contact_id meeting_id introduced_id direction text asked
opened_on due_on done_on dropped_on dropped_why outcome outcome_on told_on snoozed_until
thanks id uid created_at updated_at contact_id meeting_id favor_id opened_on due_on sent_on how
dropped_on dropped_why snoozed_until snoozed_why snoozes
meeting id uid created_at updated_at happened_on kind text place asked invited_by paid_by occasion
"""
CARD = (
    '"line":"X-NETLOG-FORM:VERSION:4.0\\\\nVERSION:3.0\\\\nPRODID:-//Apple Inc.//macOS//EN\\\\n'
    "UID:\\\\nFN:\\\\nN:\\\\;\\\\;\\\\;\\\\;\\\\nORG:\\\\;\\\\nTITLE:\\\\nitem1.EMAIL\\\\;type=INTERNET"
    "\\\\;type=HOME\\\\;type=WORK\\\\;type=pref:\\\\nTEL\\\\;type=CELL\\\\;type=VOICE\\\\;type=pref:+"
    "\\\\nADR\\\\;type=HOME:\\\\;\\\\;\\\\;\\\\nitem1.X-ABLabel:_$!<Other>!$_\\\\nURL:https://www.\\\\n"
    "BDAY\\\\;VALUE=date:19\\\\nCATEGORIES:\\\\nREV:2026-01-01T00:00:00Z\\\\nNOTE:\\\\n"
    "EMAIL\\\\;TYPE=HOME:@gmail.com\\\\nTEL\\\\;TYPE=WORK:+49\\\\nTEL\\\\;TYPE=CELL:+1\\\\n"
    'EMAIL\\\\;TYPE=WORK:@example.com\\\\n"}]'
)
PERSON = (
    '[null,{"id":1,"uid":"","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"'
    ',"name":"","nickname":null,"organization":"","title":"","city":null,"birthday":"19",'
    '"how_met":null,"met_on":null,"introduced_by_id":null,"cadence_days":0,"snoozed_until":null,'
    '"snoozed_on":null,"snoozed_why":null,"snoozes":0,"remind_on":null,"remind_why":null,'
    '"first_on":null,"birthday_done_on":null,"notes":"","archived_at":null}],'
)
PARTS = (
    '[null,{"id":1,"contact_id":1,"kind":"url","label":"home","value":"https://www.linkedin.com/in/'
    '","label":null,"normal":"","preferred":1}],[null,{"id":1,"contact_id":1,"kind":"phone",'
    '"label":"cell","value":"+1","normal":"1","preferred":0}],[null,{"id":1,"contact_id":1,'
    '"kind":"email","label":"work","value":"@gmail.com","normal":"@example.com","preferred":0}],'
    '[null,{"id":1,"contact_id":1,"tag":""}],[null,{"id":1,"meeting_id":1,"contact_id":1}],'
)


class Unreadable(sqlite3.DatabaseError):
    """A pack that is not as it was written; told as SQLite's own finding of damage is."""

    sqlite_errorname = "SQLITE_CORRUPT"


def packed(
    first: int, images: Iterable[tuple[str | None, str | None]], rows: int = ROWS
) -> Iterator[tuple[int, bytes]]:
    """The packs, by id, of the changes from the id first on: before and after as JSON.

    rows is how many are together at most.
    """
    entries: list[str] = []
    length = 0
    for before, after in images:
        entries.append(_entry(before, after))
        length += len(entries[-1])
        if len(entries) == rows or length >= FULL:
            yield first, _pack(first, entries)
            first, entries, length = first + len(entries), [], 0
    if entries:
        yield first, _pack(first, entries)


def unpacked(first: int, pack: bytes) -> list[BothImages]:
    """What is before and after in each change of the pack, from that id on.

    Raises Unreadable where it is not what was packed.
    """
    try:
        unpacker = zlib.decompressobj(WINDOW, zdict=_known())
        text = unpacker.decompress(pack[_HEAD:], MOST)
        if pack[0] != FORMAT or not unpacker.eof or _sum(first, text) != pack[1:_HEAD]:
            raise Unreadable
        return [(before, after) for before, after in json.loads(text)]
    except (zlib.error, IndexError, ValueError):
        raise Unreadable from None


def again(first: int, images: Iterable[BothImages]) -> bytes:
    """A pack of that id with these in it, as many as it had."""
    return _pack(first, [_entry(dumped(before), dumped(after)) for before, after in images])


def dumped(image: Image | None) -> str | None:
    """The image as it is packed."""
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))


class Packed:
    """For SQL: packed(id, before, after) of a group is its pack, whose id is the lowest."""

    def __init__(self) -> None:
        self._images: dict[int, Stored] = {}

    def step(self, id_: int, before: str | None, after: str | None) -> None:
        self._images[id_] = before, after

    def finalize(self) -> bytes:
        ids = range(min(self._images), max(self._images) + 1)
        nothing: Stored = None, None
        entries = [self._images.get(id_, nothing) for id_ in ids]
        return _pack(ids[0], [_entry(before, after) for before, after in entries])


def _entry(before: str | None, after: str | None) -> str:
    return f"[{before or 'null'},{after or 'null'}]"


def _pack(first: int, entries: list[str]) -> bytes:
    text = f"[{','.join(entries)}]".encode()
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, WINDOW, MEMORY, zdict=_known())
    return b"".join((bytes((FORMAT,)), _sum(first, text), packer.compress(text), packer.flush()))


def _sum(first: int, text: bytes) -> bytes:
    return zlib.crc32(text, zlib.crc32(str(first).encode())).to_bytes(4, "big")


@cache
def _known() -> bytes:
    columns = (f'"{name}":null' for name in COLUMNS.split())
    return (",".join(columns) + CARD + PERSON + PARTS).encode()
