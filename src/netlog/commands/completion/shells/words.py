"""The words of a POSIX shell's line: taken apart with their quoting, and quoted again.

Text in, text out; nothing here knows of netlog.
"""

from netlog.later import pattern
from netlog.named import NamedTuple
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_PIECE = pattern(
    r"""(?xs)
    (?P<blank> [ \t\n]+ )
  | (?P<redirect> \d*[<>]+[&|]? )
  | \\ (?P<escaped> .? )
  | ' (?P<single> [^']* ) (?P<single_end> '? )
  | " (?P<double> (?: [^"\\] | \\. )* ) \\? (?P<double_end> "? )
  | (?P<plain> [^ \t\n<>\\'"]+ )
    """
)
_PLAINLY = frozenset("\\'\"<>").isdisjoint
_ESCAPED_IN_DOUBLE = pattern(r'\\([$`"\\])')
_IN_DOUBLE = str.maketrans({char: f"\\{char}" for char in '$`"\\'})
_AS_THEY_ARE = "_%+,./-"
_BARE = {
    code: f"\\{chr(code)}"
    for code in range(128)
    if not (chr(code).isalnum() or chr(code) in _AS_THEY_ARE)
}


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
    if _PLAINLY(line):
        return _plain(line)
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


def _plain(line: str) -> list[Word]:
    """The words of a line in which nothing is quoted and nothing goes to a file."""
    found: list[Word] = []
    start = 0
    for part in line.replace("\t", " ").replace("\n", " ").split(" "):
        if part:
            found.append(Word(start, part, opened=start))
        start += len(part) + 1
    return found if part else [*found, Word(len(line))]


def _unquoted(piece: "re.Match[str]") -> tuple[str, str]:
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
        return '"' + text.translate(_IN_DOUBLE).replace("!", "\"'!'\"") + '"'
    return text.translate(_BARE) or "''"
