"""What hangs on people, meetings and favors, and goes with them."""

from collections.abc import Iterable

from netlog.records.removing import IdsByLetter
from netlog.store.connect import Book

FAVORS_OF_CONTACT = "SELECT id FROM favor WHERE contact_id = :id"
THANKS_OF_CONTACT = "SELECT id FROM thanks WHERE contact_id = :id"
MEETINGS_OF_CONTACT = "SELECT meeting_id FROM meeting_contact WHERE contact_id = :id"
PRESENT = "SELECT contact_id FROM meeting_contact WHERE meeting_id = :id"
PLANS_OF_CONTACT = "SELECT plan_id FROM plan_contact WHERE contact_id = :id"
TO_COME = "SELECT contact_id FROM plan_contact WHERE plan_id = :id"
OPEN_THANKS_FOR_MEETING = """
SELECT id FROM thanks WHERE meeting_id = :id AND sent_on IS NULL AND dropped_on IS NULL
"""
OPEN_THANKS_FOR_FAVOR = """
SELECT id FROM thanks WHERE favor_id = :id AND sent_on IS NULL AND dropped_on IS NULL
"""
# On what hangs what: its ids by that of its owner, owners first.
HANGING = (
    ("c", "f", FAVORS_OF_CONTACT),
    ("c", "t", THANKS_OF_CONTACT),
    ("m", "t", OPEN_THANKS_FOR_MEETING),
    ("f", "t", OPEN_THANKS_FOR_FAVOR),
)


def going(connection: Book, named: IdsByLetter) -> IdsByLetter:
    """What was named with what goes along.

    With people their favors, their thanks, meetings and plans where nobody is left; with a meeting
    or a favor the thanks that are still open for it.
    """

    def of(sql: str, ids: Iterable[int]) -> set[int]:
        return {found for id_ in ids for (found,) in connection.execute(sql, {"id": id_})}

    people = named["c"]
    found = {letter: set(ids) for letter, ids in named.items()}
    found["m"] |= {
        meeting for meeting in of(MEETINGS_OF_CONTACT, people) if of(PRESENT, [meeting]) <= people
    }
    found["p"] |= {plan for plan in of(PLANS_OF_CONTACT, people) if of(TO_COME, [plan]) <= people}
    for owner, letter, sql in HANGING:
        found[letter] |= of(sql, found[owner])
    return {letter: frozenset(ids) for letter, ids in found.items()}
