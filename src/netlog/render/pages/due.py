"""The morning report as a page."""

from datetime import date

from netlog.output import Room
from netlog.records.due import DueItem
from netlog.render.page import Cell, Column, Listing
from netlog.wording import count, days_phrase, long_day, short_day

HEADINGS = {
    "thanks": "Thanks to send",
    "promise": "Promises to keep",
    "outcome": "Outcomes to tell",
    "waiting": "Waiting for",
    "date": "Dates",
    "reconnect": "Get back in touch",
}


def page(today: date, room: Room, next_due_on: date | None, is_empty: bool) -> Listing:
    """The report of that day; with room to spare each part has a column of its own.

    Elsewhere the command has a line to itself, so that it can be copied whole.
    """

    def when(item: DueItem) -> Cell:
        return _when(item, today)

    def why(item: DueItem) -> str:
        return f"{item.what}, {when(item).text}"

    def line(item: DueItem) -> str:
        return f"{item.ref} {_shortly(item, today)} {item.contact.name}: {item.what}"

    who = Column("who", lambda item: Cell(item.contact.name, "strong"))
    columns: dict[Room, tuple[Column, ...]] = {
        "wide": (
            who,
            Column("why", lambda item: Cell(item.what), grow=True),
            Column("when", when),
            Column("settle", lambda item: Cell(_command(item), "soft"), most=60),
        ),
        "medium": (
            who,
            Column("why", lambda item: Cell(f"{why(item)}\n{_command(item)}"), grow=True),
        ),
        "narrow": (
            Column(
                "all",
                lambda item: Cell(f"{item.contact.name}: {why(item)}\n  {_command(item)}"),
                grow=True,
            ),
        ),
    }
    return Listing(
        columns=columns[room],
        empty=_empty(today, next_due_on, is_empty),
        line=line,
        title=long_day(today),
        section=lambda item: HEADINGS[item.kind],
        heads=False,
        narrow_note="netlog done REF, or drop REF",
    )


def _command(item: DueItem) -> str:
    import shlex

    return shlex.join(item.settle)


def _when(item: DueItem, today: date) -> Cell:
    if item.days_overdue:
        return Cell(f"{days_phrase(item.days_overdue)} overdue", "late")
    if item.due_on <= today:
        return Cell("today", "strong")
    if item.kind == "date":
        return Cell(f"in {days_phrase((item.due_on - today).days)}", "soft")
    return Cell(f"by {short_day(item.due_on, today)}", "soft")


def _shortly(item: DueItem, today: date) -> str:
    """Days overdue, or days to go, in very few cells: "3d late"."""
    if item.days_overdue:
        return f"{item.days_overdue}d late"
    ahead = (item.due_on - today).days
    return f"in {ahead}d" if ahead > 0 else "today"


def brief(items: list[DueItem]) -> str:
    """The report in one line, empty when nothing is due: "3 thanks · 1 promise"."""
    said = {
        "thanks": lambda n: f"{n} thanks",
        "promise": lambda n: count(n, "promise"),
        "outcome": lambda n: f"{count(n, 'outcome')} to tell",
        "waiting": lambda n: f"{n} waiting",
        "date": lambda n: count(n, "date"),
        "reconnect": lambda n: f"{n} to reconnect",
    }
    numbers = {kind: sum(item.kind == kind for item in items) for kind in said}
    return " · ".join(said[kind](number) for kind, number in numbers.items() if number)


def _empty(today: date, next_due_on: date | None, is_empty: bool) -> str:
    if is_empty:
        return 'Nobody is here yet. Start with: netlog add "Grace Hopper" --met "the reunion"'
    if next_due_on is None or next_due_on <= today:
        return "Nothing is due."
    return f"Nothing is due. Next: {short_day(next_due_on, today)}."
