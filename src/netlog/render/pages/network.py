"""The network as a tree, and the sentence that confirms an introduction."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.output import Output, Room
from netlog.records.favors import Favor
from netlog.records.network import Network, Node, Together
from netlog.render.cells import cut, cut_at_word, width_of
from netlog.render.clean import clean
from netlog.render.page import Cell, Column, Listing
from netlog.render.widths import GAP
from netlog.wording import beginnings, count, in_phrases, short_day, shortened

EMPTY = 'Nobody led you to anybody yet: netlog add "Anne Kim" --via gus'
COUNTED = "+2: two came through them."
LONGEST = 60
# So long a name, with what stands around it, is whole.
WHOLE = 56
# How many cells are left beside a name for how many came through, and for what is told; and to how
# many a name shrinks, however deep it stands.
THROUGH, TOLD, LEAST = 20, 18, 8
# So many letters of what became of it tell something.
TELLING = 8


class TreeRow(NamedTuple):
    """A line of the tree: what leads to it, who, how many came through them, and the rest.

    shorter are ways to say the rest in less room, the longest first; owed says that thanks for it
    are.
    """

    branch: str
    ref: str
    name: str
    through: str
    told: str
    shorter: tuple[str, ...]
    owed: bool


def tree(today: date, network: Network, out: Output | None = None) -> Listing:
    """Who led to whom; where it is not wide, how many came through them stands with the name.

    Everybody is one line: a name that is too long is cut so that what became of it has its place.
    """
    room = out.room if out else "wide"
    through = Column("through them", lambda row: Cell(row.through), most=20, blank=True)
    is_wide = room == "wide"
    most = _most(network, out.width, room) if out and out.width else (0, 0)
    counted = any(node.through for node in network.nodes) and not is_wide
    return Listing(
        columns=(
            Column("ref", lambda row: Cell(row.ref, "soft")),
            Column("who", lambda row: Cell(_who(row, counted, most)), most=most[0], firm=True),
            *((through,) if is_wide else ()),
            Column("told", _cell, grow=True, blank=True),
        ),
        empty=EMPTY,
        line=lambda row: f"{row.ref} {row.branch}{row.name}",
        heads=False,
        one_line=True,
        foot_in_lines=True,
        foot=(
            *((COUNTED,) if counted else ()),
            *_introduced(network.introduced, today),
        ),
    )


def _introduced(together: Sequence[Together], today: date) -> Iterator[str]:
    """That you brought two together, and what came of it; once for the same ones of a day."""
    same: dict[Together, list[str]] = {}
    for pair in together:
        same.setdefault(pair._replace(ref=""), []).append(pair.ref)
    for pair, refs in same.items():
        names = f"{pair.one.name} and {pair.other.name}"
        came = f": {pair.outcome}" if pair.outcome else ""
        yield f"You introduced {names} on {short_day(pair.on, today)} ({', '.join(refs)}){came}"


def rows(network: Network, today: date) -> list[TreeRow]:
    """The lines of the tree, in its order."""
    before = branches([node.depth for node in network.nodes])
    return [
        TreeRow(
            branch,
            node.contact.ref,
            node.contact.name,
            f"{node.through} came through" if node.through else "",
            *_told(node, today),
        )
        for branch, node in zip(before, network.nodes, strict=True)
    ]


def branches(depths: Sequence[int]) -> list[str]:
    """What stands before each line of a tree, told by how deep each is: "│  └─ "."""
    is_last, later = [True] * len(depths), set[int]()
    for at in range(len(depths) - 1, -1, -1):
        is_last[at] = depths[at] not in later
        later = {depth for depth in later if depth < depths[at]} | {depths[at]}
    found: list[str] = []
    lasts: list[bool] = []
    for depth, last in zip(depths, is_last, strict=True):
        lasts[depth:] = [last]
        above = "".join("   " if over else "│  " for over in lasts[1:depth])
        found.append(above + ("└─ " if last else "├─ ") if depth else "")
    return found


def _cell(row: TreeRow) -> Cell:
    return Cell(row.told, "mind" if row.owed else "", shorter=row.shorter)


def _most(network: Network, width: int, room: Room) -> tuple[int, int]:
    """How many cells a name may have, with what stands around it, beside the ref; and how many one
    has that is longer, beside what is told as well.
    """
    refs = max((width_of(node.contact.ref) for node in network.nodes), default=0)
    beside = {"wide": THROUGH + GAP + TOLD + GAP, "medium": TOLD + GAP, "narrow": 0}[room]
    least = width - refs - GAP - beside
    return max(min(WHOLE, width - refs - GAP), least), least


def _who(row: TreeRow, counted: bool, most: tuple[int, int]) -> str:
    """The name in its place of the tree; counted: and "+2" for two who came through them.

    One that has more cells in all than the first number is cut to the second, unless that is 0.
    """
    number = row.through.partition(" ")[0]
    behind = f" +{number}" if counted and number else ""
    name, around = clean(row.name), width_of(f"{row.branch}{behind}")
    if any(most) and around + width_of(name) > most[0]:
        name = cut_at_word(name, max(most[1] - around, LEAST))
    return f"{row.branch}{name}{behind}"


def _told(node: Node, today: date) -> tuple[str, tuple[str, ...], bool]:
    """When you met, what became of it, whether it was thanked for; in less room what matters most
    stays: the thanks, then what became of it; and whether thanks for it are owed.

    Who was thanked is always named: the line is about somebody else.
    """
    met = count(node.meetings, "meeting") if node.meetings else "not met yet"
    last = f"{met}, last {short_day(node.last_touch_on, today)}" if node.last_touch_on else met
    became = shortened(node.became, LONGEST) if node.became else ""
    thanked, *briefer, least = _thanked(node)
    said = (
        *(in_phrases(about, became, thanked) for about in (last, met)),
        *(in_phrases(about, became, briefer[0]) for about in (met, "")),
        *(in_phrases(begun, brief) for brief in briefer for begun in _begun(became)),
        *(thanked, *briefer, least),
    )
    told, *shorter = filter(None, said)
    return told, tuple(shorter), bool(node.owed and not node.thanked)


def _begun(became: str) -> list[str]:
    return [begun for begun in beginnings(became) if len(begun) >= TELLING]


def _thanked(node: Node) -> tuple[str, ...]:
    """Whether whoever led you there was thanked, in words, and with less and less of the name."""
    if not node.via:
        return "", "", ""
    name = node.via.name
    if node.thanked:
        return _named("{} was thanked", "thanked {}", name)
    if node.owed:
        return _named("{} not yet thanked", "to thank: {}", name)
    return _named("no thanks to {} noted", "no thanks: {}", name)


def _named(words: str, fewer: str, name: str) -> tuple[str, ...]:
    shorter = (name, *beginnings(name), cut(name, TOLD - width_of(fewer.format(""))))
    return words.format(name), *map(fewer.format, shorter)


def introduced(made: Sequence[Favor], asked_on: date, today: date) -> str:
    """ "Introduced Grace and Ada (f1, f2). In a month netlog asks how it went." """
    names = " and ".join(favor.contact.name for favor in made)
    refs = ", ".join(favor.ref for favor in made)
    then = "In a month netlog asks how it went."
    if asked_on <= today:
        then = f'How did it go? netlog told {made[0].ref} "…"'
    elif any(favor.done_on != today for favor in made):
        then = f"On {short_day(asked_on, today)} netlog asks how it went."
    return f"Introduced {names} ({refs}). {then}"
