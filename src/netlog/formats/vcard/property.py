"""A property of a card: how it is read, how it is written, and what is lost, in one place."""

from collections.abc import Callable, Iterator

from netlog.formats.mapping import Mapped
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.sheet import CardSheet, Placed
from netlog.named import NamedTuple
from netlog.records.incoming import IncomingPerson
from netlog.typed import Any

Facts = dict[str, Any]


class Property(NamedTuple):
    """Some content lines, by name, and what of a person they say.

    read takes them from a card and gives fields of a person; write gives them anew. place, where
    there is one, says which of the old ones stay; else all do while they say what is so.
    """

    mapped: tuple[Mapped, ...]
    names: tuple[str, ...]
    read: Callable[[CardLines], Facts]
    write: Callable[[IncomingPerson, CardSheet], Iterator[str]]
    place: Callable[[IncomingPerson, CardSheet], Iterator[Placed]] | None = None

    def placed(self, person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
        """The lines on their places: as they stood, or anew where the first of them stood."""
        if self.place:
            yield from self.place(person, sheet)
            return
        old = sheet.known(*self.names)
        if old and self._holds(old, person, sheet):
            yield from (Placed(line.at, sheet.as_it_stood(line)) for line in old)
            return
        at = old[0].at if old else None
        yield from (Placed(at, text, new=True) for text in self.write(person, sheet))

    def _holds(self, old: list[Any], person: IncomingPerson, sheet: CardSheet) -> bool:
        """Whether the old lines say of a person what is so."""
        said = self.read(CardLines([*old, *sheet.labels_of(old)]))
        if not all(sheet.is_so(key, value) for key, value in said.items() if key != "fields"):
            return False
        fields = said.get("fields", ())
        if not all(sheet.has_field(key, value) for key, value in fields):
            return False
        sheet.said_fields.update(key.casefold() for key, _ in fields)
        return True
