"""The morning report as a page."""

from collections.abc import Iterator
from datetime import date

from netlog.named import NamedTuple
from netlog.output import Room
from netlog.records.due import Block, BriefDue, Line, Morning
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
    unpointed,
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
# Asked about or wished for on a day: after it they are not late.
UNHURRIED = ("plan", "date", "outcome")
# ": let it rest" of ": let it rest, and do something for them".
# What begins with a question loses of what follows it.
ASKED = ("how was it?", "how did it go?", "what came of it?")
# What to do or to say in few words, and in one, where there is room for no more.
THANK = ": thank "
IN_A_WORD = {
    "nudge kindly": "nudge",
    "chase kindly": "chase",
    "let it rest": "rest",
    "still meant?": "meant?",
    "what came of it?": "what now?",
    "find out who it is": "find out",
    "it broke here": "broke",
    "no answer": "no answer",
    "not asked yet": "not asked",
    "still unknown": "unknown",
    "in the archive": "archived",
}


class ReportRow(NamedTuple):
    """One line of the screen: the name stands on the first of its person alone.

    tails are how the words may end, the longest first: since when, and what to do.
    """

    part: str
    ref: str
    name: str
    when: str
    style: Style
    words: str
    tails: tuple[str, ...] = ()


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
        foot=(*_foot(shown), *(_offers(shown) if bounded else ())),
        tight=True,
    )


BELOW = (Column("words", lambda row: _cell_below(row), grow=True),)
SIDE_BY_SIDE = (
    Column("who", lambda row: Cell(row.name, "strong"), most=LONGEST_NAME, blank=True, firm=True),
    Column("when", lambda row: Cell(row.when, row.style), most=14, blank=True, firm=True),
    Column(
        "words", lambda row: Cell(row.words, tails=row.tails, least=_least(row.tails)), blank=True
    ),
)


def rows(shown: Morning, today: date, room: Room, bounded: bool = True) -> list[ReportRow]:
    """The lines of the screen, in the order of the blocks."""
    found = [row for block in shown.blocks for row in _rows(block, today)]
    if bounded:
        found = [row._replace(words=_without_offer(row.words)) for row in found]
    return [one for row in found for one in _narrow(row)] if room == "narrow" else list(found)


def _rows(block: Block, today: date) -> Iterator[ReportRow]:
    for number, line in enumerate(block.lines):
        kind = line.item.kind
        own = line.part == block.part or (
            block.part == "today" and line.part in ("plan", "reconnect")
        )
        name = "" if number else block.contact.name
        when, style = _when(line, today)
        # What leads where is said alike under each heading: the name stands before it.
        words = line.words if own or kind == "lead" else line.item.what
        tails = _tails(words, unpointed(line.item.about))
        yield ReportRow(block.part, line.item.ref, name, when, style, words, tails)


def _tails(words: str, about: str) -> tuple[str, ...]:
    """What the words say after what they are about; then less of it, and without the day."""
    said = _without_offer(words)
    if said.startswith(ASKED):
        asked, _, answers = said.partition("? ")
        return (f" {answers}",) if asked == ASKED[-1].rstrip("?") else ()
    day, belated, wishes = said.partition("; belated")
    if belated:
        return f"{belated}{wishes}", f"{belated} wishes"
    tail = said[len(about) :] if said.startswith(about) else said.rpartition(about)[2]
    if not tail or about not in words:
        return ()
    if tail.startswith((":", ",")):
        advice = tail[tail.rfind(":") :]
        return tuple(dict.fromkeys(filter(None, (tail, advice, _first_clause(advice)))))
    day, end, advice = tail.partition(")")
    short = _first_clause(advice)
    return tuple(dict.fromkeys((tail, f"{day}{end}{short}", short or f"{day}{end}")))


def _least(tails: tuple[str, ...]) -> tuple[str, ...]:
    """What the tail says is to be done in few words, and in one; nothing where it says when."""
    tail = tails[0] if tails else ""
    _, to_thank, whom = tail.partition(THANK)
    if name := whom.split(" ")[0].split(",")[0]:
        return f"{to_thank}{name}", THANK.rstrip()
    if "; belated" in tail:
        return "; belated wishes", "; belated"
    few = [(tail.index(f": {one}"), one) for one in IN_A_WORD if f": {one}" in tail]
    return (f": {min(few)[1]}", f": {IN_A_WORD[min(few)[1]]}") if few else ("",)


def _first_clause(advice: str) -> str:
    """Of ": nudge kindly, or let it rest" the beginning: ": nudge kindly"; empty where none is."""
    if not advice.startswith(": "):
        return ""
    said = advice.removeprefix(": ")
    end = min(at for mark in ",:?" if (at := f"{said}{mark}".index(mark)) >= 0)
    return f": {said[:end]}{'?' if said[end : end + 1] == '?' else ''}" if end else ""


def _offer(words: str) -> tuple[str, str] | None:
    """What the words say before the command that they end with, and the command."""
    at = max(words.rfind(": netlog "), words.rfind("? netlog "))
    said, command = words[: max(at, 0)], words[at + 2 :]
    ends = 0 < said.find("; ", 1) < len(said) - 2
    return (said, command) if ends and command != "netlog " else None


def _without_offer(words: str) -> str:
    """The words without the command that they end with, and what it is for."""
    said = _offer(words)
    return said[0].rpartition("; ")[0] if said else words


def _offers(shown: Morning) -> tuple[str, ...]:
    """The commands that lines ended with, one of each kind, under what they are for.

    Without the one that settles the first line, which is said already.
    """
    said = (_offer(line.words) for block in shown.blocks for line in block.lines)
    found: dict[str, str] = {}
    for one in said:
        if one is not None:
            found.setdefault(one[0].rpartition("; ")[2], one[1])
    settle = " ".join(shown.blocks[0].lines[0].item.settle) if shown.blocks else ""
    return tuple(f"{what}: {command}" for what, command in found.items() if command != settle)


def _narrow(row: ReportRow) -> Iterator[ReportRow]:
    head = "  ".join(filter(None, (shortened(row.name, LONGEST_NAME), row.when)))
    if head:
        yield row._replace(words=head)
        row = row._replace(ref="")
    yield row._replace(name="", when="", words=shortened(row.words, LONGEST_WORDS))


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
    if item.kind in UNHURRIED and ahead:
        return "", ""
    return ("today", "") if not ahead else (lateness(-ahead), "late")


def _waiting(waiting: int, here: int) -> str:
    said = f"{count(waiting, 'person waits', 'people wait')}; here"
    return f"{said} {'is' if here == 1 else 'are'} {spelt(here)}"


def _foot(shown: Morning) -> tuple[str, ...]:
    """How what is shown is settled, said once."""
    if not shown.blocks:
        return ()
    first = shown.blocks[0].lines[0].item
    ref = first.ref
    # Of a lead as a whole nothing is put off: a step is.
    is_lead = ref.startswith("l") and "." not in ref
    phrases = (
        f"Settle: {' '.join(first.settle)}",
        f"came to nothing: netlog lead declined {ref}"
        if is_lead
        else f"later: netlog snooze {ref} 3d",
        f"let go: netlog drop {ref}",
    )
    all_of_them = ("everybody: netlog due --all",) if shown.waiting > len(shown.blocks) else ()
    return (*phrases, *all_of_them)


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
