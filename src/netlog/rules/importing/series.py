"""Which occurrence of a series, as a calendar has it now, is which of those that are on record."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date


def paired(
    stale: Iterable[tuple[int, date]], free: Iterable[tuple[str, date]]
) -> tuple[dict[str, int], list[int]]:
    """By uid the record that each new occurrence is, and the ids of the records that are none.

    stale are records that the series has no more, free its occurrences without a record; each
    record is the occurrence nearest in days, those of the same day before all others.
    """
    left = sorted(free, key=lambda one: one[::-1])
    found: dict[str, int] = {}
    later: list[tuple[int, date]] = []
    for id_, day in sorted(stale, key=lambda one: one[::-1]):
        at = bisect_left(left, day, key=lambda one: one[1])
        if at < len(left) and left[at][1] == day:
            found[left.pop(at)[0]] = id_
        else:
            later.append((id_, day))
    alone: list[int] = []
    for id_, day in later:
        at = bisect_left(left, day, key=lambda one: one[1])
        near = [near for near in (at - 1, at) if 0 <= near < len(left)]
        if near:
            nearest = min(near, key=lambda one: abs((left[one][1] - day).days))
            found[left.pop(nearest)[0]] = id_
        else:
            alone.append(id_)
    return found, alone
