"""Thanks: as a list, in full, and as the sentence that confirms one."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netlog.asking import kindness
from netlog.records.thanks import Thanks
from netlog.render.page import Cell, Column, Field, Listing, Sheet
from netlog.wording import put_off, said_how, said_kind, short_day

# So long after their day it says nothing any more.
LONG_AGO = timedelta(days=20)
# Of these one speaks without an article.
MEALS = ("coffee", "lunch")


def listing(today: date) -> Listing:
    """Thanks, newest first."""
    return Listing(
        columns=(
            Column("ref", lambda t: Cell(t.ref, "soft")),
            Column("state", lambda t: _state(t, today), most=30, firm=True),
            Column("what", lambda t: Cell(reason(t, today)), grow=True),
        ),
        empty="No thanks yet.",
        line=lambda t: f"{t.ref} {_state(t, today).text} {reason(t, today)}",
        heads=False,
    )


def sheet(today: date) -> Sheet:
    """One thank-you in full."""
    return Sheet(
        title=lambda t: f"Thanks to {t.contact.name} ({t.ref})",
        fields=(
            Field("For", lambda t: reason(t, today).removeprefix("for").lstrip(": ")),
            Field("State", lambda t: _state(t, today).text),
            Field("Dropped", lambda t: t.dropped_why),
            Field(
                "Snoozed until", lambda t: put_off(t.snoozed_until, t.snoozed_why, t.snoozes, today)
            ),
        ),
    )


def subject(thanks: Thanks, today: date) -> str:
    """ "the thanks to Grace for coffee on 20 Nov (t1)"."""
    what = filter(None, ("the thanks to", thanks.contact.name, reason(thanks, today)))
    return f"{' '.join(what)} ({thanks.ref})"


def owed(thanks: Iterable[Thanks], today: date, comes: Mapping[str, date | None]) -> list[str]:
    """A sentence for each that is open, with the command that settles it.

    comes says since or from when the morning shows them, by ref; None or nothing: not any more.
    """
    return [_owed(one, today, comes.get(one.ref)) for one in thanks if one.state == "open"]


def with_news(thanks: Iterable[Thanks]) -> list[str]:
    """A sentence for each that is open and has no line of its own: to tell the news settles it."""
    return [
        f"A thank-you is open with it ({one.ref}): telling them is thanks."
        for one in thanks
        if one.state == "open"
    ]


def _owed(thanks: Thanks, today: date, on: date | None) -> str:
    """With the day they are due; of long ago only that they are still open."""
    if on is None:
        when = "come late, and are still welcome"
    elif today - on > LONG_AGO:
        when = "are still open"
    else:
        when = f"due {short_day(on, today)}"
    return f"Thanks to {thanks.contact.name} {when}: netlog thank {thanks.ref}"


def reason(thanks: Thanks, today: date) -> str:
    """What the thanks are for: "for coffee on 20 Nov"; what they did comes before where."""
    if thanks.favor:
        return f"for: {kindness(thanks.favor.text)}"
    if thanks.meeting:
        kind = said_kind(thanks.meeting.kind)
        what = kind if kind in MEALS else f"the {kind}"
        return f"for {what} on {short_day(thanks.meeting.happened_on, today)}"
    return ""


def thanked(thanks: Thanks, today: date) -> str:
    """The sentence for thanks that were sent; it names the day, if that is another than today."""
    what = reason(thanks, today) or (said_how(thanks.how) if thanks.how else "")
    sent = thanks.sent_on or today
    on = f"on {short_day(sent, today)}" if sent != today else ""
    said = ("Thanked", thanks.contact.name, on, what, f"({thanks.ref}).")
    return " ".join(filter(None, said))


def thanked_already(thanks: Thanks, today: date) -> str:
    """The sentence for thanks that were sent before they were told of again."""
    on = thanks.sent_on or thanks.opened_on
    when = "today" if on == today else f"on {short_day(on, today)}"
    how = f", by {thanks.how}" if thanks.how and thanks.how != "in-person" else ""
    return f"{thanks.contact.name} was thanked {when} already{how} ({thanks.ref})."


def _state(thanks: Thanks, today: date) -> Cell:
    if thanks.sent_on:
        how = f", {thanks.how}" if thanks.how else ""
        return Cell(f"sent {short_day(thanks.sent_on, today)}{how}", "good")
    if thanks.dropped_on:
        return Cell(f"dropped {short_day(thanks.dropped_on, today)}", "soft")
    due = f"open, due {short_day(thanks.due_on, today)}"
    return Cell(due, "late" if thanks.due_on < today else "strong")
