"""netlog's own JSON, table by table: which keys a record has there, and what they hold.

The book goes out by these and comes in by them: a noun that has a layout needs no more. Contacts
and organizations, which have parts, are written and read by hand.
"""

from collections.abc import Mapping
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.records.refs import NOUNS


class Refers(NamedTuple):
    """A key that names another record: the column of its id, and its table."""

    column: str
    table: str


class Layout(NamedTuple):
    """The records of a table: the array they stand in, and their keys in order.

    refers are the keys that name another record; contacts and rows are the people of a record that
    has several, and the ids under which they belong to it. states are columns, and what a record is
    that has them filled; it is open else. columns are those of keys that are called otherwise,
    flags keys that are true or false, empty a value that stands for none. needed must be there, and
    choices are the words that may; said is how an import speaks of one, searched where its words
    are found. loose are keys that may name nobody, or who does not come along; owner is the key of
    the record without which there is none, numbers are whole numbers that must be there. Of one
    owner there are no two with the same in the columns of once.
    """

    table: str
    section: str
    keys: tuple[str, ...]
    refers: Mapping[str, Refers] = MappingProxyType({})
    states: tuple[tuple[str, str], ...] = ()
    columns: Mapping[str, str] = MappingProxyType({})
    flags: frozenset[str] = frozenset()
    empty: Mapping[str, str] = MappingProxyType({})
    needed: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    said: str = ""
    searched: tuple[str, ...] = ()
    loose: frozenset[str] = frozenset()
    owner: str = ""
    numbers: tuple[str, ...] = ()
    once: tuple[str, ...] = ()

    @property
    def plain(self) -> tuple[str, ...]:
        """The keys that are columns."""
        made = ("ref", *(("state",) if self.states or not self.owner else ()), "contacts", "rows")
        made = (*made, *self.refers)
        return tuple(key for key in self.keys if key not in made)

    @property
    def has_people(self) -> bool:
        """Whether it is nothing without somebody."""
        refers = self.refers.items()
        named = any(table == "contact" and key not in self.loose for key, (_, table) in refers)
        return self.has_company or named

    @property
    def has_company(self) -> bool:
        """Whether several people belong to a record."""
        return "contacts" in self.keys


# What is told of a record that is named by another.
TOLD = {
    "contact": ("name",),
    "meeting": ("kind", "happened_on"),
    "favor": ("text",),
    "plan": ("kind", "happens_on"),
    "goal": ("text",),
    "lead": ("title",),
}

_CONTACT = Refers("contact_id", "contact")
_MEETING = Refers("meeting_id", "meeting")
_FAVOR = Refers("favor_id", "favor")
_GOAL = Refers("goal_id", "goal")
_LEAD = Refers("lead_id", "lead")
_SNOOZED = ("snoozed_until", "snoozed_why", "snoozes")
_STAMPS = ("created_at", "updated_at")

