"""Ways to reach people: what is a valid e-mail, phone or url, and the form it is looked up by."""

import re
from collections.abc import Callable, Iterable

from netlog.errors import UsageMistake, placed
from netlog.folding import words
from netlog.records.contacts import METHOD_KINDS, NewMethod
from netlog.rules import addressed, phones, profiles, text
from netlog.typed import Final
from netlog.wording import quoted

FEWEST_PHONE_DIGITS = 3
# Labels that say whose handle it is, and not where.
_NO_NETWORKS: Final = frozenset({"", "home", "work", "other", "private", "mobile", "main"})
# `work=grace@example.org`: an address, a url and a number have no = after so plain a word.
_LABELLED: Final = re.compile(r"([^\W_][\w -]{0,29})?=(.*)", re.DOTALL)
# Any other label stands before what is a number, an address or a page beyond doubt.
_OTHERWISE: Final = {
    "phone": re.compile(r"([^\W\d_][^=\n]{0,59})=(\s*[+(\d].*)", re.DOTALL),
    "email": re.compile(r"([^\W_][^=@\n]{0,59})=([^=]*@.*)", re.DOTALL),
    "url": re.compile(r"([^\W_][^=/\n]{0,59})=(\s*https?://.*)", re.DOTALL | re.IGNORECASE),
}


def gather(
    emails: Iterable[str] = (),
    phone_numbers: Iterable[str] = (),
    urls: Iterable[str] = (),
    addresses: Iterable[str] = (),
    handles: Iterable[str] = (),
    *,
    region: str | None = None,
) -> tuple[NewMethod, ...]:
    """All of them as methods, the same one once; raises UsageMistake at the first wrong one.

    A label may stand before each: work=grace@example.org.
    """
    several = (emails, phone_numbers, urls, handles, addresses)
    read = []
    for kind, values in zip(METHOD_KINDS, several, strict=True):
        for value in values:
            with placed(kind, value):
                read.append(labelled(kind, value, region))
    return each_once(read)


def each_once(several: Iterable[NewMethod]) -> tuple[NewMethod, ...]:
    """The methods, of those with one form the last."""
    return tuple({(method.kind, method.normal): method for method in several}.values())


def labelled(kind: str, typed: str, region: str | None = None) -> NewMethod:
    """A method from LABEL=VALUE or VALUE; "=VALUE" says that what follows is all value."""
    said = typed.strip()
    found = _LABELLED.fullmatch(said)
    if found is None and kind in _OTHERWISE:
        found = _OTHERWISE[kind].fullmatch(said)
    label, value = found.groups() if found else (None, typed)
    return method(kind, value, label, region)


def method(kind: str, value: str, label: str | None = None, region: str | None = None) -> NewMethod:
    """One method of that kind; raises UsageMistake when the value is none."""
    named = text.line(label, "label") if label else None
    match kind:
        case "phone":
            return phone(value, region)._replace(label=named)
        case "handle":
            return handle(value, named)
        case _:
            return _READERS[kind](value)._replace(label=named)


def email(value: str) -> NewMethod:
    """An e-mail address; raises UsageMistake when it is none."""
    typed = _unwrapped(text.line(value, "e-mail address"))
    local, at, domain = typed.rpartition("@")
    if not (at and local and domain) or " " in typed or typed.startswith("@"):
        raise UsageMistake(
            f"{quoted(typed)} is no e-mail address: write it like grace@example.org."
        )
    return NewMethod("email", typed, normal_email(typed))


def _unwrapped(typed: str) -> str:
    """Of "Bob <bob@x.org>", mailto:bob@x.org and tel:+49 30 1234 what it leads to."""
    written = addressed.address(typed)
    return written.value if written else typed


def phone(value: str, region: str | None = None) -> NewMethod:
    """A phone number, kept as typed; raises UsageMistake when it has hardly a digit."""
    typed = _unwrapped(text.line(value, "phone number"))
    if len(normal_phone(typed)) < FEWEST_PHONE_DIGITS:
        raise UsageMistake(f"{quoted(typed)} is no phone number: write it like +1 415 555 0100.")
    return NewMethod("phone", typed, phones.normal(typed, region))


