"""RELATED, X-ABRELATEDNAMES and their like: who introduced somebody, and who belongs to them."""

import re
from collections.abc import Iterator

from netlog.formats.mapping import Mapped
from netlog.formats.vcard import android
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.names import bare_uid
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import CardSheet, Placed, plain
from netlog.formats.vcard.values import ContentLine, escaped
from netlog.records.incoming import IncomingPerson, IncomingRelation
from netlog.relating import is_same, tie
from netlog.typed import Final

INTRODUCED_BY = "x-introduced-by"

_INTRODUCERS = {INTRODUCED_BY, "introduced by", "referred by", "referred_by", "referredby"}
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NAMES: Final = ("RELATED", "X-ABRELATEDNAMES")
# A property of its own for one relation, as Evolution, KAddressBook and others write them.
_ALONE: Final = {
    "X-SPOUSE": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-MS-CHILD": "child",
    "X-MS-MANAGER": "manager",
    "X-MS-ASSISTANT": "assistant",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-CHILD": "child",
}
# What types say beside a relation, or of the property alone.
_NO_RELATION: Final = frozenset(
    {"pref", "home", "work", "other", "internet", "contact", "met", "me", "acquaintance", ""}
)
_UNSAID: Final = "contact"
# The types of RELATED that netlog has a kind for.
_TYPES: Final = frozenset({"spouse", "parent", "child", "sibling", "friend", "colleague"})
# The labels that Apple translates.
_APPLE: Final = frozenset(
    {
        *("spouse", "partner", "parent", "child", "friend", "assistant", "manager"),
        *("mother", "father", "brother", "sister", "son", "daughter"),
    }
)


def _read(card: CardLines) -> Facts:
    introduced_by = None
    found: list[IncomingRelation] = []
    for name in (*_NAMES, *_ALONE):
        for line in card.all(name):
            if not line.line():
                continue
            if not introduced_by and _is_introducer(card, line):
                introduced_by = bare_uid(line.text())
            elif said := _said(card, line):
                found += said
            else:
                continue
            card.take(line)
            card.take_label(line)
    introduced_by = introduced_by or android.introduced_by(card)
    return {"introduced_by": introduced_by, "relations": (*found, *android.relations(card))}


def _is_introducer(card: CardLines, line: ContentLine) -> bool:
    word = (card.label(line) or "").lower()
    return bool({word, *line.params.types} & _INTRODUCERS)


def _said(card: CardLines, line: ContentLine) -> list[IncomingRelation]:
    """What the line says of whom: by its label, else by its types; nothing of oneself."""
    types = line.params.types
    label = card.label(line) or _ALONE.get(line.name)
    words = [label] if label else [one.removeprefix("x-") for one in types]
    words = [one for one in words if one not in _NO_RELATION] or [_UNSAID]
    if not label and ("me" in types or _INTRODUCERS & set(types)):
        return []
    who = bare_uid(line.line()) or ""
    return [IncomingRelation(tie(word), who) for word in words]


