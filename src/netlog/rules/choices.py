"""How what is due may end, each way with its command: it happened, or not, or it is let go."""

from datetime import date, timedelta

from netlog.records.due import Choice
from netlog.records.standing import Open, Standing
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.rules.open_lines import day_put_off
from netlog.rules.standing import is_reminder, is_shown
from netlog.wording import NEVER, describe_cadence, shell_cadence, short_day, slower

# So far ahead getting back to somebody goes by their own ref, and their days by others.
SOON_DAYS = 31
# What the ref of somebody means is looked for so far ahead, the nearest first: at last, as far as
# any day may lie.
AHEAD_DAYS = (0, 7, SOON_DAYS, 92, 365, 36_600)
A_MONTH = timedelta(days=30)
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


def settle(found: Standing, one: Open, today: date, until: date) -> tuple[str, ...]:
    """The command that settles it, of what was looked for until that day.

    Nobody has done a step that broke: the way goes around it. What is planned for a day that is
    nowhere yet can only be let go; who comes up again after a message of today is skipped this
    once.
    """
    if one.phase == "broken" or _is_to_come(one, today):
        return "netlog", "drop", one.ref
    if _is_written_to(found, one, today):
        return _skip(found, one, today)
    if is_far(found, one, today) and is_reminder(found, one):
        # Without the reminder they come by their cadence, which may be sooner.
        to = _beyond(until).isoformat() if found.silence.every_days else "--off"
        return "netlog", "snooze", one.ref, to
    if is_far(found, one, today):
        return _message(one.ref)
    return ("netlog", *(("lead", "landed") if one.phase == "walked" else ("done",)), one.ref)


def is_unknown(one: Open) -> bool:
    """Whether nobody said yet how their help turned out."""
    return one.kind == "outcome" and one.phase == "due"


def _is_to_come(one: Open, today: date) -> bool:
    """Whether it is planned for a day on which it cannot have taken place: tomorrow may be today
    somewhere.
    """
    return one.kind == "plan" and one.due_on > today + MOST_DAYS_AHEAD


def is_far(found: Standing, one: Open, today: date) -> bool:
    """Whether getting back to them is so far ahead that their own ref means a nearer day of theirs.

    What was asked for on a day stays with that ref, unless there is such a day.
    """
    if one.kind != "reconnect" or one.comes_on <= today + timedelta(days=SOON_DAYS):
        return False
    return not is_reminder(found, one) or _is_behind_a_day(found, one, today)


def _is_behind_a_day(found: Standing, one: Open, today: date) -> bool:
    """Whether a yearly day of theirs is found before it, where it is looked for what comes next."""
    nearer = max(days for days in AHEAD_DAYS if today + timedelta(days=days) < one.comes_on)
    by = today + timedelta(days=nearer)
    return any(day.kind == "date" and is_shown(day, by, today) for day in found.open)


def _is_written_to(found: Standing, one: Open, today: date) -> bool:
    """Whether they come by their cadence after a message of today: another ends nothing."""
    is_ahead = one.kind == "reconnect" and one.comes_on > today and not is_reminder(found, one)
    return is_ahead and bool(found.silence.every_days) and found.last_touch_on == today


def _skip(found: Standing, one: Open, today: date) -> tuple[str, ...]:
    """The command that skips this once: where their own ref means a nearer day of theirs, they are
    put off for another cadence, and without any not to come up again.
    """
    if not is_far(found, one, today):
        return "netlog", "drop", one.ref
    later = one.comes_on + timedelta(days=found.silence.every_days)
    return "netlog", "snooze", one.ref, "--off" if later == one.comes_on else later.isoformat()


def _beyond(until: date) -> date:
    return until + timedelta(days=1)


def _not_before(until: date, today: date) -> str:
    return f"not before {short_day(_beyond(until), today)}"


def _message(ref: str) -> tuple[str, ...]:
    log = ("netlog", "org", "log") if ref.startswith("o") else ("netlog", "log")
    return *log, ref, "message"


