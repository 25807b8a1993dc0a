"""What is wrong with a document that was typed: its line, and the reason among its comments."""

import re
from collections.abc import Iterator, Sequence

from netlog.errors import NetlogError, Whereabouts
from netlog.formats import toml
from netlog.render.clean import clean
from netlog.wording import quoted

REASON = "#! "
_QUOTED = re.compile(r"""['"]([^'"]+)['"]""")
# A key at the beginning of its line, or a heading.
_BEGINS = re.compile(r"[\w\"'-]+\s*=|\[\w+\]\s*(#|$)")
_TEXT_OR_BRACE = re.compile(r""""(?:\\.|[^"\\])*"|'[^']*'|#.*|\{""")
_SAYS_LINE = re.compile(r"Line (\d+)")
# The lines of a document, a comment on top, in whose place the reason stands: none moves.
REASON_AT = slice(1, 3)
ADVICE = "Correct it and save; leave it as it is to give up."


def reason(mistake: NetlogError, typed: str) -> str:
    """What is wrong, on which line of what was typed, and what to do."""
    return " ".join(filter(None, (at_its_line(mistake, typed), mistake.advice)))


def at_its_line(mistake: NetlogError, typed: str) -> str:
    """What is wrong, with the line, and what stands there unless the message says it."""
    said, value = mistake.message, mistake.place.value if mistake.place else ""
    at = _line_of(mistake, typed)
    if at is None:
        return said
    is_said = not value or value in said or quoted(value) in said
    return f"Line {at}{'' if is_said else f', {quoted(value)}'}: {said}"


def _line_of(mistake: NetlogError, typed: str) -> int | None:
    """The line on which the mistake stands, else the first that says what it names.

    None where the mistake says the line, or nothing does.
    """
    if _SAYS_LINE.match(mistake.message):
        return None
    lines = list(enumerate(typed.splitlines(), 1))
    said = [(number, line) for number, line in lines if not line.lstrip().startswith("#")]
    if mistake.place:
        return _placed(mistake.place, said)
    first = mistake.message.split(" ")[0]
    named = [*_QUOTED.findall(mistake.message), *([first] if first.islower() else ())]
    keys = [(word, number) for word in named for number, line in said if _key(line) == word]
    within = [(word, number) for word in named for number, line in said if _says(line, word)]
    return next((number for _, number in (*keys, *within)), None)


def _says(line: str, word: str) -> bool:
    """Whether the word stands in the line, and is no part of another: c1 is not in c12."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line) is not None


def _placed(place: Whereabouts, said: list[tuple[int, str]]) -> int | None:
    """The line of the value under that key, else that of the key."""
    numbers = [number for number, line in said if place.key in (_key(line), line.strip()[1:-1])]
    if not numbers:
        return None
    below = [(number, line) for number, line in said if number >= numbers[0]]
    ends = (number for number, line in below[1:] if _BEGINS.match(line))
    # Of a table of one's own fields, the keys are in it.
    last = next(ends, below[-1][0] + 1) if place.key != "fields" else below[-1][0] + 1
    tables = [number for number, line in below if number < last for _ in _tables(line)]
    if place.nth is not None and place.nth < len(tables):
        return tables[place.nth]
    written = {place.value, toml.entry("", place.value).partition(" = ")[2][1:-1]} - {""}
    within = (
        number for number, line in below if number < last and any(one in line for one in written)
    )
    return next(within, numbers[0])


def _tables(line: str) -> Iterator[str]:
    """The beginnings of tables in a line: braces that stand in no text."""
    return (one for one in _TEXT_OR_BRACE.findall(line) if one == "{")


def _key(line: str) -> str:
    """To what the line gives a value."""
    return line.partition("=")[0].strip()


def with_reason(mistake: NetlogError | None, text: str) -> str:
    """The text with what was wrong with it among the comments on top, else at its end."""
    if mistake is None:
        return text
    lines = text.split("\n")
    told = [f"{REASON}{clean(reason(mistake, text))}", f"{REASON}{ADVICE}"]
    if _has_room(lines):
        lines[REASON_AT] = told
    else:
        lines[len(lines) - (not lines[-1]) :] = [*told, ""]
    return "\n".join(lines)


def without_reason(typed: str, text: str) -> str:
    """What was typed, without the reason that stood in what was opened for it, the text."""
    before = text.split("\n")
    instead = iter(before[REASON_AT] if _has_room(before) else ())
    lines = typed.split("\n")
    found = (next(instead, None) if line.startswith(REASON) else line for line in lines)
    return "\n".join(line for line in found if line is not None)


def _has_room(lines: Sequence[str]) -> bool:
    """Whether comments stand where the reason goes, with one above them."""
    return len(lines) > REASON_AT.stop and all(
        line.startswith("#") for line in lines[: REASON_AT.stop]
    )
