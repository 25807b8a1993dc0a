"""The start, the middle and the end of weeks, months, quarters and years.

Pure words and arithmetic, as in `phrases`.
"""

from datetime import date, timedelta

from netlog.rules.figures import MONTH_OF, Direction, whole_number
from netlog.rules.months import add_months
from netlog.typed import Final

_SPANS: Final = ("week", "month", "quarter", "year")
_ENDS: Final = {"eod": "day", "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
_EDGES: Final = frozenset({"start", "beginning", "mid", "middle", "end"})
MONTHS_FROM: Final = {"last": -1, "this": 0, "next": 1}
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)


def edge(words: list[str], today: date, direction: Direction) -> date | None:
    """The start, the middle or the end of a week, a month, a quarter or a year."""
    match words:
        case [word] if word in _ENDS:
            at, span = "end", [_ENDS[word]]
        case [word] if word.startswith("mid-"):
            at, span = "mid", [word.removeprefix("mid-")]
        case [at, *span] if at in _EDGES and span:
            pass
        case _:
            return None
    match span:
        case ["day" | "today"] if at == "end":
            return today
        case [side, name] if side in MONTHS_FROM and name in _SPANS:
            return _edge_of(at, name, _shifted(today, name, MONTHS_FROM[side]))
        case [name, "before", "last"] if name in _SPANS:
            return _edge_of(at, name, _shifted(today, name, -2))
        case [name, "after", "next"] if name in _SPANS:
            return _edge_of(at, name, _shifted(today, name, 2))
        case [name] if name in _SPANS:
            return nearest(
                [_edge_of(at, name, _shifted(today, name, by)) for by in (-1, 0, 1)],
                today, direction,
            )  # fmt: skip
        case [name] if name in MONTH_OF:
            years = range(today.year - 1, today.year + 2)
            months = [date(year, MONTH_OF[name], 1) for year in years]
            return nearest([_edge_of(at, "month", day) for day in months], today, direction)
        case [name, year] if name in MONTH_OF and len(year) == 4:
            return _edge_of(at, "month", date(whole_number(year, 4), MONTH_OF[name], 1))
        case [year] if len(year) == 4:
            return _edge_of(at, "year", date(whole_number(year, 4), 1, 1))
    raise ValueError


def _shifted(day: date, span: str, by: int) -> date:
    """A day of the span that many spans on."""
    if span == "week":
        return day + by * _A_WEEK
    return add_months(day.replace(day=1), by * {"month": 1, "quarter": 3, "year": 12}[span])


def _edge_of(edge: str, span: str, day: date) -> date:
    """The edge of that span in which the day is; a week ends on its Sunday."""
    if span == "week":
        offset = {"end": 6, "mid": 2, "middle": 2}.get(edge, 0)
        return day + (offset - day.weekday()) * _A_DAY
    months = {"month": 1, "quarter": 3, "year": 12}[span]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    if edge == "end":
        return add_months(first, months) - _A_DAY
    if edge in ("start", "beginning"):
        return first
    return first.replace(day=15) if span == "month" else add_months(first, months // 2)


def nearest(days: list[date], today: date, direction: Direction) -> date:
    """Of days in order the first from today on, or the last until today.

    What happened is never put into last year when it is nearer ahead than behind.
    """
    if direction == "future":
        return next(day for day in days if day >= today)
    # Somewhere it is tomorrow already.
    latest = today + (_A_DAY if direction == "past" else 0 * _A_DAY)
    behind = next(day for day in reversed(days) if day <= latest)
    if direction == "past" and behind.year < today.year:
        ahead = next((day for day in days if day > latest), behind)
        return ahead if ahead - today < today - behind else behind
    return behind
