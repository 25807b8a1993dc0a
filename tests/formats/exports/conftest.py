"""Contacts with their meetings, favors and thanks, as exports are given them."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from netlog.records.contacts import Contact, ContactSheet
from netlog.records.due import DueItem
from netlog.records.favors import Favor
from netlog.records.meetings import Meeting, MeetingBrief
from netlog.records.people import Person, person
from netlog.records.thanks import Thanks

DAY = date(2026, 11, 20)
AT = "2026-11-23T12:00:00Z"


def uid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def whole(record: Any, said: dict[str, Any]) -> Any:
    """The record, with nothing in what is not said: of a list no member, else None."""
    types = record.__annotations__
    nothing = {name: () if "tuple[" in str(types[name]) else None for name in record._fields}
    return record(**(nothing | record._field_defaults | said))


def contact(name: str = "Grace Hopper", number: int = 12, **said: Any) -> Contact:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"c{number}",
        "uid": uid(number),
        "name": name,
        "nicknames": (said["nickname"],) if said.get("nickname") else (),
        "cadence_from": "default",
        "snoozes": 0,
        "archived": False,
        "fields": {},
        "created_at": AT,
        "updated_at": AT,
    }
    return whole(Contact, given | said)


def meeting(number: int = 40, who: tuple[Person, ...] = (), **said: Any) -> Meeting:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"m{number}",
        "uid": uid(number),
        "happened_on": DAY,
        "kind": "coffee",
        "contacts": who or (person(12, "Grace Hopper"),),
        "created_at": AT,
        "updated_at": AT,
    }
    return whole(Meeting, given | said)


def favor(number: int = 7, **said: Any) -> Favor:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"f{number}",
        "uid": uid(number),
        "contact": person(12, "Grace Hopper"),
        "direction": "to_them",
        "state": "open",
        "text": "send the paper",
        "asked": False,
        "opened_on": DAY,
        "snoozes": 0,
        "created_at": AT,
        "updated_at": AT,
    }
    return whole(Favor, given | said)


def thanks(number: int = 9, **said: Any) -> Thanks:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"t{number}",
        "uid": uid(number),
        "contact": person(12, "Grace Hopper"),
        "meeting": MeetingBrief(40, "m40", "coffee", DAY),
        "state": "open",
        "opened_on": DAY,
        "due_on": date(2026, 11, 22),
        "snoozes": 0,
        "created_at": AT,
        "updated_at": AT,
    }
    return whole(Thanks, given | said)


def sheet(
    of: Contact,
    meetings: tuple[Meeting, ...] = (),
    favors: tuple[Favor, ...] = (),
    thanked: tuple[Thanks, ...] = (),
) -> ContactSheet:
    return ContactSheet(of, meetings, favors, thanked)


def due(kind: str = "thanks", ref: str = "t9", **said: Any) -> DueItem:
    given: dict[str, Any] = {
        "kind": kind,
        "ref": ref,
        "contact": person(12, "Grace Hopper"),
        "what": "thanks for coffee on 20 Nov",
        "since": DAY,
        "due_on": date(2026, 11, 22),
        "days_overdue": 1,
        "settle": ("netlog", "thank", ref),
        "about": "coffee",
        "source": None,
        "choices": (),
    }
    return whole(DueItem, given | said)


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """The makers above: `made.contact("Bob", 3, city="Paris")`."""
    return SimpleNamespace(
        contact=contact, meeting=meeting, favor=favor, thanks=thanks, sheet=sheet, due=due
    )
