"""Ways to reach somebody, between a card's lines and netlog's kinds, values and labels."""

import re
from typing import NamedTuple

from netlog.formats.vcard.values import ContentLine

# Services that have a property of their own in some program, and the scheme they have in IMPP.
SERVICES = {
    "aim": "aim",
    "gadugadu": "gg",
    "gtalk": "xmpp",
    "google-talk": "xmpp",
    "icq": "icq",
    "irc": "irc",
    "jabber": "xmpp",
    "matrix": "matrix",
    "msn": "msnim",
    "qq": "qq",
    "signal": "signal",
    "sip": "sip",
    "skype": "skype",
    "telegram": "telegram",
    "threema": "threema",
    "twitter": "twitter",
    "whatsapp": "whatsapp",
    "xmpp": "xmpp",
    "yahoo": "ymsgr",
}
OWN_SCHEME = "x-netlog"
# Types that every program knows: other labels travel as an X-ABLabel.
TYPES = frozenset({"home", "work", "cell", "fax", "pager"})

KINDS = {
    "EMAIL": "email",
    "TEL": "phone",
    "URL": "url",
    "ADR": "address",
    "IMPP": "handle",
    "X-SOCIALPROFILE": "handle",
    "X-SKYPE-USERNAME": "handle",
    **{f"X-{service.upper()}": "handle" for service in SERVICES},
}

_SAYS_NOTHING = frozenset(
    {"pref", "internet", "voice", "x400", "msg", "text", "dom", "intl", "postal", "parcel"}
)
_SCHEMES = frozenset({*SERVICES.values(), *SERVICES, OWN_SCHEME, "x-apple", "ymsgr", "other"})
_APPLE_WORD = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_EXTENSION = re.compile(r";ext=([\d.-]+)", re.IGNORECASE)


class Address(NamedTuple):
    """An ADR on one line; structured when more than one of its parts says something."""

    text: str
    city: str
    only_city: bool
    structured: bool


def apple_word(label: str) -> str:
    """A label as people read it: Apple marks the words that it translates, such as _$!<Home>!$_."""
    found = _APPLE_WORD.fullmatch(label)
    if not found:
        return label
    word = found[1].strip()
    return word.lower() if word.isalpha() else word


def method_value(line: ContentLine, kind: str) -> tuple[str, str | None]:
    """The value of a method but an address, empty when there is none, and its types as a label."""
    text = line.line()
    if kind == "handle":
        return _handle(line, text)
    if kind == "phone" and text[:4].lower() == "tel:":
        text = _EXTENSION.sub(r" ext. \1", text[4:]).partition(";")[0].strip()
    elif kind == "email" and text[:7].lower() == "mailto:":
        text = text[7:].strip()
    return text, method_label(line)


def read_address(line: ContentLine) -> Address:
    """The parts of an ADR in their order; lines within a part become parts of the text."""
    parts = [_one_line(part) for part in line.texts(";")]
    said = [part for part in parts if part]
    city = parts[3] if len(parts) > 3 else ""
    return Address(", ".join(said), city, said == [city], len(said) > 1)


def _one_line(part: str) -> str:
    if "\n" not in part:
        return part
    return ", ".join(piece for one in part.split("\n") if (piece := one.strip(" \t\r,")))


def method_label(line: ContentLine) -> str | None:
    """The types of the line that say something, in their order."""
    types = line.params.types
    if not types:
        return None
    return " ".join(one for one in types if one not in _SAYS_NOTHING) or None


def _handle(line: ContentLine, text: str) -> tuple[str, str | None]:
    scheme, colon, rest = text.partition(":")
    known = bool(colon) and scheme.lower() in _SCHEMES
    if line.name == "IMPP":
        service: str | None = line.params.get("X-SERVICE-TYPE")
        if not service and known and scheme.lower() != OWN_SCHEME:
            service = scheme.lower()
    elif line.name == "X-SOCIALPROFILE":
        service = method_label(line)
    else:
        service = line.name[2:].lower().removesuffix("-username")
    if service and service.lower() in SERVICES:
        service = service.lower()
    return rest.strip() if known else text, service or None
