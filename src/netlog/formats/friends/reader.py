"""friends.md, the file of the `friends` program, into records; `friends_export` writes it.

Line by line under its four headings. People come first, whatever their place in the file, so that
meetings speak only of people already read; row is the number of the line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.friends.marks import NAMED, PLACED, plain, unmarked
from netlog.formats.kinds import guessed_kind
from netlog.formats.mapping import Mapped
from netlog.formats.uids import made_uid
from netlog.named import NamedTuple
from netlog.records.contacts import OtherName
from netlog.records.incoming import Declined, IncomingMeeting, IncomingPerson, Reading
from netlog.records.meetings import KINDS, NOT_A_TOUCH
from netlog.records.people import CIRCLES

ACTIVITIES, NOTES, FRIENDS, LOCATIONS = "activities", "notes", "friends", "locations"
SECTIONS = (ACTIVITIES, NOTES, FRIENDS, LOCATIONS)
LONGEST_LINE = 1_000_000
ALIAS = "a.k.a. "
CIRCLE_TAG = "circle:"
# How the lead of an exported meeting names its kind; a meeting told freely is guessed at.
LEADS: dict[str, str] = {kind: kind.capitalize() for kind in KINDS}
LEADS["video"] = "Video call"

TITLE = "friends.md"
ABOUT = "`friends`, the file of the program friends. Both ways."
MAPPING = (
    Mapped("name", "Friends: the name", "namesakes are numbered on export"),
    Mapped("nickname, nicknames", "a.k.a."),
    Mapped("former_names, merged_names, phonetic_first, phonetic_last, dates", "", "all"),
    Mapped("city", "[Location]"),
    Mapped("tags", "@tag", "on export, what is neither letter nor digit becomes '-'"),
    Mapped("circles", "@circle:NAME"),
    Mapped("meetings", "Activities: day, text and **people**; a lead such as 'Coffee with'"),
    Mapped("meeting.kind", "the lead, else a word of the text such as 'lunch'"),
    Mapped("meeting.place", "_Location_ in the text: the first of them"),
    Mapped("meetings of kind note", "Notes"),
    Mapped("", "Locations", "places and their other names, but where somebody lives or was met"),
    Mapped("uid, methods, organization, title, birthday, how_met, met_on", "", "all"),
    Mapped("introduced_by, cadence_days, cadence_from, fields, jobs, archived", "", "all"),
    Mapped("last_touch_on, next_due_on, snoozed_until, snoozed_why, snoozes", "", "all"),
    Mapped("remind_on, remind_why", "", "all"),
    Mapped("id, ref, created_at, updated_at", "", "all"),
    Mapped("notes", "", "all: a note of friends has a day, these have none"),
    Mapped("asked, invited_by, paid_by, favors, thanks", "", "all"),
)

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?::\s*(.*))?")
_WHO = r"(\*\*[^*]+\*\*(?:(?:, | and )\*\*[^*]+\*\*)*)(?: at _([^_]+)_)?"
_NAME_OF = {said: kind for kind, said in LEADS.items()}
_LED = re.compile(rf"({'|'.join(LEADS.values())}) with {_WHO}(?:\.?$|: (.*))")
_NOTED = re.compile(rf"{_WHO}(?:\.?$|: (.*))")
# A nickname may have brackets of its own.
_NICKNAMES_END = re.compile(r"\)\s*(?=[\[@]|$)")
_NAME_ENDS = re.compile(r"[(\[@]")


class FriendsLine(NamedTuple):
    """A line that says something: its number, its section and its text without the dash."""

    row: int
    section: str
    text: str


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people, meetings and notes of a friends.md, and what of it cannot come in."""
    lines: list[FriendsLine] = []
    for found in _lines(decoded(content(source), at.charset)):
        if isinstance(found, Declined):
            yield found
        else:
            lines.append(found)
    yield from _people(lines)
    yield from _events(lines)
    for line in lines:
        if line.section == LOCATIONS:
            reason = "a place by itself: netlog keeps places with people and meetings"
            yield Declined(line.row, reason, rejected=False, source=line.text)


def _lines(text: str) -> Iterator[FriendsLine | Declined]:
    section = ""
    for row, raw in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if len(raw) > LONGEST_LINE:
            yield Declined(row, "the line is longer than 1 MB")
            continue
        line = raw.strip()
        if line.startswith("#"):
            section = _heading(line)
            if section not in SECTIONS:
                yield Declined(row, "a heading that friends does not have", source=raw)
        elif line and section in SECTIONS:
            yield FriendsLine(row, section, line.removeprefix("- ").strip())
        elif line:
            yield Declined(row, "not under a heading such as ### Friends:", source=raw)


