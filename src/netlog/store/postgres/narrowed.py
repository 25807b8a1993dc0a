"""An office read as if nothing were in it but what is one's own, or of one of its users.

Each statement is told first what the tables that it asks hold then: who sees what stays the
server's word.
"""

from functools import cache

from netlog.errors import NothingMatches
from netlog.later import pattern
from netlog.store.connect import Answer, Book, Bound
from netlog.store.postgres.wire import Wire

# Of what is no office all is everybody's.
NO_OFFICE = "(SELECT o.office IS NULL FROM netlog_own o)"
# Yours to see to: your own people, and of whom is shared with you whom you may change.
OWN = f"""{NO_OFFICE} OR owner = session_user::text OR id IN (
  SELECT s.contact_id FROM netlog_share s WHERE s.may = 'write' AND s.grantee IN (
    SELECT g.grantee FROM (SELECT DISTINCT grantee FROM netlog_share) AS g
    WHERE netlog_is_me(g.grantee)))"""
DONE_BY = f"{NO_OFFICE} OR owner = coalesce(:netlog_by, session_user::text)"
USER = "SELECT 1 FROM pg_roles WHERE rolname = :who AND rolcanlogin"
# Tables of whose rows it is said whose they are, beside contact.
OWNED = ("meeting", "plan", "lead", "goal", "organization")
# By which column the rows of another belong to those of one.
PARTS = {
    "lead": ("lead_step", "lead_stage", "lead_favor"),
    "goal": ("goal_target", "goal_link"),
    "meeting": ("meeting_contact",),
    "plan": ("plan_contact",),
    "organization": ("organization_alias", "organization_entry"),
}
OF_CONTACTS = (
    "favor", "favor_told", "thanks", "relation", "contact_circle", "contact_tag", "contact_date",
    "contact_field", "contact_job", "contact_method", "contact_name",
)  # fmt: skip
_TABLES = pattern(r"\b(?:FROM|JOIN)\s+([a-z_]+)\b")
_WITH = pattern(r"\s*WITH\s")


def mine(book: Book) -> Book:
    """The book with your own people alone, and who is yours to change; all of what is no office."""
    return Narrowed(book) if isinstance(book, Wire) else book


def done_by(book: Book, who: str | None) -> Book:
    """The book with what that user of the office did, None for yourself, and their own people.

    Raises NothingMatches for who is no user of the server.
    """
    if not isinstance(book, Wire):
        return book
    if who is not None and not book.execute(USER, {"who": who}).fetchone():
        raise NothingMatches(
            f"Nobody called {who} belongs to the office.", advice="netlog office list"
        )
    return Narrowed(book, who, by=True)


class Narrowed(Wire):
    """The same connection, of which less is told."""

    def __init__(self, whole: Wire, who: str | None = None, *, by: bool = False) -> None:
        self.__dict__.update(whole.__dict__)
        self._whole = whole
        self._who = who
        self._by = by

    @property
    def guesses(self) -> bool:
        """Whether there may be more than is told."""
        return self._whole.guesses

    def execute(self, sql: str, binds: Bound = (), /) -> Answer:
        """What the statement finds of what is left."""
        told = before(sql, by=self._by)
        return self._whole.execute(told, {**dict(binds), "netlog_by": self._who})


@cache
def before(sql: str, *, by: bool) -> str:
    """The statement, with what its tables hold in front of it."""
    named = set(_TABLES.findall(sql))
    theirs = _done_by(named) if by else _own(named, limited="LIMIT" in sql)
    if not theirs:
        return sql
    parts = ", ".join(
        f"{table} AS NOT MATERIALIZED (SELECT * FROM {table} WHERE {which})"
        for table, which in theirs.items()
    )
    begun = _WITH.match(sql)
    return f"WITH {parts}, {sql[begun.end() :]}" if begun else f"WITH {parts} {sql}"


def _own(named: set[str], *, limited: bool) -> dict[str, str]:
    """Whatever is asked of somebody is asked of one's own; only where so many are taken, of all."""
    theirs = {"contact": OWN} if "contact" in named else {}
    return theirs | _of_contacts(named, OWN) if limited else theirs


def _done_by(named: set[str]) -> dict[str, str]:
    """A meeting is whose who logged it, whomever it was with."""
    owned = [*OWNED, *(["contact"] if "meeting" not in named else [])]
    parts = {part: f"{one}_id IN (SELECT id FROM {one} WHERE {DONE_BY})"
             for one, several in PARTS.items() for part in several}  # fmt: skip
    said = {**dict.fromkeys(owned, DONE_BY), **parts}
    theirs = {table: which for table, which in said.items() if table in named}
    return theirs | _of_contacts(named, DONE_BY)


def _of_contacts(named: set[str], people: str) -> dict[str, str]:
    which = f"contact_id IN (SELECT id FROM contact WHERE {people})"
    return dict.fromkeys((one for one in OF_CONTACTS if one in named), which)
