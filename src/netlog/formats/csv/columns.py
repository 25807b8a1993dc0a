"""What the columns of a CSV file are called, and what netlog calls them; found by name alone."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from netlog.folding import fold
from netlog.formats.csv import headers
from netlog.formats.csv.further_languages import GIVEN_BESIDE_FAMILY, WHOLE_BESIDE_HALVES
from netlog.formats.csv.languages import LANGUAGES, NOISE
from netlog.formats.csv.thunderbird import in_english
from netlog.formats.csv.vocabulary import (
    BRITISH,
    CADENCES,
    LABELS,
    MAY_BE_NAME,
    METHODS,
    NAMED,
    OF_YAHOO,
    PLACE_PARTS,
    PLACES,
    RELATIONS,
    YAHOO,
)
from netlog.formats.csv.ways import way
from netlog.named import NamedTuple


class CsvColumn(NamedTuple):
    """What a column holds; slot joins columns of one method, part says which part of it this is."""

    what: str
    label: str | None = None
    slot: str = ""
    part: str = "value"


_NUMBERED = re.compile(
    r"(e-mail|email|phone|address|website|im|organization|relation|event|custom field|external id"
    r"|former|calendar link|jot) (\d{1,4}) - (.{1,40})"
)
_KINDS = {
    "e-mail": "email",
    "email": "email",
    "phone": "phone",
    "address": "address",
    "website": "url",
    "im": "handle",
    "organization": "job",
    "former": "job",
    "relation": "relation",
    "event": "event",
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
# What Outlook writes into every row.
_IGNORED = frozenset(
    ["priority", "sensitivity", "private", "mileage", "gender", "subject", "internet free busy"]
)
_FOLLOWS = re.compile(r"initials|e-mail( [23])? (type|display name)")
_SAYS_NOTHING = frozenset({"", "normal", "false", "unspecified", "0", "smtp", "unspec"})


@lru_cache(maxsize=10_000)
def folded(header: str) -> str:
    """The form in which two spellings of a column are equal."""
    name = headers.plain(header)
    if _what(name):
        return name
    tried = {name}
    for each in headers.variants(header, name, _what):
        if each not in tried and _what(each):
            return each
        tried.add(each)
    return name


def _what(name: str) -> str | None:
    """What a column of that name holds in some language, as far as it is known."""
    if known := _VOCABULARY.get(name) or _FOREIGN.get(name):
        return known.what
    if _NUMBERED.fullmatch(name):
        return "field"
    return said[0] if (said := way(name)) else None


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
    return _columns(tuple(header))


@lru_cache(maxsize=64)  # the same header is looked at in turn by whoever may have written it
def _columns(header: tuple[str, ...]) -> tuple[CsvColumn | None, ...]:
    names = _regions([folded(each) for each in in_english(header)])
    titled, own = "job title" in names, _FOLDED[_spoken(names)]
    found = [_column(name, titled, own) for name in names]
    if set(names) >= YAHOO:
        found = [
            _VOCABULARY[OF_YAHOO[name]]._replace(slot=name) if name in OF_YAHOO else column
            for name, column in zip(names, found, strict=True)
        ]
    if any(each.what == "title" for each in _but_callings(names, found)):
        # It is no job, beside what is one.
        found = [
            None if name in _CALLINGS else column for name, column in zip(names, found, strict=True)
        ]
    # Some languages call the form of address and the job alike; the first is the form of address.
    at = [n for n, column in enumerate(found) if column == CsvColumn("title")]
    if len(at) > 1 and names[at[1]].removesuffix("1") == names[at[0]]:
        found[at[0]] = CsvColumn("prefix")
    for place in PLACES:
        address, street = f"{place} address".strip(), f"{place} street".strip()
        if {address, street} <= set(names):
            # Google's Outlook file has the whole address beside its parts.
            whole = names.index(address)
            known = found[whole]
            found[whole] = known and known._replace(part="formatted")
    at_home = [column for column in found if column and column.slot == _AT_HOME.slot]
    if set(at_home) == {_AT_HOME}:  # of the address no more is known
        found = [CsvColumn("city") if column == _AT_HOME else column for column in found]
    if len([column for column in found if column and "city" in column[0::3]]) > 1:
        # A room or a house, beside the town.
        found = [
            None if name == "location" else column
            for name, column in zip(names, found, strict=True)
        ]
    said = {column.what for column in found if column}
    # The day, beside month and year; else all of it.
    day, part = CsvColumn("birthday"), CsvColumn("birth day")
    if "birth month" in said and part.what not in said:
        found = [part if column == day else column for column in found]
    elif "birth month" not in said and day.what not in said:
        found = [day if column == part else column for column in found]
    if "data de nascimento" in names and "aniversário" in names:
        found[names.index("aniversário")] = None  # in Portugal that of the wedding
    if "apelido" in names and {"sobrenome", "último nome"} & set(names):
        found[names.index("apelido")] = CsvColumn("nickname")  # in Portugal the last name
    return parted(_with_any(names, _with_whole(names, _with_given(names, found))))


def _with_given(names: Sequence[str], found: list[CsvColumn | None]) -> list[CsvColumn | None]:
    """Of two columns of a family's name, and none of a given one, the one that may be it is."""
    what = [column.what if column else "" for column in found]
    if what.count("family") < 2 or {"given", "name"} & set(what):
        return found
    return [
        CsvColumn("given") if each == "family" and name in GIVEN_BESIDE_FAMILY else column
        for name, each, column in zip(names, what, found, strict=True)
    ]