def _heading(line: str) -> str:
    return line.strip("#: ").lower() if line.startswith("#") else ""


def _people(lines: Iterable[FriendsLine]) -> Reading:
    """Those listed, then those who are only named in an activity, as friends adds them too."""
    known: set[str] = set()
    told: list[FriendsLine] = []
    for line in lines:
        if line.section == FRIENDS:
            person = _person(line)
            if isinstance(person, IncomingPerson) and person.name in known:
                yield Declined(line.row, "a friend of that name came before", source=line.text)
                continue
            if isinstance(person, IncomingPerson):
                known.add(person.name)
            yield person
        elif line.section in (ACTIVITIES, NOTES):
            told.append(line)
    for line in told:
        if not _DAY.fullmatch(line.text):
            continue
        for name in _names(line.text):
            if name not in known:
                known.add(name)
                yield IncomingPerson(row=line.row, name=name, uid=_uid(name))


def _person(line: FriendsLine) -> IncomingPerson | Declined:
    ends = _NAME_ENDS.search(line.text)
    cut = ends.start() if ends else len(line.text)
    name, rest = plain(line.text[:cut]).strip(), line.text[cut:]
    if not name:
        return Declined(line.row, "it has no name", source=line.text)
    nicknames, rest = _nicknames(rest)
    city = ""
    if rest.startswith("[") and "]" in rest:
        city, _, rest = rest[1:].partition("]")
    words = rest.split()
    tags = dict.fromkeys(word[1:] for word in words if word.startswith("@") and word != "@")
    circles = tuple(tag for tag in tags if _circle(tag))
    notes = plain(" ".join(word for word in words if not word.startswith("@")))
    return IncomingPerson(
        row=line.row,
        name=name,
        uid=_uid(name),
        nickname=nicknames[0] if nicknames else None,
        names=tuple(OtherName("nickname", one) for one in nicknames[1:]),
        city=plain(city).strip() or None,
        circles=tuple(_circle(tag) for tag in circles),
        tags=tuple(plain(tag) for tag in tags if tag not in circles),
        notes=notes or None,
    )


def _uid(name: str) -> str | None:
    """A first name alone tells nobody from another but within this file."""
    return None if " " in name else made_uid("friends", "friend", name)


def _nicknames(rest: str) -> tuple[list[str], str]:
    """The nicknames at the start of `rest`, and what follows them."""
    if not rest.startswith(f"({ALIAS}"):
        return [], rest
    closing = _NICKNAMES_END.search(rest)
    if closing:
        said = rest[1 + len(ALIAS) : closing.start()].split(f" {ALIAS}")
        nicknames = [name for name in (plain(each).strip() for each in said) if name]
        return nicknames, rest[closing.end() :]
    return [], rest


def _circle(tag: str) -> str:
    named = tag.removeprefix(CIRCLE_TAG)
    return named if named != tag and named in CIRCLES else ""


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(name).strip() for name in NAMED.findall(text)))


def _events(lines: Iterable[FriendsLine]) -> Reading:
    seen: Counter[str] = Counter()
    for line in lines:
        if line.section in (ACTIVITIES, NOTES):
            seen[line.text] += 1
            uid = made_uid("friends", line.section, line.text, seen[line.text])
            yield _event(line, uid)


def _event(line: FriendsLine, uid: str) -> IncomingMeeting | Declined:
    found = _DAY.fullmatch(line.text)
    if found is None:
        return Declined(line.row, "it does not begin with a day and a colon", source=line.text)
    try:
        happened_on = date.fromisoformat(found[1])
    except ValueError:
        return Declined(line.row, f"there is no day {found[1]}", source=line.text)
    told = found[2] or ""
    who = _names(told)
    if not who:
        return Declined(line.row, "nobody is named in it", rejected=False, source=line.text)
    is_note = line.section == NOTES
    led = _NOTED.fullmatch(told) if is_note else _LED.fullmatch(told)
    if led is None:
        place = PLACED.search(NAMED.sub("", told))
        return IncomingMeeting(
            row=line.row,
            happened_on=happened_on,
            kind=NOT_A_TOUCH if is_note else guessed_kind(unmarked(told)),
            who=who,
            uid=uid,
            text=unmarked(told).strip() or None,
            place=plain(place[1]).strip() if place else None,
        )
    kind = NOT_A_TOUCH if is_note else _NAME_OF[led[1]]
    named, place_name, text = led.groups()[-3:]
    return IncomingMeeting(
        row=line.row,
        happened_on=happened_on,
        kind=kind,
        who=_names(named),
        uid=uid,
        text=unmarked(text or "").strip() or None,
        place=plain(place_name).strip() if place_name else None,
    )
