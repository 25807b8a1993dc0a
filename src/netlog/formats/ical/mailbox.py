"""An address and who has it, as programs write both into one line of a calendar.

RFC 5545 wants `CN=Gil Hum:mailto:gil@example.org`; there is `mailto:Gil Hum <gil@example.org>`, its
signs percent-encoded or not, `CN="Gil Hum (gil@example.org)"`, and names as mail has them in
its headers: `CN==?utf-8?Q?J=C3=B6rg?=`.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from netlog.formats.names import in_order
from netlog.named import NamedTuple

_SCHEME = re.compile(r"mailto:\s*", re.IGNORECASE)
_MAIL = r"(?P<mail>[^\s<>()\[\]\"]+@[^\s<>()\[\]\"]+)"
_SAID = (
    re.compile(_MAIL),
    re.compile(rf"(?P<name>[^<>]*)[<]\s*{_MAIL}\s*[>]"),
    re.compile(rf"(?P<name>[^()\[\]]*[^()\[\]\s])\s*[(\[]\s*{_MAIL}\s*[)\]]"),
    re.compile(rf"{_MAIL}\s*\((?P<name>[^()]*)\)"),
)
_AROUND = "\"' \t"
# What a name begins with that is an address of something, or was cut off at its first colon.
_NO_NAME = re.compile(r"(?:mailto|https?)(?:$|:)", re.IGNORECASE)


class Mailbox(NamedTuple):
    """An address in lower case and a name; either may be empty."""

    mail: str = ""
    name: str = ""


def mailbox(said: Sequence[str], called: str = "") -> Mailbox:
    """The first address of what a line says, and the name: `called` is its CN.

    A name that is an address says nothing.
    """
    called = _decoded(called)
    found = [_found(_decoded(each)) for each in (*said, called)]
    mail = next((one.mail for one in found if one.mail), "")
    beside = "" if found[-1].mail else called
    names = (beside, found[-1].name, *(one.name for one in found))
    name = next((name for each in names if (name := _name(each))), "")
    return Mailbox(mail.lower(), in_order(name))


def _found(said: str) -> Mailbox:
    """The address, and the name beside it, of one value; nothing where it is neither."""
    linked = _SCHEME.match(said.strip())
    plain = _SCHEME.sub("", said).strip(_AROUND).rstrip(":").replace("\\,", ",")
    if linked and "<" not in plain:
        plain = plain.partition("?")[0]
    for text in dict.fromkeys((unquote(plain), plain)):
        for pattern in _SAID:
            if one := pattern.fullmatch(text.strip(_AROUND)):
                return Mailbox(one["mail"], one.groupdict().get("name") or "")
    return Mailbox()


def _name(said: str) -> str:
    name = " ".join(said.strip(_AROUND).split())
    return "" if "@" in name or _NO_NAME.match(name) else name


def _decoded(said: str) -> str:
    """The text of encoded words (RFC 2047); as it stands where they cannot be read."""
    if "=?" not in said:
        return said
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(said)))
    except (ValueError, LookupError, MessageError):
        return said
