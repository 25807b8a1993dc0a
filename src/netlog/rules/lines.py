"""What is due, in words: one open thing between you and somebody as a line of the morning."""

from datetime import date

from netlog.asking import asked, kindness
from netlog.named import NamedTuple
from netlog.records.due import DueItem, InWords, Line, Offered
from netlog.records.standing import Open, Standing
from netlog.rules.standing import is_of_another, is_reminder, last_seen
from netlog.wording import (
    LONGEST_TITLE,
    describe_cadence,
    listed,
    shell_cadence,
    short_day,
    slower,
    typed_anew,
    unpointed,
)

# From here on the report says how often something was put off.
OFTEN = 3


def line(found: Standing, one: Open, today: date, until: date | None = None) -> Line:
    """The line for something open, on that day, of what was looked for until then, or for today."""
    from netlog.rules import choices  # which belong to a line of the morning

    both = _said(found, one._replace(about=unpointed(one.about)), today)
    sentence, words = (_put_off(said, one, today) for said in both)
    due_on = one.late_since(today)
    item = DueItem(
        kind=one.kind,
        ref=one.ref,
        contact=found.contact,
        what=sentence.whole,
        about=(one.to if one.kind == "lead" else one.about) or words.whole,
        source=one.source,
        since=one.since,
        due_on=due_on,
        days_overdue=max(0, (today - due_on).days),
        settle=choices.settle(found, one, today, until or today),
        choices=choices.choices(found, one, today, until or today),
        rested=one.rested,
    )
    unhurried = one.kind in ("plan", "date") or (one.kind == "outcome" and one.phase != "known")
    return Line(item, words, sentence, one.part, unhurried)


def _put_off(said: InWords, one: Open, today: date) -> InWords:
    """With how often a line was put off, and a debt until when; gives way where room is less."""
    often = f" {one.snoozes} times" if one.snoozes >= OFTEN else ""
    day = ""
    # Of what is to come yet, the day stands beside it.
    if one.is_put_off and one.due_on < today:
        day = f" until {short_day(one.due_on, today)}"
    elif one.is_put_off and one.due_on == today and not often:
        day = " until today"
    if not (often or day):
        return said
    ends = said.ends or ("",)
    return said._replace(ends=(f"{ends[0]}; put off{often}{day}", *ends))


def _said(found: Standing, one: Open, today: date) -> tuple[InWords, InWords]:
    """As a sentence, and in fewer words under the heading of its kind."""
    on = short_day(one.since, today)
    match one.kind:
        case "thanks":
            return _thanks(one, on)
        case "promise":
            todo = _STILL_MEANT if one.phase == "late" else _Todo()
            return _debt(f"you promised on {on}: {one.about}", one.about, on, todo)
        case "waiting":
            todo = _LET_IT_REST if one.phase == "last" else _NUDGE
            return _debt(f"you {asked(one.about, on=on)}", kindness(one.about), on, todo)
        case "outcome":
            return _outcome(one, on)
        case "plan":
            return _plan(one, today)
        case "lead":
            if one.phase == "walked":
                return _walked(found, one)
            return _lead(found, one) if found.contact.id else _unknown(one)
        case "date":
            said = _date(one, today)
            return said, said
        case _:
            return _reconnect(found, one, today)


class _Todo(NamedTuple):
    """What is to be done: in full, its first clause, and in a word."""

    full: str = ""
    first: str = ""
    word: str = ""


_STILL_MEANT = _Todo(
    ": still meant? Keep it, tell them, or let it go", ": still meant? …", ": meant? …"
)
_NUDGE = _Todo(": nudge kindly", ": nudge kindly", ": nudge")
_LET_IT_REST = _Todo(": let it rest, and do something for them", ": let it rest…", ": rest…")


def _debt(sentence: str, about: str, on: str, todo: _Todo) -> tuple[InWords, InWords]:
    brief = _each(todo.first, todo.word)
    day = f" ({on})"
    return (
        InWords(sentence, _each(todo.full, todo.first), brief),
        InWords(about, _each(f"{day}{todo.full}", f"{day}{todo.first}", todo.first), brief),
    )


def _each(*ends: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, ends)))


def _thanks(one: Open, on: str) -> tuple[InWords, InWords]:
    late = "; late, and still welcome" if one.phase == "late" else ""
    if one.source is None or one.about.startswith("the "):
        ends = _each(late)
        return InWords(f"thanks for {one.about}", ends), InWords(one.about, ends)
    said, day = kindness(one.about), f" ({on})"
    # How late it is stands beside it.
    ends = _each(f"{day}{late}", late, day)
    return InWords(f"thanks for this: {said}", ends), InWords(said, ends)


def _outcome(one: Open, on: str) -> tuple[InWords, InWords]:
    if one.phase == "introduced":
        asks = InWords(f"how did it go with {one.about}", (f"? You introduced them on {on}",))
        return asks, asks
    if one.phase == "known":
        news = f"tell them how it turned out: {one.about}"
        return InWords(news), InWords(f"tell them: {one.about}")
    said = kindness(one.about)
    return (
        InWords(f"how did it go? They helped on {on}: {said}"),
        InWords(f"how did it go? {said} ({on})"),
    )


