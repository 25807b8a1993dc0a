"""NOTE, CATEGORIES and netlog's own texts: what is told of somebody, and how they are labelled."""

from collections.abc import Iterator

from netlog.formats.dates import DayOrder
from netlog.formats.mapping import Mapped
from netlog.formats.vcard import android, relations
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.convert import head_of
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import CardSheet, Placed
from netlog.formats.vcard.values import ContentLine, escaped, split_escaped, unescaped
from netlog.records.incoming import IncomingPerson

HOW_MET = "X-NETLOG-HOW-MET"
CIRCLES = "X-NETLOG-CIRCLES"
EVERYBODY = ("myContacts", "My Contacts", "* myContacts")  # Google's group of all


def _read_how_met(card: CardLines) -> Facts:
    return {"how_met": card.first(HOW_MET)}


def _write_how_met(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if person.how_met:
        yield f"{HOW_MET}:{escaped(person.how_met)}"


def _read_circles(card: CardLines) -> Facts:
    return {"circles": card.parts(CIRCLES)}


def _write_circles(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if person.circles:
        yield f"{CIRCLES}:" + ",".join(map(escaped, person.circles))


def _read_tags(card: CardLines) -> Facts:
    return {"tags": tuple(tag for tag in card.parts("CATEGORIES") if tag not in EVERYBODY)}


def _write_tags(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if person.tags:
        yield "CATEGORIES:" + ",".join(map(escaped, person.tags))


def _place_tags(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """The lines as they stood, without the tags that somebody has not any more; then the others."""
    holding = {_folded(tag) for tag in person.tags}
    # What the card of a group says is said.
    said = set(map(_folded, person.grouped))
    left = {_folded(tag): tag for tag in person.tags if _folded(tag) not in said}
    last: ContentLine | None = None
    for line in sheet.known("CATEGORIES"):
        parts = split_escaped(line.plain(), ",")
        staying = [part for part in parts if _stays(part, holding)]
        for part in staying:
            left.pop(_folded(unescaped(part).strip()), None)
        if staying == parts and sheet.is_as_read:
            yield Placed(line.at, line.raw)
        elif any(map(str.strip, staying)):
            head = head_of(line) if sheet.is_as_read else "CATEGORIES"
            yield Placed(line.at, f"{head}:" + ",".join(staying), new=True)
        last = line
    if left:
        text = "CATEGORIES:" + ",".join(map(escaped, left.values()))
        yield Placed(last.at if last else None, text, new=True)


def _stays(part: str, holding: set[str]) -> bool:
    tag = unescaped(part).strip()
    return not tag or tag in EVERYBODY or _folded(tag) in holding


def _folded(tag: str) -> str:
    return " ".join(tag.removeprefix("#").split()).casefold()


def _read_notes(card: CardLines) -> Facts:
    notes = []
    for line in card.all("NOTE"):
        card.take(line)
        notes.append(line.text())
    return {"notes": "\n\n".join(filter(None, notes)) or None}


def _write_notes(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if person.notes:
        yield f"NOTE:{escaped(person.notes)}"


def _read_fields(card: CardLines) -> Facts:
    found = []
    for line in card.all("X-NETLOG-FIELD"):
        texts = line.texts(";")
        if len(texts) == 2 and texts[0]:
            card.take(line)
            found.append((texts[0], texts[1]))
    return {"fields": tuple(found)}


def _read_android(card: CardLines) -> Facts:
    return {"fields": android.fields(card)}


def _write_fields(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    for key, value in sheet.fields():
        yield f"X-NETLOG-FIELD:{escaped(key)};{escaped(value)}"


def _nothing(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    yield from ()


def _place_android(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """The lines as they stood, as long as what they say is still so."""
    nicknames = {person.nickname, *(one.value for one in person.names)}
    for line in sheet.known(android.NAME):
        card, turned = CardLines([line]), CardLines([line], DayOrder(day_first=True))
        holds = all(one in nicknames for one in android.nicknames(card))
        born = {android.birthday(card), android.birthday(turned)}
        holds = holds and (born == {None} or person.birthday in born)
        there = {(one.label.casefold(), one.on) for one in person.dates}
        said = zip(android.dates(card), android.dates(turned), strict=True)
        days = [{(one.label.casefold(), one.on) for one in both} for both in said]
        holds = holds and all(both & there for both in days)
        there_too = android.relations(card)
        holds = holds and all(relations.is_held(one, person) for one in there_too)
        fields = android.fields(card)
        holds = holds and all(sheet.has_field(key, value) for key, value in fields)
        if sheet.is_as_read and holds:
            sheet.said_fields.update(key.casefold() for key, _ in fields)
            yield Placed(line.at, line.raw)


PROPERTIES = (
    Property(
        (Mapped("how_met", "X-NETLOG-HOW-MET"),),
        ("X-NETLOG-HOW-MET",),
        _read_how_met,
        _write_how_met,
    ),
    Property(
        (Mapped("circles", "X-NETLOG-CIRCLES"),),
        ("X-NETLOG-CIRCLES",),
        _read_circles,
        _write_circles,
    ),
    Property(
        (Mapped("tags", "CATEGORIES; the name of a KIND:group card is a tag of its members"),),
        ("CATEGORIES",),
        _read_tags,
        _write_tags,
        _place_tags,
    ),
    Property(
        (Mapped("notes", "NOTE", "several become one, with an empty line between"),),
        ("NOTE",),
        _read_notes,
        _write_notes,
    ),
)
# Last, when it is known which fields other lines say.
FIELDS = (
    Property((), (android.NAME,), _read_android, _nothing, _place_android),
    Property(
        (Mapped("fields", "X-NETLOG-FIELD; X-ANDROID-CUSTOM"),),
        ("X-NETLOG-FIELD",),
        _read_fields,
        _write_fields,
    ),
)
