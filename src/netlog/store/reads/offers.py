"""What shell completion offers from the file: people, refs and tags."""

from collections.abc import Iterator, Mapping

from netlog.records.matching import Named, Referred
from netlog.records.refs import ref
from netlog.store.connect import Book

# The words are looked for in the index, whose order is the order of the people: whoever wants only
# the first few reads no further.
PEOPLE = """
SELECT id, name, organization, name_key FROM contact
WHERE instr(name_key, :word) > 0 AND archived_at IS NULL
ORDER BY name_key, id
"""
PEOPLE_BACKWARDS = """
SELECT id, name, organization, name_key FROM contact
WHERE instr(name_key, :word) > 0 AND archived_at IS NULL
ORDER BY name_key DESC, id DESC
"""

ARCHIVED = """
SELECT id, name, organization, name_key FROM contact
WHERE archived_at IS NOT NULL ORDER BY name_key, id
"""

PEOPLE_BY_REF = """
SELECT id, name, organization, name_key FROM contact
WHERE CAST(id AS TEXT) LIKE :digits || '%' AND archived_at IS NULL
ORDER BY id
LIMIT :most
"""

# Each by id, with whose it is and what it is about.
_THANKS = """
SELECT t.id, c.id, c.name, c.name_key, 'thanks for ' || coalesce(m.kind, f.text, 'them')
FROM thanks t
JOIN contact c ON c.id = t.contact_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN favor f ON f.id = t.favor_id
WHERE c.archived_at IS NULL AND """
_FAVORS = """
SELECT f.id, c.id, c.name, c.name_key, f.text
FROM favor f JOIN contact c ON c.id = f.contact_id
WHERE c.archived_at IS NULL AND """
_MEETINGS = """
SELECT m.id, c.id, c.name, c.name_key, m.kind || ' on ' || m.happened_on
FROM meeting m
JOIN meeting_contact p ON p.meeting_id = m.id
JOIN contact c ON c.id = p.contact_id
WHERE """

_PLANS = """
SELECT p.id, c.id, c.name, c.name_key, p.kind || ' on ' || p.happens_on
FROM plan p
JOIN plan_contact pc ON pc.plan_id = p.id
JOIN contact c ON c.id = pc.contact_id
WHERE """

OPEN_PLANS = (
    _PLANS + "p.done_on IS NULL AND p.dropped_on IS NULL ORDER BY p.happens_on, p.id, pc.id"
)
PLANS_BEGINNING = (
    _PLANS
    + "pc.id = (SELECT min(id) FROM plan_contact WHERE plan_id = p.id)"
    + " AND CAST(p.id AS TEXT) LIKE :digits || '%' ORDER BY p.id LIMIT :most"
)
OPEN_THANKS = _THANKS + "t.sent_on IS NULL AND t.dropped_on IS NULL ORDER BY t.id"
OPEN_FAVORS = (
    _FAVORS + "f.done_on IS NULL AND f.dropped_on IS NULL AND f.told_on IS NULL ORDER BY f.id"
)
OPEN_ASKS = (
    _FAVORS
    + "f.asked = 1 AND f.done_on IS NULL AND f.dropped_on IS NULL AND f.outcome_on IS NULL"
    + " ORDER BY f.id"
)
UNTOLD_FAVORS = (
    _FAVORS
    + "f.outcome_on IS NOT NULL AND f.told_on IS NULL AND f.dropped_on IS NULL ORDER BY f.id"
)
FAVORS_WITHOUT_OUTCOME = (
    _FAVORS
    + "f.direction = 'to_me' AND f.outcome_on IS NULL AND f.dropped_on IS NULL ORDER BY f.id"
)
THANKS_BEGINNING = _THANKS + "CAST(t.id AS TEXT) LIKE :digits || '%' ORDER BY t.id LIMIT :most"
FAVORS_BEGINNING = _FAVORS + "CAST(f.id AS TEXT) LIKE :digits || '%' ORDER BY f.id LIMIT :most"
MEETINGS_BEGINNING = (
    _MEETINGS
    + "p.id = (SELECT min(id) FROM meeting_contact WHERE meeting_id = m.id)"
    + " AND CAST(m.id AS TEXT) LIKE :digits || '%' ORDER BY m.id LIMIT :most"
)

