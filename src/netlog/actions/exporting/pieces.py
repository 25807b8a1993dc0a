"""People and what happened as the bytes of a format, which is imported when it is asked for."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from netlog.actions.exporting import portable
from netlog.records.contacts import Contact, PeopleFilter
from netlog.records.due import DueItem

Format = Literal["json", "jsonl", "vcf", "csv", "ics", "md", "friends"]


class Going(NamedTuple):
    """What is to be written: the format, the version of vCard, today and the instant in UTC."""

    format: Format
    vcard_version: Literal["3.0", "4.0"]
    today: date
    at: str


def pieces(
    connection: sqlite3.Connection,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    items: Sequence[DueItem] = (),
) -> Iterator[bytes]:
    """The bytes of it, piece by piece, in UTF-8; items are what a calendar shows as due."""
    for text in _texts(connection, going, chosen, people, items):
        yield text.encode("utf-8", "replace")


def pages(connection: sqlite3.Connection, chosen: Sequence[Contact]) -> Iterator[tuple[str, bytes]]:
    """A page of Markdown for each contact, with the name of its file."""
    from netlog.formats import markdown

    for sheet in portable.sheets(connection, chosen):
        yield markdown.file_name(sheet.contact), markdown.page(sheet).encode("utf-8", "replace")


def _texts(
    connection: sqlite3.Connection,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    items: Sequence[DueItem],
) -> Iterator[str]:
    match going.format:
        case "vcf":
            from netlog.formats import vcard

            version = going.vcard_version
            told = portable.people(connection, chosen, uids=version == "4.0")
            yield from vcard.write(told, version)
        case "csv":
            from netlog.formats import csv_write

            yield from csv_write.write(list(portable.people(connection, chosen, uids=False)))
        case "ics":
            from netlog.formats import ical_export

            yield from ical_export.write(items, chosen, going.today, going.at)
        case "md":
            from netlog.formats import markdown

            yield markdown.book(portable.sheets(connection, chosen))
        case "friends":
            from netlog.formats import friends_export

            yield friends_export.write(portable.sheets(connection, chosen))
        case _:
            from netlog.actions.exporting import book

            write = book.lines if going.format == "json" else book.json_lines
            yield from write(connection, chosen, people, going.at)
