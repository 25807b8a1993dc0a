"""Who may be due: found by index, whatever the size of the book."""

from datetime import date, timedelta

from netlog.records.people import PeopleFilter
from netlog.store.connect import Book
from netlog.store.reads.values import known_day

# Everybody of whom anything may be due: what is older than :since has come to rest.
DUE = """
SELECT c.id FROM contact c
WHERE {who} AND c.id IN (
  {silent}SELECT contact_id FROM thanks
    WHERE sent_on IS NULL AND dropped_on IS NULL AND due_on BETWEEN :since AND :until
  UNION SELECT contact_id FROM thanks
    WHERE snoozed_until BETWEEN :since AND :until AND sent_on IS NULL AND dropped_on IS NULL
  UNION SELECT contact_id FROM favor
    WHERE done_on IS NULL AND dropped_on IS NULL AND due_on BETWEEN :since AND :until
  UNION SELECT contact_id FROM favor
    WHERE snoozed_until BETWEEN :since AND :until AND told_on IS NULL AND dropped_on IS NULL
  UNION SELECT contact_id FROM favor
    WHERE told_on IS NULL AND outcome_on BETWEEN :since AND :until AND dropped_on IS NULL
  UNION SELECT contact_id FROM favor
    WHERE direction = 'to_me' AND outcome_on IS NULL AND dropped_on IS NULL
      AND done_on BETWEEN :since AND :until
  UNION SELECT contact_id FROM favor
    WHERE introduced_id IS NOT NULL AND told_on IS NULL AND dropped_on IS NULL
      AND done_on BETWEEN :since AND :until
  UNION SELECT pc.contact_id FROM plan p JOIN plan_contact pc ON pc.plan_id = p.id
    WHERE p.done_on IS NULL AND p.dropped_on IS NULL AND p.happens_on BETWEEN :since AND :eve
  UNION SELECT s.contact_id FROM lead l JOIN lead_step s ON s.lead_id = l.id
    WHERE l.closed_on IS NULL
  UNION SELECT contact_id FROM contact_date WHERE day_key BETWEEN :from_key AND :to_key
  UNION SELECT contact_id FROM contact_date WHERE day_key BETWEEN :from_key_2 AND :to_key_2
  UNION SELECT id FROM contact WHERE birthday_key BETWEEN :from_key AND :to_key
  UNION SELECT id FROM contact WHERE birthday_key BETWEEN :from_key_2 AND :to_key_2)
ORDER BY c.id
"""

_SILENT = "SELECT id FROM contact WHERE next_due_on <= :until UNION "
NEXT_SILENT = """
SELECT next_due_on FROM contact WHERE next_due_on > :today AND archived_at IS NULL
ORDER BY next_due_on LIMIT 1
"""
ANY_COMPANY = "SELECT 1 FROM organization WHERE cadence_days > 0 LIMIT 1"
LANDED = "SELECT 1 FROM lead WHERE goal_id > 0 AND closed_on BETWEEN :first AND :today LIMIT 1"
# So long after a lead has landed it may be asked whether its goal is reached.
ASKED_DAYS = 7
ANYBODY = "SELECT EXISTS (SELECT 1 FROM contact)"


def due(
    connection: Book,
    people: PeopleFilter,
    since: date,
    until: date,
    keys: tuple[tuple[str, str], ...],
    *,
    silent: bool = True,
) -> list[int]:
    """The ids of those people of whom anything may be due by `until`.

    Nothing that is still shown is older than `since`; keys are one or two ranges of MM-DD. silent:
    those to get back to are among them.
    """
    from netlog.store.reads import filters

    who, binds = filters.condition(connection, people)
    first, last = keys[0], keys[-1]
    binds |= {"since": since.isoformat(), "until": until.isoformat()}
    # A plan comes up on its eve.
    binds["eve"] = (until + timedelta(days=1)).isoformat()
    binds |= {"from_key": first[0], "to_key": first[1]}
    binds |= {"from_key_2": last[0], "to_key_2": last[1]}
    sql = DUE.format(who=who, silent=_SILENT if silent else "")
    return [id_ for (id_,) in connection.execute(sql, binds)]


def next_silent(connection: Book, today: date) -> date | None:
    """The next day after today on which somebody is to be got back to."""
    row = connection.execute(NEXT_SILENT, {"today": today.isoformat()}).fetchone()
    return row and known_day(row[0])


def any_company(connection: Book) -> bool:
    """Whether it was asked of a company that it comes up."""
    return connection.execute(ANY_COMPANY).fetchone() is not None


def any_landed(connection: Book, today: date) -> bool:
    """Whether a lead that serves a goal has ended of late."""
    first = today - timedelta(days=ASKED_DAYS)
    binds = {"first": first.isoformat(), "today": today.isoformat()}
    return connection.execute(LANDED, binds).fetchone() is not None


def is_empty(connection: Book) -> bool:
    """Whether nobody was added yet."""
    return not connection.execute(ANYBODY).fetchone()[0]
