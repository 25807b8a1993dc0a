"""Ways to reach people: what is a valid e-mail, phone or url, and the form it is looked up by."""

from collections.abc import Iterable

from netlog.errors import UsageMistake
from netlog.records.contacts import NewMethod
from netlog.rules import text

FEWEST_PHONE_DIGITS = 3


def gather(
    emails: Iterable[str], phones: Iterable[str], urls: Iterable[str]
) -> tuple[NewMethod, ...]:
    """All of them as methods, the same one once; raises UsageMistake at the first wrong one."""
    read = [*map(email, emails), *map(phone, phones), *map(url, urls)]
    return tuple({(method.kind, method.normal): method for method in read}.values())


def email(value: str) -> NewMethod:
    """An e-mail address; raises UsageMistake when it is none."""
    typed = text.line(value, "e-mail address")
    local, at, domain = typed.rpartition("@")
    if not (at and local and domain) or " " in typed:
        raise UsageMistake("That is not an e-mail address: write it like grace@example.org.")
    return NewMethod("email", typed, normal_email(typed))


def phone(value: str) -> NewMethod:
    """A phone number, kept as typed; raises UsageMistake when it has hardly a digit."""
    typed = text.line(value, "phone number")
    if len(normal_phone(typed)) < FEWEST_PHONE_DIGITS:
        raise UsageMistake("That is not a phone number: write it like +1 415 555 0100.")
    return NewMethod("phone", typed, normal_phone(typed))


def url(value: str) -> NewMethod:
    """A web address; raises UsageMistake when it has spaces or no dot."""
    typed = text.line(value, "url")
    if " " in typed or "." not in typed:
        raise UsageMistake("That is not a web address: write it like https://example.org/grace.")
    return NewMethod("url", typed, normal_url(typed))


def normal_email(value: str) -> str:
    """The form in which two spellings of one address are equal."""
    return value.strip().casefold()


def normal_phone(value: str) -> str:
    """The ASCII digits, without the 00 that stands for + abroad."""
    digits = "".join(c for c in value if "0" <= c <= "9")
    return digits.removeprefix("00")


def normal_url(value: str) -> str:
    """The address without scheme, www, trailing slash and tracking, its host in lower case."""
    bare = value.strip().split("://", 1)[-1].split("?trk=")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return host.lower().removeprefix("www.") + slash + path