def _place(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """The lines as they stood, while what they say is so; then what no line says."""
    left = list(person.relations)
    stood: dict[IncomingRelation, ContentLine] = {}
    introduced = False
    old = [*sheet.known(*_NAMES, *_ALONE), *sheet.kept(*_NAMES, *_ALONE)]
    for line in sorted(old, key=lambda one: one.at):
        card = CardLines([line, *sheet.labels_of([line])])
        said = _read(card)
        is_known = sheet.form.is_known(line)
        if said["introduced_by"]:
            holds = sheet.is_so("introduced_by", said["introduced_by"])
            introduced = introduced or (holds and sheet.is_as_read)
        else:
            theirs = [_held(one, person.relations) for one in said["relations"]]
            holds = bool(theirs) and all(theirs)
            if holds and (sheet.is_as_read or not is_known):
                left = [one for one in left if one not in theirs]
            elif is_known:
                stood |= {one: line for one in theirs if one}
        if holds and is_known and sheet.is_as_read:
            yield Placed(line.at, line.raw)
    for line in sheet.known(android.NAME) if sheet.is_as_read else ():
        theirs = [_held(one, person.relations) for one in android.relations(CardLines([line]))]
        left = [one for one in left if one not in theirs]
    if not introduced:
        introduced = _is_said_by_android(sheet)
    at = next((line.at for line in sheet.known(*_NAMES, *_ALONE)), None)
    if not introduced:
        yield from (Placed(at, text, new=True) for text in _introduction(person, sheet))
    for one in left:
        said_by = stood.get(one)
        place = said_by.at if said_by else at
        yield from (Placed(place, text, new=True) for text in _written(one, sheet, said_by))


def _is_said_by_android(sheet: CardSheet) -> bool:
    """Whether a line of Android's, which stays, says who introduced them."""
    said = android.introduced_by(CardLines(sheet.known(android.NAME)))
    return bool(said and sheet.is_as_read and sheet.is_so("introduced_by", said))


def is_held(said: IncomingRelation, person: IncomingPerson) -> bool:
    """Whether somebody has the relation that a line says."""
    return _held(said, person.relations) is not None


def _held(
    said: IncomingRelation, relations: tuple[IncomingRelation, ...]
) -> IncomingRelation | None:
    """The relation that the line says, if it is one of these."""
    return next((one for one in relations if _holds(said, one)), None)


def _holds(said: IncomingRelation, one: IncomingRelation) -> bool:
    """Whether what a line says is that relation."""
    same_word = is_same(said.tie, one.tie) and said.tie.word in (None, one.tie.word)
    names = {_spoken_of(name) for name in (one.who, *one.known_as) if name}
    return same_word and _spoken_of(said.who) in names


def _spoken_of(who: str) -> str:
    """A name or a uid so that two spellings of it are equal, which a line keeps as it came."""
    said: str = plain(bare_uid(who) or "").casefold()
    return said[1:-1] if said.startswith("{") and said.endswith("}") else said


def _introduction(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if not person.introduced_by:
        return
    if sheet.version == "4.0":
        yield f"RELATED;TYPE=contact,{INTRODUCED_BY};{_value(person.introduced_by)}"
    else:
        group = sheet.new_group()
        yield f"{group}.X-ABRELATEDNAMES:{escaped(person.introduced_by)}"
        yield f"{group}.X-ABLabel:Introduced by"


def _value(who: str) -> str:
    """The end of a line: somebody by uid, or by name."""
    is_uid = _UUID.fullmatch(bare_uid(who) or "")
    kind, urn = ("uri", "urn:uuid:") if is_uid else ("text", "")
    return f"VALUE={kind}:{urn}{escaped((bare_uid(who) or who) if is_uid else who)}"


def _written(one: IncomingRelation, sheet: CardSheet, stood: ContentLine | None) -> Iterator[str]:
    """A relation on a line of its own, its word in a label where no type says it.

    In the group of the line that said it; on a card of Android's, as Android reads it.
    """
    if sheet.known(android.NAME) and sheet.is_as_read:
        yield android.relation(one)
        return
    word = one.tie.said
    type_ = one.tie.kind if one.tie.kind in _TYPES else _UNSAID
    group = sheet.group_of(stood)
    if sheet.version == "4.0":
        line = f"RELATED;TYPE={type_};{_value(one.who)}"
        if tie(type_) == one.tie:
            yield f"{group}.{line}" if group else line
            return
        group = group or sheet.new_group()
        yield f"{group}.{line}"
    else:
        group = group or sheet.new_group()
        yield f"{group}.X-ABRELATEDNAMES:{escaped(one.who)}"
    yield f"{group}.X-ABLabel:{_label(word)}"


def _label(word: str) -> str:
    return f"_$!<{word.capitalize()}>!$_" if word in _APPLE else escaped(word)


def _nothing(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    yield from ()


PROPERTIES = (
    Property(
        (
            Mapped(
                "introduced_by",
                "4.0: RELATED;TYPE=contact,x-introduced-by; "
                "3.0: X-ABRELATEDNAMES labelled Introduced by",
            ),
            Mapped(
                "relations",
                "4.0: RELATED, its TYPE or X-ABLabel; 3.0: X-ABRELATEDNAMES with X-ABLabel; "
                "read as well: X-SPOUSE, X-MANAGER, X-ASSISTANT, X-CHILD, those of Evolution and "
                "KAddressBook, X-ANDROID-CUSTOM",
            ),
        ),
        (*_NAMES, *_ALONE),
        _read,
        _nothing,
        _place,
    ),
)
