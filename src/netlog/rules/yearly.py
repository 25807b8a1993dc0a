"""Days of every year: which of them is the birthday itself, and none that has not been yet."""

from collections.abc import Iterable
from datetime import date

from netlog.errors import UsageMistake
from netlog.folding import fold
from netlog.later import pattern
from netlog.records.contacts import NewDate
from netlog.rules.dates import is_fuller, is_whole, parse_yearly
from netlog.typed import Final
from netlog.wording import quoted, said_birthday

# The birthday as people and programs label it, folded, without what stands between its words.
BIRTHDAYS: Final = frozenset(
    {
        *("birthday", "bday", "birthdate", "dateofbirth", "dayofbirth", "dob", "born", "bornon"),
        *("geburtstag", "geburtsdatum", "datedenaissance", "cumpleanos", "fechadenacimiento"),
        *("compleanno", "datadinascita", "datadenascimento", "verjaardag", "geboortedatum"),
        *("fodselsdag", "bursdag", "fodselsdato", "fodelsedag", "fodelsedatum", "syntymapaiva"),
        *("urodziny", "dataurodzenia", "narozeniny", "narodeniny"),
    }
)
_BETWEEN = pattern(r"[\W_]+")


def is_birthday(label: str) -> bool:
    """Whether a label means the birthday itself: 'Birthday', 'b-day', 'date of birth'."""
    return _BETWEEN.sub("", fold(label)) in BIRTHDAYS


def parse(label: str, text: str, today: date) -> str:
    """A day that comes every year: YYYY-MM-DD, or --MM-DD when no year is said.

    Raises UsageMistake for anything else and for one that is still to come, Refused for a year
    before 1900.
    """
    is_no_day = UsageMistake(f"{quoted(text)} is no day: write it as 2010-06-01 or --06-01.")
    try:
        day = parse_yearly(text, label)
    except ValueError:
        raise is_no_day from None
    if not is_whole(day):
        raise is_no_day
    if is_to_come(day, today):
        raise UsageMistake(
            f"The {label}, {said_birthday(day)}, is still to come.",
            advice=f"A day of every year goes without one: -{day[4:]}",
        )
    return day


def is_to_come(day: str, today: date) -> bool:
    """Whether a day with its year is later than today."""
    return day > today.isoformat()


def parted(
    birthday: str | None, said: Iterable[NewDate]
) -> tuple[str | None, tuple[NewDate, ...], NewDate | None]:
    """The birthday, the other days, and a second birthday that contradicts the first, if any.

    What is labelled a birthday is the birthday where none is known.
    """
    others: list[NewDate] = []
    second = None
    for one in said:
        if not is_birthday(one.label):
            others.append(one)
        elif not birthday:
            birthday = one.on
        elif one.on != birthday and not is_fuller(birthday, one.on):
            second = second or one
    return birthday, tuple(others), second
