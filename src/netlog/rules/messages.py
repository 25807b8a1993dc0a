"""What a message is for, and the facts that may stand in it: nothing that is not on record.

No message asks for a job; what is quoted is what was noted, without question marks.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from netlog.folding import words
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.messages import For, Language
from netlog.records.standing import Open, Relationship, Standing
from netlog.rules import due, languages, reconnect
from netlog.rules.drafts import OF_OTHERS, QUESTION_MARKS, may_be_sent
from netlog.rules.names import TITLES
from netlog.wording import shortened, unpointed

LONGEST = 200
MOST_THINGS = 2
BIRTHDAY_WITHIN = timedelta(days=3)
# Words before a name that one does not call somebody by alone.
CALLED_WITH: Final = frozenset(
    {
        *("judge", "captain", "officer", "father", "sister", "brother", "rabbi", "pastor"),
        *("uncle", "aunt", "coach", "don", "dona", "lord", "lady", "imam", "senator", "mayor"),
    }
)
OF_LINE: Final[dict[str, For]] = {"thanks": "thanks", "waiting": "nudge", "lead": "nudge"}
# Without any of these, a message of that kind has nothing to say.
NEEDED: Final[dict[For, tuple[str, ...]]] = {
    "thanks": ("thing", "favor"),
    "news": ("outcome",),
    "nudge": ("ask", "lead"),
    "decline": ("promise", "plan_day"),
}


class Theirs(NamedTuple):
    """What is known of somebody, judged and unjudged, and what is known of you."""

    known: Relationship
    found: Standing
    nickname: str | None
    organization: str | None
    me: str | None
    looking_for: str | None


class Sayable(NamedTuple):
    """What may stand in the places of a template, and the records that sending it settles."""

    places: dict[str, str]
    settles: tuple[str, ...]


def urgent(found: Standing, today: date) -> For:
    """What their most urgent line wants; without one, what `reconnect` begins with."""
    lines = due.of_person(found, today, today)
    phases = {(one.kind, one.ref): one.phase for one in found.open}
    for line in lines:
        phase = phases[line.kind, line.ref]
        if line.kind == "outcome" and phase == "known":
            return "news"
        if line.kind in OF_LINE and phase not in ("broken", "last"):
            return OF_LINE[line.kind]
        return "reconnect"
    if any(one.kind == "outcome" and one.phase == "known" for one in found.open):
        return "news"  # it comes up tomorrow, or has come to rest
    begins, _ = reconnect.beginning(found, today)
    return "thanks" if begins == "thanks" else "reconnect"


def has_something(for_: For, facts: Sayable) -> bool:
    """Whether there is anything to say in a message of that kind."""
    needed = NEEDED.get(for_)
    return needed is None or any(facts.places.get(place) for place in needed)


def facts(theirs: Theirs, for_: For, today: date, language: Language) -> Sayable:
    """What may be said to them, in a message of that kind."""
    known, found = theirs.known, theirs.found
    places = {
        "first": called(known.contact.name, theirs.nickname),
        "name": known.contact.name,
        "organization": theirs.organization,
        "me": theirs.me,
        "looking_for": theirs.looking_for and unpointed(theirs.looking_for),
        "birthday": _birthday(found, today, language),
    }
    settles: tuple[str, ...] = ()
    match for_:
        case "thanks":
            places |= _thanks(known, found, today, language)
        case "news":
            news, settles = _news(known, found)
            places |= news
        case "nudge":
            places |= _nudge(known, found, today, language)
        case "decline":
            said, settles = _declined(known, found, today, language)
            places |= said
        case "reconnect":
            places |= _promise(found) | _topic(found, today, language)
            places |= _plan(found, today, language)
    return Sayable(
        {place: " ".join(said.split()) for place, said in places.items() if said}, settles
    )


def called(name: str, nickname: str | None) -> str | None:
    """What to call them: the nickname, else the first name; the whole name where it is not plain.

    Nothing for who has no name but what they are: "the postman".
    """
    if nickname:
        return nickname
    last, comma, rest = name.partition(",")
    parts = (rest if comma and rest.strip() else last).split()
    if not parts or parts[0][0].islower():
        return None
    plain = parts[0].strip(".").casefold()
    if len(plain) < 2 or plain in TITLES or plain in CALLED_WITH:
        return name
    return parts[0]


def _quotable(text: str) -> str:
    """A text of yours as it may be quoted to them."""
    plain = "".join(char for char in " ".join(text.split()) if char not in QUESTION_MARKS)
    return shortened(plain.translate(_UNQUOTED).rstrip(" .!"), LONGEST)


_UNQUOTED = {ord(char): "'" for char in '"“”„«»'} | {ord("{"): "(", ord("}"): ")"}


def _thanks(
    known: Relationship, found: Standing, today: date, language: Language
) -> dict[str, str | None]:
    """What is open; with nothing open what they did last."""
    refs = {one.ref for one in found.open if one.kind == "thanks" and not one.faded}
    waiting = [one for one in known.thanks if one.ref in refs and one.opened_on <= today]
    by_id = {favor.id: favor for favor in known.favors}
    favors = [by_id[one.favor.id] for one in waiting if one.favor and one.favor.id in by_id]
    met = [(m.meeting.kind, m.meeting.happened_on) for m in waiting if m.meeting and not m.favor]
    if not waiting:
        favors = [f for f in known.favors if f.direction == TO_ME and f.done_on][:1]
        touched = [one for one in known.meetings if one.kind != NOT_A_TOUCH]
        met = [] if favors else [(one.kind, one.on) for one in touched[:1]]
    latest = sorted(dict.fromkeys(met), key=lambda one: one[1])[-MOST_THINGS:]
    things = [languages.meeting(kind, on, today, language) for kind, on in latest]
    untold = {one.ref for one in found.open if one.kind == "outcome" and one.phase == "known"}
    outcome = next((favor.outcome for favor in favors if favor.ref in untold), None)
    return {
        "thing": f" {languages.WORDS[language].conjunction} ".join(things),
        "favor": _quotable("; ".join(unpointed(favor.text) for favor in favors)),
        "outcome": outcome and _quotable(outcome),
        **_promise(found),
    }


def _news(known: Relationship, found: Standing) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """The outcome that has waited longest, of those that are no longer at rest first."""
    waiting = [one for one in found.open if one.kind == "outcome" and one.phase == "known"]
    waiting.sort(key=lambda one: (one.rested, one.since))
    for one in waiting[:1]:
        favor = next(favor for favor in known.favors if favor.ref == one.ref)
        said = {"helped": _quotable(favor.text), "outcome": _quotable(one.about)}
        return {**said}, (favor.ref,)
    return {}, ()


def _nudge(
    known: Relationship, found: Standing, today: date, language: Language
) -> dict[str, str | None]:
    waiting = _longest(found.open, "waiting")
    if waiting:
        favor = next(favor for favor in known.favors if favor.ref == waiting.ref)
        day = languages.on(favor.opened_on, today, language)
        return {"ask": _quotable(favor.text), "ask_day": day}
    step = _longest([one for one in found.open if one.phase != "broken"], "lead")
    return {"lead": _quotable(step.to)} if step else {}


def _longest(lines: Iterable[Open], kind: str) -> Open | None:
    found = [one for one in lines if one.kind == kind]
    return min(found, key=lambda one: (one.rested, one.since), default=None)


def _declined(
    known: Relationship, found: Standing, today: date, language: Language
) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """The next meeting that is planned, else the promise that is nearest."""
    ahead = [plan for plan in known.plans if plan.on >= today]
    if ahead:
        return {"plan_day": languages.on(ahead[0].on, today, language)}, (ahead[0].ref,)
    promised = _longest(found.open, "promise")
    if promised:
        return {"promise": _quotable(promised.about)}, (promised.ref,)
    return {}, ()


def _promise(found: Standing) -> dict[str, str | None]:
    promised = _longest([one for one in found.open if not one.rested], "promise")
    if promised is None or not OF_OTHERS.isdisjoint(words(promised.about)):
        return {}  # "a look at her talk" is not said to her
    return {"promise": _quotable(promised.about)}


def _topic(found: Standing, today: date, language: Language) -> dict[str, str | None]:
    """What was last spoken of, where it may be said to them."""
    topic = next((one for one in found.topics if one.on < today), None)
    if topic is None or not may_be_sent(topic.text):
        return {}
    said = _quotable(topic.text.split("\n")[0])
    return {"topic": said, "topic_day": languages.on(topic.on, today, language)}


def _plan(found: Standing, today: date, language: Language) -> dict[str, str | None]:
    days = [one.due_on for one in found.open if one.kind == "plan" and one.due_on > today]
    return {"plan_day": languages.on(min(days), today, language) if days else None}


def _birthday(found: Standing, today: date, language: Language) -> str | None:
    for one in found.open:
        is_birthday = one.kind == "date" and one.about.startswith("birthday")
        if is_birthday and abs(one.due_on - today) <= BIRTHDAY_WITHIN:
            return languages.on(one.due_on, today, language)
    return None
