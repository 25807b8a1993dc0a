"""Records as JSON: snake_case keys, null for absent, ISO dates, ASCII-escaped.

Written out by hand, in one pass: with an indent the standard library's own way takes three times as
long, and so does its import.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice

from netlog.typed import Any

try:
    from _json import encode_basestring_ascii as _quoted
except ImportError:  # an interpreter without the C module
    from json.encoder import encode_basestring_ascii as _quoted

INDENT = "  "
AT_ONCE = 1000  # records
WORDS = {None: "null", True: "true", False: "false"}


def dumps(value: Any) -> str:
    """The JSON text of a record, or of a sequence of records."""
    return _text(value, "\n")


def pieces(records: Sequence[Any]) -> Iterator[str]:
    """The JSON text of a sequence of records, so many at a time: joined, what `dumps` says."""
    if not records:
        yield dumps(records)
        return
    line = f"\n{INDENT}"
    left, before = iter(records), "["
    while some := list(islice(left, AT_ONCE)):
        yield before + ",".join(f"{line}{_text(one, line)}" for one in some)
        before = ","
    yield "\n]"


def dumps_line(value: Any) -> str:
    """The same in one line."""
    return _text(value, "")


def _text(value: Any, line: str) -> str:
    """The text of the value; line is what begins each line of it, nothing where all is one line."""
    if isinstance(value, str):
        return str(_quoted(value))
    if value is None or value is True or value is False:
        return WORDS[value]
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    within = f"{line}{INDENT}" if line else ""
    if isinstance(value, dict) or hasattr(value, "_fields"):
        pairs = value.items() if isinstance(value, dict) else _items(value)
        members = [f"{_quoted(name)}: {_text(one, within)}" for name, one in pairs]
        return _enclosed("{", members, "}", line, within)
    return _enclosed("[", [_text(one, within) for one in value], "]", line, within)


def _enclosed(opening: str, members: list[str], closing: str, line: str, within: str) -> str:
    if not members:
        return f"{opening}{closing}"
    between = f",{within}" if line else ", "
    return f"{opening}{within}{between.join(members)}{line}{closing}"


@cache
def _names(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a record: `for_` is "for", which no field may be called."""
    return tuple(name.removesuffix("_") for name in fields)


def _items(record: Any) -> Iterable[tuple[str, Any]]:
    """The fields of a record; those of one that it holds flattened stand among them."""
    flattened = getattr(record, "flattened", None)
    if flattened is None:
        return zip(_names(record._fields), record, strict=True)
    found: dict[str, Any] = {}
    for name, value in zip(record._fields, record, strict=True):
        found.update(_items(value) if name == flattened else ((name, value),))
    return found.items()
