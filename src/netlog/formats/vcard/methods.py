"""EMAIL, TEL, URL, ADR, IMPP and the networks' own lines: ways to reach somebody, read."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.property import Facts
from netlog.formats.vcard.services import (
    KINDS,
    NAMES,
    NETWORKS,
    OWN_SCHEME,
    PROFILES,
    SAYS_NOTHING,
    SCHEMES,
    SERVICES,
)
from netlog.formats.vcard.values import ANDROID_LABEL, ContentLine
from netlog.named import NamedTuple
from netlog.records.incoming import IncomingMethod

_EXTENSION = re.compile(r";ext=([\d.-]+)", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?P<before>[^<>]*)<\s*(?P<mail>[^<>\s]+)\s*>[,;]?"
    r"|(?P<first>[^\s()]+@[^\s()]+)\s+\((?P<behind>[^()]+)\)"
)
LABELS = (ANDROID_LABEL, "X-LABEL", "X-ABLABEL", "LABEL")
_TYPED = frozenset({"home", "work", "cell", "mobile", "fax", "pager", "main", "other"})


class Address(NamedTuple):
    """An ADR on one line; structured when more than one of its parts says something."""

    text: str
    city: str
    only_city: bool
    structured: bool


def read(card: CardLines) -> Facts:
    """The ways in the order of the card, and the city: of the preferred address, else the first."""
    methods: list[IncomingMethod] = []
    for line, method in read_lines(card):
        if method:
            card.take_label(line)
            methods.append(method)
    return {"methods": tuple(methods), "city": city_of(card.lines)}


def city_of(lines: Iterable[ContentLine]) -> str | None:
    """The city of somebody: of the preferred address or one that is no more, else of the first."""
    cities: list[tuple[bool, str]] = []
    for line in lines:
        address = read_address(line) if line.name == "ADR" else None
        if address and address.city:
            cities.append((not (address.only_city or line.params.preferred), address.city))
    return min(cities, key=lambda found: found[0])[1] if cities else None


def read_lines(card: CardLines) -> Iterator[tuple[ContentLine, IncomingMethod | None]]:
    """Each line that is a way to reach somebody, with the way, if it says one."""
    for line in card.lines:
        kind = KINDS.get(line.name)
        if kind is None:
            continue
        structured = False
        if kind == "address":
            address = read_address(line)
            structured = address.structured
            value = "" if address.only_city else address.text or _labelled(line)
            label = method_label(line)
        else:
            value, label = _value(line, kind)
            if line.name not in NAMES.values() and "://" in value:
                kind = "url"
        if not structured:  # the parts of an address would be lost in its text
            card.take(line)
        if not value:
            yield line, None
            continue
        named = _named(card.label(line)) or label
        yield line, IncomingMethod(kind, value, named, line.params.preferred)


def read_address(line: ContentLine) -> Address:
    """The parts of an ADR in their order; lines within a part become parts of the text."""
    parts = [_one_line(part) for part in line.texts(";")]
    said = [part for part in parts if part]
    city = parts[3] if len(parts) > 3 else ""
    return Address(", ".join(said), city, said == [city], len(said) > 1)


def led_to(was: IncomingMethod) -> IncomingMethod:
    """The way without the name that may stand beside it: "Ada <ada@x.org>", "ada@x.org (Ada)"."""
    found = _BESIDE.fullmatch(was.value) if was.kind == "email" else None
    return was._replace(value=found["mail"] or found["first"]) if found else was


def called(way: IncomingMethod) -> str:
    """The name that stands beside a way; the way itself where none does."""
    found = _BESIDE.fullmatch(way.value) if way.kind == "email" else None
    beside = (found["before"] or found["behind"] or "").strip("\"' ") if found else ""
    return beside or led_to(way).value


def _labelled(line: ContentLine) -> str:
    """What stands on the envelope, where the parts say nothing."""
    return _one_line(line.params.get("LABEL").replace("\\n", "\n"))


def _one_line(part: str) -> str:
    if "\n" not in part:
        return part
    return ", ".join(piece for one in part.split("\n") if (piece := one.strip(" \t\r,")))


def _named(label: str | None) -> str | None:
    """A label as it is, but for one that is only types, as some programs write them."""
    if not label or "," not in label:
        return label
    types = [one.strip().lower() for one in label.split(",")]
    if not set(types) <= _TYPED | SAYS_NOTHING:
        return label
    return " ".join(one for one in types if one not in SAYS_NOTHING) or None


def method_label(line: ContentLine) -> str | None:
    """The types of the line that say something, in their order, and a label among its params."""
    types = " ".join(one for one in line.params.types if one not in SAYS_NOTHING)
    if line.name == "ADR":  # whose label is the whole address, and kept
        return types or None
    said = (line.params.get(name).strip() for name in LABELS)
    label = next(filter(None, said), "")
    said_twice = label.lower() in types.split(" ") or label.lower() == types
    return " ".join(filter(None, (types, "" if said_twice else label))) or None


def _value(line: ContentLine, kind: str) -> tuple[str, str | None]:
    """The value of a method but an address, empty when there is none, and its types as a label."""
    text = line.line()
    if kind == "handle":
        return _handle(line, text)
    if kind == "phone" and text[:4].lower() == "tel:":
        text = _EXTENSION.sub(r" ext. \1", text[4:]).partition(";")[0].strip()
    elif kind == "email" and text[:7].lower() == "mailto:":
        text = unquote(text[7:].partition("?")[0]).strip()
    return text, method_label(line)


def _service(line: ContentLine) -> str:
    """The network as RFC 9554 names it, or as was usual before."""
    return line.params.get("SERVICE-TYPE") or line.params.get("X-SERVICE-TYPE")


def _handle(line: ContentLine, text: str) -> tuple[str, str | None]:
    scheme, colon, rest = text.partition(":")
    known = bool(colon) and scheme.lower() in SCHEMES
    if line.name == "IMPP":
        service: str | None = _service(line)
        if not service and known and scheme.lower() != OWN_SCHEME:
            service = scheme.lower()
    elif line.name in PROFILES:
        service = _service(line) or method_label(line)
    else:
        service = line.name[2:].lower().removesuffix("-username")
    if service and (service.lower() in SERVICES or service.lower() in NETWORKS):
        service = service.lower()
    return unquote(rest).strip() if known else text, service or None
