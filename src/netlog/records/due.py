"""Due: everything that wants you today, line by line and person by person."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.records.standing import Source
from netlog.typed import Literal, get_args

# In the order of the morning: debts, then what is planned, then silence.
DueKind = Literal["thanks", "promise", "waiting", "outcome", "lead", "plan", "reconnect", "date"]
KINDS: tuple[DueKind, ...] = get_args(DueKind)


class Choice(NamedTuple):
    """One way to close what is due, and the command that does it."""

    label: str
    argv: tuple[str, ...]


class DueItem(NamedTuple):
    """One thing that wants you; settle is the argv that closes it, choices the ways it may end.

    what is a sentence, about the words alone; source is the record behind it. since is the day it
    has been so: of the meeting, the promise, the outcome, the last touch; for a date the day it
    came into the report. rested: it had its time, and shows with --all only.
    Where a lead stands at a step of which nobody is there who could be asked, contact is that step:
    its ref, by what is known of it, and 0 for the id; where it has no step to take, that lead.
    """

    kind: str
    ref: str
    contact: Person
    what: str
    about: str
    source: Source | None
    since: date
    due_on: date
    days_overdue: int
    settle: tuple[str, ...]
    choices: tuple[Choice, ...]
    rested: bool = False


class Offered(NamedTuple):
    """A command that a line offers, and what it is for: "less often? netlog every c5 2m"."""

    what: str
    command: str
    mark: str = ":"

    @property
    def text(self) -> str:
        return f"{self.what}{self.mark} {self.command}"


class InWords(NamedTuple):
    """A line in words: what it is about and how it ends; an offer follows.

    ends are its end in fewer and fewer words, for where there is less room; the last one is empty
    where all of it may be left out. brief is what is to be done in few words, and in one.
    """

    about: str
    ends: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    offer: Offered | None = None

    @property
    def text(self) -> str:
        """All of it but the offer."""
        return f"{self.about}{''.join(self.ends[:1])}"

    @property
    def whole(self) -> str:
        return f"{self.text}; {self.offer.text}" if self.offer else self.text


class Line(NamedTuple):
    """A due item on the screen: as a sentence, and in words under the heading of its part.

    unhurried: asked about or wished for on a day, it is not late after it.
    """

    item: DueItem
    words: InWords
    sentence: InWords
    part: str
    unhurried: bool = False


class Block(NamedTuple):
    """One person of the morning, the most urgent line first; of a step nobody is known of, that.

    part is the kind that the block stands under, past for a plan that is, or today; urgency orders
    blocks: rank, then how late or how long silent, then the person, of the news of a lead that
    landed the nearest to it first. waits: is to be got back to, by a reminder that came before
    today or over the cadence; untouched: you were never in touch.
    """

    contact: Person
    part: str
    lines: tuple[Line, ...]
    urgency: tuple[int, float, tuple[int, int, int]]
    untouched: bool = False
    waits: bool = False


class Morning(NamedTuple):
    """The report of a day: the blocks that are shown, and how many people wait in all."""

    blocks: tuple[Block, ...]
    waiting: int

    @property
    def items(self) -> list[DueItem]:
        return [line.item for block in self.blocks for line in block.lines]


class BriefDue(NamedTuple):
    """The morning in numbers: the people shown, how many more wait, the lines shown by kind."""

    people: int
    more: int
    counts: dict[str, int]
