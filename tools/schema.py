"""JSON Schema of a record, from the NamedTuple behind it: every key present, null for absent."""

import json
import types
import typing
from datetime import date
from typing import Any, Literal, Union

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    type(None): "null",
}


def schema(record: Any, name: str) -> str:
    """The schema text of what `netlog NAME --json` prints."""
    found: dict[str, Any] = {}
    body = _of(record, found)
    whole = {"$schema": DIALECT, "title": f"netlog {name} --json", **body}
    if found:
        whole["$defs"] = dict(sorted(found.items()))
    return json.dumps(whole, indent=2) + "\n"


def _of(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if kind in SIMPLE:
        return {"type": SIMPLE[kind]}
    if kind is date:
        return {"type": "string", "format": "date"}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(one, found) for one in inside]}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in (list, tuple):
        return {"type": "array", "items": _of(inside[0], found)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(inside[1], found)}
    if kind.__name__ not in found:
        found[kind.__name__] = {}
        found[kind.__name__] = _object(kind, found)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(record: Any, found: dict[str, Any]) -> dict[str, Any]:
    properties = _properties(record, found)
    return {
        "description": " ".join((record.__doc__ or "").split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _properties(record: Any, found: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(record)
    flattened = record.flattened.fget(None) if hasattr(record, "flattened") else None
    properties: dict[str, Any] = {}
    for name in record._fields:
        if name == flattened:
            properties.update(_properties(hints[name], found))
        else:
            properties[name.removesuffix("_")] = _of(hints[name], found)
    return properties
