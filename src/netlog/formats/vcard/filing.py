"""What the file of a card is called, and where in a file of several it stood."""

import re

from netlog.formats.vcard.form import all_octets
from netlog.formats.vcard.names import bare_uid
from netlog.formats.vcard.people import OfCard, form_of

_LONGEST_NAME = 200

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,199}")


def file_names(of: OfCard, ref: str) -> tuple[str, ...]:
    """What the card may be called in a folder, the first that is free: as it was called there;
    by its uid, as vdirsyncer, khard and Radicale do; by its ref.
    """
    form = form_of(of)
    uid = bare_uid(of.uid) or ""
    by_uid = [f"{uid}.vcf"] if _SAFE.fullmatch(uid) else []
    return (*([form.file] if _is_safe(form.file) else []), *by_uid, f"{ref}.vcf")


def _is_safe(name: str) -> bool:
    """Whether a file so called lies in the folder, and would be read from there."""
    parts = name.split("/")
    hidden = any(part.startswith(".") or not part for part in parts)
    plain = name.isprintable() and not set(name) & set("\\:")
    return plain and not hidden and len(name) <= _LONGEST_NAME and name.lower().endswith(".vcf")


def place(of: OfCard) -> tuple[str, int]:
    """The file of several cards that it was in, and at which place; 0 for one of its own."""
    form = form_of(of)
    return (form.file, form.place) if _is_safe(form.file) else ("", 0)


def together(of: OfCard, written_: bytes) -> bytes:
    """The file of several cards whose first is that one, where they are written as they stood."""
    form = form_of(of)
    is_so = bool(form.together) and all_octets(form.together, form.line_end) == written_
    return form.together if is_so else written_
