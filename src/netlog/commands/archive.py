"""netlog archive: people who are left in peace, and kept."""

import typer

from netlog.commands.frame import labelling, options, who
from netlog.commands.frame.app import of
from netlog.records.contacts import Contact

RECORD = list[Contact]
EXAMPLES = (
    "netlog archive grace",
    "netlog list --silent-for 5y --ids | netlog archive -",
)


def command(ctx: typer.Context, typed: options.SeveralWho) -> None:
    """Keep people without being reminded of them: they are due no more, nor listed.

    A name still finds them when nobody else answers to it, and `unarchive` brings them back.
    """
    app = of(ctx)
    with app.reading() as connection:
        meant = who.several(app, connection, typed)
    from netlog.store.writes import archive as writes

    with app.recording("archive") as book:
        changed = writes.archive(book, [person.id for person in meant])
    outcome = labelling.Outcome(
        changed,
        lambda names, one: f"{names} {'is' if one else 'are'} archived.",
        lambda names, one: f"{names} {'is' if one else 'are'} archived already.",
    )
    labelling.confirm(app, meant, [outcome])
