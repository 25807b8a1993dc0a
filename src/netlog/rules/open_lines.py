"""What is open with somebody: each line of a morning, when it comes, and when it rests."""

from collections.abc import Iterator
from datetime import date, timedelta

from netlog.asking import help_for
from netlog.records.favors import TO_THEM, Favor
from netlog.records.standing import (
    Chase,
    Open,
    Peace,
    Relationship,
    Source,
    ToCome,
)
from netlog.records.thanks import Thanks
from netlog.rules import peace, phases
from netlog.rules.acts import touches
from netlog.rules.dates import is_whole, next_birthday
from netlog.rules.phases import Stay
from netlog.wording import count, listed, said_kind, short_day


def open_lines(known: Relationship, today: date, *, thanks: bool) -> Iterator[Open]:
    # One kindness is one line: to tell what came of it is to thank for it.
    told_of = set(_with_news(known, today))
    unthanked = set()
    for owed in known.thanks:
        with_news = owed.favor and owed.favor.id in told_of
        if thanks and owed.state == "open" and not with_news:
            line = _thanks(owed, today)
            if owed.favor and not line.rested:
                unthanked.add(owed.favor.id)
            yield line
    left = peace.of(known.said_no, today)
    chased = {chase.lead for chase in known.chases if not (chase.broken_on or chase.walked)}
    for favor in reversed(known.favors):
        is_chased = favor.lead and favor.lead.id in chased and favor.state == "open"
        if not (is_chased or favor.id in known.heard_of):
            # One kindness is one line: how it went is asked of those who were thanked.
            place, asks = known.places.get(favor.id), favor.id not in unthanked
            for line in _favor(favor, known, today, asks=asks):
                yield line._replace(place=place) if place else line
    for chase in known.chases:
        yield _in_peace(_chase(chase, known, today), left)
    yield from (_plan(plan, today) for plan in known.plans)
    days = tuple(_days(known, today))
    yield from days
    if not (_by_snooze_alone(known) and any(d.comes_on == known.snoozed_until for d in days)):
        yield from _reconnect(known)


def thanks_with_news(known: Relationship, today: date) -> Iterator[Open]:
    """Thanks that have no line of their own, as what came of it is to be told: still unthanked.

    Of a lead that landed the news say it all, unless they were put off.
    """
    untold = _with_news(known, today)
    said = {id_ for id_, one in untold.items() if one.news_of and not _is_ahead(one, today)}
    for owed in known.thanks:
        if owed.state == "open" and owed.favor and owed.favor.id in untold.keys() - said:
            yield _thanks(owed, today)


def _with_news(known: Relationship, today: date) -> dict[int, Favor]:
    """What they did of which there are news to tell, which the morning has from the day after."""
    return {
        favor.id: favor
        for favor in known.favors
        if favor.is_untold and favor.outcome_on and favor.outcome_on < today
    }


def _is_ahead(favor: Favor, today: date) -> bool:
    return favor.snoozed_until is not None and favor.snoozed_until > today


def _in_peace(one: Open, left: Peace | None) -> Open:
    """A chase waits until they are no longer left in peace."""
    if left is None or one.comes_on >= left.until:
        return one
    rests = one.rests_on and max(one.rests_on, left.until + phases.WEEK)
    return one._replace(comes_on=left.until, due_on=left.until, rests_on=rests)


def _chase(chase: Chase, known: Relationship, today: date) -> Open:
    """A step that is not done, or that broke; or that no step is left."""
    put_off = chase.snoozed_until
    if chase.broken_on:
        stay, nudges = phases.broken(chase.broken_on, put_off, today), 0
        due_on = stay.comes_on
    elif chase.archived_on:
        stay, nudges = phases.archived(chase.archived_on, put_off, today), 0
        due_on = stay.comes_on
    else:
        asked = _asked_until(chase, known)
        first = max((on for on in asked if on <= chase.since), default=None)
        due_on = phases.step_due_on(chase.since, chase.by, first and asked[first])
        since = [on for on in touches(known) if on > chase.since]
        again = {on: until for on, until in asked.items() if on > chase.since}
        stay, nudges = phases.step(due_on, since, put_off, today, again)
        stay = stay._replace(phase="walked") if chase.walked else stay
    line = _line("lead", chase.ref, chase.whom, None, chase.since, stay, chase.snoozes)
    return line._replace(
        asks=tuple(favor.ref for favor in _asks(chase, known)),
        nudges=nudges,
        own_day=due_on,
        first=chase.unthanked,
        to=chase.leads_to,
        heard=chase.heard or "",
        asked=chase.state == "asked",
    )


