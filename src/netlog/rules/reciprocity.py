"""Give and take: when promises come up, when asking is one too many, and how things stand."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from netlog.asking import asked, awaited, kindness
from netlog.records.reciprocity import Balance, Check, GiveAndTake, Reason, Thresholds
from netlog.records.standing import Act, Open, Standing
from netlog.rules import peace, phases
from netlog.rules.account import account, bills, thanked_for
from netlog.rules.acts import acts
from netlog.rules.seeking import reads_on
from netlog.rules.standing import is_asked, is_of_another, is_shown, last_seen
from netlog.wording import count, describe_cadence, listed, ordinal, short_day, times, unpointed

PROMISE_DAYS = 7
LAST_SHOWN = 5
NEWLY_KNOWN = timedelta(days=14)
ONE_SIDED = 3
TOO_LONG = 1.5
DAYS_IN_A_MONTH = 30.44
# What you owe them, whether its day has come or not.
OWED = ("thanks", "promise", "outcome")
# The lines that speak against asking, in their order, before the others.
LINES = ("thanks", "waiting", "lead", "promise", "outcome", "plan", "date", "reconnect")


def promise_due_on(opened_on: date, by: date | None) -> date:
    """When a promise to them is due."""
    return by or opened_on + timedelta(days=PROMISE_DAYS)


def waiting_due_on(opened_on: date, by: date | None) -> date:
    """When to ask again after what they were asked for."""
    return by or opened_on + timedelta(days=phases.NUDGE_DAYS)


def check(
    found: Standing, today: date, limits: Thresholds, looking_for: str | None = None
) -> Check:
    """What to think of before asking them for something, today."""
    between = account(found, today)
    why = tuple(_once(_reasons(found, between, today, limits)))
    return Check(
        contact=found.contact,
        fine=not why,
        reasons=why,
        last=_last(between.acts),
        bills=bills(found, today),
        last_touch_on=found.last_touch_on,
        go_ahead=None if why else _go_ahead(found, between, today),
        instead=_instead(found, today) if why else None,
        advice=advice(looking_for) if (why or looking_for) and not found.peace else None,
    )


def _instead(found: Standing, today: date) -> str:
    """How to begin without an ask."""
    from netlog.rules.reconnect import opening  # which of whom you may ask nobody needs

    return opening(found, today).text


def _last(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The newest acts; of one day one of each kind before more of them."""
    seen: dict[tuple[date, str], int] = {}

    def place(act: Act) -> tuple[int, int]:
        seen[act.on, act.kind] = before = seen.get((act.on, act.kind), -1) + 1
        return -act.on.toordinal(), before

    return tuple(sorted(acts, key=place)[:LAST_SHOWN])


def _go_ahead(found: Standing, between: GiveAndTake, today: date) -> str:
    """What is true of somebody whom you may ask: thanked, told, and when you were in touch.

    Where nothing was to be thanked for or told, that nothing is owed.
    """
    if not found.last_touch_on:
        return f"Go ahead: {'newly met' if found.met_on else 'new in your book'}."
    settled = [("thanked", between.thanked), ("told", between.told)]
    said = [word for word, is_so in settled if is_so]
    if not said and not _is_owed(found, between):
        said = ["nothing owed"]
    return f"Go ahead: {', '.join([*said, last_seen(found, today)])}."


def _is_owed(found: Standing, between: GiveAndTake) -> bool:
    """Whether anything is open to them, or was let go that they never had."""
    return between.let_go or any(one.kind in OWED for one in found.open)


def advice(looking_for: str | None) -> str:
    """The question that asks for advice, in place of the ask itself."""
    if looking_for and reads_on(looking_for):
        return f"I am looking for {looking_for}; what would make my search succeed?"
    if looking_for:
        return f"I am working towards this: '{looking_for}'; what would make it succeed?"
    return "What would you do in my place?"


def asking(looking_for: str | None) -> str:
    """How to begin with whoever may be asked for advice."""
    return f'Ask for advice: "{advice(looking_for)}"'


