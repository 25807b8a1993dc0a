"""The facts of relationships: all that is between you and those people, set by set."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.people import Person, person
from netlog.records.refs import BIRTHDAY, ref
from netlog.records.standing import (
    NOBODY,
    Chase,
    Happened,
    Relationship,
    SaidNo,
    ToCome,
    YearlyDay,
)
from netlog.records.thanks import Thanks
from netlog.store.connect import Book
from netlog.store.reads import favors, thanks
from netlog.store.reads.values import day, known_day, rows_of
from netlog.typed import Any

# The rest is asked of a few contacts, or of all at once when they are many.
CONTACTS = """
SELECT c.id, c.name, c.created_at, c.met_on, c.every_days, c.last_touch_on, c.next_due_on,
       c.snoozed_until, c.snoozes, c.remind_on, c.remind_why, c.birthday, c.birthday_done_on,
       c.snoozed_on, c.birthday_snoozed_until
FROM contact c WHERE {whose}
"""
INTRODUCED = """
SELECT introduced_by_id, id, name FROM contact WHERE {whose}
ORDER BY introduced_by_id NULLS FIRST, id
"""
DATES = """
SELECT contact_id, label, day, done_on, snoozed_until, number
FROM contact_date WHERE {whose} ORDER BY id
"""
TAGS = "SELECT contact_id, tag FROM contact_tag WHERE {whose} ORDER BY tag, contact_id"
FAVORS = favors.COLUMNS + "WHERE {whose} ORDER BY f.opened_on DESC, f.id DESC"
THANKS = thanks.COLUMNS + "WHERE {whose} ORDER BY t.opened_on, t.id"
# Of those the ones that can make a line of a morning still, found by whose they are: by an index
# of what is open, everybody's would be read.
UNTOLD = FAVORS.replace("{whose}", "{whose} AND coalesce(f.told_on, f.dropped_on) IS NULL")
UNSENT = THANKS.replace("{whose}", "{whose} AND coalesce(t.sent_on, t.dropped_on) IS NULL")
MEETINGS = """
SELECT mc.contact_id, m.id, m.happened_on, m.kind, m.text, m.asked, m.invited_by, m.paid_by,
       m.remind_on, m.remind_why
FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
WHERE {whose} ORDER BY m.happened_on DESC, m.id DESC, mc.contact_id
"""
BILLED = """
SELECT mc.contact_id, m.id, m.happened_on, m.kind, m.text, m.asked, m.invited_by, m.paid_by,
       m.remind_on, m.remind_why
FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
WHERE (m.paid_by IS NOT NULL OR m.invited_by IS NOT NULL) AND {whose}
ORDER BY m.happened_on DESC, m.id DESC, mc.contact_id
"""
PLANS = """
SELECT pc.contact_id, p.id, p.happens_on, p.starts_at, p.kind, p.text, p.snoozed_until, p.snoozes,
       p.invited_by, p.place
FROM plan_contact pc JOIN plan p ON p.id = pc.plan_id
WHERE p.done_on IS NULL AND p.dropped_on IS NULL AND {whose}
ORDER BY p.happens_on, p.id, pc.id
"""
COMPANY = """
SELECT pc.contact_id, pc.plan_id, c.name
FROM plan_contact pc
JOIN plan p ON p.id = pc.plan_id
JOIN plan_contact other ON other.plan_id = pc.plan_id AND other.contact_id <> pc.contact_id
JOIN contact c ON c.id = other.contact_id
WHERE p.done_on IS NULL AND p.dropped_on IS NULL AND {whose}
ORDER BY other.id
"""
# An introduction of which one of the two told is the other's, too.
HEARD_OF = """
SELECT o.id FROM favor f JOIN favor o ON o.contact_id = f.introduced_id
  AND o.introduced_id = f.contact_id AND coalesce(o.done_on, '') = coalesce(f.done_on, '')
