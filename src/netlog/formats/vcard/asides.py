"""Cards that are of nobody, a group or a place: kept whole, and written as they were read.

What changes of one is that somebody is no longer of the group.
"""

from collections.abc import Collection, Iterator

from netlog.formats.uids import made_uid
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.convert import written
from netlog.formats.vcard.form import Form, Origin, form
from netlog.formats.vcard.lines import RawCard
from netlog.formats.vcard.names import KIND_NAMES, bare_uid, kind, read_name
from netlog.formats.vcard.values import ContentLine, escaped, parsed, unescaped
from netlog.records.incoming import IncomingCard
from netlog.records.kept import FORM

MEMBERS = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
UNREAD = "unread"
# What versions 3.0 and 4.0 call the same.
_APPLES = {"KIND": "X-ADDRESSBOOKSERVER-KIND", "MEMBER": "X-ADDRESSBOOKSERVER-MEMBER"}
_STANDARD = {apples: standard for standard, apples in _APPLES.items()}
# What entries of a form begin with that tell how the next was folded, and all octets of the card.
_FOLD, _SOURCE = "@", "!"


def aside(
    row: int, lines: list[ContentLine], raw: RawCard, line_end: str, origin: Origin | None
) -> IncomingCard:
    """The card as a whole; one that names nobody is of the kind that is not read."""
    card = CardLines(lines)
    name = read_name(card).get("name")
    uid = next((line.line() for line in card.all("UID") if line.line()), None)
    for line in lines:
        card.take(line)
    said = kind(lines)
    whole = form(card, raw, line_end, origin)
    return IncomingCard(
        row,
        UNREAD if said == "individual" else said,
        name,
        whole,
        uid or made_uid("card", said, name or whole),
    )


def members(card: str) -> tuple[str, ...]:
    """The uids of the members, folded, as a person's uid or mailto: is compared with them."""
    return tuple(_key(line) for line in Form([card]).lines if line.name in MEMBERS)


def without(card: str, keys: Collection[str], now: str = "") -> str:
    """The card with no word of those members, changed at that instant, if one is said."""
    entries: list[str] = []
    version = Form([card]).version
    for entry in unescaped(card.partition(":")[2]).split("\n"):
        said = parsed([entry])
        is_member = any(one.name in MEMBERS and _key(one) in keys for one in said)
        is_revision = bool(now) and any(one.name == "REV" for one in said)
        if (is_member or is_revision) and entries and entries[-1].startswith(_FOLD):
            entries.pop()
        if is_revision:
            entries.append(f"REV:{instant(now, version)}")
        elif not is_member and not entry.startswith(_SOURCE):
            entries.append(entry)
    return f"{FORM}:" + escaped("\n".join(entries))


def instant(at: str, version: str) -> str:
    """An instant as a card of that version writes it."""
    return at if version == "3.0" else at.replace("-", "").replace(":", "")


def lines(one: IncomingCard, version: str, revised: str) -> Iterator[tuple[int, str, bool]]:
    """The lines in their order: where each stood, its text, whether it is another now.

    revised is the line that says when it was changed, if it has been.
    """
    read = Form([one.card])
    has_n = any(line.name == "N" for line in read.lines)
    for line in read.lines:
        if line.name in MEMBERS and _key(line) in one.left:
            continue
        if line.name == "VERSION" and version != read.version:
            yield line.at, f"VERSION:{version}", True
        elif line.name == "REV" and one.left and revised:
            yield line.at, revised, True
        elif version == read.version:
            yield line.at, line.raw, False
        elif line.name == "FN" and version == "3.0" and not has_n:
            yield line.at, written(line, version), True
            yield line.at, f"N:{line.plain()};;;;", True  # which version 3.0 asks for
        else:
            yield line.at, _renamed(line, written(line, version), version), True


def _renamed(line: ContentLine, text: str, version: str) -> str:
    """The line as it is called in that version."""
    name = (_APPLES if version == "3.0" else _STANDARD).get(line.name)
    if name is None or line.name not in (*MEMBERS, *KIND_NAMES):
        return text
    at = text.upper().index(line.name)
    return text[:at] + name + text[at + len(line.name) :]


def _key(line: ContentLine) -> str:
    return (bare_uid(line.text()) or "").casefold()
