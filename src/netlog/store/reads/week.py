"""What a week is made of: whom you met, who is most urgent, circles, and the record of a search.

However many people are due, only the most urgent of each kind are looked at.
"""

from datetime import date, timedelta

from netlog.records.people import Person, person
from netlog.records.week import CircleCount, Effort
from netlog.store.connect import Book
from netlog.store.reads.values import LINE, known_day

# What is older has come to rest, or has faded.
SMALL_THANKS, THANKS, FAVORS = timedelta(days=31), timedelta(days=92), timedelta(days=140)
# So many of each kind: more than any plan can hold, whatever of them was put off.
MOST = 200
MET = """
SELECT c.id, c.name FROM meeting m
JOIN meeting_contact mc ON mc.meeting_id = m.id JOIN contact c ON c.id = mc.contact_id
WHERE m.kind NOT IN ('note', 'email', 'message') AND m.happened_on BETWEEN :first AND :last
GROUP BY c.id ORDER BY min(m.happened_on), c.id
"""
CIRCLES = """
SELECT l.circle, count(*), count(*) FILTER (WHERE c.last_touch_on >= :since)
FROM contact_circle l JOIN contact c ON c.id = l.contact_id
WHERE c.archived_at IS NULL GROUP BY l.circle
"""
# As `due` finds them; ordered as it ranks them.
URGENT = """
SELECT c.id FROM contact c WHERE c.archived_at IS NULL AND c.id IN (
  SELECT id FROM (SELECT id FROM contact WHERE next_due_on <= :until AND archived_at IS NULL
    ORDER BY (julianday(:until) - julianday(next_due_on))
      / CASE WHEN every_days > 1 THEN every_days ELSE 1 END DESC, id LIMIT :most) AS silent
  UNION SELECT contact_id FROM (SELECT contact_id FROM thanks
    WHERE sent_on IS NULL AND dropped_on IS NULL AND due_on BETWEEN :met AND :until
    ORDER BY due_on LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT t.contact_id FROM thanks t
      LEFT JOIN meeting m ON m.id = t.meeting_id
    WHERE t.sent_on IS NULL AND t.dropped_on IS NULL AND t.due_on BETWEEN :thanked AND :until
      AND (t.favor_id IS NOT NULL OR m.id IS NULL OR m.kind = 'interview')
    ORDER BY t.due_on LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT contact_id FROM favor
    WHERE done_on IS NULL AND dropped_on IS NULL AND due_on BETWEEN :since AND :until
    ORDER BY due_on LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT contact_id FROM favor
    WHERE told_on IS NULL AND outcome_on BETWEEN :since AND :until AND dropped_on IS NULL
    ORDER BY outcome_on LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT contact_id FROM favor
    WHERE direction = 'to_me' AND outcome_on IS NULL AND dropped_on IS NULL
      AND done_on BETWEEN :since AND :until ORDER BY done_on LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT contact_id FROM favor
    WHERE direction = 'to_me' AND done_on IS NOT NULL AND dropped_on IS NULL
    ORDER BY done_on DESC LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT contact_id FROM thanks
    WHERE snoozed_until BETWEEN :since AND :until AND sent_on IS NULL AND dropped_on IS NULL
    LIMIT :most) AS few
  UNION SELECT contact_id FROM (SELECT contact_id FROM favor
    WHERE snoozed_until BETWEEN :since AND :until AND told_on IS NULL AND dropped_on IS NULL
    LIMIT :most) AS few
  UNION SELECT s.contact_id FROM lead l JOIN lead_step s ON s.lead_id = l.id
    WHERE l.closed_on IS NULL
  UNION SELECT contact_id FROM (SELECT contact_id FROM contact_date
    WHERE day_key BETWEEN :from_key AND :to_key OR day_key BETWEEN :from_key_2 AND :to_key_2
    LIMIT :most) AS few
  UNION SELECT id FROM (SELECT id FROM contact
    WHERE birthday_key BETWEEN :from_key AND :to_key
      OR birthday_key BETWEEN :from_key_2 AND :to_key_2
    LIMIT :most) AS few)
ORDER BY c.id
"""
# Whom you keep in touch with, the last ones first.
ADVISERS = """
SELECT c.id FROM contact c
WHERE c.archived_at IS NULL AND c.every_days > 0 AND c.last_touch_on BETWEEN :since AND :until
ORDER BY c.last_touch_on DESC NULLS LAST, c.id LIMIT :most
"""
UNCALLED = """
SELECT k.id FROM (
  SELECT c.id, c.last_touch_on FROM contact c
  WHERE c.archived_at IS NULL AND c.every_days > 0
    AND EXISTS (SELECT 1 FROM contact_method w WHERE w.contact_id = c.id AND w.kind = 'phone')
  ORDER BY c.last_touch_on DESC NULLS LAST, c.id LIMIT :most) k
WHERE NOT EXISTS (SELECT 1 FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
                  WHERE mc.contact_id = k.id AND m.kind IN ('call', 'video'))
ORDER BY k.last_touch_on DESC NULLS LAST, k.id LIMIT :few
"""
# What was asked at a meeting stands with it, for the one who was asked; the asks are read once, and
# not for each meeting. Where somebody was on that day is the first job of theirs that ended after
# it, else where they are.
EFFORTS = f"""
WITH asks AS MATERIALIZED (
  SELECT meeting_id, contact_id, opened_on, group_concat(text, '; ') AS said
  FROM (SELECT * FROM favor WHERE asked = 1 AND meeting_id IS NOT NULL ORDER BY id) AS asked
  GROUP BY meeting_id, contact_id, opened_on),
asked_at AS MATERIALIZED (SELECT DISTINCT meeting_id FROM asks)
SELECT on_, id, name,
       nullif(coalesce((SELECT coalesce(j.organization, '') FROM contact_job j
                        WHERE j.contact_id = acts.id AND j.ended_on > acts.on_
                        ORDER BY j.ended_on, j.id LIMIT 1), organization), ''),
       how, what
FROM (
  SELECT m.happened_on AS on_, c.id, c.name, c.organization, m.kind AS how,
         trim(coalesce(m.text, '') || coalesce({LINE} || 'asked: ' ||
              CASE WHEN w.meeting_id IS NULL THEN m.asked ELSE a.said END, ''), {LINE}) AS what,
         1 AS rank, m.id AS number
    FROM meeting m JOIN meeting_contact mc ON mc.meeting_id = m.id
    JOIN contact c ON c.id = mc.contact_id
    LEFT JOIN asked_at w ON w.meeting_id = m.id
    LEFT JOIN asks a ON a.meeting_id = m.id AND a.contact_id = c.id AND a.opened_on = m.happened_on
    WHERE m.kind <> 'note' AND m.happened_on BETWEEN :first AND :last
  UNION ALL SELECT f.opened_on, c.id, c.name, c.organization, 'asked', f.text, 2, f.id
    FROM favor f JOIN contact c ON c.id = f.contact_id
    WHERE f.asked = 1 AND f.opened_on BETWEEN :first AND :last
      AND NOT EXISTS (SELECT 1 FROM meeting m JOIN meeting_contact mc ON mc.meeting_id = m.id
                      WHERE m.id = f.meeting_id AND m.kind <> 'note'
                        AND m.happened_on = f.opened_on AND mc.contact_id = f.contact_id)
  UNION ALL SELECT f.done_on, c.id, c.name, c.organization,
         CASE f.direction WHEN 'to_me' THEN 'received' ELSE 'given' END, f.text, 3, f.id
    FROM favor f JOIN contact c ON c.id = f.contact_id
    WHERE f.done_on BETWEEN :first AND :last
  UNION ALL SELECT t.sent_on, c.id, c.name, c.organization, coalesce(t.how, 'thanks'),
         'thanked them' ||
         coalesce(' for: ' || coalesce(f.text, m.kind || ' on ' || m.happened_on), ''), 4, t.id
    FROM thanks t JOIN contact c ON c.id = t.contact_id
    LEFT JOIN favor f ON f.id = t.favor_id LEFT JOIN meeting m ON m.id = t.meeting_id
    WHERE t.sent_on BETWEEN :first AND :last
  UNION ALL SELECT t.told_on, c.id, c.name, c.organization, 'told',
         CASE f.direction WHEN 'to_me' THEN 'told them how it turned out'
         ELSE 'asked them how it went' END || coalesce(': ' || t.outcome, ''), 4, f.id
    FROM (SELECT id AS favor_id, told_on, outcome FROM favor
          WHERE told_on BETWEEN :first AND :last
          UNION ALL SELECT favor_id, told_on, nullif(text, '') FROM favor_told
          WHERE told_on BETWEEN :first AND :last) t
    JOIN favor f ON f.id = t.favor_id JOIN contact c ON c.id = f.contact_id
  UNION ALL SELECT s.reached_on, NULL, NULL, l.organization, s.stage,
         l.title || CASE WHEN s.text IS NULL THEN '' ELSE ': ' || s.text END, 5, s.id
    FROM lead_stage s JOIN lead l ON l.id = s.lead_id
    WHERE s.reached_on BETWEEN :first AND :last
  UNION ALL SELECT s.asked_on, NULL, NULL, l.organization, 'asked',
         s.text || ': help on the way to ' || coalesce(l.organization, l.title), 6, s.id
    FROM lead_step s JOIN lead l ON l.id = s.lead_id
    WHERE s.contact_id IS NULL AND s.asked_on BETWEEN :first AND :last
  UNION ALL SELECT s.done_on, NULL, NULL, l.organization, 'received',
         s.text || ': help on the way to ' || coalesce(l.organization, l.title), 7, s.id
    FROM lead_step s JOIN lead l ON l.id = s.lead_id
    WHERE s.contact_id IS NULL AND s.done_on BETWEEN :first AND :last
  UNION ALL SELECT e.happened_on, NULL, NULL, o.name, e.kind, coalesce(e.text, ''), 8, e.id
    FROM organization_entry e JOIN organization o ON o.id = e.organization_id
    WHERE e.kind <> 'note' AND e.happened_on BETWEEN :first AND :last) acts
ORDER BY on_, rank, number, id
"""
FEW = 40


