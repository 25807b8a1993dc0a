"""The schema's version: numbered SQL steps over user_version, applied in one transaction."""

import os
import sqlite3
from functools import cache

from netlog.errors import DamagedFile
from netlog.later import Later

foreign = Later("store.failures", "foreign")
bring_back = Later("store.failures", "bring_back")

APPLICATION_ID = 0x6E65746C  # "netl"
LATEST = 31
# Since then each command stands once in the journal, and its images in packs.
PACKED = 18

SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
PROGRAMS = "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"

FOLDER = os.path.join(os.path.dirname(__file__), "migrations")


def version(connection: sqlite3.Connection, path: str) -> int:
    """The schema version of the open file.

    Raises DamagedFile when the file is another program's, or a newer netlog's.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise foreign(path)
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > LATEST:
        raise DamagedFile(
            f"The file {path} was written by a newer netlog (version {found} of its format, "
            f"this one knows {LATEST}).",
            advice="Upgrade netlog to use it.",
        )
    return found


def apply(connection: sqlite3.Connection, since: int) -> None:
    """Run the steps after version `since`; the caller holds the transaction."""
    from netlog.store import digests, packs  # which a file of the latest version goes without

    digests.know(connection)
    connection.create_aggregate("packed", 3, packs.Packed)  # type: ignore[arg-type]
    for number, name in steps():
        if number > since:
            with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
                for statement in statements(file.read()):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def steps(folder: str | None = None) -> list[tuple[int, str]]:
    """The numbers and file names of the steps in the folder, else of a file, in order."""
    names = os.listdir(folder or FOLDER)
    return sorted((int(name[:4]), name) for name in names if name.endswith(".sql"))


def trust(connection: sqlite3.Connection, path: str) -> None:
    """Let the file's triggers reach the search index, when they are netlog's own and no others.

    SQLite before 3.41 lets no trigger of a schema that is not trusted touch an FTS5 table.
    Raises DamagedFile when the file holds a trigger or a view that netlog did not make.
    """
    if {sql for (sql,) in connection.execute(PROGRAMS)} - _triggers(FOLDER):
        raise DamagedFile(
            f"The file {path} holds a trigger or a view that is not netlog's.",
            advice=bring_back(path),
        )
    connection.execute("PRAGMA trusted_schema=ON")


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the tables of a file of the latest version are, to the letter, those of the steps."""
    ours = sqlite3.connect(":memory:", isolation_level=None)
    try:
        apply(ours, since=0)
        wanted = ours.execute(SCHEMA).fetchall()
    finally:
        ours.close()
    found: bool = connection.execute(SCHEMA).fetchall() == wanted
    return found


@cache
def _triggers(folder: str) -> frozenset[str]:
    """The triggers of all steps in the folder, as SQLite keeps their text."""
    found = set()
    for _, name in steps():
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for statement in statements(file.read()):
                _, create, text = statement.partition("CREATE TRIGGER")
                if create:
                    found.add(f"{create}{text}".strip().removesuffix(";"))
    return frozenset(found)


def statements(script: str) -> list[str]:
    """The script's statements one by one; sqlite3's own executescript would commit first."""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    # What has no semicolon at its end is not lost: SQLite runs it, or says what is wrong.
    return [*found, current] if current.strip() else found
