"""What became of an edit, as it is said."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog import clock, render
from netlog.actions import adding, changing, standing
from netlog.commands.frame.app import App
from netlog.records.contacts import Contact
from netlog.records.meetings import Meeting
from netlog.render.pages import editing as page
from netlog.render.pages import thanks as thanks_page
from netlog.store.connect import Book
from netlog.store.reads import thanks
from netlog.typed import Any


def say(
    app: App, before: Any, after: Any, mends: bool | None = None, also: Sequence[str] = ()
) -> None:
    """What changed, what became of a former name or job, and who else can be reached so."""
    today = clock.today()
    with app.reading() as connection:
        beside = _beside(connection, before, after, mends, today)
        said = [page.changed(before, after, today, also), *beside]
        is_person = isinstance(after, Contact)
        shared = list(adding.shared_ways(connection, after, before)) if is_person else []
    render.said(app.out, "\n".join(said), after)
    for one in shared:
        app.mention(one)


def _beside(
    connection: Book, before: Any, after: Any, mends: bool | None, today: date
) -> Iterator[str]:
    """What it means for a name or a job that was there, and for the thanks for a meeting."""
    if isinstance(after, Contact):
        if name := page.former_name(before, after, mends):
            yield name
        had_job = any(getattr(before, key) for key in changing.JOB)
        fate = changing.fate(connection, before, after, mends) if had_job else None
        if fate and (job := page.former_job(before, after, fate)):
            yield job
    elif isinstance(after, Meeting) and after.kind != before.kind:
        comes = standing.coming(connection, [one.id for one in after.contacts], today)
        owed = thanks_page.owed(thanks.of_meeting(connection, after.id), today, comes)
        yield from owed or [f"No thanks are open for {after.ref}."]
