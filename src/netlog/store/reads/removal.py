"""What hangs on people, meetings and favors, and goes with them."""

import sqlite3
from collections.abc import Iterable

from netlog.records.removal import Going

FAVORS_OF_CONTACT = "SELECT id FROM favor WHERE contact_id = :id"
THANKS_OF_CONTACT = "SELECT id FROM thanks WHERE contact_id = :id"
MEETINGS_OF_CONTACT = "SELECT meeting_id FROM meeting_contact WHERE contact_id = :id"
PRESENT = "SELECT contact_id FROM meeting_contact WHERE meeting_id = :id"
OPEN_THANKS_FOR_MEETING = """
SELECT id FROM thanks WHERE meeting_id = :id AND sent_on IS NULL AND dropped_on IS NULL
"""
OPEN_THANKS_FOR_FAVOR = """
SELECT id FROM thanks WHERE favor_id = :id AND sent_on IS NULL AND dropped_on IS NULL
"""


def going(connection: sqlite3.Connection, named: Going) -> Going:
    """What was named with what goes along.

    With people their favors, their thanks, and meetings where nobody is left; with a meeting or a
    favor the thanks that are still open for it.
    """

    def of(sql: str, ids: Iterable[int]) -> set[int]:
        return {found for id_ in ids for (found,) in connection.execute(sql, {"id": id_})}

    deserted = {
        meeting
        for meeting in of(MEETINGS_OF_CONTACT, named.contacts)
        if of(PRESENT, [meeting]) <= named.contacts
    }
    meetings = named.meetings | deserted
    favors = named.favors | of(FAVORS_OF_CONTACT, named.contacts)
    thanks = named.thanks | of(THANKS_OF_CONTACT, named.contacts)
    thanks |= of(OPEN_THANKS_FOR_MEETING, meetings) | of(OPEN_THANKS_FOR_FAVOR, favors)
    return Going(named.contacts, meetings, favors, frozenset(thanks))
