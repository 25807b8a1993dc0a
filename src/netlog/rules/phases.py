"""When a line comes to the morning, how long it stays, and in which words: ages, read afresh.

Nothing is written to make a line fade. Every line has an end: JUDGEMENT's table, line by line.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netlog.later import Later
from netlog.named import NamedTuple
from netlog.records.standing import Phase
from netlog.rules import peace

# Few lines ask what a kindness was.
words = Later("folding", "words")

WEEK = timedelta(days=7)
ONCE = timedelta(days=1)
THANKS_LATE, THANKS_REST, THANKS_FADE = 14, 90, 30
PROMISE_LATE, PROMISE_REST = 60, 120
NUDGE_DAYS, NUDGES, WAITING_LAST = 14, 2, 45
TOLD_REST = 120
STEP_DAYS = 10
HOW_DID_IT_GO = (30, 60, 120)
INTRODUCED = (30,)
DATE_AHEAD, DATE_AFTER = 7, 3
PLAN_AFTER = 7
NEVER_AGAIN: Mapping[date, date] = {}

# Thanks for these stay until they are said; for the others a month later nobody waits.
LASTING = frozenset({"interview"})

# Meals, gifts and small courtesies have no outcome that anybody waits to hear of, unless what
# they came with has one.
COURTESIES = frozenset(
    {
        *("coffee", "tea", "lunch", "dinner", "breakfast", "brunch", "drink", "drinks", "beer"),
        *("meal", "bill", "cake", "cookies", "chocolate", "chocolates", "wine", "bottle"),
        *("flowers", "gift", "gifts", "present", "presents", "card", "postcard", "wishes"),
        *("congratulations", "greetings", "birthday", "party", "lift", "ride", "umbrella"),
        *("ticket", "tickets", "sofa", "couch", "hug", "pizza", "sandwich", "snack", "toast"),
        *("coffees", "espresso", "lunches", "dinners", "supper", "picnic", "barbecue", "bbq"),
        *("sushi", "ramen", "burger", "soup", "bread", "pastry", "croissant", "croissants"),
        *("cookie", "biscuits", "muffin", "sweets", "candy", "jam", "honey", "beers", "champagne"),
        *("whisky", "whiskey", "tab", "bouquet", "roses", "candle", "souvenir", "compliment"),
        *("compliments", "condolences", "treated", "taxi"),
        # Gifts.
        *("book", "books", "novel", "magazine", "record", "vinyl", "cd", "dvd", "game", "puzzle"),
        *("perfume", "scarf", "socks", "mug", "toy", "toys", "teddy", "plant", "plants", "vase"),
        *("basket", "hamper", "voucher", "calendar", "necklace", "earrings", "painting", "fruit"),
        # Loans.
        *("lent", "lend", "borrow", "borrowed", "key", "keys", "charger"),
        *("car", "van", "bike", "bicycle", "ladder", "tools", "tent", "suitcase", "projector"),
        # Congratulations and kind words.
        *("congratulated", "congrats", "congratulation", "praise", "praised", "applauded"),
        *("kind", "nice", "encouragement", "encouraged", "cheered", "comforted", "consoled"),
        *("wished", "greeted", "hugged", "toasted", "thanked", "thanks", "smile", "applause"),
        # Courtesies.
        *("held", "door", "doors", "seat", "coat", "bag", "bags", "drove", "airport", "station"),
        *("babysat", "babysitting", "watered", "fed", "waved", "welcomed", "parcel", "luggage"),
    }
)
WITH_AN_OUTCOME = frozenset(
    {
        *("introduction", "introduced", "intro", "lead", "referral", "referred", "reference"),
        *("recommended", "recommendation", "advice", "cv", "resume", "job", "interview"),
        *("contact", "feedback", "review", "reviewed", "letter", "offer", "word", "name"),
        *("draft", "manuscript", "edited", "proofread", "publisher", "agent", "contract", "read"),
        *("chapter", "vouched", "pitch", "investor", "boss", "manager", "recruiter", "hr"),
        *("money", "cash", "rent", "deposit", "mortgage", "euros", "dollars", "pounds", "francs"),
        *("intros", "leads", "tip", "tips", "hint", "recommend", "refer", "client", "role"),
    }
)


class Stay(NamedTuple):
    """From when until before when a line is shown, and how it is said then."""

    comes_on: date
    rests_on: date | None
    phase: Phase = "due"
    rested: bool = False


def thanks(since: date, due_on: date, put_off: date | None, today: date) -> Stay:
    """Thanks that last: late from 14 days after what they are for, at rest after 90."""
    phase: Phase = "late" if today >= _later(since, THANKS_LATE) else "due"
    return _until(due_on, _later(since, THANKS_REST + 1), put_off, today, phase)


def small_thanks(since: date, due_on: date, put_off: date | None, today: date) -> Stay:
    """Thanks for a meeting like others: gone when it lies more than 30 days back."""
    return _until(due_on, _later(since, THANKS_FADE + 1), put_off, today, "due")


def promise(due_on: date, put_off: date | None, today: date) -> Stay:
    """A promise: is it still meant, from 60 days past its day on; at rest after 120."""
    phase: Phase = "late" if today >= _later(due_on, PROMISE_LATE) else "due"
    return _until(due_on, _later(due_on, PROMISE_REST + 1), put_off, today, phase)


def known_outcome(outcome_on: date, put_off: date | None, today: date) -> Stay:
    """An outcome that is not told: from the day after, at rest after 120."""
    due_on = _later(outcome_on, 1)
    return _until(due_on, _later(due_on, TOLD_REST + 1), put_off, today, "due")


def unknown_outcome(helped_on: date, put_off: date | None, today: date) -> Stay:
    """How it went: asked for a week each, 30, 60 and 120 days after they helped."""
    return _asked(helped_on, HOW_DID_IT_GO, put_off, today)


def introduction(on: date, put_off: date | None, today: date) -> Stay:
    """How it went with the two whom you brought together: asked once, for a week."""
    return _asked(on, INTRODUCED, put_off, today)


def _asked(since: date, after: tuple[int, ...], put_off: date | None, today: date) -> Stay:
    starts = [_later(since, days) for days in after]
    if put_off:
        starts = sorted([put_off, *(start for start in starts if start > put_off)])
    began = any(start <= today for start in starts)
    for start in starts:
        if today < start + WEEK:
            return Stay(start, start + WEEK, rested=began and today < start)
    return Stay(starts[-1], starts[-1] + WEEK, rested=True)


def waiting(
    due_on: date,
    touches: Iterable[date],
    put_off: date | None,
    today: date,
    last: timedelta = WEEK,
    again: Mapping[date, date] = NEVER_AGAIN,
) -> tuple[Stay, int]:
    """An ask that nobody answered, and how often it was nudged.

    A touch while it is shown is a nudge, and gives 14 days more. After two of them or 45 days it is
    said at last that it may rest, for a week or that long; what was put off until then for a week.
    Asked again, it comes on the day that was announced then, whether it was shown or not.
    """
    comes_on, nudges = due_on, 0
    last_on = _later(due_on, WAITING_LAST)
    for on in sorted({*touches, *again}):
        is_nudge = nudges < NUDGES and comes_on <= on
        if on in again:
            comes_on = again[on]
        # Once it has come to rest, being in touch does not wake it.
        elif is_nudge and on <= today and on < _later(last_on, last.days):
            comes_on = _later(on, NUDGE_DAYS)
        else:
            continue
        nudges += is_nudge
        last_on = comes_on if nudges == NUDGES else max(comes_on, last_on)
    if put_off and put_off > comes_on:
        last = WEEK if put_off >= last_on else last
        comes_on, last_on = put_off, max(last_on, put_off)
    rests_on = _later(last_on, last.days)
    phase: Phase = "last" if today >= last_on else "late" if nudges else "due"
    return Stay(comes_on, rests_on, phase, rested=today >= rests_on), nudges


def step(
    due_on: date,
    touches: Iterable[date],
    put_off: date | None,
    today: date,
    again: Mapping[date, date] = NEVER_AGAIN,
) -> tuple[Stay, int]:
    """A step of a chain that is not done, as an ask that nobody answered; the last word is once."""
    return waiting(due_on, touches, put_off, today, ONCE, again)


def broken(on: date, put_off: date | None, today: date) -> Stay:
    """A step that broke: another way is asked for from the day after, for a week."""
    due_on = _later(on, 1)
    return _until(due_on, _later(due_on, WEEK.days), put_off, today, "broken")


def archived(on: date, put_off: date | None, today: date) -> Stay:
    """A step of somebody who went into the archive: it is told as one that broke is."""
    return broken(on, put_off, today)._replace(phase="archived")


def step_due_on(since: date, by: date | None, asked_until: date | None) -> date:
    """When a step that is not done comes up: its day, else 10 days after it became current.

    Of one that was asked, on the day that was announced then, unless that has passed before.
    """
    if asked_until and asked_until >= since:
        return asked_until
    return by or _later(since, STEP_DAYS)


def has_own_day(opened_on: date, due_on: date | None) -> bool:
    """Whether the day of an ask is one that was named, not merely when to ask again."""
    return due_on is not None and due_on != _later(opened_on, NUDGE_DAYS)


def asked_until(on: date, by: date | None) -> date:
    """When a step asked on that day comes up: on its own day if that is ahead, else as a touch."""
    return by if by and by > on else _later(on, NUDGE_DAYS)


def yearly(on: date, today: date) -> Stay:
    """A birthday or the like that falls on that day: a week before, and belated for three days."""
    phase: Phase = "ahead" if today < on else "after" if today > on else "due"
    return Stay(on - timedelta(days=DATE_AHEAD), _later(on, DATE_AFTER + 1), phase)


def plan(on: date, put_off: date | None, today: date) -> Stay:
    """A plan: the day before and the day, and how it was for a week from the morning after."""
    phase: Phase = "ahead" if today < on else "after" if today > on else "due"
    return _until(on - timedelta(days=1), _later(on, PLAN_AFTER + 1), put_off, today, phase)


def is_courtesy(text: str) -> bool:
    """Whether a favor was a meal, a gift or a small courtesy, of which nobody asks how it went.

    So was that they said why it is a no.
    """
    if peace.is_why(text):
        return True
    said = frozenset(words(text))
    return not COURTESIES.isdisjoint(said) and WITH_AN_OUTCOME.isdisjoint(said)


def _until(comes_on: date, rests_on: date, put_off: date | None, today: date, phase: Phase) -> Stay:
    """What was put off is shown for a week at least, as it was announced."""
    if put_off and put_off > comes_on:
        comes_on, rests_on = put_off, max(rests_on, _later(put_off, WEEK.days))
    return Stay(comes_on, rests_on, phase, rested=today >= rests_on)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
