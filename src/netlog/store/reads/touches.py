"""Every touch of a span of days: counted by day, by kind and by month, however many there are.

Of a million meetings the rows are more than can be looked at one by one: SQLite hands them on as
lists, so many at a time, and sets and counters take each list whole.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter

from netlog.named import NamedTuple
from netlog.store.connect import Book
from netlog.store.reads.values import known_day
from netlog.typed import Final

# In the order in which they lie, from end to end. What each holds: a day and whom, and its kind.
MEETINGS = """
SELECT group_concat(m.happened_on || mc.contact_id), group_concat(m.kind)
FROM meeting_contact mc CROSS JOIN meeting m
WHERE m.id = mc.meeting_id AND mc.id BETWEEN :low AND :high
  AND m.kind <> 'note' AND m.happened_on BETWEEN :first AND :last
"""
# Each meeting once: nobody is asked who else was there, for somebody was at each.
HELD = """
SELECT group_concat(CASE WHEN kind <> 'note' AND happened_on BETWEEN :first AND :last THEN kind END)
FROM meeting WHERE id BETWEEN :low AND :high
"""
FAVORS = """
SELECT
  group_concat(CASE WHEN direction = 'to_them' AND done_on BETWEEN :first AND :last
               THEN done_on || contact_id END),
  group_concat(CASE WHEN direction <> 'to_them' AND done_on BETWEEN :first AND :last
               THEN done_on || contact_id END),
  group_concat(CASE WHEN told_on BETWEEN :first AND :last THEN told_on || contact_id END),
  group_concat(CASE WHEN asked = 1 AND opened_on BETWEEN :first AND :last
               THEN opened_on || contact_id END)
FROM favor WHERE id BETWEEN :low AND :high
"""
TOLD_BEFORE = """
SELECT group_concat(told_on || contact_id) FROM favor_told WHERE told_on BETWEEN :first AND :last
"""
THANKS = """
SELECT group_concat(sent_on || contact_id) FROM thanks
WHERE id BETWEEN :low AND :high AND sent_on || '' BETWEEN :first AND :last
"""
# Of some months there are few.
THANKS_OF_LATE = """
SELECT group_concat(sent_on || contact_id) FROM thanks WHERE sent_on BETWEEN :first AND :last
"""
MEETING_IDS = "SELECT min(id), max(id) FROM meeting_contact"
HELD_IDS = "SELECT min(id), max(id) FROM meeting"
FAVOR_IDS = "SELECT min(id), max(id) FROM favor"
THANKS_IDS = "SELECT min(id), max(id) FROM thanks"
AT_ONCE: Final = 8192
LATE: Final = timedelta(days=800)
# The day and the month of what a list holds.
DAY, MONTH = itemgetter(slice(10)), itemgetter(slice(7))
ACTS: Final = ("given", "received", "told", "asked")


class Touched(NamedTuple):
    """Touches by day, of all acts and of all but asks, and how often each kind happened.

    meetings of each kind are counted once, with however many people. months are by month and what
    was done then: given, received, asked or thanked.
    """

    days: dict[date, int]
    conversations: int
    kinds: Counter[str]
    meetings: Counter[str]
    months: Counter[tuple[str, str]]


class _Counting:
    """Who was in touch on which day: somebody counts once on it."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self.days: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.months: Counter[tuple[str, str]] = Counter()

    def add(self, touches: Sequence[str]) -> None:
        """Count whoever is new on that day."""
        new = set(touches)
        new -= self._known
        self._known |= new
        self.days.update(map(DAY, new))

    def act(self, kind: str, touches: Sequence[str], what: str = "") -> None:
        """Count acts of a kind, and in their months, by what they are there."""
        self.add(touches)
        self.kinds[kind] += len(touches)
        for month, number in Counter(map(MONTH, touches)).items():
            self.months[month, what or kind] += number

    @property
    def number(self) -> int:
        """How many touches there are."""
        return len(self._known)


def touched(connection: Book, first: date, last: date) -> Touched:
    """Every touch from the first day to the last: somebody counts once on a day."""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    found, asked = _Counting(), []
    met: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for touches, kinds in _parts(connection, MEETINGS, MEETING_IDS, span):
        found.add(_list(touches))
        met.update(_counted(kinds))
    for (kinds,) in _parts(connection, HELD, HELD_IDS, span):
        held.update(_counted(kinds))
    for touches in _thanks(connection, span, last - first):
        found.act("thanks", _list(touches), "thanked")
    for lists in _parts(connection, FAVORS, FAVOR_IDS, span):
        for kind, touches in zip(ACTS[:3], lists[:3], strict=True):
            found.act(kind, _list(touches))
        asked.append(lists[3])
    (told,) = connection.execute(TOLD_BEFORE, span).fetchone()
    found.act("told", _list(told))
    conversations = found.number
    for touches in asked:
        found.act("asked", _list(touches))
    days = {known_day(on): found.days[on] for on in sorted(found.days)}
    return Touched(days, conversations, met + found.kinds, held, found.months)


def _thanks(connection: Book, span: dict[str, str], long: timedelta) -> Iterator[str | None]:
    if long <= LATE:
        yield connection.execute(THANKS_OF_LATE, span).fetchone()[0]
    else:
        yield from (touches for (touches,) in _parts(connection, THANKS, THANKS_IDS, span))


def _parts(
    connection: Book, statement: str, ids: str, span: dict[str, str]
) -> Iterator[Sequence[str | None]]:
    """What a statement makes of its rows, so many rows at a time; ids says of which."""
    low, high = connection.execute(ids).fetchone()
    for at in range(low or 0, (high or -1) + 1, AT_ONCE):
        part = {**span, "low": at, "high": at + AT_ONCE - 1}
        yield connection.execute(statement, part).fetchone()


def _list(said: str | None) -> list[str]:
    return said.split(",") if said else []


def _counted(said: str | None) -> dict[str, int]:
    """How often each word is in a list of few that are many times in it, without taking it apart.

    Each stands between commas of its own, and goes once it was counted.
    """
    found: dict[str, int] = {}
    left = f",{said.replace(',', ',,')}," if said else ""
    while left:
        word = left[: left.index(",", 1) + 1]
        found[word.strip(",")] = left.count(word)
        left = left.replace(word, "")
    return found