def reasons(found: Standing, today: date, limits: Thresholds) -> Iterator[Reason]:
    """Why asking now would be one time too many; none where nothing speaks against it.

    Of whoever is left in peace nothing is waited for, and no silence is too long.
    """
    return _once(_reasons(found, account(found, today), today, limits))


def _once(why: Iterable[Reason]) -> Iterator[Reason]:
    """No sentence twice: thanks for two lunches of a day are said alike."""
    yield from {one.text: one for one in why}.values()


def _reasons(
    found: Standing, between: GiveAndTake, today: date, limits: Thresholds
) -> Iterator[Reason]:
    if found.peace:
        days = (today - found.peace.since).days
        yield Reason("said_no", peace.why(found.peace, today), days, found.peace.since)
    yield from _asks(between, today, limits)
    for one in sorted((*found.open, *found.unthanked), key=lambda one: LINES.index(one.kind)):
        one = one._replace(about=unpointed(one.about))
        if found.peace and one.kind in ("waiting", "lead"):
            continue
        if reason := _of_chain(found, one, today) or _of_line(one, today):
            yield reason
    if not found.peace and (reason := _silence(found, today, limits)):
        yield reason
    if between.asked_in_a_year >= ONE_SIDED and not between.given_in_a_year:
        said = f"in a year you asked {times(between.asked_in_a_year)}, and did nothing for them"
        yield Reason("one_sided", said, between.asked_in_a_year, None)


def _asks(between: GiveAndTake, today: date, limits: Thresholds) -> Iterator[Reason]:
    row = between.row_of_asks
    if len(row) >= limits.asks_in_a_row:
        days = listed([short_day(on, today) for on in reversed(row)])
        text = f"you asked on {days}, with nothing for them in between"
        yield Reason("asks_in_a_row", text, len(row), row[-1])
    asked = between.asks_in_90_days
    if len(asked) >= limits.asks_in_90_days:
        text = f"this would be the {ordinal(len(asked) + 1)} ask in 90 days"
        yield Reason("asks_in_90_days", text, len(asked), asked[-1])


def _of_chain(found: Standing, one: Open, today: date) -> Reason | None:
    """What a lead waits for from them, or from whoever stands after them and whom they may know:
    from the day on which the morning says so.
    """
    if one.kind != "lead" or one.phase == "broken" or one.asked_until > today:
        return None
    if one.phase == "walked":
        if not is_shown(one, today, today):
            return None
        text = f"they have not heard what came of the way to {one.to}"
        return Reason("not_told", text, (today - one.since).days, one.since)
    since = short_day(one.since, today)
    if not is_of_another(found, one):
        text = f"you still wait for them on the way to {one.to}: answer or nudge first"
        if not one.asked:
            text = f"the way to {one.to} has stood with them since {since}: ask for that first"
    elif one.asked:
        text = f"you still wait for {one.about} on the way to {one.to}: ask them about that first"
    else:
        text = f"the way to {one.to} has stood with {one.about} since {since}: "
        text += "ask them about that first"
    return Reason("still_waiting", text, (today - one.since).days, one.since)


def _of_line(one: Open, today: date) -> Reason | None:
    """What is open between you, where it speaks against asking."""
    on = short_day(one.since, today)
    days = (today - one.since).days
    match one.kind:
        case "thanks" if one.asked_until <= today and not one.faded:
            said = f"you have not thanked them for {thanked_for(one)}"
            return Reason("not_thanked", said, days, one.since)
        case "waiting" if one.asked_until < today:
            text = f"you still wait for {awaited(one.about)} since {on}: answer or nudge first"
            return Reason("still_waiting", text, days, one.since)
        case "promise" if one.asked_until < today:
            by = short_day(one.asked_until, today)
            text = f"you promised this by {by}: {one.about}"
            return Reason("promised", text, (today - one.asked_until).days, one.since)
        case "outcome" if one.phase == "introduced" and is_shown(one, today, today):
            text = f"you have not asked how it went with {one.about}, whom you introduced"
            return Reason("not_told", text, days, one.since)
        case "outcome" if is_shown(one, today, today):
            what = one.about if one.phase == "known" else kindness(one.about)
            text = f"they have not heard how this turned out: {what}"
            return Reason("not_told", text, days, one.since)
    return None