LAYOUTS = (
    Layout(
        "meeting",
        "meetings",
        (
            *("id", "ref", "uid", "happened_on", "kind", "text", "place", "asked"),
            *("invited_by", "paid_by", "contacts", *_STAMPS, "occasion"),
            *("remind_on", "remind_why", "sequence", "by_hand", "rows"),
        ),
    ),
    Layout(
        "favor",
        "favors",
        (
            *("id", "ref", "uid", "contact", "meeting", "direction", "state", "text", "asked"),
            *("opened_on", "due_on", "done_on", "dropped_on", "dropped_why", "outcome"),
            *("outcome_on", "told_on", *_SNOOZED, *_STAMPS, "introduced", "asked_for"),
        ),
        {
            "contact": _CONTACT,
            "meeting": _MEETING,
            "introduced": Refers("introduced_id", "contact"),
        },
        loose=frozenset({"introduced"}),
        states=(("dropped_on", "dropped"), ("done_on", "done"), ("outcome", "closed")),
        flags=frozenset({"asked"}),
    ),
    Layout(
        "favor_told",
        "favor_told",
        ("id", "uid", "favor", "contact", "told_on", "text", *_STAMPS),
        {"favor": _FAVOR, "contact": _CONTACT},
        empty={"text": ""},
        needed=("told_on",),
        said="what {} was told of a favor",
        owner="favor",
    ),
    Layout(
        "thanks",
        "thanks",
        (
            *("id", "ref", "uid", "contact", "meeting", "favor", "state", "opened_on", "due_on"),
            *("sent_on", "how", "dropped_on", "dropped_why", *_SNOOZED, *_STAMPS),
        ),
        {"contact": _CONTACT, "meeting": _MEETING, "favor": _FAVOR},
        states=(("dropped_on", "dropped"), ("sent_on", "sent")),
        needed=("opened_on", "due_on"),
        said="thanks to {}",
    ),
    Layout(
        "plan",
        "plans",
        (
            *("id", "ref", "uid", "happens_on", "starts_at", "kind", "text", "place"),
            *("invited_by", "contacts", "meeting", "state", "done_on", "dropped_on"),
            *("dropped_why", *_SNOOZED, *_STAMPS, "sequence", "by_hand", "rows"),
        ),
        {"meeting": _MEETING},
        states=(("dropped_on", "dropped"), ("done_on", "done")),
        needed=("happens_on", "kind"),
        said="plan with {}",
        searched=("text", "place"),
    ),
    Layout(
        "goal",
        "goals",
        (
            *("id", "ref", "uid", "text", "horizon", "state", "opened_on", "due_on", "done_on"),
            *("dropped_on", "dropped_why", "goes_on", *_STAMPS),
        ),
        states=(("dropped_on", "dropped"), ("done_on", "done")),
        needed=("text", "horizon", "opened_on"),
        choices={"horizon": ("short", "long")},
        said="goal",
        searched=("text",),
    ),
    Layout(
        "goal_target",
        "goal_targets",
        ("id", "uid", "goal", "number", "what", "per", *_STAMPS),
        {"goal": _GOAL},
        needed=("what", "per"),
        choices={"per": ("day", "week", "month")},
        numbers=("number",),
        said="target of a goal",
        owner="goal",
    ),
    Layout(
        "goal_told",
        "goal_told",
        ("id", "uid", "goal", "contact", "told_on", *_STAMPS),
        {"goal": _GOAL, "contact": _CONTACT},
        needed=("told_on",),
        said="that {} knows of a goal",
        once=("contact_id",),
        owner="goal",
    ),
    Layout(
        "goal_link",
        "goal_links",
        ("id", "uid", "goal", "contact", "meeting", "plan", "favor", *_STAMPS),
        {
            "goal": _GOAL,
            "contact": _CONTACT,
            "meeting": _MEETING,
            "plan": Refers("plan_id", "plan"),
            "favor": _FAVOR,
        },
        said="what serves a goal",
        loose=frozenset({"contact", "meeting", "plan", "favor"}),
        owner="goal",
    ),
    Layout(
        "lead",
        "leads",
        (
            *("id", "ref", "uid", "title", "organization", "source", "goal", "stage"),
            *("opened_on", "ended", "closed_on", "outcome", *_STAMPS, "kept"),
        ),
        {"goal": _GOAL, "kept": Refers("kept_id", "contact")},
        loose=frozenset({"kept"}),
        needed=("title", "stage", "opened_on"),
        choices={"ended": ("landed", "declined", "closed", "dropped")},
        said="lead",
        searched=("title", "organization", "source", "outcome"),
    ),
    Layout(
        "lead_stage",
        "lead_stages",
        ("id", "uid", "lead", "stage", "reached_on", "text", *_STAMPS),
        {"lead": _LEAD},
        needed=("stage", "reached_on"),
        said="stage of a lead",
        owner="lead",
    ),
    Layout(
        "lead_step",
        "lead_steps",
        (
            *("id", "uid", "lead", "number", "position", "contact", "text", "state"),
            *("opened_on", "due_on", "asked_on", "done_on", "broken_on", "dropped_on"),
            *(*_SNOOZED, *_STAMPS),
        ),
        {"lead": _LEAD, "contact": _CONTACT},
        needed=("state", "opened_on"),
        choices={"state": ("waiting", "asked", "done", "broken")},
        numbers=("number", "position"),
        once=("number",),
        said="step of a lead",
        loose=frozenset({"contact"}),
        owner="lead",
    ),
    Layout(
        "lead_favor",
        "lead_favors",
        ("id", "uid", "lead", "favor", *_STAMPS),
        {"lead": _LEAD, "favor": _FAVOR},
        said="favor of a lead",
        once=("favor_id",),
        owner="lead",
    ),
    Layout(
        "kept_card",
        "kept_cards",
        ("id", "uid", "kind", "name", "card", *_STAMPS),
        needed=("kind", "card"),
        said="card without a person",
    ),
    Layout(
        "event_gone",
        "events_gone",
        ("id", "uid", "sequence", *_STAMPS),
        said="event that is gone",
    ),
    Layout(
        "cadence_rule",
        "cadence_rules",
        ("id", "ref", "uid", "scope", "label", "cadence_days", *_STAMPS),
        columns={"cadence_days": "days"},
        empty={"label": ""},
    ),
    Layout(
        "not_duplicate",
        "not_duplicates",
        ("id", "contact", "other"),
        {"contact": _CONTACT, "other": Refers("other_id", "contact")},
    ),
)
# Written and read by hand, for they have parts.
WITH_PARTS = tuple(NOUNS[letter] for letter in "co")
SECTIONS = {noun.plural: noun.table for noun in WITH_PARTS} | {
    one.section: one.table for one in LAYOUTS
}
