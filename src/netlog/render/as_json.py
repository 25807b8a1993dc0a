"""Records as JSON: snake_case keys, null for absent, ISO dates, ASCII-escaped."""

import json
from datetime import date
from typing import Any


def dumps(value: Any) -> str:
    """The JSON text of a record, or of a sequence of records."""
    return json.dumps(plain(value), ensure_ascii=True, indent=2)


def dumps_line(value: Any) -> str:
    """The same in one line."""
    return json.dumps(plain(value), ensure_ascii=True)


def plain(value: Any) -> Any:
    """The record as dicts, lists, strings and numbers."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return _object(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _object(record: Any) -> dict[str, Any]:
    flattened = getattr(record, "flattened", None)
    found: dict[str, Any] = {}
    for name, value in zip(record._fields, record, strict=True):
        if name == flattened:
            found.update(_object(value))
        else:
            found[name] = plain(value)
    return found
