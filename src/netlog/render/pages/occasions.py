"""An occasion: who was met, and who still waits for a word."""

from datetime import date

from netlog.records.occasions import MetThere, OccasionMet
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.wording import LONGEST_TITLE, count, short_day, typed_anew


def sheet(today: date) -> Sheet:
    """One occasion in full."""

    def days(one: OccasionMet) -> str:
        first, last = short_day(one.since, today), short_day(one.until, today)
        return first if one.since == one.until else f"{first} to {last}"

    def waiting(one: OccasionMet) -> str | None:
        number = sum(bool(met.waits) for met in one.people)
        if not number:
            return None
        said = count(number, "person waits", "people wait")
        return f"{said} for a word: netlog thank --occasion {typed_anew(one.name, LONGEST_TITLE)}"

    return Sheet(
        title=lambda one: one.name,
        fields=(Field("When", days), Field("Thanks", waiting)),
        parts=(Part("Met", lambda one: one.people, _people()),),
    )


def _people() -> Listing:
    def waits(met: MetThere) -> str:
        wait = "waits" if len(met.waits) == 1 else "wait"
        return f"{', '.join(met.waits)} {wait} for a word" if met.waits else ""

    return Listing(
        columns=(
            Column("ref", lambda met: Cell(met.contact.ref, "soft")),
            Column("who", lambda met: Cell(met.contact.name, "strong"), most=28, firm=True),
            Column("at", lambda met: Cell(", ".join(met.meetings))),
            Column("waits", lambda met: Cell(waits(met), "late"), grow=True, blank=True),
        ),
        empty="",
        line=lambda met: f"{met.contact.ref} {met.contact.name}",
        heads=False,
        one_line=True,
    )
