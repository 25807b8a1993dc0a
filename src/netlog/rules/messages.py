"""What a message is for, and the facts that may stand in it: nothing that is not on record.

No message asks for a job; what is quoted is what was noted, without question marks.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.messages import For, Language, Wish
from netlog.records.standing import Open, Relationship, Standing
from netlog.rules import chains, coming, due, languages, reconnect
from netlog.rules.calling import called
from netlog.rules.discretion import is_for_job, is_of_others
from netlog.rules.drafts import may_be_sent, quotable
from netlog.rules.lines import is_of_another
from netlog.rules.standing import is_shown
from netlog.rules.turning import not_asked_yet, turn
from netlog.wording import listed, said_kind, short_day, unpointed

MOST_THINGS = 2
# Without any of these, a message of that kind has nothing to say.
NEEDED: Final[dict[For, tuple[str, ...]]] = {
    "thanks": ("thing", "favor", "favor_day"),
    "news": ("outcome",),
    "nudge": ("ask", "asked_day", "lead"),
    "decline": ("promise", "promise_day", "plan_day", "call_day"),
}


NOTHING: Final[dict[For, str]] = {
    "thanks": "to thank {name} for",
    "news": "to tell {name} of",
    "nudge": "that you wait for from {name}",
    "decline": "to decline that you promised {name} or planned with them",
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
    """What may stand in the places of a template, and the records that sending it settles.

    kept_back is what of the record is not written to them, with why, as sentences to you; about
    what a message is about that settles nothing, or lets something go; nudges are the refs of what
    it is a nudge for; wishes what it wishes them well for, by the place where that stands.
    """

    places: dict[str, str]
    settles: tuple[str, ...]
    kept_back: tuple[str, ...] = ()
    about: str | None = None
    nudges: tuple[str, ...] = ()
    wishes: Mapping[str, Wish] = {}


def urgent(found: Standing, today: date) -> For:
    """What is most urgent with them, as the week has it; else what `reconnect` begins with."""
    wanted = turn(found, today, today)
    if wanted and wanted.errand == "nudge":
        return "nudge"
    begins = wanted.begins if wanted else reconnect.beginning(found, today)[0]
    if begins == "thanks":
        return "thanks"
    if not due.of_person(found, today, today):
        # It comes up tomorrow, or has come to rest.
        known = any(one.kind == "outcome" and one.phase == "known" for one in found.open)
        return "news" if known else "reconnect"
    return "news" if begins == "outcome" else "reconnect"


def has_something(for_: For, facts: Sayable) -> bool:
    """Whether there is anything to say in a message of that kind."""
    needed = NEEDED.get(for_)
    return needed is None or any(facts.places.get(place) for place in needed)


def lacking(theirs: Theirs, for_: For, today: date) -> str:
    """That there is nothing for such a message, and when they were thanked for what there was."""
    name = theirs.known.contact.name
    sent = [one for one in theirs.known.thanks if one.sent_on]
    if for_ == "thanks" and sent:
        last = max(sent, key=lambda one: (one.sent_on or one.opened_on, one.id))
        on = last.sent_on or last.opened_on
        when = "today" if on == today else f"on {short_day(on, today)}"
        return f"Nothing to thank {name} for is open: thanked {when} ({last.ref})."
    return f"Nothing {NOTHING[for_].format(name=name)} is on record."


def noted(for_: For, facts: Sayable, wishes: Sequence[Wish]) -> str | None:
    """What is noted of such a message once it was sent: what you did, which is no topic."""
    about = f": {facts.about}" if facts.about else ""
    sent = f"Sent {listed([one.label for one in wishes])} wishes and asked" if wishes else "Asked"
    return {
        "reconnect": f"{sent} how they are",
        "nudge": f"Asked again{about}",
        "advice": "Asked for advice",
        "decline": f"Told them that I cannot{about}",
    }.get(for_)


def to_begin_with(found: Standing, for_: For, today: date) -> str | None:
    """The opening of `reconnect`, where a message does not have it: your notes are yours."""
    if for_ not in ("reconnect", "nudge"):
        return None
    begins, opening = reconnect.beginning(found, today)
    left_out = begins in ("reminder", "introduced", "lead", "topic")
    return opening.text if left_out or (begins == "date" and for_ == "nudge") else None


def of_meetings(known: Relationship, ids: Collection[int]) -> Relationship:
    """What came of those meetings alone, and all that they are owed thanks for."""
    owed = {one.favor.id for one in known.thanks if one.favor}
    return known._replace(
        favors=tuple(
            one for one in known.favors if one.id in owed or (one.meeting and one.meeting.id in ids)
        ),
        meetings=tuple(one for one in known.meetings if one.id in ids),
        plans=(),
        chases=(),
        remind_on=None,
    )


def facts(theirs: Theirs, for_: For, today: date, language: Language) -> Sayable:
    """What may be said to them, in a message of that kind."""
    known, found = theirs.known, theirs.found
    places = {
        "first": called(known.contact.name, theirs.nickname),
        "name": known.contact.name,
        "organization": theirs.organization,
        "me": theirs.me,
        "looking_for": theirs.looking_for and languages.sought(theirs.looking_for, language),
    }
    wished = coming.wishes(found, today, language)
    said = Sayable({}, ())
    match for_:
        case "thanks":
            said = _thanks(known, found, today, language)
        case "news":
            said = _news(known, found, today, language)
        case "nudge":
            said = _nudge(known, found, today, language)
        case "decline":
            said = _declined(known, found, today, language)
        case "reconnect":
            said = _promise(found, today, language)
            places |= _topic(found, today, language)
            places |= coming.planned(found, today, language)
    places |= wished.places | said.places
    return said._replace(
        places={place: " ".join(text.split()) for place, text in places.items() if text},
        wishes=wished.by_place,
    )


def _thanks(known: Relationship, found: Standing, today: date, language: Language) -> Sayable:
    """What is open; what was thanked for is not thanked for again."""
    faded = {one.ref for one in found.open if one.kind == "thanks" and one.faded}
    waiting = [t for t in known.thanks if t.state == "open" and t.opened_on <= today]
    named = [one for one in waiting if one.ref not in faded] or waiting
    by_id = {favor.id: favor for favor in known.favors}
    favors = [by_id[one.favor.id] for one in named if one.favor and one.favor.id in by_id]
    met = [(m.meeting.kind, m.meeting.happened_on) for m in named if m.meeting and not m.favor]
    latest = sorted(dict.fromkeys(met), key=lambda one: one[1])[-MOST_THINGS:]
    things = [languages.meeting(kind, on, today, language) for kind, on in latest]
    untold = {one.ref for one in found.open if one.kind == "outcome" and one.phase == "known"}
    news = next((favor for favor in favors if favor.outcome and favor.ref in untold), None)
    said = [favor for favor in favors if not is_of_others(favor.text)]
    promised = _promise(found, today, language)
    places = {
        "thing": f" {languages.WORDS[language].conjunction} ".join(things),
        "favor": quotable("; ".join(unpointed(favor.text) for favor in said)),
        "outcome": news and quotable(news.outcome or ""),
        **promised.places,
    }
    left = [one.done_on or one.opened_on for one in favors if one not in said]
    days = [languages.on(day, today, language) for day in sorted(left)]
    places["favor_day"] = languages.listed(days, language)
    settles = (*(one.ref for one in waiting), *([news.ref] if news else []))
    why = [_kept_back(favor.text, jobs=False) for favor in favors]
    why += _more_news(found, news.ref) if news else []
    why += promised.kept_back
    return Sayable({p: t for p, t in places.items() if t}, settles, tuple(filter(None, why)))


def _kept_back(text: str, *, jobs: bool = True) -> str | None:
    """Why that is not written to them, if it is not."""
    if jobs and is_for_job(text):
        return f"Not quoted, for a draft asks nobody for a job: {text}"
    if is_of_others(text):
        return f"Not quoted, for it speaks of them to somebody else: {text}"
    return None


def _news(known: Relationship, found: Standing, today: date, language: Language) -> Sayable:
    """The outcome that has waited longest, of those that are no longer at rest first.

    It thanks them for their part in it: what was owed for that help is thanked. Who never answered
    is told what they were asked for, and what they have news of.
    """
    waiting = [one for one in found.open if one.kind == "outcome" and one.phase == "known"]
    waiting.sort(key=lambda one: (one.rested, one.since))
    for one in waiting[:1]:
        favor = next(favor for favor in known.favors if favor.ref == one.ref)
        about, why = _what_they_know(favor, today, language)
        said = {**about, "outcome": quotable(one.about)}
        thanks = [
            owed.ref
            for owed in known.thanks
            if owed.state == "open" and owed.favor and owed.favor.id == favor.id
        ]
        return Sayable(said, (favor.ref, *thanks), (*why, *_more_news(found, favor.ref)))
    return Sayable({}, ())


def _what_they_know(
    favor: Favor, today: date, language: Language
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What they did, else what they were asked for or were on the way to; and what is kept back."""
    if favor.done_on:
        if kept := _kept_back(favor.text, jobs=False):
            return {"helped_day": languages.on(favor.done_on, today, language)}, (kept,)
        return {"helped": quotable(favor.text)}, ()
    if way := chains.way_of(favor.text):
        return {"lead": quotable(way)}, ()
    day = languages.on(favor.opened_on, today, language)
    if kept := _kept_back(favor.text):
        return {"asked_day": day}, (kept,)
    return {"ask": quotable(favor.text), "ask_day": day}, ()


