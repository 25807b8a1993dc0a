"""What is typed of a favor: which it is, and days; and what it is now."""

from collections.abc import Callable
from datetime import date

from netlog import clock, render
from netlog.actions import along, settle, standing
from netlog.commands.frame import options
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Argument, Option
from netlog.records.along import FavorNow, Waiting
from netlog.records.favors import Favor
from netlog.render.pages import along as along_page
from netlog.render.pages import favors as page
from netlog.render.pages import thanks as thanks_page
from netlog.render.pages.meetings import away
from netlog.rules import dates
from netlog.store.reads import contacts, thanks
from netlog.typed import Annotated

DueBy = Annotated[
    str | None, Option(metavar="DATE", help="When it is due: friday, 2w, 2026-12-01.")
]
FavorRef = Annotated[
    str,
    Argument(metavar="REF", help="The favor, such as f7."),
]


def on(typed: str | None, instead: Callable[[str], str] | None = None) -> date:
    """The day that was typed, else today; instead is the command for a day to come."""
    today = clock.today()
    return dates.happened_on(typed, today, instead)


def confirm(
    app: App,
    favor_id: int,
    before: Waiting,
    noted: str = "",
    *,
    answered: bool = False,
    before_that: str | None = None,
    came: bool = False,
    with_thanks: bool = False,
) -> None:
    """Say how the favor stands now, and what of all that waited with them is settled by it.

    before_that is what was known of it until now; came: it has come with this. With thanks the
    JSON has those that are open for it.
    """
    today = clock.today()
    with app.reading() as connection:
        favor = settle.favor(connection, favor_id)
        owed = thanks.of_favor(connection, favor_id)
        contact = contacts.contact(connection, favor.contact.id)
        (favor,) = standing.awaited(connection, [favor], today)
        comes = standing.coming(connection, [favor.contact.id], today)
        besides = along.settled(connection, before, {favor.ref})
    lines = [f"{noted}{page.confirmed(favor, today, comes)}"]
    lines += [before_that] if before_that else []
    lines += [page.answered(favor, today)] if answered else []
    lines += along_page.sentences(besides, today)
    if not favor.is_untold:
        lines += thanks_page.owed(owed, today, comes)
    elif came:
        # To tell what came of it is to thank for it.
        lines += thanks_page.with_news(owed)
    lines += away([contact]) if contact and favor.state == "open" else []
    open_ = tuple(one for one in owed if one.state == "open")
    record = FavorNow(favor, open_) if with_thanks else favor
    render.said(app.out, "\n".join(lines), record)


def favor(app: App, ref: str) -> Favor:
    """The favor with that ref; raises NothingMatches when there is none."""
    (favor_id,) = options.favor_ids([ref])
    with app.reading() as connection:
        return settle.favor(connection, favor_id)
