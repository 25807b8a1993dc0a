"""A merge as a page: what went over, and where the two differed."""

from netlog.records.merging import Conflict, Merged
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.wording import count


def sheet() -> Sheet:
    """What came, or would come, of a merge."""
    return Sheet(
        title=_title,
        fields=(Field("Taken", _taken), Field("Moved", _moved)),
        parts=(Part("Where they differ", lambda m: m.conflicts, _conflicts()),),
    )


def _title(merged: Merged) -> str:
    other = f"{merged.merged.name} ({merged.merged.ref})"
    is_ = "would be" if merged.dry_run else "is"
    return f"{other} {is_} merged into {merged.contact.name} ({merged.contact.ref})"


def _taken(merged: Merged) -> str:
    return ", ".join(
        one.field if one.field == "notes" else f"{one.field} {one.value}" for one in merged.taken
    )


def _moved(merged: Merged) -> str:
    meetings, together, favors, thanks, introductions, plans = merged.moved
    said = (
        (meetings, count(meetings, "meeting")),
        (together, f"{count(together, 'meeting')} where both were"),
        (favors, count(favors, "favor")),
        (thanks, count(thanks, "thank-you", "thanks")),
        (introductions, count(introductions, "introduction")),
        (plans, count(plans, "plan")),
    )
    return ", ".join(text for number, text in said if number)


def _conflicts() -> Listing:
    def kept(conflict: Conflict) -> str:
        return f"{conflict.kept or 'none'} stays (of {conflict.kept_of})"

    def lost(conflict: Conflict) -> str:
        return f"{conflict.lost} goes{' into the notes' if conflict.noted else ''}"

    return Listing(
        columns=(
            Column("field", lambda c: Cell(c.field, "soft")),
            Column("kept", lambda c: Cell(kept(c)), grow=True),
            Column("lost", lambda c: Cell(lost(c)), grow=True),
        ),
        empty="",
        line=lambda c: f"{c.field}: {kept(c)}, {lost(c)}",
        heads=False,
    )