def _plan(one: Open, today: date) -> tuple[InWords, InWords]:
    if one.phase == "after":
        said = InWords(f"how was it? {one.about} ({short_day(one.due_on, today)})")
        return said, said
    ahead = (one.due_on - today).days
    when = {0: "today", 1: "tomorrow"}.get(ahead, f"on {short_day(one.due_on, today)}")
    if not one.at:
        return InWords(f"{when}: {one.about}"), InWords(one.about)
    # Who else comes may be many: the hour is what is wanted on the day.
    company, at, rest = one.about.partition(one.at)
    company_, told, _ = rest.partition(": ")
    ends = _each(
        f"{at}{rest}", f"{at}{company_}{'…' if told else ''}", f"{at}{'…' if rest else ''}"
    )
    brief = ends[-1:]
    return InWords(f"{when}: {company}", ends, brief), InWords(company, ends, brief)


def _lead(found: Standing, one: Open) -> tuple[InWords, InWords]:
    """A step of a chain: whom to thank before, whom to chase, and about whom, if that is another.

    In fewer words without the name of the person whose line it is.
    """
    whom = one.about
    is_own = not is_of_another(found, one)
    if one.phase in ("broken", "last"):
        stands = "no answer" if one.asked else "still waiting"
        broke = "it broke here" if one.phase == "broken" else stands
        whose = "" if is_own else f", {whom}"
        ends, brief = _each(f"{whose}: {broke}", f": {broke}"), _in_a_word(broke)
        way = _another_way(one)
        return (
            InWords(f"{broke}: {whom}, for {one.to}", offer=way),
            InWords(one.to, ends, brief, way),
        )
    thank = f"thank {listed(one.first)} first, then " if one.first else ""
    chased = whom if is_own else f"{found.contact.name}, about {whom}"
    about = "" if is_own else f" about {whom}"
    more = "…" if about else ""
    ends, brief = (f": {thank}chase kindly{about}",), (f": chase kindly{more}", f": chase{more}")
    if one.first:
        ends = (*ends, f": thank {listed(one.first)} first…")
        brief = (f": thank {one.first[0].split()[0]}…", ": thank…")
    return InWords(f"{thank}chase kindly: {chased}, for {one.to}"), InWords(one.to, ends, brief)


def _another_way(one: Open) -> Offered:
    return Offered("try another way", f"netlog path {typed_anew(one.to, LONGEST_TITLE)}")


_IN_A_WORD = {
    "it broke here": "broke",
    "no answer": "no answer",
    "still waiting": "waiting",
    "still unknown": "unknown",
    "in the archive": "archived",
    "find out who it is": "find out",
}


def _in_a_word(said: str, more: str = "") -> tuple[str, ...]:
    return f": {said}{more}", f": {_IN_A_WORD[said]}{more}"


def _walked(found: Standing, one: Open) -> tuple[InWords, InWords]:
    """A lead without a step to take: what came of it, that it may end.

    Where nobody stands for it, its title stands in the place of a name, and is not said again.
    """
    asks, answers = "what came of it?", " Landed, declined, or another step"
    offer = Offered("say so", f"netlog lead landed {one.ref}")
    ends, brief = (f": {asks}{answers}", f": {asks} …"), (f": {asks} …", ": what now?")
    said = InWords(one.to, ends, brief, offer)
    return said, said if found.contact.id else InWords(asks, (answers,), offer=offer)


def _unknown(one: Open) -> tuple[InWords, InWords]:
    """A step of a chain of which nobody is there who could be asked: find out who it is.

    The step stands in the place of a person, by what is known of it.
    """
    offer: Offered | None = _another_way(one)
    heard = ""
    match one.phase:
        case "archived":
            said = "in the archive"
            offer = Offered("go on without them", f"netlog lead step {one.ref} broken")
        case "broken":
            said = "it broke here"
        case "last":
            said = "still unknown"
        case _:
            said = "find out who it is"
            offer = Offered("who may know", _another_way(one).command)
            if one.heard:
                heard, offer = f"; you heard of it from {unpointed(one.heard)}", None
    return (
        InWords(f"{said}: {one.about}, for {one.to}", _each(heard), offer=offer),
        InWords(one.to, (f": {said}{heard}",), _in_a_word(said, "…" if heard else ""), offer),
    )


def _date(one: Open, today: date) -> InWords:
    label, years = one.label, one.about[len(one.label) :]
    ahead = (one.due_on - today).days
    day = short_day(one.due_on, today)
    if ahead < 0:
        since = years.replace("turning", "turned", 1)
        ends = ("; belated wishes are welcome", "; belated wishes")
        return InWords(f"{label} on {day}{since}", ends, ("; belated wishes", "; belated"))
    when = {0: "today", 1: "tomorrow"}.get(ahead, f"on {day}")
    return InWords(f"{label} {when}{years}") if years else InWords(label, (f" {when}",))


def _reconnect(found: Standing, one: Open, today: date) -> tuple[InWords, InWords]:
    every = found.silence.every_days
    last = last_seen(found, today)
    short = last.replace("last in touch ", "last ", 1)
    if is_reminder(found, one):
        if one.about:
            return (
                InWords(f"you wanted to be reminded: {one.about}", (f" ({last})", "")),
                InWords(f"reminder: {one.about}", (f" ({short})", "")),
            )
        said = InWords(f"you wanted to be reminded; {last}")
        return said, said
    if not every:
        said = InWords(f"put off until {short_day(one.due_on, today)}; {last}")
        return said, said
    meant = f", meant {describe_cadence(every)}"
    slow = slower(every)
    if not found.silence.ever_touched and slow and (today - one.due_on).days >= 2 * every:
        command = f"netlog every {one.ref} {shell_cadence(slow)}"
        never = f"met in {found.met_on.year}, not since" if found.met_on else "not in touch yet"
        return (
            InWords(f"{last}{meant}", offer=Offered("less often would do", command)),
            InWords(never, offer=Offered("less often", command, "?")),
        )
    return InWords(f"{last}{meant}"), InWords(f"{short}{meant}")
