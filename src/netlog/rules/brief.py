"""Before a meeting: the dates that are near, and questions that ask for advice, never for a job."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from netlog.folding import words
from netlog.records.brief import NearDate
from netlog.records.contacts import Contact
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.standing import Standing, Topic
from netlog.rules.reciprocity import advice
from netlog.rules.roles import of_no_work, of_role
from netlog.rules.topics import spoken, spoken_of
from netlog.rules.undertakings import goes_on
from netlog.wording import sentence, short_day, shortened

QUESTIONS = 5
DATES_WITHIN = timedelta(days=30)
CLOSE_DAYS = 14
# A tag of whose words one is of these: "close friend", "family-and-friends".
CLOSE_TAGS = frozenset({"family", "friend", "friends", "close"})
# But a friend of somebody's is none, nor is a family office.
NOT_CLOSE = frozenset({"of", "office", "law", "lawyer", "doctor", "business", "not"})
LAST_TOPICS = 3
LONGEST_TOPIC = 120

OFFER = "What can I do for you?"

FOR_EVERYBODY = (
    "How did you come to do what you do now?",
    "What has changed most in your work this year?",
    "What would you do differently if you began again today?",
)
FOR_OTHERS = FOR_EVERYBODY[2:]
# By what in a question of a role the same is asked.
SAID_OF_ROLES = {
    FOR_EVERYBODY[0]: ("how did you come to", "How did you find your field"),
    FOR_EVERYBODY[1]: ("What has changed most",),
}


def near_dates(found: Standing, today: date) -> tuple[NearDate, ...]:
    """Their birthday and other yearly days, when they are near."""
    return tuple(
        NearDate(one.due_on, _near(one.label, one.due_on, today))
        for one in found.open
        if one.kind == "date" and today <= one.due_on <= today + DATES_WITHIN
    )


def _near(label: str, on: date, today: date) -> str:
    return f"{label} today" if on == today else f"{label} on {short_day(on, today)}"


def is_close(found: Standing) -> bool:
    """Whether they are family or a close friend: nobody interviews those."""
    often = 0 < found.silence.every_days <= CLOSE_DAYS
    return often or any(_is_of_the_close(words(tag.replace("_", " "))) for tag in found.tags)


def _is_of_the_close(tag: Sequence[str]) -> bool:
    return not CLOSE_TAGS.isdisjoint(tag) and NOT_CLOSE.isdisjoint(tag)


def questions(
    contact: Contact,
    found: Standing,
    today: date,
    looking_for: str | None = None,
    noted: Sequence[Topic] = (),
) -> tuple[str, ...]:
    """What to ask this person: from the record, for advice, and at last what you can do.

    Of those who are close, what you last spoke of, and no interview.
    """
    topics = spoken_of(found)[: LAST_TOPICS if is_close(found) else 1]
    met = last_met(found)
    chosen = [
        _since(topic, today, "Last time," if not at and topic.on == met else "On")
        for at, topic in enumerate(topics)
    ]
    if is_close(found):
        return tuple(chosen)
    if not any(goes_on(_said(topic)) for topic in topics):
        chosen += [_since(topic, today, "You noted on") for topic in _going_on(noted)]
    if looking_for:
        chosen.append(advice(looking_for))
    resting = of_no_work(contact.title)
    chosen += [*resting, *FOR_OTHERS] if resting else _of_work(contact.title)
    return (*chosen[: QUESTIONS - 1], OFFER)


def _of_work(title: str | None) -> list[str]:
    """What to ask of their work: of their role, and what that does not ask already."""
    of_theirs = of_role(title)
    asked = " ".join(of_theirs)
    others = (
        one for one in FOR_EVERYBODY if not any(s in asked for s in SAID_OF_ROLES.get(one, ()))
    )
    return [*of_theirs, *others]


def last_met(found: Standing) -> date | None:
    """The day of the last time: of the newest meeting, whatever was noted of it."""
    days = (one.on for one in found.facts.meetings if one.kind != NOT_A_TOUCH)
    return max(days, default=None)


def _since(topic: Topic, today: date, when: str) -> str:
    """It quoted; and the question how it has gone, where that can be asked of it."""
    said = _said(topic)
    quoted = f'{when} {short_day(topic.on, today)}: "{said}"'
    stop = sentence(said).removeprefix(said)
    return f"{quoted}{stop} How has that gone since?" if goes_on(said) else quoted


def _said(topic: Topic) -> str:
    return shortened(topic.text.split("\n")[0], LONGEST_TOPIC)


def _going_on(noted: Sequence[Topic]) -> Iterator[Topic]:
    """The newest of the notes that tells of something that goes on, as far as it may be quoted."""
    told = (one._replace(text=said) for one in noted if (said := spoken(one.text)))
    yield from islice((one for one in told if goes_on(_said(one))), 1)
