"""Stats as a page: a calendar of touches in blocks, bars, and the odds with their samples."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from netlog.named import NamedTuple
from netlog.output import CRAMPED
from netlog.records.stats import Brought, KindCount, MonthCount, Odds, OddsName, Stats
from netlog.records.week import CircleCount
from netlog.render import told_months
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.wording import MONTHS, count, listed

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NONE, LEVELS = "·", "░▒▓█"
BAR, SHORT_BAR, FULL = 20, 12, "█"
MOST_WEEKS, LEAST_WEEKS = 54, 4
ROOMY = 72  # cells in which the longest bar stands beside its words
BESIDE = 8  # what stands beside the calendar on its lines
GIVEN = "Given (bills too) and taken"
NAMED = 4
HEALTH = ("on time", "late", "lost")
KINDS = {
    "thanks": "thanks sent",
    "given": "favors done",
    "received": "favors received",
    "told": "news told",
    "asked": "asked",
}
ODDS: dict[OddsName, tuple[str, str, str]] = {
    "conversations_per_introduction": (
        "conversations per introduction",
        "conversation",
        "introduction",
    ),
    "introductions_per_lead": ("introductions per lead", "introduction", "lead"),
    "leads_per_interview": ("leads per interview", "lead", "interview"),
    "leads_per_offer": ("leads per offer", "lead", "offer"),
    "days_per_hop": ("days per hop", "day", "hop"),
    "answers_per_ask": ("answers per ask", "answer", "ask"),
}


class StatsRow(NamedTuple):
    """A line: what it is about, a number, a bar of blocks, and what is said beside it."""

    label: str
    number: str = ""
    bar: str = ""
    words: str = ""


RowsOf = Callable[[Stats], Sequence[StatsRow]]


def sheet(width: int) -> Sheet:
    """The page, on a screen of so many cells; 0 is as wide as it likes."""
    lines = _listing(narrow=0 < width < CRAMPED)
    short = 0 < width < ROOMY

    def bars(title: str, rows: RowsOf) -> Part:
        return Part(title, (lambda one: _short(rows(one))) if short else rows, lines)

    return Sheet(
        title=lambda one: f"{_day(one.since)} to {_day(one.until)}",
        fields=(
            Field("Touches", said_touches),
            Field("", lambda one: one.saying),
        ),
        parts=(
            Part("Day by day", _calendar(width), lines),
            bars("By kind", _kinds),
            bars("New people", _new),
            bars(GIVEN, _given),
            bars("In touch in 90 days, by circle", _circles),
            bars("Cadence", _cadence),
            Part("Who brought whom", _brought, lines),
            Part("Honest odds", _odds, lines),
        ),
    )


def _short(rows: Sequence[StatsRow]) -> list[StatsRow]:
    """The rows with bars for a narrow screen, in which they would be cut."""
    return [row._replace(bar=FULL * -(-len(row.bar) * SHORT_BAR // BAR)) for row in rows]


def said_touches(one: Stats) -> str:
    """How many touches on how many days, and how they are counted where there are any."""
    counted = ", a person once a day" if one.touches else ""
    return f"{one.touches} on {count(len(one.days), 'day')}{counted}"


def _listing(*, narrow: bool) -> Listing:
    return Listing(
        columns=(
            Column("", lambda row: Cell(row.label), most=30, blank=True),
            Column("", lambda row: Cell(row.number, "strong"), blank=True, firm=True),
            Column("", lambda row: Cell(row.bar, "good"), blank=True),
            Column("", lambda row: Cell(row.words), grow=True, blank=True, under=narrow),
        ),
        empty="",
        line=lambda row: f"{row.label} {row.words}",
        heads=False,
        narrow_below=0,
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def weeks(one: Stats, most: int) -> list[list[int | None]]:
    """The last weeks of the span, Monday to Sunday: touches a day, None outside the span."""
    touches = {day.on: day.touches for day in one.days}
    last = monday(one.until) + timedelta(days=6)
    whole = (last - monday(one.since)).days // 7 + 1
    first = last - timedelta(days=7 * min(whole, most) - 1)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    counted = [touches.get(day, 0) if one.since <= day <= one.until else None for day in days]
    return [counted[at : at + 7] for at in range(0, len(counted), 7)]


def level(number: int, most: int) -> int:
    """How dark a day is, from 0 for none to 4 for the one with most."""
    return -(-4 * number // most) if number else 0


def _calendar(width: int) -> Callable[[Stats], list[StatsRow]]:
    room = MOST_WEEKS if not width else max(LEAST_WEEKS, min(MOST_WEEKS, width - BESIDE))

    def rows(one: Stats) -> list[StatsRow]:
        if not one.days:
            return []
        columns = weeks(one, room)
        most = max((n or 0 for column in columns for n in column), default=0)

        def block(number: int | None) -> str:
            if number is None:
                return " "
            return LEVELS[level(number, most) - 1] if number else NONE

        return [
            StatsRow("", bar=initials(one.until, len(columns))),
            *(
                StatsRow(name, bar="".join(block(column[at]) for column in columns))
                for at, name in enumerate(WEEKDAYS)
            ),
            *_shorter(one, room),
        ]

    return rows


def _shorter(one: Stats, columns: int) -> list[StatsRow]:
    said = said_shorter(one, columns)
    return [StatsRow("", bar=said)] if said else []


def said_shorter(one: Stats, columns: int) -> str:
    """From which day on the calendar is, where it has no room for all of them; else nothing."""
    first = monday(one.until) - timedelta(days=7 * (columns - 1))
    return f"from {_day(first)} on" if first > one.since else ""


def monday(day: date) -> date:
    """The first day of that day's week."""
    return day - timedelta(days=day.weekday())