def _more_news(found: Standing, told: str) -> list[str]:
    """The news that wait beside the one that is told, as sentences to you."""
    return [
        f"Not in it is this news ({one.ref}): {unpointed(one.about)}"
        for one in found.open
        if one.kind == "outcome" and one.phase == "known" and one.ref != told
    ]


def _nudge(known: Relationship, found: Standing, today: date, language: Language) -> Sayable:
    """All that they were asked for and the morning shows, else what waits longest.

    What is for a job is not quoted, and of a chain the way is named on which they were to help.
    """
    # Who was not asked yet, or stands before whoever was, may know nothing of it.
    told = [
        one
        for one in found.open
        if (one.kind == "waiting" or (one.asked and not is_of_another(found, one)))
        and one.phase != "broken"
    ]
    shown = reconnect.all_waited_for(found._replace(open=tuple(told)), today, today)
    longest = _longest(told, "waiting") or _longest(told, "lead")
    texts = {favor.ref: favor.text for favor in known.favors}
    asks, ways, unsaid, why = {}, [], [], []
    lines = shown or tuple(filter(None, [longest]))
    for one in lines:
        text, day = texts.get(one.ref, one.to), languages.on(one.since, today, language)
        if kept := _kept_back(text):
            why.append(kept)
            unsaid.append(day)
        elif one.kind == "waiting":
            asks[quotable(text)] = day
        else:
            ways.append(quotable(text))
    places = {
        "ask": "; ".join(asks),
        "ask_day": languages.listed(asks.values(), language),
        "asked_day": languages.listed(unsaid, language),
        "lead": languages.listed(ways, language),
    }
    about = "; ".join(dict.fromkeys(texts.get(one.ref, one.to) for one in lines)) or None
    why += not_asked_yet(found, today)
    return Sayable(places, (), tuple(why), about, tuple(one.ref for one in lines))


