"""Where the one file is: --db, NETLOG_DB, the config file, or the user's data folder."""

import os

from netlog.errors import UsageMistake
from netlog.store.folders import config_path, user_folder

FILE_NAME = "netlog.db"


def database_path(override: str | None) -> str:
    """The real, absolute path of the file, which need not exist yet.

    Raises FileTrouble when no home folder can be found to put it in, and UsageMistake for an
    address, which is never a path: a password in it would become the name of a folder.
    """
    chosen = named(override) or _configured()
    if not chosen:
        chosen = os.path.join(user_folder("data"), FILE_NAME)
    if scheme := _scheme(chosen):
        raise UsageMistake(
            f"A book is a file, and {scheme}://… is an address.",
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
