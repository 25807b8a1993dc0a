"""Which charset the bytes of a foreign file are in; every format decodes here and only here."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LOOKED_AT = 4096


def decoded(data: bytes) -> str:
    """The text of a file: by its BOM, else UTF-16 by its zeros, UTF-8, windows-1252 or latin-1."""
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(charset, "replace")
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head):
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    for charset in ("utf-8", "cp1252"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
