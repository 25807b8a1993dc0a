"""Made-up facts for the rules: somebody of whom nothing is known, and what may be added."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from netlog.records.favors import TO_ME, TO_THEM, Favor, FavorBrief
from netlog.records.meetings import MeetingBrief
from netlog.records.people import Person, person
from netlog.records.refs import ref
from netlog.records.standing import Happened, Open, Relationship, Standing, ToCome
from netlog.records.thanks import Thanks
from netlog.rules.standing import standing

TODAY = date(2026, 11, 23)  # a Monday
CAROL = person(1, "Carol")
_IDS = count(100)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def known(**facts: Any) -> Relationship:
    """Carol, added long ago, seen yesterday, with nothing between you and no cadence."""
    nothing = Relationship(
        contact=CAROL,
        added_on=ago(900),
        met_on=None,
        tags=(),
        every_days=0,
        last_touch_on=ago(1),
        next_due_on=None,
        snoozed_until=None,
        snoozes=0,
        remind_on=None,
        remind_why=None,
        days=(),
        favors=(),
        thanks=(),
    )
    return nothing._replace(**facts)


def judged(today: date = TODAY, **facts: Any) -> Standing:
    """Where you stand with Carol, given these facts."""
    return standing(known(**facts), today)


def only(today: date = TODAY, **facts: Any) -> Open:
    """The one open thing that these facts make."""
    (one,) = judged(today, **facts).open
    return one


def favor(text: str = "the slides", **told: Any) -> Favor:
    """A promise to Carol, opened ten days ago and due three days ago, unless told otherwise."""
    id_ = told.pop("id", None) or next(_IDS)
    empty = dict.fromkeys(Favor._fields)
    fields = {
        **empty, "id": id_, "ref": ref("f", id_), "contact": CAROL, "text": text,
        "direction": TO_THEM, "asked": False, "opened_on": ago(10), "due_on": ago(3), "snoozes": 0,
        "told_before": (),
    }  # fmt: skip
    fields |= told
    ended = "dropped" if fields["dropped_on"] else "done" if fields["done_on"] else "open"
    return Favor(**{**fields, "state": ended})


def ask(text: str = "an intro to HR", on: date | None = None, **told: Any) -> Favor:
    """What Carol was asked for, twenty days ago and due since six days, unless told otherwise."""
    on = on or ago(20)
    told = {"due_on": on + timedelta(days=14), **told}
    return favor(text, direction=TO_ME, asked=True, opened_on=on, **told)


def help_(text: str = "read my CV", on: date | None = None, **told: Any) -> Favor:
    """What Carol did for you, unasked."""
    on = on or ago(20)
    return favor(
        text, **{"direction": TO_ME, "opened_on": on, "due_on": None, "done_on": on} | told
    )


def gift(text: str = "the slides", on: date | None = None) -> Favor:
    """What you did for Carol."""
    on = on or ago(20)
    return favor(text, opened_on=on, due_on=None, done_on=on)


def thanks(on: date | None = None, kind: str | None = "coffee", **told: Any) -> Thanks:
    """Thanks for a meeting on that day (None: for a favor or nothing), due two days later."""
    on = on or ago(3)
    id_ = told.pop("id", None) or next(_IDS)
    empty = dict.fromkeys(Thanks._fields)
    fields = {
        **empty, "id": id_, "ref": ref("t", id_), "contact": CAROL, "opened_on": on,
        "due_on": on + timedelta(days=2), "snoozes": 0,
    }  # fmt: skip
    if kind:
        fields["meeting"] = MeetingBrief(id_, ref("m", id_), kind, on)
    if text := told.pop("text", None):
        favor_id = told.pop("favor_id", id_)
        fields["favor"] = FavorBrief(favor_id, ref("f", favor_id), text)
    fields |= told
    ended = "dropped" if fields["dropped_on"] else "sent" if fields["sent_on"] else "open"
    return Thanks(**{**fields, "state": ended})


def met(days: int, kind: str = "coffee", **told: Any) -> Happened:
    """A meeting that many days ago."""
    id_ = told.pop("id", None) or next(_IDS)
    fields = {"text": None, "asked": None, "invited_by": None, "paid_by": None, **told}
    return Happened(id_, ago(days), kind, **fields)


def planned(on: date, **told: Any) -> ToCome:
    fields = {"ref": "p1", "at": None, "kind": "coffee", "text": None, **told}
    return ToCome(on=on, **fields)


def somebody(number: int, name: str | None = None) -> Person:
    return person(number, name or f"P{number}")
