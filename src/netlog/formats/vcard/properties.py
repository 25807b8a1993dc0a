"""The properties of one card, taken by whoever can read them; what nobody takes is kept."""

from netlog.formats.vcard.methods import apple_word
from netlog.formats.vcard.values import ContentLine, on_one_line


class Properties:
    """The lines of a card, taken one property after another; what nobody takes is kept."""

    def __init__(self, lines: list[ContentLine]) -> None:
        self.lines = lines
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

    def take_label(self, line: ContentLine) -> str | None:
        """What the label of the line's group says, which is then used up."""
        label = self.labels.get(line.group) if line.group else None
        if label is None:
            return None
        self.taken.add(label.at)
        return apple_word(label.line()) or None

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

    def kept(self) -> tuple[str, ...]:
        """The lines that nobody took, unfolded."""
        return tuple(line.raw for line in self.lines if line.at not in self.taken)


def unpreferred(line: ContentLine) -> bool:
    """The key that puts the preferred line first and leaves the others in their order."""
    return not line.params.preferred
