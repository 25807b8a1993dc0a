"""netlog unarchive: archived people are back."""

from netlog.commands.frame import labelling, options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.records.contacts import Contact

REHEARSES = True
RECORD = list[Contact]
EXAMPLES = ("netlog unarchive grace", "netlog unarchive c12 c15")


def command(ctx: Context, typed: options.SeveralWho) -> None:
    """Bring archived people back into the lists and the morning report.

    A name means the archived before all others.
    """
    app = of(ctx)
    with app.reading() as connection:
        meant = who.several(app, connection, typed, archived=True)
    from netlog.store.writes import archive as writes

    with app.recording("unarchive") as book:
        changed = writes.unarchive(book, [person.id for person in meant])
    outcome = labelling.Outcome(
        changed,
        lambda names, one: f"{names} {'is' if one else 'are'} back.",
        lambda names, one: f"{names} {'is' if one else 'are'} not archived.",
    )
    labelling.confirm(app, meant, [outcome])
