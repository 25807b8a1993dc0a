"""netlog forget: somebody goes for good, and nothing of them is left."""

import re

from netlog import render
from netlog.actions import forgetting
from netlog.commands.frame import questions, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.forgetting import Forgotten
from netlog.records.people import Person
from netlog.render.pages import forgetting as page
from netlog.store.connect import Book
from netlog.store.reads import contacts, matching
from netlog.store.reads import forgetting as reads
from netlog.typed import Annotated

RECORD = Forgotten
EXAMPLES = (
    "netlog forget c9 --dry-run",
    "netlog forget c9",
    "netlog forget c9 --backups --yes",
)


def command(
    ctx: Context,
    typed: Annotated[
        str, Argument(metavar="WHO", help="Somebody; by ref also whoever was removed.")
    ],
    keep_mentions: Annotated[
        bool, Option("--keep-mentions", help="Leave what others' texts say of them.")
    ] = False,
    with_backups: Annotated[
        bool, Option("--backups", help="Forget them in the backups, too.")
    ] = False,
    dry_run: Annotated[
        bool, Option("--dry-run", help="Show what would go, and change nothing.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Forget somebody for good: this cannot be undone, nor can what was done before it.

    They go out of the book, its search index and its journal, with their favors, their thanks, and
    meetings and plans where nobody else is. In the texts of others their names and addresses become
    [forgotten]. Backups that hold them are named; --backups writes those anew, and deletes damaged
    ones. So are files that were exported: these are yours to delete. `remove` can be undone.
    """
    app = of(ctx)
    app.wants_file("forget writes a file anew", "netlog remove takes them out, and can be undone.")
    with app.reading() as connection:
        person = _person(app, connection, typed)

    def forgotten(*, only_told: bool, everywhere: bool) -> Forgotten:
        return forgetting.forget(
            app, person.id, keep_mentions=keep_mentions, with_backups=everywhere, dry_run=only_told
        )

    if dry_run or not yes:
        told = forgotten(only_told=True, everywhere=False)
        if dry_run:
            render.said(app.out._replace(rehearsing=True), page.would(person.name, told), told)
            return
        with_backups = _wanted(app, person, told, with_backups=with_backups)
    gone = forgotten(only_told=False, everywhere=with_backups)
    render.said(app.out, page.done(gone), gone)


def _person(app: App, connection: Book, typed: str) -> Person:
    """Who is meant; a ref may be of somebody whom only the journal knows any more.

    Whoever is part of somebody by merging is not forgotten without them.
    """
    if re.fullmatch(r"[cC][1-9][0-9]{0,17}", typed) and not contacts.uid_of_id(
        connection, contact_id := int(typed[1:])
    ):
        known = reads.name_of(connection, contact_id)
        if known and not matching.merged_into(connection, contact_id):
            return Person(contact_id, typed.lower(), known[0])
    return who.one(app, connection, typed)


def _wanted(app: App, person: Person, told: Forgotten, *, with_backups: bool) -> bool:
    """Ask whether, and whether the backups are meant as well; elsewhere only --yes forgets."""
    elsewhere = UsageMistake(f"That would forget {person.name} for good: add --yes.")
    would, no = page.would(person.name, told), "Nobody was forgotten."
    questions.check_wanted(app, f"Forget {person.name}?", elsewhere, no, would)
    if with_backups or not told.backups:
        return with_backups
    return questions.confirmed("In the backups, too?", default=True)
