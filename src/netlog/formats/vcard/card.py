"""The lines of one card, taken one property after another; what nobody takes is kept."""

import re

from netlog.formats.dates import UNTOLD, DayOrder, is_ambiguous
from netlog.formats.vcard.values import ContentLine, on_one_line
from netlog.records.incoming import GuessedDay

_EMPTY = frozenset({"$!!$", "_$!!$_"})
_APPLE_WORD = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


class CardLines:
    """The lines of a card, by name and by group, and which of them somebody has read."""

    def __init__(self, lines: list[ContentLine], order: DayOrder = UNTOLD) -> None:
        self.lines = lines
        self.order = order  # of day and month, in the file
        self.guessed: list[GuessedDay] = []
        self.taken: set[int] = set()
        self.by_name: dict[str, list[ContentLine]] = {}
        for line in lines:
            self.by_name.setdefault(line.name, []).append(line)
        self.labels = {line.group: line for line in self.by_name.get("X-ABLABEL", ()) if line.group}

    def all(self, name: str) -> list[ContentLine]:
        """The lines of that name."""
        return self.by_name.get(name, [])

    def take(self, line: ContentLine) -> None:
        """Somebody has read what the line says."""
        self.taken.add(line.at)

    def leave(self, name: str, text: str) -> None:
        """Keep the line of that name and text after all."""
        self.taken -= {line.at for line in self.all(name) if line.line() == text}

    def label(self, line: ContentLine) -> str | None:
        """What the label of the line's group says; nothing for one that Apple left empty."""
        label = self.labels.get(line.group) if line.group else None
        word = apple_word(label.line()) if label else ""
        return word if word and word not in _EMPTY else None

    def take_label(self, line: ContentLine) -> str | None:
        """The same, and the label is used up."""
        found = self.label(line)
        if line.group in self.labels:
            self.taken.add(self.labels[line.group].at)
        return found

    def first(self, name: str) -> str | None:
        """The preferred or first text of a property, all its empty ones dropped, others kept."""
        said = self.by_name.get(name)
        if not said:
            return None
        found = None
        for line in said if len(said) == 1 else sorted(said, key=unpreferred):
            text = line.line()
            if not text or found is None:
                self.taken.add(line.at)
                found = found or text or None
        return found

    def parts(self, name: str) -> tuple[str, ...]:
        """The comma-parted texts of all lines of a property, each once."""
        said: dict[str, None] = {}
        for line in self.all(name):
            self.taken.add(line.at)
            said.update(dict.fromkeys(map(on_one_line, line.texts(","))))
        said.pop("", None)
        return tuple(said)

    def guess(self, what: str, typed: str, read: str | None) -> None:
        """Tell of a day that was not read, or could be read otherwise."""
        if read is None or (not self.order.is_sure and is_ambiguous(typed)):
            self.guessed.append(GuessedDay(what, typed, read))

    def kept(self) -> tuple[str, ...]:
        """The lines that nobody took, unfolded."""
        return tuple(line.raw for line in self.lines if line.at not in self.taken)


def apple_word(label: str) -> str:
    """A label as people read it: Apple marks the words that it translates, such as _$!<Home>!$_."""
    found = _APPLE_WORD.fullmatch(label)
    if not found:
        return label
    word = found[1].strip()
    return word.lower() if word.isalpha() else word


def unpreferred(line: ContentLine) -> bool:
    """The key that puts the preferred line first and leaves the others in their order."""
    return not line.params.preferred
