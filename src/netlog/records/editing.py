"""A change to one record: from how it stood, by a patch."""

from netlog.named import NamedTuple
from netlog.records.refs import Ref
from netlog.typed import Any


class Edit(NamedTuple):
    """A change to the record with that ref: from how it stood, by that patch.

    mends is whether a new name, organization or title corrects the old one; None: by how near they
    are. goal is the ref of one that the record serves as well; an empty one unties it from all.
    lead is the ref of the one that a favor is for, in the place of another; an empty one is none.
    """

    ref: Ref
    before: Any
    patch: dict[str, Any]
    command: str = "edit"
    mends: bool | None = None
    goal: str | None = None
    lead: str | None = None


class JobFate(NamedTuple):
    """What became of a job: is it a former one, was it said to be a mistake, is the company one."""

    is_kept: bool
    mends: bool | None
    stays: bool


class Edited(NamedTuple):
    """A record as one's own change met it, and as it made it: another's change is in both."""

    before: Any
    after: Any
