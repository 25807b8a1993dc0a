"""What netlog printed, given to it again: the lines that name something, without the rest."""

from collections.abc import Iterator, Sequence

from netlog.later import pattern
from netlog.records.people import CIRCLES
from netlog.records.refs import parse_line_ref
from netlog.wording import MONTHS, WEEKDAYS

# `due` and `week` begin with the day, and a list ends with what to do next.
_TITLE = pattern(
    rf"(?:The week from )?(?:{'|'.join(WEEKDAYS)}) \d+ (?:{'|'.join(MONTHS)}) \d{{4}}(?:  .*)?"
)
_FEET = (
    "the week before: netlog ",
    "Settle: netlog ",
    "Before you write: netlog ",
    "Before you ask ",
    "Nothing is late with any of them",
)
# As netlog speaks where a list is empty, and of what to type next; then what it prints in columns,
# as a way, below a heading, in a draft, as JSON and as the head of a table; of whom it confirms
# something, a path, its version, the lines of a card or a calendar, counts, spans of days, circles.
# A sentence about somebody may end with their name; no name of three words ends in four letters or
# a day and a full stop.
_FIRST = (
    *("Nobody", "Nothing", "No", "There", "The", "Before", "You", "What", "Thanks", "Thanked"),
    *("Added", "Logged", "Noted", "Dropped", "Kept", "Wrote", "Wish", "Tell", "Ask", "Let"),
    *("Thank", "Drew", "Still", "It"),
)
_MONTH = f"(?:{'|'.join(month[:3] for month in MONTHS)})"
_SENTENCE = pattern(
    rf"(?:{'|'.join(_FIRST)}) .*\.|.*\bnetlog [a-z]+\b.*"
    rf"|.* .* .*(?:[a-z]{{4}}|\)|\d {_MONTH})\."
    r"|.*(?:  | → |: |,.*,.*,).*|.*[:,!?]|.* .* .* [a-z0-9~/.]\S*\.|[\[\]{}].*"
    r"|.*\([a-z]\d+\) .*|.* .* .* \S+\.[a-z]+\.|~?/.*|netlog \d.*|[A-Z][A-Z-]*[:;].*"
    rf"|\d+ [a-z][a-z ]*(?: \+\d+)?|{'|'.join(CIRCLES)}|.* · .*|.*\b\d\d? {_MONTH} \d{{4}}\b.*"
)


def naming(lines: Sequence[str]) -> list[str]:
    """The lines that are not blank, but for the title, headings and foot of a list of netlog's."""
    parts = list(_parts(lines))
    if parts and _TITLE.fullmatch(parts[0][0]):
        parts = parts[1:] if any(map(_has_ref, parts[1:])) else []
    if len(parts) > 1 and parts[-1][0].startswith(_FEET):
        parts.pop()
    return [*_without_headings([line for part in parts for line in part])]


def is_sentence(line: str) -> bool:
    """Whether a line is what netlog prints, which is nobody's name."""
    return _SENTENCE.fullmatch(line) is not None


def _parts(lines: Sequence[str]) -> Iterator[list[str]]:
    """What stands between blank lines."""
    part: list[str] = []
    for line in (*(line.strip() for line in lines), ""):
        if line:
            part.append(line)
        elif part:
            yield part
            part = []


def _has_ref(part: Sequence[str]) -> bool:
    return any(map(_begins_with_ref, part))


def _begins_with_ref(line: str) -> bool:
    return parse_line_ref(line.split()[0]) is not None


def _without_headings(lines: Sequence[str]) -> Iterator[str]:
    """The lines without those under which `due` and `search` print what begins with a ref."""
    from netlog.render.pages import due, search, week

    headings = {*due.HEADINGS.values(), *search.HEADINGS.values(), *week.HEADINGS}
    for line, following in zip(lines, [*lines, "-"][1:], strict=True):
        if line not in headings or not _begins_with_ref(following):
            yield line
