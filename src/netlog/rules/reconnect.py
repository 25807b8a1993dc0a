"""Whom to get back in touch with, why, and with which words; explained, never random."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.asking import awaited, kindness
from netlog.records.reconnect import Begins, Opening, Suggestion, Why
from netlog.records.standing import Open, Phase, Standing, Topic
from netlog.rules import peace, phases
from netlog.rules.account import gave_more, last_help, thanked_for
from netlog.rules.standing import is_over, is_reminder, is_shown, last_seen
from netlog.rules.topics import spoken_of
from netlog.rules.undertakings import goes_on
from netlog.wording import days_phrase, describe_cadence, listed, short_day, shortened, unpointed

# One wishes somebody well in the days in which the morning has it.
BIRTHDAY_WITHIN = timedelta(days=phases.DATE_AHEAD)
# Whoever you met lately needs no getting back to but for a debt.
LATELY = timedelta(days=14)
DEBTS = ("outcome", "thanks", "promise")
# Of these what rests is said to whoever asks for it; news that rest may begin a word to anybody.
MAY_REST = ("thanks", "promise")
# What they are waited for, until it is best to let it rest.
WAITED_FOR = ("waiting", "lead")
BEYOND_NUDGING = ("broken", "last", "walked")
# How much each reason weighs in the order. Neglect counts by cadences missed: it grows without end
# towards MOST_NEGLECT, so that years of it do not drown out debts.
WEIGHTS = {
    "thanks": 3.0,
    "outcome": 2.5,
    "promise": 2.0,
    "birthday": 1.5,
    "helped": 1.5,
    "introduced": 1.0,
}
MOST_NEGLECT = 4.0
LONGEST_TOPIC = 80
NAMED = 3


def candidates(
    standings: Iterable[Standing], today: date, *, whoever: bool = False
) -> list[Standing]:
    """Those with a reason: reminders as in the morning, and then the weightiest first.

    `whoever` keeps the ones without any reason.
    """
    ranked = []
    for found in standings if whoever else (awake(one, today) for one in standings):
        why = reasons(found, today, whoever=whoever)
        if why or whoever:
            ranked.append((_place(found, why, today), found))
    ranked.sort(key=lambda pair: (pair[0], pair[1].contact.id))
    return [found for _, found in ranked]


def suggestion(found: Standing, today: date, *, whoever: bool = False) -> Suggestion:
    """Why to get back to them, and how to begin, which is the same wherever that is said.

    What has come to rest is a reason of `whoever` alone, who was asked for by name.
    """
    shown = found if whoever else awake(found, today)
    return Suggestion(
        contact=found.contact,
        last_touch_on=found.last_touch_on,
        days_overdue=_days_overdue(shown, today),
        why=reasons(shown, today, whoever=whoever),
        opening=opening(found, today),
    )


def awake(found: Standing, today: date) -> Standing:
    """Without the thanks and promises that have come to rest: nobody is brought up for those."""
    resting = [one for one in found.open if one.kind in MAY_REST and is_over(one, today)]
    if not resting:
        return found  # as of nearly everybody
    return found._replace(open=tuple(one for one in found.open if one not in resting))


def reasons(found: Standing, today: date, *, whoever: bool = False) -> tuple[Why, ...]:
    """What speaks for it: debts first; of whom you met lately or put off, debts alone.

    Of `whoever`, who was asked for by name, all that speaks for it, and what to nudge them
    for.
    """
    owed = debts(found, today)
    why = [_debt(one, today) for one in owed]
    overdue = _overdue(found, today)
    met_lately = found.last_touch_on and today - found.last_touch_on <= LATELY
    if not whoever and (met_lately or is_left(found, today)):
        # A day that was asked for is a debt to oneself.
        is_asked = overdue and _reminded(found, today) is not None
        return (*why, overdue) if overdue and is_asked else tuple(why)
    if whoever and (waited := waited_for(found, today, today)):
        from netlog.rules.lines import line  # which nobody waited for does without

        why.append(Why(waited.kind, line(found, waited, today).item.what))
    if day := _birthday(found, today):
        why.append(Why("birthday", f"{day.label} on {short_day(day.due_on, today)}"))
    if overdue:
        why.append(overdue)
    # What is to be thanked for or told of says already that they helped.
    helped = last_help(found)
    if helped and not any(_is_of(one, helped) for one in owed) and gave_more(found):
        on = short_day(helped.on, today)
        said = f"helped you with this: {kindness(helped.text)} ({on})"
        why.append(Why("helped", said))
    if found.introduced:
        names = listed([person.name for person in found.introduced[:NAMED]])
        why.append(Why("introduced", f"introduced you to {names}"))
    return tuple(why)


def debts(found: Standing, today: date) -> list[Open]:
    """What is owed to them, of each kind the oldest."""
    kinds = {one.kind for one in found.open}
    return [one for kind in DEBTS if kind in kinds and (one := _owed(found, kind, today))]


def waited_for(found: Standing, today: date, until: date) -> Open | None:
    """What to nudge them for by then: the longest of what the morning shows."""
    return next(iter(all_waited_for(found, today, until)), None)


def all_waited_for(found: Standing, today: date, until: date) -> tuple[Open, ...]:
    """All that they may be nudged for by then, of what the morning shows; the longest first."""
    waiting = [
        one
        for one in found.open
        if one.kind in WAITED_FOR
        and one.phase not in BEYOND_NUDGING
        and is_shown(one, until, today)
    ]
    return tuple(sorted(waiting, key=lambda one: one.due_on))


def is_left(found: Standing, today: date) -> bool:
    """Whether they were put off, or are left in peace, until a day that has not come."""
    return bool(found.peace or (found.snoozed_until and found.snoozed_until > today))


def _debt(owed: Open, today: date) -> Why:
    on = short_day(owed.since, today)
    text = {
        "outcome": f"news to tell: {owed.about}",
        "thanks": f"thanks for {_thanked_for(owed, today)}",
        "promise": f"you promised on {on}: {owed.about}",
    }
    return Why(owed.kind, text[owed.kind])


def _owed(found: Standing, kind: str, today: date) -> Open | None:
    """The oldest debt of that kind whose day has come; of outcomes only what there is to tell."""
    return next(
        (
            one._replace(about=unpointed(one.about))
            for one in sorted(found.open, key=lambda one: one.since)
            if one.kind == kind
            and one.comes_on <= today
            and not one.faded
            and (kind != "outcome" or (one.phase == "known" and not is_over(one, today)))
        ),
        None,
    )


def _fresh_thanks(found: Standing, today: date) -> Open | None:
    """Thanks that are no debt yet, and yet the best that can be said."""
    return next(
        (o for o in found.open if o.kind == "thanks" and o.since <= today < o.comes_on), None
    )


def _in_phase(found: Standing, kind: str, phase: Phase, today: date) -> Open | None:
    """What of that kind is in that phase, while the morning asks about it."""
    of_kind = (one for one in found.open if (one.kind, one.phase) == (kind, phase))
    return next((one for one in of_kind if is_shown(one, today, today)), None)


def _old_news(found: Standing) -> Open | None:
    """An outcome that was never told: it rests, and they may still like to hear it."""
    return next(
        (
            one._replace(about=unpointed(one.about))
            for one in found.open
            if one.kind == "outcome" and one.phase == "known" and one.rested
        ),
        None,
    )


def _thanked_for(owed: Open, today: date) -> str:
    said = thanked_for(owed)
    return said if said == owed.about else f"{said} ({short_day(owed.since, today)})"


def _birthday(found: Standing, today: date) -> Open | None:
    first, last = today - timedelta(days=phases.DATE_AFTER), today + BIRTHDAY_WITHIN
    days = (one for one in found.open if one.kind == "date")
    return next((one for one in days if first <= one.due_on <= last), None)


def wish(label: str, on: date, today: date) -> str:
    """To wish them well for a yearly day of theirs."""
    late = ", though late," if on < today else ""
    return f"Wish them well{late} for their {label} on {short_day(on, today)}."


def _days_overdue(found: Standing, today: date) -> int:
    return max(((today - one.due_on).days for one in _silent(found, today)), default=0)


def _silent(found: Standing, today: date) -> list[Open]:
    return [one for one in found.open if one.kind == "reconnect" and one.comes_on <= today]


def _reminded(found: Standing, today: date) -> str | None:
    """What you wanted to be reminded of by now; empty where no reason was kept."""
    return next(
        (unpointed(one.about) for one in _silent(found, today) if is_reminder(found, one)),
        None,
    )


def _overdue(found: Standing, today: date) -> Why | None:
    for one in _silent(found, today):
        every, days = found.silence.every_days, (today - one.due_on).days
        why = _reminded(found, today)
        reminded = f"you wanted to be reminded: {why}; " if why else ""
        meant = f", meant {describe_cadence(every)}" if every else ""
        late = f", {days_phrase(days)} overdue" if days else ", due today"
        return Why("overdue", f"{reminded}{last_seen(found, today)}{meant}{late}")
    return None


def _is_of(owed: Open, helped: Topic | None) -> bool:
    """Whether what is owed is for that help."""
    return helped is not None and (owed.ref == helped.ref or owed.about == unpointed(helped.text))


def _place(found: Standing, why: tuple[Why, ...], today: date) -> tuple[int, float]:
    """Reminders of today, those that came before, the latest first, and then by weight."""
    if _reminded(found, today) is None:
        return 2, -_weight(found, why, today)
    late = _days_overdue(found, today)
    return (1, -late) if late else (0, 0)


def _weight(found: Standing, why: tuple[Why, ...], today: date) -> float:
    total = sum(WEIGHTS.get(reason.code, 0.0) for reason in why)
    if any(reason.code == "overdue" for reason in why):
        missed = 1 + _days_overdue(found, today) / max(found.silence.every_days, 1)
        total += MOST_NEGLECT * missed / (missed + 2)
    return total


def opening(found: Standing, today: date) -> Opening:
    """How to begin without an ask: true, and about them."""
    return beginning(found, today)[1]


def beginning(found: Standing, today: date) -> tuple[Begins, Opening]:
    """What to begin with, and how, wherever that is said; what rests gives way to what does not."""
    begins, said = _beginning(awake(found, today), today)
    return (begins, said) if begins in DEBTS else _beginning(found, today)


def _beginning(found: Standing, today: date) -> tuple[Begins, Opening]:
    """The first of these that is so."""
    if owed := _owed(found, "outcome", today):
        return "outcome", Opening(f"Tell them how it turned out: {owed.about}.", owed.ref)
    if owed := _owed(found, "thanks", today) or _fresh_thanks(found, today):
        return "thanks", Opening(f"Thank them for {_thanked_for(owed, today)}.", owed.ref)
    if owed := _owed(found, "promise", today):
        return "promise", Opening(f"Bring what you promised: {owed.about}.", owed.ref)
    if day := _birthday(found, today):
        return "date", Opening(wish(day.label, day.due_on, today), None)
    if reminded := _reminded(found, today):
        said = shortened(reminded, LONGEST_TOPIC)
        return "reminder", Opening(f'Come back to this: "{said}"', None)
    if met := _in_phase(found, "outcome", "introduced", today):
        return "introduced", Opening(f"Ask how it went with {unpointed(met.about)}.", met.ref)
    if how := _in_phase(found, "outcome", "due", today):
        return "unknown", Opening(f"Tell them how this went: {kindness(how.about)}.", how.ref)
    if walked := _in_phase(found, "lead", "walked", today):
        said = f"Tell them where it stands with {unpointed(walked.to)}."
        return "lead", Opening(said, walked.ref)
    if news := _old_news(found):
        return "outcome", Opening(f"Tell them how it turned out: {news.about}.", news.ref)
    if found.peace:
        return "peace", Opening(peace.instead(found.peace, today), None)
    if topic := next((one for one in spoken_of(found) if one.on < today), None):
        said = shortened(topic.text.split("\n")[0], LONGEST_TOPIC)
        since = short_day(topic.on, today)
        if goes_on(said):
            return "topic", Opening(f'Ask how this has gone since {since}: "{said}"', topic.ref)
        return "topic", Opening(f'Ask how they are; you noted on {since}: "{said}"', topic.ref)
    # Of whom several things are waited for, they are asked how they are, and for nothing more.
    waiting = [one for one in found.open if one.kind in WAITED_FOR]
    if len(waiting) == 1 and (waited := waited_for(found, today, today)):
        about = unpointed(waited.about)
        too = f"where it stands with {unpointed(waited.to)}"
        if waited.kind == "waiting":
            too = f"nudge kindly for {awaited(about)}"
        return "hello", Opening(f"Ask how they are, and {too}.", waited.ref)
    return "hello", Opening("Ask how they are.", None)
