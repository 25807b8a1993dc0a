"""Who knows whom: set by set, from the people who are sought back to those whom you know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from netlog.folding import words
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.path import Acquaintance, OccasionGuest, Sought, Tied
from netlog.records.people import person
from netlog.records.search import Term
from netlog.store.connect import Book
from netlog.store.reads.values import day, known_day
from netlog.typed import Any
from netlog.wording import quoted, said_kind

WRITTEN = ("email", "message")
_NAMES = "c.id, c.name, c.last_touch_on"
_ACTIVE = "c.archived_at IS NULL"
# Of many the ones you were in touch with last: the others are further away in any case.
MOST = 60
# So many meetings of somebody say whom they know, and so many introductions: the last ones.
MEETINGS, LINKS = 500, 5_000
GUEST_ROWS = 20_000
AT_ONCE = 200
ONE = f"SELECT {_NAMES} FROM contact c WHERE c.id = :id"
ORGANIZATIONS = """
SELECT DISTINCT organization FROM contact WHERE organization IS NOT NULL
UNION SELECT DISTINCT organization FROM contact_job WHERE organization IS NOT NULL
UNION SELECT DISTINCT organization FROM lead WHERE organization IS NOT NULL
UNION SELECT title FROM lead
"""
THERE_NOW = f"""
SELECT {_NAMES}, c.title, c.organization FROM contact c
WHERE c.organization IN ({{names}}) AND {_ACTIVE}
ORDER BY c.last_touch_on DESC NULLS LAST, c.id LIMIT :most
"""
THERE_BEFORE = f"""
SELECT {_NAMES}, j.organization, j.ended_on
FROM contact_job j JOIN contact c ON c.id = j.contact_id
WHERE j.organization IN ({{names}}) AND {_ACTIVE}
ORDER BY c.last_touch_on DESC NULLS LAST, c.id LIMIT :most
"""
STEPS_TO = f"""
SELECT {_NAMES}, l.title, l.closed_on FROM lead l JOIN lead_step s ON s.lead_id = l.id
JOIN contact c ON c.id = s.contact_id
WHERE (l.organization IN ({{names}}) OR l.title IN ({{names}})) AND s.state <> 'broken'
  AND {_ACTIVE}
ORDER BY l.closed_on IS NOT NULL, s.position DESC LIMIT :most
"""
# At whom an open lead there broke, and at whom one broke that others are steps of.
BROKE_THERE = """
SELECT s.contact_id FROM lead l JOIN lead_step s ON s.lead_id = l.id
WHERE (l.organization IN ({names}) OR l.title IN ({names})) AND l.closed_on IS NULL
  AND s.contact_id IS NOT NULL
GROUP BY 1 HAVING count(*) FILTER (WHERE s.state <> 'broken') = 0
"""
BROKE_BEFORE = """
SELECT s.contact_id FROM lead_step o JOIN lead l ON l.id = o.lead_id
JOIN lead_step s ON s.lead_id = l.id
WHERE o.contact_id = :id AND l.closed_on IS NULL
  AND s.contact_id IS NOT NULL AND s.contact_id <> :id
GROUP BY 1 HAVING count(*) FILTER (WHERE s.state <> 'broken') = 0
"""
OF_TEXT = f"""
SELECT {_NAMES}, c.title, c.organization
FROM contact_search(:match) s JOIN contact c ON c.id = s.rowid
WHERE {_ACTIVE}
ORDER BY c.last_touch_on DESC NULLS LAST, c.id LIMIT :most
"""
SPOKEN_OF = f"""
SELECT {_NAMES}, m.text, m.occasion, m.place, m.kind, m.happened_on FROM (
    SELECT m.id, m.text, m.occasion, m.place, m.kind, m.happened_on FROM meeting_search(:match) s
    JOIN meeting m ON m.id = s.rowid ORDER BY s.rowid DESC LIMIT :most) m
