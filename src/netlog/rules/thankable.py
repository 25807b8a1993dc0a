"""All that one message thanks for, however much it is: the oldest by name, the rest in a few words.

What is settled by it is named in it, or stands in what is said to you of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from netlog.records.favors import Favor
from netlog.records.messages import Language
from netlog.records.standing import Standing
from netlog.records.thanks import Thanks
from netlog.rules import languages
from netlog.typed import Final
from netlog.wording import said_kind, short_day, unpointed

MOST_NAMED: Final = 4
MOST_LEFT_OUT: Final = 5


def quoted(favors: Sequence[Favor]) -> Sequence[Favor]:
    """The favors that are quoted, the oldest first; of more of them the others are said by day."""
    return sorted(favors, key=done_on)[:MOST_NAMED]


def done_on(favor: Favor) -> date:
    """The day of what they did."""
    return favor.done_on or favor.opened_on


def meetings(met: Iterable[tuple[str, date]], today: date, of: Language) -> list[str]:
    """Meetings as one thanks for them, by kind and day, the oldest first; each is said once."""
    several = sorted(dict.fromkeys(met), key=lambda one: one[1])
    said = [languages.meeting(kind, on, today, of) for kind, on in several]
    return _at_most(said, languages.WORDS[of].all_since)


def days(several: Iterable[date], today: date, of: Language) -> str:
    """Days as they stand by themselves, the oldest first: "on 5 May, on 7 May and since then"."""
    said = [languages.on(day, today, of) for day in sorted(several)]
    return languages.listed(_at_most(list(dict.fromkeys(said)), languages.WORDS[of].since), of)


def _at_most(said: list[str], since: str) -> list[str]:
    """All of it, or the first and that there was more since."""
    return said if len(said) <= MOST_NAMED else [*said[: MOST_NAMED - 1], since]


def named(
    found: Standing, thanks: Iterable[Thanks], today: date
) -> tuple[list[Thanks], list[Thanks]]:
    """What is open and thanked for, and what has faded beside it: that is settled, and not said."""
    faded = {one.ref for one in found.open if one.kind == "thanks" and one.faded}
    waiting = [one for one in thanks if one.state == "open" and one.opened_on <= today]
    fresh = [one for one in waiting if one.ref not in faded]
    return (fresh, [one for one in waiting if one.ref in faded]) if fresh else (waiting, [])


def left_out(
    faded: Collection[Thanks], favors: Mapping[int, Favor], today: date
) -> tuple[str, ...]:
    """What thanks settle and do not name, as a sentence to you, if there is any."""
    oldest = sorted(faded, key=lambda one: (one.opened_on, one.id))
    said = [_what(one, favors, today) for one in oldest[:MOST_LEFT_OUT]]
    more = len(oldest) - len(said)
    said += [f"{more} more"] if more else []
    return (f"Not in it, and settled once it is sent: {', '.join(said)}",) if said else ()


def _what(one: Thanks, favors: Mapping[int, Favor], today: date) -> str:
    if one.favor and one.favor.id in favors:
        return f"{unpointed(favors[one.favor.id].text)} ({one.ref})"
    if one.meeting:
        day = short_day(one.meeting.happened_on, today)
        return f"{said_kind(one.meeting.kind)} on {day} ({one.ref})"
    return one.ref
