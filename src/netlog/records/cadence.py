"""Cadences: the rules, and the facts from which a contact's derived columns are judged."""

from datetime import date

from netlog.named import NamedTuple


class CadenceRule(NamedTuple):
    """How often for everybody, a circle or a tag; id is null for the built-in default."""

    id: int | None
    ref: str | None
    uid: str | None
    scope: str
    label: str | None
    cadence_days: int | None


class LabelledDays(NamedTuple):
    """A rule that applies to a contact: days 0 means never."""

    label: str
    days: int


class ContactFacts(NamedTuple):
    """What the derived columns of one contact follow from.

    other_names are found as the name is; first_on is the day that an import set for the first
    touch, snoozed_on that of the last snooze, said_no_on that of the last no of theirs to a lead.
    """

    id: int
    name: str
    nickname: str | None
    other_names: tuple[str, ...]
    birthday: str | None
    archived: bool
    cadence_days: int | None
    tag_days: tuple[LabelledDays, ...]
    circle_days: tuple[LabelledDays, ...]
    default_days: int | None
    added_on: date
    met_on: date | None
    first_on: date | None
    last_touch_on: date | None
    snoozed_until: date | None
    snoozed_on: date | None
    remind_on: date | None
    said_no_on: date | None = None


class Derived(NamedTuple):
    """The derived columns, in the form in which they are stored."""

    name_key: str
    birthday_key: str | None
    every_days: int
    every_from: str
    last_touch_on: str | None
    next_due_on: str | None
