"""Processes that may be killed, and random writes: what several tests of the store need."""

import ctypes
import os
import pickle
import signal
import warnings
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.store.killing import traced

from netlog.records.contacts import NewContact, NewMethod
from netlog.records.favors import NewFavor
from netlog.records.meetings import KINDS, NewMeeting
from netlog.records.people import CIRCLES
from netlog.records.plans import NewPlan
from netlog.records.refs import NOUNS
from netlog.records.thanks import NewThanks
from netlog.rules import merging as merging_rules
from netlog.store import connect
from netlog.store.reads import removing as removal_reads
from netlog.store.reads.contacts import stored
from netlog.store.writes import (
    archive,
    cadence,
    contacts,
    duplicates,
    editing,
    favors,
    labels,
    meetings,
    merging,
    plans,
    removing,
    thanks,
)
from netlog.store.writes.editing import Belongings
from netlog.store.writes.recording import Recording

Act = Callable[[], Any]


# Processes


@pytest.fixture(scope="session")
def children() -> Callable[[Iterable[Act]], list[Any]]:
    """Run acts in processes of their own, all at once.

    Returns what each returned, None for one that was killed; raises what any of them raised.
    """
    return _run_all


@pytest.fixture(scope="session")
def child() -> Callable[[Act], Any]:
    """Run one act in a process of its own, as `children` does."""
    return lambda act: _run_all([act])[0]


@pytest.fixture(scope="session")
def started() -> Callable[[Act], int]:
    """Start an act in a process of its own, which the test will kill; returns the process's id."""
    return _fork


@pytest.fixture(scope="session")
def kill() -> Callable[[Act, int], None]:
    """Run an act in a process of its own, which is killed as it comes to its n-th SQL statement."""

    def run(act: Act, number: int) -> None:
        def counted() -> None:
            begun = 0

            def count(_: str) -> None:
                nonlocal begun
                begun += 1
                if begun == number:
                    os.kill(os.getpid(), signal.SIGKILL)

            connect.for_writing = traced(count)
            act()
            raise AssertionError(f"it ended before statement {number}")

        assert _run_all([counted]) == [None]

    return run


@pytest.fixture(scope="session")
def powerless() -> Callable[[Act], Act]:
    """An act without root's right to ignore permissions, to be run in a child."""

    def wrap(act: Act) -> Act:
        def run() -> Any:
            if os.geteuid() == 0:
                version, pid = 0x20080522, 0
                header = (ctypes.c_uint32 * 2)(version, pid)
                assert ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) == 0
            return act()

        return run

    return wrap


def _run_all(acts: Iterable[Act]) -> list[Any]:
    gate, opener = os.pipe()
    started = [_start(act, gate, opener) for act in acts]
    os.close(gate)
    os.close(opener)
    return [_outcome(pid, told) for pid, told in started]


def _start(act: Act, gate: int, opener: int) -> tuple[int, int]:
    told, tell = os.pipe()

    def run() -> None:
        os.close(opener)
        os.read(gate, 1)  # until the parent has started all and closed its end
        os.write(tell, pickle.dumps(_result(act)))

    pid = _fork(run)
    os.close(tell)
    return pid, told


def _fork(act: Act) -> int:
    with warnings.catch_warnings():
        # xdist has a thread of its own, which holds nothing that the child needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if not pid:
        try:
            act()
        finally:
            os._exit(0)
    return pid


def _result(act: Act) -> tuple[Any, BaseException | None]:
    try:
        return act(), None
    except BaseException as error:
        return None, error


def _outcome(pid: int, told: int) -> Any:
    with open(told, "rb") as pipe:
        result = pipe.read()
    os.waitpid(pid, 0)
    value, error = pickle.loads(result) if result else (None, None)
    if error:
        raise error
    return value


# Random writes

