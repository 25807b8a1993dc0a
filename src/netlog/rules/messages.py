"""What a message to somebody is for, what it needs, and what is noted once it was sent."""

from collections.abc import Collection, Sequence
from datetime import date

from netlog.records.messages import For, Wish
from netlog.records.reconnect import Begins
from netlog.records.refs import ref
from netlog.records.standing import Happened, Relationship, Standing
from netlog.rules import due, reciprocity, reconnect
from netlog.rules.discretion import is_for_job
from netlog.rules.sayable import Sayable, Theirs
from netlog.rules.standing import is_shown
from netlog.rules.turning import turn, turns
from netlog.typed import Final
from netlog.wording import listed, short_day

# What whoever is asked to introduce you to somebody is asked for.
INTRODUCTION: Final = "an introduction"
WRITTEN: Final = ("email", "message")

# Without any of these, a message of that kind has nothing to say.
NEEDED: Final[dict[For, tuple[str, ...]]] = {
    "thanks": ("thing", "favor", "favor_day"),
    "news": ("outcome", "outcome_day"),
    "nudge": ("ask", "asked_day", "lead"),
    "decline": ("promise", "promise_day", "plan_day", "call_day"),
}
NOTHING: Final[dict[For, str]] = {
    "thanks": "to thank {name} for",
    "news": "to tell {name} of",
    "nudge": "that you wait for from {name}",
    "decline": "to decline that you promised {name} or planned with them",
}

# What such a message says itself, of all that one may begin with.
SAID: Final[dict[For, tuple[Begins, ...]]] = {
    "reconnect": ("promise", "date", "peace", "hello"),
    "nudge": ("peace", "hello"),
}

# What is said before anything is asked.
BEFORE_AN_ASK: Final[tuple[Begins, ...]] = ("outcome", "thanks", "promise", "date")

ASKED_HOW: Final = "Asked how they are"
AND_ASKED: Final = " and asked how they are"
NOTED: Final[dict[For, str]] = {
    "reconnect": ASKED_HOW,
    "news": "Told them that there is news",
    "nudge": "Asked again",
    "advice": "Asked for advice",
    "decline": "Told them that I cannot",
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


def unsought(for_: For, theirs: Theirs) -> str | None:
    """Why a message that could say what you look for does not; None where it does."""
    if for_ not in ("advice", "intro") or theirs.looking_for:
        return None
    name = theirs.known.contact.name
    if theirs.is_looking:
        return f"What you look for is not said: it names {name}, or where they are."
    return 'What you look for is not on record, and not said: netlog goal "…" --horizon short'


def noted(for_: For, facts: Sayable, wishes: Sequence[Wish]) -> str | None:
    """What is noted of such a message once it was sent: what you did, which is no topic."""
    if for_ not in NOTED:
        return None
    if for_ == "reconnect" and wishes:
        return f"Sent {listed([one.label for one in wishes])} wishes{AND_ASKED}"
    about = f": {facts.about}" if facts.about and for_ in ("nudge", "decline") else ""
    return f"{NOTED[for_]}{about}"


def written(
    known: Relationship, for_: For, noted: str | None, asked: For | None, today: date
) -> str | None:
    """The ref of the same message, noted today: sent once more it would be one too many.

    Of one for which nothing was asked, and which asks how they are, it is anything you wrote today.
    """
    sent = [one for one in known.meetings if one.on == today and one.kind in WRITTEN]
    if asked is None and noted == ASKED_HOW:
        refs = [ref("m", one.id) for one in sent if _is_noted(one)]
        refs += [one.ref for one in known.thanks if one.sent_on == today and one.how in WRITTEN]
        refs += [one.ref for one in known.favors if one.told_on == today and not one.introduced]
    elif for_ == "intro":
        refs = [ref("m", one.id) for one in sent if one.asked == INTRODUCTION and not one.text]
    else:
        refs = [ref("m", one.id) for one in sent if noted and one.text == noted]
    return next(iter(refs), None)


def _is_noted(one: Happened) -> bool:
    """Whether a message was noted as one that was drafted."""
    said = one.text or ""
    begins_so = said.startswith(tuple(NOTED.values())) or said.endswith(AND_ASKED)
    return begins_so or one.asked == INTRODUCTION


def to_begin_with(theirs: Theirs, for_: For, today: date) -> str | None:
    """How the week's line for it opens, where the message says another thing: your notes are yours.

    Of what no line is for, as `reconnect` would begin. Before advice comes what is owed, or a wish;
    of a job the message says in other words that it is looked for.
    """
    found = theirs.found
    if for_ == "advice":
        begins, opening = reconnect.beginning(found, today)
        if begins in BEFORE_AN_ASK:
            return opening.text
        sought = theirs.looking_for
        return reciprocity.asking(sought) if sought and is_for_job(sought) else None
    if for_ not in SAID:
        return None
    its_line = next((one for one in turns(found, today, today) if one.for_ == for_), None)
    if its_line:
        begins, opening = its_line.begins, its_line.opening
    else:
        begins, opening = reconnect.beginning(found, today)
    return None if begins in SAID[for_] else opening.text


def unwished(facts: Sayable, wished: Collection[Wish], today: date) -> tuple[Wish, ...]:
    """Their days that have come and end with the message, which wishes them nothing for those."""
    return tuple(day for day in facts.wishes.values() if day not in wished and day.on <= today)


def to_wish(unwished: Sequence[Wish], today: date) -> str | None:
    """That they are wished well, on a day of theirs for which the message does not."""
    return next((reconnect.wish(day.label, day.on, today) for day in unwished), None)


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
