"""Custom fields: KEY=VALUE, the key in lower case, of letters, digits, - _ . and single spaces."""

from netlog.errors import UsageMistake
from netlog.rules import text

LONGEST_KEY = 40
ALSO_ALLOWED = "-_. "


def key(typed: str) -> str:
    """The key as it is stored and looked up; raises UsageMistake for what is none."""
    found = " ".join(text.line(typed, "name of the field").split()).casefold()
    if len(found) > LONGEST_KEY or not all(c.isalnum() or c in ALSO_ALLOWED for c in found):
        raise UsageMistake(
            "A field is named in up to 40 letters, digits, spaces, - _ and dots, such as shoe size."
        )
    return found


def assignment(typed: str) -> tuple[str, str]:
    """The key and the value of KEY=VALUE; raises UsageMistake when either is missing."""
    name, equals, value = typed.partition("=")
    if not (equals and name.strip() and value.strip()):
        raise UsageMistake("A field is given as KEY=VALUE, such as team=chess.")
    return key(name), text.block(value, "value of the field")
