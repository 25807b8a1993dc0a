"""Asking, at a terminal, who is meant by the names of a line, before any of it is kept.

What is clear is kept whatever is answered: who was not answered about, or of whom none was chosen,
is left out, and that is said.
"""

from collections.abc import Callable
from functools import partial

from netlog import render
from netlog.actions import recall as actions
from netlog.commands.frame import questions, who
from netlog.commands.frame.app import App
from netlog.errors import Candidate, Interrupted, Refused
from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.rules import recall as rules
from netlog.rules import said_names
from netlog.rules.recall import PlaceLine
from netlog.rules.said_names import CalledAs
from netlog.store.connect import Book

ENDED = (EOFError, Interrupted)


class Answered(NamedTuple):
    """The line without whom another name of it means, and who they are that were asked about.

    left are those who were not answered about, since none was chosen, or ended came, Ctrl-D or
    Ctrl-C: they are in the line no more, nor are nobodys, of whom nobody knows whose they are.
    """

    line: PlaceLine
    judged: dict[CalledAs, Person]
    left: tuple[CalledAs, ...] = ()
    nobodys: tuple[CalledAs, ...] = ()
    ended: EOFError | Interrupted | None = None


def answered(app: App, line: PlaceLine) -> Answered:
    """Ask all that is to be asked of the line; nothing is written yet."""
    asking = _Asking()
    with app.reading() as connection:
        whole = _turned(connection, line.names, asking)
        kept = _once(connection, line._replace(names=tuple(whole)), asking)
        judged = _judged(connection, kept, asking)
    out = (*asking.left, *asking.nobodys)
    names = tuple(one for one in kept if one not in out)
    left, nobodys = tuple(asking.left), tuple(asking.nobodys)
    return Answered(line._replace(names=names), judged, left, nobodys, asking.ended)


def yes(question: str, *, default: bool = True) -> bool:
    """Whether it is so; raises EOFError at Ctrl-D, as the question before it does."""
    try:
        return questions.confirmed(question, default=default)
    except Refused:
        raise EOFError from None


class _Asking:
    """Questions about names, none of which is asked any more once one was answered by an end."""

    def __init__(self) -> None:
        self.left: list[CalledAs] = []
        self.nobodys: list[CalledAs] = []
        self.ended: EOFError | Interrupted | None = None

    def about(self, one: CalledAs, ask: Callable[[], Person | bool | None]) -> Person | bool | None:
        """The answer; None, and the name is left, where there is none."""
        if self.ended is None:
            try:
                answer = ask()
                if answer is not None:
                    return answer
            except ENDED as error:
                self.ended = error
        self.left.append(one)
        return None


def _turned(connection: Book, names: tuple[CalledAs, ...], asking: _Asking) -> list[CalledAs]:
    """The names, two of them as one where they are, by the answer, a name with its last one first.

    Where nothing is answered, neither is kept.
    """
    kept: list[CalledAs] = []
    for one in names:
        before = kept[-1] if kept else None
        found = actions.turned(connection, before, one) if before else None
        if not (before and found):
            kept.append(one)
            continue
        typed = f"{before.typed}, {one.typed}"
        whom = f"{found.person.name} ({found.person.ref})" if found.person else found.name
        is_one = asking.about(before, partial(yes, f"{typed}: is that {whom}?"))
        if is_one:
            kept[-1] = CalledAs(typed, found.name, one.note)
        elif is_one is None:
            asking.left.append(one)
            kept.pop()
        else:
            kept.append(one)
    return kept


def _once(connection: Book, line: PlaceLine, asking: _Asking) -> list[CalledAs]:
    """The names, but for those who are one with another by what was answered."""
    kept: list[CalledAs] = []
    for one in line.names:
        other = next((k for k in kept if _may_be_one(connection, one, k)), None)
        if other is None:
            kept.append(one)
            continue
        question = f"{one.typed}: is that {other.typed}, whom you just named?"
        is_one = asking.about(one, partial(yes, question))
        if is_one:
            kept[kept.index(other)] = rules.joined(other, one)
        elif is_one is not None:
            kept.append(one)
    return kept


def _may_be_one(connection: Book, one: CalledAs, other: CalledAs) -> bool:
    """Whether it is to be asked if two names of a line are of one person.

    Of a name that is only near it is not where the book has somebody of that name, or near it.
    """
    if rules.may_be_two(one, other):
        return True
    if not rules.is_nearly(one, other):
        return False
    found = actions.meant(connection, one.name)
    return not (found.person or found.bearers or found.near)


def _judged(connection: Book, names: list[CalledAs], asking: _Asking) -> dict[CalledAs, Person]:
    """Who it is of whom somebody is nearly called so, or several are, as answered."""
    found: dict[CalledAs, Person] = {}
    for called in names:
        one = actions.meant_by(connection, called)
        if said_names.is_nameless(called.name) and not (one.person or one.bearers or one.near):
            whose = said_names.nameless(called)
            render.aside(" ".join(filter(None, (whose.message, whose.advice))))
            asking.nobodys.append(called)
            continue
        if not (one.bearers or one.near):
            continue
        if called.note and actions.meant(connection, called.typed).person:
            continue
        person = asking.about(called, partial(_whom, called, one))
        if isinstance(person, Person):
            found[called] = person
    return found


def _whom(called: CalledAs, one: actions.CalledToMind) -> Person | bool | None:
    """Which of them it is; False for somebody new, None where none was chosen."""
    if one.bearers:
        chosen = who.chosen_of(called.name, one.bearers, ends=True)
        return _person(chosen) if chosen else None
    for near in one.near:
        if yes(f"{called.name}: is that {near.name} ({near.ref})?"):
            return _person(near)
    return False


def _person(chosen: Candidate) -> Person:
    return Person(chosen.id, chosen.ref, chosen.name)
