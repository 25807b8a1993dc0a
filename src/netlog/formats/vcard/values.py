"""One content line of a vCard: its group, name, parameters and value, both escaped and not."""

import binascii
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from netlog.formats.charset import decoded_line
from netlog.named import NamedTuple

BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "AGENT"})

# Programs that invent properties put slashes into their names, RFC or not.
_NAME = re.compile(r"(?:[\w-]{1,100}\.)?(?:[\w-]{1,100}|X-[\w/-]{1,100})", re.ASCII | re.IGNORECASE)
_ESCAPE = re.compile(r"\\([nN,;:\\\"'])")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_BREAK = re.compile(r"\r\n|\r")
_ENCODINGS = frozenset({"quoted-printable", "base64", "b", "q", "8bit", "7bit"})
# Android's own type for a label that is not plain ASCII.
_ANDROIDS = re.compile(
    r"X-CUSTOM\((?:CHARSET=[\w-]{1,20},)?(ENCODING=QUOTED-PRINTABLE,)?([^()]*)\)", re.IGNORECASE
)
ANDROID_LABEL = "X-CUSTOM"
_CIRCUMFLEX = re.compile(r"\^([n'^])")
_CACHED = 200
_QUOTE_MARKS = {"n": "\n", "'": '"', "^": "^"}


class Params(NamedTuple):
    """The parameters of a line: types in lower case, pref among them, and others by name."""

    types: tuple[str, ...] = ()
    encoding: str = ""
    charset: str = ""
    preferred: bool = False
    others: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The value of another parameter, or nothing."""
        return next((value for key, value in self.others if key == name), "")


class ContentLine(NamedTuple):
    """A content line; name is in upper case, value as it stands, raw the whole line unfolded."""

    at: int
    group: str
    name: str
    params: Params
    value: str
    raw: str

    def spelled_group(self) -> str:
        """The group as the line spells it."""
        return self.raw[: len(self.group)]

    def text(self) -> str:
        """The value decoded, unescaped and trimmed."""
        return unescaped(self.plain()).strip()

    def line(self) -> str:
        """The text on one line."""
        return on_one_line(self.text())

    def texts(self, mark: str) -> list[str]:
        """The parts of the value between marks, unescaped and trimmed; empty ones too."""
        return [unescaped(part).strip() for part in split_escaped(self.plain(), mark)]

    def plain(self) -> str:
        """The value without its transport encoding, still escaped."""
        if not self.params.encoding or self.name in BINARY:
            return self.value
        return _transported(self.value, self.params)


_NO_PARAMS = Params()


def parsed(lines: Iterable[str], charset: str = "") -> list[ContentLine]:
    """The content lines; what is none goes on with the line before it, as some exporters break.

    charset is that of values in quoted-printable that are not in UTF-8 and declare none.
    """
    read: list[ContentLine] = []
    loose: list[str] = []
    for raw in lines:
        line = content_line(raw, len(read), charset)
        if line is None:
            loose.append(raw)
            continue
        if loose:
            _go_on(read, loose)
            loose = []
        read.append(line)
    _go_on(read, loose)
    return read


def content_line(raw: str, at: int = 0, charset: str = "") -> ContentLine | None:
    """One line, and which of the card it is; None for one that is no content line."""
    head, colon, value = raw.partition(":")
    if '"' in head:
        head, colon, value = _quoted_head(raw)
    spec, _, params = head.partition(";")
    spec = spec.strip()
    if not (colon and _NAME.fullmatch(spec)):
        return None
    if raw[0].isspace():
        raw = raw.lstrip()  # or it would look folded when it is written back
    group, _, name = spec.rpartition(".")
    said = _params(params)
    if charset and said.encoding and not said.charset:
        said = said._replace(charset=charset)
    return ContentLine(at, group.lower(), name.upper(), said, value, raw)


def _go_on(read: list[ContentLine], loose: list[str]) -> None:
    if not read or not any(loose):
        return
    last = read[-1]
    if last.name in BINARY or last.params.encoding in ("base64", "b"):
        more = "".join(part.strip() for part in loose)
    else:
        more = "".join(f"\\n{part}" for part in loose if part)
    read[-1] = last._replace(value=last.value + more, raw=last.raw + more)


def _quoted_head(raw: str) -> tuple[str, str, str]:
    """The line parted at its first colon outside of quotes, or inside when one never closes."""
    at = 0
    for number, piece in enumerate(raw.split('"')):
        if number % 2 == 0 and ":" in piece:
            at += piece.index(":")
            return raw[:at], ":", raw[at + 1 :]
        at += len(piece) + 1
    return raw.partition(":")


def android_label(param: str) -> str:
    """The label that Android writes as a type of its own, X-CUSTOM(…,Boots=68aus); else ''."""
    found = _ANDROIDS.fullmatch(param.strip())
    if not found:
        return ""
    octets = binascii.a2b_qp(found[2].encode())
    return octets.decode("utf-8", "replace").strip() if found[1] else found[2].strip()


def _params(text: str) -> Params:
    if not text:
        return _NO_PARAMS
    return _cached_params(text) if len(text) < _CACHED else _read_params(text)


def _read_params(text: str) -> Params:
    types: list[str] = []
    others: list[tuple[str, str]] = []
    encoding = charset = ""
    preferred = False
    for part in unquoted_split(text, ";"):
        if label := android_label(part):
            others.append((ANDROID_LABEL, label))
            continue
        key, equals, value = part.partition("=")
        key, value = key.strip().upper(), value.strip()
        if key == "TYPE" or not equals:
            said = value if equals else key
            listed = [one.strip().lower() for one in said.replace('"', "").split(",")]
            if not equals and listed[0] in _ENCODINGS:
                encoding = listed[0]
            elif equals or key not in ("ENCODING", "CHARSET"):
                types += [one for one in listed if one]
        elif key == "ENCODING":
            encoding = value.strip('"').lower()
        elif key == "CHARSET":
            charset = value.strip('"')
        elif key == "PREF":
            preferred = preferred or value.strip('"') == "1"
        else:
            others.append((key, _param_text(value)))
    return Params(tuple(types), encoding, charset, preferred or "pref" in types, tuple(others))


_cached_params = lru_cache(maxsize=1024)(_read_params)


def unquoted_split(text: str, mark: str) -> Iterator[str]:
    """The parts between the marks that do not stand in quotes."""
    if '"' not in text:
        yield from text.split(mark)
        return
    open_: list[str] = []
    quotes = 0
    for piece in text.split(mark):
        open_.append(piece)
        quotes += piece.count('"')
        if quotes % 2 == 0:
            yield mark.join(open_)
            open_ = []
    if open_:
        yield mark.join(open_)


def _param_text(value: str) -> str:
    """A parameter's value without its quotes and RFC 6868's circumflexes."""
    bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
    return _CIRCUMFLEX.sub(lambda found: _QUOTE_MARKS[found[1]], bare)


def param_escaped(value: str) -> str:
    """A parameter's value as RFC 6868 and quotes allow any text to stand there."""
    marked = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{marked}"'


