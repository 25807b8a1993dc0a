"""The facts that may stand in a message to somebody: nothing that is not on record.

What is quoted is what was noted, without question marks; what is for a job is not.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.messages import For, Language, Wish
from netlog.records.standing import Open, Relationship, Standing
from netlog.rules import chains, coming, languages, reconnect
from netlog.rules.calling import called
from netlog.rules.discretion import is_for_job, is_of_others
from netlog.rules.drafts import may_be_sent, quotable
from netlog.rules.lines import is_of_another
from netlog.rules.turning import not_asked_yet
from netlog.wording import said_kind, short_day, unpointed

MOST_THINGS = 2


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
    if promised is None:
        return Sayable({}, ())
    said = _promised(promised, today, language)
    return said._replace(settles=(promised.ref,), about=promised.about)


def _promise(found: Standing, today: date, language: Language) -> Sayable:
    promised = _longest([one for one in found.open if not one.rested], "promise")
    return _promised(promised, today, language) if promised else Sayable({}, ())


def _promised(promise: Open, today: date, language: Language) -> Sayable:
    """What was promised, by its day where it is not quoted: "a look at her talk" is not for her."""
    if why := _kept_back(promise.about, jobs=False):
        return Sayable({"promise_day": languages.on(promise.since, today, language)}, (), (why,))
    return Sayable({"promise": quotable(promise.about)}, ())


def _topic(found: Standing, today: date, language: Language) -> dict[str, str | None]:
    """What was last spoken of, where it may be said to them."""
    topic = next((one for one in found.topics if one.on < today), None)
    if topic is None or not may_be_sent(topic.text):
        return {}
    said = quotable(topic.text.split("\n")[0])
    return {"topic": said, "topic_day": languages.on(topic.on, today, language)}
