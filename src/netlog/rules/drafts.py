"""Drafts of thanks: two sentences that say what they did, in the words of the record.

They claim nothing that is not on record, quote it as it stands, and ask for nothing.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netlog.folding import words
from netlog.records.drafts import ThankFor, ThanksFacts
from netlog.rules.topics import is_topic
from netlog.wording import MONTHS, listed, shortened

LONGEST = 200
MOST_NAMED = 4
# Of whom one writes so, one does not write to.
OF_OTHERS: Final = frozenset(
    ("he", "she", "him", "her", "his", "hers", "himself", "herself", "their", "theirs")
)
QUESTION_MARKS: Final = ("?", "\u061f", "\uff1f")

KINDS: Final = {
    "email": "your e-mail",
    "event": "the time at the event",
    "message": "your message",
    "note": "your time",
    "video": "the video call",
}


def thanks(facts: ThanksFacts, today: date) -> str:
    """Two sentences, of which neither is a question; things must not be empty."""
    latest = sorted(facts.things, key=lambda thing: thing.on)[-MOST_NAMED:]
    meetings = [_meeting(one, today) for one in latest if one.favor is None]
    favors = [one for one in latest if one.favor is not None]
    named = [f"for {one}" for one in meetings]
    if favors:
        named.append(f"for what you did for me{_done(favors, today)}")
    return f"Thank you {listed(named)}. {_beside(facts)}"


def may_be_sent(note: str) -> bool:
    """Whether a note says something that one may write to whom it is about: no "she" nor "he"."""
    return is_topic(note) and OF_OTHERS.isdisjoint(words(note))


def quotable(text: str) -> str:
    """A text of yours as it may be quoted to them."""
    plain = "".join(char for char in " ".join(text.split()) if char not in QUESTION_MARKS)
    return shortened(plain.translate(_UNQUOTED).rstrip(" .!"), LONGEST)


_UNQUOTED: Final = {ord(char): "'" for char in '"“”„«»'} | {ord("{"): "(", ord("}"): ")"}


def _meeting(thing: ThankFor, today: date) -> str:
    kind = thing.kind or "meeting"
    return f"{KINDS.get(kind, f'the {kind}')} on {_named(thing.on, today)}"


def _done(favors: Sequence[ThankFor], today: date) -> str:
    """What they did and when: ' on 5 January: "introduced me to her publisher"'."""
    said = listed([_quoted(one.favor or "") for one in favors])
    if len({one.on for one in favors}) == 1:
        return f" on {_named(favors[0].on, today)}: {said}"
    return f": {said}"


def _beside(facts: ThanksFacts) -> str:
    """The second sentence: the first of these that is on record and no question."""
    for said, lead in (
        (facts.outcome, "You may like to hear how it turned out"),
        (facts.spoken, "I wrote down what we spoke of"),
        (facts.promised, "I have not forgotten what I promised you"),
    ):
        if said and not any(mark in said for mark in QUESTION_MARKS):
            return f"{lead}: {_quoted(said)}."
    return "I wanted you to know that it did not go unnoticed."


def _quoted(text: str) -> str:
    plain = "".join(char for char in " ".join(text.split()) if char not in QUESTION_MARKS)
    return f'"{shortened(plain.replace(chr(34), chr(39)).rstrip(" .!"), LONGEST)}"'


def _named(day: date, today: date) -> str:
    """'5 January', with the year where it is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
