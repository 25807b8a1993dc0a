"""All tables, for what goes through the book table by table."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from netlog.store.tables import (  # noqa: F401 - each fills the metadata
    base,
    belongings,
    cadence,
    cards,
    contacts,
    copies,
    events,
    favors,
    goals,
    history,
    leads,
    meetings,
    organizations,
    plans,
)

# Each after those that its foreign keys name.
TABLES: list[Table] = SQLModel.metadata.sorted_tables
