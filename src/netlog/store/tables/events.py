"""Events of calendars whose meeting or plan is gone: an older change brings none of them back."""

from netlog.store.tables.base import STRICT, Stamped


class EventGone(Stamped, table=True):
    __tablename__ = "event_gone"
    __table_args__ = (STRICT,)

    sequence: int
