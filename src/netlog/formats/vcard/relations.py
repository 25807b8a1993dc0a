"""RELATED and X-ABRELATEDNAMES: who introduced somebody; other relations are kept."""

import re
from collections.abc import Iterator

from netlog.formats.mapping import Mapped
from netlog.formats.vcard import android
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.names import bare_uid
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import CardSheet
from netlog.formats.vcard.values import escaped
from netlog.records.incoming import IncomingPerson

INTRODUCED_BY = "x-introduced-by"

_INTRODUCERS = {INTRODUCED_BY, "introduced by", "referred by", "referred_by", "referredby"}
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _read(card: CardLines) -> Facts:
    found = None
    for line in [*card.all("RELATED"), *card.all("X-ABRELATEDNAMES")]:
        word = (card.label(line) or "").lower()
        if found or not ({word, *line.params.types} & _INTRODUCERS):
            continue
        found = bare_uid(line.text())
        card.take(line)
        card.take_label(line)
    return {"introduced_by": found or android.introduced_by(card)}


def _write(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    who = person.introduced_by
    if not who:
        return
    if sheet.version == "4.0":
        is_uid = _UUID.fullmatch(bare_uid(who) or "")
        kind, urn = ("uri", "urn:uuid:") if is_uid else ("text", "")
        who = (bare_uid(who) or who) if is_uid else who
        yield f"RELATED;TYPE=contact,{INTRODUCED_BY};VALUE={kind}:{urn}{escaped(who)}"
    else:
        group = sheet.new_group()
        yield f"{group}.X-ABRELATEDNAMES:{escaped(who)}"
        yield f"{group}.X-ABLabel:Introduced by"


PROPERTIES = (
    Property(
        (
            Mapped(
                "introduced_by",
                "4.0: RELATED;TYPE=contact,x-introduced-by; "
                "3.0: X-ABRELATEDNAMES labelled Introduced by",
                "other relations are kept",
            ),
        ),
        ("RELATED", "X-ABRELATEDNAMES"),
        _read,
        _write,
    ),
)
