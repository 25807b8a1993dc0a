"""What the columns of a CSV file are called, and what netlog calls them; found by name alone."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from netlog.formats.csv.languages import LANGUAGES, NOISE


class CsvColumn(NamedTuple):
    """What a column holds; slot joins columns of one method, part says which part of it this is."""

    what: str
    label: str | None = None
    slot: str = ""
    part: str = "value"


_SPACES = re.compile(r"\s+")
_NUMBERED = re.compile(
    r"(e-mail|phone|address|website|im|organization|relation|event|custom field|external id|former"
    r"|calendar link|jot) (\d{1,4}) - (.{1,40})"
)
_KINDS = {
    "e-mail": "email",
    "phone": "phone",
    "address": "address",
    "website": "url",
    "im": "handle",
    "organization": "job",
    "former": "job",
}
_PARTS = {
    "type": "label",
    "label": "label",
    "postal code": "code",
    "po box": "box",
    "name": "value",
    "organization": "value",
    "extended address": "extended",
}
_NAMED: dict[str, str] = {
    "name": "name|full|full name|display name|fullname|contact name|contact",
    "file as": "file as",
    "given": "first name|given name|firstname|forename|first",
    "additional": "middle name|additional name",
    "family": "last name|family name|surname|lastname|last",
    "prefix": "name prefix|prefix",
    "suffix": "name suffix|suffix",
    "nickname": "nickname|nick name|nick|screen name",
    "organization": "company|organization|organisation|organization name|employer|company name",
    "title": "job title|position|occupation|organization title|role|title",
    "department": "department|organization department",
    "birthday": "birthday|birth date|date of birth|birthdate",
    "birth year": "birth year",
    "birth month": "birth month",
    "birth day": "birth day",
    "notes": "notes|note|comments|comment",
    "tags": "categories|tags|labels|group membership|groups|category|tag",
    "circles": "circles|circle",
    "city": "city|town",
    "how_met": "how met|how we met",
    "met_on": "connected on|met on",
    "introduced_by": "introduced by|referred by",
    "cadence_days": "cadence days",
    "uid": "uid",
    "kept": "kept",
}
_METHODS: dict[str, tuple[tuple[str | None, str], ...]] = {
    "email": (
        (None, "e-mail address|email address|e-mail|email|mail|primary email|e-mail 1"),
        (None, "e-mail 2 address|e-mail 3 address|secondary email|email 2|email 3|other email"),
        ("home", "email home|home email|personal email|home e-mail"),
        ("work", "email work|work email|business email|work e-mail"),
        ("other", "email other"),
    ),
    "phone": (
        (None, "phone|telephone|phone number|primary phone|tel"),
        ("home", "home phone|home phone 2"),
        ("work", "business phone|business phone 2|work phone|company main phone"),
        ("mobile", "mobile phone|mobile|cell|cell phone|mobile number|home mobile"),
        ("home fax", "home fax"),
        ("work fax", "business fax"),
        ("fax", "other fax|fax number|fax"),
        ("pager", "pager|pager number"),
        ("car", "car phone"),
        ("other", "other phone"),
        ("video", "phone video"),
        ("isdn", "isdn"),
        ("radio", "radio phone"),
        ("tty", "tty/tdd phone"),
        ("callback", "callback"),
    ),
    "url": (
        (None, "web page|website|url|web site|homepage|profile url|linkedin|personal web page"),
        ("work", "web page 1|website work|business web page"),
        ("home", "web page 2|website home page"),
        ("blog", "website blog"),
        ("profile", "website profile"),
        ("other", "website other"),
    ),
    "handle": (
        ("im", "im|im address|imaddress"),
        ("aim", "im aim"),
        ("icq", "im icq"),
        ("jabber", "im jabber"),
        ("msn", "im msn"),
        ("skype", "im skype|skype"),
        ("yahoo", "im yahoo"),
    ),
}
_PLACE_PARTS = {
    "street": "street|address",
    "street 2": "street 2|address 2",
    "street 3": "street 3",
    "box": "address po box|po box",
    "city": "city",
    "region": "state",
    "code": "postal code|zip|zipcode|zip code",
    "country": "country/region|country",
}
_PLACES = {"business": "work", "work": "work", "home": "home", "other": "other"}
# What Outlook writes into every row.
_IGNORED = frozenset(
    ["priority", "sensitivity", "private", "mileage", "gender", "subject", "internet free busy"]
)
_FOLLOWS = re.compile(r"initials|e-mail( [23])? (type|display name)")
_SAYS_NOTHING = frozenset({"", "normal", "false", "unspecified", "0", "smtp", "unspec"})


def folded(header: str) -> str:
    """The form in which two spellings of a column are equal."""
    plain = header.replace("’", "'").replace("\N{NO-BREAK SPACE}", " ").replace("\0", "")
    return _SPACES.sub(" ", plain).strip().casefold()


def says_nothing(header: str, value: str) -> bool:
    """Whether a value is what a program writes by itself."""
    name = folded(header)
    if _FOLLOWS.fullmatch(name) or name in NOISE:
        return True
    if not (value.strip("0/.- ") or value.isdigit()):
        return True  # 0/0/00 for a day that is not known
    return name in _IGNORED and value.casefold() in _SAYS_NOTHING


def columns(header: Sequence[str]) -> tuple[CsvColumn | None, ...]:
    """What each column holds, None what netlog has no word for."""
    names = [folded(each) for each in header]
    titled = "job title" in names
    found = [_column(name, titled) for name in names]
    # Some languages call the form of address and the job alike; the first is the form of address.
    at = [n for n, column in enumerate(found) if column == CsvColumn("title")]
    if len(at) > 1 and names[at[0]] == names[at[1]]:
        found[at[0]] = CsvColumn("prefix")
    for place in _PLACES:
        if {f"{place} address", f"{place} street"} <= set(names):
            # Google's Outlook file has the whole address beside its parts.
            whole = names.index(f"{place} address")
            known = found[whole]
            found[whole] = known and known._replace(part="formatted")
    if "data de nascimento" in names and "aniversário" in names:
        found[names.index("aniversário")] = None  # in Portugal that of the wedding
    return parted(found)


def parted(known: Sequence[CsvColumn | None]) -> tuple[CsvColumn | None, ...]:
    """The columns with a slot of its own for each that is called as one before it."""
    seen: set[CsvColumn] = set()
    own: list[CsvColumn | None] = []
    for at, column in enumerate(known):
        if column is not None and column.slot and column in seen:
            column = column._replace(slot=f"{column.slot}, column {at}")
        if column is not None:
            seen.add(column)
        own.append(column)
    return tuple(own)


def language(header: Sequence[str]) -> str:
    """The language of the columns that are not in English, else ''."""
    names = {folded(each) for each in header}
    best = max(LANGUAGES, key=lambda each: len(names & LANGUAGES[each].keys()))
    foreign = len(names & (LANGUAGES[best].keys() - _VOCABULARY.keys()))
    return best if foreign >= 2 else ""


def _column(name: str, titled: bool) -> CsvColumn | None:
    if titled and name == "title":
        return CsvColumn("prefix")
    if found := _NUMBERED.fullmatch(name):
        part = _PARTS.get(found[3], found[3])
        kind = _KINDS.get(found[1], "field")
        return CsvColumn(kind, None, f"{found[1]} {found[2]}", part)
    return _VOCABULARY.get(name) or _FOREIGN.get(name)


def _vocabulary() -> dict[str, CsvColumn]:
    known = {each: CsvColumn(what) for what, names in _NAMED.items() for each in names.split("|")}
    for kind, labelled in _METHODS.items():
        for label, names in labelled:
            known |= {each: CsvColumn(kind, label, each) for each in names.split("|")}
    for place, label in _PLACES.items():
        for part, names in _PLACE_PARTS.items():
            for each in names.split("|"):
                known[f"{place} {each}"] = CsvColumn("address", label, label, part)
    return known


_VOCABULARY = _vocabulary()
_FOREIGN = {
    theirs: _VOCABULARY[english]
    for words in LANGUAGES.values()
    for theirs, english in words.items()
}
