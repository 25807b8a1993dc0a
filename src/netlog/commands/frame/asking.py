"""What was asked for, when something comes: offered on a terminal, mentioned elsewhere."""

from collections.abc import Sequence

from netlog import clock
from netlog.actions.answering import Got
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.records.favors import Favor
from netlog.rules import asks
from netlog.wording import listed, short_day

MOST_NAMED = 3


def answered(app: App, came: Sequence[Got], waiting: Sequence[Favor]) -> tuple[Got, ...]:
    """What came, each with the open ask that it answers.

    One that resembles it needs no question; another is never taken unasked.
    """
    left, found = list(waiting), []
    for got in came:
        ask = asks.answered(got.what, left) or _chosen(app, got, left)
        if ask:
            left.remove(ask)
        found.append(got._replace(answers=ask.id if ask else None))
    return tuple(found)


def was_promised(app: App, given: str, promises: Sequence[Favor]) -> None:
    """Mention the open promise that something given resembles; it is not closed by itself."""
    if kept := asks.answered(given, promises):
        app.mention(
            f'You promised {kept.contact.name} "{kept.text}" ({kept.ref}). '
            f"If this was it: netlog undo, then netlog done {kept.ref}"
        )


def _chosen(app: App, got: Got, left: Sequence[Favor]) -> Favor | None:
    if left and not app.can_offer:
        named = listed([f'"{ask.text}" ({ask.ref})' for ask in left[:MOST_NAMED]])
        more = f" and {len(left) - MOST_NAMED} more" if len(left) > MOST_NAMED else ""
        app.mention(
            f"You still wait for {named}{more} from {left[0].contact.name}. "
            f"If this was it: netlog drop {left[0].ref}"
        )
        return None
    for ask in left:
        on = short_day(ask.opened_on, clock.today())
        if questions.confirmed(f'Is "{got.what}" what you asked for on {on}: "{ask.text}"?'):
            return ask
    return None