def url(value: str) -> NewMethod:
    """A web address; raises UsageMistake when it has spaces or no dot."""
    typed = text.line(value, "url")
    if " " in typed or "." not in typed:
        raise UsageMistake(
            f"{quoted(typed)} is no web address: write it like https://example.org/grace."
        )
    return NewMethod("url", typed, normal_url(typed))


def handle(value: str, network: str | None = None) -> NewMethod:
    """A name on a network, or its address; a label such as x or github says which network."""
    typed = text.line(value, "handle")
    if " " in typed or not typed.strip("@"):
        raise UsageMistake(f"{quoted(typed)} is no handle: write it like @grace or x=@grace.")
    return NewMethod("handle", typed, normal_handle(typed, network), network)


def address(value: str) -> NewMethod:
    """A postal address of one or more lines."""
    typed = text.block(value, "address")
    return NewMethod("address", typed, " ".join(words(typed)))


_READERS: Final[dict[str, Callable[[str], NewMethod]]] = {
    "email": email,
    "url": url,
    "address": address,
}


def normal_email(value: str) -> str:
    """The form in which two spellings of one address are equal."""
    return value.strip().casefold()


def normal_phone(value: str) -> str:
    """The ASCII digits, without the 00 that stands for + abroad."""
    return phones.digits(value)


def normal_url(value: str) -> str:
    """The profile it shows; else without scheme, www, trailing slash and tracking."""
    profile = profiles.of_url(value)
    if profile:
        return profile
    bare = value.strip().split("://", 1)[-1].split("?trk=")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return host.lower().removeprefix("www.") + slash + path


def normal_handle(value: str, network: str | None = None) -> str:
    """The profile that the handle names, else network:@name; @name when nothing says on which."""
    found = profiles.of_handle(value, network)
    if found is None and "/" in value:
        return normal_url(value)
    if found:
        return found
    # A name on a network that is not known is nobody's on another.
    bare = profiles.bare_handle(value)
    named = (network or "").casefold()
    return bare if named in _NO_NETWORKS else f"{named}:{bare}"


def normal(kind: str, value: str, label: str | None = None, region: str | None = None) -> str:
    """The form of a stored value of that kind, whether or not it would be accepted today."""
    match kind:
        case "email":
            return normal_email(value)
        case "phone":
            return phones.normal(value, region)
        case "handle":
            return normal_handle(value, label)
        case "address":
            return " ".join(words(value))
        case _:
            return normal_url(value)


def forms(typed: str) -> tuple[str, ...]:
    """The forms under which an e-mail, a url or a handle that was typed may be stored."""
    found = [normal_email(typed), normal_url(typed)]
    if " " not in typed.strip():
        found += [normal_handle(typed), profiles.bare_handle(typed), *profiles.everywhere(typed)]
    return tuple(dict.fromkeys(found))


def sought_name(typed: str) -> str | None:
    """The name to look for in stored values where no form is stored so; None for no profile."""
    if is_bare_handle(typed):
        return profiles.bare_handle(typed)[1:]
    profile = profiles.of_url(typed) or profiles.of_handle(typed)
    return profiles.name_in(profile) if profile else None


def leads_to(kind: str, value: str, label: str | None, typed: str) -> bool:
    """Whether a stored url or handle and what was typed are the same profile.

    A bare handle is the same as that name on any network.
    """
    stored = normal(kind, value, label)
    if is_bare_handle(typed):
        return profiles.name_in(stored) == profiles.bare_handle(typed)[1:]
    return stored in (normal_url(typed), normal_handle(typed))


def is_bare_handle(typed: str) -> bool:
    """@grace: a handle that names no network."""
    return typed.startswith("@") and profiles.of_handle(typed) is None
