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


def contact(name: str = "Grace Hopper", number: int = 12, **said: Any) -> Contact:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"c{number}",
        "uid": uid(number),
        "name": name,
        "nickname": None,
        "organization": None,
        "title": None,
        "city": None,
        "birthday": None,
        "how_met": None,
        "met_on": None,
        "introduced_by": None,
        "circles": (),
        "tags": (),
        "methods": (),
        "cadence_days": None,
        "cadence_from": "default",
        "last_touch_on": None,
        "next_due_on": None,
        "snoozed_until": None,
        "snoozed_why": None,
        "snoozes": 0,
        "remind_on": None,
        "remind_why": None,
        "archived": False,
        "fields": {},
        "notes": None,
        "created_at": AT,
        "updated_at": AT,
    }
    return Contact(**(given | said))


def meeting(number: int = 40, who: tuple[Person, ...] = (), **said: Any) -> Meeting:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"m{number}",
        "uid": uid(number),
        "happened_on": DAY,
        "kind": "coffee",
        "text": None,
        "place": None,
        "asked": None,
        "invited_by": None,
        "paid_by": None,
        "contacts": who or (person(12, "Grace Hopper"),),
        "created_at": AT,
        "updated_at": AT,
    }
    return Meeting(**(given | said))


def favor(number: int = 7, **said: Any) -> Favor:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"f{number}",
        "uid": uid(number),
        "contact": person(12, "Grace Hopper"),
        "meeting": None,
        "direction": "to_them",
        "state": "open",
        "text": "send the paper",
        "asked": False,
        "opened_on": DAY,
        "due_on": None,
        "done_on": None,
        "dropped_on": None,
        "dropped_why": None,
        "outcome": None,
        "outcome_on": None,
        "told_on": None,
        "snoozed_until": None,
        "snoozed_why": None,
        "snoozes": 0,
        "created_at": AT,
        "updated_at": AT,
    }
    return Favor(**(given | said))


def thanks(number: int = 9, **said: Any) -> Thanks:
    given: dict[str, Any] = {
        "id": number,
        "ref": f"t{number}",
        "uid": uid(number),
        "contact": person(12, "Grace Hopper"),
        "meeting": MeetingBrief(40, "m40", "coffee", DAY),
        "favor": None,
        "state": "open",
        "opened_on": DAY,
        "due_on": date(2026, 11, 22),
        "sent_on": None,
        "how": None,
        "dropped_on": None,
        "dropped_why": None,
        "snoozed_until": None,
        "snoozed_why": None,
        "snoozes": 0,
        "created_at": AT,
        "updated_at": AT,
    }
    return Thanks(**(given | said))


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
    return DueItem(**(given | said))


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """The makers above: `made.contact("Bob", 3, city="Paris")`."""
    return SimpleNamespace(
        contact=contact, meeting=meeting, favor=favor, thanks=thanks, sheet=sheet, due=due
    )
