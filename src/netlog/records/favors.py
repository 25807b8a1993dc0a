"""Favors: kindnesses given, received, promised and asked for."""

from collections.abc import Iterable
from datetime import date

from netlog.named import NamedTuple
from netlog.records.leads import GoalBrief, LeadBrief
from netlog.records.meetings import MeetingBrief
from netlog.records.people import Person

TO_THEM = "to_them"
TO_ME = "to_me"
# Why an ask was closed that came about and was none of their doing.
WITHOUT_THEM = "without them"


class ToldBefore(NamedTuple):
    """What was told of how a favor turned out, and on which day; empty where no word was kept."""

    told_on: date
    text: str


class Favor(NamedTuple):
    """One kindness: direction to_them or to_me; asked: you asked.

    state is open, done, dropped, or closed: what they were asked for, or led you to, came about,
    and they are to hear of it, though they never answered. Nobody waits for that any more, and
    nothing was received.
    introduced is whom you brought them together with, where that was the kindness; lead is what it
    was for. asked_for is what you had asked for, where text says in other words what came.
    told_before is what was told of it before the outcome that it has, the first first. goals are
    what it serves.
    """

    id: int
    ref: str
    uid: str
    contact: Person
    meeting: MeetingBrief | None
    direction: str
    state: str
    text: str
    asked: bool
    opened_on: date
    due_on: date | None
    done_on: date | None
    dropped_on: date | None
    dropped_why: str | None
    outcome: str | None
    outcome_on: date | None
    told_on: date | None
    snoozed_until: date | None
    snoozed_why: str | None
    snoozes: int
    created_at: str
    updated_at: str
    introduced: Person | None = None
    lead: LeadBrief | None = None
    asked_for: str | None = None
    told_before: tuple[ToldBefore, ...] = ()
    goals: tuple[GoalBrief, ...] = ()

    @property
    def came_without_them(self) -> bool:
        """Whether it came about, and was none of their doing."""
        return self.state == "dropped" and self.dropped_why == WITHOUT_THEM

    @property
    def is_untold(self) -> bool:
        """Whether they wait to hear how it turned out."""
        return self.outcome is not None and self.told_on is None and self.dropped_on is None

    @property
    def news_of(self) -> LeadBrief | None:
        """The lead that landed of which they wait to hear; None for none."""
        return self.lead if self.is_untold and self.lead and self.lead.state == "landed" else None

    @property
    def wants_outcome(self) -> bool:
        """Whether its outcome is still to be noted or told.

        Of an introduction that you made, whether it is still to be asked how it went.
        """
        if self.introduced and self.done_on:
            return self.told_on is None and self.dropped_on is None
        came = self.direction == TO_ME and self.done_on is not None
        if self.outcome is not None or not came:
            return self.is_untold
        return self.told_on is None and self.dropped_on is None


def told_already(favors: Iterable[Favor]) -> list[Favor]:
    """Of what one person is to hear of a lead by several favors, what is left out.

    What they did stays, else what they were asked for; nothing where they have heard of it.
    """
    news: dict[int, list[Favor]] = {}
    for one in sorted(favors, key=lambda favor: favor.id):
        if one.direction == TO_ME and one.lead and one.outcome and not one.dropped_on:
            news.setdefault(one.lead.id, []).append(one)
    found = []
    for same in news.values():
        best = max(same, key=lambda one: (bool(one.told_on), bool(one.done_on), one.asked))
        rest = (one for one in same if one is not best and not one.told_on)
        found += [one for one in rest if one.outcome == best.outcome]
    return found


class WhatCame(NamedTuple):
    """What came of an ask, and what had been asked for where that was said otherwise."""

    text: str
    asked_for: str | None = None


class FavorBrief(NamedTuple):
    """The favor that thanks are owed for."""

    id: int
    ref: str
    text: str


class FavorFilter(NamedTuple):
    """Which favors: of this contact, in this direction, only the open ones."""

    contact_id: int | None = None
    direction: str | None = None
    open_only: bool = False


class NewFavor(NamedTuple):
    """A favor to record; done_on is set when it is already given or received."""

    contact_id: int
    direction: str
    text: str
    opened_on: date
    asked: bool = False
    uid: str | None = None
    meeting_id: int | None = None
    introduced_id: int | None = None
    due_on: date | None = None
    done_on: date | None = None
    outcome: str | None = None
    outcome_on: date | None = None
    told_on: date | None = None
    asked_for: str | None = None
