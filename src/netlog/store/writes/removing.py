"""Records removed, with the rows that are nothing without them; what merely named them stays."""

from collections.abc import Iterable

from netlog.records.refs import ref
from netlog.records.removing import IdsByLetter
from netlog.store.tables.base import Row
from netlog.store.tables.belongings import (
    ContactCircle,
    ContactDate,
    ContactField,
    ContactJob,
    ContactKept,
    ContactMethod,
    ContactName,
    ContactTag,
    ContactUid,
    NotDuplicate,
    RelationRow,
)
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.events import EventGone
from netlog.store.tables.favors import FavorRow, FavorTold, ThanksRow
from netlog.store.tables.goals import GoalLink, GoalRow, GoalTarget, GoalTold
from netlog.store.tables.leads import LeadFavor, LeadRow, LeadStage, LeadStep
from netlog.store.tables.meetings import MeetingContact, MeetingRow
from netlog.store.tables.organizations import OrganizationRow
from netlog.store.tables.plans import PlanContact, PlanRow
from netlog.store.writes import organizations
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import gone, insert, rows_where

PARTS = (
    *(ContactCircle, ContactTag, ContactMethod, ContactName, ContactDate, ContactField),
    *(ContactJob, ContactKept, ContactUid, RelationRow),
    MeetingContact,
    PlanContact,
)


# What merely names another record, and the column that is emptied when that one goes.
NAMING: tuple[tuple[type[Row], str, str, str], ...] = (
    (ContactRow, "c", "introduced_by_id", "c"),
    (ThanksRow, "t", "meeting_id", "m"),
    (ThanksRow, "t", "favor_id", "f"),
    (FavorRow, "f", "meeting_id", "m"),
    (FavorRow, "f", "introduced_id", "c"),
    (PlanRow, "p", "meeting_id", "m"),
    (LeadRow, "l", "goal_id", "g"),
    (LeadRow, "l", "kept_id", "c"),
)
# What is nothing without the record that it names there.
BELONGING: tuple[tuple[type[Row], str, str], ...] = (
    (LeadStep, "lead_id", "l"),
    (LeadStage, "lead_id", "l"),
    (LeadFavor, "lead_id", "l"),
    (LeadFavor, "favor_id", "f"),
    (FavorTold, "favor_id", "f"),
    (GoalTarget, "goal_id", "g"),
    (GoalTold, "goal_id", "g"),
    (GoalTold, "contact_id", "c"),
    (GoalLink, "goal_id", "g"),
    (GoalLink, "contact_id", "c"),
    (GoalLink, "meeting_id", "m"),
    (GoalLink, "plan_id", "p"),
    (GoalLink, "favor_id", "f"),
)
# In the order in which they go: SQLite would delete by cascade what the journal has not seen go.
TABLES: dict[str, type[Row]] = {
    "l": LeadRow,
    "g": GoalRow,
    "t": ThanksRow,
    "f": FavorRow,
    "p": PlanRow,
    "m": MeetingRow,
    "o": OrganizationRow,
    "c": ContactRow,
}


def remove(book: Recording, going: IdsByLetter) -> None:
    """Delete all of these; raises NothingMatches when one of them is gone already."""
    for part in PARTS:
        _delete(book, rows_where(book, part, "contact_id", going["c"]))
    _delete(book, rows_where(book, MeetingContact, "meeting_id", going["m"]))
    _delete(book, rows_where(book, PlanContact, "plan_id", going["p"]))
    for of_company in organizations.PARTS:
        _delete(book, rows_where(book, of_company, "organization_id", going["o"]))
    _keep_steps(book, going)
    for table, column, letter in BELONGING:
        _delete(book, rows_where(book, table, column, going[letter]))
    for column in ("contact_id", "other_id"):
        _delete(book, rows_where(book, NotDuplicate, column, going["c"]))
    _delete(book, rows_where(book, RelationRow, "other_id", going["c"]))
    for table, letter, column, named in NAMING:
        for row in rows_where(book, table, column, going[named]):
            if row.id not in going[letter]:
                setattr(row, column, None)
    _remember_events(book, going)
    book.session.flush()
    for letter, table in TABLES.items():
        ids = going[letter]
        found: dict[int | None, Row] = {row.id: row for row in rows_where(book, table, "id", ids)}
        for id_ in sorted(ids):
            if id_ not in found:
                raise gone(ref(letter, id_))
        _delete(book, found.values())
        book.session.flush()


def _remember_events(book: Recording, going: IdsByLetter) -> None:
    """Keep which change of an event goes, so that an older one does not bring it back."""
    met = ((row.uid, row.sequence) for row in rows_where(book, MeetingRow, "id", going["m"]))
    planned = ((row.uid, row.sequence) for row in rows_where(book, PlanRow, "id", going["p"]))
    newest: dict[str, int] = {}
    for uid, sequence in (*met, *planned):
        if sequence:
            newest[uid] = max(sequence, newest.get(uid, 0))
    for uid, sequence in newest.items():
        known = next(iter(rows_where(book, EventGone, "uid", [uid])), None)
        if known is None:
            insert(book, EventGone, {"uid": uid, "sequence": sequence})
        elif known.sequence < sequence:
            known.sequence = sequence


def only(letter: str, id_: int) -> IdsByLetter:
    """One record and nothing else, to be removed."""
    return {**dict.fromkeys(TABLES, frozenset()), letter: frozenset({id_})}


def _keep_steps(book: Recording, going: IdsByLetter) -> None:
    """A step of a lead that stays is told by the name of whoever goes."""
    names = {row.id: row.name for row in rows_where(book, ContactRow, "id", going["c"])}
    for step in rows_where(book, LeadStep, "contact_id", going["c"]):
        if step.lead_id not in going["l"]:
            step.text, step.contact_id = names.get(step.contact_id) or step.text, None
    book.session.flush()


def _delete(book: Recording, rows: Iterable[Row]) -> None:
    for row in rows:
        book.session.delete(row)
