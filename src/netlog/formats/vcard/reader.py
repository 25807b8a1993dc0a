"""vCard 2.1, 3.0 and 4.0 in: card by card, a bad one reported, the rest read."""

import io
import re
from collections.abc import Mapping
from itertools import islice

from netlog.formats import dates
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource
from netlog.formats.guess import guess
from netlog.formats.vcard import people
from netlog.formats.vcard.asides import aside
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.form import Origin, all_octets, form
from netlog.formats.vcard.lines import (
    LARGEST_CARD,
    RawCard,
    cards,
    chunks,
    content_lines,
    undeclared,
)
from netlog.formats.vcard.names import kind
from netlog.formats.vcard.properties import MAPPING
from netlog.formats.vcard.values import BINARY, ContentLine, parsed
from netlog.records.incoming import Declined, IncomingOrganization, IncomingPerson, Reading
from netlog.typed import BinaryIO

MOST_PROPERTIES = 10_000
LONGEST_VALUE = 1_000_000  # characters, photos and the like left out

Groups = Mapping[str, tuple[str, ...]]

_SHOWN = 100_000
_LINES_LOOKED_AT = 2_000
_DAYS = re.compile(
    rb"^[ \t]*(?:[\w-]+\.)?(?:(?:BDAY|X-ABDATE|[\w-]*ANNIVERSARY)\b[^:\n]{0,200}:[ \t]*"
    rb"|X-ANDROID-CUSTOM\b[^:\n]{0,200}:vnd\.android\.cursor\.item/contact_event;)"
    rb"(\d{1,2}[/-]\d{1,2}(?!\d)(?:[/-]\d{2,4})?)",
    re.IGNORECASE | re.MULTILINE,
)
_GROUP_KIND = re.compile(rb"KIND[^:\n]{0,100}:[ \t]*GROUP[ \t]*$", re.IGNORECASE | re.MULTILINE)

__all__ = ["MAPPING", "charset_of", "groups", "read"]

TITLE = "vCard"
ABOUT = """\
`vcf`. Versions 2.1, 3.0 and 4.0 are read, 4.0 and 3.0 written. A folder of cards (a
vdir) is read as one address book, and written as one (`export -o FOLDER/`): each card
under the name that its file had, several that were in one file in it again, those of
groups as well; what nobody changed octet for octet, whatever its version."""


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of a vCard file; a stream must be one that can go back to its start.

    A card that is refused or names nobody comes as Declined, and so does that of a group or a
    place; where forms are kept, it comes as IncomingCard.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    start = stream.tell()
    line_end = "\r\n" if at.forms and b"\r\n" in stream.read(_LINES_LOOKED_AT) else "\n"
    stream.seek(start)
    found_groups = groups(stream) if at.groups is None else at.groups
    stream.seek(start)
    told = order(stream) if at.order is None else dates.DayOrder(*at.order)
    stream.seek(start)
    origin = _origin(stream, at, line_end) if at.forms else None
    for number, card in enumerate(cards(stream), 1):
        if origin and origin.place:
            first = origin.content if number == 1 else b""
            origin = origin._replace(place=number, content=first)
        lines, refused = _lines(card, at.charset)
        if refused:
            yield Declined(card.row, refused, source=_shown(card))
            continue
        read_ = CardLines(lines, told)
        found: IncomingPerson | IncomingOrganization | Declined
        found = people.person(card.row, read_, found_groups)
        if isinstance(found, Declined):
            yield from _of_nobody(found, lines, card, line_end, origin, at)
            continue
        if people.is_company_alone(found, read_):
            read_ = CardLines(lines)
            found = people.company(card.row, read_, found.name)
        if at.forms:
            found = found._replace(kept=(*found.kept, form(read_, card, line_end, origin)))
        yield found


def order(stream: BinaryIO) -> dates.DayOrder:
    """Whether the day comes before the month in the days of the file, as far as they tell."""
    return dates.order(
        found[1].decode("ascii") for chunk in chunks(stream) for found in _DAYS.finditer(chunk)
    )


def _of_nobody(
    found: Declined,
    lines: list[ContentLine],
    card: RawCard,
    line_end: str,
    origin: Origin | None,
    at: Circumstances,
) -> Reading:
    """A group, a place or one that names nobody, kept to be written back where forms are."""
    if found.rejected or not at.forms:
        yield found._replace(source=_shown(card))
    if at.forms and (origin or not found.rejected):
        yield aside(card.row, lines, card, line_end, origin)


def _origin(stream: BinaryIO, at: Circumstances, line_end: str) -> Origin | None:
    """The file where it is one of a folder, with its octets, as far as they have to be known."""
    if not at.file:
        return None
    start = stream.tell()
    is_alone = len(list(islice(cards(stream), 2))) == 1
    stream.seek(start)
    content = stream.read(LARGEST_CARD + 1)
    stream.seek(start)
    is_small = 0 < len(content) <= LARGEST_CARD
    if is_alone:
        return Origin(at.file, content) if is_small else None
    is_said = not is_small or all_octets(content, line_end) == content
    return Origin(at.file, b"" if is_said else content, 1)


def charset_of(source: RawSource) -> str:
    """The charset of what is neither Unicode nor declared; empty when there is nothing like it."""
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    start = stream.tell()
    lines = list(islice(undeclared(stream), _LINES_LOOKED_AT))
    stream.seek(start)
    return guess(lines) if lines else ""


def _lines(card: RawCard, charset: str = "") -> tuple[list[ContentLine], str]:
    """The content lines of a card, or why it is refused."""
    if card.refused:
        return [], card.refused
    physical = content_lines(card.text, charset)
    if physical is None:
        return [], "it has more than 200,000 lines"
    lines = parsed(physical, charset)
    if len(lines) > MOST_PROPERTIES:
        return [], "it has more than 10,000 properties"
    if len(card.text) > LONGEST_VALUE and any(map(_too_long, lines)):
        return [], "a line of it is longer than 1 MB"
    return lines, ""


def _too_long(line: ContentLine) -> bool:
    if len(line.raw) <= LONGEST_VALUE:
        return False
    binary = line.name in BINARY or line.params.encoding in ("base64", "b")
    return not binary or len(line.raw) - len(line.value) > LONGEST_VALUE


def groups(stream: BinaryIO) -> Groups:
    """The names of the groups that each uid is a member of; a pass of its own, if there are any."""
    start = stream.tell()
    if not any(map(_GROUP_KIND.search, chunks(stream))):
        return {}
    stream.seek(start)
    found: dict[str, dict[str, None]] = {}
    for card in cards(stream):
        if not _GROUP_KIND.search(card.text):
            continue
        lines, refused = _lines(card)
        if refused or kind(lines) != "group":
            continue
        name, members = people.group(CardLines(lines))
        if name:
            for uid in members:
                found.setdefault(uid, {})[name] = None
    return {uid: tuple(names) for uid, names in found.items()}


def _shown(card: RawCard) -> str:
    text = card.text[:_SHOWN].decode("utf-8", "replace")
    whole = not card.refused and len(card.text) <= _SHOWN
    return f"BEGIN:VCARD\n{text}END:VCARD\n" if whole else text