def _asks(chase: Chase, known: Relationship) -> list[Favor]:
    """What whoever is chased was asked for on the way, and waits: it has no line of its own."""
    if chase.broken_on or chase.walked:
        return []
    return [one for one in known.favors if one.lead and one.lead.id == chase.lead and _waits(one)]


def _waits(favor: Favor) -> bool:
    return favor.asked and favor.state == "open"


def _asked_until(chase: Chase, known: Relationship) -> dict[date, date]:
    """On which days they were asked for a step, each with when it was to come up then."""
    days: list[date] = []
    if chase.asked_on:
        said = help_for(chase.leads_to)
        days = [chase.asked_on, *(one.on for one in known.meetings if one.asked == said)]
    found = {on: phases.asked_until(on, chase.by) for on in days}
    for ask in sorted(_asks(chase, known), key=lambda one: one.id):
        until = phases.asked_until(ask.opened_on, chase.by)
        if ask.due_on and phases.has_own_day(ask.opened_on, ask.due_on):
            until = ask.due_on
        found[ask.opened_on] = until
    return found


def _thanks(owed: Thanks, today: date) -> Open:
    if owed.meeting:
        since = owed.meeting.happened_on
        about = f"the {said_kind(owed.meeting.kind)} of {short_day(since, today)}"
        source = Source(owed.meeting.ref, owed.meeting.kind, since)
    else:
        since, about, source = owed.opened_on, "your time together", None
    if owed.favor:
        about = owed.favor.text
        source = source or Source(owed.favor.ref, "favor", since)
    lasts = owed.meeting is None or bool(owed.favor) or owed.meeting.kind in phases.LASTING
    judge = phases.thanks if lasts else phases.small_thanks
    stay = judge(since, owed.due_on, owed.snoozed_until, today)
    line = _line("thanks", owed.ref, about, source, since, stay, owed.snoozes)
    return line._replace(
        faded=stay.rested and not lasts,
        favor=owed.favor.ref if owed.favor else "",
        own_day=owed.due_on,
    )


def _favor(favor: Favor, known: Relationship, today: date, *, asks: bool) -> Iterator[Open]:
    """What is open of it; asks says whether to ask how it went."""
    source = favor.meeting and Source(
        favor.meeting.ref, favor.meeting.kind, favor.meeting.happened_on
    )

    def line(kind: str, about: str, since: date, stay: Stay) -> Open:
        own = source or Source(favor.ref, "favor", since)
        return _line(kind, favor.ref, about, own, since, stay, favor.snoozes)

    if favor.dropped_on or favor.told_on:
        return
    put_off = favor.snoozed_until
    if favor.introduced:
        # One kindness, of which both have a record: the first of the two is asked.
        if favor.done_on and favor.contact.id < favor.introduced.id:
            stay = phases.introduction(favor.done_on, put_off, today)
            met = favor.introduced.name
            yield line("outcome", met, favor.done_on, stay)._replace(phase="introduced")
    elif favor.outcome is not None and favor.outcome_on:
        stay = phases.known_outcome(favor.outcome_on, put_off, today)
        news = line("outcome", favor.outcome, favor.outcome_on, stay)
        own_day = phases.known_outcome(favor.outcome_on, None, today).comes_on
        yield news._replace(phase="known", own_day=own_day)
    elif favor.done_on and favor.direction != TO_THEM:
        if asks and _may_be_asked_of(favor):
            stay = phases.unknown_outcome(favor.done_on, put_off, today)
            yield line("outcome", favor.text, favor.done_on, stay)
    elif favor.due_on and not favor.done_on and favor.direction == TO_THEM:
        yield line(
            "promise", favor.text, favor.opened_on, phases.promise(favor.due_on, put_off, today)
        )._replace(own_day=favor.due_on)
    elif favor.due_on and not favor.done_on:
        since = [on for on in touches(known) if on > favor.opened_on]
        stay, nudges = phases.waiting(favor.due_on, since, put_off, today)
        yield line("waiting", favor.text, favor.opened_on, stay)._replace(
            nudges=nudges, own_day=favor.due_on
        )


