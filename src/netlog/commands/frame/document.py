"""A record as the commented TOML that an editor opens, and what of it was changed."""

import tomllib
from collections.abc import Iterable
from datetime import date

from netlog.errors import UsageMistake
from netlog.formats import toml
from netlog.records.contacts import METHOD_KINDS
from netlog.records.people import CIRCLES
from netlog.records.thanks import How
from netlog.render.clean import clean
from netlog.render.pages import editing as page
from netlog.rules import documents
from netlog.rules.documents import Document
from netlog.rules.patches import Patch
from netlog.store.config import settings
from netlog.typed import Any, get_args

HEAD = """\
# {title}
#
# Save and close to change it. Left as it is, or emptied, it changes nothing.
# "" clears a value, and so does taking its line away.

"""

HINTS = {
    "birthday": "1990-05-15, or --05-15",
    "met_on": "a day: 2026-11-20, or yesterday",
    "introduced_by": "a name or a ref, such as c12",
    "cadence_days": 'days, or "2w", "monthly", "never"; "" follows the rules',
    "circles": ", ".join(CIRCLES),
    "methods": f"kinds: {', '.join(METHOD_KINDS)}; one of each may be preferred\n"
    '# { kind = "email", value = "grace@example.org", label = "work", preferred = true },',
    "notes": 'several lines stand between """ and """',
    "fields": 'your own, such as: team = "chess"',
    "contacts": "names or refs of who was there",
    "invited_by": "me, them",
    "paid_by": "me, them, split",
    "due_on": "a day to come",
    "how": ", ".join(get_args(How)),
}


def text_of(record: Any, today: date) -> str:
    """The record's document, to be edited."""
    lines = [HEAD.format(title=clean(page.title(record, today)))]
    for key, value in documents.of(record).items():
        hint = f"  # {_hint(key)}" if _hint(key) else ""
        names = _named(record, key)
        if isinstance(value, dict):
            rows = [toml.entry(name, held) for name, held in value.items()]
            lines.append("\n".join([f"\n[{key}]{hint}", *rows, ""]))
        elif key == "methods" or "\n" in str(value):
            lines.append(f"{hint.strip()}\n{toml.entry(key, value)}\n".lstrip("\n"))
        else:
            lines.append(f"{toml.entry(key, value)}{names or hint}\n")
    return "".join(lines)


def _hint(key: str) -> str:
    return ", ".join(settings().kinds) if key == "kind" else HINTS.get(key, "")


def _named(record: Any, key: str) -> str:
    """Whose refs stand on the line."""
    if key not in ("introduced_by", "contacts"):
        return ""
    held = getattr(record, key)
    people = held if key == "contacts" else filter(None, [held])
    names = ", ".join(person.name for person in people)
    return f"  # {clean(names)}" if names else ""


def patch_of(record: Any, typed: str) -> Patch:
    """What was changed of the record's document; raises UsageMistake when it is no TOML."""
    return documents.difference(documents.of(record), parsed(typed))


def lines_of(record: Any, keys: Iterable[str], other_than: Any) -> list[str]:
    """The lines of the record's document under those keys that another's has otherwise."""
    now, before = documents.of(record), documents.of(other_than)
    return [toml.entry(key, now[key]) for key in keys if now.get(key) != before.get(key)]


def parsed(typed: str) -> Document:
    """What was typed in the editor; raises UsageMistake with the line on which it is no TOML."""
    try:
        typed.encode("utf-8")
    except UnicodeEncodeError:
        raise UsageMistake("The document is not valid UTF-8 text.") from None
    document = typed.removeprefix("\ufeff")
    try:
        return tomllib.loads(document)
    except (tomllib.TOMLDecodeError, RecursionError):
        from netlog.unreadable import fault

        found = fault(document)
        raise UsageMistake(
            f"Line {found.line}: {found.reason}." if found else "The document cannot be read."
        ) from None
