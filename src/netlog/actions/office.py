"""An office: who belongs to it, and whose each person is, on a book that a server keeps."""

from collections.abc import Iterable, Sequence

from netlog.actions.doors import Doors, derive
from netlog.errors import Refused, UsageMistake
from netlog.later import Later
from netlog.records.office import Group, Office, Sharing
from netlog.records.people import Person
from netlog.store.connect import Book, server
from netlog.typed import Any, Literal

_init, _look, _add, _upgrade, _is_latest, _sharing = (
    Later("store.postgres.office", name)
    for name in ("init", "look", "add", "upgrade", "is_latest", "sharing")
)
_share, _unshare, _hand_over = (
    Later("store.postgres.office", name) for name in ("share", "unshare", "hand_over")
)


def check(doors: Doors, what: str) -> None:
    """Raise UsageMistake for what no book can have that is a file."""
    if not doors.is_on_server:
        raise UsageMistake(
            f"{what} is for a book that several people share on a server: this one is a file, and "
            "yours alone.",
            advice="netlog office init postgresql://ann@db.example.org/office",
        )


def init(address: str) -> Office:
    """Make an office of the book there."""
    found: Office = _init(address, derive)
    return found


def look(address: str) -> Office:
    """The office, and who belongs to it."""
    found: Office = _look(address)
    return found


def add(address: str, user: str, group: Group) -> tuple[Office, bool]:
    """Let a user belong to the office; returns it, and whether the user is new to the server."""
    found, is_new = _add(address, derive, user, group)
    return found, bool(is_new)


def is_latest(address: str) -> bool:
    """Whether nothing is to be upgraded."""
    return bool(_is_latest(address))


def upgrade(address: str) -> bool:
    """Bring the office to this netlog's version; returns whether anything was to be done."""
    return bool(_upgrade(address, derive))


def sharing(connection: Book, people: Iterable[Any]) -> list[Sharing]:
    """Whose these people are, and with whom shared; nothing where the book is no office."""
    if server(connection) is None:
        return []
    known: dict[int, Any] = _sharing(connection, [one.id for one in people])
    return [
        Sharing(Person(one.id, one.ref, one.name), *known[one.id])
        for one in people
        if one.id in known
    ]


def flat(sharing: Sharing) -> dict[str, Any]:
    """The same as a contact that is shown has it."""
    return {
        "owner": sharing.owner,
        "shared_with": tuple(one.who for one in sharing.shared_with if one.may == "write"),
        "shown_to": tuple(one.who for one in sharing.shared_with if one.may == "read"),
    }


def change(
    doors: Doors,
    how: Literal["share", "read", "unshare", "hand over"],
    people: Sequence[Person],
    who: str,
) -> tuple[set[int], list[Sharing]]:
    """Share people with somebody, or no more, or hand them over; returns whom that changed.

    Raises Refused for who is another's.
    """
    with doors.reading() as connection:
        _check_own(connection, people)
    ids = [one.id for one in people]
    match how:
        case "share" | "read":
            may = "write" if how == "share" else "read"
            changed = _share(doors.path, derive, ids, who, may)
        case "unshare":
            changed = _unshare(doors.path, derive, ids, who)
        case _:
            changed = _hand_over(doors.path, derive, ids, who)
    doors.saved = True
    with doors.reading() as connection:
        known = {one.contact: one for one in sharing(connection, people)}
    # Whoever was handed over is not seen any more.
    return {*changed}, [known.get(one, Sharing(one, who)) for one in people]


def _check_own(connection: Book, people: Sequence[Person]) -> None:
    elsewhere = server(connection)
    you = elsewhere.whoever() if elsewhere else None
    others = [one for one in sharing(connection, people) if one.owner != you]
    if others and elsewhere and not elsewhere.keeps():
        one = others[0]
        raise Refused(
            f"{one.contact.name} ({one.contact.ref}) is {one.owner}'s.",
            advice=f"Ask {one.owner}, or who keeps the office.",
        )
