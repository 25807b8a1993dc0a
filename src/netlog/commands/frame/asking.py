"""What was asked for, when something comes: offered on a terminal, mentioned elsewhere."""

from collections.abc import Mapping, Sequence

from netlog import clock
from netlog.actions.answering import Got
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.errors import Refused, UsageMistake
from netlog.records.favors import Favor
from netlog.records.people import Person
from netlog.records.refs import ref
from netlog.rules import asks
from netlog.wording import listed, short_day

MOST_NAMED = 3


def answered(
    app: App, whom: Person, came: Sequence[Got], waiting: Sequence[Favor], said: Sequence[int] = ()
) -> tuple[Got, ...]:
    """What came, each with the open ask that it answers: of those that were said by id first.

    One that resembles it needs no question; another is never taken unasked. Raises Refused for an
    id that is of no open ask, UsageMistake for more asks than what came.
    """
    known = _said(whom, came, waiting, said)
    known |= _resembled(came, waiting, known)
    left = [ask for ask in waiting if ask not in known.values()]
    found = []
    for at, got in enumerate(came):
        ask = known.get(at)
        if ask is None and (ask := _chosen(app, got, left)):
            left.remove(ask)
        found.append(got._replace(answers=ask.id if ask else None))
    return tuple(found)


def _resembled(
    came: Sequence[Got], waiting: Sequence[Favor], known: Mapping[int, Favor]
) -> dict[int, Favor]:
    """The other asks that are answered without a word, by the place of what came: the nearest
    first.
    """
    found: dict[int, Favor] = {}
    by_words = sorted(
        ((at, ask) for at in range(len(came)) for ask in waiting if at not in known),
        key=lambda pair: -asks.shared(came[pair[0]].what, pair[1].text),
    )
    for at, ask in by_words:
        is_free = at not in found and ask not in (*found.values(), *known.values())
        if is_free and _alike(ask, [came[at]]):
            found[at] = ask
    return found


def was_promised(app: App, given: str, promises: Sequence[Favor]) -> None:
    """Mention the open promise that something given resembles; it is not closed by itself."""
    if kept := asks.answered(given, promises):
        app.mention(
            f'You promised {kept.contact.name} "{kept.text}" ({kept.ref}). '
            f"If this was it: netlog undo, then netlog done {kept.ref}"
        )


def _said(
    whom: Person, came: Sequence[Got], waiting: Sequence[Favor], said: Sequence[int]
) -> dict[int, Favor]:
    """The asks that were named, by the place of what came: what each resembles most, else the next
    that is no other ask's.
    """
    if len(said) > len(came):
        raise UsageMistake("--answers goes with --got: one for each.")
    open_ = {ask.id: ask for ask in waiting}
    if missing := [id_ for id_ in said if id_ not in open_]:
        raise Refused(
            f"{ref('f', missing[0])} is nothing that you waited for from {whom.name} on that day.",
            advice=f"netlog favor list {whom.ref} --open --to-me",
        )
    known: dict[int, Favor] = {}
    for ask in sorted((open_[id_] for id_ in said), key=lambda one: not _alike(one, came)):
        free = (at for at in range(len(came)) if at not in known)
        known[min(free, key=lambda at: _strangeness(ask, came[at], waiting))] = ask
    return known


def _strangeness(ask: Favor, got: Got, waiting: Sequence[Favor]) -> tuple[int, int]:
    """How little what came seems to be what was asked for there: least where no ask is nearer."""
    nearest = asks.answered(got.what, waiting)
    if nearest is ask:
        rank = 0
    elif _alike(ask, [got]):
        rank = 1
    else:
        rank = 2 if nearest is None else 3
    return rank, -asks.shared(got.what, ask.text)


def _alike(ask: Favor, came: Sequence[Got]) -> bool:
    return any(asks.resembles(got.what, ask.text) for got in came)


def _chosen(app: App, got: Got, left: Sequence[Favor]) -> Favor | None:
    if left and not app.can_offer:
        named = listed([f'"{ask.text}" ({ask.ref})' for ask in left[:MOST_NAMED]])
        more = f" and {len(left) - MOST_NAMED} more" if len(left) > MOST_NAMED else ""
        options = " or ".join(f"--answers {ask.ref}" for ask in left[:MOST_NAMED])
        app.mention(
            f"You still wait for {named}{more} from {left[0].contact.name}. "
            f"If this was it: netlog undo, then the same with {options}"
        )
        return None
    for ask in left:
        on = short_day(ask.opened_on, clock.today())
        if questions.confirmed(f'Is "{got.what}" what you asked for on {on}: "{ask.text}"?'):
            return ask
    return None
