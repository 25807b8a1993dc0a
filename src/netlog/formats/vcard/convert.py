"""Lines as a version of vCard asks for: without the transport of 2.1, pictures as it has them."""

import re

from netlog.formats.vcard.values import BINARY, ContentLine, android_label, unquoted_split

_DATA = re.compile(r"data:([\w/.+-]{0,100});base64\\?,", re.IGNORECASE)
_MEDIA = {"PHOTO": "image/", "LOGO": "image/", "SOUND": "audio/"}
_BASE64 = ("base64", "b")
# How the octets of pictures begin, in base64.
_BEGINNINGS = (("/9j/", "jpeg"), ("iVBOR", "png"), ("R0lGOD", "gif"), ("UklGR", "webp"))


def written(line: ContentLine, version: str) -> str:
    """The line as it stood, or as the version asks for."""
    head = head_of(line)
    bare = any("=" not in part for part in params_of(head))
    data = _DATA.match(line.value) if line.name in BINARY else None
    if data and version == "3.0":
        octets = line.value[data.end() :]
        return f"{spec_of(head)};ENCODING=b{_type_of(data[1], octets)}:{octets}"
    if not (bare or line.params.encoding or line.params.charset):
        return line.raw
    if line.params.encoding in _BASE64:
        return _binary(line, head, version)
    parts = [spec_of(head), *other_params(head)]
    return ";".join(parts) + ":" + one_line(line.plain())


def alike(line: ContentLine, version: str) -> str:
    """A line that both versions write alike, but for what each calls the preferred one."""
    head = head_of(line)
    if "PREF" not in head.upper():
        return written(line, version)
    params = []
    for part in other_params(head):
        key, _, said = part.partition("=")
        if key.strip().upper() == "TYPE":
            types = but_preferred(said)
            params += [f"TYPE={','.join(types)}"] if types else []
        elif key.strip().upper() != "PREF":
            params.append(part)
    if line.params.preferred:
        params.append("TYPE=pref" if version == "3.0" else "PREF=1")
    return ";".join([spec_of(head), *params]) + ":" + one_line(line.plain())


def but_preferred(types: str) -> list[str]:
    """The types of a TYPE, but that it is the preferred one."""
    return [one for one in types.strip('"').split(",") if one.strip().lower() != "pref"]


def _binary(line: ContentLine, head: str, version: str) -> str:
    octets = "".join(line.value.split())
    kind = next((one for one in line.params.types if one != "pref"), "")
    if version == "3.0":
        return f"{spec_of(head)};ENCODING=b{_type_of(kind, octets)}:{octets}"
    if "/" not in kind:
        media = _MEDIA.get(line.name, "application/")
        guessed = _guessed(octets) or ("jpeg" if media == "image/" else "octet-stream")
        kind = media + (kind or guessed)
    return f"{spec_of(head)}:data:{kind};base64,{octets}"


def _type_of(kind: str, octets: str) -> str:
    """The parameter of version 3.0, which names a kind of picture without `image/`."""
    said = kind.rpartition("/")[2] or _guessed(octets)
    return f";TYPE={said.upper()}" if said else ""


def _guessed(octets: str) -> str:
    return next((kind for begins, kind in _BEGINNINGS if octets.startswith(begins)), "")


def head_of(line: ContentLine) -> str:
    """What stands before the value: group, name and parameters."""
    return line.raw[: len(line.raw) - len(line.value) - 1]


def spec_of(head: str) -> str:
    """Group and name."""
    return head.partition(";")[0].strip()


def params_of(head: str) -> list[str]:
    """The parameters as they stand."""
    return list(unquoted_split(head, ";"))[1:]


def other_params(head: str) -> list[str]:
    """The parameters without what only the transport of version 2.1 needs; bare ones are types."""
    kept = []
    for part in params_of(head):
        key, equals, _ = part.partition("=")
        said = key.strip().upper()
        if android_label(part):
            continue
        if said in ("ENCODING", "CHARSET") or (not equals and said in ("QUOTED-PRINTABLE", "8BIT")):
            continue
        kept.append(part if equals else f"TYPE={part.strip()}")
    return kept


def untyped_params(head: str) -> list[str]:
    """The parameters that a method does not say itself."""
    said = ("TYPE", "PREF", "VALUE", "X-SERVICE-TYPE", "SERVICE-TYPE")
    return [one for one in other_params(head) if one.partition("=")[0].strip().upper() not in said]


def one_line(value: str) -> str:
    """A value whose line breaks are escaped."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
