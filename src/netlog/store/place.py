"""Where the one file is: --db, NETLOG_DB, the config file, or the user's data folder."""

import os

from netlog.errors import FileTrouble

FILE_NAME = "netlog.db"


def database_path(override: str | None) -> str:
    """The real, absolute path of the file, which need not exist yet.

    Raises FileTrouble when no home folder can be found to put it in.
    """
    chosen = override or os.environ.get("NETLOG_DB") or _configured()
    if not chosen:
        chosen = os.path.join(_user_folder("data"), FILE_NAME)
    return os.path.realpath(os.path.expanduser(chosen)) if _resolves(chosen) else chosen


def config_path() -> str:
    """The config file: NETLOG_CONFIG, else config.toml in the user's config folder."""
    chosen = os.environ.get("NETLOG_CONFIG")
    return chosen or os.path.join(_user_folder("config"), "config.toml")


def _configured() -> str | None:
    from netlog.store.config import settings

    return settings().db


def _resolves(path: str) -> bool:
    """False for a dangling link, which must be refused as it stands and not followed."""
    path = os.path.expanduser(path)
    return not os.path.islink(path) or os.path.exists(path)


def _user_folder(which: str) -> str:
    import platformdirs

    # XDG: a relative path is invalid and must be ignored; platformdirs would follow it.
    variable = f"XDG_{which.upper()}_HOME"
    if not os.path.isabs(os.environ.get(variable, "/")):
        del os.environ[variable]
    folder = platformdirs.user_data_dir if which == "data" else platformdirs.user_config_dir
    path = folder("netlog", appauthor=False)
    if not os.path.isabs(path):
        raise FileTrouble(
            "No home folder was found to keep the file in. Nothing was changed; "
            "set HOME, or NETLOG_DB to the path of the file."
        )
    return path
