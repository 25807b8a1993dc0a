"""What stands in the config file: a regular file of at most 1 MB, and no other."""

import os
import stat
from collections.abc import Mapping, Sequence

from netlog.errors import UsageMistake
from netlog.later import pattern
from netlog.records.refs import parse_line_ref
from netlog.typed import Any
from netlog.wording import WEEKDAYS, nearest

LARGEST = 1_000_000
DEEPEST = 10
# Words that are a day, or a time of it, wherever a kind may stand.
_DAYS = frozenset(
    {
        *("today", "yesterday", "tomorrow", "tmr", "tmrw", "tonight", "now", "noon", "midnight"),
        *("tues", "weds", "thur", "thurs"),
        *("eod", "eow", "eom", "eoq", "eoy", "week", "fortnight", "month", "quarter", "year"),
        *(word for day in WEEKDAYS for word in (day.lower(), day[:3].lower())),
    }
)
_DB = pattern(r"(?m)^[ \t]*db[ \t]*=[^\r\n]*")


def text_of(path: str) -> str:
    """What stands in the file, without waiting for whoever writes into a pipe.

    Raises UsageMistake for what is no file or too large, OSError and UnicodeDecodeError.
    """
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise mistake(path, "it is not a file")
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise mistake(path, "it is larger than 1 MB")
    return content.decode()


def mistake(path: str, reason: str) -> UsageMistake:
    """The error for a config file that cannot be used."""
    return UsageMistake(f"The config file {path} cannot be used: {reason}.")


def check_known(path: str, where: str, content: Mapping[str, object], known: Sequence[str]) -> None:
    """Raise UsageMistake for a setting that there is not: a slip of the pen must not pass."""
    for name in content:
        if name not in known:
            error = mistake(path, f"{where} has no setting {name!a}, only {', '.join(known)}")
            near = nearest(name, known, 0.7)
            raise error.also(f"Did you mean {near}?" if near else None)


def check_is_no_other(path: str, kind: str) -> None:
    """Raise UsageMistake for a kind of one's own that means a day, a time or a ref as it stands."""
    if kind in _DAYS:
        raise mistake(path, f"[kinds] {kind} is a day or a time, and cannot be a kind")
    if parse_line_ref(kind):
        raise mistake(path, f"[kinds] {kind} is a ref, and cannot be a kind")


def unreadable(text: str) -> str:
    """On which line the text is no TOML, and how it is written."""
    from netlog.unreadable import fault

    found = fault(text)
    return f"line {found.line}: {found.reason}" if found else "it cannot be read"


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def table_of(path: str) -> dict[str, Any]:
    """What the file says. Raises UsageMistake for what is no TOML, or nested too deep."""
    import tomllib

    try:
        content = tomllib.loads(text_of(path))
    except UnicodeDecodeError:
        raise mistake(path, "it is not UTF-8 text") from None
    except tomllib.TOMLDecodeError:
        raise mistake(path, unreadable(text_of(path))) from None
    except OSError:
        raise mistake(path, "it cannot be read") from None
    except RecursionError:
        raise _nested(path) from None
    if _is_deeper(content, DEEPEST):
        raise _nested(path)
    return content


def likely_db(path: str) -> str | None:
    """What the file says of db, whatever else is wrong with it; None where that cannot be told."""
    import tomllib

    try:
        found = _DB.search(text_of(path))
        db = tomllib.loads(found[0])["db"] if found else None
    except (OSError, ValueError, RecursionError, UsageMistake):
        return None
    return db if isinstance(db, str) and "\0" not in db else None


def _is_deeper(content: object, levels: int) -> bool:
    """Whether tables and lists stand within each other more than so many levels deep."""
    inner = [content]
    for _ in range(levels + 1):
        inner = [
            value
            for one in inner
            if isinstance(one, (dict, list))
            for value in (one.values() if isinstance(one, dict) else one)
        ]
    return bool(inner)


def _nested(path: str) -> UsageMistake:
    return mistake(path, f"its tables and lists are nested more than {DEEPEST} deep")
