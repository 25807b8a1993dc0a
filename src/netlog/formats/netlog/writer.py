"""netlog's own JSON, written without loss: a record a line, so that it streams and diffs.

One object of arrays, or JSON Lines with a `type` in each; the keys are those of `--json`, with what
else the record holds after them.
"""

import json
from collections.abc import Iterable, Iterator

from netlog.formats.circumstances import Going
from netlog.formats.netlog.reader import FORMAT
from netlog.records.exporting import Object
from netlog.records.layouts import SECTIONS

Sections = Iterable[tuple[str, Iterable[Object]]]


def write(sections: Sections, going: Going) -> Iterator[str]:
    """One JSON object, or JSON Lines, of the records of each section."""
    write_ = _json_lines if going.format == "jsonl" else _lines
    yield from write_({"exported_at": going.at}, sections)


def _lines(header: Object, sections: Sections) -> Iterator[str]:
    """One object, a record a line; header says of what format it is and when it was written."""
    yield f'{{"netlog": {json.dumps({"format": FORMAT, **header})}'
    for name, records in sections:
        yield f',\n"{name}": ['
        comma = "\n"
        for record in records:
            yield comma + json.dumps(record)
            comma = ",\n"
        yield "\n]"
    yield "}\n"


def _json_lines(header: Object, sections: Sections) -> Iterator[str]:
    """The header and the records, a line each, with a type in each."""
    yield json.dumps({"type": "netlog", "format": FORMAT, **header}) + "\n"
    for name, records in sections:
        for record in records:
            yield json.dumps({"type": SECTIONS[name], **record}) + "\n"
