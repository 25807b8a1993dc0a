"""Compacting the book, for the two commands that do it: what would go is shown, and asked for."""

from datetime import date

from netlog import clock, render
from netlog.actions import compacting
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.errors import Refused, UsageMistake
from netlog.render.pages import compacting as page


def compacted(app: App, before: date, keep: int, *, dry_run: bool, yes: bool) -> None:
    """Compact the book, asking first unless yes, and say what that did."""
    today = clock.today()
    told = compacting.would(app, before, keep)
    if dry_run:
        render.said(app.out._replace(rehearsing=True), page.would(told, today), told)
        return
    if told.commands and not yes:
        _check_wanted(app, page.would(told, today))
    app.be_patient()
    did = compacting.compact(app, before, keep)
    if did.backup:
        app.mention(f"The book as it was is in {did.backup}.")
    render.said(app.out, page.done(did, today), did)


def _check_wanted(app: App, would: str) -> None:
    if not app.can_ask:
        raise UsageMistake(f"{would} Add --yes, or --dry-run to look first.")
    render.aside(would)
    if not questions.confirmed("Compact the book?"):
        raise Refused("Nothing was compacted.")
