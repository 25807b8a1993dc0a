"""Goals: what a target is when it is typed, which days it counts, and how far it is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from netlog.errors import UsageMistake
from netlog.records.goals import COUNTED, PERS, CountedTarget, Goal, NewTarget, Per, plural
from netlog.wording import quoted, short_day, shortened

EXAMPLES = 'try "5 coffees a week", "3 touches a day", "2 new people a month"'
BAR = 10
FULL, EMPTY = "▓", "░"
_ONE_OF = {
    "touch": "touches",
    "give": "gives",
    "ask": "asks",
    "thank": "thanks",
    "new person": "new people",
    "thank-you": "thanks",
    "thank-yous": "thanks",
}
_ARTICLES = ("a", "an", "each", "every", "per")
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "a": 1, "an": 1,
}  # fmt: skip
# So long it is asked each morning whether a goal is reached.
ASKED_DAYS = 7
# So long after its day Mondays ask what becomes of a goal.
PAST_DAYS = 28
LATER = "3m"
# So many goals has the line of a Monday, and so long they are where there is less room.
AT_ONCE, SHORTER = 3, (40, 30, 24, 18, 12)
MOST = 1000
# How near a word is to the one that was meant, 1 being the same.
NEAR = 0.8


# How far a target is, in words, in fewer, in the fewest.
Went = tuple[str, str, str]


def target(typed: str, kinds: Sequence[str]) -> NewTarget:
    """A target as "5 coffees a week" says it; raises UsageMistake for anything else."""
    words = typed.lower().replace("/", " a ").split()
    match words:
        case [*said, article, per] if article in _ARTICLES and per in PERS and len(said) > 1:
            number = _number(said[0])
            what = _counted(" ".join(said[1:]), kinds)
            if number and what:
                return NewTarget(number, what, _per(per))
    raise _unread(typed, words, kinds)


def _unread(typed: str, words: Sequence[str], kinds: Sequence[str]) -> UsageMistake:
    """What is no target, with what was meant where a word of it has a slip."""
    from difflib import get_close_matches

    said = f"Cannot read the target {quoted(typed)}"
    known = (*COUNTED, *kinds, *(f"{kind}s" for kind in kinds), *PERS, *_ARTICLES, *_NUMBERS)
    near = (get_close_matches(word, known, n=1, cutoff=NEAR) for word in words)
    mended = " ".join(one[0] if one else word for one, word in zip(near, words, strict=True))
    if mended == " ".join(words):
        return UsageMistake(f"{said}: {EXAMPLES}.")
    try:
        target(mended, kinds)
    except UsageMistake:
        return UsageMistake(f"{said}: {EXAMPLES}.")
    return UsageMistake(f"{said}.", advice=f'Did you mean "{mended}"?')


def _number(word: str) -> int | None:
    if word in _NUMBERS:
        return _NUMBERS[word]
    is_one = word.isascii() and word.isdigit() and 1 <= int(word) <= MOST
    return int(word) if is_one else None


def _counted(said: str, kinds: Sequence[str]) -> str | None:
    """What is counted, by the name that is stored: one of COUNTED, or a kind of meeting."""
    said = _ONE_OF.get(said, said)
    if said in COUNTED or said in kinds:
        return said
    for ending, instead in (("s", ""), ("es", ""), ("ies", "y")):
        if said.endswith(ending) and (kind := said.removesuffix(ending) + instead) in kinds:
            return kind
    return None


def _per(word: str) -> Per:
    return next(per for per in PERS if per == word)


def begun(per: str, today: date) -> date:
    """The first day of the present day, week (from Monday) or month."""
    if per == "day":
        return today
    return today - timedelta(days=today.weekday()) if per == "week" else today.replace(day=1)


def before(per: str, today: date) -> date:
    """The first day of the day, week or month before the present one."""
    return begun(per, begun(per, today) - timedelta(days=1))


def bar(one: CountedTarget) -> str:
    """How far it is, as a bar and as numbers: "▓▓▓▓▓▓░░░░ 3 of 5 coffees this week"."""
    return f"{_reached(one)} {'today' if one.per == 'day' else f'this {one.per}'}"


def bar_of_then(one: CountedTarget) -> str:
    """How far it came in a day, week or month that may be over: "… 3 of 5 coffees a week"."""
    return f"{_reached(one)} a {one.per}"


def _reached(one: CountedTarget) -> str:
    full = min(BAR, one.done * BAR // one.number)
    count = f"{one.done} of {one.number} {plural(one.what, one.number)}"
    return f"{FULL * full}{EMPTY * (BAR - full)} {count}"


def header(goals: Sequence[Goal], today: date) -> tuple[str, ...]:
    """The line of a Monday morning: what you are after, and how the last week went; none of others.

    The first says all, the others do in less and less room.
    """
    ahead = [goal for goal in goals if goal.state == "open" and not goal.is_past(today)]
    if today.weekday() or not ahead:
        return ()
    texts = [goal.text for goal in ahead]
    told = [_counts(goal, today) for goal in ahead]
    forms = [
        _line([_by(goal, today) for goal in ahead], told, 0),
        *(_line(texts, told, at) for at in (1, 2)),
    ]
    for most in range(min(len(ahead), AT_ONCE), 0, -1):
        forms += [_line([shortened(one, long) for one in texts], told, 2, most) for long in SHORTER]
    return tuple(forms)


def past(goals: Iterable[Goal], today: date) -> list[str]:
    """What is asked on Mondays of goals whose day has passed, for some weeks."""
    lately = [one for one in goals if one.by and (today - one.by).days <= PAST_DAYS]
    return [reached(one, today) for one in lately if one.is_past(today) and not today.weekday()]


def reached(goal: Goal, today: date) -> str:
    """Whether a goal is reached for which a lead has landed, or whose day has passed, and what
    ends the question; empty for any other.
    """
    named, done = f"'{goal.text}' ({goal.ref})", f"netlog goal drop {goal.ref} --done"
    if goal.landed is not None:
        landed = f"{goal.landed.title} landed on {short_day(goal.landed.on, today)}"
        return f"{landed}: is {named} reached? Yes: {done}   still going: {going_on(goal)}"
    if goal.by and goal.is_past(today):
        was = f"{named} was to be by {short_day(goal.by, today)}: is it reached?"
        later = f"netlog goal edit {goal.ref} --by {LATER}"
        return f"{was} Yes: {done}   later: {later}   let go: netlog goal drop {goal.ref}"
    return ""


def going_on(goal: Goal) -> str:
    """The command that says that a goal goes on, which may be or is over."""
    return f"netlog goal edit {goal.ref} --reopen"


def _by(goal: Goal, today: date) -> str:
    return f"{goal.text}, by {short_day(goal.by, today)}" if goal.by else goal.text


def _line(
    named: Sequence[str], told: Sequence[Sequence[Went]], at: int, most: int = AT_ONCE
) -> str:
    """The first goals with how each of their targets went, in that many of its words."""
    said = [
        f"{one} ({', '.join(counted[at] for counted in of)})" if of else one
        for one, of in zip(named[:most], told, strict=False)
    ]
    others = [f"+{len(named) - most}"] if len(named) > most else []
    return f"Goals: {'; '.join([*said, *others])}"


def _counts(goal: Goal, today: date) -> list[Went]:
    counts = [_last(one, today) for one in goal.targets]
    landed = "a lead landed: is it reached?"
    return [*counts, (landed, landed, "reached?")] if goal.landed else counts


def _last(one: CountedTarget, today: date) -> Went:
    """How far it came; of a week in which it was not set yet, what it is from now on."""
    if one.per == "week" and one.set_on and one.set_on > before("week", today):
        return one.said, one.said, one.said
    done = one.before if one.per == "week" else one.done
    when = {"day": "today", "week": "last week", "month": "this month"}[one.per]
    what = plural(one.what, one.number)
    brief = f"{done}/{one.number} {what}"
    return f"{done} of {one.number} {what} {when}", f"{brief} {when}", brief