def met(connection: Book, first: date, last: date) -> tuple[Person, ...]:
    """Whom you met or spoke with from the first day to the last, the first ones first."""
    binds = {"first": first.isoformat(), "last": last.isoformat()}
    return tuple(person(*row) for row in connection.execute(MET, binds))


def circles(connection: Book, since: date) -> list[CircleCount]:
    """How many people each circle has, and with how many of them you were in touch since."""
    rows = connection.execute(CIRCLES, {"since": since.isoformat()})
    return [CircleCount(circle, people, in_touch or 0) for circle, people, in_touch in rows]


def urgent(
    connection: Book, today: date, until: date, keys: tuple[tuple[str, str], ...]
) -> list[int]:
    """The ids of those of whom anything may be due by `until`, the most urgent of each kind.

    keys are ranges of MM-DD, as `due.due` takes them; whoever helped you lately is among them.
    """
    first, last = keys[0], keys[-1]
    binds = {
        "met": (today - SMALL_THANKS).isoformat(),
        "thanked": (today - THANKS).isoformat(),
        "since": (today - FAVORS).isoformat(),
        "until": until.isoformat(),
        "most": MOST,
        "from_key": first[0],
        "to_key": first[1],
        "from_key_2": last[0],
        "to_key_2": last[1],
    }
    return [id_ for (id_,) in connection.execute(URGENT, binds)]


def advisers(connection: Book, since: date, until: date) -> list[int]:
    """The ids of those with whom you were in touch in those days, the last ones first."""
    binds = {"since": since.isoformat(), "until": until.isoformat(), "most": FEW}
    return [id_ for (id_,) in connection.execute(ADVISERS, binds)]


def uncalled(connection: Book) -> list[int]:
    """The ids of those who have a phone and whom you never called, the last ones met first."""
    binds = {"most": MOST, "few": FEW}
    return [id_ for (id_,) in connection.execute(UNCALLED, binds)]


def efforts(connection: Book, first: date, last: date) -> list[Effort]:
    """The record of a search from the first day to the last, both included, in order."""
    binds = {"first": first.isoformat(), "last": last.isoformat()}
    return [
        Effort(known_day(on), person(id_, name) if id_ else None, organization, how, what)
        for on, id_, name, organization, how, what in connection.execute(EFFORTS, binds)
    ]
