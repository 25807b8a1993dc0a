"""What bare `netlog` says."""

from netlog.named import NamedTuple
from netlog.records.due import BriefDue


class StartPage(NamedTuple):
    """The book in brief: where it is or will be, whether it is, what is in it and what is due."""

    version: str
    db: str
    exists: bool
    people: int
    meetings: int
    due: BriefDue
