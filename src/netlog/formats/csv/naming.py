"""What somebody is called in a row of CSV: the whole name or its parts, and the names beside it."""

from collections.abc import Iterator, Mapping, Sequence

from netlog.folding import words
from netlog.formats.csv.halves import EITHER
from netlog.formats.csv.table import NAME_PARTS, Cells, Table, unjoined
from netlog.formats.csv.values import named
from netlog.formats.names import begins_with_suffix
from netlog.formats.vcard import stated
from netlog.records.contacts import OtherName

_IN_ORDER = ("given", "additional", "family", "second_family")
_WITH_MAILS = (*_IN_ORDER, "name", "nickname", "file as")


def part_mails(table: Table, said: Cells) -> None:
    """Make an address that stands beside a name in its cell one of the row's."""
    for what in () if table.joined else _WITH_MAILS:
        for at, cell in enumerate(said.plain.get(what, ())):
            name, mails = named(cell)
            if mails:
                said.slotted.setdefault(("email", f"of {what}"), {"value": mails})
                said.plain[what][at] = name
        if what in said.plain:
            said.plain[what] = [one for one in said.plain[what] if one] or [""]


def whole(table: Table, said: Cells) -> str | None:
    """The whole name, else its parts; what the whole does not hold of them becomes a field."""
    name, parts = _stated(table, said)
    if name and ";" not in name:
        name, _ = stated.turned(name, parts["family"] or "", parts["given"] or "") or (name, False)
    if name in (parts["given"], parts["family"]):
        name = _joined(parts)  # one half of it only, or all there is
    name = name or _joined(parts) or _turned(said.first("file as"), said.first("organization"))
    for part, called in NAME_PARTS.items():
        value = said.first(part) or ""
        if not set(value.split()) <= _bare(name or ""):
            said.fields.append((called, value))
    told = {*words(name or ""), *words(said.first("organization") or "")}
    filed = dict.fromkeys(said.plain.get("file as", ()))
    said.fields.extend(("file as", one) for one in filed if not set(words(one)) <= told)
    return name


def _stated(table: Table, said: Cells) -> tuple[str | None, dict[str, str | None]]:
    """The whole name and its parts, of which the column Name may hold one.

    What stands before the family's name in Dutch belongs to it.
    """
    name, parts = said.first("name"), {part: said.first(part) for part in _IN_ORDER}
    before = said.first("before family")
    if before and parts["family"]:
        parts["family"] = f"{before} {parts['family']}"
    half = _half(table, parts)
    other = parts["given" if half == "family" else "family"]
    is_company = name == said.first("organization")
    if half and name and other and not is_company and not _bare(other) & _bare(name):
        parts[half], name = name, None
    return name, parts


def _bare(text: str) -> set[str]:
    """Its words, with and without the commas at them."""
    return {*text.split(), *text.replace(",", " ").split()}


def _half(table: Table, parts: Mapping[str, str | None]) -> str:
    """Which half of a name the column Name holds: in this row the one that is left empty."""
    if table.half != EITHER:
        return table.half
    empty = [each for each in ("given", "family") if not parts[each]]
    return empty[0] if len(empty) == 1 else ""


def _turned(filed: str | None, organization: str | None) -> str | None:
    """What somebody is filed under as it is said: "Hopper, Grace" is Grace Hopper."""
    family, comma, given = (filed or "").partition(",")
    if filed == organization or not comma or "," in given or begins_with_suffix(given):
        return filed
    return f"{given.strip()} {family.strip()}".strip()


def _joined(parts: Mapping[str, str | None]) -> str:
    """The parts as they are said."""
    return stated.spoken(*(parts[part] for part in _IN_ORDER))


def halves(table: Table, name: str, said: Cells) -> tuple[str, ...]:
    """The line to be kept of which half is the family's, where the row states it."""
    _, parts = _stated(table, said)
    return stated.kept(name, *parts.values())


def others(said: Cells, nicknames: Sequence[str]) -> Iterator[OtherName]:
    """The names beside those in use: further nicknames, former ones, how they are spoken."""
    yield from (OtherName("nickname", one) for one in nicknames if one)
    for kind in ("former", "phonetic_first", "phonetic_last"):
        parts = (one for cell in said.plain.get(kind, ()) for one in unjoined(cell))
        yield from (OtherName(kind, one.strip()) for one in parts if one.strip())
