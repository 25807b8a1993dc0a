"""Whether somebody is owed thanks, asked of the book and judged in one place."""

from datetime import date
from typing import TYPE_CHECKING

from netlog.records.thanks import FAVOR, NewThanks, ThanksRules
from netlog.rules import gratitude
from netlog.store.reads import thanks as reads

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def owed_on(
    book: "Recording", contact_id: int, kind: str, happened_on: date, rules: ThanksRules
) -> date | None:
    """When thanks to them for a meeting of that kind (or a "favor") are due; None for none."""
    book.session.flush()  # tags of somebody who was just added are read as well
    whom = reads.whom(book.connection, contact_id)
    noted_on = date.fromisoformat(book.at[:10])
    return gratitude.owed_on(kind, happened_on, noted_on, whom, rules)


def for_favor(
    book: "Recording", contact_id: int, favor_id: int, on: date, rules: ThanksRules
) -> bool:
    """Open the thank-you for a favor that came on that day; False when none is owed."""
    from netlog.store.writes import thanks as writes

    due_on = owed_on(book, contact_id, FAVOR, on, rules)
    if due_on is None:
        return False
    writes.add(book, NewThanks(contact_id, opened_on=on, due_on=due_on, favor_id=favor_id))
    return True
