"""Whose calendar it is: the addresses that are yours, or who they may be.

What the config says stands, and a calendar called by an address is its; else whoever alone is in
every event, of whom is asked where the config says another. A calendar in which somebody is invited
alone does not write down its owner. Read from the lines as they are, before an event is looked
into.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from netlog.formats.ical.lines import Component, blocks
from netlog.formats.ical.mailbox import mailbox
from netlog.named import NamedTuple

FEWEST_EVENTS = 2
FEWEST_AGAINST = 5  # before it is asked whether you are somebody whom the config does not name
MOST_OFFERED = 5

_LINES = frozenset({"ATTENDEE", "ORGANIZER", "X-WR-CALNAME"})
_VALUE = re.compile(r"(?:[^:\"]|\"[^\"]*\")*:(.*)", re.DOTALL)
_MAIL_PARAM = re.compile(r";EMAIL=(?:\"([^\"]*)\"|([^;:]*))", re.IGNORECASE)
_NAME = re.compile(r";CN=(?:\"([^\"]*)\"|([^;:]*))", re.IGNORECASE)
_NOBODY = re.compile(r";CUTYPE=\"?(?:ROOM|RESOURCE|GROUP)\"?[;:]", re.IGNORECASE)
# What names others beside whom the line is of.
_OF_OTHERS = re.compile(
    r";(?:DELEGATED-TO|DELEGATED-FROM|SENT-BY|MEMBER|DIR)="
    r"(?:\"[^\"]*\"(?:,\"[^\"]*\")*|(?:mailto:)?[^;:]*)",
    re.IGNORECASE,
)
_NO_PERSON = "calendar.google.com"


class Ownership(NamedTuple):
    """Addresses that are yours, in lower case; how the one was called who was taken for you.

    guessed are the addresses of that one. Where none that is yours is in the calendar, those who
    may be you: names and addresses, who is in most events first.
    """

    mine: frozenset[str]
    taken: str = ""
    guessed: frozenset[str] = frozenset()
    candidates: tuple[tuple[str, str], ...] = ()


def owner(text: str, mine: Collection[str], me: str = "") -> Ownership:
    """Whose calendar the text is; mine and me are the addresses and the name of the config."""
    said = frozenset(each.lower() for each in mine)
    named: dict[str, str] = {}
    events: list[set[str]] = []
    is_unsaid = False
    for block in blocks(text, frozenset({"VEVENT"}), _LINES):
        if block.name == "VCALENDAR":
            said |= _called(block)
            continue
        guests = dict(_guests(block))
        for mail, name in guests.items():
            named[mail] = named.get(mail) or name
        if guests:
            events.append(set(guests))
        is_unsaid = is_unsaid or (len(guests) == 1 and not _organizes(block))
    if me:
        said |= {mail for mail, name in named.items() if name.casefold() == me.casefold()}
    if not events or not said.isdisjoint(named):
        return Ownership(said)
    alone = frozenset() if is_unsaid else _in_every(events, named)
    if said:
        against = sorted(alone) if len(events) >= FEWEST_AGAINST else []
        return Ownership(said, candidates=tuple((named[mail], mail) for mail in against))
    if alone:
        name = next((named[mail] for mail in alone if named[mail]), "")
        taken = f"{name} <{min(alone)}>" if name else min(alone)
        return Ownership(said | alone, taken, alone)
    met = Counter(mail for event in events for mail in event)
    most = sorted(named, key=lambda mail: -met[mail])[:MOST_OFFERED]  # else as they come
    return Ownership(said, candidates=tuple((named[mail], mail) for mail in most))


def _in_every(events: list[set[str]], named: dict[str, str]) -> frozenset[str]:
    """The addresses of whoever alone is in all events, by address or else by whole name.

    Where nobody was ever beside them, they may as well be the other one.
    """
    if len(events) < FEWEST_EVENTS or all(len(event) == 1 for event in events):
        return frozenset()
    by_mail = set.intersection(*events)
    if by_mail:  # of one person, who may have several
        called = {named[mail] for mail in by_mail}
        is_one = len(by_mail) == 1 or (len(called) == 1 and called != {""})
        return frozenset(by_mail) if is_one else frozenset()
    names = [{named[mail] for mail in event if " " in named[mail]} for event in events]
    by_name = set.intersection(*names)
    if len(by_name) != 1:
        return frozenset()
    return frozenset(mail for mail, name in named.items() if name in by_name)


def _called(block: Component) -> frozenset[str]:
    """Google calls a person's own calendar by their address."""
    for line in block.lines:
        name, _, value = line.partition(":")
        if name.upper().startswith("X-WR-CALNAME") and "@" in value and " " not in value.strip():
            return frozenset({value.strip().lower()})
    return frozenset()


def _organizes(block: Component) -> bool:
    """Whether somebody is said to have called it: an event of one's own has nobody else in it."""
    return any(line.upper().startswith("ORGANIZER") for line in block.lines)


def _guests(block: Component) -> Iterator[tuple[str, str]]:
    for line in block.lines:
        if not line.upper().startswith(("ATTENDEE", "ORGANIZER")) or _NOBODY.search(line):
            continue
        line = _OF_OTHERS.sub("", line)
        value = _VALUE.fullmatch(line)
        said = value[1] if value else line.rpartition(":")[2]
        found = mailbox((said, _said(_MAIL_PARAM, line)), _said(_NAME, line))
        if found.mail and not found.mail.endswith(_NO_PERSON):
            yield found


def _said(param: re.Pattern[str], line: str) -> str:
    found = param.search(line)
    return (found[1] or found[2] or "") if found else ""