NAMES = ("Grace Hopper", "Ada Lovelace", "Zoë", "李", "O'Neil; --")
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
TEXTS = st.sampled_from(("coffee", "advice — \N{SPARKLES}", "a\nb"))
WHY = st.none() | TEXTS
CADENCES = st.sampled_from((None, 0, 7, 90))
TAGS = ("friends", "chess")
RULES = [("default", ""), *(("circle", one) for one in CIRCLES), *(("tag", one) for one in TAGS)]
METHODS = (NewMethod("email", "G@x.org", "g@x.org"), NewMethod("phone", "1", "1", preferred=True))


@pytest.fixture(scope="session")
def write_anything() -> Callable[[st.DataObject, Recording], None]:
    """Do one thing through the write layer that some command does, drawn at random."""

    def write(data: st.DataObject, book: Recording) -> None:
        book.session.flush()  # what is drawn from is read through the connection
        able = [_on_nobody] + [
            act for table, act in _ON if book.connection.execute(_ANY.format(table)).fetchone()
        ]
        data.draw(st.sampled_from(able))(data.draw, book)

    return write


_ANY = "SELECT id FROM {}"


def _one(draw: Any, book: Recording, table: str) -> int:
    return draw(st.sampled_from(_all(book, table)))


def _all(book: Recording, table: str) -> list[int]:
    return [id_ for (id_,) in book.connection.execute(_ANY.format(table))]


def _several(draw: Any, things: Iterable[Any], least: int = 0) -> tuple[Any, ...]:
    return tuple(draw(st.lists(st.sampled_from(things), unique=True, min_size=least)))


def _on_nobody(draw: Any, book: Recording) -> None:
    if draw(st.booleans()):
        cadence.set_rule(book, *draw(st.sampled_from(RULES)), draw(CADENCES))
        return
    new = NewContact(
        name=draw(st.sampled_from(NAMES)),
        nickname=draw(st.none() | st.just("Amazing")),
        birthday=draw(st.sampled_from((None, "1906-12-09", "--02-29"))),
        met_on=draw(st.none() | DAYS),
        introduced_by_id=draw(st.sampled_from((None, *_all(book, "contact")))),
        circles=_several(draw, CIRCLES),
        tags=_several(draw, TAGS),
        methods=_several(draw, METHODS),
        cadence_days=draw(CADENCES),
    )
    contacts.add(book, new)


def _on_contact(draw: Any, book: Recording) -> None:
    who = _one(draw, book, "contact")
    day = draw(DAYS)
    meeting = draw(st.sampled_from((None, *_all(book, "meeting"))))
    acts: tuple[Act, ...] = (
        lambda: meetings.log(
            book,
            NewMeeting(
                day, draw(st.sampled_from(KINDS)), _several(draw, _all(book, "contact"), least=1)
            ),
        ),
        lambda: favors.add(
            book, NewFavor(who, "to_me", draw(TEXTS), day, asked=True, meeting_id=meeting)
        ),
        lambda: thanks.add(book, NewThanks(who, day, day + timedelta(2), meeting_id=meeting)),
        lambda: plans.add(
            book,
            NewPlan(
                day,
                draw(st.sampled_from(KINDS)),
                _several(draw, _all(book, "contact"), least=1),
                starts_at=draw(st.sampled_from((None, "09:30"))),
                text=draw(WHY),
            ),
        ),
        lambda: contacts.set_cadence(book, who, draw(CADENCES)),
        lambda: contacts.snooze(book, who, day, draw(WHY)),
        lambda: contacts.remind(book, who, day),
        lambda: contacts.skip(book, who, draw(st.none() | DAYS)),
        lambda: contacts.settle_day(book, who, 1, day),
        lambda: editing.change_contact(
            book,
            who,
            {"name": draw(st.sampled_from(NAMES)), "organization": draw(WHY)},
            Belongings(
                circles=draw(st.none() | st.just(_several(draw, CIRCLES))),
                tags=_several(draw, TAGS),
                methods=_several(draw, METHODS),
                fields={"shoe": draw(WHY)},
            ),
            draw(st.none() | DAYS),
        ),
    )
    draw(st.sampled_from(acts))()


