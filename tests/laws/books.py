"""Random books: made through the real commands, in this process, one day after another."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st
from tests.conftest import Result

BEGIN = date(2026, 3, 2)
PEOPLE = ("Ann", "Bo")
KINDS = ("coffee", "lunch", "call", "video", "interview", "email", "message", "event", "note")
FAVORS = ("read my CV", "an intro to HR", "lunch at the harbour", "the slides", "a reference")
TEXTS = ("moving to Lisbon", "both tired", "Her garden grows", "Sent the deck")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = r"(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: (\d{4}))?"

Run = Callable[..., Result]
Step = Callable[["Book"], "Told | None"]


class Told(NamedTuple):
    """What was typed, and what came of it."""

    argv: tuple[str, ...]
    result: Result


class Book:
    """One book under test: it knows the day, and runs commands."""

    def __init__(self, run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run, self.path, self._patch = run, path, monkeypatch
        path.unlink(missing_ok=True)
        self.on(BEGIN)

    def on(self, day: date) -> None:
        self.today = day
        self._patch.setenv("NETLOG_TODAY", day.isoformat())

    def run(self, *argv: str) -> Result:
        found = self._run(*argv)
        assert "Traceback" not in found.err, (argv, found.err)
        assert found.status in range(8), (argv, found)
        return found

    def done(self, *argv: str) -> Told:
        """Run what must succeed."""
        result = self.run(*argv)
        assert result.status == 0, (argv, result)
        return Told(argv, result)

    def json(self, *argv: str) -> Any:
        return self.done(*argv, "--json").result.json

    def due(self, *argv: str) -> list[dict[str, Any]]:
        return self.json("due", *argv)

    def lines(self, *argv: str) -> set[tuple[str, str, int]]:
        """The kind, the ref and the person of each line of the morning."""
        return {(one["kind"], one["ref"], one["contact"]["id"]) for one in self.due(*argv)}

    @contextmanager
    def as_if(self) -> Iterator[None]:
        """What is done within did not happen."""
        before, today = self.path.read_bytes(), self.today
        try:
            yield
        finally:
            self.path.write_bytes(before)
            self.on(today)


def parsed(found: re.Match[str], today: date, first: int = 1) -> date:
    """The day that was said, in short: without a year it is one within eleven months."""
    number, month, year = (found.group(first + n) for n in range(3))
    return date(int(year or today.year), MONTHS.index(month) + 1, int(number))


def last_touch(shown: dict[str, Any]) -> date | None:
    """The day of the newest act with somebody, from their sheet alone."""
    days = [one["happened_on"] for one in shown["meetings"] if one["kind"] != "note"]
    days += [one["sent_on"] for one in shown["thanks"]]
    for favor in shown["favors"]:
        days += [favor["done_on"], favor["told_on"]]
        days += [favor["opened_on"]] if favor["asked"] else []
    return max((date.fromisoformat(day) for day in days if day), default=None)


# What may happen: each is a step of a story.

who = st.sampled_from(PEOPLE)
ago = st.sampled_from((0, 0, 0, 1, 3, 20, 40, 70, 200)).map(lambda days: timedelta(days=days))
ahead = st.sampled_from((1, 3, 10, 40)).map(lambda days: timedelta(days=days))
spans = st.sampled_from(("1d", "3d", "2w", "2m"))
cadences = st.sampled_from(("1w", "2w", "30d", "90d", "never"))


@st.composite
def meeting(draw: st.DrawFn) -> Step:
    person, kind, text, days = (draw(one) for one in (who, st.sampled_from(KINDS), said, ago))
    more = draw(st.lists(st.sampled_from(("--asked", "--owe", "--got")), max_size=2, unique=True))
    options = [part for option in more for part in (option, draw(st.sampled_from(FAVORS)))]
    options += draw(st.sampled_from(((), (), ("--thanked",), ("--no-thanks",), ("--paid", "me"))))
    together = draw(st.booleans())
    days_to_next = draw(st.none() | ahead)

    def step(book: Book) -> Told:
        others = [name for name in PEOPLE if name != person] if together else []
        following = (
            ["--next", (book.today + days_to_next).isoformat()] if days_to_next is not None else []
        )
        day = (book.today - days).isoformat()
        argv = ("log", person, *others, kind, day, *options, *following)
        return Told(argv, book.run(*argv, "--", text))

    return step


said = st.sampled_from(TEXTS)


@st.composite
def favor(draw: st.DrawFn) -> Step:
    verb = draw(st.sampled_from(("promise", "ask", "give", "receive")))
    person, text, days, by = draw(who), draw(st.sampled_from(FAVORS)), draw(ago), draw(ahead)
    named = verb in ("promise", "ask") and draw(st.booleans())

    def step(book: Book) -> Told:
        argv = ["favor", verb, person, text]
        if named:
            argv += ["--by", (book.today + by).isoformat()]
        if verb in ("give", "receive"):
            argv += ["--on", (book.today - days).isoformat()]
        return Told(tuple(argv), book.run(*argv))

    return step


@st.composite
def settling(draw: st.DrawFn) -> Step:
    """One of the lines of the morning, or of those at rest, is closed or put off."""
    verb, number = draw(st.sampled_from(("done", "drop", "snooze"))), draw(st.integers(0, 30))
    span, scope = draw(spans), draw(st.sampled_from(((), ("--all",), ("--within", "2w"))))

    def step(book: Book) -> Told | None:
        found = book.due(*scope)
        if not found:
            return None
        argv = [verb, found[number % len(found)]["ref"], *([span] if verb == "snooze" else [])]
        return Told(tuple(argv), book.run(*argv))

    return step


@st.composite
def outcome(draw: st.DrawFn) -> Step:
    number, verb = draw(st.integers(0, 30)), draw(st.sampled_from(("outcome", "told")))

    def step(book: Book) -> Told | None:
        favors = book.json("favor", "list")
        if not favors:
            return None
        ref = favors[number % len(favors)]["ref"]
        argv = ("told", ref, "hired") if verb == "told" else ("favor", "outcome", ref, "hired")
        return Told(argv, book.run(*argv))

    return step


@st.composite
def small(draw: st.DrawFn) -> Step:
    """A word about somebody: thanks, a rhythm, a pause, a plan."""
    person, day = draw(who), draw(ahead)
    argv = draw(
        st.sampled_from(
            (
                ("thank", person, "note"),
                ("thank", person),
                ("every", person, draw(cadences)),
                ("snooze", person, draw(spans)),
                ("snooze", person, "--off"),
                ("plan", person, "coffee", "DAY"),
                ("log", person, "note", "--next", "DAY", "--", "her exam"),
                ("edit", person, "--birthday", "--03-20"),
                ("edit", person, "--add-date", "wedding=--03-22"),
            )
        )
    )

    def step(book: Book) -> Told:
        said_ = tuple((book.today + day).isoformat() if one == "DAY" else one for one in argv)
        return Told(said_, book.run(*said_))

    return step


@st.composite
def mending(draw: st.DrawFn) -> Step:
    """What was said is taken back, put right, removed, or somebody becomes somebody else."""
    person, number, days = draw(who), draw(st.integers(0, 30)), draw(ago)
    verb = draw(st.sampled_from(("undo", "kind", "day", "remove", "tag", "untag", "archive")))
    kind = draw(st.sampled_from(KINDS))

    def step(book: Book) -> Told | None:
        if verb in ("tag", "untag"):
            argv: tuple[str, ...] = (verb, person, "family")
        elif verb == "archive":
            argv = ("unarchive", person) if number % 2 else ("archive", person, "--yes")
        elif verb == "undo":
            # Both stay in the book.
            if len(book.json("undo", "--list")) <= len(PEOPLE):
                return None
            argv = ("undo",)
        else:
            shown = book.json("show", person)
            found = [one["ref"] for one in (*shown["meetings"], *shown["favors"])]
            meetings = [ref for ref in found if ref[0] == "m"]
            if not (found if verb == "remove" else meetings):
                return None
            if verb == "remove":
                argv = ("remove", found[number % len(found)], "--yes")
            else:
                day = (book.today - days).isoformat()
                change = ("--kind", kind) if verb == "kind" else ("--on", day)
                argv = ("edit", meetings[number % len(meetings)], *change)
        return Told(argv, book.run(*argv))

    return step


@st.composite
def chain(draw: st.DrawFn) -> Step:
    """A lead is begun, goes a step on, or ends."""
    number, person = draw(st.integers(0, 30)), draw(who)
    verb = draw(st.sampled_from(("add", "add", "step", "step", "done", "landed", "declined")))
    state = draw(st.sampled_from(("asked", "done", "broken", "waiting")))
    others = draw(st.sampled_from(((), ("somebody there",))))

    def step(book: Book) -> Told | None:
        leads = book.json("lead", "list")
        if verb == "add" or not leads:
            via = [part for name in (person, *others) for part in ("--via", name)]
            argv: tuple[str, ...] = ("lead", "add", "Mill", *via)
        else:
            lead = leads[number % len(leads)]
            (first, *_) = lead["steps"]
            match verb:
                case "step":
                    argv = ("lead", "step", first["ref"], state)
                case "done":
                    argv = ("done", first["ref"])
                case "landed":
                    argv = ("lead", "landed", lead["ref"], "-m", "hired")
                case _:
                    argv = ("lead", "declined", lead["ref"], "--keep", person)
        return Told(argv, book.run(*argv))

    return step


@st.composite
def waiting(draw: st.DrawFn) -> Step:
    days = draw(st.sampled_from((1, 2, 7, 14, 31, 61, 130)))

    def step(book: Book) -> None:
        book.on(book.today + timedelta(days=days))

    return step


steps = st.one_of(
    meeting(), favor(), chain(), settling(), outcome(), small(), mending(), waiting(), waiting()
)
stories = st.lists(steps, min_size=3, max_size=9)


def people(book: Book) -> None:
    """Both are in it, one of them with a rhythm and a birthday."""
    book.done("add", "Ann", "--every", "30d", "--birthday", "1980-04-01")
    book.done("add", "Bo", "--every", "never")
