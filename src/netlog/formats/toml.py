"""TOML written: what tomllib reads back exactly, whatever text it holds.

Written by hand, for what people edit has comments, one line a method, and shows what is invisible.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from netlog.typed import Any, Final

_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"


def entry(key: str, value: Any) -> str:
    """A line, or several, that gives a key its value."""
    return f"{_key(key)} = {_value(value)}"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _basic(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _block(value) if "\n" in value else _basic(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(entry(key, held) for key, held in value.items()) + " }"
    if isinstance(value, Sequence):
        return _array(value)
    return str(value)


def _array(values: Sequence[Any]) -> str:
    if any(isinstance(value, Mapping) for value in values):
        return "[\n" + "".join(f"  {_value(value)},\n" for value in values) + "]"
    return "[" + ", ".join(map(_value, values)) + "]"


def _basic(text: str) -> str:
    return '"' + _escaped(text).replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _block(text: str) -> str:
    body = re.sub(r'"(?="|\Z)', r'\\"', _escaped(text))
    return f'"""\n{body}"""'


def _escaped(text: str) -> str:
    """Backslashes, and what could not be seen, by number; newline, tab and joiners stay."""
    return "".join(map(_escape, text))


def _escape(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if char in "\n\t" or char in _JOINERS or unicodedata.category(char) not in _INVISIBLE:
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"
