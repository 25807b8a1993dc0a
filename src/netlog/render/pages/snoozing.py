"""On which day somebody, or what was put off, comes up: the sentence that confirms it."""

from datetime import date

from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.render.pages import favors, plans, thanks
from netlog.wording import short_day


def comes_up(record: Contact | Favor | Thanks | Plan, on: date | None, today: date) -> str:
    """When it comes up; on is the day on which it really does, None where it does not."""
    name, command = _named(record, today)
    if on is None:
        return f"{name} does not come up by itself{command}."
    if on <= today:
        return f"{name} is due now."
    return f"{name} comes up again on {short_day(on, today)}."


def _named(record: Contact | Favor | Thanks | Plan, today: date) -> tuple[str, str]:
    """What it is called, and what would let it come up."""
    match record:
        case Contact():
            archived = f": netlog unarchive {record.ref}"
            every = f": netlog every {record.ref} monthly"
            return record.name, archived if record.archived else every
        case Plan():
            return f"{_capital(record.kind)} with {plans.names(record)} ({record.ref})", ""
        case Favor():
            return _capital(favors.subject(record)), ""
        case Thanks():
            return _capital(thanks.subject(record, today)), ""


def _capital(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"
