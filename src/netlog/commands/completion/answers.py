"""What the script of a shell asks, answered: the words that may stand where the cursor is.

They follow from the command line as Typer reads it and from the metavar that the help shows there:
WHO is a person, TAG a tag, PATH a path, [a|b] a choice.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from netlog import output
from netlog.commands.completion import people, refs, words
from netlog.commands.completion.people import Offer
from netlog.commands.completion.shells.talks import TALKS, Offers
from netlog.commands.frame.declared import Context
from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.typed import Any

SOURCES: dict[str, Callable[[Any, list[str], str], list[Offer]]] = {
    "WHO": people.complete,
    "REF": refs.complete,
    "ORG": refs.complete,
    **{one: partial(refs.open_ones, one) for one in ("GOAL", "LEAD", "PLAN", "ASK")},
    "OCCASION": words.occasions,
    "STAGE": words.stages,
    "PLACE": words.places,
    "TAG": people.complete_tags,
    "CIRCLE": people.complete_circles,
    "KIND": words.kinds,
    "HOW": words.hows,
    "DAY": words.days,
}
# Words that may stand bare beside people.
BARE = {"KIND", "HOW", "DAY"}
PATHS = {"PATH", "FILE", "FOLDER"}


class Wanted(NamedTuple):
    """What may stand where the cursor is: its metavar, its choices, what is given of it already."""

    context: Context
    metavar: str | None
    choices: Sequence[Any]
    given: Sequence[Any]

    def offers(self, incomplete: str) -> Offers:
        """What the metavar promises there, without what is given already."""
        given = [fold(value) for value in self.given]
        metavar = self.metavar or ""
        # WHO|REF is either, [WHO] CADENCE one after the other.
        places = [_in_capitals(place) for place in metavar.split()] or [[]]
        kinds = places[min(len(given), len(places) - 1)]
        if "... [" in metavar:
            # What may follow people can stand beside them as soon as one is named.
            kinds = [kind for place in places[: 1 if not given else None] for kind in place]
            # Of these there are many more people, until a letter tells them apart.
            kinds = [kind for kind in kinds if incomplete or kind not in BARE]
        if PATHS & set(kinds):
            return None
        sources = [SOURCES[kind] for kind in kinds if kind in SOURCES]
        found = [offer for source in sources for offer in source(self.context, [], incomplete)]
        if not sources:
            choices = self.choices or (metavar.strip("[]").split("|") if "|" in metavar else ())
            found = beginning(incomplete, (Offer(str(choice)) for choice in choices))
        return [offer for offer in found if fold(offer.value) not in given]


def _in_capitals(place: str) -> list[str]:
    """What a metavar names: WHO and REF of [WHO|REF]."""
    return "".join(char if "A" <= char <= "Z" else " " for char in place).split()


# A place, or the words that may stand there; and what of the word is typed so far.
Spot = tuple[Wanted | list[Offer], str]
Spotter = Callable[[list[str], str], Spot]


def complete(spot: Spotter, argv: Sequence[str]) -> int:
    """Answer the script of the shell that _NETLOG_COMPLETE names; spot tells where the cursor is.

    Whatever is wrong, nothing is offered and nothing is said: somebody is in the middle of typing.
    """
    try:
        said = [os.fsencode(word).decode("utf-8", "replace") for word in argv]
        talk = TALKS[os.environ["_NETLOG_COMPLETE"]](*said)
        answer = talk.answer(*offers(spot, talk.args, talk.current))
    except Exception:
        return 0
    output.write(answer)
    return 0


def offers(spot: Spotter, args: list[str], current: str) -> tuple[Offers, str]:
    """What may stand in place of `current` after args, and the option it begins with (--tag=)."""
    place, value = spot(args, current)
    found = place.offers(value) if isinstance(place, Wanted) else place
    return found and found[: people.MOST], current[: len(current) - len(value)]


def beginning(incomplete: str, found: Iterable[Offer]) -> list[Offer]:
    """Of these words those that what was typed begins."""
    return [offer for offer in found if fold(offer.value).startswith(fold(incomplete))]
