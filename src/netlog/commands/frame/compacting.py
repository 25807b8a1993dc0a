"""Compacting the book, for the two commands that do it: what would go is shown, and asked for."""

from datetime import date

from netlog import clock, render
from netlog.actions import compacting
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.errors import UsageMistake
from netlog.render.pages import compacting as page


def compacted(app: App, before: date, keep: int, *, dry_run: bool, yes: bool) -> None:
    """Compact the book, asking first unless yes, and say what that did."""
    app.wants_book()
    today = clock.today()
    told = compacting.would(app, before, keep)
    if dry_run:
        render.said(app.out._replace(rehearsing=True), page.would(told, today), told)
        return
    if told.commands and not yes:
        would = page.would(told, today)
        elsewhere = UsageMistake(f"{would} Add --yes, or --dry-run to look first.")
        no = "Nothing was compacted."
        questions.check_wanted(app, "Compact the book?", elsewhere, no, would)
    did = compacting.compact(app, before, keep)
    if did.backup:
        app.mention(f"The book as it was is in {did.backup}.")
    render.said(app.out, page.done(did, today), did)
