"""Ways to reach somebody, written: each line as it stood, or anew on its place."""

import re
from collections.abc import Iterator

from netlog.formats.mapping import Mapped
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.convert import (
    but_preferred,
    head_of,
    one_line,
    other_params,
    untyped_params,
)
from netlog.formats.vcard.methods import city_of, method_label, read, read_address
from netlog.formats.vcard.old_ways import OldWays
from netlog.formats.vcard.property import Property
from netlog.formats.vcard.services import KINDS, NAMES, OWN_SCHEME, PROFILES, SERVICES, TYPES
from netlog.formats.vcard.sheet import CardSheet, Placed, plain
from netlog.formats.vcard.values import ANDROID_LABEL, ContentLine, escaped, param_escaped
from netlog.records.incoming import IncomingMethod, IncomingPerson

_GRADE = re.compile(r"PREF=\"?(?:[2-9]|[1-9]\d|100)\"?", re.IGNORECASE)
_BREAKS = str.maketrans("", "", "\r\n")


def place(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """Each way on its old place, then those that are new; first the city that no address says."""
    standing = OldWays(person, sheet)
    addresses = [line for lines in standing.of.values() for line, _ in lines if line.name == "ADR"]
    city = next((one for line in addresses if (one := read_address(line).city)), None)
    flat = bool(city) and person.city is None  # or the city would come back
    yield from _city(person, sheet, standing, city)
    if sheet.is_as_read:
        empty = (line for line, was in standing.read if was is None and line.name != "ADR")
        yield from (Placed(line.at, line.raw) for line in empty)
        placed = {line.at for lines in standing.of.values() for line, _ in lines}
        for line, was in standing.read:
            # What is no number or address became a field.
            if was and line.at not in placed and sheet.say_field(was.kind, was.value):
                yield Placed(line.at, line.raw)
    for at, method in enumerate(person.methods):
        if method.kind not in NAMES:
            continue
        old = standing.of.get(at, [])
        if not old:
            yield from _anew(method, None, sheet, flat=flat)
        # One method that two lines say keeps both while it is what one of them says.
        stood = any(standing.is_as_it_stood(method, was) for _, was in old)
        for line, was in old:
            holds = stood and not (flat and line.name == "ADR")
            if holds and (sheet.is_as_read or _is_in_both(line, sheet)):
                yield Placed(line.at, line.raw)
            elif holds:
                yield from _anew(was, (line, was), sheet, flat=flat)
            elif line is old[0][0]:
                yield from _anew(method, (line, was), sheet, flat=flat)


def _city(
    person: IncomingPerson, sheet: CardSheet, standing: OldWays, said: str | None
) -> Iterator[Placed]:
    """The lines of a city alone, as they stood; said is the city of the first address."""
    if not person.city:
        return
    bare = (line for line, was in standing.read if was is None and line.name == "ADR")
    lines = {line: read_address(line).city for line in bare}
    of_card = city_of(sheet.form.lines) if sheet.is_as_read else None
    if plain(person.city) == plain(of_card):
        yield from (Placed(line.at, line.raw) for line, city in lines.items() if city)
    elif person.city != said:
        there = next((line for line, city in lines.items() if city == person.city), None)
        if there and sheet.is_as_read:
            yield Placed(there.at, there.raw)
        else:
            yield Placed(None, f"ADR:;;;{escaped(person.city)};;;", new=True)


def _is_in_both(line: ContentLine, sheet: CardSheet) -> bool:
    """Whether versions 3.0 and 4.0 write the line alike: the own one of a network."""
    return line.name.startswith("X-") and sheet.form.version in ("3.0", "4.0")


def _anew(
    method: IncomingMethod,
    stood: tuple[ContentLine, IncomingMethod] | None,
    sheet: CardSheet,
    *,
    flat: bool,
) -> Iterator[Placed]:
    """The way as its version writes it, with what its line said besides, as long as it is so."""
    old, was = stood or (None, None)
    params, label = _params(method, sheet.version)
    name = NAMES[method.kind]
    holds = old is not None and was is not None and plain(was.label) == plain(method.label)
    address = old if old and old.name == "ADR" and not flat else None
    called = None
    as_it_stood = address
    if old and holds and method.kind == "handle":
        called = _label_line(old, sheet)
        as_it_stood = old if old.name == name else None
        params, label = _of_handle(old, method, sheet.version, own=not as_it_stood), ""
    elif old and holds and old.name == name:
        params, called = _as_said(old, method, sheet.version), _label_line(old, sheet)
        is_said = method_label(old) == method.label and not old.params.get(ANDROID_LABEL)
        label = "" if called or is_said else method.label or ""
    elif address:
        params += "".join(f";{one}" for one in untyped_params(head_of(address)))
    value = one_line(as_it_stood.plain()) if as_it_stood else _value(method)
    group = _group(old, sheet, labelled=bool(label or called)) if old else ""
    group = group or (sheet.new_group() if label or called else "")
    dot = f"{group}." if group else ""
    at = old.at if old and sheet.form.was_read else None
    yield Placed(at, f"{dot}{name}{params}:{value}", new=True)
    if called:
        yield Placed(called.at, f"{dot}X-ABLabel:{one_line(called.plain())}", new=True)
    elif label:
        yield Placed(at, f"{dot}X-ABLabel:{escaped(label)}", new=True)


def _label_line(old: ContentLine, sheet: CardSheet) -> ContentLine | None:
    """The line that labels the group of the old one."""
    said = CardLines(sheet.form.lines)
    return said.labels[old.group] if old.group and said.label(old) else None


def _of_handle(old: ContentLine, method: IncomingMethod, version: str, *, own: bool) -> str:
    """The parameters of a handle: its service as the line or as netlog calls it, and the types."""
    services = ("X-SERVICE-TYPE", "SERVICE-TYPE")
    said = [one for one in other_params(head_of(old)) if one.upper().startswith(services)]
    service = "".join(f";{one}" for one in said)
    if own:
        service = _params(method._replace(preferred=False), version)[0]
    if old.name in PROFILES:  # whose type is the service
        return service + _typed(method, [], version)
    return service + _as_said(old, method, version)


def _as_said(old: ContentLine, method: IncomingMethod, version: str) -> str:
    """The parameters of the old line as that version writes them."""
    head = head_of(old)
    said = (one.partition("=") for one in other_params(head))
    types = (value for key, _, value in said if key.strip().upper() == "TYPE")
    plain_types = [one for each in types for one in but_preferred(each)]
    others = "".join(f";{one}" for one in untyped_params(head))
    if version == "4.0" and not method.preferred:
        grade = (one for one in other_params(head) if _GRADE.fullmatch(one))
        others = "".join(f";{one}" for one in grade) + others
    return _typed(method, plain_types, version) + others


def _typed(method: IncomingMethod, types: list[str], version: str) -> str:
    types = [*types, "pref"] if method.preferred and version == "3.0" else types
    said = f";TYPE={','.join(types)}" if types else ""
    return said + (";PREF=1" if method.preferred and version == "4.0" else "")


def _group(old: ContentLine, sheet: CardSheet, *, labelled: bool) -> str:
    """The group that the line had, as long as something kept is in it and nobody else has it."""
    group = old.group
    kept_label = any(
        line.group == group and not sheet.form.is_known(line) for line in sheet.kept("X-ABLABEL")
    )
    wanted = labelled or sheet.form.was_read or sheet.has_kept_siblings(group)
    wanted = wanted or old.name == "ADR"
    return sheet.group_of(old) if wanted and not kept_label else ""


def _params(method: IncomingMethod, version: str) -> tuple[str, str]:
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


def _value(method: IncomingMethod) -> str:
    if method.kind == "address":
        return f";;{escaped(method.value)};;;;"
    if method.kind == "handle":
        scheme = SERVICES.get(method.label or "", OWN_SCHEME)
        return f"{scheme}:{escaped(method.value)}"
    if method.kind == "url":
        return method.value.replace("\\", "\\\\").translate(_BREAKS)
    return escaped(method.value)


def _written_on_its_place(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    yield from ()


PROPERTIES = (
    Property(
        (
            Mapped("city", "ADR, its locality: of the preferred one, else the first"),
            Mapped("methods: email", "EMAIL", "types that say nothing, such as internet"),
            Mapped("methods: phone", "TEL", "types that say nothing, such as voice"),
            Mapped(
                "methods: url",
                "URL; SOCIALPROFILE, X-SOCIALPROFILE and the networks' own lines, where they say "
                "the address of a page",
            ),
            Mapped(
                "methods: address",
                "ADR; its parts are kept and written back while it is unchanged",
            ),
            Mapped(
                "methods: handle",
                "IMPP, SOCIALPROFILE, X-SOCIALPROFILE, X-AIM, X-JABBER, X-SKYPE and the like; "
                "written as IMPP",
            ),
            Mapped(
                "methods: label", "TYPE, else X-ABLabel; a LABEL or X-LABEL beside TYPE is read"
            ),
            Mapped("methods: preferred", "PREF=1 or TYPE=pref", "other grades of PREF"),
        ),
        tuple(KINDS),
        read,
        _written_on_its_place,
        place,
    ),
)