def _on_favor(draw: Any, book: Recording) -> None:
    favor, day = _one(draw, book, "favor"), draw(DAYS)
    acts: tuple[Act, ...] = (
        lambda: favors.finish(book, favor, day),
        lambda: editing.change_favor(
            book, favor, {"text": draw(TEXTS), "due_on": draw(st.none() | DAYS)}
        ),
        lambda: editing.change_favor(book, favor, {"outcome": None}),
        lambda: favors.turn_out(book, favor, draw(TEXTS), day),
        lambda: favors.tell(book, favor, day),
        lambda: favors.drop(book, favor, day, draw(WHY)),
        lambda: favors.snooze(book, favor, day, draw(WHY)),
    )
    draw(st.sampled_from(acts))()


def _on_thanks(draw: Any, book: Recording) -> None:
    owed, day = _one(draw, book, "thanks"), draw(DAYS)
    acts: tuple[Act, ...] = (
        lambda: thanks.send(book, owed, day, draw(WHY)),
        lambda: thanks.drop(book, owed, day, draw(WHY)),
        lambda: thanks.snooze(book, owed, day, draw(WHY)),
        lambda: editing.change_thanks(book, owed, {"sent_on": draw(st.none() | DAYS)}),
    )
    draw(st.sampled_from(acts))()


def _on_plan(draw: Any, book: Recording) -> None:
    plan, day = _one(draw, book, "plan"), draw(DAYS)
    met = _all(book, "meeting")
    acts: list[Act] = [
        lambda: plans.drop(book, plan, day, draw(WHY)),
        lambda: plans.snooze(book, plan, day, draw(WHY)),
    ]
    if met:
        acts.append(lambda: plans.keep(book, plan, draw(st.sampled_from(met)), day))
    draw(st.sampled_from(acts))()


def _on_people(draw: Any, book: Recording) -> None:
    """What is done to several at once."""
    everybody = _all(book, "contact")
    several = _several(draw, everybody, least=1)
    tag, circle = draw(st.sampled_from(TAGS)), draw(st.sampled_from(CIRCLES))
    acts: list[Act] = [
        lambda: labels.tag(book, several, tag),
        lambda: labels.untag(book, several, tag),
        lambda: labels.rename_tag(book, *draw(st.permutations(TAGS))),
        lambda: labels.put_in_circle(book, several, circle),
        lambda: labels.take_out_of_circle(book, several, circle),
        lambda: archive.archive(book, several),
        lambda: archive.unarchive(book, several),
        lambda: _remove(draw, book, frozenset(several[:1])),
    ]
    if len(everybody) > 1:
        one, other = draw(st.permutations(everybody))[:2]
        acts += [
            lambda: duplicates.tell_apart(book, one, other),
            lambda: _merge(book, one, other),
        ]
    draw(st.sampled_from(acts))()


def _remove(draw: Any, book: Recording, people: frozenset[int]) -> None:
    def some(table: str) -> frozenset[int]:
        return frozenset(_all(book, table)[: draw(st.integers(0, 1))])

    others = [letter for letter in removing.TABLES if letter != "c"]
    named = {"c": people, **{letter: some(NOUNS[letter].table) for letter in others}}
    removing.remove(book, removal_reads.going(book.connection, named))


def _merge(book: Recording, one: int, other: int) -> None:
    kept, goes = stored(book.connection, [one, other])
    merging.merge(book, one, other, merging_rules.plan(kept, goes))


def _on_meeting(draw: Any, book: Recording) -> None:
    editing.change_meeting(
        book,
        _one(draw, book, "meeting"),
        {"happened_on": draw(DAYS), "kind": draw(st.sampled_from(KINDS))},
        draw(st.sampled_from((None, tuple(_all(book, "contact")[:2]) or None))),
    )


_ON = (
    ("contact", _on_contact),
    ("contact", _on_people),
    ("meeting", _on_meeting),
    ("favor", _on_favor),
    ("thanks", _on_thanks),
    ("plan", _on_plan),
)