JOIN meeting_contact mc ON mc.meeting_id = m.id JOIN contact c ON c.id = mc.contact_id
WHERE {_ACTIVE} LIMIT :most
"""
LED = f"""
SELECT i.id, {_NAMES}, c.name || ' led you to them' FROM contact i
JOIN contact c ON c.id = i.introduced_by_id WHERE i.id IN ({{ids}}) AND {_ACTIVE}
UNION ALL
SELECT c.introduced_by_id, {_NAMES}, 'they led you to ' || c.name FROM contact c
WHERE c.introduced_by_id IN ({{ids}}) AND {_ACTIVE}
ORDER BY 4 DESC NULLS LAST, 2 LIMIT :links
"""
TOGETHER = f"""
SELECT f.contact_id, {_NAMES} FROM favor f JOIN contact c ON c.id = f.introduced_id
WHERE f.contact_id IN ({{ids}}) AND f.done_on IS NOT NULL AND {_ACTIVE}
"""
RELATED = f"""
SELECT r.contact_id, {_NAMES}, r.kind, r.word, 1 FROM relation r
JOIN contact c ON c.id = r.other_id WHERE r.contact_id IN ({{ids}}) AND {_ACTIVE}
UNION ALL
SELECT r.other_id, {_NAMES}, r.kind, r.word, 0 FROM relation r
JOIN contact c ON c.id = r.contact_id WHERE r.other_id IN ({{ids}}) AND {_ACTIVE}
"""
# With whom somebody was at the last meetings of theirs, those whom you were in touch with last; an
# occasion with more guests than that links nobody.
MET = f"""
SELECT {_NAMES}, t.times, t.latest FROM (
    SELECT theirs.contact_id AS other, count(*) AS times, max(m.happened_on) AS latest
    FROM (SELECT meeting_id FROM meeting_contact WHERE contact_id = :id
          ORDER BY id DESC LIMIT :meetings) mine
    JOIN meeting m ON m.id = mine.meeting_id AND m.kind <> 'note'
    JOIN meeting_contact theirs
      ON theirs.meeting_id = mine.meeting_id AND theirs.contact_id <> :id
    WHERE (SELECT count(*) FROM meeting_contact g WHERE g.meeting_id = mine.meeting_id) <= :guests
    GROUP BY 1) t
JOIN contact c ON c.id = t.other WHERE {_ACTIVE}
ORDER BY c.last_touch_on DESC NULLS LAST, t.times DESC LIMIT :most
"""
# Who was at the occasions at which those people were, day by day; of very many the first ones.
GUESTS = f"""
SELECT DISTINCT m.occasion, m.happened_on, c.archived_at IS NOT NULL, {_NAMES} FROM meeting m
JOIN meeting_contact g ON g.meeting_id = m.id JOIN contact c ON c.id = g.contact_id
WHERE m.kind <> 'note' AND m.occasion IN (
    SELECT o.occasion FROM meeting_contact mc JOIN meeting o ON o.id = mc.meeting_id
    WHERE mc.contact_id IN ({{ids}}) AND o.occasion IS NOT NULL)
ORDER BY m.occasion, m.happened_on, c.id LIMIT :rows
"""
STEPPED = f"""
SELECT s.contact_id, {_NAMES}, l.title, l.closed_on FROM lead_step s
JOIN lead l ON l.id = s.lead_id
JOIN lead_step o ON o.lead_id = s.lead_id AND abs(o.position - s.position) = 1
JOIN contact c ON c.id = o.contact_id
WHERE s.contact_id IN ({{ids}}) AND s.state <> 'broken' AND o.state <> 'broken' AND {_ACTIVE}
"""
EMPLOYED = "SELECT id, organization FROM contact WHERE id IN ({ids}) AND organization <> ''"
WORKED = f"""
SELECT {_NAMES}, c.organization FROM contact c
WHERE c.organization IN ({{names}}) AND {_ACTIVE} AND c.last_touch_on IS NOT NULL
ORDER BY c.last_touch_on DESC NULLS LAST, c.id LIMIT :most
"""
EXCHANGED = """
SELECT contact_id, count(*) FILTER (WHERE direction = 'to_them'),
       count(*) FILTER (WHERE direction = 'to_me') FROM favor
