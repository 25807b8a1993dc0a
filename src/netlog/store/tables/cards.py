"""Cards of an address book that are of nobody, to go out as they came."""

from netlog.store.tables.base import STRICT, Stamped


class KeptCard(Stamped, table=True):
    __tablename__ = "kept_card"
    __table_args__ = (STRICT,)

    kind: str
    name: str | None = None
    card: str
