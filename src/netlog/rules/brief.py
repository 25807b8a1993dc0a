"""Before a meeting: the dates that are near, and questions that ask for advice, never for a job."""

from collections.abc import Sequence
from datetime import date, timedelta

from netlog.folding import words
from netlog.records.brief import NearDate
from netlog.records.contacts import Contact
from netlog.records.standing import Standing, Topic
from netlog.rules.reciprocity import advice
from netlog.wording import short_day, shortened

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

# Whoever has no work is not asked about it.
OUT_OF_WORK = (
    (
        ("retired", "pensioner"),
        (
            "What did your work teach you that you would pass on?",
            "What have you been looking forward to?",
        ),
    ),
    (
        ("unemployed", "between", "seeking", "looking"),
        (
            "What would make your search a good one?",
            "Who has been of help so far?",
        ),
    ),
)
# The first role that begins a word of the title speaks; the rest is for everybody.
BY_ROLE = (
    (
        ("recruit", "talent", "hr ", "human resources", "people "),
        (
            "What makes you put a candidate forward whom nobody asked for?",
            "How does my story read to somebody who sees fifty a day?",
        ),
    ),
    (
        ("founder", "owner", "ceo", "cto", "cfo", "coo", "chief", "president", "partner"),
        (
            "What would you do in my place with the next six months?",
            "Which problem would you love somebody to take off your desk?",
        ),
    ),
    (
        ("manager", "head", "director", "lead", "vp"),
        (
            "What do people who do well in your team have in common?",
            "What do you wish you had known before you led a team?",
        ),
    ),
    (
        ("professor", "research", "scientist", "lecturer", "phd"),
        (
            "Which question in your field is not asked enough?",
            "Whose work should I read before we speak again?",
        ),
    ),
    (
        ("engineer", "developer", "analyst", "architect", "designer", "programmer"),
        (
            "What does a good week at work look like for you?",
            "Which skill paid off that you did not expect to?",
        ),
    ),
    (
        ("consultant", "freelance", "advis", "coach"),
        (
            "How did your first three clients find you?",
            "What do clients thank you for that they never asked for?",
        ),
    ),
)
FOR_EVERYBODY = (
    "How did you come to do what you do now?",
    "What has changed most in your work this year?",
    "What would you do differently if you began again today?",
)
FOR_OTHERS = FOR_EVERYBODY[2:]


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
    contact: Contact, found: Standing, today: date, looking_for: str | None = None
) -> tuple[str, ...]:
    """What to ask this person: from the record, for advice, and at last what you can do.

    Of those who are close, how it went with what you last spoke of, and no interview.
    """
    if is_close(found):
        last, before = found.topics[:1], found.topics[1:LAST_TOPICS]
        then = (_since(topic, today, "On") for topic in before)
        return (*(_since(topic, today) for topic in last), *then)
    chosen = [_since(topic, today) for topic in found.topics[:1]]
    if looking_for:
        chosen.append(advice(looking_for))
    resting = _for_role(contact, OUT_OF_WORK)
    chosen += [*resting, *FOR_OTHERS] if resting else [*_for_role(contact), *FOR_EVERYBODY]
    return (*chosen[: QUESTIONS - 1], OFFER)


def _since(topic: Topic, today: date, when: str = "Last time,") -> str:
    said = shortened(topic.text.split("\n")[0], LONGEST_TOPIC)
    return f'{when} {short_day(topic.on, today)}: "{said}" How has that gone since?'


def _for_role(
    contact: Contact, by_role: Sequence[tuple[Sequence[str], Sequence[str]]] = BY_ROLE
) -> Sequence[str]:
    title = f" {' '.join(words(contact.title or ''))} "
    return next((said for roles, said in by_role if any(f" {r}" in title for r in roles)), ())
