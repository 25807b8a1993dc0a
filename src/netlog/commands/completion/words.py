"""What completion offers of words that are said bare: kinds, ways to thank, days.

The functions have the parameters of an `autocompletion`.
"""

from collections.abc import Iterable

from netlog.commands.completion.people import Offer
from netlog.records.thanks import How
from netlog.typed import Any, get_args

DAYS = ("today", "yesterday", "tomorrow")


def kinds(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Kinds of meetings, those of one's own among them."""
    from netlog.store.config import settings

    return _beginning(incomplete, settings().kinds)


def hows(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Ways to thank."""
    return _beginning(incomplete, get_args(How))


def stages(ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Stages of a lead; where leads are listed, how they end as well."""
    from netlog.store.config import settings

    configured = settings()
    ends = configured.endings if ctx.command_path.endswith(" list") else ()
    return [
        Offer(word) for word in (*configured.stages, *ends) if word.startswith(incomplete.lower())
    ]


def occasions(ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Occasions whose name, or a word of it, begins so; the last ones first."""
    from netlog.commands.completion.people import glance
    from netlog.folding import fold
    from netlog.render.clean import clean
    from netlog.store.reads import occasions as reads

    with glance(ctx) as connection:
        known = reads.names(connection)
    begun = fold(incomplete)
    return [
        Offer(name)
        for name in known
        if clean(name) == name and f" {fold(name)}".find(f" {begun}") >= 0
    ]


def places(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Where people come from."""
    from netlog.folding import fold
    from netlog.rules.recall import places
    from netlog.store.config import settings

    begun = fold(incomplete)
    known = (one.place for one in places(settings().recall))
    return [Offer(place) for place in known if fold(place).startswith(begun)]


def days(_ctx: Any, _args: list[str], incomplete: str) -> list[Offer]:
    """Words for days."""
    return _beginning(incomplete, DAYS)


def _beginning(incomplete: str, words: Iterable[str]) -> list[Offer]:
    typed = incomplete.lower()
    return [Offer(word) for word in words if word.startswith(typed)]