def initials(until: date, columns: int) -> str:
    """The first letter of each month over the week in which it begins; else of the one there is."""
    last = monday(until)
    sundays = [last - timedelta(days=7 * (columns - 1 - at) - 6) for at in range(columns)]
    ends = [min(day, until) for day in sundays]
    letters = [MONTHS[day.month - 1][0] for day in ends]
    begun = [letter if day.day <= 7 else " " for letter, day in zip(letters, ends, strict=True)]
    return "".join(begun).rstrip() or letters[0]


def bar(number: int, most: int, longest: int = BAR) -> str:
    """A bar as long as the number is of the most; one block at least for what is there."""
    return FULL * max(1, number * longest // most) if number else ""


def said_kind(kind: str) -> str:
    """A kind of meeting, or another act, in words."""
    return KINDS.get(kind, kind)


def said_meetings(one: KindCount) -> str:
    """Of how many meetings they are who were there, where those are fewer: "from 2 coffees"."""
    if one.meetings in (None, one.number):
        return ""
    many = "lunches" if one.kind == "lunch" else None
    return f"from {count(one.meetings, said_kind(one.kind), many)}"


def _rows(pairs: Sequence[tuple[str, int, str]]) -> list[StatsRow]:
    """Lines with a bar each, of labels, numbers and words; none where all are nothing."""
    return _bars(pairs) if any(number for _, number, _ in pairs) else []


def _bars(pairs: Sequence[tuple[str, int, str]]) -> list[StatsRow]:
    most = max((length(label, n) for label, n, _ in pairs), default=0)
    return [StatsRow(label, str(n), bar(length(label, n), most), said) for label, n, said in pairs]


def length(label: str, number: int) -> int:
    """How long a bar of that number is; none is drawn of many months beside those of one."""
    return 0 if label == told_months.EARLIER else number


def _kinds(one: Stats) -> list[StatsRow]:
    return _rows([(said_kind(kind.kind), kind.number, said_meetings(kind)) for kind in one.kinds])


def month_name(month: MonthCount) -> str:
    """ "Nov 2026"; what came before the last year is "earlier"."""
    if month.month == told_months.EARLIER:
        return told_months.EARLIER
    year, number = month.month.split("-")
    return f"{MONTHS[int(number) - 1][:3]} {year}"


def _new(one: Stats) -> list[StatsRow]:
    return _rows(
        [
            (month_name(month), month.new, "")
            for month in told_months.told(one.months, told_months.any_new)
        ]
    )


def _given(one: Stats) -> list[StatsRow]:
    said = told_months.told(one.months, told_months.any_given)
    if not any(map(told_months.any_given, said)):
        return []
    return _bars([(month_name(month), month.given, taken(month)) for month in said])


def taken(month: MonthCount) -> str:
    """ "given; 2 received, 1 asked"."""
    return f"given; {month.received} received, {month.asked} asked"


def said_thin(one: Stats, circle: CircleCount) -> str:
    """What is said of the thinnest circle beside its numbers."""
    return ", the thinnest" if circle == one.thin else ""


def _circles(one: Stats) -> list[StatsRow]:
    def words(circle: CircleCount) -> str:
        return f"of {circle.people}{said_thin(one, circle)}"

    most = max([circle.people for circle in one.circles], default=0)
    if not most:
        return []
    return [
        StatsRow(c.circle, str(c.in_touch), bar(c.in_touch, most), words(c)) for c in one.circles
    ]


def _cadence(one: Stats) -> list[StatsRow]:
    return _rows([(name, n, "") for name, n in zip(HEALTH, one.cadence, strict=True)])


def names(one: Brought) -> str:
    """Whom somebody brought, the first of them by name."""
    named = [person.name for person in one.people[:NAMED]]
    more = len(one.people) - len(named)
    return listed([*named, *([f"{more} more"] if more else [])])


def _brought(one: Stats) -> list[StatsRow]:
    return [StatsRow(b.contact.name, str(len(b.people)), "", names(b)) for b in one.brought]


def said_odds(one: Odds) -> tuple[str, str]:
    """A ratio by its name, and what it is with its sample: "5.5 (55 conversations over …)"."""
    name, over, below = ODDS[one.name]
    on = f"{count(one.number, over)} over {count(one.of, below)}"
    return name, f"too few to say: {on}" if one.ratio is None else f"{one.ratio:g} ({on})"


def _odds(one: Stats) -> list[StatsRow]:
    return [StatsRow(name, words=said) for name, said in map(said_odds, one.odds)]


def drawn(files: Sequence[str]) -> str:
    """What confirms pictures."""
    return f"Drew the stats to {listed(list(files))}."
