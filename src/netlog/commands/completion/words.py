"""What completion offers of words that are said bare: kinds, ways to thank, days.

The functions have the parameters of an `autocompletion`.
"""

from collections.abc import Iterable
from typing import Any, get_args

from netlog.commands.completion.people import Offer
from netlog.records.thanks import How

DAYS = ("today", "yesterday", "tomorrow")


def kinds(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Kinds of meetings, those of one's own among them."""
    from netlog.store.config import settings

    return _beginning(incomplete, settings().kinds)


def hows(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Ways to thank."""
    return _beginning(incomplete, get_args(How))


def days(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Words for days."""
    return _beginning(incomplete, DAYS)


def _beginning(incomplete: str, words: Iterable[str]) -> list[Offer]:
    typed = incomplete.lower()
    return [Offer(word) for word in words if typed and word.startswith(typed)]
