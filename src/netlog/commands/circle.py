"""netlog circle: where people belong."""

from netlog.actions import labels
from netlog.commands.frame import labelling, options, piping, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.labelling import Outcome
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.contacts import Contact
from netlog.records.people import CIRCLES, Circle
from netlog.typed import Annotated
from netlog.wording import no_such, typed_anew

REHEARSES = True
RECORD = list[Contact]
EXAMPLES = (
    "netlog circle grace peer business",
    "netlog circle grace ada --not community",
    "netlog list --tag hiring --ids | netlog circle - business",
)


def command(
    ctx: Context,
    typed: Annotated[
        list[str],
        Argument(
            metavar="WHO... CIRCLE...",
            help=f"People, then any of {', '.join(CIRCLES)}; - reads the people from stdin.",
        ),
    ],
    out_of: Annotated[
        list[str] | None,
        Option(
            "--not",
            metavar=f"[{'|'.join(CIRCLES)}]",
            help="Take them out of this circle; repeat for several.",
        ),
    ] = None,
) -> None:
    """Put people into circles, or take them out.

    Somebody who is called Peer is named by ref.
    """
    app = of(ctx)
    into = [circle for circle in CIRCLES if circle in typed]
    leaving = options.chosen(out_of, CIRCLES, "circle")
    words = [word for word in typed if word not in CIRCLES]
    _check(words, [*into, *leaving])
    if set(into) & set(leaving):
        raise UsageMistake("Into a circle or out of it, not both.")
    named = piping.piped(ctx, words)
    with app.reading() as connection:
        try:
            meant = who.several(app, connection, named)
        except NothingMatches:
            if named and named[-1] == typed[-1]:  # it stands where a circle would
                raise _no_circle(named) from None
            raise
    came, left = labels.encircle(app, [person.id for person in meant], into, leaving)
    outcomes = [_into(*pair) for pair in zip(into, came, strict=True)]
    outcomes += [_out_of(*pair) for pair in zip(leaving, left, strict=True)]
    labelling.confirm(app, meant, outcomes)


def _check(words: list[str], circles: list[Circle]) -> None:
    """Raise UsageMistake with a question, and what answers it, where people or circles are missing.

    The last of several words then stands where a circle would.
    """
    if not words:
        raise UsageMistake("Whom?", advice=f"netlog circle grace {' '.join(circles) or 'peer'}")
    if circles:
        return
    if len(words) == 1:
        raise UsageMistake("Which circle?", advice=f"netlog circle {typed_anew(words[0])} peer")
    raise _no_circle(words)


def _no_circle(words: list[str]) -> UsageMistake:
    """The mistake of a last word that is no circle, after the people."""
    what, meant = no_such(words[-1], "circle", CIRCLES)
    label = f"A label: netlog tag {' '.join(map(typed_anew, words))}"
    return UsageMistake(what, advice=meant or label)


def _into(circle: str, changed: set[int]) -> Outcome:
    return Outcome(
        changed,
        lambda names, one: f"{names} {'is' if one else 'are'} in the {circle} circle now.",
        lambda names, one: f"{names} {'is' if one else 'are'} in the {circle} circle already.",
    )


def _out_of(circle: str, changed: set[int]) -> Outcome:
    return Outcome(
        changed,
        lambda names, one: f"{names} {'is' if one else 'are'} out of the {circle} circle.",
        lambda names, one: f"{names} {'is' if one else 'are'} not in the {circle} circle.",
    )
