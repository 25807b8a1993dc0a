"""People as pages: the list, and one contact in full."""

from collections.abc import Callable, Sequence
from datetime import date

from netlog.output import CRAMPED, ROOMY
from netlog.records.contacts import METHOD_KINDS, Contact, ContactSheet, Method
from netlog.records.leads import Lead
from netlog.records.plans import Plan
from netlog.records.relations import Relation
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet, shortened
from netlog.render.pages import favors, meetings, plans, thanks
from netlog.render.pages.serving import SERVES
from netlog.wording import describe_cadence, put_off, said_birthday, short_day

OfContact = Callable[[Contact], str | None]


# What `list --columns` knows, beside the columns that it shows by itself.
COLUMNS = (
    *("ref", "name", "nickname", "organization", "title", "city", "circles", "tags", "birthday"),
    *("met", "via", "email", "phone", "url", "handle", "address", "cadence", "last", "due"),
    "notes",
)


def listing(today: date, names: Sequence[str] | None = None) -> Listing:
    """The list of people, with the columns of those names or its own.

    A name that COLUMNS does not know is that of a custom field.
    """
    return Listing(
        columns=_chosen(today, names) if names else _usual(today),
        empty="Nobody matches.",
        line=lambda c: f"{c.ref} {c.name}",
        narrow_below=0 if names else 30,
    )


def first_steps(page: Listing) -> Listing:
    """The page of a book without people."""
    return page._replace(empty='Nobody is here yet. Start with: netlog add "Grace Hopper"')


def _usual(today: date) -> tuple[Column, ...]:
    return (
        Column("ref", lambda c: Cell(c.ref, "soft")),
        Column("name", lambda c: Cell(c.name, "strong"), most=30, firm=True),
        Column("organization", lambda c: Cell(c.organization or ""), from_width=70),
        Column("circles, tags", lambda c: Cell(labels(c), "soft"), from_width=ROOMY),
        Column(
            "last touch",
            lambda c: _day(c.last_touch_on, today),
            firm=True,
            stacked="last {}",
            from_width=CRAMPED,
        ),
        Column("due", lambda c: _due(c, today), firm=True, stacked="due {}", from_width=CRAMPED),
    )


def _chosen(today: date, names: Sequence[str]) -> tuple[Column, ...]:
    texts: dict[str, OfContact] = {
        "ref": lambda c: c.ref,
        "name": lambda c: c.name,
        "nickname": lambda c: ", ".join(c.nicknames),
        "organization": lambda c: c.organization,
        "title": lambda c: c.title,
        "city": lambda c: c.city,
        "circles": lambda c: ", ".join(c.circles),
        "tags": lambda c: ", ".join(c.tags),
        "birthday": _birthday,
        "met": lambda c: c.how_met,
        "via": introduced_by,
        **{kind: _methods(kind) for kind in METHOD_KINDS},
        "cadence": _cadence,
        "notes": lambda c: c.notes,
    }
    days = {"last": lambda c: _day(c.last_touch_on, today), "due": lambda c: _due(c, today)}
    whole = {
        "ref": Column("ref", _cell(texts["ref"]), firm=True),
        "name": Column("name", _cell(texts["name"]), most=30, firm=True),
        **{
            name: Column(name, cell, firm=True, stacked=f"{name} {{}}")
            for name, cell in days.items()
        },
    }
    return tuple(
        whole.get(name)
        or Column(name, _cell(texts.get(name) or _field(name)), grow=True, free=True)
        for name in names
    )


def _field(key: str) -> OfContact:
    return lambda contact: contact.fields.get(key)


def _cell(text: OfContact) -> Callable[[Contact], Cell]:
    return lambda contact: Cell(text(contact) or "")


def _day(value: date | None, today: date) -> Cell:
    return Cell(short_day(value, today)) if value else Cell("–", "soft")


def _due(contact: Contact, today: date) -> Cell:
    value = contact.next_due_on
    if value is None:
        return _day(value, today)
    return Cell(short_day(value, today), "late" if value <= today else "")


def sheet(today: date) -> Sheet:
    """Everything known of one contact."""

    def before(sheet: ContactSheet) -> str:
        return "\n".join(
            f"{joined(job.organization, job.title)}"
            f"{f' (until {short_day(job.ended_on, today)})' if job.ended_on else ''}"
            for job in sheet.jobs
        )

    introduced = Field("Introduced", lambda s: ", ".join(p.name for p in s.introduced))
    belonging = Field("Relations", lambda s: related(s.relations))
    # What stands behind another field of the contact itself.
    behind = {
        "Work": Field("Before", before),
        "Dates": belonging,
        "Introduced by": introduced,
        "Circles, tags": SERVES,
        "Snoozed until": Field("In peace", lambda s: _peace(s, today)),
    }
    known = [
        field
        for label, value in _fields(today)
        for field in (Field(label, _of_contact(value)), behind.get(label))
        if field
    ]
    kept = Field("Kept", lambda s: "\n".join(map(shortened, s.kept or ())))
    return Sheet(
        title=lambda s: f"{s.contact.name} ({s.contact.ref})",
        fields=(*known, kept),
        parts=(
            *plans.parts(_to_come, today),
            Part("Leads", lambda s: s.leads, leads_in_short()),
            Part("Thanks", lambda s: s.thanks, thanks.listing(today)),
            Part("Favors", lambda s: s.favors, favors.listing(today)),
            Part("Meetings", _met, meetings.listing(today)),
        ),
    )


