"""Bare words of a command told apart: who, and what else they say; asks where both may be meant."""

import sqlite3
from collections.abc import Callable, Collection, Sequence

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
from netlog.wording import nearest, typed_command

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


def read(app: App, typed: Sequence[str], grammar: Grammar, given: Collection[str]) -> Bare:
    """What the words say, kinds in lower case; given is what options have said: then a word that
    is somebody's name is that.

    Raises UsageMistake for what is said twice, SeveralMatch where a word is somebody's name, too.
    """
    if phrase := bare.unquoted(typed, grammar):
        raise UsageMistake(
            f'A day of several words goes in quotes: "{phrase}".',
            advice="If those are people: their refs, such as c3.",
        )
    people: list[str] = []
    said: dict[Means, str] = {}
    meanings = [(word, bare.meaning(word, grammar)) for word in typed]
    if not any(means for _, means in meanings):
        return Bare(tuple(typed))
    app.reads_stdin = app.reads_stdin or PIPED in typed
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
    return Bare(tuple(people), **{key: _plain(key, word) for key, word in said.items()})


def nearly(
    typed: str, words: Collection[str], means: Means = "kind", cutoff: float = 0.6
) -> tuple[Means, str] | None:
    """What a word nearly is: one of those words, which mean that, or a day."""
    near = nearest(typed, tuple(words), cutoff)
    if near:
        return means, near
    day = nearest(typed, DAYS, cutoff=0.8)  # Monica is no Monday
    return ("day", day) if day else None


def meant_as(words: Collection[str], means: Means = "kind") -> who.Otherwise:
    """What a word that is nearly somebody's name may be instead: one of those words, or a day."""

    def meaning(typed: str) -> Meaning | None:
        near = nearly(typed, words, means, cutoff=0.75)
        return Meaning(f"{OPTIONS[near[0]]} {near[1]}", NOUNS[near[0]]) if near else None

    return meaning


def to_plan(typed: Sequence[str], about: str | None = None) -> Callable[[str], str] | None:
    """The command for seeing these people on a day to come; None where no names were typed."""
    named = [word for word in typed if (ref := parse_ref(word)) is None or ref.letter == "c"]
    return (lambda day: typed_command("netlog plan", [*named, day], about)) if named else None


def _plain(means: Means, word: str) -> str:
    return word.lower() if means in ("kind", "how") else word


def _is_somebody(
    app: App, connection: sqlite3.Connection, word: str, means: Means, given: Collection[str]
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
