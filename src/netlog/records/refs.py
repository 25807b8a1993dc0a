"""Short handles of records: c12 contact, m40 meeting, f7 favor, t9 thanks, l3 lead, g1 goal."""

from typing import NamedTuple

NOUNS = {"c": "contact", "m": "meeting", "f": "favor", "t": "thanks", "l": "lead", "g": "goal"}


class Ref(NamedTuple):
    """A letter of NOUNS and the row's id."""

    letter: str
    id: int

    @property
    def noun(self) -> str:
        return NOUNS[self.letter]

    def __str__(self) -> str:
        return f"{self.letter}{self.id}"


def parse_ref(text: str) -> Ref | None:
    """Read "t9" or "T9" as Ref("t", 9); None when the text is not a ref at all."""
    letter, digits = text[:1].lower(), text[1:]
    if letter in NOUNS and digits.isascii() and digits.isdigit() and len(digits) < 19:
        return Ref(letter, int(digits))
    return None
