"""The old lines of a card that are ways to reach somebody, held against the ways there are now."""

import re
from collections.abc import Iterator

from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.methods import led_to, read_lines
from netlog.formats.vcard.sheet import CardSheet, plain
from netlog.formats.vcard.values import ContentLine
from netlog.records.incoming import IncomingMethod, IncomingPerson

_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?")


class OldWays:
    """The old lines that are ways to reach somebody, and which method each of them still is."""

    def __init__(self, person: IncomingPerson, sheet: CardSheet) -> None:
        self.sheet = sheet
        card = CardLines(sheet.form.lines)
        self.read = [
            (line, led_to(was) if was else None)
            for line, was in read_lines(card)
            if _belongs(line, sheet)
        ]
        self.of: dict[int, list[tuple[ContentLine, IncomingMethod]]] = {}
        free = dict(enumerate(person.methods))
        for line, was in self.read:
            at = _same(free, was) if was else None
            if at is None and was:
                # The same way in another type or spelling: two lines of the card are one method.
                at = next((one for one in self.of if _is_alike(person.methods[one], was)), None)
            if at is not None and was:
                self.of.setdefault(at, []).append((line, was))
                free.pop(at, None)
        self.preferred = _preferred(was for _, was in self.read if was), _preferred(person.methods)

    def is_as_it_stood(self, method: IncomingMethod, was: IncomingMethod) -> bool:
        """Whether the old line says all that is to be said."""
        same_label = plain(method.label) == plain(was.label)
        value = plain(method.value)
        before, now = (known.get(method.kind) == value for known in self.preferred)
        return bool(same_label and before == now)


def _belongs(line: ContentLine, sheet: CardSheet) -> bool:
    """Whether it is a line of ours: one that was read, or an address in its parts."""
    return sheet.form.is_known(line) or line.name == "ADR"


def _same(free: dict[int, IncomingMethod], was: IncomingMethod) -> int | None:
    found = [at for at, method in free.items() if _is_same(method, was)]
    by_label = [at for at in found if plain(free[at].label) == plain(was.label)]
    return next(iter([*by_label, *found]), None)


def _is_same(method: IncomingMethod, was: IncomingMethod) -> bool:
    return method.kind == was.kind and plain(method.value) == plain(was.value)


def _is_alike(method: IncomingMethod, was: IncomingMethod) -> bool:
    return method.kind == was.kind and _bare(method) == _bare(was)


def _bare(method: IncomingMethod) -> str:
    """The value but for how it is spelled: scheme, www and last slash, or signs in a number."""
    said: str = plain(method.value).casefold()
    if method.kind == "phone":
        return re.sub(r"[^\d+]", "", said)
    if method.kind == "url":
        return _SCHEME.sub("", said).rstrip("/")
    return said.removeprefix("@")


def _preferred(methods: "Iterator[IncomingMethod] | tuple[IncomingMethod, ...]") -> dict[str, str]:
    """The preferred value of each kind: the first that is marked."""
    found: dict[str, str] = {}
    for method in methods:
        if method.preferred:
            found.setdefault(method.kind, plain(method.value))
    return found
