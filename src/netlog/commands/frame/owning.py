"""Whose calendar it is: asked once where nothing tells, and remembered in the config file."""

import json
import re
from collections.abc import Sequence

from netlog.actions.importing import sources
from netlog.actions.importing.reading import Request
from netlog.actions.importing.sources import Bundle
from netlog.commands.frame import who
from netlog.commands.frame.app import App
from netlog.errors import NetlogError
from netlog.store import config_file
from netlog.store.config import settings
from netlog.store.folders import config_path
from netlog.wording import listed

_SECTION = "import"
_MINE = re.compile(r"^[ \t]*mine[ \t]*=[^\n]*\n?", re.MULTILINE)


def known(app: App, source: Bundle, order: Request) -> Request:
    """With the addresses of whose calendar it is, when that is not known and one is picked."""
    found = sources.owners(source, order.circumstances)
    if not found:
        return order
    lines = [f"{name} <{mail}>" if name else mail for name, mail in found]
    at = who.picked(f"Which of them in {source.name} is you?", lines)
    if at is None:
        return order
    name, mail = found[at]
    mine = [one for called, one in found if one == mail or (name and called == name)]
    _remember(app, mine)
    circumstances = order.circumstances
    return order._replace(circumstances=circumstances._replace(mine=(*circumstances.mine, *mine)))


def _remember(app: App, mine: Sequence[str]) -> None:
    """Keep in the config file which addresses are yours, so that nobody is asked again."""
    path = config_path()
    every = list(dict.fromkeys((*settings().mine, *mine)))
    try:
        body = _MINE.sub("", config_file.section(path, _SECTION))
        body += "" if not body or body.endswith("\n") else "\n"
        config_file.put(path, _SECTION, f"mine = {json.dumps(every)}\n{body}")
    except NetlogError as error:
        app.mention(f"It will be asked again: {error.message}")
    else:
        app.mention(f"{listed(mine)} is remembered as yours, in {path}.")
