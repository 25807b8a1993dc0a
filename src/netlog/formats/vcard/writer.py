"""A person as a card of version 4.0 or 3.0, so that reading it gives the same person again.

Kept lines are written back as far as what they say was not changed since in netlog.
"""

import re
from collections.abc import Iterable, Iterator

from netlog.formats.circumstances import Going, Version
from netlog.formats.vcard.kept import Kept
from netlog.formats.vcard.methods import KINDS, OWN_SCHEME, SERVICES, TYPES
from netlog.formats.vcard.people import APPLE_NO_YEAR, FORMER, INTRODUCED_BY, bare_uid, default_n
from netlog.formats.vcard.values import escaped, param_escaped
from netlog.records.incoming import IncomingMethod, IncomingPerson

CRLF = "\r\n"
WIDEST = 75  # octets, the line break left out
PRODID = "-//netlog//netlog//EN"

_NAMES = {kind: name for name, kind in reversed(KINDS.items())}
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_BREAKS = str.maketrans("", "", "\r\n")


def write(people: Iterable[IncomingPerson], going: Going) -> Iterator[str]:
    """One card after another; text to be written as UTF-8, its line ends already CRLF."""
    for person in people:
        yield card(person, going.vcard_version)


def card(person: IncomingPerson, version: Version) -> str:
    """The folded card, each line ended with CRLF."""
    kept = Kept(person.kept, version)
    lines = [
        "BEGIN:VCARD",
        f"VERSION:{version}",
        f"PRODID:{PRODID}",
        *_names(person, version, kept),
        *_jobs(person),
        *_methods(person, version, kept),
        *_days(person, version, kept),
        *_texts(person),
        *_introduction(person, version, kept),
        *kept.rest(),
        "END:VCARD",
    ]
    return "".join(map(folded, lines))


def folded(line: str) -> str:
    """The line in parts of at most 75 octets, no character cut in two, ended with CRLF."""
    line = line.replace("\0", "")  # many of them would make the file look like UTF-16
    if len(line) <= WIDEST and line.isascii():
        return line + CRLF
    octets = line.encode("utf-8", "replace")
    parts = []
    start, room = 0, WIDEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, WIDEST - 1
    return b"\r\n ".join([*parts, octets[start:]]).decode() + CRLF


def _names(person: IncomingPerson, version: Version, kept: Kept) -> Iterator[str]:
    if person.uid:
        yield f"UID:{escaped(person.uid)}"
    yield f"FN:{escaped(person.name)}"
    names = kept.names(person.name)
    if names:
        yield from names
    else:
        family, given = default_n(person.name)
        yield f"N:{escaped(family)};{escaped(given)};;;"
    nicknames = [person.nickname, *(one.value for one in person.names if one.kind == "nickname")]
    if any(nicknames):
        yield "NICKNAME:" + ",".join(escaped(one) for one in nicknames if one)
    for one in person.names:
        if one.kind in OTHER_NAMES:
            if one.kind.startswith("phonetic"):
                kept.drop(OTHER_NAMES[one.kind])
            yield f"{OTHER_NAMES[one.kind]}:{escaped(one.value)}"


OTHER_NAMES = {
    "former": "X-NETLOG-FORMER-NAME",
    "merged": "X-NETLOG-MERGED-NAME",
    "phonetic_first": "X-PHONETIC-FIRST-NAME",
    "phonetic_last": "X-PHONETIC-LAST-NAME",
}


def department(person: IncomingPerson) -> list[str]:
    """The departments that travel in ORG: the first field, when ORG gives it back as it is."""
    if not person.fields or person.fields[0][0] != "department":
        return []
    units = person.fields[0][1].split("; ")
    return units if all(unit and unit == " ".join(unit.split()) for unit in units) else []


def _jobs(person: IncomingPerson) -> Iterator[str]:
    units = department(person)
    if person.organization or units:
        yield "ORG:" + ";".join(map(escaped, [person.organization or "", *units]))
    if person.title:
        yield f"TITLE:{escaped(person.title)}"
    for number, (organization, title) in enumerate(person.jobs, 1):
        if organization:
            yield f"{FORMER}{number}.ORG:{escaped(organization)}"
        if title:
            yield f"{FORMER}{number}.TITLE:{escaped(title)}"


def _methods(person: IncomingPerson, version: Version, kept: Kept) -> Iterator[str]:
    addresses = [kept.address(m.value) if m.kind == "address" else None for m in person.methods]
    city = kept.city(addresses)
    if city and person.city is None:
        addresses = [None] * len(addresses)  # or the city would come back
    elif person.city and person.city != city:
        yield f"ADR:;;;{escaped(person.city)};;;"
    for method, address in zip(person.methods, addresses, strict=True):
        params, label = _method_params(method, version)
        if address and (address.label, address.preferred) == (method.label, method.preferred):
            params, label = address.own, ""
        elif address:
            params += address.params
        name = _NAMES.get(method.kind)
        if name is None:
            continue
        group = (address.group if address else "") or (kept.new_group() if label else "")
        dot = f"{group}." if group else ""
        value = address.value if address else _method_value(method)
        yield f"{dot}{name}{params}:{value}"
        if label:
            yield f"{dot}X-ABLabel:{escaped(label)}"


