"""Cards that are of nobody, and who belongs to the groups that some of them are of."""

from collections.abc import Iterator

from netlog.named import NamedTuple
from netlog.store.connect import Book

CARDS = "SELECT id, uid, kind, name, card, updated_at FROM kept_card ORDER BY id"
CARD = "SELECT id, uid, kind, name, card, updated_at FROM kept_card WHERE id = :id"
UIDS = "SELECT id, uid FROM contact UNION SELECT contact_id, uid FROM contact_uid"
EMAILS = "SELECT contact_id, value FROM contact_method WHERE kind = 'email'"
TAGS = "SELECT contact_id, tag FROM contact_tag"


class Aside(NamedTuple):
    """A card of a group, a place or the like: its form, as it was read."""

    id: int
    uid: str
    kind: str
    name: str | None
    card: str
    updated_at: str


def cards(connection: Book) -> list[Aside]:
    """All of them, by id."""
    return [Aside(*row) for row in connection.execute(CARDS)]


def card(connection: Book, id_: int) -> Aside:
    """One that is there."""
    return Aside(*connection.execute(CARD, {"id": id_}).fetchone())


def uids(connection: Book) -> Iterator[tuple[int, str]]:
    """Who has which uid."""
    yield from connection.execute(UIDS)


def emails(connection: Book) -> Iterator[tuple[int, str]]:
    """Who has which e-mail."""
    yield from connection.execute(EMAILS)


def tags(connection: Book) -> Iterator[tuple[int, str]]:
    """Who has which tag."""
    yield from connection.execute(TAGS)
