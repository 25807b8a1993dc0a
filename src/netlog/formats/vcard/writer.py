"""A person as a card of version 4.0 or 3.0, so that reading it gives the same person again.

A card that was read is written as it was, line by line, but for what changed since.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from netlog.formats.circumstances import Going, Version
from netlog.formats.vcard import asides, people
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.convert import written
from netlog.formats.vcard.days import ANNIVERSARIES
from netlog.formats.vcard.folding import CRLF
from netlog.formats.vcard.form import Form
from netlog.formats.vcard.names import KIND_NAMES, OTHERS
from netlog.formats.vcard.people import OfCard, formed
from netlog.formats.vcard.properties import PROPERTIES
from netlog.formats.vcard.services import KINDS
from netlog.formats.vcard.sheet import CardSheet, Placed
from netlog.formats.vcard.values import ContentLine
from netlog.records.incoming import COMPANY, IncomingCard, IncomingOrganization, IncomingPerson

PRODID = "-//netlog//netlog//EN"
_WHOLE = re.compile(r"BEGIN:VCARD[ \t]*\r\n.*\r\nEND:VCARD[ \t]*\r\n", re.IGNORECASE | re.DOTALL)
_LINE_END = re.compile(r"\r\r?\n|\r|\n")
_REVISED = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII | re.IGNORECASE,
)
LATEST: Version = "4.0"
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")

# Kept where they are more than was read, and written by their properties all the same.
_OURS = frozenset({"FN", "N", "ADR", "BDAY", "X-NETLOG-BIRTHDAY"})
# Which no property places where they are empty.
_EMPTY = frozenset({"ADR", "BDAY", "X-NETLOG-BIRTHDAY", "X-NETLOG-CADENCE", *OTHERS})


# What other lines of a group say something of.
_OWNERS = frozenset({*KINDS, *ANNIVERSARIES, "X-ABDATE", "RELATED", "X-ABRELATEDNAMES"})


def write(those: Iterable[OfCard], going: Going) -> Iterator[str]:
    """One card after another; text to be written as UTF-8, its line ends already CRLF."""
    for person in those:
        yield card(person, going.vcard_version)


def lines_of_aside(of: IncomingCard, version: Version | None, form: Form) -> str:
    """The card of nobody, but for who is no longer of the group."""
    wanted = version or form.version
    revised = f"REV:{asides.instant(of.revised_at, wanted)}" if of.revised_at else ""
    read = asides.lines(of, wanted, revised)
    return text_of([Placed(at, text, new=new) for at, text, new in read], form)


def version_of(kept: Sequence[str]) -> Version:
    """The version of the card that these lines were kept of, else the latest."""
    return _version(Form(kept))


def _version(form: Form) -> Version:
    return next((one for one in VERSIONS if one == form.version), LATEST)


def card(of: OfCard, version: Version | None = None) -> str:
    """The folded card, each line ended with CRLF; without a version, in that which it was read in.

    What is neither 3.0 nor 4.0 becomes 4.0.
    """
    if isinstance(of, IncomingCard):
        form = Form([of.card])
        is_same = not of.left and version in (None, form.version)
        text = _as_text(form.source) if is_same else ""
        return text or lines_of_aside(of, version, form)
    person, form = formed(of)
    sheet = CardSheet(person, form, version or _version(form))
    lines = lines_of(sheet)
    if sheet.is_as_read and (theirs := as_read(lines, sheet)):
        # That it is of a company it says without a line of ours, or it had not been read so.
        of_company = isinstance(of, IncomingOrganization)
        if theirs == [one for one in lines if not _says_company(one, of_company) or one in theirs]:
            lines = theirs  # one that gets a uid says of what it is as well
        if lines == theirs and (text := _as_text(form.source)):
            return text
    own = [] if form.version else [f"VERSION:{sheet.version}", f"PRODID:{PRODID}"]
    return text_of([*(Placed(None, line, new=True) for line in own), *lines], form)


def _says_company(one: Placed, of_company: bool) -> bool:
    """Whether a line was not read, and says no more than that the card is of that company."""
    return one.text == COMPANY or (of_company and one.new and _name(one) in ("FN", "N"))


def lines_of(sheet: CardSheet) -> list[Placed]:
    """The lines between the edges, by where they stood."""
    placed = [
        _in_its_group(placed, sheet)
        for one in PROPERTIES
        for placed in one.placed(sheet.person, sheet)
    ]
    placed += _saying_nothing(sheet, placed)
    return _in_order([*placed, *_rest(sheet, placed)], sheet)


def _saying_nothing(sheet: CardSheet, placed: list[Placed]) -> list[Placed]:
    """The empty lines of a card, which stay while nothing is said in their stead."""
    if not sheet.is_as_read:
        return []
    standing = {one.at for one in placed if not one.new}
    anew = {_name(one).partition(";")[0].upper() for one in placed if one.new}
    names = _EMPTY - anew
    return [
        Placed(line.at, line.raw)
        for line in sheet.form.lines
        if line.name in names
        and line.at not in standing
        and not line.plain().strip("; ,")
        # Others that are kept stay anyway.
        and (sheet.form.is_known(line) or line.name in _OURS)
    ]


def _in_its_group(one: Placed, sheet: CardSheet) -> Placed:
    """A line written anew in the group of what stood there, or first, of the same property."""
    name = _name(one).partition(";")[0].upper()
    if not one.new or one.at is None or not sheet.form.was_read or name in _OWNERS:
        return one
    lines = sheet.form.by_name.get(name, ())
    stood = next((line for line in lines if line.at == one.at), next(iter(lines), None))
    group = stood.spelled_group() if stood else ""
    return one._replace(text=f"{group}.{one.text}") if group else one


def as_read(lines: list[Placed], sheet: CardSheet) -> list[Placed]:
    """The lines where they are those that were read and no others, but for what is only ours."""
    form, ours = sheet.form, _ours_alone(sheet)
    theirs = [one for one in lines if not (one.new and _name(one) in ours)]
    theirs = [one for one in theirs if one.at is None or one.at < form.stood or one.text != COMPANY]
    stood = [(line.at, line.raw) for line in form.lines[: form.stood]]
    return theirs if [(one.at, one.text) for one in theirs] == stood else []


def _ours_alone(sheet: CardSheet) -> set[str]:
    """What is written because every card has it: a uid, and a name where the card says none."""
    said = {line.name for line in sheet.form.lines}
    if said & {"FN", "N"}:
        return {"UID"} - said
    read = people.person(1, CardLines(sheet.form.lines), {})
    is_so = isinstance(read, IncomingPerson) and read.name == sheet.person.name
    return ({"UID", "FN", "N"} if is_so else {"UID"}) - said


def _name(one: Placed) -> str:
    return one.text.partition(":")[0]


def _as_text(source: bytes) -> str:
    """The card as a part of a file in UTF-8; empty where it cannot be one."""
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    text = CRLF.join([*_LINE_END.split(text.strip("\r\n")), ""])
    return text if _WHOLE.fullmatch(text) and "\0" not in text else ""


def text_of(lines: Iterable[Placed], form: Form) -> str:
    """The card of those lines, each folded as it was."""
    whole = (Placed(None, "BEGIN:VCARD", new=True), *lines, Placed(None, "END:VCARD", new=True))
    return "".join(form.folded(one.text, None if one.new else one.at) for one in whole)


def _rest(sheet: CardSheet, placed: list[Placed]) -> Iterator[Placed]:
    """What is kept, the labels of what stayed, and what speaks of the card itself."""
    standing = {one.at for one in placed if not one.new}
    groups = {line.group for line in sheet.form.lines if line.at in standing and line.group}
    left = _left_behind(sheet, placed)
    for line in sheet.form.lines:
        if not sheet.form.is_known(line):
            if line.name not in _OURS and line.name not in sheet.dropped and line.group not in left:
                yield Placed(
                    line.at, line.raw if sheet.is_as_read else written(line, sheet.version)
                )
        elif line.name == "X-ABLABEL" and line.group in groups:
            yield Placed(line.at, line.raw)
    yield from _of_the_card(sheet, placed)


def _left_behind(sheet: CardSheet, placed: list[Placed]) -> set[str]:
    """The groups whose property is gone: what stood there besides belongs to nothing.

    That is the way to reach somebody, the date or the relation in it, else whatever was read.
    """
    heads = (one.text.partition(":")[0].partition(";")[0] for one in placed)
    spoken = [
        (group.lower(), name.upper()) for group, _, name in (h.rpartition(".") for h in heads)
    ]
    lines = [line for line in sheet.form.lines if line.group and line.name != "X-ABLABEL"]
    read = [line for line in lines if sheet.form.is_known(line) or line.name in _OURS]
    owners = {line.group for line in read if line.name in _OWNERS}
    owned = {group for group, name in spoken if name in _OWNERS}
    there = {group for group, _ in spoken}
    return {
        line.group for line in read if line.group not in (owned if line.group in owners else there)
    }


def _of_the_card(sheet: CardSheet, placed: list[Placed]) -> Iterator[Placed]:
    """What speaks of the card itself, of one that was read: as it was, but for what changed."""
    changed = _is_changed(sheet, placed) if sheet.is_as_read else not _is_as_it_was(sheet)
    for line in sheet.known("VERSION", "PRODID", "PROFILE", "REV", *KIND_NAMES):
        if line.name in KIND_NAMES:
            yield Placed(line.at, line.raw if sheet.is_as_read else written(line, sheet.version))
        elif line.name == "VERSION":
            yield Placed(line.at, line.raw if sheet.is_as_read else f"VERSION:{sheet.version}")
        elif line.name != "REV" and sheet.is_as_read:
            yield Placed(line.at, line.raw)
        elif line.name != "REV":
            yield from [Placed(line.at, f"PRODID:{PRODID}")] if line.name == "PRODID" else []
        elif not changed:
            yield Placed(line.at, line.raw if sheet.is_as_read else _revised(line, sheet.version))
        elif sheet.person.revised_at:
            yield Placed(line.at, f"REV:{asides.instant(sheet.person.revised_at, sheet.version)}")


def _is_changed(sheet: CardSheet, placed: list[Placed]) -> bool:
    """Whether anything is said anew, or not any more."""
    stayed = {one.at for one in placed if not one.new}
    gone = (
        line.at not in stayed
        for line in sheet.form.lines
        if sheet.form.is_known(line) and any(line.name in one.names for one in PROPERTIES)
    )
    ours = _ours_alone(sheet)
    return any(one.new and _name(one) not in ours for one in placed) or any(gone)


def _is_as_it_was(sheet: CardSheet) -> bool:
    """Whether nobody changed the card, which is asked for in another version."""
    form = Form(sheet.person.kept, sheet.person.uid)
    same = CardSheet(sheet.person, form, form.version)
    return bool(as_read(lines_of(same), same))


def _revised(line: ContentLine, version: str) -> str:
    """When the card was changed, as that version writes an instant; another text as it stands."""
    said = line.text()
    found = _REVISED.fullmatch(said)
    if found:
        day, clock, zone = "-".join(found.group(1, 2, 3)), found.group(4, 5, 6), found[7] or ""
        said = day + (f"T{':'.join(clock)}{zone}" if clock[0] else "")
        said = said if version == "3.0" else said.replace("-", "", 2).replace(":", "")
    return f"REV:{said}"


def _in_order(placed: list[Placed], sheet: CardSheet) -> list[Placed]:
    """By where they stood; what is new follows what was written before it."""
    if not sheet.form.was_read:
        return placed
    ordered: list[tuple[int, bool, int, Placed]] = []
    reached = 0 if any(one.at == 0 and _name(one) == "VERSION" for one in placed) else -1
    for number, one in enumerate(placed):
        reached = at = reached if one.at is None else one.at
        ordered.append((at, one.at is None, number, one))
    return [one for *_, one in sorted(ordered)]
