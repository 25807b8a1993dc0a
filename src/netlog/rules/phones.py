"""Phone numbers: the digits they are looked up by, as E.164 where a region and the library allow.

The library is phonenumberslite, of the extra `phone`. A number stored with it is found without it,
and the other way round: `forms` are all the spellings of a number that may have been stored.
"""

from netlog.later import pattern
from netlog.typed import Any

# What is shorter is dialled in one place only: an emergency call, an extension.
FEWEST_DIGITS = 7
_ABROAD = pattern(r"[\s(]*(?:\+|00)")
_FROM_ABROAD = pattern(r"^\s*00")
_TRUNK_ZERO = pattern(r"^(\s*(?:\+|00)[\d\s.()/-]*?)\(0\)")


def digits(value: str) -> str:
    """The ASCII digits, without the 00 that stands for + abroad, and the (0) dialled at home."""
    if "(0)" in value:
        value = _TRUNK_ZERO.sub(r"\1", value, count=1)
    return "".join(c for c in value if "0" <= c <= "9").removeprefix("00")


def whole(normal: str, value: str) -> str:
    """The digits, after a + where they are the whole number: as it was typed, or made whole."""
    is_whole = _ABROAD.match(value) or (value and normal != digits(value))
    return f"+{normal}" if is_whole else normal


def is_fuller(value: str, other: str) -> bool:
    """Whether of two spellings of one number the first says more: more digits, then its +."""
    return _fullness(value) > _fullness(other)


def _fullness(value: str) -> tuple[int, bool]:
    return len(digits(value).lstrip("0")), bool(_ABROAD.match(value))


def normal(value: str, region: str | None) -> str:
    """The digits of the number as E.164, as dialled from region; else its own digits."""
    number = _parsed(value, region)
    return f"{number.country_code}{_national(number)}" if number else digits(value)


def forms(value: str, region: str | None) -> tuple[str, ...]:
    """The digits under which the number may be stored, each once; the first are as typed."""
    number = _parsed(value, region)
    found = [digits(value)]
    if number:
        import phonenumbers

        at_home = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        found += [f"{number.country_code}{_national(number)}", digits(at_home)]
    return tuple(dict.fromkeys(found))


def _parsed(value: str, region: str | None) -> Any:
    """The number as the library reads it; None without library or region, or when it cannot."""
    if region is None:
        return None
    try:
        import phonenumbers
    except ImportError:
        return None
    typed = _FROM_ABROAD.sub("+", value)
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return None
    possible = phonenumbers.is_possible_number(number)
    return number if possible and len(_national(number)) >= FEWEST_DIGITS else None


def _national(number: Any) -> str:
    import phonenumbers

    return str(phonenumbers.national_significant_number(number))
