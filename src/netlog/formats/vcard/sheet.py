"""The card that is being written: the lines that it was read from, and what of them still holds."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from operator import attrgetter

from netlog.formats.vcard.convert import alike
from netlog.formats.vcard.form import Form
from netlog.formats.vcard.values import ContentLine
from netlog.named import NamedTuple
from netlog.records.incoming import IncomingPerson
from netlog.typed import Any

_INTRODUCED = "introduced by"
_NUMBER = re.compile(r" \d{1,4}$")
_ITEM = re.compile(r"item(\d{1,9})", re.IGNORECASE)


_at = attrgetter("at")


class Placed(NamedTuple):
    """A line and where it stood, or None for one that has no place yet; new ones were not read."""

    at: int | None
    text: str
    new: bool = False


class CardSheet:
    """A person on the way to a card of some version."""

    def __init__(self, person: IncomingPerson, form: Form, version: str) -> None:
        self.person = person
        self.version = version
        self.form = form
        self.is_as_read = form.version == version
        self.said_fields: set[str] = set()
        self.dropped: set[str] = set()
        self.handed_out: set[int] = set()
        self.groups: set[str] = set()
        numbers = [int(found[1]) for line in form.lines if (found := _ITEM.fullmatch(line.group))]
        self._items = max(numbers, default=0)
        self._fields = {key.casefold(): value for key, value in person.fields}

    def new_group(self) -> str:
        """A group that no line has yet."""
        self._items += 1
        return f"item{self._items}"

    def known(self, *names: str) -> list[ContentLine]:
        """The lines of these names that netlog had read."""
        return [line for line in self._of(names) if self.form.is_known(line)]

    def kept(self, *names: str) -> list[ContentLine]:
        """The lines of these names that netlog has no place for."""
        return [line for line in self._of(names) if not self.form.is_known(line)]

    def _of(self, names: Sequence[str]) -> list[ContentLine]:
        """The lines of these names, as they stand."""
        found = [line for name in names for line in self.form.by_name.get(name, ())]
        return sorted(found, key=_at) if len(names) > 1 and len(found) > 1 else found

    def labels_of(self, lines: Sequence[ContentLine]) -> list[ContentLine]:
        """The labels of the groups of these lines."""
        groups = {line.group for line in lines if line.group}
        return [line for line in self._of(("X-ABLABEL",)) if line.group in groups]

    def has_kept_siblings(self, group: str) -> bool:
        """Whether a line that is kept belongs to the group."""
        return any(
            line.group == group and line.name != "X-ABLABEL" and not self.form.is_known(line)
            for line in self.form.lines
        )

    def as_it_stood(self, line: ContentLine) -> str:
        """The line, as the version writes what both write alike."""
        return line.raw if self.is_as_read else alike(line, self.version)

    def group_of(self, line: ContentLine | None) -> str:
        """The group of an old line that is written anew, as it is spelled there; each once."""
        if line is None or not line.group or line.group in self.groups:
            return ""
        self.groups.add(line.group)
        return line.spelled_group()

    def drop(self, name: str) -> None:
        """Leave out what netlog itself now says."""
        self.dropped.add(name)

    def is_so(self, key: str, value: Any) -> bool:
        """Whether a field of the person is what a line says."""
        if key == "introduced_by" and value and not self.person.introduced_by:
            # Whoever is not in the book is a field.
            is_said = self.has_field(_INTRODUCED, value)
            if is_said:
                self.said_fields.add(_INTRODUCED)
            return is_said
        return bool(plain(getattr(self.person, key)) == plain(value))

    def has_field(self, key: str, value: str) -> bool:
        """Whether the person has a field of that name and value."""
        return bool(plain(self._fields.get(key.casefold())) == plain(value))

    def say_field(self, ends: str, value: str) -> bool:
        """Whether a field so called, or numbered so, has that value; it is said from then on."""
        for key, held in self.person.fields:
            called = _NUMBER.sub("", key.casefold())
            is_free = key.casefold() not in self.said_fields
            if is_free and called.endswith(ends) and plain(held) == plain(value):
                self.said_fields.add(key.casefold())
                return True
        return False

    def fields(self) -> Iterator[tuple[str, str]]:
        """Those fields that no line says yet."""
        for key, value in self.person.fields:
            if key.casefold() not in self.said_fields:
                yield key, value


def plain(value: Any) -> Any:
    """The form in which a value of a card and what netlog made of it are equal."""
    if isinstance(value, str):
        composed = value if value.isascii() else unicodedata.normalize("NFC", value)
        return " ".join(composed.split())
    if isinstance(value, tuple):
        return tuple(plain(one) for one in value)
    return value
