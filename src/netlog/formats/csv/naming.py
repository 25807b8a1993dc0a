"""What somebody is called in a row of CSV: the whole name or its parts, and the names beside it."""

from collections.abc import Iterator, Mapping, Sequence

from netlog.formats.csv.table import NAME_PARTS, Cells, Table, unjoined
from netlog.formats.vcard import stated
from netlog.records.contacts import OtherName

# What follows a comma in the names of companies and of people, and is no first name.
_FORMS = frozenset(
    {"inc", "llc", "ltd", "corp", "gmbh", "ag", "jr", "sr", "phd", "md", "esq", "ii"}
)

_IN_ORDER = ("given", "additional", "family", "second_family")


def whole(table: Table, said: Cells) -> str | None:
    """The whole name, else its parts; what the whole does not hold of them becomes a field."""
    name = said.first("name")
    parts = {part: said.first(part) for part in _IN_ORDER}
    other = parts["given" if table.half == "family" else "family"]
    if table.half and name and other and not set(other.split()) & set(name.split()):
        parts[table.half], name = name, None
    if name in (parts["given"], parts["family"]):
        name = _joined(parts)  # one half of it only, or all there is
    name = name or _joined(parts) or _turned(said.first("file as"), said.first("organization"))
    for part, called in NAME_PARTS.items():
        value = said.first(part) or ""
        if not set(value.split()) <= set((name or "").split()):
            said.fields.append((called, value))
    return name


def _turned(filed: str | None, organization: str | None) -> str | None:
    """What somebody is filed under as it is said: "Hopper, Grace" is Grace Hopper."""
    family, comma, given = (filed or "").partition(",")
    if filed == organization or not comma or "," in given or given.strip(" .").lower() in _FORMS:
        return filed
    return f"{given.strip()} {family.strip()}".strip()


def _joined(parts: Mapping[str, str | None]) -> str:
    """The parts as they are said."""
    return stated.spoken(*(parts[part] for part in _IN_ORDER))


def halves(table: Table, name: str, said: Cells) -> tuple[str, ...]:
    """The line to be kept of which half is the family's, where the row states it."""
    parts = {part: said.first(part) for part in _IN_ORDER}
    if table.half:
        parts[table.half] = parts[table.half] or said.first("name")
    return stated.kept(name, *parts.values())


def others(said: Cells, nicknames: Sequence[str]) -> Iterator[OtherName]:
    """The names beside those in use: further nicknames, former ones, how they are spoken."""
    yield from (OtherName("nickname", one) for one in nicknames if one)
    for kind in ("former", "phonetic_first", "phonetic_last"):
        parts = (one for cell in said.plain.get(kind, ()) for one in unjoined(cell))
        yield from (OtherName(kind, one.strip()) for one in parts if one.strip())
