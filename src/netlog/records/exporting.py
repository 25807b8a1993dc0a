"""The book on its way out: as netlog's own JSON, and as pages to read."""

from collections.abc import Mapping
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.records.contacts import Contact, ContactSheet
from netlog.records.leads import GoalBrief
from netlog.typed import Any

# A record of the book as that JSON has it.
Object = dict[str, Any]

# By the ref of a meeting, a plan or a favor the goals that it serves.
Serve = Mapping[str, tuple[GoalBrief, ...]]
NOTHING_SERVES: Serve = MappingProxyType({})


class PersonPage(NamedTuple):
    """The page of a contact, and what of all that happened serves a goal."""

    sheet: ContactSheet
    serve: Serve

    @property
    def contact(self) -> Contact:
        return self.sheet.contact
