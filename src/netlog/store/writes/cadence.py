"""Cadence rules: one for everybody, one per circle, one per tag."""

from sqlmodel import select

from netlog.store.tables.cadence import CadenceRuleRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert


def set_rule(book: Recording, scope: str, label: str, days: int | None) -> None:
    """Set the rule of the default, a circle or a tag, 0 for never; None takes it away."""
    found = book.session.exec(
        select(CadenceRuleRow).where(CadenceRuleRow.scope == scope, CadenceRuleRow.label == label)
    ).first()
    if found and days is None:
        book.session.delete(found)
        book.session.flush()  # or the next look in this transaction would find it still
    elif found and days is not None:
        found.days = days
    elif days is not None:
        insert(book, CadenceRuleRow, {"scope": scope, "label": label, "days": days})
