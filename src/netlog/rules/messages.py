"""What a message to somebody is for, what it needs, and what is noted once it was sent."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from netlog.records.messages import For, Wish
from netlog.records.standing import Relationship, Standing
from netlog.rules import due, reconnect
from netlog.rules.sayable import Sayable, Theirs
from netlog.rules.standing import is_shown
from netlog.rules.turning import turn
from netlog.wording import listed, short_day

# Without any of these, a message of that kind has nothing to say.
NEEDED: Final[dict[For, tuple[str, ...]]] = {
    "thanks": ("thing", "favor", "favor_day"),
    "news": ("outcome",),
    "nudge": ("ask", "asked_day", "lead"),
    "decline": ("promise", "promise_day", "plan_day", "call_day"),
}
NOTHING: Final[dict[For, str]] = {
    "thanks": "to thank {name} for",
    "news": "to tell {name} of",
    "nudge": "that you wait for from {name}",
    "decline": "to decline that you promised {name} or planned with them",
}


def urgent(found: Standing, today: date) -> For:
    """What is most urgent with them, as the week has it; else what `reconnect` begins with."""
    wanted = turn(found, today, today)
    if wanted and wanted.errand == "nudge":
        return "nudge"
    begins = wanted.begins if wanted else reconnect.beginning(found, today)[0]
    if begins == "thanks":
        return "thanks"
    if not due.of_person(found, today, today):
        # It comes up tomorrow, or has come to rest.
        known = any(one.kind == "outcome" and one.phase == "known" for one in found.open)
        return "news" if known else "reconnect"
    return "news" if begins == "outcome" else "reconnect"


def has_something(for_: For, facts: Sayable) -> bool:
    """Whether there is anything to say in a message of that kind."""
    needed = NEEDED.get(for_)
    return needed is None or any(facts.places.get(place) for place in needed)


def lacking(theirs: Theirs, for_: For, today: date) -> str:
    """That there is nothing for such a message, and when they were thanked for what there was."""
    name = theirs.known.contact.name
    sent = [one for one in theirs.known.thanks if one.sent_on]
    if for_ == "thanks" and sent:
        last = max(sent, key=lambda one: (one.sent_on or one.opened_on, one.id))
        on = last.sent_on or last.opened_on
        when = "today" if on == today else f"on {short_day(on, today)}"
        return f"Nothing to thank {name} for is open: thanked {when} ({last.ref})."
    return f"Nothing {NOTHING[for_].format(name=name)} is on record."


def noted(for_: For, facts: Sayable, wishes: Sequence[Wish]) -> str | None:
    """What is noted of such a message once it was sent: what you did, which is no topic."""
    about = f": {facts.about}" if facts.about else ""
    sent = f"Sent {listed([one.label for one in wishes])} wishes and asked" if wishes else "Asked"
    return {
        "reconnect": f"{sent} how they are",
        "nudge": f"Asked again{about}",
        "advice": "Asked for advice",
        "decline": f"Told them that I cannot{about}",
    }.get(for_)


def to_begin_with(found: Standing, for_: For, today: date) -> str | None:
    """The opening of `reconnect`, where a message does not have it: your notes are yours."""
    if for_ not in ("reconnect", "nudge"):
        return None
    begins, opening = reconnect.beginning(found, today)
    left_out = begins in ("reminder", "introduced", "lead", "topic")
    return opening.text if left_out or (begins == "date" and for_ == "nudge") else None


def of_meetings(known: Relationship, ids: Collection[int]) -> Relationship:
    """What came of those meetings alone, and all that they are owed thanks for."""
    owed = {one.favor.id for one in known.thanks if one.favor}
    return known._replace(
        favors=tuple(
            one for one in known.favors if one.id in owed or (one.meeting and one.meeting.id in ids)
        ),
        meetings=tuple(one for one in known.meetings if one.id in ids),
        plans=(),
        chases=(),
        remind_on=None,
    )


def waits(found: Standing, today: date) -> tuple[str, ...]:
    """The refs of all that waits for them and is shown, for which any message is a nudge."""
    return tuple(
        one.ref
        for one in found.open
        if one.kind in reconnect.WAITED_FOR and is_shown(one, today, today)
    )
