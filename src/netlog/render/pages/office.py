"""An office, and whose somebody is in it, in words."""

from netlog.records.office import Colleague, Grant, Office, Sharing
from netlog.render.page import Cell, Column, Field, Listing
from netlog.wording import capitalized, count, listed


def people(office: Office) -> Listing:
    """Who belongs to it."""
    return Listing(
        columns=(
            Column("user", lambda one: Cell(_user(one, office), "strong"), firm=True),
            Column("group", lambda one: Cell(one.group)),
        ),
        empty=f"{_begun(office.book)} is no office yet. Who keeps it: netlog office init",
        line=lambda one: f"{_user(one, office)} {one.group}",
        heads=False,
    )


def _user(one: Colleague, office: Office) -> str:
    return f"{one.user} (you)" if one.user == office.you else one.user


def inside(office: Office) -> str:
    """The group of whoever asks: "You are bob, a member of office on db.example.org"."""
    others = len([one for one in office.people if one.user != office.you])
    return (
        f"You are {office.you}, a {office.group} of {office.book}, with {count(others, 'other')}."
    )


def outside(office: Office) -> str:
    """That whoever asks is let in by the server, and belongs to no office there."""
    if not office.people:
        return f"{_begun(office.book)} is no office yet. Who keeps it: netlog office init"
    keepers = listed([one.user for one in office.people if one.group == "keeper"], "or")
    ask = f"Ask {keepers} to" if keepers else "Who keeps it"
    do = f"{ask}: netlog office add {office.you}"
    return f"You are {office.you}, and do not belong to {office.book}. {do}"


def of(sharing: Sharing | None) -> tuple[Field, ...]:
    """Whose somebody is, and with whom shared."""
    if sharing is None:
        return ()
    shared = listed([_granted(one) for one in sharing.shared_with])
    return Field("Owner", lambda _: sharing.owner), Field("Shared with", lambda _: shared)


def _granted(grant: Grant) -> str:
    return f"{grant.who} (to read)" if grant.may == "read" else grant.who


def done(how: str, who: str) -> tuple[str, str]:
    """What is said of whom it changed, and of whom it did not, behind "is" or "are"."""
    return {
        "share": (f"shared with {who}", f"shared with {who} already"),
        "read": (f"shared with {who} to read", f"shared with {who} to read already"),
        "unshare": (f"not shared with {who} any more", f"not shared with {who}"),
        "hand over": (f"{who}'s now", f"{who}'s already"),
    }[how]


def _begun(said: str) -> str:
    return capitalized(said)
