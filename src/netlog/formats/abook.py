"""abook's own address book: sections of one person each, a line a field, in."""

import re
from collections.abc import Iterator

from netlog.formats import dates
from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.mapping import Mapped
from netlog.records.contacts import NewDate
from netlog.records.incoming import Declined, IncomingMethod, IncomingPerson, Reading

TITLE = "abook"
ABOUT = "`abook`, the file `addressbook` of abook and mutt. Read only."
MAPPING = (
    Mapped("name", "name, else nick or the first e-mail"),
    Mapped("nickname", "nick"),
    Mapped("city", "city"),
    Mapped("tags", "groups"),
    Mapped("notes", "notes"),
    Mapped("methods: email", "email, parted by commas"),
    Mapped("methods: phone", "phone (home), workphone, mobile, fax"),
    Mapped("methods: url", "url"),
    Mapped("methods: address", "address, address2, city, state, zip, country"),
    Mapped("birthday", "birthday, where a custom field is called so"),
    Mapped("dates", "anniversary"),
    Mapped("fields", "custom1 to custom5 and all else; a day that cannot be read"),
)

_SECTION = re.compile(r"\[(.+)\]")
_PHONES = {"phone": "home", "workphone": "work", "mobile": "mobile", "fax": "fax", "pager": "pager"}
_PLACE = ("address", "address2", "city", "state", "zip", "country")
_KNOWN = frozenset({*_PHONES, *_PLACE, "name", "email", "nick", "url", "notes", "groups"})
_BIRTHDAYS = ("birthday", "bday", "birthdate")
_YEARLY = ("anniversary", "name day", "nameday")
_NOBODY = "the section has no name, nickname or e-mail"


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of the file, row by row as the sections count."""
    sections = list(_sections(decoded(content(source), at.charset)))
    order = dates.order(one.get(key, "") for one in sections for key in (*_BIRTHDAYS, *_YEARLY))
    for row, said in enumerate(sections, 1):
        yield _person(row, said, order, at)


def _sections(text: str) -> Iterator[dict[str, str]]:
    said: dict[str, str] | None = None
    for raw in text.splitlines():
        line = raw.strip()
        found = _SECTION.fullmatch(line)
        if found:
            if said:
                yield said
            said = {} if found[1].lower() != "format" else None
        elif said is not None and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            if value.strip():
                said.setdefault(key.strip().lower(), value.strip())
    if said:
        yield said


def _person(
    row: int, said: dict[str, str], order: dates.DayOrder, at: Circumstances
) -> IncomingPerson | Declined:
    emails = [each.strip() for each in said.get("email", "").split(",") if each.strip()]
    name = said.get("name") or said.get("nick") or next(iter(emails), "")
    if not name:
        return Declined(row, _NOBODY, source="\n".join(f"{key}={said[key]}" for key in said))
    typed = next(((key, said[key]) for key in _BIRTHDAYS if key in said), None)
    born = dates.birthday(typed[1], order.day_first, at.today) if typed else None
    yearly = {key: dates.yearly(said[key], order.day_first) for key in _YEARLY if key in said}
    read_ = {key for key, on in yearly.items() if on} | ({typed[0]} if typed and born else set())
    days = [("birthday", typed[1], born)] if typed else []
    days += [(key, said[key], on) for key, on in yearly.items()]
    return IncomingPerson(
        row,
        name,
        nickname=said.get("nick") if said.get("nick") != name else None,
        city=said.get("city"),
        birthday=born,
        dates=tuple(NewDate(key, on) for key, on in yearly.items() if on),
        tags=tuple(each.strip() for each in said.get("groups", "").split(",") if each.strip()),
        methods=tuple(_methods(said, emails)),
        notes=said.get("notes"),
        fields=tuple(
            ("birthday" if key in _BIRTHDAYS else key, value)
            for key, value in said.items()
            if key not in _KNOWN and key not in read_
        ),
        guessed=dates.guessed(days, order),
    )


def _methods(said: dict[str, str], emails: list[str]) -> Iterator[IncomingMethod]:
    yield from (IncomingMethod("email", each) for each in emails)
    for key, label in _PHONES.items():
        if key in said:
            yield IncomingMethod("phone", said[key], label)
    if "url" in said:
        yield IncomingMethod("url", said["url"])
    place = [said[key] for key in _PLACE if key in said]
    if place and place != [said.get("city")]:
        yield IncomingMethod("address", ", ".join(place))