def related(relations: Sequence[Relation]) -> str:
    """Who belongs to them: "husband Tom Whitfield (c4), child Ida"."""
    named = (f"{one.name} ({one.contact.ref})" if one.contact else one.name for one in relations)
    return ", ".join(f"{one.word} {name}" for one, name in zip(relations, named, strict=True))


def _peace(sheet: ContactSheet, today: date) -> str | None:
    """ "until 21 Jun: Harbor Trust said no"."""
    left = sheet.peace
    return left and f"until {short_day(left.until, today)}: they said no to {left.leads_to}"


def leads_in_short() -> Listing:
    """The leads of somebody, by what they are called."""

    def said(one: Lead) -> str:
        return f"{one.title} ({one.stage})"

    return Listing(
        columns=(
            Column("ref", lambda one: Cell(one.ref, "soft")),
            Column("lead", lambda one: Cell(said(one)), grow=True),
        ),
        empty="",
        line=lambda one: f"{one.ref} {said(one)}",
        heads=False,
    )


def _to_come(sheet: ContactSheet) -> list[Plan]:
    """What nothing became of yet, the soonest first."""
    soonest = [plan for plan in reversed(sheet.plans) if plan.state == "open"]
    return plans.besides(soonest, sheet.contact.id)


def _met(sheet: ContactSheet) -> list[meetings.OnPage]:
    return meetings.besides(sheet.meetings, sheet.contact.id)


def _fields(today: date) -> tuple[tuple[str, OfContact], ...]:
    def said(day: date | None) -> str | None:
        return short_day(day, today) if day else None

    return (
        ("Nickname", lambda c: ", ".join(c.nicknames)),
        ("Before", lambda c: ", ".join(c.former_names)),
        ("Also", lambda c: ", ".join(c.merged_names)),
        ("Spoken", lambda c: " ".join(filter(None, (c.phonetic_first, c.phonetic_last)))),
        ("Work", lambda c: joined(c.title, c.organization)),
        ("City", lambda c: c.city),
        ("Birthday", _birthday),
        ("Dates", lambda c: "\n".join(f"{d.label} {said_birthday(d.on)}" for d in c.dates)),
        ("Met", lambda c: joined(c.how_met, said(c.met_on))),
        ("Introduced by", introduced_by),
        ("Circles, tags", labels),
        *((kind.capitalize(), _methods(kind)) for kind in METHOD_KINDS),
        ("Cadence", _cadence),
        ("Last touch", lambda c: said(c.last_touch_on)),
        ("Next due", lambda c: said(c.next_due_on)),
        ("Reminder", reminder(today)),
        (
            "Snoozed until",
            lambda c: put_off(c.snoozed_until, c.snoozed_why, c.snoozes, today),
        ),
        ("Archived", lambda c: "yes" if c.archived else None),
        ("Fields", lambda c: "\n".join(f"{key}: {value}" for key, value in c.fields.items())),
        ("Notes", lambda c: c.notes),
    )


def reminder(today: date) -> OfContact:
    """The day that was asked for, and why, unless you were in touch on it or since."""

    def said(contact: Contact) -> str | None:
        on = contact.remind_on
        if on is None or (contact.last_touch_on and contact.last_touch_on >= on):
            return None
        return ": ".join(filter(None, (short_day(on, today), contact.remind_why)))

    return said


def _birthday(contact: Contact) -> str | None:
    return contact.birthday and said_birthday(contact.birthday)


def _of_contact(value: OfContact) -> Callable[[ContactSheet], str | None]:
    return lambda sheet: value(sheet.contact)


def joined(*parts: str | None) -> str | None:
    """The parts that are there, with commas; None when none is."""
    return ", ".join(filter(None, parts)) or None


def labels(contact: Contact) -> str:
    """The circles, then the tags."""
    return ", ".join((*contact.circles, *(f"#{tag}" for tag in contact.tags)))


def introduced_by(contact: Contact) -> str | None:
    """Who introduced you, if anybody."""
    via = contact.introduced_by
    return f"{via.name} ({via.ref})" if via else None


def _methods(kind: str) -> OfContact:
    """The methods of that kind, the preferred one first; an address has lines of its own."""
    between = "\n" if kind == "address" else ", "

    def said(contact: Contact) -> str:
        held = [method for method in contact.methods if method.kind == kind]
        return between.join(map(_method, sorted(held, key=lambda m: not m.preferred)))

    return said


def _method(method: Method) -> str:
    return f"{method.value} ({method.label})" if method.label else method.value


def _cadence(contact: Contact) -> str:
    source = "" if contact.cadence_from == "contact" else f" ({contact.cadence_from})"
    return describe_cadence(contact.cadence_days or 0) + source
