"""What is due, in words: one open thing between you and somebody as a line of the morning."""

from datetime import date, timedelta

from netlog.asking import asked, kindness
from netlog.records.due import Choice, DueItem, Line
from netlog.records.standing import Open, Standing
from netlog.rules.open_lines import day_put_off
from netlog.rules.standing import is_reminder
from netlog.wording import (
    LONGEST_TITLE,
    NEVER,
    day_label,
    describe_cadence,
    listed,
    shell_cadence,
    short_day,
    slower,
    typed_anew,
    unpointed,
)

# From here on the report says how often something was put off.
OFTEN = 3

_HAPPENED = {
    "thanks": "thanked",
    "promise": "kept",
    "waiting": "it came",
    "outcome": "told them",
    "plan": "it took place",
    "date": "greeted",
    "lead": "it is done",
}
_HAPPENED_IN = {"introduced": "asked them", "walked": "it landed"}


def line(found: Standing, one: Open, today: date) -> Line:
    """The line for something open, on that day."""
    what, words = _said(found, one._replace(about=unpointed(one.about)), today)
    if one.snoozes >= OFTEN:
        often = f"; put off {one.snoozes} times"
        what, words = what + often, words + often
    item = DueItem(
        kind=one.kind,
        ref=one.ref,
        contact=found.contact,
        what=what,
        about=(one.to if one.kind == "lead" else one.about) or words,
        source=one.source,
        since=one.since,
        due_on=one.due_on,
        days_overdue=max(0, (today - one.due_on).days),
        settle=_settle(one),
        choices=_choices(found, one, today),
        rested=one.rested,
    )
    return Line(item, words, one.part)


def _said(found: Standing, one: Open, today: date) -> tuple[str, str]:
    """As a sentence, and in fewer words under the heading of its kind."""
    on = short_day(one.since, today)
    match one.kind:
        case "thanks":
            return _thanks(one, on)
        case "promise":
            more = ": still meant? Keep it, tell them, or let it go" if one.phase == "late" else ""
            return f"you promised on {on}: {one.about}{more}", f"{one.about} ({on}){more}"
        case "waiting":
            more = ": let it rest, and do something for them"
            more = more if one.phase == "last" else ": nudge kindly"
            return f"you {asked(one.about, on=on)}{more}", f"{kindness(one.about)} ({on}){more}"
        case "outcome" if one.phase == "introduced":
            said = f"how did it go with {one.about}? You introduced them on {on}"
            return said, said
        case "outcome" if one.phase == "known":
            return f"tell them how it turned out: {one.about}", f"tell them: {one.about}"
        case "outcome":
            said = kindness(one.about)
            return f"how did it go? They helped on {on}: {said}", f"how did it go? {said} ({on})"
        case "plan":
            return _plan(one, today)
        case "lead":
            if one.phase == "walked":
                return _walked(found, one)
            return _lead(found, one) if found.contact.id else _unknown(one)
        case "date":
            said = _date(one, today)
        case _:
            return _reconnect(found, one, today)
    return said, said


def _thanks(one: Open, on: str) -> tuple[str, str]:
    late = "; late, and still welcome" if one.phase == "late" else ""
    if one.source is None or one.about.startswith("the "):
        return f"thanks for {one.about}{late}", f"{one.about}{late}"
    said = kindness(one.about)
    return f"thanks for this: {said} ({on}){late}", f"{said} ({on}){late}"


def _plan(one: Open, today: date) -> tuple[str, str]:
    if one.phase == "after":
        said = f"how was it? {one.about} ({short_day(one.due_on, today)})"
        return said, said
    ahead = (one.due_on - today).days
    when = {0: "today", 1: "tomorrow"}.get(ahead, f"on {short_day(one.due_on, today)}")
    return f"{when}: {one.about}", one.about


def _lead(found: Standing, one: Open) -> tuple[str, str]:
    """A step of a chain: whom to thank before, whom to chase, and about whom, if that is another.

    In fewer words without the name of the person whose line it is.
    """
    whom = one.about
    is_own = not is_of_another(found, one)
    if one.phase in ("broken", "last"):
        way = f"try another way: netlog path {typed_anew(one.to, LONGEST_TITLE)}"
        stands = "no answer" if one.asked else "not asked yet"
        broke = "it broke here" if one.phase == "broken" else stands
        whose = "" if is_own else f", {whom}"
        return f"{broke}: {whom}, for {one.to}; {way}", f"{one.to}{whose}: {broke}; {way}"
    thank = f"thank {listed(one.first)} first, then " if one.first else ""
    chased = whom if is_own else f"{found.contact.name}, about {whom}"
    about = "" if is_own else f" about {whom}"
    return (
        f"{thank}chase kindly: {chased}, for {one.to}",
        f"{one.to}: {thank}chase kindly{about}",
    )


def _walked(found: Standing, one: Open) -> tuple[str, str]:
    """A lead without a step to take: what came of it, that it may end.

    Where nobody stands for it, its title stands in the place of a name, and is not said again.
    """
    said = "what came of it? Landed, declined, or another step"
    said += f"; say so: netlog lead landed {one.ref}"
    return f"{one.to}: {said}", f"{one.to}: {said}" if found.contact.id else said


def is_of_another(found: Standing, one: Open) -> bool:
    """Whether a step of a chain is of somebody else, about whom they may be asked."""
    return unpointed(one.about) != unpointed(found.contact.name)


