"""The config file, a small TOML: where the book is, your card, and how netlog judges."""

import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from netlog.clock import LATEST_END
from netlog.contexts import contextmanager
from netlog.later import Later
from netlog.named import NamedTuple
from netlog.records.leads import ENDINGS, STAGES
from netlog.records.meetings import KINDS, is_kind
from netlog.records.people import CIRCLES
from netlog.records.reciprocity import Thresholds
from netlog.records.thanks import FAVOR, ThanksRules
from netlog.store.folders import config_path

# Most have no file, and know nothing of how one is read.
check_is_no_other = Later("store.config_text", "check_is_no_other")
check_known = Later("store.config_text", "check_known")
likely_db = Later("store.config_text", "likely_db")
mistake = Later("store.config_text", "mistake")
table_of = Later("store.config_text", "table_of")

EXCEPTED = "never_for_tags"
SETTINGS = (
    "db",
    "region",
    "day_ends",
    "wait",
    "kinds",
    "thanks",
    "check",
    "card",
    "due",
    "me",
    "import",
    "leads",
    "recall",
)
# An older name of a threshold, and its name now.
FORMERLY = {"asks_in_a_quarter": "asks_in_90_days"}
PEOPLE = 7
GUESTS = 15
WAIT = 120
LONGEST_WAIT = 86_400


class Settings(NamedTuple):
    """What the user configured.

    region is where phone numbers without + are dialled, as two letters; card is your own, as typed;
    day_ends is the hour until which it is still the day before.
    people is how many a morning shows, looking_for what you are after, in your own words; guests
    is how many one can have met at an event of a calendar, mine are the addresses by which
    calendars know you beside your card's; own_kinds are kinds of meetings.
    stages are those of a lead that goes on, endings how it ends: landed, declined and closed.
    wait is for how many seconds other programs are waited for. recall are the places where
    people come from, by circle, in place of netlog's own.
    """

    db: str | None
    thanks: ThanksRules
    check: Thresholds
    region: str | None = None
    card: Mapping[str, str | list[str]] = MappingProxyType({})
    day_ends: int = 0
    people: int = PEOPLE
    looking_for: str | None = None
    guests: int = GUESTS
    mine: tuple[str, ...] = ()
    own_kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = STAGES
    endings: tuple[str, ...] = ENDINGS
    wait: int = WAIT
    recall: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds of meetings: the built-in ones, then those of your own."""
        return (*KINDS, *self.own_kinds)


# Whether what is configured counts.
_heeded = True


@contextmanager
def unheeded() -> Iterator[None]:
    """Within, nothing is configured but where the book is, as far as the file tells that."""
    global _heeded
    _heeded = False
    try:
        yield
    finally:
        _heeded = True


def settings() -> Settings:
    """What is configured, as `read` says."""
    if not _heeded:
        return Settings(likely_db(config_path()), ThanksRules(), Thresholds())
    return read()


def read() -> Settings:
    """Read the config file; a missing one configures nothing.

    Raises UsageMistake when it is not TOML or holds a value of the wrong type.
    """
    path = config_path()
    if not os.path.exists(path) and "NETLOG_CONFIG" not in os.environ:
        return Settings(None, ThanksRules(), Thresholds())
    content = table_of(path)
    check_known(path, "it", content, SETTINGS)
    own_kinds = _own_kinds(path, content.get("kinds", {}))
    return Settings(
        _db(path, content.get("db")),
        _thanks(path, content.get("thanks", {}), own_kinds),
        _thresholds(path, content.get("check", {})),
        _region(path, content.get("region")),
        _card(path, content["card"]) if "card" in content else {},
        _hour(path, content.get("day_ends", 0)),
        _people(path, content.get("due", {})),
        _looking_for(path, content.get("me", {})),
        *_import(path, content.get("import", {})),
        tuple(own_kinds),
        *_leads(path, content.get("leads", {})),
        _wait(path, content.get("wait", WAIT)),
        _recall(path, content.get("recall", {})),
    )


def _db(path: str, db: object) -> str | None:
    if db is None or (isinstance(db, str) and "\0" not in db):
        return db
    raise mistake(path, 'db must be a path in quotes, such as db = "~/people.db"')


def _own_kinds(path: str, table: object) -> dict[str, int | None]:
    """Kinds of your own, with the days until thanks for them are due; None where none are owed."""
    if not isinstance(table, dict):
        raise mistake(path, "[kinds] must be a table, such as dinner = {thanks = 2}")
    found: dict[str, int | None] = {}
    for kind, about in table.items():
        if kind in KINDS or kind == FAVOR:
            there = mistake(path, f"[kinds] {kind} is a kind already")
            raise there.also("When its thanks are due stands under [thanks], such as coffee = 2.")
        if not is_kind(kind):
            raise mistake(path, f"[kinds] {kind!a} is no new word in small letters")
        check_is_no_other(path, kind)
        if not isinstance(about, dict):
            raise mistake(path, f"[kinds] {kind} must be a table, such as {{thanks = 2}}")
        check_known(path, f"[kinds] {kind}", about, ("thanks",))
        found[kind] = _days(path, kind, about.get("thanks", "never"), "kinds")
    return found


def _thanks(path: str, table: object, own_kinds: Mapping[str, int | None]) -> ThanksRules:
    if not isinstance(table, dict):
        raise mistake(path, "[thanks] must be a table, such as coffee = 2")
    check_known(path, "[thanks]", table, (*KINDS, *own_kinds, FAVOR, EXCEPTED))
    days = {kind: _days(path, kind, days) for kind, days in table.items() if kind != EXCEPTED}
    days = {**own_kinds, **days}
    tags = table.get(EXCEPTED, list(ThanksRules().never_for_tags))
    if not (isinstance(tags, list) and all(isinstance(tag, str) for tag in tags)):
        raise mistake(path, f'[thanks] {EXCEPTED} must be a list of tags, such as ["family"]')
    return ThanksRules(days, tuple(tag.strip().lstrip("#").casefold() for tag in tags))


def _region(path: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        return value.upper()
    raise mistake(path, 'region must be a country in two letters, such as region = "DE"')


def _hour(path: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LATEST_END:
        return value
    raise mistake(path, f"day_ends must be an hour from 0 to {LATEST_END}, such as day_ends = 4")


def _wait(path: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_WAIT:
        return value
    raise mistake(path, f"wait must be seconds from 0 to {LONGEST_WAIT}, such as wait = 120")


def _thresholds(path: str, table: object) -> Thresholds:
    if not isinstance(table, dict):
        raise mistake(path, "[check] must be a table, such as silent_days = 365")
    check_known(path, "[check]", table, (*Thresholds._fields, *FORMERLY))
    for name, value in table.items():
        _check_number(path, "[check]", name, value)
    now_called = {now: table[former] for former, now in FORMERLY.items() if former in table}
    return Thresholds(**now_called | {k: v for k, v in table.items() if k not in FORMERLY})


def _check_number(path: str, where: str, name: str, value: object) -> None:
    """Raise UsageMistake unless the value is a number of at least 1."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise mistake(path, f"{where} {name} must be a number of at least 1")


