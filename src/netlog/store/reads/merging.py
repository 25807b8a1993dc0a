"""How much hangs on the one of two contacts that goes."""

from netlog.records.merging import Moved
from netlog.store.connect import Book

MOVED = """
SELECT
    (SELECT count(*) FROM meeting_contact mc WHERE mc.contact_id = :other AND NOT EXISTS (
        SELECT 1 FROM meeting_contact k
        WHERE k.meeting_id = mc.meeting_id AND k.contact_id = :kept)),
    (SELECT count(*) FROM meeting_contact mc
     JOIN meeting_contact k ON k.meeting_id = mc.meeting_id AND k.contact_id = :kept
     WHERE mc.contact_id = :other),
    (SELECT count(*) FROM favor WHERE contact_id = :other),
    (SELECT count(*) FROM thanks t WHERE t.contact_id = :other AND NOT (
        t.sent_on IS NULL AND t.dropped_on IS NULL AND EXISTS (
            SELECT 1 FROM thanks k
            WHERE k.meeting_id = t.meeting_id AND k.contact_id = :kept AND k.dropped_on IS NULL))),
    (SELECT count(*) FROM contact WHERE introduced_by_id = :other AND id <> :kept),
    (SELECT count(*) FROM plan_contact WHERE contact_id = :other),
    (SELECT count(*) FROM (SELECT lead_id FROM lead_step WHERE contact_id = :other
                           UNION SELECT id FROM lead WHERE kept_id = :other) AS led),
    (SELECT count(*) FROM goal_told o WHERE o.contact_id = :other AND NOT EXISTS (
        SELECT 1 FROM goal_told k WHERE k.goal_id = o.goal_id AND k.contact_id = :kept)),
    (SELECT count(*) FROM goal_link o WHERE o.contact_id = :other AND NOT EXISTS (
        SELECT 1 FROM goal_link k WHERE k.goal_id = o.goal_id AND k.contact_id = :kept))
"""


def moved(connection: Book, kept_id: int, other_id: int) -> Moved:
    """How much a merge moves from the other to the one that is kept."""
    binds = {"kept": kept_id, "other": other_id}
    return Moved(*connection.execute(MOVED, binds).fetchone())