def choices(found: Standing, one: Open, today: date, until: date) -> tuple[Choice, ...]:
    """It happened, it came to nothing, let it go."""
    ref = one.ref
    if one.kind == "reconnect":
        return _of_reconnect(found, one, today, until)
    if one.phase == "broken":
        return (
            Choice("go around them", settle(found, one, today, until)),
            Choice("it came to nothing", ("netlog", "lead", "closed", ref.partition(".")[0])),
        )
    nothing: tuple[str, ...] = ("netlog", "drop", ref, "--why", "it came to nothing")
    if one.kind == "waiting":
        nothing = ("netlog", "favor", "outcome", ref, "it came to nothing", "--without-them")
    if one.kind == "lead":
        nothing = ("netlog", "lead", "step", ref, "broken")
        if one.phase == "walked":
            nothing = ("netlog", "lead", "declined", ref)
    label = "it came to nothing"
    if one.kind == "date":
        label, nothing = _not_yet(found, one, today)
    happened = _HAPPENED_IN.get(one.phase) or _HAPPENED[one.kind]
    took_place = settle(found, one, today, until)
    if is_unknown(one):
        nothing = ("netlog", "favor", "outcome", ref, "it came to nothing")
    if _is_to_come(one, today):
        happened, took_place = "it was today", ("netlog", "plan", "edit", ref, "--on", "today")
    return (
        Choice(happened, took_place),
        Choice(label, nothing),
        Choice("let it go", ("netlog", "drop", ref)),
    )


def _of_reconnect(found: Standing, one: Open, today: date, until: date) -> tuple[Choice, ...]:
    """A message, skipped this once, less often; who was written to today is put off instead."""
    settled, less_often = settle(found, one, today, until), _less_often(found, one, today)
    if is_far(found, one, today) and is_reminder(found, one):
        label = "no reminder" if settled[-1] == "--off" else _not_before(until, today)
        return Choice(label, settled), less_often
    skip = Choice("skip this once", _skip(found, one, today))
    if _is_written_to(found, one, today):
        later = ("netlog", "snooze", one.ref, _beyond(until).isoformat())
        return skip, Choice(_not_before(until, today), later), less_often
    # A day that was asked for and is to come, no message of before it ends.
    is_ahead = one.comes_on > today
    return Choice("a message today", settled if is_ahead else _message(one.ref)), skip, less_often


def _not_yet(found: Standing, one: Open, today: date) -> tuple[str, tuple[str, ...]]:
    """Wishes tomorrow, or on their day where that is far; too late for both, another way.

    Of a day that came and was put off since, later is chosen already.
    """
    tomorrow = today + timedelta(days=1)
    if one.due_on > today and one.comes_on > today:
        return "on the day", ("netlog", "snooze", one.ref, one.due_on.isoformat())
    if one.comes_on <= today and day_put_off(one.due_on, tomorrow, today) > today:
        return "tomorrow", ("netlog", "snooze", one.ref, "1d")
    return "a call today", ("netlog", "log", found.contact.ref, "call")


def _less_often(found: Standing, one: Open, today: date) -> Choice:
    """A slower cadence, the slowest of which is never; without any, another month.

    So that the line ends: a day that was asked for is moved, whatever the cadence.
    """
    ref, every_days = one.ref, found.silence.every_days
    if not every_days or is_reminder(found, one):
        if one.comes_on > today:
            later = one.comes_on + A_MONTH
            return Choice("a month later", ("netlog", "snooze", ref, later.isoformat()))
        return Choice("in a month", ("netlog", "snooze", ref, "1m"))
    # For the first time it counts from today, else from when you were last in touch.
    is_first = not found.silence.ever_touched and not ref.startswith("o")
    slow = slower(every_days, 0 if is_first else (today - one.since).days) or NEVER
    every = shell_cadence(slow) if slow else describe_cadence(NEVER)
    return Choice(f"{describe_cadence(slow)} from now on", ("netlog", "every", ref, every))
