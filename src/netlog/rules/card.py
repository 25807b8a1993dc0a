"""Cards: what one's own in the config says, and what of a person is handed on."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from netlog.errors import UsageMistake, placed
from netlog.records.card import FIELDS
from netlog.records.contacts import METHOD_KINDS
from netlog.records.incoming import IncomingMethod, IncomingPerson
from netlog.rules import dates, methods, profiles, text

# Of somebody else: what they hand out themselves. Where they live, when they were born and what
# one thinks of them is not for others.
HANDED_ON = ("name", "organization", "title", "email", "phone", "url")
EVERYTHING = "all"

Typed = Mapping[str, str | list[str]]


def own(typed: Typed, today: date, region: str | None) -> IncomingPerson:
    """The card that the config describes.

    Raises UsageMistake for a value that is none, and when the name is missing.
    """
    said = {key: _several(value) for key, value in typed.items()}
    for key, values in said.items():
        if len(values) > 1 and key not in METHOD_KINDS:
            raise UsageMistake(f"A card has one {key}.").at(key, values[1])
    one = {key: values[0] for key, values in said.items() if values}
    if "name" not in one:
        raise UsageMistake("A card needs a name.")
    found = methods.gather(
        *(said.get(kind, ()) for kind in ("email", "phone", "url", "address", "handle")),
        region=region,
    )
    lines = {}
    for key in ("name", "nickname", "organization", "title", "city"):
        with placed(key, one.get(key)):
            lines[key] = text.optional_line(one.get(key), key)
    birthday = one.get("birthday")
    with placed("birthday", birthday):
        born = birthday and dates.parse_past_birthday(birthday, today)
    return IncomingPerson(
        1,
        lines["name"] or "",
        nickname=lines["nickname"],
        organization=lines["organization"],
        title=lines["title"],
        city=lines["city"],
        birthday=born,
        methods=tuple(IncomingMethod(each.kind, each.value, each.label) for each in found),
    )


def name(typed: Typed) -> str:
    """The name on the card; nothing when there is none."""
    return next(iter(_several(typed.get("name", ()))), "")


def addresses(typed: Typed) -> tuple[str, ...]:
    """The e-mails on the card in lower case, by which a calendar knows its owner."""
    values = _several(typed.get("email", ()))
    return tuple(value.rpartition("=")[2].strip().lower() for value in values)


def held(person: IncomingPerson, fields: Collection[str]) -> IncomingPerson:
    """The person with these fields and no others; the name is always there."""
    return IncomingPerson(
        1,
        person.name,
        nickname=person.nickname if "nickname" in fields else None,
        organization=person.organization if "organization" in fields else None,
        title=person.title if "title" in fields else None,
        city=person.city if "city" in fields else None,
        birthday=person.birthday if "birthday" in fields else None,
        methods=tuple(method for method in person.methods if method.kind in fields),
    )


def for_phones(person: IncomingPerson) -> IncomingPerson:
    """The person with handles as the pages they lead to, which a phone opens, else in words."""
    shown = [_as_page(method) for method in person.methods]
    words = [f"{one.label or 'handle'}: {one.value}" for one in shown if one.kind == "handle"]
    return person._replace(
        methods=tuple(one for one in shown if one.kind != "handle"), notes="\n".join(words) or None
    )


def _as_page(method: IncomingMethod) -> IncomingMethod:
    if method.kind != "handle":
        return method
    named = (method.label or "").casefold()
    has_page = named in (*profiles.NETWORKS, "mastodon", "fediverse")
    profile = profiles.of_handle(method.value, method.label) if has_page else None
    if profile is None:
        return method
    return method._replace(kind="url", value=f"https://{profile}", label=None)


def fields(typed: str | None, otherwise: Collection[str]) -> tuple[str, ...]:
    """The fields of --fields; raises UsageMistake for one that there is not."""
    if typed is None:
        return tuple(otherwise)
    names = [name.strip().casefold() for name in typed.split(",") if name.strip()]
    if names == [EVERYTHING]:
        return FIELDS
    if not names or not set(names) <= set(FIELDS):
        raise UsageMistake(f"--fields knows {', '.join(FIELDS)}, or all.")
    return tuple(names)


def _several(value: str | Iterable[str]) -> list[str]:
    values = [value] if isinstance(value, str) else list(value)
    return [one for one in values if one.strip()]
