"""A card as a file in a folder: called as it was, and octet for octet what it was."""

import re

from netlog.formats.circumstances import Version
from netlog.formats.vcard.folding import CRLF
from netlog.formats.vcard.form import Form, all_octets
from netlog.formats.vcard.names import bare_uid
from netlog.formats.vcard.people import OfCard, form_of, formed
from netlog.formats.vcard.sheet import CardSheet
from netlog.formats.vcard.writer import (
    as_read,
    card,
    lines_of,
    lines_of_aside,
    text_of,
)
from netlog.named import NamedTuple
from netlog.records.incoming import IncomingCard, IncomingPerson

_LONGEST_NAME = 200
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,199}")


class Stood(NamedTuple):
    """The file of several cards that one was in, and at which place; 0 for one of its own.

    whole is that file, of its first card and where its cards, one after another, are not all of
    it; bare is those cards alone.
    """

    file: str = ""
    at: int = 0
    whole: bytes = b""
    bare: bytes = b""


class Filed(NamedTuple):
    """A card as a file: its octets, what it may be called, the first that is free, and whence."""

    content: bytes
    names: tuple[str, ...]
    place: Stood


def filed(of: OfCard, ref: str, version: Version | None = None) -> Filed:
    """The card as a file of its own, its lines ended as those of the file that it was read from.

    One that nobody changed is what it was, octet for octet and whatever its version, unless
    another is asked for. It is called as it was in its folder; by its uid, as vdirsyncer, khard
    and Radicale do; by its ref.
    """
    if isinstance(of, IncomingCard):
        form = Form([of.card])
        content = _aside(of, version, form)
    else:
        person, form = formed(of)
        content = _content(person, version, form)
    uid = bare_uid(of.uid) or ""
    by_uid = [f"{uid}.vcf"] if _SAFE.fullmatch(uid) else []
    names = (*([form.file] if _is_safe(form.file) else []), *by_uid, f"{ref}.vcf")
    return Filed(content, names, _place(form))


def place(of: OfCard) -> Stood:
    """Where the card was."""
    return _place(form_of(of))


def _place(form: Form) -> Stood:
    if not (form.place and _is_safe(form.file)):
        return Stood()
    bare = all_octets(form.together, form.line_end) if form.together else b""
    return Stood(form.file, form.place, form.together, bare)


def _content(person: IncomingPerson, version: Version | None, form: Form) -> bytes:
    if form.was_read and version in (None, form.version):
        sheet = CardSheet(person, form, form.version)
        lines = lines_of(sheet)
        theirs = as_read(lines, sheet)
        # What had no file of its own needs a uid there: khard and others leave it out else.
        if theirs and (form.file or theirs == lines):
            return form.source or _ended(text_of(theirs, form), form)
    return _ended(card(person, version), form)


def _aside(of: IncomingCard, version: Version | None, form: Form) -> bytes:
    """The card of nobody as a file of its own."""
    if form.source and not of.left and version in (None, form.version):
        return form.source
    return _ended(lines_of_aside(of, version, form), form)


def _ended(text: str, form: Form) -> bytes:
    return text.replace(CRLF, form.line_end).encode("utf-8", "replace")


def _is_safe(name: str) -> bool:
    """Whether a file so called lies in the folder, and would be read from there."""
    parts = name.split("/")
    hidden = any(part.startswith(".") or not part for part in parts)
    plain = name.isprintable() and not set(name) & set("\\:")
    return plain and not hidden and len(name) <= _LONGEST_NAME and name.lower().endswith(".vcf")
