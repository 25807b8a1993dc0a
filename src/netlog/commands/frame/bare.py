"""Bare words of a command told apart: who, and what else they say; asks where both may be meant."""

from collections.abc import Collection, Sequence

from netlog.actions import who as who_actions
from netlog.commands.frame import who
from netlog.commands.frame.app import App
from netlog.commands.frame.piping import PIPED
from netlog.errors import Meaning, Meant, UsageMistake
from netlog.named import NamedTuple
from netlog.records.refs import parse_ref
from netlog.rules import bare
from netlog.rules.bare import Grammar, Means
from netlog.rules.dates import DAYS
from netlog.store.connect import Book
from netlog.wording import nearest

OPTIONS: dict[Means, str] = {"kind": "--kind", "how": "--how", "day": "--on", "time": "--at"}
NOUNS: dict[Means, str] = {
    "kind": "the kind of meeting",
    "how": "the way to thank",
    "day": "the day",
    "time": "the time",
}


class Bare(NamedTuple):
    """Words that name people, and what the others say, once each."""

    who: tuple[str, ...]
    kind: str | None = None
    how: str | None = None
    day: str | None = None
    time: str | None = None


def given(**options: object) -> frozenset[str]:
    """The names of these that an option has said."""
    return frozenset(name for name, value in options.items() if value is not None)


def read(
    app: App,
    typed: Sequence[str],
    grammar: Grammar,
    given: Collection[str],
    *,
    adds: bool = False,
) -> Bare:
    """What the words say, kinds in lower case; given is what options have said: then a word that
    is somebody's name is that.

    On a terminal it asks of a word that is nearly a name, and nearly a kind or a day, unless it
    adds whom nobody knows. Raises UsageMistake for what is said twice, SeveralMatch where a word is
    somebody's name, too.
    """
    if phrase := bare.unquoted(typed, grammar):
        raise UsageMistake(
            f'A day of several words goes in quotes: "{phrase}".',
            advice="If those are people: their refs, such as c3.",
        )
    people: list[str] = []
    said: dict[Means, str] = {}
    meanings = [(word, bare.meaning(word, grammar)) for word in typed]
    app.reads_stdin = app.reads_stdin or PIPED in typed
    asks = app.can_ask and not adds
    if not (asks or any(means for _, means in meanings)):
        return Bare(tuple(typed))
    with app.reading() as connection:
        for word, means in meanings:
            if means is None or _is_somebody(app, connection, word, means, given):
                people.append(word)
            elif means in given:
                raise UsageMistake(
                    f"{word} and {OPTIONS[means]} both say {NOUNS[means]}: leave one out."
                )
            elif means in said:
                raise UsageMistake(
                    f"{said[means]} and {word} both say {NOUNS[means]}: leave one out."
                )
            else:
                said[means] = word
        if asks:
            people = _settled(connection, people, grammar, given, said)
    return Bare(tuple(people), **{key: _plain(key, word) for key, word in said.items()})


def _settled(
    connection: Book,
    people: Sequence[str],
    grammar: Grammar,
    given: Collection[str],
    said: dict[Means, str],
) -> list[str]:
    """The people, by ref who was chosen of a word that is nearly something else; that is said,
    where it was chosen.
    """
    left = []
    for word in people:
        otherwise = meant_as(*_words(grammar), said={*given, *said})
        chosen = _chosen(connection, word, otherwise)
        if isinstance(chosen, Meaning):
            option, _, value = chosen.ref.partition(" ")
            said[next(key for key, name in OPTIONS.items() if name == option)] = value
        else:
            left.append(chosen.ref if chosen else word)
    return left


def _chosen(connection: Book, word: str, otherwise: who.Otherwise) -> Meant | None:
    """What is chosen for a word that is nearly somebody's name, and something else."""
    if word.startswith("+") or word == PIPED or parse_ref(word) or not otherwise(word):
        return None
    found = who_actions.find(connection, word)
    reading = who.other_meaning(word, found, otherwise)
    if reading is None:
        return None
    candidates: tuple[Meant, ...] = (reading, *found.candidates)
    return who.choose(word, candidates)


def _words(grammar: Grammar) -> tuple[Collection[str], Means]:
    """The words of a grammar beside days, and what they mean."""
    return (grammar.hows, "how") if grammar.hows else (grammar.kinds, "kind")


def nearly(
    typed: str, words: Collection[str], means: Means = "kind", cutoff: float = 0.6
) -> tuple[Means, str] | None:
    """What a word nearly is: one of those words, which mean that, or a day."""
    near = nearest(typed, tuple(words), cutoff)
    if near:
        return means, near
    day = nearest(typed, DAYS, cutoff=0.8)  # Monica is no Monday
    return ("day", day) if day else None


def meant_as(
    words: Collection[str], means: Means = "kind", said: Collection[str] = ()
) -> who.Otherwise:
    """What a word that is nearly somebody's name may be instead: one of those words, or a day.

    Neither where that is said already, by another word or an option.
    """

    def meaning(typed: str) -> Meaning | None:
        near = nearly(typed, () if means in said else words, means, cutoff=0.75)
        if near is None or near[0] in said:
            return None
        return Meaning(f"{OPTIONS[near[0]]} {near[1]}", NOUNS[near[0]])

    return meaning


def _plain(means: Means, word: str) -> str:
    return word.lower() if means in ("kind", "how") else word


def _is_somebody(
    app: App, connection: Book, word: str, means: Means, given: Collection[str]
) -> bool:
    """Whether a word that is a kind or a day is somebody here; raises SeveralMatch when unsure."""
    found = who_actions.bearing(connection, word)
    if not found or means in given:
        return bool(found)
    reading = Meaning(f"{OPTIONS[means]} {_quoted(word)}", NOUNS[means])
    candidates: tuple[Meant, ...] = (reading, *found)
    if not app.can_ask:
        raise who_actions.several(word, candidates)
    return who.choose(word, candidates) is not reading


def _quoted(word: str) -> str:
    import shlex

    return shlex.quote(word)
