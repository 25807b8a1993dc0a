"""What is due is put off until later, whatever it is, or no longer."""

from collections.abc import Callable
from datetime import date

from netlog.records.refs import Ref
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.favors import FavorRow, ThanksRow
from netlog.store.tables.plans import PlanRow
from netlog.store.writes import contacts, favors, leads, organizations, plans, rows, thanks
from netlog.store.writes.recording import Recording

SNOOZES: dict[str, Callable[[Recording, int, date, str | None], None]] = {
    "c": contacts.snooze,
    "f": favors.snooze,
    "t": thanks.snooze,
    "p": plans.snooze,
    "l": leads.snooze,
    "o": organizations.snooze,
}


def put_off(book: Recording, one: Ref, until: date, why: str | None) -> None:
    """Put it off until that day; of a lead the step that is named, of a person the yearly day."""
    if one.is_day:
        contacts.put_off_day(book, one.id, one.step, until)
    elif one.step:
        leads.snooze(book, one.id, until, why, one.step)
    else:
        SNOOZES[one.letter](book, one.id, until, why)


def wake(book: Recording, one: Ref) -> None:
    """Put it off no longer; of a person, a day that was asked for is none any more, either."""
    row: ContactRow | FavorRow | PlanRow | ThanksRow
    match one.letter:
        case "c" if one.step:
            contacts.put_off_day(book, one.id, one.step, None)
            return
        case "c":
            contacts.wake_days(book, one.id)
            row = rows.load(book, ContactRow, one.id)
            contacts.forget_reminder(row)
        case "f":
            row = rows.load(book, FavorRow, one.id)
        case "p":
            row = rows.load(book, PlanRow, one.id)
        case "l":
            leads.unsnooze(book, one.id, one.step)
            return
        case "o":
            organizations.wake(book, one.id)
            return
        case _:
            row = rows.load(book, ThanksRow, one.id)
    rows.wake(row)
