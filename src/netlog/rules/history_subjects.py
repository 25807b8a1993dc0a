"""Of which record a change tells, and what that is called."""

from collections.abc import Callable, Iterable

from netlog.asking import kindness
from netlog.named import NamedTuple
from netlog.records.history import Change, Image, Names
from netlog.records.refs import LETTERS, ref
from netlog.rules import cards
from netlog.typed import Any
from netlog.wording import listed

LONGEST = 60
NOTHING = "–"

# To which record a row belongs that has no ref of its own: by the first column that it has.
PARTS = (
    ("organization_id", "organization"),
    ("lead_id", "lead"),
    ("goal_id", "goal"),
    ("favor_id", "favor"),
    ("meeting_id", "meeting"),
    ("plan_id", "plan"),
    ("contact_id", "contact"),
)
# Rows that belong to both records that they tie.
TIES = ("goal_link", "lead_favor")


class Owner(NamedTuple):
    """The record that a row is or belongs to; the letter is empty for what has no ref."""

    letter: str
    id: int
    table: str

    @property
    def ref(self) -> str | None:
        return ref(self.letter, self.id) if self.letter else None


def owner(change: Change, of: str | None = None) -> Owner:
    """The record to which a changed row belongs; a tie to the one with that ref, if it is of it."""
    if change.table in LETTERS:
        return Owner(LETTERS[change.table], change.row_id, change.table)
    if of and change.table in TIES:
        ends = ((table, change.image.get(name)) for name, table in PARTS)
        tied = (Owner(LETTERS[table], id_, table) for table, id_ in ends if id_ is not None)
        if found := next((one for one in tied if one.ref == of), None):
            return found
    for name, table in PARTS:
        if name in change.image:
            return Owner(LETTERS[table], change.image[name], table)
    return Owner("", change.row_id, change.table)


def subject(one: Owner, changes: Iterable[Change], known: Names) -> str:
    """The record by name: "Grace Hopper", "coffee with Grace Hopper", "thanks to Grace Hopper"."""
    own = next((c.image for c in changes if (c.table, c.row_id) == (one.table, one.id)), {})
    told = SUBJECTS.get(one.letter)
    if told:
        return told(one, own, known)
    if one.table == "cadence_rule":
        whom = f"{own['scope']} {own['label']}" if own["label"] else "everybody"
        return f"rule for {whom}"
    if one.table == "event_gone":
        return "an event that is gone"
    if one.table == "kept_card":
        return cards.called(own["kind"], own.get("name")) if own else "a card"
    return f"{one.table.replace('_', ' ')} {one.id}"


def _who(one: Owner, own: Image, known: Names) -> str:
    return known.names.get(own.get("contact_id", one.id), "")


def _contact(one: Owner, own: Image, known: Names) -> str:
    return str(own.get("name") or _who(one, own, known))


def _meeting(one: Owner, own: Image, known: Names) -> str:
    kind = own.get("kind") or known.kinds.get(one.id, "meeting")
    return _with_company(kind, known.present.get(one.id, ()), known)


def _plan(one: Owner, own: Image, known: Names) -> str:
    kind = own.get("kind") or known.plan_kinds.get(one.id, "meeting")
    return f"planned {_with_company(kind, known.planned.get(one.id, ()), known)}"


def _with_company(kind: str, there: Iterable[int], known: Names) -> str:
    company = listed([known.names[id_] for id_ in there])
    return f"{kind} with {company}" if company else str(kind)


def _favor(one: Owner, own: Image, known: Names) -> str:
    if not own:
        return "a favor"
    way = "to" if own["direction"] == "to_them" else "from"
    return f"favor {way} {_who(one, own, known)}: {kindness(own['text'])}"


def _thanks(one: Owner, own: Image, known: Names) -> str:
    return f"thanks to {_who(one, own, known)}"


def _company(one: Owner, own: Image, known: Names) -> str:
    return str(own.get("name") or known.companies.get(one.id, "a company"))


def _goal(one: Owner, own: Image, known: Names) -> str:
    return f"goal {text(own.get('text') or known.titles.get(('goal', one.id), ''))}".strip()


def _lead(one: Owner, own: Image, known: Names) -> str:
    return f"lead {text(own.get('title') or known.titles.get(('lead', one.id), ''))}".strip()


SUBJECTS: dict[str, Callable[[Owner, Image, Names], str]] = {
    "c": _contact,
    "m": _meeting,
    "f": _favor,
    "t": _thanks,
    "p": _plan,
    "o": _company,
    "g": _goal,
    "l": _lead,
}


def text(value: Any) -> str:
    """One line of a text, not too long."""
    line = " ".join(str(value).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
