"""Which charset the bytes of a foreign file are in; every format decodes here and only here.

No bytes are refused: what is neither UTF-16 nor UTF-8 is windows-1252, the commonest of the rest.
"""

import re

BOM = b"\xef\xbb\xbf"

_WIDE_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LOOKED_AT = 4096
_MOSTLY = 5  # characters, of which one may be broken
# Python knows codecs that are no charsets, and some that are slow on purpose: only these are tried.
_CHARSET = re.compile(
    r"(us-)?ascii|utf-?(7|8|16(-?[lb]e)?)|(iso-?8859|cp|windows|koi8|mac)[-_]?\w{1,10}"
    r"|latin-?\d+|shift[-_]?jis|euc[-_](jp|kr|cn)|iso-2022-(jp|kr)|gb(2312|k|18030)|big5",
    re.IGNORECASE,
)


def decoded(data: bytes) -> str:
    """The text of a file: by its BOM, UTF-16 also by its zeros; else line by line as below."""
    wide, bom = wide_charset(data[:_LOOKED_AT])
    if wide:
        return data[bom:].decode(wide, "replace")
    data = data.removeprefix(BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(decoded_line, data.splitlines(keepends=True)))


def is_unicode(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-8, and no code page need be guessed."""
    if wide_charset(data[:_LOOKED_AT])[0]:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decoded_line(line: bytes, declared: str = "") -> str:
    """UTF-8 when it is, else the `declared` charset when it fits, else windows-1252 or latin-1.

    Files of a book that grew for twenty years change their charset from one line to the next.
    """
    if declared.lower().replace("_", "-") in ("utf-8", "utf8"):
        # An octet that was cut or mangled must not turn the whole into another charset.
        mended = line.decode("utf-8", "replace")
        if mended.count("\ufffd") * _MOSTLY <= len(mended):
            return mended
    fitting = (declared, "cp1252") if _CHARSET.fullmatch(declared) else ("cp1252",)
    for charset in ("utf-8", *fitting):
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