def _silence(found: Standing, today: date, limits: Thresholds) -> Reason | None:
    quiet = found.silence
    if not quiet.ever_touched and today - quiet.since > NEWLY_KNOWN:
        then = "begin with how they are, then ask for advice"
        since = f"you added them on {short_day(quiet.since, today)}"
        if found.met_on:
            since = f"you met in {found.met_on.year}"
        text = f"not in touch since {since}: {then}"
        return Reason("never_in_touch", text, quiet.days, quiet.since)
    longest = TOO_LONG * quiet.every_days if quiet.every_days else limits.silent_days
    if quiet.days < longest:
        return None
    meant = f", meant {describe_cadence(quiet.every_days)}" if quiet.every_days else ""
    text = f"silent for {_span(quiet.days)}{meant}: begin with something for them"
    return Reason("silent", text, quiet.days, quiet.since)


def _span(days: int) -> str:
    """In months once two of them are whole; before that in days."""
    if days < 2 * DAYS_IN_A_MONTH:
        return count(days, "day")
    return count(round(days / DAYS_IN_A_MONTH), "month")


def balance(found: Standing, today: date, limits: Thresholds) -> Balance:
    """How things stand with one contact, in one plain sentence that `check` never contradicts."""
    between = account(found, today)
    kinds = [one.kind for one in found.open]
    return Balance(
        contact=found.contact,
        given=between.given,
        received=between.received,
        open_to_them=kinds.count("promise"),
        open_to_me=kinds.count("waiting") + sum(is_asked(found, one) for one in found.open),
        last_given_on=between.last_given_on,
        last_received_on=between.last_received_on,
        asks=between.asked_in_a_year,
        gives=between.given_in_a_year,
        text=_sentence(found, between, today, limits),
    )


def _sentence(found: Standing, between: GiveAndTake, today: date, limits: Thresholds) -> str:
    name = found.contact.name
    why = next(_reasons(found, between, today, limits), None)
    if why:
        return f"Before you ask {name} again: {why.text}."
    if between.received and not between.unthanked:
        told = between.heard and not between.untold
        return f"What {name} did for you is {'thanked and told' if told else 'thanked'}."
    if between.received > between.given:
        return _of_help(found, between)
    if between.given > between.received:
        return f"You have been there for {name}."
    if between.given:
        return f"You and {name} help one another."
    open_ = next(filter(None, (_still_open(found, one) for one in found.open)), None)
    return open_ or f"Nothing is open between you and {name}."


def _of_help(found: Standing, between: GiveAndTake) -> str:
    """What is to be done for help without thanks: those first; something in their place only
    where something is owed beside, or was let go.
    """
    name = found.contact.name
    thanks = (_still_open(found, one) for one in found.open if one.kind == "thanks")
    if said := next(filter(None, thanks), None):
        return said
    if _is_owed(found, between):
        return f"{name} helped you: think of something for them."
    return f"{name} helped you, and nothing is owed for it."


def _still_open(found: Standing, one: Open) -> str | None:
    """What is open of which nobody waits yet."""
    name = found.contact.name
    one = one._replace(about=unpointed(one.about))
    match one.kind:
        case "promise":
            return f"You promised {name} this: {one.about}."
        case "waiting":
            return f"You {asked(one.about, name)}."
        case "lead" if is_asked(found, one):
            return f"You asked {name} for help on the way to {unpointed(one.to)}."
        case "thanks" if not one.faded:
            return f"You may still thank {name} for {thanked_for(one)}."
    return None


def is_any(found: Standing) -> bool:
    """Whether anything was given, taken, promised or asked; news alone are none of it."""
    done = any(act.kind in ("gift", "help", "ask") for act in acts(found.facts))
    return done or any(one.kind in ("promise", "waiting", "lead") for one in found.open)


def balances(standings: Iterable[Standing], today: date, limits: Thresholds) -> list[Balance]:
    """Everybody with something given or taken: who gave you most and got least comes first."""
    found = [balance(one, today, limits) for one in standings]
    return sorted(
        found,
        key=lambda b: (b.given - b.received, b.gives - b.asks, b.contact.name, b.contact),
    )
