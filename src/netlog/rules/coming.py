"""What is to come, of which a message speaks: days to wish them well for, and what is planned."""

from datetime import date, timedelta

from netlog.named import NamedTuple
from netlog.records.messages import Language, Wish
from netlog.records.standing import Open, Standing, ToCome
from netlog.rules import languages, reconnect
from netlog.rules.discretion import is_of_others, quotable
from netlog.typed import Final

NEAR: Final = timedelta(days=3)
BIRTHDAY: Final = "birthday"
# Kinds at which people speak without seeing each other, and those at which they do neither.
SPOKEN: Final = ("call", "video")
WRITTEN: Final = ("email", "message", "note")


class WellWished(NamedTuple):
    """The places of the days of theirs that are near, and what is wished for in each of them."""

    places: dict[str, str]
    by_place: dict[str, Wish]


def wishes(found: Standing, today: date, language: Language) -> WellWished:
    """The days with which `reconnect` begins, or which are near or just over."""
    places: dict[str, str] = {}
    by_place: dict[str, Wish] = {}
    begins_so = reconnect.beginning(found, today)[0] == "date"
    for one in found.open:
        if one.kind != "date" or not (begins_so or abs(one.due_on - today) <= NEAR):
            continue
        label = one.label
        place = BIRTHDAY if label == BIRTHDAY else "wish"
        if place not in places and not is_of_others(label):
            on = languages.on(one.due_on, today, language)
            said = f"{languages.wish(quotable(label), language)} {on}"
            places[place] = on if place == BIRTHDAY else said
            by_place[place] = Wish(label, one.due_on)
    return WellWished(places, by_place)


def place_of(kind: str) -> str | None:
    """The place of the day of such a meeting; None where there is nothing to look forward to."""
    if kind in WRITTEN:
        return None
    return "call_day" if kind in SPOKEN else "plan_day"


def planned(found: Standing, today: date, language: Language) -> dict[str, str]:
    """The next meeting that is planned at which you see them or speak with them."""
    ahead = [one for one in found.open if one.kind == "plan" and one.due_on > today]
    for one in sorted(ahead, key=lambda one: one.due_on):
        if place := place_of(_kind(one)):
            return {place: languages.on(one.due_on, today, language)}
    return {}


def _kind(one: Open) -> str:
    return one.source.kind if one.source else ""


def to_decline(plan: ToCome, today: date, language: Language) -> dict[str, str]:
    """What is said of a plan that is declined; whoever invited is thanked for the thought."""
    place = place_of(plan.kind)
    said = {place: languages.on(plan.on, today, language)} if place else {}
    if plan.invited_by == "them":
        said["invited"] = languages.WORDS[language].invited
    return said
