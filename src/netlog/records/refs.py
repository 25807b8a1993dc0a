"""The nouns of netlog, and short handles of records: c12 contact, m40 meeting, f7 favor, t9 thanks.

How a noun is read, shown, edited, removed and so on stands in a table keyed by its letter, in the
room where that is done; tests/contract/test_nouns.py knows all of them.
"""

from netlog.named import NamedTuple


class Noun(NamedTuple):
    """A kind of record that has refs: its letter, its name and that of several, its table."""

    letter: str
    name: str
    plural: str
    table: str


NOUNS = {
    noun.letter: noun
    for noun in (
        Noun("c", "contact", "contacts", "contact"),
        Noun("m", "meeting", "meetings", "meeting"),
        Noun("f", "favor", "favors", "favor"),
        Noun("t", "thanks", "thanks", "thanks"),
        Noun("p", "plan", "plans", "plan"),
        Noun("o", "organization", "organizations", "organization"),
        Noun("l", "lead", "leads", "lead"),
        Noun("g", "goal", "goals", "goal"),
    )
}
# Where the name of the noun is no name of one.
_ONE = {"t": "thank-you"}
# Whose parts have refs of their own: a lead its steps, a contact its yearly days.
WITH_STEPS, WITH_DAYS = "l", "c"
# The number of the birthday; the other days follow, in the order in which they were added. None is
# ever that of another day: what is gone leaves a gap.
BIRTHDAY, LAST_DAY = 1, 99_999
LETTERS = {noun.table: noun.letter for noun in NOUNS.values()}


def one_of(letter: str) -> str:
    """A record of that noun: "a meeting", "a thank-you"."""
    name = _ONE.get(letter, NOUNS[letter].name)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


class Ref(NamedTuple):
    """A letter of NOUNS and the row's id; of a step of a lead, as l3.2, also its number.

    So of a yearly day of somebody, as c5.1, where what is due is meant.
    """

    letter: str
    id: int
    step: int = 0

    @property
    def noun(self) -> str:
        return NOUNS[self.letter].name

    @property
    def is_day(self) -> bool:
        """Whether a yearly day of somebody is meant, and not they themselves."""
        return self.letter in WITH_DAYS and self.step > 0

    def __str__(self) -> str:
        return ref(self.letter, self.id) + (f".{self.step}" if self.step else "")


def ref(letter: str, id_: int) -> str:
    """The handle of that record, as "t9"."""
    return f"{letter}{id_}"


def parse_ref(text: str) -> Ref | None:
    """Read "t9" or "T9" as Ref("t", 9); None when the text is not a ref at all."""
    return _parsed(text, WITH_STEPS)


def parse_line_ref(text: str) -> Ref | None:
    """Like `parse_ref`; also of a yearly day, as a line of the morning has it: c5.1."""
    return _parsed(text, WITH_STEPS + WITH_DAYS)


def day_number(ref_: str) -> int:
    """The number of a yearly day, of its ref."""
    return int(ref_.partition(".")[2])


def _parsed(text: str, in_parts: str) -> Ref | None:
    letter, digits = text[:1].lower(), text[1:]
    if letter and letter in in_parts and "." in digits:
        digits, _, number = digits.partition(".")
        is_one = number.isascii() and number.isdigit() and 0 < len(number) < 6 and int(number)
        whole = _parsed(letter + digits, "")
        return Ref(letter, whole.id, int(number)) if whole and is_one else None
    if letter in NOUNS and digits.isascii() and digits.isdigit() and len(digits) < 19:
        return Ref(letter, int(digits))
    return None