def _may_be_asked_of(favor: Favor) -> bool:
    """Whether to ask how it went: of a lead that goes on it is told when it lands.

    Of meals, gifts and small courtesies nobody asks, nor of why it was a no.
    """
    if favor.lead and favor.lead.state in ("open", "landed"):
        return False
    return not phases.is_courtesy(favor.text)


def _plan(plan: ToCome, today: date) -> Open:
    stay = phases.plan(plan.on, plan.snoozed_until, today)
    company = f" with {listed(plan.others)}" if plan.others else ""
    time = f" at {plan.at}" if plan.at else ""
    text = f": {plan.text}" if plan.text else ""
    place = f", {plan.place}" if plan.place else ""
    about = f"{said_kind(plan.kind)}{company}{time}{place}{text}"
    source = Source(plan.ref, plan.kind, plan.on)
    return _line("plan", plan.ref, about, source, plan.on, stay, plan.snoozes)._replace(
        due_on=plan.on, at=time
    )


def _days(known: Relationship, today: date) -> Iterator[Open]:
    """The yearly days that are near; putting somebody off lets none of them pass."""
    for day in known.days:
        if not is_whole(day.on):
            continue
        on = next_birthday(day.on, today - timedelta(days=phases.DATE_AFTER))
        if max(day.done_on or date.min, known.last_touch_on or date.min) >= on:
            on = next_birthday(day.on, on + timedelta(days=1))
        stay = phases.yearly(on, today)
        put_off = max(filter(None, (_day_put_off_to(known, on), day.put_off_to)), default=None)
        if put_off and stay.comes_on < put_off:
            stay = stay._replace(comes_on=put_off)
        years = 0 if day.on.startswith("-") else on.year - int(day.on[:4])
        about = day.label
        if years > 0:
            about += f", turning {years}" if about == "birthday" else f", {count(years, 'year')}"
        line = _line("date", day.ref, about, None, stay.comes_on, stay, known.snoozes)
        yield line._replace(due_on=on, label=day.label)


def _day_put_off_to(known: Relationship, on: date) -> date | None:
    """When a yearly day comes of somebody who was put off: on it at the latest.

    One that was put off on it or after comes while wishes are still welcome. To skip getting
    back to somebody, which is no snooze, puts off none of their days.
    """
    until, since = known.snoozed_until, known.snoozed_on
    if until is None or not known.snoozes:
        return None
    if since and since >= on + timedelta(days=phases.DATE_AFTER):
        return until
    return day_put_off(on, until, since or date.min)


def day_put_off(on: date, until: date, today: date) -> date:
    """When the line of a yearly day comes again that is put off by itself, today.

    On the day at the latest; put off on it or after, while wishes are still welcome.
    """
    return min(until, on if today < on else on + timedelta(days=phases.DATE_AFTER))


def _by_snooze_alone(known: Relationship) -> bool:
    """Whether nothing but having been put off brings them up: it may have been a birthday."""
    return not known.every_days and not reminder_of(known)


def _reconnect(known: Relationship) -> Iterator[Open]:
    """Getting back in touch, once the cadence or the day that was asked for has come."""
    on = known.next_due_on
    if on is None:
        return
    since = known.last_touch_on or known.met_on or known.added_on
    reminder = reminder_of(known)
    about = known.remind_why or "" if reminder and reminder <= on else ""
    yield _line("reconnect", known.contact.ref, about, None, since, Stay(on, None), known.snoozes)


def reminder_of(known: Relationship) -> date | None:
    """The day that was asked for, unless you were in touch on it or since."""
    touched = known.last_touch_on or date.min
    return known.remind_on if known.remind_on and touched < known.remind_on else None


def _line(
    kind: str, ref: str, about: str, source: Source | None, since: date, stay: Stay, snoozes: int
) -> Open:
    return Open(
        kind,
        ref,
        about,
        source,
        since,
        due_on=stay.comes_on,
        comes_on=stay.comes_on,
        rests_on=stay.rests_on,
        phase=stay.phase,
        rested=stay.rested,
        snoozes=snoozes,
    )
