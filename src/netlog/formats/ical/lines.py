"""iCalendar's content lines, both ways: folding at 75 octets, escaping, and what a block holds.

RFC 5545, 3.1 and 3.3.11. Nothing here knows what a property means.
"""

import re
import unicodedata
from collections.abc import Iterator

from netlog.named import NamedTuple

CRLF = "\r\n"
WIDEST = 75  # octets, the line break left out
LONGEST_LINE = 1_000_000
MOST_LINES = 10_000  # of one event, those of its alarms left out

_BREAK = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


class Component(NamedTuple):
    """A component of a calendar: its number, its name, and its own lines that were asked for.

    refused says why it must not be read further. The calendar's own lines come as a block called
    VCALENDAR, as far as they stand before its first component.
    """

    row: int
    name: str
    lines: tuple[str, ...]
    refused: str = ""


def folded(line: str) -> str:
    """The line in parts of at most 75 octets, no character cut in two, ended with CRLF."""
    parts: list[str] = []
    part, size = "", 0
    for char in line:
        octets = len(char.encode("utf-8", "replace"))
        if size + octets > WIDEST:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += octets
    return CRLF.join([*parts, part]) + CRLF


def escaped(text: str) -> str:
    """A TEXT value: what would end it is escaped, control characters are left out."""
    unified = _BREAK.sub("\n", text)
    shown = (char for char in unified if char == "\n" or unicodedata.category(char)[0] != "C")
    return "".join(_ESCAPES.get(char, char) for char in shown)


def blocks(
    text: str,
    wanted: frozenset[str],
    kept: frozenset[str],
    spared: frozenset[str] = frozenset(),
) -> Iterator[Component]:
    """The components called as in `wanted`, in order, with their properties in `kept`.

    What is nested in a component is skipped, whatever its depth; one that is never closed ends
    where the next one begins. Row numbers count the wanted components. A property of `spared` that
    is too long is left out, and does no harm to the rest.
    """
    row, name, deeper, refused = 0, "", 0, ""
    lines: list[str] = []
    for line, too_long in _unfolded(text, kept | {"BEGIN", "END"}):
        said, _, value = line.partition(":")
        said, value = said.upper(), value.strip().upper()
        if said == "BEGIN" and (value in wanted or value == "VCALENDAR"):
            if name:
                yield Component(row, name, tuple(lines), refused)
            row += value in wanted
            name, lines, refused, deeper = value, [], "", 0
        elif said == "BEGIN":
            deeper += 1
        elif said == "END" and value in (name, "VCALENDAR"):
            if name:
                yield Component(row, name, tuple(lines), refused)
            name, lines, refused, deeper = "", [], "", 0
        elif said == "END":
            deeper = max(0, deeper - 1)
        elif name and not deeper:
            if too_long and said.partition(";")[0] not in spared:
                refused = refused or "a line of it is longer than 1 MB"
            elif len(lines) >= MOST_LINES:
                refused = refused or "it has more than 10,000 lines"
            elif not too_long:
                lines.append(line)
    if name:
        yield Component(row, name, tuple(lines), refused)


def _unfolded(text: str, kept: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The lines whose name is in `kept`, put together again, and whether one was too long."""
    parts: list[str] = []
    size = 0
    for physical in _physical(text):
        if physical[:1] in (" ", "\t"):
            if parts:
                size += len(physical)
                if size <= LONGEST_LINE:
                    parts.append(physical[1:])
            continue
        if parts:
            yield "".join(parts), size > LONGEST_LINE
        named = _NAME.match(physical.lstrip("\ufeff"), 0, 100)
        parts = [physical.lstrip("\ufeff")] if named and named[0].upper() in kept else []
        size = len(physical)
        if size > LONGEST_LINE:
            parts = parts and [physical[:100]]
    if parts:
        yield "".join(parts), size > LONGEST_LINE


def _physical(text: str) -> Iterator[str]:
    start = 0
    for found in _BREAK.finditer(text):
        yield text[start : found.start()]
        start = found.end()
    yield text[start:]
