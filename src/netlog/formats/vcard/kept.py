"""Lines that netlog keeps for others, written back: as they came, or as the version asks for."""

import re
from typing import NamedTuple

from netlog.formats.vcard.methods import method_label, read_address
from netlog.formats.vcard.people import says_same
from netlog.formats.vcard.values import BINARY, ContentLine, parsed, unquoted_split

_NEVER = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "UID"})
_ELSEWHERE = frozenset({"N", "ADR"})  # written where their value still holds, or not at all
_ITEM = re.compile(r"item(\d{1,9})", re.IGNORECASE)
_BREAKS = re.compile(r"[\r\n]+")
_DATA = re.compile(r"data:([\w/.+-]{0,100});base64\\?,", re.IGNORECASE)
_MEDIA = {"PHOTO": "image/", "LOGO": "image/", "SOUND": "audio/"}
_BASE64 = ("base64", "b")


class KeptAddress(NamedTuple):
    """An address in its parts: group, parameters, value still escaped, and city."""

    group: str
    own: str  # all parameters, of which types say this label
    label: str | None
    preferred: bool
    params: str  # those that are no types
    value: str
    city: str


class Kept:
    """The kept lines of one person, handed out once."""

    def __init__(self, raw: tuple[str, ...], version: str) -> None:
        self.version = version
        self.lines = [
            line for line in parsed(_BREAKS.sub("", one) for one in raw) if line.name not in _NEVER
        ]
        numbers = [int(found[1]) for line in self.lines if (found := _ITEM.fullmatch(line.group))]
        self.items = max(numbers, default=0)
        self.addressed: set[str] = set()

    def new_group(self) -> str:
        """A group that no line has yet."""
        self.items += 1
        return f"item{self.items}"

    def drop(self, name: str) -> None:
        """Leave out what netlog itself now says."""
        self.lines = [line for line in self.lines if line.name != name]

    def names(self, name: str) -> list[str]:
        """The N lines, when the name is what they say or stood beside them from the start."""
        lines = [line for line in self.lines if line.name == "N"]
        fulls = [line.text() for line in self.lines if line.name == "FN"]
        said = lines[0].texts(";") if lines else []
        family, given, *_ = [*said, "", ""]
        holds = name in fulls or says_same(name, family, given)
        if not holds or name in fulls or self.version == "3.0":
            self.drop("FN")
        if not holds:
            return []
        return [self._line(one) for one in (lines if self.version == "4.0" else lines[:1])]

    def address(self, text: str) -> KeptAddress | None:
        """The parts of the address that reads like this text."""
        for line in self.lines:
            if line.name == "ADR":
                address = read_address(line)
                if address.text == text:
                    self.lines.remove(line)
                    group = self._free_group(line.group)
                    return KeptAddress(
                        group,
                        _joined(_other_params(_head(line))),
                        method_label(line),
                        line.params.preferred,
                        _joined(_untyped_params(_head(line))),
                        _one_line(line.plain()),
                        address.city,
                    )
        return None

    def _free_group(self, group: str) -> str:
        """The group, unless another address or a label has it: cards put together repeat them."""
        labelled = any(line.group == group for line in self.lines if line.name == "X-ABLABEL")
        if labelled or group in self.addressed:
            return ""
        self.addressed.add(group)
        return group

    @staticmethod
    def city(addresses: list[KeptAddress | None]) -> str | None:
        """The city that these addresses would be read to say."""
        return next((one.city for one in addresses if one and one.city), None)

    def rest(self) -> list[str]:
        """What was not handed out, dropped or written from netlog's own words."""
        return [self._line(line) for line in self.lines if line.name not in _ELSEWHERE]

    def _line(self, line: ContentLine) -> str:
        head = _head(line)
        bare = any("=" not in part for part in _params(head))
        data = _DATA.match(line.value) if line.name in BINARY else None
        if data and self.version == "3.0":
            kind = data[1].rpartition("/")[2].upper()
            typed = f";TYPE={kind}" if kind else ""
            return f"{_spec(head)};ENCODING=b{typed}:{line.value[data.end() :]}"
        if not (bare or line.params.encoding or line.params.charset):
            return line.raw
        if line.params.encoding in _BASE64:
            return self._binary(line, head)
        parts = [_spec(head), *_other_params(head)]
        return ";".join(parts) + ":" + _one_line(line.plain())

    def _binary(self, line: ContentLine, head: str) -> str:
        octets = "".join(line.value.split())
        kind = next((one for one in line.params.types if one != "pref"), "")
        if self.version == "3.0":
            typed = f";TYPE={kind.upper()}" if kind else ""
            return f"{_spec(head)};ENCODING=b{typed}:{octets}"
        if "/" not in kind:
            media = _MEDIA.get(line.name, "application/")
            kind = media + (kind or ("jpeg" if media == "image/" else "octet-stream"))
        return f"{_spec(head)}:data:{kind};base64,{octets}"


def _head(line: ContentLine) -> str:
    return line.raw[: len(line.raw) - len(line.value) - 1]


def _joined(params: list[str]) -> str:
    return "".join(f";{part}" for part in params)


def _params(head: str) -> list[str]:
    return list(unquoted_split(head, ";"))[1:]


def _untyped_params(head: str) -> list[str]:
    """The parameters that a method does not say itself."""
    said = ("TYPE", "PREF")
    return [one for one in _other_params(head) if one.partition("=")[0].strip().upper() not in said]


def _spec(head: str) -> str:
    return head.partition(";")[0].strip()


def _other_params(head: str) -> list[str]:
    """The parameters without what only the transport of version 2.1 needs; bare ones are types."""
    kept = []
    for part in _params(head):
        key, equals, _ = part.partition("=")
        said = key.strip().upper()
        if said in ("ENCODING", "CHARSET") or (not equals and said in ("QUOTED-PRINTABLE", "8BIT")):
            continue
        kept.append(part if equals else f"TYPE={part.strip()}")
    return kept


def _one_line(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
