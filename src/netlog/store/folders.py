"""The user's own folders: where the data and the config file are, unless one says otherwise."""

import os
import sys

from netlog.errors import FileTrouble
from netlog.typed import Literal


def config_path() -> str:
    """The config file: NETLOG_CONFIG, else config.toml in the user's config folder."""
    chosen = os.environ.get("NETLOG_CONFIG")
    return chosen or os.path.join(user_folder("config"), "config.toml")


def user_folder(which: Literal["data", "config"]) -> str:
    """netlog's folder for these; raises FileTrouble when no home folder can be found."""
    # XDG: a relative path is invalid and must be ignored; platformdirs would follow it.
    variable = f"XDG_{which.upper()}_HOME"
    if not os.path.isabs(os.environ.get(variable, "/")):
        del os.environ[variable]
    path = _on_linux(variable, which) if sys.platform == "linux" else _elsewhere(which)
    if not os.path.isabs(path):
        raise FileTrouble(
            "No home folder was found to keep the file in.",
            advice="Set HOME, or NETLOG_DB to the path of the file.",
        )
    return path


def _on_linux(variable: str, which: Literal["data", "config"]) -> str:
    """As platformdirs says it, which is worth a tenth of a read that asks for nothing else."""
    home = {"data": "~/.local/share", "config": "~/.config"}[which]
    base = os.environ.get(variable, "").strip() or os.path.expanduser(home)
    return os.path.join(base, "netlog")


def _elsewhere(which: Literal["data", "config"]) -> str:
    import platformdirs

    folder = platformdirs.user_data_dir if which == "data" else platformdirs.user_config_dir
    return folder("netlog", appauthor=False)
