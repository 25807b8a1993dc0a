"""How each shell asks for completions and how it wants the answer; its script is the other half.

Each class here takes the arguments of its script, and knows the words before the cursor (`args`),
the one being typed without its quoting (`current`), and how to answer. Every line of an answer is
clean text: no control character reaches a shell.
"""

from collections.abc import Iterable
from itertools import takewhile

from netlog.commands.completion.people import Offer
from netlog.commands.completion.shells.words import quoted, split
from netlog.folding import fold
from netlog.render.clean import clean

# None: a path belongs there, and the shell itself completes those best.
Offers = list[Offer] | None
FILES = "files\n"

LISTING = str(ord("?"))  # COMP_TYPE when the user pressed TAB again, to see the choice
WIDEST = 40
LONGEST = 70


class Bash:
    """Asks with the line up to the cursor, what readline will replace of it, and COMP_TYPE.

    Readline puts one answer in place of what it replaces as it stands, so answers come quoted; of
    several it inserts what all begin with.
    """

    def __init__(self, line: str, replaced: str, purpose: str) -> None:
        before = split(line)
        self.word = before.pop()
        self.args = [word.text for word in before[1:] if not word.redirect]
        self.current = self.word.text
        self.purpose = purpose
        self.kept = self._kept(line, replaced)

    def _kept(self, line: str, replaced: str) -> str:
        """What of the word stays on the line: readline breaks words at : = @ and quotes."""
        end = self.word.opened if self.word.quote else len(line) - len(replaced)
        return split(line[self.word.start : end])[-1].text

    def answer(self, offers: Offers, prefix: str) -> str:
        """One reply a line; prefix is the option before a value (--tag=)."""
        if offers is None or self.word.redirect:
            return FILES
        if self.purpose == LISTING and len(offers) > 1:
            return _lines(_shown(offers, "  ({})"))
        found = [rest(prefix + offer.value, self.kept) for offer in offers]
        rests = [one for one in found if one is not None]
        replies = [quoted(one, self.word.quote) for one in rests]
        if len(replies) > 1:
            replies = self._pinned(replies, common_beginning(rests))
        return _lines(replies)

    def _pinned(self, replies: list[str], common: str) -> list[str]:
        """The replies so that readline inserts what the names have in common, no half escape.

        Nothing when that is less than what was typed: it would be taken away. The pin is one more
        reply, the beginning of all others.
        """
        typed = self.current.removeprefix(self.kept)
        pin = quoted(common, self.word.quote) if common and covers(common, typed) else ""
        pin = pin.removesuffix(self.word.quote)
        return replies if common_beginning(replies) == pin else [pin, *replies]


class Zsh:
    """Asks with the raw words up to the cursor; compadd quotes what it inserts.

    The first line of the answer says what to do, then each has a value and how to show it.
    """

    def __init__(self, *raw: str) -> None:
        *self.args, self.current = [split(word)[-1].text for word in raw]

    def answer(self, offers: Offers, prefix: str) -> str:
        """`insert`, or `list` when what all have in common is less than what was typed."""
        if offers is None:
            return FILES
        values = [prefix + offer.value for offer in offers]
        told = "insert" if covers(common_beginning(values), self.current) else "list"
        shown = _shown(offers, "  -- {}")
        return _lines([told, *map("\t".join, zip(values, shown, strict=True))])


class Fish:
    """Asks with words it has unquoted, quotes what it inserts, and offers only what it matches."""

    def __init__(self, *words: str) -> None:
        *self.args, self.current = words

    def answer(self, offers: Offers, prefix: str) -> str:
        """A value and what it stands for a line."""
        if offers is None:
            return FILES
        typed = self.current.removeprefix(prefix)
        return _lines(
            f"{prefix}{_matching(offer.value, typed)}\t{_about(offer)}" for offer in offers
        )


def _matching(value: str, typed: str) -> str:
    """The value or, if fish sees no match across accents, what goes on from what was typed.

    The words then begin with the one that was typed: netlog knows people by them in any order.
    """
    if typed.lower() in value.lower():
        return value
    words = value.split(" ")
    turned = (" ".join([*words[at:], *words[:at]]) for at in range(len(words)))
    return next((typed + after for one in turned if (after := rest(one, typed)) is not None), value)


TALKS: dict[str, type[Bash] | type[Zsh] | type[Fish]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def covers(common: str, typed: str) -> bool:
    """Whether nothing that was typed is lost when it is replaced by that."""
    return fold(common).startswith(fold(typed))


def common_beginning(texts: list[str]) -> str:
    """What all of them begin with."""
    first, last = min(texts, default=""), max(texts, default="")
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(char for char, _ in same)


def rest(value: str, begun: str) -> str | None:
    """What of the value follows its beginning, whose case and accents may differ; else None."""
    if value.startswith(begun):
        return value[len(begun) :]
    wanted = fold(begun)
    ends = (end for end in range(1, len(value) + 1) if fold(value[:end]) == wanted)
    return next((value[end:] for end in ends), None)


def _shown(offers: list[Offer], form: str) -> list[str]:
    """The offers to choose from, what each stands for in a column of its own."""
    width = max((len(offer.value) for offer in offers if offer.about), default=0)
    width = min(width, WIDEST)
    return [
        offer.value.ljust(width) + form.format(_about(offer)) if offer.about else offer.value
        for offer in offers
    ]


def _about(offer: Offer) -> str:
    return clean(offer.about if len(offer.about) <= LONGEST else offer.about[: LONGEST - 1] + "…")


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"{text}\n" for text in texts)