WHERE done_on IS NOT NULL AND contact_id IN ({ids}) GROUP BY contact_id
"""


def one(connection: Book, contact_id: int) -> Acquaintance:
    """Somebody by id."""
    return _known(connection.execute(ONE, {"id": contact_id}).fetchone())


def organizations(connection: Book) -> list[str]:
    """Every organization that is named anywhere, and what leads are called."""
    return [name for (name,) in connection.execute(ORGANIZATIONS)]


def there(connection: Book, names: Sequence[str]) -> Iterator[Sought]:
    """Who is at those organizations, who was, and who is a step towards them."""
    binds, listed = _names(names)
    for *row, title, organization in connection.execute(THERE_NOW.format(names=listed), binds):
        said = f"is {title} at {organization}" if title else f"is at {organization}"
        yield Sought(_known(row), said, 1.0)
    for *row, organization, ended_on in connection.execute(
        THERE_BEFORE.format(names=listed), binds
    ):
        until = f" until {ended_on[:4]}" if ended_on else ""
        yield Sought(_known(row), f"was at {organization}{until}", 0.6)
    for *row, title, closed_on in connection.execute(STEPS_TO.format(names=listed), binds):
        is_ = "was" if closed_on else "is"
        yield Sought(_known(row), f"{is_} a step towards {title}", 0.8)


def broke_there(connection: Book, names: Sequence[str]) -> frozenset[int]:
    """At whom alone the open leads to those organizations, or that are called so, broke."""
    binds, listed = _names(names)
    rows = connection.execute(BROKE_THERE.format(names=listed), binds)
    return frozenset(id_ for (id_,) in rows)


def broke_before(connection: Book, contact_id: int) -> frozenset[int]:
    """At whom alone the open leads that somebody is a step of broke."""
    rows = connection.execute(BROKE_BEFORE, {"id": contact_id})
    return frozenset(id_ for (id_,) in rows)


def speaking_of(connection: Book, match: str, typed: str) -> Iterator[Sought]:
    """Who has the words on their card, and with whom you spoke of them, or was where they say."""
    binds = {"match": match, "most": MOST}
    for *row, title, organization in connection.execute(OF_TEXT, binds):
        work = ", ".join(filter(None, (title, organization)))
        yield Sought(_known(row), f"{work or 'their card'} speaks of {quoted(typed)}", 0.8)
    for *row, text, occasion, place, kind, on in connection.execute(SPOKEN_OF, binds):
        # Who is noted of an occasion need not have been there.
        is_told = kind == NOT_A_TOUCH or _has(text, typed)
        where = (one for one in (occasion, place) if not is_told and _has(one, typed))
        said = next((f"was at {one}" for one in where), _spoke(kind, quoted(typed)))
        yield Sought(_known(row), said, 0.5, known_day(on))


def _has(text: str | None, typed: str) -> bool:
    """Whether the text has words that begin so, all of them."""
    there = words(text or "")
    return all(any(one.startswith(word) for one in there) for word in words(typed))


def _spoke(kind: str, typed: str) -> str:
    if kind == NOT_A_TOUCH:
        return f"you noted {typed}"
    return f"spoke of {typed} {'in' if kind in WRITTEN else 'at'} the {said_kind(kind)}"


def ties(connection: Book, ids: Sequence[int], guests: int, *, colleagues: bool) -> Iterator[Tied]:
    """Who knows those people, and whence; colleagues as well, where that is asked for."""
    binds, listed = _ids(ids)
    for mine, *row, said in connection.execute(LED.format(ids=listed), {**binds, "links": LINKS}):
        yield Tied(mine, _known(row), said, 0.9)
    for mine, *row, kind, word, is_theirs in connection.execute(RELATED.format(ids=listed), binds):
        other = _known(row)
        yield Tied(mine, other, _related(other.contact.name, kind, word, is_theirs), 0.9)
    for mine, *row in connection.execute(TOGETHER.format(ids=listed), binds):
        yield Tied(mine, _known(row), "you brought them together", 0.6)
    for mine, *row, title, closed_on in connection.execute(STEPPED.format(ids=listed), binds):
        are = "were" if closed_on else "are"
        yield Tied(mine, _known(row), f"both {are} steps towards {title}", 0.7)
    for mine in ids:
        yield from _met(connection, mine, guests)
    if colleagues:
        yield from _worked(connection, ids)


def _related(name: str, kind: str, word: str | None, is_theirs: int) -> str:
    """Who is what to whom, of the two: somebody of that name to them, or they to somebody."""
    if kind == "assists":
        return f"assists {name}" if is_theirs else f"{name} assists them"
    said = word or kind
    if said.endswith(" of"):
        return f"{said} {name}" if is_theirs else f"{name} is {said} them"
    return f"{name} is their {said}" if is_theirs else f"{name}'s {said}"


def _met(connection: Book, mine: int, guests: int) -> Iterator[Tied]:
    """With whom somebody was at a meeting of a few."""
    binds = {"id": mine, "guests": guests, "meetings": MEETINGS, "most": MOST}
    for *row, times, latest in connection.execute(MET, binds):
        often = f"met {times} times with them, last" if times > 1 else "met with them"
        weight = min(0.8, 0.35 + 0.1 * times)
        yield Tied(mine, _known(row), often, weight, known_day(latest))


def guests(connection: Book, ids: Sequence[int]) -> list[OccasionGuest]:
    """Who was at the occasions of those people: by what they are called, and then by day."""
    binds, listed = _ids(ids)
    rows = connection.execute(GUESTS.format(ids=listed), {**binds, "rows": GUEST_ROWS})
    return [
        OccasionGuest(occasion, known_day(on), _known(row), bool(archived))
        for occasion, on, archived, *row in rows
    ]


def _worked(connection: Book, ids: Sequence[int]) -> Iterator[Tied]:
    """Who is at the organizations where those people are."""
    binds, listed = _ids(ids)
    there: dict[str, list[int]] = defaultdict(list)
    for mine, organization in connection.execute(EMPLOYED.format(ids=listed), binds):
        there[organization].append(mine)
    for start in range(0, len(there), AT_ONCE):
        named, names = _names(list(there)[start : start + AT_ONCE])
        for *row, organization in connection.execute(WORKED.format(names=names), named):
            for mine in there[organization]:
                if mine != row[0]:
                    yield Tied(mine, _known(row), f"both are at {organization}", 0.4)


def exchanged(connection: Book, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """What was given to and received from each of those people, in number."""
    binds, listed = _ids(ids)
    rows = connection.execute(EXCHANGED.format(ids=listed), binds)
    return {id_: (given, received) for id_, given, received in rows}


def matching(terms: Iterable[Term]) -> str:
    """The terms as FTS5 wants them."""
    from netlog.store.reads.search_match import match

    return match(terms)


def _known(row: Sequence[Any]) -> Acquaintance:
    id_, name, touched = row
    return Acquaintance(person(id_, name), day(touched))


def _ids(ids: Sequence[int]) -> tuple[dict[str, int], str]:
    binds = {f"id_{at}": id_ for at, id_ in enumerate(ids)}
    return binds, ", ".join(f":{name}" for name in binds)


def _names(names: Sequence[str]) -> tuple[dict[str, Any], str]:
    binds: dict[str, Any] = {f"name_{at}": name for at, name in enumerate(names)}
    listed = ", ".join(f":{name}" for name in binds)
    return {**binds, "most": MOST}, listed