def _transported(value: str, params: Params) -> str:
    octets = value.encode("utf-8", "replace")
    try:
        if params.encoding in ("quoted-printable", "q"):
            return _BREAK.sub("\n", decoded_line(binascii.a2b_qp(octets), params.charset))
        if params.encoding in ("base64", "b"):
            return _BREAK.sub("\n", decoded_line(binascii.a2b_base64(octets), params.charset))
    except binascii.Error:
        pass
    return value


def split_escaped(value: str, mark: str) -> list[str]:
    """The parts between the marks that no backslash escapes, still escaped themselves."""
    pieces = value.split(mark)
    if "\\" not in value:
        return pieces
    whole: list[str] = []
    open_: list[str] = []
    for piece in pieces:
        open_.append(piece)
        if (len(piece) - len(piece.rstrip("\\"))) % 2 == 0:
            whole.append(mark.join(open_))
            open_ = []
    return [*whole, mark.join(open_)] if open_ else whole


def unescaped(text: str) -> str:
    """The text that was escaped; a backslash before anything else is a backslash."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def on_one_line(text: str) -> str:
    """The text with spaces for its line breaks."""
    return " ".join(text.split("\n")) if "\n" in text else text


def escaped(text: str) -> str:
    """Text as a value, or as a part of one."""
    return _BREAK.sub("\n", text).translate(_ESCAPES)
