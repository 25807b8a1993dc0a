"""When to be in touch for the first time with many at once: spread, so that no morning floods."""

from collections.abc import Sequence
from datetime import date, timedelta
from zlib import crc32

from netlog.folding import fold
from netlog.records.contacts import NewMethod


def first_on(since: date, every_days: int, name: str, methods: Sequence[NewMethod]) -> date:
    """A day within one cadence after `since`, the same on every run for the same person.

    It follows from the folded name and the first method alone.
    """
    first = methods[0].normal if methods else ""
    place = crc32(f"{fold(name)}\n{first}".encode()) % every_days
    return since + timedelta(days=place + 1)
