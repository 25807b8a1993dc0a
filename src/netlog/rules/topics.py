"""What you spoke of: which notes are something to go on from, and which only a mood."""

from collections.abc import Iterable

from netlog.folding import words
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.refs import ref
from netlog.records.standing import Happened, Topic
from netlog.rules.asks import content

# Words that say how it was, or that it was, and nothing of them.
MOODS = frozenset(
    {
        *("a", "an", "and", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "or"),
        *(
            "we",
            "us",
            "our",
            "i",
            "me",
            "my",
            "you",
            "it",
            "its",
            "was",
            "is",
            "were",
            "be",
            "been",
        ),
        *("both", "all", "very", "quite", "really", "so", "too", "just", "again", "up", "about"),
        *("tired", "fine", "nice", "good", "great", "lovely", "fun", "ok", "okay", "well", "happy"),
        *("short", "long", "quick", "brief", "first", "second", "usual", "same", "old", "new"),
        *("hi", "hello", "hey", "met", "meeting", "talk", "talked", "chat", "chatted", "call"),
        *("called", "coffee", "lunch", "dinner", "tea", "catch", "caught", "catching", "spoke"),
        *("time", "times", "day", "morning", "evening", "weather", "rain", "small", "intro"),
        *("bad", "line", "lot", "everything", "lots", "things", "stuff"),
        *("no", "not", "nothing", "much", "some", "little", "bit", "x", "said"),
    }
)
LEAST = 2
# Notes that begin so tell what you did yourself.
OWN = frozenset(
    {
        *("told", "asked", "sent", "gave", "showed", "thanked", "promised", "explained", "wrote"),
        *("congratulated", "wished", "recommended", "suggested", "lent", "helped", "introduced"),
        *("i", "my", "answered", "offered", "invited", "brought", "bought", "paid", "passed"),
    }
)
# "Told me of the move" is theirs again.
TO_YOU = ("me", "us")
# Kinds at which they do not speak of themselves.
OF_YOURSELF = (NOT_A_TOUCH, "interview")


def is_topic(text: str) -> bool:
    """Whether the note says something of them: what you did is none, nor a mood ("both tired")."""
    said = words(text)
    told = sum(word not in MOODS for word in said)
    return told >= LEAST and (said[0] not in OWN or said[1] in TO_YOU)


def topics(meetings: Iterable[Happened], why: str | None = None) -> tuple[Topic, ...]:
    """The topics of meetings, in their order; what was asked for is nothing to begin with.

    Nor is what you wanted to be reminded of; why is what you do now.
    """
    return tuple(
        Topic(ref("m", one.id), one.on, one.text)
        for one in meetings
        if one.text and one.kind not in OF_YOURSELF and is_topic(one.text)
        if not is_reason(one, why)
        if not (one.asked and _asks(one.text, one.asked))
    )


def _asks(text: str, asked: str) -> bool:
    """Whether the note comes near what was asked for: to begin with that would be to ask again."""
    return text.rstrip().endswith("?") or not content(text).isdisjoint(content(asked))


def is_reason(one: Happened, why: str | None) -> bool:
    """Whether the text is what you wanted to be reminded of; why is what stands with the person."""
    return one.is_reason or bool(why and one.text and " ".join(one.text.split()) == why)


def notes(meetings: Iterable[Happened], why: str | None = None) -> tuple[Topic, ...]:
    """What was noted of somebody beside meetings, in their order; no reasons of reminders."""
    return tuple(
        Topic(ref("m", one.id), one.on, one.text)
        for one in meetings
        if one.text and one.kind == NOT_A_TOUCH and not is_reason(one, why)
    )