def _method_params(method: IncomingMethod, version: Version) -> tuple[str, str]:
    """The parameters of a method, and its label when they cannot say it."""
    types: list[str] = []
    label, service = method.label or "", ""
    if method.kind == "handle" and (label in SERVICES or _foreign(label)):
        service, label = f";X-SERVICE-TYPE={param_escaped(label)}", ""
    elif label and set(label.split(" ")) <= TYPES and method.kind != "handle":
        types, label = label.split(" "), ""
    pref = ""
    if method.preferred and version == "3.0":
        types.append("pref")
    elif method.preferred:
        pref = ";PREF=1"
    said = f";TYPE={','.join(types)}" if types else ""
    if label.startswith("_$!<"):
        label = f"_$!<{label}>!$_"
    return service + said + pref, label


def _foreign(label: str) -> bool:
    """A service that no list names: said as it is, as long as nothing of it could be changed."""
    return bool(label) and label.lower() not in SERVICES and label.isprintable()


def _method_value(method: IncomingMethod) -> str:
    if method.kind == "address":
        return f";;{escaped(method.value)};;;;"
    if method.kind == "handle":
        scheme = SERVICES.get(method.label or "", OWN_SCHEME)
        return f"{scheme}:{escaped(method.value)}"
    if method.kind == "url":
        return method.value.replace("\\", "\\\\").translate(_BREAKS)
    return escaped(method.value)


def _days(person: IncomingPerson, version: Version, kept: Kept) -> Iterator[str]:
    if person.birthday:
        kept.drop("BDAY")
        kept.drop("X-NETLOG-BIRTHDAY")
        yield _birthday(person.birthday, version)
    yield from _dates(person, version, kept)
    if person.met_on:
        yield f"X-NETLOG-MET-ON:{person.met_on.isoformat()}"
    if person.cadence_days is not None:
        yield f"X-NETLOG-CADENCE:{person.cadence_days}"


def _dates(person: IncomingPerson, version: Version, kept: Kept) -> Iterator[str]:
    """The first anniversary as vCard 4.0 has it, all else as Apple does."""
    is_first = version == "4.0"
    for date in person.dates:
        is_anniversary = date.label.casefold() == "anniversary"
        if is_anniversary and is_first:
            kept.drop("ANNIVERSARY")
            yield f"ANNIVERSARY:{_standard(date.on)}"
            is_first = False
            continue
        group = kept.new_group()
        omitted, day = "", date.on
        if day.startswith("--"):
            omitted, day = f";X-APPLE-OMIT-YEAR={APPLE_NO_YEAR}", f"{APPLE_NO_YEAR}{day[1:]}"
        label = "_$!<Anniversary>!$_" if is_anniversary else escaped(date.label)
        yield f"{group}.X-ABDATE{omitted}:{day}"
        yield f"{group}.X-ABLabel:{label}"


def _standard(on: str) -> str:
    return ("--" if on.startswith("--") else "") + on.replace("-", "")


def _birthday(birthday: str, version: Version) -> str:
    yearless = birthday.startswith("--")
    if len(birthday) != (7 if yearless else 10):
        if birthday.endswith("X") or version != "4.0":
            return f"X-NETLOG-BIRTHDAY:{birthday}"
        return f"BDAY:{birthday}"
    if version == "4.0":
        return f"BDAY:{_standard(birthday)}"
    if yearless:
        day = f"{APPLE_NO_YEAR}{birthday[1:]}"
        return f"BDAY;X-APPLE-OMIT-YEAR={APPLE_NO_YEAR};VALUE=date:{day}"
    return f"BDAY;VALUE=date:{birthday}"


def _texts(person: IncomingPerson) -> Iterator[str]:
    if person.how_met:
        yield f"X-NETLOG-HOW-MET:{escaped(person.how_met)}"
    if person.circles:
        yield "X-NETLOG-CIRCLES:" + ",".join(map(escaped, person.circles))
    if person.tags:
        yield "CATEGORIES:" + ",".join(map(escaped, person.tags))
    if person.notes:
        yield f"NOTE:{escaped(person.notes)}"
    for key, value in person.fields[bool(department(person)) :]:
        yield f"X-NETLOG-FIELD:{escaped(key)};{escaped(value)}"


def _introduction(person: IncomingPerson, version: Version, kept: Kept) -> Iterator[str]:
    who = person.introduced_by
    if not who:
        return
    if version == "4.0":
        is_uid = _UUID.fullmatch(bare_uid(who) or "")
        kind, urn = ("uri", "urn:uuid:") if is_uid else ("text", "")
        who = (bare_uid(who) or who) if is_uid else who
        yield f"RELATED;TYPE=contact,{INTRODUCED_BY};VALUE={kind}:{urn}{escaped(who)}"
    else:
        group = kept.new_group()
        yield f"{group}.X-ABRELATEDNAMES:{escaped(who)}"
        yield f"{group}.X-ABLabel:Introduced by"
