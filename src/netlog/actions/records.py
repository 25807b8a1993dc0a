"""A record of any kind by its ref, as it now stands."""

import sqlite3
from collections.abc import Callable
from typing import Any

from netlog.actions import goals
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.goals import Goal
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.refs import Ref
from netlog.records.thanks import Thanks
from netlog.store.reads import (
    contacts,
    favors,
    leads,
    meetings,
    organizations,
    plans,
    thanks,
)

AnyRecord = Contact | Meeting | Favor | Thanks | Plan | Company | Goal | Lead
READ: dict[str, Callable[[sqlite3.Connection, int], Any]] = {
    "c": contacts.contact,
    "m": meetings.meeting,
    "f": favors.favor,
    "t": thanks.thanks,
    "p": plans.plan,
    "o": organizations.company,
    "l": leads.lead,
    "g": goals.goal,
}


def record(connection: sqlite3.Connection, ref: Ref) -> Any:
    """The record with that ref; None when there is none, or nothing of that kind yet."""
    read = READ.get(ref.letter)
    return read and read(connection, ref.id)
