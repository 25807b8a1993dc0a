"""What is wrong with the book, as a page."""

from netlog.records.doctor import Finding
from netlog.render.page import Cell, Column, Listing

HEALTHY = "The book is healthy."


def listing() -> Listing:
    """Findings, the damage first."""
    return Listing(
        columns=(
            Column("how bad", lambda f: Cell(_state(f), "soft" if f.fixed else "strong")),
            Column("what", lambda f: Cell(f.what), grow=True),
            Column("what to do", lambda f: Cell("" if f.fixed else f.fix or ""), grow=True),
        ),
        empty=HEALTHY,
        line=lambda f: f"{_state(f)}: {f.what} {'' if f.fixed else f.fix or ''}".rstrip(),
    )


def _state(finding: Finding) -> str:
    return "fixed" if finding.fixed else finding.severity
