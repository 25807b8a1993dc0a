"""What is recorded with a meeting: favors as they were typed, or as somebody says when asked."""

from collections.abc import Sequence
from datetime import date

from netlog.actions import answering
from netlog.actions.answering import Got
from netlog.actions.capture import Occasion, Said
from netlog.commands.frame import asking, questions
from netlog.commands.frame.app import App
from netlog.commands.frame.attending import Attending
from netlog.errors import Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.rules import bare as bare_rules
from netlog.rules import text


class Favors(NamedTuple):
    """What was promised, asked for and received, and the day for what is to come, as typed."""

    owe: Sequence[str]
    asked: Sequence[str]
    got: Sequence[str]
    by: str | None = None


def with_favors(happened: Occasion, typed: Favors, today: date) -> Occasion:
    """The occasion with these favors; raises Refused for a day before the meeting."""
    since = happened.meeting.happened_on
    by = bare_rules.by_day(typed.by, today, since) if typed.by is not None else None
    if by and by < since:
        raise Refused("--by is before the meeting.")

    def due(what: str, name: str) -> Said:
        line = text.line(what, f"text of --{name}")
        return Said(*bare_rules.due(line, by, today, since, several=several))

    several = len(typed.asked) + len(typed.owe) > 1
    asked = tuple(due(what, "asked") for what in typed.asked)
    about = "; ".join(said.what for said in asked) or None
    return happened._replace(
        meeting=happened.meeting._replace(asked=about),
        owe=tuple(due(what, "owe") for what in typed.owe),
        asked=asked,
        got=tuple(Got(text.line(what, "text of --got")) for what in typed.got),
    )


def offered(happened: Occasion, today: date) -> Occasion:
    """What the person at the terminal adds to it, a line each; Enter skips, Ctrl-D the rest too.

    Ctrl-D at the first one is none of it.
    """
    since = happened.meeting.happened_on

    def promise(typed: str, what: str) -> str:
        line = text.line(typed, what)
        bare_rules.due(line, None, today, since)
        return line

    try:
        said = questions.answer("What was it about?", text.block)
    except EOFError:
        raise questions.unanswered() from None
    happened = happened._replace(meeting=happened.meeting._replace(text=said))
    try:
        if not happened.owe and (owe := questions.answer("Anything you owe them?", promise)):
            owed = Said(*bare_rules.due(owe, None, today, since))
            happened = happened._replace(owe=(owed,))
        if not happened.got and (got := questions.answer("Anything they did for you?", text.line)):
            happened = happened._replace(got=(Got(got),))
    except EOFError:
        pass
    return happened


def with_answers(
    app: App, there: list[Attending], happened: Occasion, said: Sequence[int] = ()
) -> Occasion:
    """With the asks that what came answers: those of the ids said, those that it is said to be
    when asked.
    """
    first = there[0].known
    if first is None or not happened.got:
        if said:
            raise UsageMistake("--answers goes with --got, of somebody whom you asked.")
        return happened
    with app.reading() as connection:
        waiting = answering.open_asks(connection, first.id, happened.meeting.happened_on)
    return happened._replace(got=asking.answered(app, first, happened.got, waiting, said))
