"""Numbers and shortened words as people say and write them, made the words that days are read by.

Pure words in and out; what stands for no number stays as it is.
"""

from netlog.rules.figures import DIGITS, MONTH_OF, ORDINALS
from netlog.typed import Final

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_OF: Final = (
    {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}-{one}": (2 + tens) * 10 + ones
        for tens, ten in enumerate(_TENS)
        for ones, one in enumerate(_ONES, 1)
    }
)
_IRREGULAR: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "twentieth": 20,
    "thirtieth": 30,
}
_NTH_OF: Final = (
    _IRREGULAR
    | {f"{word}th": n for word, n in NUMBER_OF.items() if n < 20 and n not in _IRREGULAR.values()}
    | {
        f"{ten}-{word}": tens + n
        for ten, tens in (("twenty", 20), ("thirty", 30))
        for word, n in (*_IRREGULAR.items(), ("fourth", 4), ("sixth", 6), ("seventh", 7))
        if n < 10
    }
)
_SHORTENED: Final = frozenset(
    {word for word in MONTH_OF if len(word) < 5}
    | {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}
)


def plain(words: list[str]) -> list[str]:
    """The words with "first" as 1st, "twenty-one" as 21, and "fri." and "nov." without the dot.

    A single "first" is no day: too much else is said so.
    """
    return [_plain(word, alone=len(words) == 1) for word in words]


def _plain(word: str, *, alone: bool) -> str:
    if word in _NTH_OF and not alone:
        number = _NTH_OF[word]
        teen = number in (11, 12, 13)
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    if "-" in word and word in NUMBER_OF:
        return str(NUMBER_OF[word])
    return word[:-1] if word.endswith(".") and word[:-1] in _SHORTENED else word


def is_nth(word: str) -> bool:
    """Whether that is 1st, 2nd, 3rd and so on."""
    return word[:1].isdigit() and word.lstrip(DIGITS) in ORDINALS
