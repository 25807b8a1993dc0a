"""The ways to reach somebody in a row of CSV, and what an address or an e-mail says beside them."""

from netlog.folding import words
from netlog.formats.csv.table import Cells, Table, split
from netlog.formats.csv.values import Labelled, emails, phones, profiles, urls
from netlog.records.incoming import IncomingMethod

_KINDS = ("email", "phone", "url", "address", "handle", "profile")

_ADDRESS = (
    *("street", "street 2", "street 3", "extended", "box", "city", "county", "region", "code"),
    "country",
)


def methods(table: Table, said: Cells) -> tuple[tuple[IncomingMethod, ...], str | None, str]:
    """The ways to reach somebody by kind, the city of the first address, a name by an e-mail.

    An address at home comes first where the columns say so.
    """
    found: list[IncomingMethod] = []
    cities = _cities(said)
    lives_in = said.first("city") or (cities[0] if cities else "")
    called = ""
    for (kind, slot), parts in said.slotted.items():
        if kind not in _KINDS:
            continue
        typed = parts.get("label", "")
        preferred = typed.startswith("*")
        label = typed.removeprefix("*").strip() or parts.get("service") or None
        if kind == "address":
            city = _city(said, slot, parts)
            whole = {**parts, "city": city} if city else parts
            addresses = _addresses(table, whole, lives_in)
            values: list[Labelled] = [(value, None) for value in addresses]
        elif kind == "profile":
            found += profiles(parts["value"], label or "")
            continue
        else:
            values, name = _several(table, kind, parts.get("value", ""))
            called = called or name
        found += [IncomingMethod(kind, value, own or label, preferred) for value, own in values]
    found.sort(key=lambda each: _KINDS.index(each.kind))
    return tuple(dict.fromkeys(found)), cities[0] if cities else None, called


def _cities(said: Cells) -> list[str]:
    """The cities of the addresses: where they live before where they work."""
    found: list[str] = []
    for (kind, slot), parts in said.slotted.items():
        if kind == "address" and (city := _city(said, slot, parts)):
            found.insert(0 if slot == "home" else len(found), city)
    return found


def _city(said: Cells, slot: str, parts: dict[str, str]) -> str | None:
    return parts.get("city") or (said.first("city") if slot == "address" else None)


def _several(table: Table, kind: str, cell: str) -> tuple[list[Labelled], str]:
    """The values of a cell with what each is called there, and a name that stands before an e-mail.

    Google joins them by a sign of its own, and calls them elsewhere.
    """
    found: list[Labelled] = []
    called = ""
    for one in split(table, cell):
        if table.joined or kind not in ("email", "phone", "url"):
            found.append((one, None))
        elif kind == "email":
            mails, name = emails(one)
            called = called or name
            found += mails
        else:
            found += phones(one) if kind == "phone" else [(each, None) for each in urls(one)]
    return found, called


def _addresses(table: Table, parts: dict[str, str], city: str) -> list[str]:
    """The address in one line, with what its parts say more; none when it is that city alone."""
    if whole := parts.get("formatted") or parts.get("value"):
        found = [_one_line(each) for each in split(table, whole)]
        if len(found) != 1:
            return found
        beside = [_one_line(parts[part]) for part in _ADDRESS if part in parts]
        return [_joined([*found, *(one for one in beside if not _holds(found[0], one))])]
    said = [_one_line(parts[part]) for part in _ADDRESS if part in parts]
    # What is called a street may hold the town behind it, or all of the address.
    _, comma, behind = said[0].partition(",") if said else ("", "", "")
    said[1:] = [one for one in said[1:] if not (comma and _holds(behind, one))]
    return [_joined(said)] if said and said != [city] else []


def _holds(address: str, part: str) -> bool:
    """Whether a whole address has the words of a part of it."""
    return set(words(part)) <= set(words(address))


def _one_line(text: str) -> str:
    """The lines of a cell as one, between commas."""
    return _joined([" ".join(line.split()) for line in text.splitlines()])


def _joined(lines: list[str]) -> str:
    """Lines between commas, of which those that end in one have theirs."""
    *before, last = list(filter(None, lines)) or [""]
    return ", ".join([*filter(None, (line.rstrip(",") for line in before)), last])