def waits(found: Standing, today: date) -> tuple[str, ...]:
    """The refs of all that waits for them and is shown, for which any message is a nudge."""
    return tuple(
        one.ref
        for one in found.open
        if one.kind in reconnect.WAITED_FOR and is_shown(one, today, today)
    )


def _longest(lines: Iterable[Open], kind: str) -> Open | None:
    found = [one for one in lines if one.kind == kind]
    return min(found, key=lambda one: (one.rested, one.since), default=None)


def _declined(known: Relationship, found: Standing, today: date, language: Language) -> Sayable:
    """The next meeting that is planned, else the promise that is nearest."""
    ahead = [one for one in known.plans if one.on >= today and coming.place_of(one.kind)]
    for plan in ahead[:1]:
        what = f"{said_kind(plan.kind)} on {short_day(plan.on, today)}"
        return Sayable(coming.to_decline(plan, today, language), (plan.ref,), (), what)
    promised = _longest(found.open, "promise")
    if not promised:
        return Sayable({}, ())
    if why := _kept_back(promised.about, jobs=False):
        day = languages.on(promised.since, today, language)
        return Sayable({"promise_day": day}, (promised.ref,), (why,), promised.about)
    return Sayable({"promise": quotable(promised.about)}, (promised.ref,), (), promised.about)


def _promise(found: Standing, today: date, language: Language) -> Sayable:
    """What was promised, by its day where it is not quoted: "a look at her talk" is not for her."""
    promised = _longest([one for one in found.open if not one.rested], "promise")
    if promised is None:
        return Sayable({}, ())
    if why := _kept_back(promised.about, jobs=False):
        return Sayable({"promise_day": languages.on(promised.since, today, language)}, (), (why,))
    return Sayable({"promise": quotable(promised.about)}, ())


def _topic(found: Standing, today: date, language: Language) -> dict[str, str | None]:
    """What was last spoken of, where it may be said to them."""
    topic = next((one for one in found.topics if one.on < today), None)
    if topic is None or not may_be_sent(topic.text):
        return {}
    said = quotable(topic.text.split("\n")[0])
    return {"topic": said, "topic_day": languages.on(topic.on, today, language)}
