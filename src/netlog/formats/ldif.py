"""LDIF, in: what Thunderbird, Outlook Express and directories export.

Records are parted by empty lines; a line that begins with a space goes on; `::` says base64.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import date

from netlog.formats import dates
from netlog.formats.charset import decoded, decoded_line
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.companies import company_of
from netlog.formats.mapping import Mapped
from netlog.formats.names import in_order
from netlog.formats.vcard import stated
from netlog.records.contacts import NewDate
from netlog.records.incoming import (
    Declined,
    IncomingMethod,
    IncomingPerson,
    IncomingRelation,
    Reading,
)
from netlog.records.limits import LONGEST_TEXT
from netlog.records.relations import RelationKind, Tie

TITLE = "LDIF"
ABOUT = "`ldif`, as Thunderbird and directories export it. Read only."
MAPPING = (
    Mapped("uid", "entryUUID"),
    Mapped("name", "cn, displayName, else givenName and sn"),
    Mapped("nickname", "mozillaNickname, xmozillanickname"),
    Mapped("organization, title", "o or company, title"),
    Mapped("organizations", "a record that names nobody but o or company"),
    Mapped("city", "l, else mozillaHomeLocalityName"),
    Mapped("birthday", "birthyear, birthmonth, birthday; birthDate"),
    Mapped("dates", "anniversary; anniversaryyear, -month, -day"),
    Mapped("tags", "the cn of a groupOfNames is a tag of its members"),
    Mapped("methods: email", "mail, mozillaSecondEmail"),
    Mapped("methods: phone", "telephoneNumber (work), homePhone, mobile, fax, pager"),
    Mapped("methods: url", "mozillaWorkUrl, workurl, homeurl, labeledURI"),
    Mapped("methods: address", "street, l, st, postalCode, c; mozillaHome…"),
    Mapped("methods: handle", "mozillaAIMScreenName and the like"),
    Mapped("relations", "manager, secretary, spouseName: the cn of whom they name"),
    Mapped("notes", "description"),
    Mapped("fields", "all else"),
    Mapped("", "dn, objectClass, changetype, modifytimestamp, pictures", "they say nothing"),
)

_NAMED_BY = ("cn", "commonname", "displayname", "givenname", "sn", "surname")
_NOBODY = "the record has no name, e-mail or organization"
_PHONES = {
    "telephonenumber": "work",
    "homephone": "home",
    "mobile": "mobile",
    "cellphone": "mobile",
    "facsimiletelephonenumber": "fax",
    "fax": "fax",
    "pager": "pager",
    "pagerphone": "pager",
}
_EMAILS = ("mail", "mozillasecondemail", "xmozillasecondemail", "secondemail")
_URLS = {
    "mozillaworkurl": "work",
    "workurl": "work",
    "mozillahomeurl": "home",
    "homeurl": "home",
    "labeleduri": "",
    "url": "",
}
_HANDLES = {"mozillaaimscreenname": "aim", "nsaimid": "aim", "mozillaimnick": "im"}
_WORK = ("street", "streetaddress", "mozillaworkstreet2", "l", "locality", "st", "postalcode", "c")
_HOME = tuple(
    f"mozillahome{part}"
    for part in ("street", "street2", "localityname", "state", "postalcode", "countryname")
)
_RELATIONS: dict[str, RelationKind] = {
    "manager": "manager",
    "secretary": "assistant",
    "assistant": "assistant",
    "spousename": "spouse",
}
_CALLED = re.compile(r"\s*(?:cn|uid)\s*=\s*((?:[^,\\]|\\.)+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)")
_SILENT = frozenset({"dn", "objectclass", "changetype", "modifytimestamp", "version", "jpegphoto"})
_DAYS = (
    ("birthday", "birthdate", "birthyear", "birthmonth", "birthday"),
    ("anniversary", "anniversary", "anniversaryyear", "anniversarymonth", "anniversaryday"),
)
_TAKEN = frozenset(
    {
        *_RELATIONS,
        *_PHONES,
        *_EMAILS,
        *_URLS,
        *_HANDLES,
        *_WORK,
        *_HOME,
        *_SILENT,
        "cn",
        "displayname",
        "sn",
    }
    | {"givenname", "mozillanickname", "xmozillanickname", "o", "company", "title", "description"}
    | {"birthyear", "birthmonth", "birthday", "birthdate", "entryuuid", "co", "countryname"}
    | {"anniversary", "anniversaryyear", "anniversarymonth", "anniversaryday"}
    | {"surname", "commonname", "mozillausehtmlmail", "xmozillausehtmlmail", "notes", "member"}
)

Attributes = dict[str, list[str]]


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of the file, row by row as the records count."""
    records = list(_records(decoded(content(source), at.charset)))
    groups = _groups(records)
    order = dates.order(
        said[name][0] for said in records for name in ("birthdate", "anniversary") if name in said
    )
    for row, said in enumerate(records, 1):
        if "member" in said and not any(said.get(each) for each in ("mail", "sn", "givenname")):
            yield Declined(row, "it is a group: its name is a tag of its members", rejected=False)
        elif said.get("changetype", ["add"])[0].lower() not in ("add", "modify"):
            yield Declined(row, "it takes a record away", rejected=False)
        elif _is_too_long(said):
            yield Declined(row, "a value of it is longer than 1 MB")
        else:
            found = _person(row, said, groups, (order, at.today))
            if isinstance(found, IncomingPerson) and _is_company(found, said):
                yield company_of(found)
            else:
                yield found