ORGANIZATIONS = """
SELECT id, 0, name, ' ' || lower(name), 'company' FROM organization ORDER BY name
"""
ORGANIZATIONS_BEGINNING = """
SELECT id, 0, name, ' ' || lower(name), 'company' FROM organization
WHERE CAST(id AS TEXT) LIKE :digits || '%' ORDER BY id LIMIT :most
"""
_GOALS = "SELECT g.id, 0, g.text, lower(g.text), g.horizon || ' term' FROM goal g WHERE "
_LEADS = "SELECT l.id, 0, l.title, lower(l.title), l.stage FROM lead l WHERE "
OPEN_GOALS = _GOALS + "g.done_on IS NULL AND g.dropped_on IS NULL ORDER BY g.id"
OPEN_LEADS = _LEADS + "l.closed_on IS NULL ORDER BY l.id"
GOALS_BEGINNING = _GOALS + "CAST(g.id AS TEXT) LIKE :digits || '%' ORDER BY g.id LIMIT :most"
LEADS_BEGINNING = _LEADS + "CAST(l.id AS TEXT) LIKE :digits || '%' ORDER BY l.id LIMIT :most"
OPEN_STEPS = """
SELECT s.lead_id, s.number, coalesce(c.name, s.text), coalesce(c.name_key, lower(s.text)), l.title
FROM lead_step s JOIN lead l ON l.id = s.lead_id LEFT JOIN contact c ON c.id = s.contact_id
WHERE l.closed_on IS NULL AND s.state <> 'done' ORDER BY s.lead_id, s.position
"""

# Of people see PEOPLE_BY_REF.
BEGINNING = {
    "t": THANKS_BEGINNING,
    "f": FAVORS_BEGINNING,
    "m": MEETINGS_BEGINNING,
    "p": PLANS_BEGINNING,
    "o": ORGANIZATIONS_BEGINNING,
    "g": GOALS_BEGINNING,
    "l": LEADS_BEGINNING,
}

TAGS = """
SELECT t.tag, count(*) FROM contact_tag t JOIN contact c ON c.id = t.contact_id
WHERE c.archived_at IS NULL GROUP BY t.tag ORDER BY t.tag
"""


def people(connection: Book, word: str, *, backwards: bool = False) -> Iterator[Named]:
    """People one of whose words begins with the folded word; all people for an empty one."""
    sql = PEOPLE_BACKWARDS if backwards else PEOPLE
    return (Named(*row) for row in connection.execute(sql, {"word": f" {word}"}))


def archived(connection: Book) -> list[Named]:
    """Everybody who is archived."""
    return [Named(*row) for row in connection.execute(ARCHIVED)]


def people_by_ref(connection: Book, digits: str, most: int) -> list[Named]:
    """At most so many people whose id begins with those digits."""
    binds = {"digits": digits, "most": most}
    return [Named(*row) for row in connection.execute(PEOPLE_BY_REF, binds)]


def beginning(connection: Book, letter: str, digits: str, most: int) -> list[Referred]:
    """At most so many records of the noun with that letter whose id begins with those digits."""
    return _referred(connection, letter, BEGINNING[letter], {"digits": digits, "most": most})


def open_thanks(connection: Book) -> list[Referred]:
    """The thanks that are neither sent nor dropped."""
    return _referred(connection, "t", OPEN_THANKS)


def open_favors(connection: Book) -> list[Referred]:
    """The favors that are neither done nor dropped."""
    return _referred(connection, "f", OPEN_FAVORS)


def open_asks(connection: Book) -> list[Referred]:
    """What was asked for and did not come yet."""
    return _referred(connection, "f", OPEN_ASKS)


def open_plans(connection: Book) -> list[Referred]:
    """The plans that nothing became of yet, the soonest first."""
    return _referred(connection, "p", OPEN_PLANS)


def open_goals(connection: Book) -> list[Referred]:
    """The goals that are neither reached nor let go."""
    return _referred(connection, "g", OPEN_GOALS)


def open_leads(connection: Book) -> list[Referred]:
    """The leads that go on."""
    return _referred(connection, "l", OPEN_LEADS)


def open_steps(connection: Book) -> list[Referred]:
    """The steps of open leads that are not done."""
    return [
        Referred(f"{ref('l', lead_id)}.{number}", Named(0, name, None, name_key), title)
        for lead_id, number, name, name_key, title in connection.execute(OPEN_STEPS)
    ]


def untold_favors(connection: Book) -> list[Referred]:
    """The favors whose outcome is to be told."""
    return _referred(connection, "f", UNTOLD_FAVORS)


def favors_without_outcome(connection: Book) -> list[Referred]:
    """The favors for you whose outcome is not known."""
    return _referred(connection, "f", FAVORS_WITHOUT_OUTCOME)


def organizations(connection: Book) -> list[Referred]:
    """The companies that have a record, by name."""
    return _referred(connection, "o", ORGANIZATIONS)


def _referred(
    connection: Book, letter: str, sql: str, binds: Mapping[str, str | int] = {}
) -> list[Referred]:
    return [
        Referred(ref(letter, id_), Named(contact_id, name, None, name_key), about)
        for id_, contact_id, name, name_key, about in connection.execute(sql, binds)
    ]


def tags(connection: Book) -> list[tuple[str, int]]:
    """The tags in use, each with the number of people who have it."""
    return connection.execute(TAGS).fetchall()
