"""Tags as a page."""

from netlog.records.tags import Tag
from netlog.render.page import Cell, Column, Listing
from netlog.wording import count


def listing() -> Listing:
    """The tags with how many people have them."""

    def people(tag: Tag) -> str:
        archived = f" and {tag.archived} archived" if tag.archived else ""
        return f"{count(tag.people, 'person', 'people')}{archived}"

    return Listing(
        columns=(
            Column("tag", lambda t: Cell(f"#{t.tag}", "strong"), most=40, free=True),
            Column("people", lambda t: Cell(people(t)), firm=True),
        ),
        empty="No tags yet. Label somebody: netlog tag grace hiring",
        line=lambda t: f"#{t.tag}: {people(t)}",
    )
