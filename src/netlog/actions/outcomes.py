"""How their help turned out: noted, told, or come about without them."""

from collections.abc import Iterable
from datetime import date

from netlog.actions import settle, thanking, who
from netlog.errors import Candidate, NothingMatches, Refused, SeveralMatch, UsageMistake
from netlog.folding import words
from netlog.records.favors import TO_ME, TO_THEM, WITHOUT_THEM, Favor, FavorFilter
from netlog.records.people import Person
from netlog.records.thanks import ThanksRules
from netlog.rules import asks, phases
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.store.connect import Book
from netlog.store.reads import favors as reads
from netlog.typed import TYPE_CHECKING
from netlog.wording import quoted

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def check_theirs(favor: Favor) -> None:
    """Raise Refused for what is not their help, or was let go."""
    if favor.introduced and favor.state == "done":
        return
    if favor.direction != TO_ME:
        raise Refused(f"{favor.ref} is not a favor they did for you.")
    if favor.state == "dropped":
        how = f"came about {WITHOUT_THEM}" if favor.came_without_them else "was dropped"
        raise Refused(f"{favor.ref} {how}.")


def note(book: "Recording", favor: Favor, outcome: str, today: date, rules: ThanksRules) -> None:
    """Note how it turned out; an open ask has come with it, and thanks for it are owed.

    What was told before stays beside it.
    """
    from netlog.store.writes import favors as writes

    _check_is_news(favor, outcome)
    writes.keep_told(book, favor)
    came_on = asks.came_on(favor.opened_on, today, today)
    if favor.state == "open":
        writes.finish(book, favor.id, came_on)
    writes.turn_out(book, favor.id, outcome, today)
    if favor.introduced:  # they said so themselves
        writes.tell(book, favor.id, today)
    elif favor.state == "open":
        thanking.for_favor(book, favor.contact.id, favor.id, came_on, rules)


def without_them(book: "Recording", favor: Favor, outcome: str, today: date) -> None:
    """Close an ask that came about without them: nothing was received, and nothing is owed.

    Nor is it waited for as a step of a lead. Raises Refused for what they did, and for what they
    were told of.
    """
    from netlog.actions.leads import joining
    from netlog.store.writes import favors as writes

    if favor.state not in ("open", "closed"):
        name = favor.contact.name
        did = f"{name} did" if favor.direction == TO_ME else f"you did for {name}"
        raise Refused(f"{favor.ref} is what {did}.")
    if favor.told_on:
        raise Refused(f"{favor.contact.name} was told of {favor.ref} already.")
    writes.close(book, favor.id, outcome, today)
    joining.part(book, favor)


def to_tell(connection: Book, person: Person, today: date, *, noted: bool) -> Favor:
    """The one favor of theirs that waits for its outcome to be told.

    With noted only what has its outcome counts; else also an introduction of yours, of which they
    tell: where nothing of theirs waits, or once it has been asked how that went. Raises
    NothingMatches for none, SeveralMatch.
    """
    theirs = reads.favors(connection, FavorFilter(person.id, TO_ME))
    waiting = [f for f in reversed(theirs) if f.wants_outcome and (f.outcome or not noted)]
    if len(waiting) > 1:
        # Nobody waits to hear how a lunch turned out, or what came of saying why it was a no.
        waiting = [f for f in waiting if f.outcome or not phases.is_courtesy(f.text)] or waiting
    if not noted:
        yours = reads.favors(connection, FavorFilter(person.id, TO_THEM))
        brought = [f for f in reversed(yours) if f.introduced and f.wants_outcome]
        waiting += [f for f in brought if not waiting or _was_asked(f, today)]
        waiting = waiting or _without_words(theirs)
    if len(waiting) > 1:
        raise several(waiting)
    if not waiting:
        raise _nothing_waits(person, theirs, who.called(connection, person), noted=noted)
    return waiting[0]


def _without_words(theirs: Iterable[Favor]) -> list[Favor]:
    """What came and is over, told or let go, though nobody said how it turned out."""
    return [
        one
        for one in theirs
        if one.done_on and one.outcome is None and not phases.is_courtesy(one.text)
    ]


def _was_asked(introduction: Favor, today: date) -> bool:
    since = introduction.done_on
    return since is not None and (today - since).days >= min(phases.INTRODUCED)


def several(waiting: list[Favor]) -> SeveralMatch:
    """The error for favors of which any could be meant."""
    told = " or ".join(f"{favor.ref}, {quoted(favor.text)}" for favor in waiting)
    return SeveralMatch(
        f"How did which turn out: {told}?",
        advice="Say which by ref.",
        candidates=[Candidate(favor.id, favor.ref, favor.text) for favor in waiting],
    )


def _nothing_waits(
    person: Person, theirs: list[Favor], whom: str, *, noted: bool
) -> NothingMatches | UsageMistake:
    """The error for nothing to tell of: what is still open is another matter."""
    if noted and any(favor.wants_outcome for favor in theirs):
        return UsageMistake("How did it turn out?", advice=f'netlog told {whom} "…"')
    waiting = [favor for favor in theirs if favor.state == "open"]
    of_those = "Of what you still wait for: netlog favor outcome {} TEXT, or with --without-them"
    return NothingMatches(
        f"Nothing that {person.name} did waits for its outcome.",
        advice=of_those.format(waiting[0].ref) if waiting else None,
    )


def unsaid(connection: Book, favor: Favor) -> NothingMatches:
    """The error for a favor of which nobody said how it turned out."""
    person = favor.contact
    theirs = reads.favors(connection, FavorFilter(person.id, TO_ME))
    alone = [one.id for one in theirs if one.wants_outcome] == [favor.id]
    whom = who.called(connection, person) if alone else favor.ref
    return NothingMatches(f"How did {favor.ref} turn out?", advice=f'netlog told {whom} "…"')


def check_told(favor: Favor, outcome: str | None, on: date) -> None:
    """Raise unless there is something to tell of the favor, on a day after it came."""
    check_theirs(favor)
    if favor.state == "open":
        raise NothingMatches(
            f"{favor.ref} has not come yet.",
            advice=f"To say how it turned out: netlog favor outcome {favor.ref} TEXT",
        )
    if outcome is None:
        settle.check_untold(favor)
    else:
        _check_is_news(favor, outcome)
    if (favor.done_on or on) > on + MOST_DAYS_AHEAD:
        raise Refused("That was before there was anything to tell.")


def tell(book: "Recording", favor: Favor, outcome: str | None, on: date) -> None:
    """Note how it turned out, beside what was noted before, and that they were told on that day.

    What was told on another day stays beside it.
    """
    from netlog.store.writes import favors as writes

    said, known_on = outcome or favor.outcome or "", favor.outcome_on
    if favor.told_on and favor.told_on != on:
        writes.keep_told(book, favor)
        known_on = on if outcome else known_on
    elif outcome and favor.outcome:
        said = asks.joined(favor.outcome, outcome)
    writes.turn_out(book, favor.id, said, known_on or on)
    writes.tell(book, favor.id, on)


def _check_is_news(favor: Favor, outcome: str) -> None:
    """Raise NothingMatches for what they were told before, in these words."""
    if favor.told_on and favor.outcome and words(favor.outcome) == words(outcome):
        raise NothingMatches(f"{favor.ref} is told already.")