def _unknown(one: Open) -> tuple[str, str]:
    """A step of a chain of which nobody is there who could be asked: find out who it is.

    The step stands in the place of a person, by what is known of it.
    """
    whom, way = one.about, f"netlog path {typed_anew(one.to, LONGEST_TITLE)}"
    match one.phase:
        case "archived":
            said, more = "in the archive", f"go on without them: netlog lead step {one.ref} broken"
        case "broken":
            said, more = "it broke here", f"try another way: {way}"
        case "last":
            said, more = "still unknown", f"try another way: {way}"
        case _:
            said = "find out who it is"
            more = f"you heard of it from {unpointed(one.heard)}" * bool(one.heard)
            more = more or f"who may know: {way}"
    return f"{said}: {whom}, for {one.to}; {more}", f"{one.to}: {said}; {more}"


def _date(one: Open, today: date) -> str:
    label = day_label(one.about)
    years = one.about.removeprefix(label)
    ahead = (one.due_on - today).days
    day = short_day(one.due_on, today)
    if ahead < 0:
        since = years.replace("turning", "turned", 1)
        return f"{label} on {day}{since}; belated wishes are welcome"
    when = {0: "today", 1: "tomorrow"}.get(ahead, f"on {day}")
    return f"{label} {when}{years}"


def _reconnect(found: Standing, one: Open, today: date) -> tuple[str, str]:
    every = found.silence.every_days
    last = last_seen(found, today)
    if is_reminder(found, one):
        if one.about:
            said = f"reminder: {one.about} ({last.replace('last in touch ', 'last ', 1)})"
            return f"you wanted to be reminded: {one.about} ({last})", said
        return f"you wanted to be reminded; {last}", f"you wanted to be reminded; {last}"
    if not every:
        said = f"put off until {short_day(one.due_on, today)}; {last}"
        return said, said
    meant = f"{last}, meant {describe_cadence(every)}"
    slow = slower(every)
    if not found.silence.ever_touched and slow and (today - one.due_on).days >= 2 * every:
        offer = f"netlog every {one.ref} {shell_cadence(slow)}"
        never = f"met in {found.met_on.year}, not since" if found.met_on else "not in touch yet"
        return f"{meant}; less often would do: {offer}", f"{never}; less often? {offer}"
    return meant, meant.replace("last in touch ", "last ", 1)


def last_seen(found: Standing, today: date) -> str:
    """When you were last in touch, in words: "last in touch 5 Nov", or since when never."""
    if found.last_touch_on:
        return f"last in touch {short_day(found.last_touch_on, today)}"
    if found.met_on:
        return f"not in touch since you met in {found.met_on.year}"
    return f"not in touch yet, added {short_day(found.added_on, today)}"


def _settle(one: Open) -> tuple[str, ...]:
    return ("netlog", *(("lead", "landed") if one.phase == "walked" else ("done",)), one.ref)


def _choices(found: Standing, one: Open, today: date) -> tuple[Choice, ...]:
    """It happened, it came to nothing, let it go."""
    ref = one.ref
    if one.kind == "reconnect":
        log = ("netlog", "org", "log") if ref.startswith("o") else ("netlog", "log")
        return (
            Choice("a message today", (*log, ref, "message")),
            Choice("skip this once", ("netlog", "drop", ref)),
            _less_often(found, one, today),
        )
    nothing: tuple[str, ...] = ("netlog", "drop", ref, "--why", "it came to nothing")
    if one.kind == "waiting":
        nothing = ("netlog", "favor", "outcome", ref, "it came to nothing", "--without-them")
    if one.kind == "lead":
        nothing = ("netlog", "lead", "step", ref, "broken")
        if one.phase == "walked":
            nothing = ("netlog", "lead", "declined", ref)
        elif one.phase == "broken":
            nothing = ("netlog", "lead", "closed", ref.partition(".")[0])
    label = "it came to nothing"
    if one.kind == "date":
        label, nothing = _not_yet(found, one, today)
    happened = _HAPPENED_IN.get(one.phase) or _HAPPENED[one.kind]
    if one.kind == "outcome" and one.phase == "due":
        happened = "ask no more"
    return (
        Choice(happened, _settle(one)),
        Choice(label, nothing),
        Choice("let it go", ("netlog", "drop", ref)),
    )


def _not_yet(found: Standing, one: Open, today: date) -> tuple[str, tuple[str, ...]]:
    """Wishes tomorrow; where they would be too late, another way to send them."""
    tomorrow = today + timedelta(days=1)
    if day_put_off(one.due_on, tomorrow, today) > today:
        return "tomorrow", ("netlog", "snooze", one.ref, "1d")
    return "a call today", ("netlog", "log", found.contact.ref, "call")


def _less_often(found: Standing, one: Open, today: date) -> Choice:
    """A slower cadence, the slowest of which is never; without any, another month.

    So that the line ends: a day that was asked for is moved, whatever the cadence.
    """
    ref, every_days = one.ref, found.silence.every_days
    if not every_days or is_reminder(found, one):
        return Choice("in a month", ("netlog", "snooze", ref, "1m"))
    # For the first time it counts from today, else from when you were last in touch.
    is_first = not found.silence.ever_touched and not ref.startswith("o")
    slow = slower(every_days, 0 if is_first else (today - one.since).days) or NEVER
    every = shell_cadence(slow) if slow else describe_cadence(NEVER)
    return Choice(f"{describe_cadence(slow)} from now on", ("netlog", "every", ref, every))
