"""Where the book is: --db, NETLOG_DB, the config file, or a file in the user's data folder."""

import os

from netlog.errors import UsageMistake
from netlog.store.connect import is_address
from netlog.store.folders import config_path, user_folder

FILE_NAME = "netlog.db"


def database_path(override: str | None) -> str:
    """The real, absolute path of the file, which need not exist yet, or the address of a server.

    A password goes out of the address. Raises FileTrouble when no home folder can be found to put
    the file in, and UsageMistake for any other address, which is never a path.
    """
    given = named(override)
    chosen = given or _configured()
    if not chosen:
        chosen = os.path.join(user_folder("data"), FILE_NAME)
    if is_address(chosen):
        from netlog.store.postgres.address import known

        return known(chosen, None if given else config_path())
    if scheme := _scheme(chosen):
        raise UsageMistake(
            f"A book is a file or on PostgreSQL, and {scheme}://… is an address of neither.",
            advice="Give the path of the file.",
        )
    return os.path.realpath(os.path.expanduser(chosen)) if _resolves(chosen) else chosen


def named(override: str | None) -> str | None:
    """The path that this run was given; None where it goes by the config file, or its absence."""
    return override or os.environ.get("NETLOG_DB") or None


def _configured() -> str | None:
    """What the config file says; a relative path starts at its folder."""
    from netlog.store.config import settings

    db = settings().db
    if db is None or _scheme(db):
        return db
    return os.path.join(os.path.dirname(os.path.abspath(config_path())), os.path.expanduser(db))


def _scheme(chosen: str) -> str | None:
    """What an address begins with before :// (RFC 3986, section 3.1); None for a path."""
    scheme, found, _ = chosen.partition("://")
    letters = scheme.translate(dict.fromkeys(map(ord, "+-.")))
    return scheme if found and scheme[:1].isalpha() and letters.isalnum() else None


def _resolves(path: str) -> bool:
    """False for a dangling link, which must be refused as it stands and not followed."""
    path = os.path.expanduser(path)
    return not os.path.islink(path) or os.path.exists(path)
