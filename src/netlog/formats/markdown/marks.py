"""Text that shows as it is in Markdown, and the parts of a page that it stands in."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Everything CommonMark and GitHub's tables, footnotes, strikethrough and formulas give a meaning.
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~^$&]")
_FIRST = re.compile(r"^([0-9]{1,9}(?=[.)])|(?=[-+=]))")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def escaped(text: str) -> str:
    """One line of text that shows as it is after anything that stands before it on the line."""
    line = " ".join(_clean(_BREAK.sub(" ", text)).split())
    return _MARKS.sub(r"\\\g<0>", line)


def opening(text: str) -> str:
    """One line of text that shows as it is where a line begins."""
    return _FIRST.sub(r"\1\\", escaped(text))


def part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    """Lines under a heading, if there are any."""
    if lines:
        yield from ("", heading, "") if heading else ("",)
        yield from lines


def paragraph(text: str) -> Iterator[str]:
    """Every line of it on a line of its own; an empty one parts paragraphs."""
    lines = [opening(line) for line in _BREAK.split(text.strip())]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        yield f"{line}\\" if line and after else line


def _clean(text: str) -> str:
    """Without characters that show nothing and may hide or turn others."""
    return "".join(char for char in text if char == "\t" or unicodedata.category(char) != "Cc")
