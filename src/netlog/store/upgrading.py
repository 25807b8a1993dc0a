"""How a file of an older netlog becomes one of this: backed up first, in one transaction."""

import sqlite3

from netlog.errors import DamagedFile
from netlog.store import connect, migrate
from netlog.store.backups import back_up
from netlog.store.failures import from_sqlite
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.doors import Judge


def upgrade(path: str, at: str, judge: "Judge") -> None:
    """Back the file up and bring its schema to the latest version, in one transaction.

    Raises FileTrouble or DamagedFile; then the file is as it was.
    """
    try:
        connection = connect.for_writing(path)
        try:
            _upgrade(connection, path, at, judge)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise from_sqlite(error, path, saved=False) from None


def _upgrade(connection: sqlite3.Connection, path: str, at: str, judge: "Judge") -> None:
    # A step that makes a table anew drops the old one: that must not delete what refers to it.
    connection.execute("PRAGMA foreign_keys=OFF")
    connect.begin(connection)
    # Under the lock: another process may have upgraded it, and nobody writes after the backup.
    found = migrate.version(connection, path)
    if found == migrate.LATEST:
        return
    back_up(path, at, "before-upgrade")
    bring_up_to_date(connection, path, found, judge)
    connect.commit(connection)


def bring_up_to_date(connection: sqlite3.Connection, path: str, found: int, judge: "Judge") -> None:
    """Bring the open file from that version to the latest, in the transaction of the caller.

    Raises DamagedFile for a file that is not whole, or is not all netlog's own.
    """
    from netlog.store.writes import derived, searchable

    migrate.trust(connection, path)
    migrate.apply(connection, since=found)
    derived.renew(connection, found, judge)
    searchable.renew(connection, found)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedFile(
            f"The file {path} has rows that refer to others which are not there, so it could "
            "not be upgraded.",
            advice="Bring back a backup.",
        )
