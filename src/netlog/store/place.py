"""Where the one file is: --db, NETLOG_DB, the config file, or the user's data folder."""

import os

from netlog.store.folders import user_folder

FILE_NAME = "netlog.db"


def database_path(override: str | None) -> str:
    """The real, absolute path of the file, which need not exist yet.

    Raises FileTrouble when no home folder can be found to put it in.
    """
    chosen = override or os.environ.get("NETLOG_DB") or _configured()
    if not chosen:
        chosen = os.path.join(user_folder("data"), FILE_NAME)
    return os.path.realpath(os.path.expanduser(chosen)) if _resolves(chosen) else chosen


def _configured() -> str | None:
    from netlog.store.config import settings

    return settings().db


def _resolves(path: str) -> bool:
    """False for a dangling link, which must be refused as it stands and not followed."""
    path = os.path.expanduser(path)
    return not os.path.islink(path) or os.path.exists(path)
