"""Somebody as other programs and netlog's own lines write them: mail headers, links, `list`."""

import re

from netlog.folding import spellings
from netlog.named import NamedTuple
from netlog.records.refs import Ref, parse_ref

_LINE = r"(c\d{1,18})\s+(\S.*)"
_WITH_REF = r"(.*\S)\s+\((c\d{1,18})\)\.?"
_HEADER = r"(.*?)\s*<\s*([^<>\s]+)\s*>[,;]?"
_COMMENT = r"([^\s()]+@[^\s()]+)\s+\(([^()]+)\)"
_LINK = r"(mailto|tel|sms|callto|skype|sip|xmpp|im):(.*)"


class Addressed(NamedTuple):
    """An e-mail or a number, and the name beside it; empty when there is none."""

    value: str
    name: str = ""


def shown_ref(typed: str) -> tuple[Ref, str] | None:
    """The ref and the words beside it of "c12  Grace Hopper  US Navy" or "Grace Hopper (c12)"."""
    if found := re.fullmatch(_LINE, typed, re.IGNORECASE | re.ASCII | re.DOTALL):
        ref, beside = parse_ref(found[1]), found[2]
    elif found := re.fullmatch(_WITH_REF, typed, re.IGNORECASE | re.ASCII | re.DOTALL):
        ref, beside = parse_ref(found[2]), found[1]
    else:
        return None
    return (ref, beside) if ref else None


def is_shown(name: str, beside: str) -> bool:
    """Whether what stands beside a ref begins with that name."""
    return any(
        said[: len(words)] == words for words in spellings(name) for said in spellings(beside)
    )


def address(typed: str) -> Addressed | None:
    """What "Bob <bob@x.org>", "bob@x.org (Bob)", "mailto:bob@x.org" and "tel:+49…" lead to."""
    if found := re.fullmatch(_HEADER, typed):
        inner = _linked(found[2]) or found[2]
        return Addressed(inner, found[1].strip("\"' "))
    if found := re.fullmatch(_COMMENT, typed):
        return Addressed(found[1], found[2].strip())
    linked = _linked(typed)
    return Addressed(linked) if linked else None


def _linked(typed: str) -> str | None:
    """Of a link what stands behind its scheme, without its parameters."""
    found = re.fullmatch(_LINK, typed, re.IGNORECASE)
    if not found:
        return None
    value = re.split(r"[?;]", found[2].removeprefix("//"), maxsplit=1)[0].strip()
    if "%" in value:
        from urllib.parse import unquote

        value = unquote(value)
    return value or None
