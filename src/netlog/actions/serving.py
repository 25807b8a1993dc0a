"""What a record serves: the goal that it is for, and the lead."""

from netlog.actions import goals
from netlog.actions.leads import finding, joining
from netlog.named import NamedTuple
from netlog.records.goals import Served
from netlog.store.connect import Book
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class Serving(NamedTuple):
    """The ids of a goal and of a lead."""

    goal: int | None = None
    lead: int | None = None


def named(connection: Book, goal: str | None = None, lead: str | None = None) -> Serving:
    """What is named by those refs; raises UsageMistake for other words, NothingMatches for none."""
    return Serving(
        goals.there(connection, goal).id if goal is not None else None,
        finding.lead(connection, lead).id if lead is not None else None,
    )


def tie(book: "Recording", serving: Serving, what: Served, row_id: int) -> None:
    """Let a record serve them; of a lead, a favor."""
    if serving.goal is not None:
        from netlog.store.writes import goals as goal_writes

        goal_writes.serve(book, serving.goal, what, row_id)
    if serving.lead is not None and what == "favor_id":
        from netlog.store.writes import leads as lead_writes

        lead_writes.tie(book, serving.lead, row_id)
        joining.join(book, row_id)
