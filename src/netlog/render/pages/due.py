"""The morning report as a page."""

from collections.abc import Iterator
from datetime import date, timedelta

from netlog.named import NamedTuple
from netlog.output import Room
from netlog.records.due import Block, BriefDue, DueItem, InWords, Line, Morning
from netlog.render.page import Cell, Column, Listing, Style
from netlog.wording import (
    PAST,
    PLANNED,
    count,
    lateness,
    long_day,
    short_day,
    shortened,
    spelt,
)

HEADINGS = {
    "today": "Today",
    "thanks": "Thanks to send",
    "promise": "Promises to keep",
    "waiting": "Waiting for",
    "outcome": "Outcomes to tell",
    "past": PAST,
    "plan": PLANNED,
    "reconnect": "Get back in touch",
    "date": "Dates",
    "lead": "Chains in motion",
}
LONGEST_NAME = 28
# Where it is narrow, words wrap: so that one item leaves room for the next.
LONGEST_WORDS = 160
TWO_DAYS, A_WEEK = timedelta(days=2), timedelta(days=7)


class ReportRow(NamedTuple):
    """One line of the screen: the name stands on the first of its person alone."""

    part: str
    ref: str
    name: str
    when: str
    style: Style
    words: str
    said: InWords


def page(
    today: date,
    shown: Morning,
    room: Room,
    next_day: date | None = None,
    nobody: bool = False,
    note: str = "",
    bounded: bool = True,
) -> Listing:
    """The report of that day: one line an item; where it is narrow the words go under the name.

    Where lines are bounded, commands go to the foot, lest they be cut.
    """
    more = shown.waiting - len(shown.blocks)
    return Listing(
        columns=(
            Column("ref", lambda row: Cell(row.ref), most=12, blank=True),
            *(BELOW if room == "narrow" else SIDE_BY_SIDE),
        ),
        empty=_empty(today, next_day, nobody),
        line=lambda row: f"{row.ref} {row.words}",
        title=long_day(today),
        section=lambda row: HEADINGS[row.part],
        heads=False,
        narrow_below=0,
        note=note,
        aside=_waiting(shown.waiting, len(shown.blocks)) if more else "",
        foot=(*_foot(shown, today), *(_offers(shown) if bounded else ())),
        tight=True,
    )


BELOW = (Column("words", lambda row: _cell_below(row), grow=True),)
SIDE_BY_SIDE = (
    Column("who", lambda row: Cell(row.name, "strong"), most=LONGEST_NAME, blank=True, firm=True),
    Column("when", lambda row: Cell(row.when, row.style), most=14, blank=True, firm=True),
    Column("words", lambda row: _cell(row.words, row.said), blank=True),
)


def rows(shown: Morning, today: date, room: Room, bounded: bool = True) -> list[ReportRow]:
    """The lines of the screen, in the order of the blocks."""
    found = [row for block in shown.blocks for row in _rows(block, today, bounded)]
    return [one for row in found for one in _narrow(row)] if room == "narrow" else found


def _cell(words: str, said: InWords) -> Cell:
    """Words that may end in fewer, or without an end; what is to be done stays."""
    if said.ends[-1:] == ("",):
        return Cell(words, shorter=(words, said.about))
    return Cell(words, tails=said.ends, least=said.brief or ("",))


def _rows(block: Block, today: date, bounded: bool) -> Iterator[ReportRow]:
    for number, line in enumerate(block.lines):
        kind = line.item.kind
        own = line.part == block.part or (
            block.part == "today" and line.part in (("plan",) if number else ("plan", "reconnect"))
        )
        name = "" if number else block.contact.name
        when, style = _when(line, today)
        # What leads where is said alike under each heading: the name stands before it.
        said = line.words if own or kind == "lead" else line.sentence
        words = said.text if bounded else said.whole
        yield ReportRow(block.part, line.item.ref, name, when, style, words, said)


def _offers(shown: Morning) -> tuple[str, ...]:
    """The commands that lines ended with, one of each kind, under what they are for.

    Without the one that settles the first line, which is said already.
    """
    found: dict[str, str] = {}
    for offer in (line.words.offer for block in shown.blocks for line in block.lines):
        if offer:
            found.setdefault(offer.what, offer.command)
    settle = _settle(_first(shown)) if shown.blocks else ""
    return tuple(f"{what}: {command}" for what, command in found.items() if command != settle)


def _narrow(row: ReportRow) -> Iterator[ReportRow]:
    head = "  ".join(filter(None, (shortened(row.name, LONGEST_NAME), row.when)))
    if head:
        yield row._replace(words=head)
        row = row._replace(ref="")
    yield row._replace(name="", when="", words=_in_little(row.words, row.said))


