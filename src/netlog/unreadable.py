"""What is wrong with a TOML document, in our words: on which line, and how it is written.

tomllib only says that something is; what people mistype in a text that is edited by hand is known.
"""

import re
import tomllib
from collections.abc import Iterator

from netlog.named import NamedTuple
from netlog.wording import quoted, shortened

LONGEST = 60
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_ENTRY = re.compile(r"""\s*([\w.-]+|"[^"]*"|'[^']*')\s*=\s*(.*)""", re.DOTALL)
_COLON = re.compile(r"\s*([\w-]+)\s*:\s*(.*)")
# A line that belongs to a list: it is no key and no heading.
_ROW = re.compile(r"""\s+\S|[{"']""")
CURLY = "“”„‟″"


class Fault(NamedTuple):
    """The line, from 1 on, and what is wrong there: 'text stands in quotes: name = "Carol"'."""

    line: int
    reason: str


def fault(document: str) -> Fault | None:
    """The first thing that keeps the document from being read; None when nothing does."""
    document = document.replace("\r\n", "\n")
    try:
        tomllib.loads(document)
    except RecursionError:
        return Fault(1, "brackets stand too deep within each other")
    except tomllib.TOMLDecodeError as error:
        return _told(document.split("\n"), str(error))
    return None


def _told(lines: list[str], said: str) -> Fault:
    if (twice := _twice(lines)) is not None:
        return twice
    start = _start(lines)
    found = _AT.search(said)
    at = int(found[1]) if found else start
    # An open list swallows what follows it, and it is the list that is wrong.
    if at > start and not _ROW.match(lines[at - 1]):
        at = start
    return Fault(at, _reason(lines[at - 1].rstrip("\r"), begins=at == start))


def _statements(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The statements from the first, each with its line; the last is one that never ends."""
    at = 0
    while at < len(lines):
        for end in range(at + 1, len(lines) + 1):
            text = "\n".join(lines[at:end])
            if _is_whole(text):
                break
        yield at + 1, text
        at = end


def _is_whole(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def _start(lines: list[str]) -> int:
    """On which line the statement begins that cannot be read."""
    return next((at for at, text in _statements(lines) if not _is_whole(text)), len(lines))


def _twice(lines: list[str]) -> Fault | None:
    """A key or a heading that stands twice, where all else can be read."""
    heading, seen = "", set[str]()
    for at, text in _statements(lines):
        if not _is_whole(text):
            return None
        name = text.strip().partition("#")[0].strip()
        if name.startswith("["):
            heading = name
        elif entry := _ENTRY.match(text):
            name = f"{heading} {entry[1]}"
        else:
            continue
        if name in seen:
            return Fault(at, f"{_shown(name.strip())} stands there twice")
        seen.add(name)
    return None


def _reason(line: str, *, begins: bool) -> str:
    """What is expected of a line that cannot be read, with what stands there written so."""
    if not begins:
        return _row(line.strip())
    entry = _ENTRY.match(line)
    if entry is None:
        return _no_entry(line)
    key, value = entry[1], entry[2].strip()
    if not value:
        return f'{key} has no value: {key} = "" clears it'
    if value[0] in CURLY:
        return f"quotes are straight: {key} = {_in_quotes(value.strip(CURLY))}"
    if value[0] == "[":
        return f"a list has each text in quotes, and commas between: {key} = {_list(value)}"
    if value[0] == "{":
        return f'{key} is written as {key} = {{ name = "value" }}'
    if value[:3] in ('"""', "'''"):
        return f"{key} has no end: several lines stand between {value[:3]} and {value[:3]}"
    if value[0] in "\"'":
        return _quoted(key, value)
    return f"text stands in quotes: {key} = {_in_quotes(value.partition(' #')[0])}"


def _row(row: str) -> str:
    """Of a line within a list."""
    if row.startswith("{"):
        return (
            'a row has commas between, and texts in quotes: { kind = "email", value = "a@b.org" },'
        )
    return f"a list has each text in quotes, and a comma behind it: {_in_quotes(row.rstrip(','))},"


def _list(value: str) -> str:
    """The texts of a list, each in quotes; no more than one where they have values of their own."""
    inner = value.partition(" #")[0].strip("[], ")
    if not inner or "{" in inner:
        return '["a", "b"]'
    texts = [text.strip("\"' ") for text in re.split(r"""\s*,\s*|["']\s+["']""", inner)]
    return f"[{', '.join(_in_quotes(text) for text in texts if text)}]"


def _quoted(key: str, value: str) -> str:
    """What is wrong with a text that does begin with a quote."""
    sign, inner = value[0], value[1:]
    if sign not in inner:
        return f"{key} has no closing quote: {key} = {_in_quotes(inner)}"
    if sign == '"' and re.search(r"\\(?![btnfre\"\\xuU])", inner):
        return rf"a \ within a text is written \\: {key} = {_in_quotes(inner.rpartition(sign)[0])}"
    if inner.rstrip().endswith(sign) and inner.count(sign) > 1:
        text = inner.rstrip()[:-1]
        return f'a " within a text is written \\": {key} = {_in_quotes(text)}'
    after = inner.partition(sign)[2].strip()
    return f"{key} ends before {_shown(after)}" if after else f"{key} holds what no text can"


def _no_entry(line: str) -> str:
    """Of a line that is no key and value."""
    text = line.strip()
    if text.startswith("["):
        return f"a heading stands in [ ]: [{_shown(text.strip('[] '))}]"
    if colon := _COLON.match(line):
        return f"a key is followed by =: {colon[1]} = {_in_quotes(colon[2].strip())}"
    word, _, rest = text.partition(" ")
    if re.fullmatch(r"[\w-]+", word) and rest[:1] in ('"', "'", "[", "{"):
        return f"a key is followed by =: {word} = {_shown(rest)}"
    return f'a line is written as key = "value", or begins with #; this one is {quoted(text)}'


def _in_quotes(text: str) -> str:
    text = text.strip().strip("\"'") if text[:1] in "\"'" else text.strip()
    escaped = re.sub(r'\\(?!")', r"\\\\", text).replace('\\"', '"').replace('"', '\\"')
    return f'"{shortened(escaped, LONGEST)}"'


def _shown(text: str) -> str:
    return shortened(text, LONGEST)
