"""Bytes of a foreign file as text; every format decodes here and only here.

No bytes are refused: what is neither UTF-16 nor UTF-8, and says no charset of its own, is in the
one that was taken for the file, or else in windows-1252, the commonest.
"""

import codecs
import re
from collections.abc import Iterable

from netlog.formats import guess

BOM = b"\xef\xbb\xbf"

_WIDE_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LOOKED_AT = 4096
_MOSTLY = 5  # characters, of which one may be broken
# Python knows codecs that are no charsets, and some that are slow on purpose: only these are tried.
_CHARSET = re.compile(
    r"(us-)?ascii|utf-?(7|8|16(-?[lb]e)?)|(iso-?8859|cp|windows|koi8|mac)[-_]?\w{1,10}"
    r"|latin-?\d+|s(hift)?[-_]?jis|greek|cyrillic|hebrew|arabic|ms-?932|euc[-_](jp|kr|cn)|iso-2022-(jp|kr)|gb(2312|k|18030)|big5",
    re.IGNORECASE,
)


def decoded(data: bytes, charset: str = "") -> str:
    """The text of a file: by its BOM, UTF-16 also by its zeros; else line by line as below.

    charset is that of the lines that are not in UTF-8, guessed where nothing is said.
    """
    wide, bom = wide_charset(data[:_LOOKED_AT])
    if wide:
        return data[bom:].decode(wide, "replace")
    data = data.removeprefix(BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        charset = charset or charset_of(data)
        return "".join(decoded_line(line, charset) for line in data.splitlines(keepends=True))


def charset_of(data: bytes) -> str:
    """The charset that the lines of a file are taken to be in; empty when all are in Unicode."""
    return "" if is_unicode(data) else guess.guess(not_unicode(data.splitlines()))


def not_unicode(lines: Iterable[bytes]) -> list[bytes]:
    """Those of the lines that are not in UTF-8."""
    return [line for line in lines if not line.isascii() and not _is_utf_8(line)]


# What people type; Python knows many more.
USUAL = (
    *("utf-8", "utf-16", "latin-1", "ascii", "cp437", "mac-roman", "koi8-r", "gb18030", "big5"),
    *("shift-jis", "euc-jp", "euc-kr", "windows-1250", "windows-1251", "windows-1252"),
    *("windows-1253", "windows-1254", "windows-1255", "windows-1256", "iso-8859-1", "iso-8859-2"),
    *("iso-8859-5", "iso-8859-7", "iso-8859-9", "iso-8859-15"),
)


def of_that_name(typed: str) -> str | None:
    """The charset of a name that people know, as Python calls it; None for what is no charset."""
    name = typed.strip().replace(" ", "-")
    if not _CHARSET.fullmatch(name):
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def recoded(data: bytes, charset: str) -> bytes:
    """The bytes in UTF-8; what does not fit the charset is replaced."""
    return data.decode(charset, "replace").removeprefix("\ufeff").encode("utf-8", "replace")


def is_unicode(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-8, and no code page need be guessed."""
    return bool(wide_charset(data[:_LOOKED_AT])[0]) or _is_utf_8(data)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decoded_line(line: bytes, declared: str = "", otherwise: str = "") -> str:
    """UTF-8 when it is, else the `declared` charset when it fits, else windows-1252 or latin-1.

    `otherwise` is the charset of what declares none.

    Files of a book that grew for twenty years change their charset from one line to the next.
    """
    if declared.lower().replace("_", "-") in ("utf-8", "utf8"):
        # An octet that was cut or mangled must not turn the whole into another charset.
        mended = line.decode("utf-8", "replace")
        if mended.count("\ufffd") * _MOSTLY <= len(mended):
            return mended
    fitting = filter(_CHARSET.fullmatch, (declared, otherwise))
    for charset in ("utf-8", *fitting, guess.COMMONEST):
        try:
            return line.decode(charset)
        except (UnicodeError, LookupError):
            continue
    return line.decode("latin-1")


def wide_charset(head: bytes) -> tuple[str, int]:
    """utf-16-le or -be, and how many bytes of BOM to skip; ("", 0) when a byte is a character."""
    for bom, charset in _WIDE_BOMS:
        if head.startswith(bom):
            return charset, len(bom)
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 > len(head) and min(even, odd) * 8 < max(even, odd):
        return ("utf-16-be" if even > odd else "utf-16-le"), 0
    return "", 0
