"""The words of a POSIX shell's line: taken apart with their quoting, and quoted again.

Text in, text out; nothing here knows of netlog.
"""

import re

from netlog.named import NamedTuple

_PIECE = re.compile(
    r"""
    (?P<blank> [ \t\n]+ )
  | (?P<redirect> \d*[<>]+[&|]? )
  | \\ (?P<escaped> .? )
  | ' (?P<single> [^']* ) (?P<single_end> '? )
  | " (?P<double> (?: [^"\\] | \\. )* ) \\? (?P<double_end> "? )
  | (?P<plain> [^ \t\n<>\\'"]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED_IN_DOUBLE = re.compile(r'\\([$`"\\])')
_SPECIAL_IN_DOUBLE = re.compile(r'([$`"\\])')
_SPECIAL = re.compile(r"([^\w%+,./\x80-\U0010ffff-])", re.ASCII)


class Word(NamedTuple):
    """A word of a line: where it starts there, and its text without the quoting.

    quote is the quotation mark that is still open at the end of the line, and opened is its place.
    """

    start: int
    text: str = ""
    quote: str = ""
    opened: int = 0
    redirect: bool = False


def split(line: str) -> list[Word]:
    """The words of a line; the last one is being typed, and empty after a blank."""
    found: list[Word] = []
    word, begun = Word(0), False
    for piece in _PIECE.finditer(line):
        kind = piece.lastgroup
        if kind in ("blank", "redirect"):
            redirect = kind == "redirect" or (word.redirect and not begun)
            found += [word] if begun else []
            word, begun = Word(piece.end(), redirect=redirect), False
        else:
            text, quote = _unquoted(piece)
            word = word._replace(text=word.text + text, quote=quote, opened=piece.start())
            begun = True
    return [*found, word]


def _unquoted(piece: re.Match[str]) -> tuple[str, str]:
    """The text of a piece, and the mark that it leaves open."""
    if piece["single"] is not None:
        return piece["single"], "" if piece["single_end"] else "'"
    if piece["double"] is not None:
        text = _ESCAPED_IN_DOUBLE.sub(r"\1", piece["double"])
        return text, "" if piece["double_end"] else '"'
    return piece["plain"] or piece["escaped"] or "", ""


def quoted(text: str, mark: str = "") -> str:
    """The text as one word, inside those quotation marks or, without any, behind backslashes."""
    if mark == "'":
        return "'" + text.replace("'", r"'\''") + "'"
    if mark == '"':
        # Within double quotes no backslash keeps bash from looking an exclamation mark up.
        return '"' + _SPECIAL_IN_DOUBLE.sub(r"\\\1", text).replace("!", "\"'!'\"") + '"'
    return _SPECIAL.sub(r"\\\1", text) or "''"
