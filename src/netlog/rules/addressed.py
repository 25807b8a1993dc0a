"""Somebody as other programs and netlog's own lines write them: mail headers, links, `list`."""

from netlog.folding import spellings
from netlog.later import pattern
from netlog.named import NamedTuple
from netlog.records.refs import Ref, parse_line_ref, parse_ref

_LINE = pattern(r"(?ais)(c\d{1,18})\s+(\S.*)")
# Between columns stand a tab, or two spaces and more.
_LISTED = pattern(r"(?ais)([a-z]\d{1,18}(?:\.\d{1,5})?)(?:\t|\s{2,})\s*\S.*")
_WITH_REF = pattern(r"(?ais)(.*\S)\s+\((c\d{1,18})\)\.?")
_HEADER = pattern(r"(.*?)\s*<\s*([^<>\s]+|(?:[A-Za-z]+:)?[+(\d][\d\s()./-]*)\s*>[,;]?")
_COMMENT = pattern(r"([^\s()]+@[^\s()]+)\s+\(([^()]+)\)")
# Without any sign around it, or in parentheses: "Bob Roe, bob@x.org", "Bob Roe (+49 30 1234567)".
_BESIDE = pattern(
    r"(?i)([^\s@][^@]*?)(?:\s*[,;:]\s*|\s+)[(\[]?(?:mailto:|tel:)?"
    r"([^\s@()\[\],;:]+@[^\s@()\[\]]+\.\w[^\s@()\[\],;]*|\+\d[\d\s()./-]{5,}\d)[)\]]?"
)
_LINK = pattern(r"(?i)(mailto|tel|sms|callto|skype|sip|xmpp|im):(.*)")
_PARAMETERS = pattern(r"[?;]")


class Addressed(NamedTuple):
    """An e-mail or a number, and the name beside it; empty when there is none."""

    value: str
    name: str = ""


def shown_ref(typed: str) -> tuple[Ref, str] | None:
    """The ref and the words beside it of "c12  Grace Hopper  US Navy" or "Grace Hopper (c12)"."""
    if not any(map(str.isspace, typed)) or not any(map(str.isdigit, typed)):
        return None  # and without patterns: most names that are typed are no more than that
    if found := _LINE.fullmatch(typed):
        ref, beside = parse_ref(found[1]), found[2]
    elif found := _WITH_REF.fullmatch(typed):
        ref, beside = parse_ref(found[2]), found[1]
    else:
        return None
    return (ref, beside) if ref else None


def listed_ref(typed: str) -> Ref | None:
    """The ref of a line that netlog printed, whatever stands beside it; None for other text."""
    if not any(map(str.isspace, typed)) or not any(map(str.isdigit, typed)):
        return None
    if found := _LISTED.fullmatch(typed):
        return parse_line_ref(found[1])
    return parse_ref(found[2]) if (found := _WITH_REF.fullmatch(typed)) else None


def is_shown(name: str, beside: str) -> bool:
    """Whether what stands beside a ref begins with that name."""
    return any(
        said[: len(words)] == words for words in spellings(name) for said in spellings(beside)
    )


def address(typed: str) -> Addressed | None:
    """What "Bob <bob@x.org>", "bob@x.org (Bob)", "mailto:bob@x.org" and "tel:+49…" lead to."""
    if "<" in typed and (found := _HEADER.fullmatch(typed)):
        inner = _linked(found[2]) or found[2]
        return Addressed(inner, found[1].strip("\"' "))
    if "@" in typed and (found := _COMMENT.fullmatch(typed)):
        return Addressed(found[1], found[2].strip())
    linked = _linked(typed)
    return Addressed(linked) if linked else None


def beside(typed: str) -> Addressed | None:
    """The e-mail, or the number after a +, that stands behind a name with no sign around it."""
    found = ("@" in typed or "+" in typed) and _BESIDE.fullmatch(typed)
    return Addressed(found[2], found[1].strip("\"' ")) if found else None


def _linked(typed: str) -> str | None:
    """Of a link what stands behind its scheme, without its parameters."""
    found = ":" in typed and _LINK.fullmatch(typed)
    if not found:
        return None
    value = _PARAMETERS.split(found[2].removeprefix("//"), maxsplit=1)[0].strip()
    if "%" in value:
        from urllib.parse import unquote

        value = unquote(value)
    return value or None
