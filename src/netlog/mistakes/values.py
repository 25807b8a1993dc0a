"""What an option or an argument takes: whether a value can be read there, and one that can."""

from collections.abc import Sequence

from netlog import clock
from netlog.errors import NetlogError
from netlog.mistakes.option_words import TAKES
from netlog.records.people import CIRCLES
from netlog.records.thanks import HOWS
from netlog.rules import bare, cadence, dates
from netlog.store.config import settings
from netlog.typed import Any

# Options whose day is still to come, and what else a day is of.
AHEAD = ("--by", "--next", "--first-on")
SAMPLES = {"--birthday": "1990-05-15", "--met-on": "2024-05-15", **dict.fromkeys(AHEAD, "friday")}


def choices_of(param: Any) -> list[str]:
    """What the option or argument chooses from; none when it takes anything."""
    choices = getattr(param.type, "choices", None)
    if choices:
        return list(choices)
    metavar = param.metavar or ""
    between = metavar.startswith("[") and metavar.endswith("]") and "|" in metavar
    return metavar[1:-1].split("|") if between else []


def is_word_of(argument: Any, word: str) -> bool:
    """Whether it is a word that an argument, or an option, chooses from: a state, a kind, a day."""
    known, parts = settings(), _parts(argument.metavar or "")
    words = {
        "KIND": known.kinds,
        "STAGE": (*known.stages, *known.endings),
        "HOW": HOWS,
        "CIRCLE": CIRCLES,
    }
    chosen = {*choices_of(argument), *(one for part in parts for one in words.get(part, ()))}
    return word in chosen or ("DAY" in parts and is_read("DATE", word))


def sample(option: Any, path: Sequence[str] = ()) -> str:
    """A value that the option takes; of a plan each day is to come."""
    named = next((SAMPLES[name] for name in option.opts if name in SAMPLES), None)
    if named is None and "--on" in option.opts and path[:1] == ("plan",):
        named = "friday"
    choices = choices_of(option)
    metavar = option.metavar or "VALUE"
    return named or (choices[0] if choices else TAKES.get(metavar, ("", metavar))[1])


def takes(option: Any, values: Sequence[str]) -> bool:
    """Whether the option can be given these values."""
    if len(values) != option.nargs:
        return False
    choices = choices_of(option)
    if choices:
        return values[0] in choices
    if option.metavar == "KIND":
        return values[0] in settings().kinds
    if option.metavar == "N":
        return values[0].isdecimal() and int(values[0]) > 0
    ahead = any(name in AHEAD for name in option.opts)
    return is_read(option.metavar or "", values[0], ahead=ahead, born="--birthday" in option.opts)


def is_read(metavar: str, typed: str, *, ahead: bool = False, born: bool = False) -> bool:
    """Whether a day, a span, a time or a cadence can be read; what is none of them always can."""
    today = clock.today()
    try:
        match metavar:
            case "DURATION":
                dates.parse_duration(typed, today)
            case "CADENCE":
                cadence.parse_own_cadence(typed)
            case "DATE" if born:
                dates.parse_past_birthday(typed, today)
            case "DATE":
                day = dates.parse_date(typed, today, "future" if ahead else "past")
                return day >= today or not ahead
            case "TIME":
                return bare.time(typed) is not None
    except NetlogError:
        return False
    return True


def place_of(metavar: str) -> str:
    """The span, cadence or day that an argument of that metavar takes; the metavar of others."""
    days = [part for part in _parts(metavar) if part in ("DURATION", "CADENCE", "DAY")]
    return days[0] if days else metavar.strip("[].")


def _parts(metavar: str) -> list[str]:
    """The names in "[WHO]... [HOW]"."""
    return metavar.translate({ord(sign): " " for sign in "[]."}).split()


def mended(metavar: str, typed: str) -> str:
    """The value as it can be typed there: 3 is 3d, and one that nobody can read another."""
    if metavar not in ("DURATION", "CADENCE", "SPAN"):
        return typed
    value = f"{typed}d" if typed.isdecimal() else typed.lstrip("-")
    return value if is_read(metavar, value) else TAKES.get(metavar, ("", "2w"))[1]
