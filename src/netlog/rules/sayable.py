"""The facts that may stand in a message to somebody: nothing that is not on record.

What is quoted is what was noted, without question marks; what is for a job is not.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.messages import For, Language, Wish
from netlog.records.standing import Open, Relationship, Standing
from netlog.rules import chains, coming, languages, reconnect, thankable
from netlog.rules.calling import called
from netlog.rules.discretion import is_for_job, is_of_others, may_be_sent, quotable
from netlog.rules.standing import is_of_another
from netlog.rules.topics import spoken_of
from netlog.rules.turning import not_asked_yet
from netlog.wording import said_kind, short_day, unpointed


class Theirs(NamedTuple):
    """What is known of somebody, judged and unjudged, and what is known of you.

    is_looking: you look for something, be it nothing to write to them.
    """

    known: Relationship
    found: Standing
    nickname: str | None
    organization: str | None
    me: str | None
    looking_for: str | None
    is_looking: bool

    @property
    def names(self) -> tuple[str | None, ...]:
        """What they are called."""
        return (self.known.contact.name, self.nickname)


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


def kept_back(text: str, *theirs: str | None, jobs: bool = True) -> str | None:
    """Why that is not written to whom these names are of, if it is not, as a sentence to you."""
    if jobs and is_for_job(text):
        return f"Not quoted, for a draft asks nobody for a job: {text}"
    if is_of_others(text, *theirs):
        return f"Not quoted, for it speaks of them to somebody else: {text}"
    return None


class _To(NamedTuple):
    """To whom, on which day and in which language."""

    known: Relationship
    found: Standing
    names: tuple[str | None, ...]
    today: date
    language: Language

    def on(self, day: date) -> str:
        """The day as it stands by itself, in their language."""
        return languages.on(day, self.today, self.language)

    def kept_back(self, text: str, *, jobs: bool = True) -> str | None:
        """Why that is not written to them, if it is not."""
        return kept_back(text, *self.names, jobs=jobs)


def facts(theirs: Theirs, for_: For, today: date, language: Language) -> Sayable:
    """What may be said to them, in a message of that kind."""
    known, found = theirs.known, theirs.found
    to = _to(theirs, today, language)
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
            said = _thanks(to)
        case "news":
            said = _news(to)
        case "nudge":
            said = _nudge(to)
        case "decline":
            said = _declined(to)
        case "reconnect":
            said = _promise(to)
            places |= _topic(to)
            places |= coming.planned(found, today, language)
    places |= wished.places | said.places
    return said._replace(
        places={place: " ".join(text.split()) for place, text in places.items() if text},
        wishes=wished.by_place,
    )


def _to(theirs: Theirs, today: date, language: Language) -> _To:
    return _To(theirs.known, theirs.found, theirs.names, today, language)


def beside(theirs: Theirs, favors: Collection[Favor], today: date, language: Language) -> Sayable:
    """What may be said beside thanks for that help: how it turned out, else what they wait for."""
    to = _to(theirs, today, language)
    news = _untold(to, favors)
    return _outcome(to, news) if news else _promise(to)


def _untold(to: _To, favors: Iterable[Favor]) -> Favor | None:
    """The first of them of which they are to hear how it turned out."""
    untold = {one.ref for one in _news_open(to.found)}
    return next((favor for favor in favors if favor.outcome and favor.ref in untold), None)


def _thanks(to: _To) -> Sayable:
    """What is open; what was thanked for is not thanked for again."""
    known, language = to.known, to.language
    named, faded = thankable.named(to.found, known.thanks, to.today)
    by_id = {favor.id: favor for favor in known.favors}
    favors = [by_id[one.favor.id] for one in named if one.favor and one.favor.id in by_id]
    met = ((m.meeting.kind, m.meeting.happened_on) for m in named if m.meeting and not m.favor)
    things = thankable.meetings(met, to.today, language)
    news = _untold(to, favors)
    kept = [to.kept_back(favor.text, jobs=False) for favor in favors]
    said = thankable.quoted([one for one, why in zip(favors, kept, strict=True) if not why])
    days = [thankable.done_on(one) for one in favors if one not in said]
    promised, told = _promise(to), _outcome(to, news) if news else Sayable({}, ())
    places = {
        "thing": languages.listed(things, language),
        "favor": "; ".join(quotable(favor.text) for favor in said),
        "favor_day": thankable.days(days, to.today, language),
        **told.places,
        **promised.places,
    }
    kept += [*told.kept_back, *promised.kept_back, *thankable.left_out(faded, by_id, to.today)]
    settles = (*(one.ref for one in (*named, *faded)), *told.settles)
    return Sayable({p: t for p, t in places.items() if t}, settles, tuple(filter(None, kept)))


def _news(to: _To) -> Sayable:
    """The outcome that has waited longest, of those that are no longer at rest first.

    It thanks them for their part in it: what was owed for that help is thanked. Who never answered
    is told what they were asked for, and what they have news of.
    """
    waiting = sorted(_news_open(to.found), key=lambda one: (one.rested, one.since))
    for one in waiting[:1]:
        favor = next(favor for favor in to.known.favors if favor.ref == one.ref)
        about, why = _what_they_know(to, favor)
        told = _outcome(to, favor)
        thanks = [
            owed.ref
            for owed in to.known.thanks
            if owed.state == "open" and owed.favor and owed.favor.id == favor.id
        ]
        return Sayable(about | told.places, (*told.settles, *thanks), (*why, *told.kept_back))
    return Sayable({}, ())


def _outcome(to: _To, favor: Favor) -> Sayable:
    """How it turned out; by its day, and it stays to be told, where that is not quoted."""
    outcome, more = favor.outcome or "", _more_news(to.found, favor.ref)
    if why := to.kept_back(outcome, jobs=False):
        day = to.on(favor.outcome_on or to.today)
        then = f"Once it is told: netlog told {favor.ref}"
        return Sayable({"outcome_day": day}, (), (f"{unpointed(why)}. {then}", *more))
    return Sayable({"outcome": quotable(outcome)}, (favor.ref,), tuple(more))


def _what_they_know(to: _To, favor: Favor) -> tuple[dict[str, str], tuple[str, ...]]:
    """What they did, else what they were asked for or were on the way to; and what is kept back."""
    if favor.done_on:
        if kept := to.kept_back(favor.text, jobs=False):
            return {"helped_day": to.on(favor.done_on)}, (kept,)
        return {"helped": quotable(favor.text)}, ()
    day, way = to.on(favor.opened_on), chains.way_of(favor.text)
    if kept := to.kept_back(way or favor.text, jobs=not way):
        return {"asked_day": day}, (kept,)
    if way:
        return {"lead": quotable(way)}, ()
    return {"ask": quotable(favor.text), "ask_day": day}, ()


def _more_news(found: Standing, told: str) -> list[str]:
    """The news that wait beside the one that is told, as sentences to you."""
    return [
        f"Not in it is this news ({one.ref}): {unpointed(one.about)}"
        for one in _news_open(found)
        if one.ref != told
    ]


def _news_open(found: Standing) -> list[Open]:
    """The lines of what came of their help, of which they have not heard."""
    return [one for one in found.open if one.kind == "outcome" and one.phase == "known"]


def _nudge(to: _To) -> Sayable:
    """All that they were asked for and the morning shows, else what waits longest.

    What is for a job is not quoted, and of a chain the way is named on which they were to help.
    """
    # Who was not asked yet, or stands before whoever was, may know nothing of it.
    told = [
        one
        for one in to.found.open
        if (one.kind == "waiting" or (one.asked and not is_of_another(to.found, one)))
        and one.phase != "broken"
    ]
    shown = reconnect.all_waited_for(to.found._replace(open=tuple(told)), to.today, to.today)
    longest = _longest(told, "waiting") or _longest(told, "lead")
    texts = {favor.ref: favor.text for favor in to.known.favors}
    asks, ways, unsaid, why = {}, [], [], []
    lines = shown or tuple(filter(None, [longest]))
    for one in lines:
        text, day = texts.get(one.ref, one.to), to.on(one.since)
        if kept := to.kept_back(text):
            why.append(kept)
            unsaid.append(day)
        elif one.kind == "waiting":
            asks[quotable(text)] = day
        else:
            ways.append(quotable(text))
    places = {
        "ask": "; ".join(asks),
        "ask_day": languages.listed(asks.values(), to.language),
        "asked_day": languages.listed(unsaid, to.language),
        "lead": languages.listed(ways, to.language),
    }
    about = "; ".join(dict.fromkeys(texts.get(one.ref, one.to) for one in lines)) or None
    why += not_asked_yet(to.found, to.today)
    return Sayable(places, (), tuple(why), about, tuple(one.ref for one in lines))


def _longest(lines: Iterable[Open], kind: str) -> Open | None:
    found = [one for one in lines if one.kind == kind]
    return min(found, key=lambda one: (one.rested, one.since), default=None)


def _declined(to: _To) -> Sayable:
    """The next meeting that is planned, else the promise that is nearest."""
    ahead = [one for one in to.known.plans if one.on >= to.today and coming.place_of(one.kind)]
    for plan in ahead[:1]:
        what = f"{said_kind(plan.kind)} on {short_day(plan.on, to.today)}"
        return Sayable(coming.to_decline(plan, to.today, to.language), (plan.ref,), (), what)
    promised = _longest(to.found.open, "promise")
    if promised is None:
        return Sayable({}, ())
    return _promised(to, promised)._replace(settles=(promised.ref,), about=promised.about)


def _promise(to: _To) -> Sayable:
    promised = _longest(to.found.open, "promise")
    return _promised(to, promised) if promised else Sayable({}, ())


def _promised(to: _To, promise: Open) -> Sayable:
    """What was promised, by its day where it is not quoted: "a look at her talk" is not for her."""
    if why := to.kept_back(promise.about, jobs=False):
        return Sayable({"promise_day": to.on(promise.since)}, (), (why,))
    return Sayable({"promise": quotable(promise.about)}, ())


def _topic(to: _To) -> dict[str, str | None]:
    """What was last spoken of, where it may be said to them."""
    topic = next((one for one in spoken_of(to.found) if one.on < to.today), None)
    if topic is None or not may_be_sent(topic.text, *to.names):
        return {}
    return {"topic": quotable(topic.text.split("\n")[0]), "topic_day": to.on(topic.on)}
