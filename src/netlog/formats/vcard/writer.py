"""A person as a card of version 4.0 or 3.0, so that reading it gives the same person again.

A card that was read is written as it was, line by line, but for what changed since.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from netlog.formats.circumstances import Going, Version
from netlog.formats.vcard.convert import written
from netlog.formats.vcard.form import CRLF, Form
from netlog.formats.vcard.names import KIND_NAMES, bare_uid
from netlog.formats.vcard.people import of_company
from netlog.formats.vcard.properties import PROPERTIES
from netlog.formats.vcard.sheet import CardSheet, Placed
from netlog.records.incoming import IncomingOrganization, IncomingPerson

PRODID = "-//netlog//netlog//EN"
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,199}")
LATEST: Version = "4.0"
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")

# Kept where they are more than was read, and written by their properties all the same.
_OURS = frozenset({"FN", "N", "ADR", "BDAY", "X-NETLOG-BIRTHDAY"})


OfCard = IncomingPerson | IncomingOrganization


def write(people: Iterable[OfCard], going: Going) -> Iterator[str]:
    """One card after another; text to be written as UTF-8, its line ends already CRLF."""
    for person in people:
        yield card(person, going.vcard_version)


def file(person: OfCard, version: Version | None = None) -> str:
    """The card as a file of its own, its lines ended as those of the file that it was read from."""
    text = card(person, version)
    return text.replace(CRLF, "\n") if Form(person.kept).line_end != CRLF else text


def version_of(kept: Sequence[str]) -> Version:
    """The version of the card that these lines were kept of, else the latest."""
    return _version(Form(kept))


def _version(form: Form) -> Version:
    return next((one for one in VERSIONS if one == form.version), LATEST)


def file_name(person: OfCard, ref: str) -> str:
    """A name for the card in a folder, as vdirsyncer, khard and Radicale give them: by the uid."""
    uid = bare_uid(person.uid) or ""
    return f"{uid if _SAFE.fullmatch(uid) else ref}.vcf"


def card(of: OfCard, version: Version | None = None) -> str:
    """The folded card, each line ended with CRLF; without a version, in that which it was read in.

    What is neither 3.0 nor 4.0 becomes 4.0.
    """
    person = of if isinstance(of, IncomingPerson) else of_company(of)
    form = Form(person.kept, person.uid)
    sheet = CardSheet(person, form, version or _version(form))
    placed = [placed for one in PROPERTIES for placed in one.placed(person, sheet)]
    own = [] if form.version else [f"VERSION:{sheet.version}", f"PRODID:{PRODID}"]
    head = (Placed(None, line, new=True) for line in ("BEGIN:VCARD", *own))
    lines = _in_order([*placed, *_rest(sheet, placed)], sheet)
    whole = (*head, *lines, Placed(None, "END:VCARD", new=True))
    return "".join(form.folded(one.text, None if one.new else one.at) for one in whole)


def _rest(sheet: CardSheet, placed: list[Placed]) -> Iterator[Placed]:
    """What is kept, the labels of what stayed, and what speaks of the card itself."""
    standing = {one.at for one in placed if not one.new}
    groups = {line.group for line in sheet.form.lines if line.at in standing and line.group}
    for line in sheet.form.lines:
        if not sheet.form.is_known(line):
            if line.name not in _OURS and line.name not in sheet.dropped:
                yield Placed(
                    line.at, line.raw if sheet.is_as_read else written(line, sheet.version)
                )
        elif line.name == "X-ABLABEL" and line.group in groups:
            yield Placed(line.at, line.raw)
    yield from _of_the_card(sheet, placed)


def _of_the_card(sheet: CardSheet, placed: list[Placed]) -> Iterator[Placed]:
    """What speaks of the card itself, of one that was read: as it was, but for what changed."""
    changed = not sheet.is_as_read or _is_changed(sheet, placed)
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
            yield Placed(line.at, line.raw)
        elif sheet.person.revised_at:
            yield Placed(line.at, f"REV:{_instant(sheet.person.revised_at, sheet.version)}")


def _is_changed(sheet: CardSheet, placed: list[Placed]) -> bool:
    """Whether anything is said anew, or not any more."""
    stayed = {one.at for one in placed if not one.new}
    gone = (
        line.at not in stayed
        for line in sheet.form.lines
        if sheet.form.is_known(line) and any(line.name in one.names for one in PROPERTIES)
    )
    return any(one.new for one in placed) or any(gone)


def _instant(at: str, version: str) -> str:
    return at if version == "3.0" else at.replace("-", "").replace(":", "")


def _in_order(placed: list[Placed], sheet: CardSheet) -> list[Placed]:
    """By where they stood; what is new follows what was written before it."""
    if not sheet.form.version:
        return placed
    ordered: list[tuple[int, int, Placed]] = []
    reached = -1
    for number, one in enumerate(placed):
        reached = at = reached if one.at is None else one.at
        ordered.append((at, number, one))
    return [one for _, _, one in sorted(ordered)]
