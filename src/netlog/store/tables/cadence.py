"""How often to be in touch by circle and tag."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from netlog.store.tables.base import STRICT, Stamped


class CadenceRuleRow(Stamped, table=True):
    __tablename__ = "cadence_rule"
    __table_args__ = (
        UniqueConstraint("scope", "label"),
        CheckConstraint("scope IN ('default', 'circle', 'tag')"),
        CheckConstraint("days >= 0"),
        STRICT,
    )

    scope: str
    label: str = Field(default="", sa_column_kwargs={"server_default": ""})
    days: int
