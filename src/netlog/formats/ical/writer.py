"""What is due, and the birthdays, as a calendar to subscribe to.

Every event has a UID made of what it is about, never of when it was written: a calendar that
reads the file again moves the entry instead of adding a second one. All entries are private, and
but for a plan with a time they are of a whole day and take no time.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from netlog.folding import words
from netlog.formats.circumstances import Going
from netlog.formats.ical import own
from netlog.formats.ical.lines import escaped, folded
from netlog.formats.mapping import Mapped
from netlog.records.contacts import Contact
from netlog.records.due import DueItem
from netlog.records.plans import Plan
from netlog.wording import capitalized, days_phrase, listed, long_day

TITLE = "iCalendar: what is due"
ABOUT = """\
`ics`, written: what is due within 30 days, what is planned, and birthdays, as a calendar to
subscribe to."""
MAPPING = (
    Mapped("due item", "VEVENT of a whole day, on due_on, or today when that is past"),
    Mapped("due item: kind, ref, contact", "UID, CATEGORIES"),
    Mapped("due item: contact, what", "SUMMARY"),
    Mapped("due item: since, due_on, settle", "DESCRIPTION"),
    Mapped(
        "plan: happens_on, starts_at, kind, contacts, place, text",
        "VEVENT on its day, of an hour from starts_at on; SUMMARY, LOCATION, DESCRIPTION; "
        "X-NETLOG-KIND and X-NETLOG-WITH, by which it is read back",
        "invited_by",
    ),
    Mapped("birthday, dates", "VEVENT with a yearly RRULE; 29 February on the 28th if need be"),
    Mapped("date of the due list", "left out when the days of that person are there", "nothing"),
    Mapped("everything else of a contact", "", "all"),
)

_PRODUCT = "-//netlog//netlog//EN"
_BIRTHDAY = re.compile(r"birthday(?:, turning \d+)?")
_AN_HOUR = "PT1H"  # how long it takes is not on record
# A leap year, so that 29 February exists; calendars show no age for a year that long past.
_NO_YEAR = 1604


def write(
    told: tuple[Iterable[DueItem], Iterable[Contact], Iterable[Plan]], going: Going
) -> Iterator[str]:
    """The lines of the calendar, each folded and ended with CRLF.

    It is told what is due, the people whose birthdays are to be in it, and whose uids make the
    UIDs of the items, and the plans, which are events of their own.
    """
    people, plans = list(told[1]), list(told[2])
    planned = {plan.ref for plan in plans}
    items = (item for item in told[0] if item.ref not in planned)
    uids = {contact.id: contact.uid for contact in people}
    known = {contact.id for contact in people if contact.dates or _is_day(contact.birthday)}
    at = going.at.replace("-", "").replace(":", "")
    yield from map(folded, ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}"))
    yield from map(folded, ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:netlog"))
    for item in items:
        if item.kind != "date" or item.contact.id not in known:
            yield from map(folded, _event(_due(item, uids, going.today), at))
    for plan in plans:
        yield from map(folded, _event(_plan(plan, uids), at, busy=plan.starts_at is not None))
    for contact in people:
        for yearly in _yearly(contact):
            yield from map(folded, _event(yearly, at))
    yield folded("END:VCALENDAR")


def _event(properties: Iterable[str], at: str, *, busy: bool = False) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"DTSTAMP:{at}"
    yield from properties
    transparent = "OPAQUE" if busy else "TRANSPARENT"
    yield from (f"TRANSP:{transparent}", "CLASS:PRIVATE", "END:VEVENT")


def _plan(plan: Plan, uids: Mapping[int, str]) -> Iterator[str]:
    """On the clock of wherever one is then; nobody is invited by it."""
    yield _text("UID", own.uid(plan))
    if plan.starts_at:
        yield f"DTSTART:{_digits(plan.happens_on)}T{plan.starts_at.replace(':', '')}00"
        yield f"DURATION:{_AN_HOUR}"
    else:
        yield from _whole_day(plan.happens_on)
    names = listed([contact.name for contact in plan.contacts])
    kind = capitalized(plan.kind)
    yield _text("SUMMARY", f"{kind} with {names}")
    if plan.place:
        yield _text("LOCATION", plan.place)
    settle = f"netlog done {plan.ref}"
    yield _text("DESCRIPTION", "\n".join(filter(None, (plan.text, settle))))
    yield "CATEGORIES:netlog,plan"
    yield from own.written(plan, uids)


def _due(item: DueItem, uids: Mapping[int, str], today: date) -> Iterator[str]:
    day = max(item.due_on, today)
    late = f", {days_phrase(item.days_overdue)} overdue" if item.days_overdue else ""
    described = (
        f"Due {long_day(item.due_on)}{late}, since {long_day(item.since)}.",
        shlex.join(item.settle),
    )
    # A ref is a number of one book; with the contact's uid it is told from another book's.
    letter = item.contact.ref[0]
    uid = uids.get(item.contact.id, "c") if letter == "c" else letter
    yield _text("UID", f"{item.kind}-{item.ref}-{uid}@netlog")
    yield from _whole_day(day)
    yield _text("SUMMARY", _summary(item))
    yield _text("DESCRIPTION", "\n".join(filter(None, described)))
    yield f"CATEGORIES:netlog,{escaped(item.kind)}"


def _summary(item: DueItem) -> str:
    # What is said of a day, such as "tomorrow", is true on the day of writing only.
    if not item.contact.id:
        return item.what
    if item.kind == "date" and _BIRTHDAY.fullmatch(item.about):
        return f"Birthday of {item.contact.name}"
    return f"{item.contact.name}: {item.about if item.kind == 'date' else item.what}"


def _yearly(contact: Contact) -> Iterator[Iterator[str]]:
    """Their birthday, then the other days of every year."""
    if contact.birthday and _is_day(contact.birthday):
        yield _every_year("birthday", contact, f"Birthday of {contact.name}", contact.birthday)
    for label, on in contact.dates:
        named = "-".join(words(label))
        yield _every_year(f"date-{named}", contact, f"{contact.name}: {label}", on)


def _every_year(named: str, contact: Contact, summary: str, on: str) -> Iterator[str]:
    year, month, day = _parts(on)
    yield _text("UID", f"{named}-{contact.uid}@netlog")
    yield from _whole_day(date(year or _NO_YEAR, month, day))
    # The last day of February is the 29th where there is one, as netlog keeps such days.
    leap = ";BYMONTH=2;BYMONTHDAY=-1" if (month, day) == (2, 29) else ""
    yield f"RRULE:FREQ=YEARLY{leap}"
    yield _text("SUMMARY", summary)
    if year:
        yield _text("DESCRIPTION", f"Born in {year}." if named == "birthday" else f"Since {year}.")
    yield f"CATEGORIES:netlog,{'birthday' if named == 'birthday' else 'date'}"


def _is_day(birthday: str | None) -> bool:
    """Whether more than the month or the year is known."""
    return birthday is not None and len(birthday) == (7 if birthday[:2] == "--" else 10)


def _parts(birthday: str) -> tuple[int | None, int, int]:
    """Year, month and day of YYYY-MM-DD or --MM-DD."""
    year = birthday[:-6] if birthday[:2] != "--" else ""
    return (int(year) if year else None), int(birthday[-5:-3]), int(birthday[-2:])


def _whole_day(day: date) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{_digits(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_digits(day + timedelta(days=1))}"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(name: str, value: str) -> str:
    return f"{name}:{escaped(value)}"