def _in_little(words: str, said: InWords) -> str:
    """The words, those before what is to be done cut where they are very many."""
    end = next(iter(said.ends), "")
    head = words.removesuffix(end)
    if len(words) <= LONGEST_WORDS or head == words or len(end) > LONGEST_WORDS // 2:
        return shortened(words, LONGEST_WORDS)
    return f"{shortened(head, LONGEST_WORDS - len(end))}{end}"


def _cell_below(row: ReportRow) -> Cell:
    """The name, and how late in its own style; or the words below them."""
    start = len(row.words) - len(row.when)
    style: Style = "strong" if row.name else ""
    return Cell(row.words, style, ((start, len(row.words)),) if row.when else (), row.style)


def _when(line: Line, today: date) -> tuple[str, Style]:
    item = line.item
    if item.rested:
        return "rests", "soft"
    ahead = (item.due_on - today).days
    if ahead > 0:
        return f"in {ahead}d", ""
    if line.unhurried and ahead:
        return "", ""
    return (lateness(item.days_overdue), "late") if ahead else ("today", "")


def _waiting(waiting: int, here: int) -> str:
    said = f"{count(waiting, 'person waits', 'people wait')}; here"
    return f"{said} {'is' if here == 1 else 'are'} {spelt(here)}"


def _first(shown: Morning) -> DueItem:
    """The first line that can be settled; where all is planned for days to come, the first."""
    items = shown.items
    return next((one for one in items if not _is_to_come(one)), items[0])


def _is_to_come(item: DueItem) -> bool:
    return item.kind == "plan" and item.settle[1] == "drop"


def _foot(shown: Morning, today: date) -> tuple[str, ...]:
    """How what is shown is settled, said once."""
    if not shown.blocks:
        return ()
    first = _first(shown)
    is_let_go = first.kind != "reconnect" or any(way.argv[1] == "drop" for way in first.choices)
    drop = (f"let go: netlog drop {first.ref}",) if is_let_go else ()
    if _is_to_come(first):
        phrases: tuple[str, ...] = (_later(first, today).capitalize(), *drop)
    else:
        ends = () if first.settle[1] == "drop" else drop
        later = () if first.settle[1] == "snooze" else (_later(first, today),)
        phrases = (f"Settle: {_settle(first)}", *later, *ends)
    all_of_them = ("everybody: netlog due --all",) if shown.waiting > len(shown.blocks) else ()
    return (*phrases, *all_of_them)


def _settle(item: DueItem) -> str:
    """Its command, as it is typed; words of it go in quotes."""
    return " ".join(f'"{word}"' if " " in word else word for word in item.settle)


def _later(first: DueItem, today: date) -> str:
    """How it comes later; of a lead as a whole nothing is put off: a step is."""
    ref = first.ref
    if ref.startswith("l") and "." not in ref:
        return f"came to nothing: netlog lead declined {ref}"
    if first.kind == "plan" and first.due_on >= today:
        # Put off, it would come back when its day is over.
        return f"another day: netlog plan edit {ref} --on {first.due_on + A_WEEK}"
    return f"later: netlog snooze {ref} {_until(first, today)}"


def _until(first: DueItem, today: date) -> str:
    """Three days; what is further ahead is put off past its day, a yearly day to it."""
    near, after = (A_WEEK, timedelta(0)) if first.kind == "date" else (TWO_DAYS, A_WEEK)
    return "3d" if first.due_on <= today + near else f"{first.due_on + after}"


def brief(found: BriefDue) -> str:
    """The morning in one line, empty when nothing is due: "3 thanks · 1 promise, +12"."""
    said = {
        "thanks": lambda n: f"{n} thanks",
        "promise": lambda n: count(n, "promise"),
        "waiting": lambda n: f"{n} waiting",
        "outcome": lambda n: f"{count(n, 'outcome')} to tell",
        "plan": lambda n: count(n, "plan"),
        "reconnect": lambda n: f"{n} to get back to",
        "date": lambda n: count(n, "date"),
        "lead": lambda n: count(n, "step"),
    }
    numbers = " · ".join(said[kind](number) for kind, number in found.counts.items())
    return f"{numbers} +{found.more}" if found.more else numbers


def _empty(today: date, next_day: date | None, nobody: bool) -> str:
    if nobody:
        return 'Nobody is here yet. Start with: netlog add "Grace Hopper" --met "the reunion"'
    return f"Nothing is due. Next: {short_day(next_day, today)}." if next_day else "Nothing is due."
