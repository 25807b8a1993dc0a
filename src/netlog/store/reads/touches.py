"""Every touch of a span of days: counted by day, by kind and by month, however many there are.

Of a million meetings the rows are more than can be looked at one by one: SQLite hands them on as
lists, those of a day or so many at a time, and sets and counters take each list whole.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, groupby
from operator import itemgetter

from netlog.named import NamedTuple
from netlog.store.connect import Book
from netlog.store.reads.values import known_day
from netlog.typed import Any, Final

# Out of an index that holds all that is asked, and in its order.
MEETINGS = """
SELECT happened_on, kind, group_concat(id) FROM meeting
WHERE kind <> 'note' AND happened_on BETWEEN :first AND :last
GROUP BY happened_on, kind ORDER BY happened_on, kind
"""
# In the order in which they lie: to ask of each meeting who was there takes four times as long.
PRESENT = """
SELECT group_concat(meeting_id), group_concat(contact_id) FROM meeting_contact
WHERE id BETWEEN :low AND :high
"""
PRESENT_IDS = "SELECT min(id), max(id) FROM meeting_contact"
MEETING_IDS = "SELECT max(id), count(*) FROM meeting"
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
FAVOR_IDS = "SELECT min(id), max(id) FROM favor"
THANKS_IDS = "SELECT min(id), max(id) FROM thanks"
AT_ONCE: Final = 8192
LATE: Final = timedelta(days=800)
# So many ids to a meeting at most, and each id has a place of its own: quick, and eight bytes.
SPARSE: Final = 32
# Of what a list holds the month, and how many letters the day has.
MONTH: Final = itemgetter(slice(7))
DAY: Final = 10
ASKED: Final = "asked"
ACTS: Final = ("given", "received", "told", ASKED)


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


class _Acts:
    """What happened with people beside meetings: on each day with whom, asks apart."""

    def __init__(self) -> None:
        self.whom: defaultdict[str, set[int]] = defaultdict(set)
        self.asked: defaultdict[str, set[int]] = defaultdict(set)
        self.kinds: Counter[str] = Counter()
        self.months: Counter[tuple[str, str]] = Counter()

    def add(self, kind: str, touches: Sequence[str], what: str = "") -> None:
        """Count acts of a kind, and in their months, by what they are there."""
        days = self.asked if kind == ASKED else self.whom
        for touch in touches:
            days[touch[:DAY]].add(int(touch[DAY:]))
        self.kinds[kind] += len(touches)
        for month, number in Counter(map(MONTH, touches)).items():
            self.months[month, what or kind] += number

    def left(self) -> Iterator[tuple[str, set[int]]]:
        """The days that nobody took from it, with nobody yet."""
        yield from ((on, set()) for on in self.whom.keys() | self.asked.keys())


class _Present:
    """Who was at each meeting, by its id: somebody was at each, and others at some."""

    def __init__(self, connection: Book) -> None:
        highest, number = connection.execute(MEETING_IDS).fetchone()
        self._one: dict[int, int] | array[int] = (
            array("q", bytes(8 * (highest + 1)))
            if number and highest <= SPARSE * number
            else defaultdict(int)
        )
        self._others: defaultdict[int, list[int]] = defaultdict(list)
        one, others = self._one, self._others
        for meetings, people in _parts(connection, PRESENT, PRESENT_IDS, {}):
            for meeting_id, contact_id in zip(_ids(meetings), _ids(people), strict=True):
                if one[meeting_id]:
                    others[meeting_id].append(contact_id)
                else:
                    one[meeting_id] = contact_id

    def at(self, meetings: Sequence[int]) -> list[int]:
        """Whoever was at any of them, as often as they were."""
        found = list(map(self._one.__getitem__, meetings))
        if self._others:
            for meeting_id in self._others.keys() & meetings:
                found += self._others[meeting_id]
        return found


class _Meetings:
    """Meetings of a kind, counted once each, and with each who was there."""

    def __init__(self) -> None:
        self.held: Counter[str] = Counter()
        self._met: Counter[str] = Counter()
        self._begun: dict[str, int] = {}

    def days(self, connection: Book, span: dict[str, str]) -> Iterator[tuple[str, set[int]]]:
        """Each day with a meeting, and whom you met on it: what is counted is whole at the end."""
        present = _Present(connection)
        for on, kinds in groupby(connection.execute(MEETINGS, span), key=itemgetter(0)):
            together: set[int] = set()
            for _, kind, listed in kinds:
                meetings = _ids(listed)
                whom = present.at(meetings)
                together.update(whom)
                self._met[kind] += len(whom)
                self.held[kind] += len(meetings)
                self._begun[kind] = min(self._begun.get(kind, meetings[0]), min(meetings))
            yield on, together

    @property
    def met(self) -> Counter[str]:
        """With how many people there was one of each kind, in the order in which kinds began."""
        begun = sorted(self._begun, key=self._begun.__getitem__)
        return Counter({kind: self._met[kind] for kind in begun})


def touched(connection: Book, first: date, last: date) -> Touched:
    """Every touch from the first day to the last: somebody counts once on a day."""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    acts, meetings = _acts(connection, span, last - first), _Meetings()
    days: dict[str, int] = {}
    conversations = 0
    for on, whom in chain(meetings.days(connection, span), acts.left()):
        whom |= acts.whom.pop(on, set())
        conversations += len(whom)
        whom |= acts.asked.pop(on, set())
        days[on] = len(whom)
    return Touched(
        days={known_day(on): days[on] for on in sorted(days)},
        conversations=conversations,
        kinds=meetings.met + acts.kinds,
        meetings=meetings.held,
        months=acts.months,
    )


def _acts(connection: Book, span: dict[str, str], long: timedelta) -> _Acts:
    found = _Acts()
    for touches in _thanks(connection, span, long):
        found.add("thanks", _list(touches), "thanked")
    for lists in _parts(connection, FAVORS, FAVOR_IDS, span):
        for kind, touches in zip(ACTS, lists, strict=True):
            found.add(kind, _list(touches))
    (told,) = connection.execute(TOLD_BEFORE, span).fetchone()
    found.add("told", _list(told))
    return found


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


def _ids(said: str | None) -> Any:
    return json.loads(f"[{said or ''}]")
