"""Names as they are said, where a file lists them by the family."""

import re

SUFFIX = re.compile(
    r"(jr|sr|ii+|iv|ph\.?d|m\.?d|mba|msc|bsc|esq|llc|ltd|inc|gmbh|ag|ev|e\.v)\b", re.IGNORECASE
)
# What a directory says beside a name: "Old, Bea (Sales)".
_BESIDE = re.compile(r"\s*[(\[].*", re.DOTALL)


def in_order(name: str) -> str:
    """A name as it is said: directories of firms list "Old, Bea"."""
    family, comma, given = (each.strip() for each in name.partition(","))
    if not (comma and family and given) or "," in given or SUFFIX.match(given):
        return name
    beside = _BESIDE.search(given, 1)
    at = beside.start() if beside else len(given)
    return f"{given[:at]} {family}{given[at:]}"
