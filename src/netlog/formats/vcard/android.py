"""X-ANDROID-CUSTOM: what Android's contacts have and vCard 2.1 had no property for.

`vnd.android.cursor.item/KIND;value;type;label;...`: nicknames, dated events and relations.
"""

from netlog.formats.dates import birthday as days_of
from netlog.formats.dates import yearly
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.values import ContentLine, escaped
from netlog.records.contacts import NewDate
from netlog.records.incoming import IncomingRelation
from netlog.relating import tie

NAME = "X-ANDROID-CUSTOM"

_BEGINS = "vnd.android.cursor.item/"
_EVENTS = {"1": "anniversary", "2": "date", "3": "birthday"}
_BIRTHDAY = "3"
_RELATIONS = {
    "1": "assistant",
    "2": "brother",
    "3": "child",
    "4": "domestic partner",
    "5": "father",
    "6": "friend",
    "7": "manager",
    "8": "mother",
    "9": "parent",
    "10": "partner",
    "11": "referred by",
    "12": "relative",
    "13": "sister",
    "14": "spouse",
}
_REFERRED_BY = "11"
_CUSTOM = "0"  # its word stands in the label
_FILLING = ";" * 12


def _said(card: CardLines, kind: str) -> list[tuple[ContentLine, str, str, str]]:
    """The lines of that kind with value, type and label."""
    found = []
    for line in card.all(NAME):
        parts = [*line.texts(";"), "", "", "", ""]
        if parts[0] == _BEGINS + kind and parts[1]:
            found.append((line, parts[1], parts[2], parts[3]))
    return found


def nicknames(card: CardLines) -> tuple[str, ...]:
    """Further nicknames."""
    found = _said(card, "nickname")
    for line, *_ in found:
        card.take(line)
    return tuple(value for _, value, _, _ in found)


def birthday(card: CardLines) -> str | None:
    """The birthday, where it is a day."""
    for line, value, type_, _ in _said(card, "contact_event"):
        if type_ == _BIRTHDAY and (read := days_of(value, card.order.day_first)):
            card.take(line)
            card.guess("birthday", value, read)
            return read
    return None


def dates(card: CardLines) -> tuple[NewDate, ...]:
    """Other days of every year."""
    found = []
    for line, value, type_, label in _said(card, "contact_event"):
        on = yearly(value, card.order.day_first)
        called = label or _EVENTS.get(type_, "date")
        if type_ != _BIRTHDAY:
            card.guess(called, value, on)
        if type_ != _BIRTHDAY and on:
            card.take(line)
            found.append(NewDate(called, on))
    return tuple(found)


def introduced_by(card: CardLines) -> str | None:
    """Who referred them."""
    for line, value, type_, _ in _said(card, "relation"):
        if type_ == _REFERRED_BY:
            card.take(line)
            return value
    return None


def relations(card: CardLines) -> tuple[IncomingRelation, ...]:
    """Who belongs to them."""
    found = []
    for line, value, type_, label in _said(card, "relation"):
        if type_ != _REFERRED_BY:
            card.take(line)
            found.append(IncomingRelation(tie(label or _RELATIONS.get(type_, "contact")), value))
    return tuple(found)


def relation(one: IncomingRelation) -> str:
    """The line of who belongs to them."""
    word = one.tie.said
    type_ = next((number for number, said in _RELATIONS.items() if said == word), _CUSTOM)
    label = escaped(word) if type_ == _CUSTOM else ""
    return f"{NAME}:{_BEGINS}relation;{escaped(one.who)};{type_};{label}{_FILLING}"


def fields(card: CardLines) -> tuple[tuple[str, str], ...]:
    """Other events."""
    found: list[tuple[str, str]] = []
    for line, value, type_, label in _said(card, "contact_event"):
        if line.at not in card.taken:
            card.take(line)
            found.append((label or _EVENTS.get(type_, "date"), value))
    return tuple(found)
