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
        members = [f"{key}{_text(one, within)}" for key, one in _items(value)]
        return _enclosed("{", members, "}", line, within)
    return _enclosed("[", [_text(one, within) for one in value], "]", line, within)


def _enclosed(opening: str, members: list[str], closing: str, line: str, within: str) -> str:
    if not members:
        return f"{opening}{closing}"
    between = f",{within}" if line else ", "
    return f"{opening}{within}{between.join(members)}{line}{closing}"


def _key(name: str) -> str:
    return f"{_quoted(name)}: "


@cache
def _keys(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a record, once for all: `for_` is "for", which no field may be called."""
    return tuple(_key(name.removesuffix("_")) for name in fields)


def _items(value: Any) -> Iterable[tuple[str, Any]]:
    """The keys as they are written, and what stands behind them.

    The fields of one that a record holds flattened stand among its own.
    """
    if isinstance(value, dict):
        return ((_key(name), one) for name, one in value.items())
    pairs = zip(_keys(value._fields), value, strict=True)
    flattened = getattr(value, "flattened", None)
    if flattened is None:
        return pairs
    within = _key(flattened)
    found: dict[str, Any] = {}
    for key, one in pairs:
        found.update(_items(one) if key == within else ((key, one),))
    return found.items()
