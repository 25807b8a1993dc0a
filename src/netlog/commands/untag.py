"""netlog untag: labels are taken from people."""

import typer

from netlog.commands import labelling, options
from netlog.commands.app import of
from netlog.commands.labelling import Outcome
from netlog.commands.tag import Typed
from netlog.records.contacts import Contact

RECORD = list[Contact]
EXAMPLES = (
    "netlog untag grace hiring",
    "netlog untag grace ada +hiring +golang",
    "netlog list --tag hiring --ids | netlog untag - hiring",
)


def command(ctx: typer.Context, typed: Typed) -> None:
    """Take labels from people.

    The last word is the tag. Several tags are marked +hiring or '#hiring', or stand after a -.
    """
    app = of(ctx)
    words = labelling.tell_apart(typed)
    tags = options.tags(words.labels)
    meant = labelling.people(app, ctx, words.people)
    ids = [person.id for person in meant]
    from netlog.store.writes import labels as writes

    with app.recording("untag") as book:
        outcomes = [_outcome(tag, writes.untag(book, ids, tag)) for tag in tags]
    labelling.confirm(app, meant, outcomes)


def _outcome(tag: str, changed: set[int]) -> Outcome:
    return Outcome(
        changed,
        lambda names, one: f"{names} {'has' if one else 'have'} #{tag} no more.",
        lambda names, one: f"{names} {'has' if one else 'have'} no #{tag}.",
    )
