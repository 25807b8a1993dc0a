"""Cadence rules as a page."""

from netlog.records.cadence import CadenceRule
from netlog.render.page import Cell, Column, Listing
from netlog.wording import describe_cadence


def listing() -> Listing:
    """The rules, from the most general."""

    def scope(rule: CadenceRule) -> str:
        return f"{rule.scope} {rule.label}" if rule.label else rule.scope

    def every(rule: CadenceRule) -> str:
        return describe_cadence(rule.cadence_days or 0)

    return Listing(
        columns=(
            Column("for", lambda r: Cell(scope(r), "strong")),
            Column("how often", lambda r: Cell(every(r))),
        ),
        empty="No rules.",
        line=lambda r: f"{scope(r)}: {every(r)}",
    )