WHERE f.introduced_id > 0 AND f.told_on IS NOT NULL
"""

ANY_LEAD = "SELECT 1 FROM lead LIMIT 1"

# Past this many, one look at everybody's facts is cheaper than one at each contact's.
FEW = 5_000


class Shared(NamedTuple):
    """What is asked of nobody in particular, and holds for everybody: read once.

    chased are the steps of open leads and said_no what was declined, both by whose they are;
    heard_of the introductions of which the other one was told, by id.
    """

    chased: Mapping[int, Sequence[Chase]]
    said_no: Mapping[int, Sequence[SaidNo]]
    heard_of: frozenset[int]


def shared(connection: Book) -> Shared:
    """What several looks at people of one view share."""
    heard_of = frozenset(id_ for (id_,) in connection.execute(HEARD_OF))
    if connection.execute(ANY_LEAD).fetchone() is None:
        return Shared({}, {}, heard_of)
    from netlog.store.reads import leads
    from netlog.store.reads.chases import chases

    return Shared(chases(connection), leads.said_no(connection), heard_of)


def relationship(connection: Book, contact_id: int) -> Relationship:
    """The facts of one relationship, all meetings among them."""
    (found,) = relationships(connection, [contact_id], all_meetings)
    return found


def all_meetings(_: Sequence[Favor]) -> bool:
    """Every meeting counts, whatever was asked: for `relationships`."""
    return True


def nobodys(known: Shared) -> list[Relationship]:
    """The steps at which a lead stands while nobody is known who could be asked, and the leads
    that have none, as if each were somebody: named by it, without an id.
    """
    return [
        Relationship(
            contact=Person(0, chase.ref, chase.whom),
            added_on=chase.since,
            met_on=None,
            tags=(),
            every_days=0,
            last_touch_on=None,
            next_due_on=None,
            snoozed_until=None,
            snoozes=0,
            remind_on=None,
            remind_why=None,
            days=(),
            favors=(),
            thanks=(),
            chases=(chase,),
        )
        for chase in known.chased.get(NOBODY, ())
    ]


def relationships(
    connection: Book,
    ids: Sequence[int],
    meetings: Callable[[Sequence[Favor]], bool],
    known: Shared | None = None,
    *,
    open_only: bool = False,
) -> list[Relationship]:
    """The facts of those relationships, in the order of ids.

    meetings says, of somebody's favors, whether the meetings count; else only those with a bill do.
    known is what whoever asks has read already. open_only leaves out, of those of whom the meetings
    do not count, what can make no line of a morning any more.
    """
    if not ids:
        return []
    chased, said_no, heard_of = known or shared(connection)
    given = _favors(connection, UNTOLD if open_only else FAVORS, ids)
    with_meetings = [id_ for id_ in ids if id_ in chased or meetings(given[id_])]
    happened = _happened(connection, MEETINGS, with_meetings)
    owed = _thanks(connection, UNSENT if open_only else THANKS, ids)
    if open_only:
        given |= _favors(connection, FAVORS, with_meetings)
        owed |= _thanks(connection, THANKS, with_meetings)
    whole = with_meetings if open_only else ids
    introduced = _of_each(connection, INTRODUCED, "introduced_by_id", whole, person)
    billed = _happened(connection, BILLED, [id_ for id_ in whole if id_ not in happened])
    tags = _of_each(connection, TAGS, "contact_id", ids, lambda tag: tag)
    dates = _of_each(connection, DATES, "contact_id", ids, lambda *date: date)
    plans = _plans(connection, ids)
    rows = {row[0]: row for row in _rows(connection, CONTACTS, "c.id", ids)}
    return [
        _relationship(
            rows[id_],
            dates[id_],
            tuple(tags[id_]),
            tuple(given[id_]),
            tuple(owed[id_]),
            tuple(introduced[id_]),
            tuple(happened.get(id_, billed.get(id_, []))),
            tuple(plans.get(id_, ())),
            tuple(chased.get(id_, ())),
            tuple(said_no.get(id_, ())),
            heard_of,
        )
        for id_ in ids
    ]


def _relationship(
    row: tuple[Any, ...],
    dates: list[tuple[Any, ...]],
    tags: tuple[str, ...],
    given: tuple[Any, ...],
    owed: tuple[Any, ...],
    introduced: tuple[Person, ...],
    happened: tuple[Happened, ...],
    plans: tuple[ToCome, ...],
    chases: tuple[Chase, ...],
    said_no: tuple[SaidNo, ...],
    heard_of: frozenset[int],
) -> Relationship:
    (
        id_, name, created_at, met_on, every_days, last, due_on, snoozed, snoozes, remind_on,
        remind_why, birthday, greeted, snoozed_on, greet_on,
    ) = row  # fmt: skip
    who = person(id_, name)
    yearly = [("birthday", birthday, greeted, greet_on, BIRTHDAY), *dates]
    days = [
        YearlyDay(label, on, day(done_on), f"{who.ref}.{number}", day(until))
        for label, on, done_on, until, number in yearly
        if on
    ]
    return Relationship(
        contact=who,
        added_on=known_day(created_at[:10]),
        met_on=day(met_on),
        tags=tags,
        every_days=every_days,
        last_touch_on=day(last),
        next_due_on=day(due_on),
        snoozed_until=day(snoozed),
        snoozes=snoozes,
        remind_on=day(remind_on),
        remind_why=remind_why,
        days=tuple(days),
        favors=given,
        thanks=owed,
        introduced=introduced,
        meetings=happened,
        plans=plans,
        chases=chases,
        said_no=said_no,
        heard_of=heard_of,
        snoozed_on=day(snoozed_on),
    )


def _favors(connection: Book, sql: str, ids: Sequence[int]) -> dict[int, list[Favor]]:
    return _by_contact(connection, sql, "f.contact_id", ids, favors.of_row)


def _thanks(connection: Book, sql: str, ids: Sequence[int]) -> dict[int, list[Thanks]]:
    return _by_contact(connection, sql, "t.contact_id", ids, thanks.of_row)


def _happened(connection: Book, sql: str, ids: Sequence[int]) -> dict[int, list[Happened]]:
    def happened(id_: int, on: str, *rest: Any) -> Happened:
        return Happened(id_, known_day(on), *rest)

    return dict(_of_each(connection, sql, "mc.contact_id", ids, happened))


def _plans(connection: Book, ids: Sequence[int]) -> dict[int, list[ToCome]]:
    planned = list(_rows(connection, PLANS, "pc.contact_id", ids))
    company = defaultdict(list)
    with_plans = list(dict.fromkeys(row[0] for row in planned))
    for owner, plan_id, name in _rows(connection, COMPANY, "pc.contact_id", with_plans):
        company[owner, plan_id].append(name)
    found: dict[int, list[ToCome]] = defaultdict(list)
    for owner, id_, on, at, kind, text, put_off, snoozes, *rest in planned:
        said = ref("p", id_), known_day(on), at, kind, text, day(put_off), snoozes
        found[owner].append(ToCome(*said, tuple(company[owner, id_]), *rest))
    return found


def _by_contact(
    connection: Book,
    sql: str,
    key: str,
    ids: Sequence[int],
    record: Callable[[tuple[Any, ...]], Any],
) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in _rows(connection, sql, key, ids):
        one = record(row)
        found[one.contact.id].append(one)
    return found


def _of_each(
    connection: Book,
    sql: str,
    key: str,
    ids: Sequence[int],
    made: Callable[..., Any],
) -> dict[int, list[Any]]:
    """What is made of the rest of each row, by its first column, which says whose it is."""
    found: dict[int, list[Any]] = defaultdict(list)
    for owner, *rest in _rows(connection, sql, key, ids):
        found[owner].append(made(*rest))
    return found


def _rows(connection: Book, sql: str, key: str, ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    return rows_of(connection, sql, key, ids, FEW)
