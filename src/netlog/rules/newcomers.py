"""Somebody new as they were typed: a name, and whatever to reach them by stands beside it.

The one place for every command that makes a person of what was typed.
"""

from netlog.errors import UsageMistake
from netlog.named import NamedTuple
from netlog.records.contacts import NewMethod
from netlog.records.refs import parse_line_ref
from netlog.rules import addressed, text
from netlog.rules.names import is_address
from netlog.wording import quoted

SIGNS = frozenset("@+<:")  # one of them stands in whatever is more than a name
DIALLED = "+(0"  # what a number begins with that is no year, and no day


class Newcomer(NamedTuple):
    """A name, and the ways that were typed with it."""

    name: str
    methods: tuple[NewMethod, ...] = ()


def newcomer(typed: str, region: str | None = None) -> Newcomer:
    """Somebody to add, or what to call somebody from now on: as `apart`; nobody's ref is a name.

    Raises UsageMistake as that does, and for what is read as the ref of a person.
    """
    said = apart(typed, region)
    found = parse_line_ref(said.name)
    if found and found.letter == "c":
        raise UsageMistake(f"{quoted(said.name)} is read as the ref of somebody, and is no name.")
    return said


def apart(typed: str, region: str | None = None) -> Newcomer:
    """Of "Bob <bob@x.org>" Bob and his e-mail; whoever has no other name is called by the address.

    Raises UsageMistake for a link alone, and for an empty name.
    """
    said = text.line(typed, "name")
    written = None if SIGNS.isdisjoint(said) else _written(said)
    if written is None:
        is_way = is_address(said) and ("@" in said or said[0] in DIALLED)
        way = _way(said, region) if is_way else None
        return Newcomer(said, (way,) if way else ())
    way = _way(written.value, region)
    if way is None:
        return Newcomer(said)
    if not written.name:
        raise UsageMistake(
            f"Who is {quoted(written.value)}?",
            advice=f'Their name goes before it: "NAME <{written.value}>"',
        )
    return Newcomer(text.line(written.name, "name"), (way,))


def unnamed(typed: str) -> str | None:
    """What a link, or an address in brackets, leads to, that stands without a name."""
    written = None if SIGNS.isdisjoint(typed) else _written(typed)
    return written.value if written and not written.name else None


def _written(said: str) -> addressed.Addressed | None:
    return addressed.address(said) or addressed.beside(said)


def _way(value: str, region: str | None) -> NewMethod | None:
    """The page, handle, e-mail or number that it is, if any."""
    from netlog.rules import methods

    try:
        return methods.method(_kind(value), value, region=region)
    except UsageMistake:
        return None


def _kind(value: str) -> str:
    if "://" in value:
        return "url"
    if value.startswith("@"):
        return "handle"
    return "email" if "@" in value or any(map(str.isalpha, value)) else "phone"