def _people(path: str, table: object) -> int:
    if not isinstance(table, dict):
        raise mistake(path, "[due] must be a table, such as people = 7")
    check_known(path, "[due]", table, ("people",))
    people: int = table.get("people", PEOPLE)
    _check_number(path, "[due]", "people", people)
    return people


def _import(path: str, table: object) -> tuple[int, tuple[str, ...]]:
    """How many guests one can have met, and your own addresses in lower case."""
    if not isinstance(table, dict):
        raise mistake(path, "[import] must be a table, such as guests = 15")
    check_known(path, "[import]", table, ("guests", "mine"))
    guests: int = table.get("guests", GUESTS)
    _check_number(path, "[import]", "guests", guests)
    said = table.get("mine", [])
    mine = [said] if isinstance(said, str) else said
    if not (isinstance(mine, list) and all(isinstance(one, str) and "@" in one for one in mine)):
        raise mistake(path, '[import] mine must be addresses, such as ["me@example.org"]')
    return guests, tuple(one.strip().lower() for one in mine)


def _leads(path: str, table: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stages of a lead that goes on, and those that end it."""
    if not isinstance(table, dict):
        raise mistake(path, '[leads] must be a table, such as stages = ["heard", "talking"]')
    check_known(path, "[leads]", table, ("stages", "endings"))
    stages = _words(path, "stages", table.get("stages", list(STAGES)))
    endings = _words(path, "endings", table.get("endings", list(ENDINGS)))
    if len(endings) != len(ENDINGS):
        raise mistake(path, f"[leads] endings names {', '.join(ENDINGS)}, in that order")
    if not stages or len({*stages, *endings}) < len(stages) + len(endings):
        raise mistake(path, "[leads] stages and endings must be words that differ")
    return stages, endings


def _words(path: str, name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
        return tuple(one.strip().lower() for one in value)
    raise mistake(path, f'[leads] {name} must be words, such as ["heard", "talking"]')


def _recall(path: str, table: object) -> dict[str, tuple[str, ...]]:
    """Where people come from, by circle; a name of several words is one place."""
    if not isinstance(table, dict):
        raise mistake(path, '[recall] must be a table, such as peer = ["gym", "choir"]')
    check_known(path, "[recall]", table, CIRCLES)
    for circle, places in table.items():
        are_names = isinstance(places, list) and all(
            isinstance(one, str) and one.strip() and one.isprintable() and ":" not in one
            for one in places
        )
        if not are_names:
            raise mistake(path, f'[recall] {circle} must be names, such as ["gym", "choir"]')
    return {
        circle: tuple(dict.fromkeys(one.strip() for one in places))
        for circle, places in table.items()
    }


def _looking_for(path: str, table: object) -> str | None:
    if not isinstance(table, dict):
        raise mistake(path, '[me] must be a table, such as looking_for = "a post in data"')
    check_known(path, "[me]", table, ("looking_for",))
    text = table.get("looking_for")
    if text is None or (isinstance(text, str) and text.strip()):
        return text and text.strip().rstrip(".")
    raise mistake(path, "[me] looking_for must be text in quotes")


def _card(path: str, table: object) -> Mapping[str, str | list[str]]:
    """Whether the values are what they should be is judged when the card is wanted."""
    from netlog.records.card import FIELDS  # with contacts, which few who read settings need

    if not isinstance(table, dict):
        raise mistake(path, '[card] must be a table, such as name = "Ada Lovelace"')
    check_known(path, "[card]", table, FIELDS)
    for name, value in table.items():
        several = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) for one in several):
            raise mistake(path, f'[card] {name} must be text in quotes, or several in ["", ""]')
    return table


def _days(path: str, kind: str, value: object, section: str = "thanks") -> int | None:
    if value == "never":
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3650:
        return value
    raise mistake(path, f'[{section}] {kind!a} must be a number of days or "never"')
