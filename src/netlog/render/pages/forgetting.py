"""The sentences of forgetting somebody."""

from netlog.records.backups import ENCRYPTED
from netlog.records.forgetting import Forgotten
from netlog.wording import count, listed

MOST_NAMED = 12
TRACES = (
    "The file could not be written anew, so that some of it may be left in its free space: "
    "netlog compact, once the disk has room."
)


def would(name: str, gone: Forgotten) -> str:
    """What goes for good, before it does."""
    beside = count(gone.records - 1, "record") if gone.records > 1 else ""
    whom = f"{name} ({gone.ref})" + (f", with {beside}," if beside else "")
    parts = [f"{one.name} ({one.ref})" for one in gone.merged]
    also = f"So would {listed(parts)}, part of them by merging." if parts else ""
    sentences = (f"{whom} would be forgotten for good.", also, _mentions(gone), *_elsewhere(gone))
    return "\n".join(filter(None, sentences))


def done(gone: Forgotten) -> str:
    """The confirmation, which does not say the name again."""
    beside = f", with {count(gone.records - 1, 'record')}" if gone.records > 1 else ""
    parts = [one.ref for one in gone.merged]
    also = f"So {'are' if len(parts) > 1 else 'is'} {listed(parts)}." if parts else ""
    rewritten = ""
    if gone.rewritten:
        rewritten = f"Forgotten in {count(len(gone.rewritten), 'backup')}, too."
    traces = TRACES if gone.traces else ""
    said = f"Forgotten: {gone.ref}{beside}."
    sentences = (said, also, traces, _mentions(gone), rewritten, *_elsewhere(gone))
    return "\n".join(filter(None, sentences))


def _mentions(gone: Forgotten) -> str:
    if not gone.mentions:
        return ""
    where = sorted({one.ref or one.field for one in gone.mentions})
    named = listed(where[:MOST_NAMED])
    more = f" and {len(where) - MOST_NAMED} more" if len(where) > MOST_NAMED else ""
    if gone.kept_mentions:
        return f"Still named in {named}{more}."
    verb = "would read" if gone.dry_run else "reads"
    return f"What named them {verb} [forgotten] in {named}{more}."


def _backups(gone: Forgotten) -> str:
    if not gone.backups:
        return ""
    open_ones = [path for path in gone.backups if not path.endswith(ENCRYPTED)]
    locked = [path for path in gone.backups if path.endswith(ENCRYPTED)]
    held = f"They are still in {count(len(open_ones), 'backup')}:"
    may = f"They may be in {count(len(locked), 'encrypted backup')}, yours to delete:"
    told = ((held, open_ones), (may, locked))
    return "\n".join("\n  ".join((said, *paths)) for said, paths in told if paths)


def _elsewhere(gone: Forgotten) -> tuple[str, str]:
    return _backups(gone), _exports(gone)


def _exports(gone: Forgotten) -> str:
    if not gone.exports:
        return ""
    named, more = gone.exports[:MOST_NAMED], len(gone.exports) - MOST_NAMED
    files = count(len(gone.exports), "file")
    said = f"They are named in {files} outside of the book, yours to delete:"
    return "\n  ".join((said, *named, *([f"and {more} more"] if more > 0 else [])))
