"""Plain values out of Monica's JSON, whatever its shape: nothing here raises."""

import json
from datetime import date

from netlog.records.incoming import Declined
from netlog.typed import Any


def records(value: object) -> list[dict[str, Any]]:
    """The objects of a list, also of one that PHP wrote as an object with numbers for keys."""
    if isinstance(value, dict):
        value = list(value.values())
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def bucket(record: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The records of that kind that belong to this one."""
    return [value for value in _values(record, kind) if isinstance(value, dict)]


def uuids(record: dict[str, Any], kind: str) -> list[str]:
    """The uuids of the records of that kind that this one refers to."""
    return [value for value in _values(record, kind) if isinstance(value, str)]


def _values(record: dict[str, Any], kind: str) -> list[Any]:
    held = [each.get("values") for each in records(record.get("data")) if each.get("type") == kind]
    return [value for values in held if isinstance(values, list) for value in values]


def properties(record: dict[str, Any]) -> dict[str, Any]:
    """What the record says of itself."""
    said = record.get("properties")
    return said if isinstance(said, dict) else {}


def text_of(value: object) -> str:
    """Text or a number as trimmed text, anything else as none; never half of a character pair."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    try:
        said = str(value).strip()
    except ValueError:
        return ""  # a whole number of more than 4,300 digits
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def day_of(value: object) -> date | None:
    """The day of 2020-03-05T00:00:00.000000Z: Monica keeps days at midnight UTC."""
    try:
        return date.fromisoformat(text_of(value)[:10])
    except ValueError:
        return None


def is_true(value: object) -> bool:
    """Whether a flag is set, written as true, 1 or "1"."""
    return value is True or text_of(value).lower() in ("1", "true")


def rejected(row: int, reason: str, record: dict[str, Any]) -> Declined:
    """The record as one that cannot come in, its own JSON kept for the file of rejects."""
    try:
        source = json.dumps(record)
    except (ValueError, RecursionError):
        source = ""
    return Declined(row, reason, source=source)
