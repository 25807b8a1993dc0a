"""Backups as a page, and the sentences of bringing one back."""

from datetime import date

from netlog import clock
from netlog.output import ROOMY
from netlog.records.backups import (
    CHANGED,
    DAMAGED,
    FOREIGN,
    NEWER,
    UNSEALED,
    WHOLE,
    Backup,
    Held,
    Restored,
)
from netlog.render.page import Cell, Column, Listing
from netlog.render.pages import history
from netlog.wording import count, listed, said_size, short_day

SINGULARS = {"contacts": ("person", "people"), "thanks": ("thank-you", "thanks")}

# What is said of a backup that may not be trusted.
STATES = {
    WHOLE: "",
    UNSEALED: "no SHA-256",
    CHANGED: "not as written",
    DAMAGED: "damaged",
    FOREIGN: "not netlog's",
    NEWER: "of a newer netlog",
}


def listing(today: date) -> Listing:
    """Backups, the newest first."""
    return Listing(
        columns=(
            Column("when", lambda b: Cell(_when(b, today), "soft")),
            Column("why", lambda b: Cell(b.reason)),
            Column("holds", lambda b: Cell(_people(b))),
            Column("state", lambda b: Cell(STATES[b.state], "late"), blank=True, firm=True),
            Column("size", lambda b: Cell(said_size(b.size)), from_width=60),
            Column("file", lambda b: Cell(b.path), from_width=ROOMY, grow=True),
            Column("file", lambda b: Cell(b.path), until_width=ROOMY, grow=True, under=True),
        ),
        empty="There are no backups yet. Make one: netlog backup",
        line=lambda b: f"{_when(b, today)} {b.reason}: {b.path} {STATES[b.state]}".rstrip(),
        foot=("Each is compared with the SHA-256 beside it.",),
    )


def made(backup: Backup) -> str:
    """The confirmation of a backup."""
    what = "the book, encrypted" if backup.encrypted else _people(backup)
    return f"Backed up {what} ({said_size(backup.size)}) to {backup.path}."


def would(restored: Restored, today: date) -> str:
    """What bringing it back changes, before it is done."""
    held = _held(restored, today, "now")
    return "\n".join((held, *_lacks(restored, today)))


def done(restored: Restored, today: date) -> str:
    """The confirmation of a restore."""
    kept = f"The book as it was is in {restored.kept}." if restored.kept else ""
    sentences = (
        f"Restored. {_held(restored, today, 'was')}",
        *_lacks(restored, today),
        kept,
    )
    return "\n".join(filter(None, sentences))


def _held(restored: Restored, today: date, beside: str) -> str:
    """What the backup holds, and beside each number that of the book where it differs."""
    of_day = f" of {short_day(clock.day_of(restored.at), today)}" if restored.at else ""
    older = "" if restored.upgraded_from is None else ", brought up to date,"
    counts = listed([_count(one, beside) for one in restored.counts]) or "nobody"
    return f"The backup{of_day}{older} holds {counts}."


def _count(held: Held, beside: str) -> str:
    told = _counted(held.then, held.noun)
    if held.now is None or held.now == held.then:
        return told
    return f"{told} ({beside} {held.now:,})"


def _counted(number: int, noun: str) -> str:
    one, several = SINGULARS.get(noun, (noun.removesuffix("s"), noun))
    return f"{number:,} {one if number == 1 else several}"


def _lacks(restored: Restored, today: date) -> list[str]:
    if restored.lacks is None:
        return ["The book cannot be read: what was done since the backup cannot be told."]
    if restored.last is None:
        return []
    last = history.commands(today, "").line(restored.last)
    return [f"It lacks {count(restored.lacks, 'command')}, the last of them {last}."]


def _when(backup: Backup, today: date) -> str:
    if not backup.at:
        return ""
    return f"{short_day(clock.day_of(backup.at), today)} {clock.local(backup.at):%H:%M}"


def _people(backup: Backup) -> str:
    if backup.encrypted:
        return "encrypted"
    return "unreadable" if backup.people is None else _counted(backup.people, "contacts")