def _records(text: str) -> Iterator[Attributes]:
    for block in re.split(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+", text.strip("\ufeff\r\n ")):
        said: Attributes = {}
        for line in _unfolded(block):
            key, colon, value = line.partition(":")
            name = key.partition(";")[0].strip().lower()
            if colon and name and not line.startswith("#"):
                read_ = _value(value)
                if read_:
                    said.setdefault(name, []).append(read_)
        if said.keys() - {"version"}:
            yield said


def _is_too_long(said: Attributes) -> bool:
    """Whether more is said than can be kept; what says nothing, as a picture, may be long."""
    told = (value for name, values in said.items() if name not in _SILENT for value in values)
    return any(len(value) > LONGEST_TEXT for value in told)


def _unfolded(block: str) -> Iterator[str]:
    held: list[str] = []
    for line in block.splitlines():
        if line[:1] in (" ", "\t") and held:
            held.append(line[1:])
            continue
        if held:
            yield "".join(held)
        held = [line]
    yield "".join(held)


def _value(text: str) -> str:
    if not text.startswith(":"):
        return "" if text.startswith("<") else text.strip()
    try:
        return decoded_line(base64.b64decode(text[1:].strip())).strip()
    except (binascii.Error, ValueError):
        return text[1:].strip()


def _groups(records: list[Attributes]) -> dict[str, list[str]]:
    """The names of the groups by the folded dn of each member."""
    found: dict[str, list[str]] = {}
    for said in records:
        for member in said.get("member", ()):
            found.setdefault(_dn(member), []).append((said.get("cn") or [""])[0])
    return found


def _dn(text: str) -> str:
    return ",".join(part.strip() for part in text.casefold().split(","))


def _person(
    row: int, said: Attributes, groups: dict[str, list[str]], days: tuple[dates.DayOrder, date]
) -> IncomingPerson | Declined:
    def first(*names: str) -> str | None:
        return next((said[name][0] for name in names if name in said), None)

    parts = [first("givenname"), first("sn", "surname")]
    organization = first("o", "company")
    emails = [mail for name in _EMAILS for mail in said.get(name, ())]
    name = first("cn", "commonname", "displayname") or " ".join(filter(None, parts))
    name = in_order(name) or organization or next(iter(emails), "")
    if not name:
        source = "\n".join(f"{key}: {value}" for key, values in said.items() for value in values)
        return Declined(row, _NOBODY, source=source)
    order, today = days
    typed = {what: _day(said, *parts) for what, *parts in _DAYS}
    born = dates.birthday(typed["birthday"], order.day_first, today)
    yearly = dates.yearly(typed["anniversary"], order.day_first)
    read_ = {"birthday": born, "anniversary": yearly}
    found = [(what, text, read_[what]) for what, text in typed.items() if text]
    unread = tuple((what, text) for what, text, on in found if on is None)
    return IncomingPerson(
        row,
        name,
        uid=first("entryuuid"),
        nickname=first("mozillanickname", "xmozillanickname"),
        organization=organization if organization != name else None,
        title=first("title"),
        city=first("l", "locality", "mozillahomelocalityname"),
        birthday=born,
        dates=(NewDate("anniversary", yearly),) if yearly else (),
        tags=tuple(filter(None, groups.get(_dn(first("dn") or ""), ()))),
        methods=tuple(_methods(said, emails)),
        relations=tuple(_relations(said)),
        notes="\n\n".join((*said.get("description", ()), *said.get("notes", ()))) or None,
        fields=(*unread, *_fields(said)),
        kept=stated.kept(name, parts[0], None, parts[1]),
        guessed=dates.guessed(found, order),
    )


def _is_company(one: IncomingPerson, said: Attributes) -> bool:
    """Whether the record is of a company: it names nobody else, and has nothing of a person."""
    theirs = (one.nickname, one.title, one.birthday, one.dates, *map(said.get, _NAMED_BY))
    return one.name in (said.get("o") or said.get("company") or ()) and not any(theirs)


def _fields(said: Attributes) -> Iterator[tuple[str, str]]:
    for key, values in said.items():
        if key not in _TAKEN:
            yield from ((key.removeprefix("mozilla"), value) for value in values)


def _relations(said: Attributes) -> Iterator[IncomingRelation]:
    """Who belongs to them, whom a directory names by their place in it: the name is a part."""
    for key, kind in _RELATIONS.items():
        for value in said.get(key, ()):
            found = _CALLED.match(value)
            who = _ESCAPED.sub(r"\1", found[1]).strip() if found else value
            yield IncomingRelation(Tie(kind), in_order(who))


def _day(said: Attributes, whole: str, *parts: str) -> str:
    """A day as it is written, whole or in its parts: year, month, day."""
    year, month, day = ((said.get(part) or [""])[0] for part in parts)
    if month and day:
        return f"{year or '-'}-{month.zfill(2)}-{day.zfill(2)}"
    return (said.get(whole) or [""])[0]


def _methods(said: Attributes, emails: list[str]) -> Iterator[IncomingMethod]:
    yield from (IncomingMethod("email", each) for each in emails)
    for kind, named in (("phone", _PHONES), ("url", _URLS), ("handle", _HANDLES)):
        for key, label in named.items():
            yield from (IncomingMethod(kind, each, label or None) for each in said.get(key, ()))
    for label, parts in (("work", _WORK), ("home", _HOME)):
        place = [said[part][0] for part in parts if part in said]
        if len(place) > 1:
            yield IncomingMethod("address", ", ".join(place), label)
