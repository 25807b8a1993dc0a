"""Whose calendar it is: asked once where nothing tells, and remembered in the config file.

So is whoever was taken for you, as files of one calendar must not disagree about it.
"""

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


def asked(app: App, source: Bundle, order: Request) -> Request:
    """With the addresses of whose calendar it is, when that is not known and one is picked."""
    whose = sources.ownership(source, order.circumstances)
    found = whose.candidates if whose else ()
    if not found:
        return order
    lines = [f"{name} <{mail}>" if name else mail for name, mail in found]
    at = who.picked(f"Which of them in {source.name} is you?", lines)
    if at is None:
        return order
    name, mail = found[at]
    mine = [one for called, one in found if one == mail or (name and called == name)]
    _remember(app, mine)
    return _with(order, mine)


def taken(app: App, source: Bundle, order: Request, *, dry_run: bool) -> Request:
    """With the addresses of whoever was taken for you, for the files that come after it.

    A later file of the same calendar may hold too little to tell it by.
    """
    whose = sources.ownership(source, order.circumstances)
    if not whose or not whose.guessed:
        return order
    mine = sorted(whose.guessed)
    if not dry_run:
        _remember(app, mine)
    return _with(order, mine)


def _with(order: Request, mine: Sequence[str]) -> Request:
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
        app.mention(f"{listed(mine)} will not be remembered as yours: {error.message}")
    else:
        app.mention(f"{listed(mine)} is remembered as yours, in {path}.")
