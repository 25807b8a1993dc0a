"""An office on a server: groups of its users, who keeps the book, and whose each contact is."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from netlog.errors import NothingMatches, Refused, UsageMistake
from netlog.records.office import EVERYBODY, GROUPS, Colleague, Grant, Group, Office
from netlog.store import packs
from netlog.store.connect import listed
from netlog.store.postgres.address import driver, said
from netlog.store.postgres.failures import told
from netlog.store.postgres.transactions import begin, begun, connected
from netlog.store.postgres.wire import Wire
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.doors import Judge

LONGEST = 63 - len("_keeper")  # what PostgreSQL keeps of a name
NAME = "SELECT 'netlog_' || current_database()"
OFFICE = "SELECT office FROM netlog_own"
TAKE = "UPDATE netlog_own SET office = :office"
PEOPLE = """
WITH RECURSIVE named (name, level) AS (VALUES (:reader, 1), (:member, 2), (:keeper, 3)),
groups AS (SELECT r.oid, n.level FROM named n JOIN pg_roles r ON r.rolname = n.name),
belongs (oid, level) AS (
  SELECT m.member, g.level FROM pg_auth_members m JOIN groups g ON g.oid = m.roleid
  UNION SELECT m.member, b.level FROM pg_auth_members m JOIN belongs b ON b.oid = m.roleid
)
SELECT r.rolname, max(b.level) FROM belongs b JOIN pg_roles r ON r.oid = b.oid
WHERE r.rolcanlogin GROUP BY r.rolname ORDER BY max(b.level) DESC, r.rolname
"""
ROLE = "SELECT rolcanlogin FROM pg_roles WHERE rolname = :name"
BELONGS = "SELECT pg_has_role(CAST(:name AS name), CAST(:group AS name), 'MEMBER')"
# Whose all of it becomes: tables with their sequences, and functions.
THINGS = """
SELECT 'TABLE ' || c.oid::regclass FROM pg_class c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
UNION ALL SELECT 'ROUTINE ' || p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace = current_schema()::regnamespace
"""
PACKS = "SELECT id, images FROM pack ORDER BY id"
PACK = "UPDATE pack SET images = :images WHERE id = :id"
OWNERS = "SELECT id, owner FROM contact WHERE id IN ({})"
SHARES = """
SELECT contact_id, grantee, may FROM netlog_share WHERE contact_id IN ({}) ORDER BY grantee
"""


@contextmanager
def _written(address: str, judge: "Judge", *, upgrading: bool = False) -> Iterator[Wire]:
    """One transaction of who keeps the office, or of whose somebody is; no command is journaled."""
    with told(address, saved=False):
        wire = connected(address)
        try:
            begin(wire, address, judge, upgrading=upgrading)
            yield wire
            wire.driver.commit()
        finally:
            wire.close()


def init(address: str, judge: "Judge") -> Office:
    """Make an office of the book, which is made where there is none: groups, and who sees what.

    Whoever does keeps it from then on. Raises Refused where it is one already.
    """
    with _written(address, judge) as wire:
        (known,) = wire.execute(OFFICE).fetchone()
        if known:
            raise Refused(f"{said(address)} is an office already.", advice="netlog office list")
        (name,) = wire.execute(NAME).fetchone()
        if len(name.encode()) > LONGEST:
            raise Refused("The database has too long a name to name groups after it.")
        group = groups(name)
        for one in group.values():
            if wire.execute(ROLE, {"name": one}).fetchone() is None:
                wire.execute(f"CREATE ROLE {_quoted(one)} NOLOGIN")
        reader, member, keeper = (_quoted(group[one]) for one in GROUPS)
        you = _quoted(wire.whoever())
        wire.execute(f"GRANT {reader} TO {member}; GRANT {member} TO {keeper}")
        wire.execute(f"GRANT {reader}, {member}, {keeper} TO {you} WITH ADMIN OPTION")
        wire.execute(TAKE, {"office": name})
        _repack(wire)
        (schema,) = wire.execute("SELECT current_schema()").fetchone()
        wire.execute(f"GRANT USAGE, CREATE ON SCHEMA {_quoted(schema)} TO {keeper}")
        for (thing,) in wire.execute(THINGS).fetchall():
            wire.execute(f"ALTER {thing} OWNER TO {keeper}")
        wire.execute("SELECT netlog_protect()")
        return _office(wire, address)


def _repack(wire: Wire) -> None:
    """Let each change have a pack of its own: who sees one of a command may not see the others."""
    added: list[dict[str, Any]] = []
    for first, pack in wire.execute(PACKS).fetchall():
        images = packs.unpacked(first, pack)
        if len(images) > 1:
            apart = (packs.again(first + nth, [one]) for nth, one in enumerate(images))
            rows = [{"id": first + nth, "images": one} for nth, one in enumerate(apart)]
            wire.execute(PACK, rows[0])
            added += rows[1:]
    wire.executemany("INSERT INTO pack (id, images) VALUES (:id, :images)", added)


def look(address: str) -> Office:
    """The office and who belongs to it, as whoever asks sees it."""
    with _read(address) as wire:
        return _office(wire, address)


@contextmanager
def _read(address: str) -> Iterator[Wire]:
    with told(address):
        wire = connected(address)
        try:
            if not begun(wire, address).shared:
                raise Refused(f"There is no book {said(address)} yet.", advice="netlog office init")
            yield wire
        finally:
            wire.close()


def upgrade(address: str, judge: "Judge") -> bool:
    """Bring the office to the latest version; returns whether anything was to be done."""
    with _read(address) as wire:
        was_latest = begun(wire, address).is_latest
    with _written(address, judge, upgrading=True):
        return not was_latest


def is_latest(address: str) -> bool:
    """Whether nothing is to be upgraded."""
    with _read(address) as wire:
        return begun(wire, address).is_latest


def add(address: str, judge: "Judge", user: str, group: Group) -> tuple[Office, bool]:
    """Let a user of the server belong to the office so, and no otherwise.

    Returns the office, and whether the server did not know that user before.
    """
    with _written(address, judge) as wire:
        names = groups(_name(wire, address))
        if not wire.keeps():
            raise Refused("Who belongs to the office is said by who keeps it.")
        if user in (EVERYBODY, *names.values()):
            raise UsageMistake(f"{user} is no user of a server.")
        is_new = wire.execute(ROLE, {"name": user}).fetchone() is None
        if is_new:
            _create(wire, user)
        every = ", ".join(map(_quoted, names.values()))
        wire.execute(f"REVOKE {every} FROM {_quoted(user)}")
        if group == "keeper":
            wire.execute(f"GRANT {every} TO {_quoted(user)} WITH ADMIN OPTION")
        else:
            wire.execute(f"GRANT {_quoted(names[group])} TO {_quoted(user)}")
        return _office(wire, address), is_new


def _create(wire: Wire, user: str) -> None:
    try:
        wire.execute(f"CREATE ROLE {_quoted(user)} LOGIN")
    except driver().errors.InsufficientPrivilege:
        raise Refused(
            f"The server knows no user {user}, and you may make none.",
            advice=f"Ask who keeps the server to: createuser {user}",
        ) from None


def sharing(wire: Wire, ids: Iterable[int]) -> dict[int, tuple[str, tuple[Grant, ...]]]:
    """Whose these contacts are, and with whom shared, as far as that is seen."""
    if not office_of(wire):
        return {}
    some, binds = listed(ids)
    found = {id_: (owner, list[Grant]()) for id_, owner in wire.execute(OWNERS.format(some), binds)}
    for id_, who, may in wire.execute(SHARES.format(some), binds):
        if id_ in found:
            found[id_][1].append(Grant(who, may))
    return {id_: (owner, tuple(grants)) for id_, (owner, grants) in found.items()}


def office_of(wire: Wire) -> str | None:
    """With what the names of its groups begin; None where the book is no office."""
    found: str | None = wire.execute(OFFICE).fetchone()[0]
    return found


def share(address: str, judge: "Judge", ids: Iterable[int], who: str, may: str) -> list[int]:
    """Share these contacts; returns those with whom it was not so before."""
    return _each(address, judge, ids, who, "netlog_share(:id, :who, :may)", may=may)


def unshare(address: str, judge: "Judge", ids: Iterable[int], who: str) -> list[int]:
    """Share these contacts no more; returns those that had been shared."""
    return _each(address, judge, ids, who, "netlog_unshare(:id, :who)", gone=True)


def hand_over(address: str, judge: "Judge", ids: Iterable[int], who: str) -> list[int]:
    """Let these contacts be that user's; returns those that were another's."""
    return _each(address, judge, ids, who, "netlog_hand_over(:id, :who)", owning=True)


def _each(
    address: str,
    judge: "Judge",
    ids: Iterable[int],
    who: str,
    act: str,
    *,
    may: str = "",
    owning: bool = False,
    gone: bool = False,
) -> list[int]:
    with _written(address, judge) as wire:
        names = groups(_name(wire, address))
        if not gone:
            _check_belongs(wire, names, who, owning=owning)
        binds = {"who": who, "may": may}
        return [
            id_ for id_ in ids if wire.execute(f"SELECT {act}", {**binds, "id": id_}).fetchone()[0]
        ]


def _check_belongs(wire: Wire, names: dict[str, str], who: str, *, owning: bool) -> None:
    """Raise NothingMatches for who does not belong to the office, or could own nothing in it."""
    if who == EVERYBODY and not owning:
        return
    role = wire.execute(ROLE, {"name": who}).fetchone()
    group = names["member" if owning else "reader"]
    may_be = role and (role[0] or not owning)
    if may_be and wire.execute(BELONGS, {"name": who, "group": group}).fetchone()[0]:
        return
    what = "may write in" if owning else "belongs to"
    raise NothingMatches(f"Nobody called {who} {what} the office.", advice="netlog office list")


def _name(wire: Wire, address: str) -> str:
    found = office_of(wire)
    if found is None:
        raise Refused(
            f"{said(address)} is no office yet.", advice="Who keeps it: netlog office init"
        )
    return found


def groups(office: str) -> dict[str, str]:
    """The names of its groups on the server."""
    return {group: f"{office}_{group}" for group in GROUPS}


def _office(wire: Wire, address: str) -> Office:
    own = wire.execute("SELECT to_regclass('netlog_own') IS NOT NULL").fetchone()[0]
    name = office_of(wire) if own else None
    you = wire.whoever()
    if name is None:
        return Office(said(address), you, None, ())
    people = tuple(
        Colleague(user, GROUPS[level - 1]) for user, level in wire.execute(PEOPLE, groups(name))
    )
    mine = next((one.group for one in people if one.user == you), None)
    return Office(said(address), you, mine or ("keeper" if wire.keeps() else None), people)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
