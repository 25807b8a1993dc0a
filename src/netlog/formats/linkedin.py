"""LinkedIn's archive: connections as people, messages as touches, invitations as origins."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netlog.formats import csv_dates, csv_people
from netlog.formats.charset import decoded
from netlog.formats.csv_columns import folded
from netlog.formats.csv_people import Table
from netlog.formats.csv_rows import Row, delimiters, first_rows, rows
from netlog.formats.mapping import Mapped
from netlog.records.incoming import (
    IncomingMeeting,
    IncomingMethod,
    IncomingPerson,
    Left,
    Reading,
)

HOW_MET = "LinkedIn"
MAPPING: tuple[Mapped, ...] = (
    Mapped("name", "First Name, Last Name"),
    Mapped("organization", "Company"),
    Mapped("title", "Position"),
    Mapped("methods: email", "Email Address"),
    Mapped("methods: url", "URL, with https:// and without ?trk="),
    Mapped("met_on", "Connected On"),
    Mapped("how_met", "LinkedIn, for everybody; in Invitations.csv also who invited"),
    Mapped(
        "meetings",
        "messages.csv: one message a day and conversation",
        "messages in Spam, and all after 2,000 characters",
    ),
    Mapped("notes", "Invitations.csv: Message"),
)

_NAMELESS = "The row has no name; LinkedIn leaves out who closed their account or hides."
_MESSAGES = {"conversation id", "from", "to", "date"}
_INVITATIONS = {"from", "to", "sent at", "direction"}
_LOOKED_AT = 20
_NOBODY = "LinkedIn Member"  # whoever closed their account
_LONGEST_TEXT = 2_000


class _Record(NamedTuple):
    """A row by the names of its columns."""

    row: Row
    said: dict[str, str]


def connection(table: Table, row: Row) -> IncomingPerson | Left:
    """The person of a row of Connections.csv."""
    named = {folded(name): cell for name, cell in zip(table.header, row.cells, strict=False)}
    if not (named.get("first name") or named.get("last name")):
        return Left(row.number, _NAMELESS, source=row.source)
    read = csv_people.person(table, row)
    if isinstance(read, Left):
        return read
    methods = tuple(
        each._replace(value=profile(each.value)) if each.kind == "url" else each
        for each in read.methods
    )
    return read._replace(methods=methods, how_met=HOW_MET)


def profile(url: str) -> str:
    """The address of a profile with its scheme and without tracking."""
    bare = url.split("?", 1)[0] if "linkedin.com/" in url.lower() else url
    return bare if "://" in bare else f"https://{bare.lstrip('/')}"


def messages(data: bytes, me: str = "") -> Reading:
    """messages.csv as touches: one for each conversation and day, with everybody in it but you.

    me is your own name; without it you are who takes part in most messages. Days are local.
    """
    text = decoded(data)
    you = _you(text, me)
    seen: set[tuple[str, date]] = set()
    for record in _records(text, _MESSAGES):
        if isinstance(record, Left):
            yield record
            continue
        touch = _touch(record, you)
        if isinstance(touch, Left):
            yield touch
        elif (key := (record.said["conversation id"], touch.happened_on)) not in seen:
            seen.add(key)
            yield touch


def invitations(data: bytes) -> Reading:
    """Invitations.csv as the people of it, with how and when they were met."""
    for record in _records(decoded(data), _INVITATIONS):
        yield record if isinstance(record, Left) else _invited(record)


def _touch(record: _Record, you: str) -> IncomingMeeting | Left:
    row, said = record
    if said.get("folder", "").upper() in {"SPAM", "ARCHIVE_SPAM"}:
        return Left(row.number, "The message is spam.", rejected=False, source=row.source)
    happened_on = csv_dates.local_day(said["date"])
    if happened_on is None:
        return Left(row.number, "The message has no date that can be read.", source=row.source)
    others = {name: url for name, url in _people(said).items() if name not in (you, _NOBODY)}
    if not others:
        return Left(row.number, "The message names nobody but you.", False, row.source)
    names = tuple(others)
    who = tuple(url or name for name, url in others.items())
    text = "\n\n".join(filter(None, (said.get("subject"), said.get("content"))))
    uid = f"linkedin-{said['conversation id']}-{happened_on}"
    return IncomingMeeting(
        row.number,
        happened_on,
        "message",
        who,
        uid,
        text[:_LONGEST_TEXT] or None,
        names=() if who == names else names,
    )


def _invited(record: _Record) -> IncomingPerson | Left:
    row, said = record
    theirs = said["direction"].upper() == "INCOMING"
    name = said["from"] if theirs else said["to"]
    if not name:
        return Left(row.number, _NAMELESS, source=row.source)
    url = said.get("inviterprofileurl" if theirs else "inviteeprofileurl", "")
    return IncomingPerson(
        row.number,
        name,
        how_met=f"{HOW_MET}: {'they' if theirs else 'you'} invited {'you' if theirs else 'them'}",
        met_on=csv_dates.day(said["sent at"]),
        methods=(IncomingMethod("url", profile(url)),) if url else (),
        notes=said.get("message") or None,
    )


def _you(text: str, me: str) -> str:
    """Your name, when the file has it, else the name that is in most messages."""
    met: Counter[str] = Counter()
    for record in _records(text, _MESSAGES):
        if not isinstance(record, Left):
            met.update(set(_people(record.said)))
    if me in met:
        return me
    return met.most_common(1)[0][0] if met else ""


def _people(said: dict[str, str]) -> dict[str, str]:
    """Sender and recipients with their profiles; a name may have a comma, as 'Ann Bee, PhD' has."""
    urls = [url.strip() for url in said.get("recipient profile urls", "").split(",") if url.strip()]
    names = said["to"].split(",") if len(urls) != 1 else [said["to"]]
    if len(urls) != len(names):
        urls = [""] * len(names)
    found = {said["from"].strip(): said.get("sender profile url", "").strip()}
    found |= {name.strip(): url for name, url in zip(names, urls, strict=True)}
    return {name: profile(url) if url else "" for name, url in found.items() if name}


def _records(text: str, wanted: set[str]) -> Iterator[_Record | Left]:
    """The rows below the header that has the wanted columns."""
    start, header, delimiter = _header(text, wanted)
    if not header:
        yield Left(1, f"The file has no row that names the columns {', '.join(sorted(wanted))}.")
        return
    for row in rows(text, delimiter):
        if row.number <= start or not (row.fault or any(row.cells)):
            continue
        if row.fault:
            yield Left(row.number, row.fault, source=row.source)
        else:
            blank = dict.fromkeys(header, "")
            yield _Record(row, blank | dict(zip(header, row.cells, strict=False)))


def _header(text: str, wanted: set[str]) -> tuple[int, Sequence[str], str]:
    for delimiter in delimiters(text):
        for row in first_rows(text, delimiter, _LOOKED_AT):
            header = [folded(cell) for cell in row.cells]
            if wanted <= set(header):
                return row.number, header, delimiter
    return 0, (), ","
