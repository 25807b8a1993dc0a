"""What the script of a shell asks, answered: the words that may stand where the cursor is.

They follow from the command line as Typer reads it and from the metavar that the help shows there:
WHO is a person, TAG a tag, PATH a path, [a|b] a choice.
"""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from typer._click.core import Command, Parameter
from typer._click.shell_completion import _resolve_context, _resolve_incomplete

from netlog import output
from netlog.commands.completion import people, refs, words
from netlog.commands.completion.people import Offer
from netlog.commands.completion.shells.talks import TALKS, Offers
from netlog.commands.frame.app import App
from netlog.folding import fold

SOURCES = {
    "WHO": people.complete,
    "REF": refs.complete,
    "ORG": refs.complete,
    "GOAL": refs.goals,
    "LEAD": refs.leads,
    "OCCASION": words.occasions,
    "STAGE": words.stages,
    "TAG": people.complete_tags,
    "CIRCLE": people.complete_circles,
    "KIND": words.kinds,
    "HOW": words.hows,
    "DAY": words.days,
}
SEVERAL_AND_MORE = re.compile(r"\S+\.\.\. \[")
PATHS = {"PATH", "FILE", "FOLDER"}


def complete(root: Command, summaries: Mapping[str, str], argv: Sequence[str]) -> int:
    """Answer the script of the shell that _NETLOG_COMPLETE names; summaries are the root's.

    Whatever is wrong, nothing is offered and nothing is said: somebody is in the middle of typing.
    """
    try:
        said = [os.fsencode(word).decode("utf-8", "replace") for word in argv]
        talk = TALKS[os.environ["_NETLOG_COMPLETE"]](*said)
        answer = talk.answer(*offers(root, summaries, talk.args, talk.current))
    except Exception:
        return 0
    output.write(answer)
    return 0


def offers(
    root: Command, summaries: Mapping[str, str], args: list[str], current: str
) -> tuple[Offers, str]:
    """What may stand in place of `current` after args, and the option it begins with (--tag=)."""
    context = _resolve_context(root, {"obj": App()}, "netlog", args)
    where, value = _resolve_incomplete(context, list(args), current)
    if isinstance(where, Parameter):
        found = _values(context, where, value)
    else:
        found = _names(context, where, summaries, value)
    return found and found[: people.MOST], current[: len(current) - len(value)]


def _names(context: Any, where: Any, summaries: Mapping[str, str], incomplete: str) -> list[Offer]:
    """Options, or commands without importing any."""
    if incomplete.startswith("-"):
        options = Command.shell_complete(where, context, incomplete)
        return [Offer(option.value, option.help or "") for option in options]
    if context._protected_args:
        return []  # a command that there is not
    if context.parent is None:
        abouts = summaries
    else:
        inner = getattr(where, "commands", {})
        abouts = {name: command.get_short_help_str(80) for name, command in inner.items()}
    found = _beginning(incomplete, (Offer(*pair) for pair in abouts.items()))
    usual = getattr(where, "usual", None)
    if usual and incomplete:
        # Its name can be left out, so that what follows it may stand here, too.
        found += _values(context, where.commands[usual].params[0], incomplete) or []
    return found


def _values(context: Any, param: Any, incomplete: str) -> Offers:
    """What the metavar promises there, without what is given already."""
    several = context.params.get(param.name)
    given = [fold(value) for value in several] if isinstance(several, (list, tuple)) else []
    metavar = param.metavar or ""
    # WHO|REF is either, [WHO] CADENCE one after the other.
    places = [re.findall("[A-Z]+", place) for place in metavar.split()] or [[]]
    kinds = places[min(len(given), len(places) - 1)]
    if SEVERAL_AND_MORE.match(metavar):
        # What may follow people can stand beside them as soon as one is named.
        kinds = [kind for place in places[: 1 if not given else None] for kind in place]
    if PATHS & set(kinds):
        return None
    sources = [SOURCES[kind] for kind in kinds if kind in SOURCES]
    found = [offer for source in sources for offer in source(context, [], incomplete)]
    if not sources:
        choices = getattr(param.type, "choices", None)
        if choices is None:
            choices = metavar.strip("[]").split("|") if "|" in metavar else []
        found = _beginning(incomplete, (Offer(str(choice)) for choice in choices))
    return [offer for offer in found if fold(offer.value) not in given]


def _beginning(incomplete: str, found: Iterable[Offer]) -> list[Offer]:
    return [offer for offer in found if fold(offer.value).startswith(fold(incomplete))]
