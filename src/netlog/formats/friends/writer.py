"""Records into friends.md, as `friends clean` would lay it out: newest first, people by name.

Law: `friends.read` gives back the same people and meetings, as far as its MAPPING says.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netlog.formats.circumstances import Going
from netlog.formats.friends.marks import escaped_name, escaped_text
from netlog.formats.friends.reader import ALIAS, CIRCLE_TAG, LEADS
from netlog.records.contacts import Contact, ContactSheet
from netlog.records.meetings import NOT_A_TOUCH, Meeting

_NOT_IN_TAGS = re.compile(r"(?:[^\w:]|_)+")
_JOINTS = re.compile(r"[-:]{2,}")


def write(sheets: Iterable[ContactSheet], going: Going) -> Iterator[str]:
    """One friends.md of all those people and of every meeting with them, each once."""
    every = list(sheets)
    names = told_apart([sheet.contact for sheet in every])
    meetings = {meeting.id: meeting for sheet in every for meeting in sheet.meetings}
    ordered = sorted(meetings.values(), key=lambda meeting: (meeting.happened_on, meeting.id))
    ordered.reverse()
    sections = (
        ("Activities", [_event(each, names) for each in ordered if each.kind != NOT_A_TOUCH]),
        ("Notes", [_event(each, names) for each in ordered if each.kind == NOT_A_TOUCH]),
        ("Friends", sorted(_friend(sheet.contact, names) for sheet in every)),
        ("Locations", sorted(_places(every, ordered))),
    )
    yield "\n".join("\n".join([f"### {title}:", *lines, ""]) for title, lines in sections)


def told_apart(contacts: Sequence[Contact]) -> dict[int, str]:
    """A name for each id, no two alike: whoever comes second by a name gets a number."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    wanted = {" ".join(contact.name.split()) for contact in contacts}
    for contact in sorted(contacts, key=lambda contact: contact.id):
        plain = " ".join(contact.name.split())
        name, number = plain, 1
        while name in taken or (number > 1 and name in wanted):
            number += 1
            name = f"{plain} {number}"
        taken.add(name)
        names[contact.id] = name
    return names


def _friend(contact: Contact, names: Mapping[int, str]) -> str:
    circles = [f"{CIRCLE_TAG}{circle}" for circle in contact.circles]
    tags = [_JOINTS.sub("-", _NOT_IN_TAGS.sub("-", tag)).strip("-:") for tag in contact.tags]
    parts = [
        f"- {escaped_name(names[contact.id])}",
        f"({' '.join(ALIAS + escaped_name(one) for one in contact.nicknames)})"
        if contact.nicknames
        else "",
        f"[{escaped_name(contact.city)}]" if contact.city else "",
        *(f"@{tag}" for tag in dict.fromkeys([*circles, *tags]) if tag),
    ]
    return " ".join(filter(None, parts))


def _event(meeting: Meeting, names: Mapping[int, str]) -> str:
    people = [names.get(each.id, each.name) for each in meeting.contacts]
    who = _listed([f"**{escaped_name(name)}**" for name in people])
    lead = who if meeting.kind == NOT_A_TOUCH else f"{_lead(meeting.kind)} with {who}"
    lead = lead if who else ""
    lead += f" at _{escaped_name(meeting.place)}_" if meeting.place else ""
    text = escaped_text(meeting.text) if meeting.text else ""
    told = ": ".join(filter(None, (lead, text)))
    return f"- {meeting.happened_on.isoformat()}: {told}"


def _lead(kind: str) -> str:
    """How a meeting of that kind begins; one of your own by its name."""
    return LEADS.get(kind, kind.capitalize())


def _listed(names: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _places(sheets: Iterable[ContactSheet], meetings: Iterable[Meeting]) -> set[str]:
    places = {sheet.contact.city for sheet in sheets} | {each.place for each in meetings}
    return {f"- {escaped_name(place)}" for place in places if place}