def _with_whole(names: Sequence[str], found: list[CsvColumn | None]) -> list[CsvColumn | None]:
    """Of two columns of one half of a name beside the other, the one that may be the whole is."""
    what = [column.what if column else "" for column in found]
    if "name" in what or not {"given", "family"} <= set(what):
        return found
    whole = set()
    for half_ in ("given", "family"):
        at = [n for n, each in enumerate(what) if each == half_]
        at.sort(key=lambda n: fold(names[n]) in _WHOLE)
        whole |= {n for n in at[1:] if fold(names[n]) in _WHOLE}
    return [CsvColumn("name") if n in whole else column for n, column in enumerate(found)]


def _with_any(names: Sequence[str], found: list[CsvColumn | None]) -> list[CsvColumn | None]:
    """Where no column is of a name, the one that may be, as the records of Attio are."""
    if any(column and column.what in _OF_A_NAME for column in found):
        return found
    at = next((n for n, name in enumerate(names) if name in MAY_BE_NAME), None)
    return [CsvColumn("name") if n == at else column for n, column in enumerate(found)]


def _regions(names: list[str]) -> list[str]:
    """German columns in which a region is no country, for that has a column of its own."""
    for kind in ("geschäftlich", "privat"):
        country, region, state = (
            folded(f"{word} {kind}") for word in ("land/region", "region", "land")
        )
        if country in names:
            names = [state if name == region else name for name in names]
    return names


def _but_callings(names: Sequence[str], found: Sequence[CsvColumn | None]) -> Iterator[CsvColumn]:
    for name, column in zip(names, found, strict=True):
        if column and name not in _CALLINGS:
            yield column


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


def is_british(header: Sequence[str]) -> bool:
    """Whether a column is called as in Britain alone."""
    return any(each in BRITISH or each.endswith(" post code") for each in map(folded, header))


def language(header: Sequence[str]) -> str:
    """The language of the columns that are not in English, else ''."""
    names = {folded(each) for each in header}
    if len((names & _FOREIGN.keys()) - _VOCABULARY.keys()) < 2:
        return ""
    best = _spoken(names)
    foreign = len(names & (LANGUAGES[best].keys() - _VOCABULARY.keys()))
    return best if foreign >= 2 else ""


def _spoken(names: Iterable[str]) -> str:
    """The language that has most of the names."""
    said = set(map(fold, names))
    return max(_FOLDED, key=lambda each: len(said & _FOLDED[each].keys()))


def _column(name: str, titled: bool, own: Mapping[str, str]) -> CsvColumn | None:
    """What a column of that name holds; own are the words of the language of the file."""
    if titled and name == "title":
        return CsvColumn("prefix")
    if found := _NUMBERED.fullmatch(name):
        part = _PARTS.get(found[3], found[3])
        kind = _KINDS.get(found[1], "field")
        return CsvColumn(kind, None, f"{found[1]} {found[2]}", part)
    if name not in _VOCABULARY and fold(name) in own:
        return _VOCABULARY[own[fold(name)]]
    known = _VOCABULARY.get(name) or _FOREIGN.get(name) or _UNACCENTED.get(fold(name))
    said = None if known else way(name)
    return CsvColumn(said[0], said[1], name) if said else known


def _vocabulary() -> dict[str, CsvColumn]:
    known = {each: CsvColumn(what) for what, names in NAMED.items() for each in names.split("|")}
    for kind, labelled in METHODS.items():
        for label, names in labelled:
            known |= {each: CsvColumn(kind, label, each) for each in names.split("|")}
    known |= {each: CsvColumn("cadence", None, each) for each in CADENCES.split("|")}
    for label, names in RELATIONS.items():
        known |= {each: CsvColumn("relation", label, each) for each in names.split("|")}
    for place, label in PLACES.items():
        for part, names in PLACE_PARTS.items():
            for each in names.split("|"):
                called = f"{place} {each}".strip()
                slot = label or place or "address"
                known.setdefault(called, CsvColumn("address", label or None, slot, part))
    known["addresses"] = CsvColumn("address", None, "addresses", "formatted")
    known |= {label: known[of]._replace(part="label") for label, of in LABELS.items()}
    return known


_WHOLE = frozenset(map(fold, WHOLE_BESIDE_HALVES))
# What people call themselves, or have learned.
_CALLINGS = frozenset({"headline", "profession"})
_OF_A_NAME = frozenset({"name", "given", "family", "file as", "nickname"})
_AT_HOME = CsvColumn("address", "home", "home", "city")
_VOCABULARY = _vocabulary()
_FOREIGN = {
    theirs: _VOCABULARY[english]
    for words in LANGUAGES.values()
    for theirs, english in words.items()
}
_FOLDED = {
    code: {fold(theirs): english for theirs, english in words.items()}
    for code, words in LANGUAGES.items()
}
_UNACCENTED = {fold(theirs): column for theirs, column in _FOREIGN.items()}
