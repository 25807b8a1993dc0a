"""What targets count: how often something happened in a span of days."""

from datetime import date

from netlog.store.connect import Book
from netlog.store.reads.values import ABOUT_THEN

_SPAN = "BETWEEN :first AND :last"
KIND = f"SELECT count(*) FROM meeting WHERE kind = :what AND happened_on {_SPAN}"
# Somebody on a day is one touch, whatever happened between you on it.
TOUCHES = f"""
SELECT count(*) FROM (
    SELECT mc.contact_id, m.happened_on FROM meeting m
      JOIN meeting_contact mc ON mc.meeting_id = m.id
      WHERE m.kind <> 'note' AND m.happened_on {_SPAN}
    UNION SELECT contact_id, sent_on FROM thanks WHERE sent_on {_SPAN}
    UNION SELECT contact_id, done_on FROM favor WHERE done_on {_SPAN}
    UNION SELECT contact_id, told_on FROM favor WHERE told_on {_SPAN}
    UNION SELECT contact_id, opened_on FROM favor WHERE asked = 1 AND opened_on {_SPAN}) AS touched
"""
GIVES = f"""
SELECT (SELECT count(*) FROM favor WHERE direction = 'to_them' AND done_on {_SPAN})
     + (SELECT count(*) FROM meeting WHERE paid_by = 'me' AND happened_on {_SPAN})
"""
ASKS = f"SELECT count(*) FROM favor WHERE asked = 1 AND opened_on {_SPAN}"
THANKS = f"SELECT count(*) FROM thanks WHERE sent_on {_SPAN}"
NEW_PEOPLE = f"""
SELECT count(*) FROM contact
WHERE created_at {ABOUT_THEN} AND local_day(created_at) {_SPAN}
"""
COUNTING = {
    "touches": TOUCHES,
    "gives": GIVES,
    "asks": ASKS,
    "thanks": THANKS,
    "new people": NEW_PEOPLE,
}

Days = tuple[date, date]


def counted(connection: Book, what: str, span: Days) -> int:
    """How many of those there were in the days of the span, both included."""
    binds = {"what": what, "first": span[0].isoformat(), "last": span[1].isoformat()}
    found: int = connection.execute(COUNTING.get(what, KIND), binds).fetchone()[0]
    return found
