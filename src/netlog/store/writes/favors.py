"""Favors: opened, done, told, dropped."""

from datetime import date

from netlog.records.favors import WITHOUT_THEM, Favor, NewFavor, ToldBefore, WhatCame
from netlog.store.tables.favors import FavorRow, FavorTold, ThanksRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, put_off, rows_where, touched, wake


def add(book: Recording, new: NewFavor) -> int:
    """Store a favor; returns its id."""
    if new.asked or new.done_on:
        touched(book, new.contact_id, new.done_on or new.opened_on)
    return insert(book, FavorRow, new._asdict())


def finish(book: Recording, favor_id: int, on: date) -> None:
    """Mark a favor as done on that day."""
    row = _load(book, favor_id)
    row.done_on = on.isoformat()
    wake(row)
    touched(book, row.contact_id, on)
    _follow(book, favor_id, row.contact_id, on)


def answer(
    book: Recording, favor_id: int, came: WhatCame, on: date, meeting_id: int | None
) -> None:
    """Mark an ask as done on that day, in words of its own; at which meeting where it has none."""
    row = _load(book, favor_id)
    row.text, row.asked_for, row.done_on = came.text, came.asked_for, on.isoformat()
    row.meeting_id = row.meeting_id or meeting_id
    wake(row)
    _follow(book, favor_id, row.contact_id, on)


def turn_out(book: Recording, favor_id: int, outcome: str, on: date) -> None:
    """Note how a favor turned out; telling it is owed from that day on.

    An open one is closed by it, and was not received: `finish` says that it was.
    """
    row = _load(book, favor_id)
    row.outcome, row.outcome_on, row.told_on = outcome, on.isoformat(), None
    row.dropped_on = row.dropped_why = None
    wake(row)


def keep_told(book: Recording, favor: Favor) -> None:
    """Keep what was told of a favor, and on which day: newer news take its place.

    Told without a word of what, it was a touch of its day all the same.
    """
    if favor.told_on:
        said = ToldBefore(favor.told_on, favor.outcome or "")._asdict()
        insert(book, FavorTold, {"favor_id": favor.id, "contact_id": favor.contact.id, **said})


def close(book: Recording, favor_id: int, outcome: str, on: date) -> None:
    """Note that an ask came about without them: it is closed, and was not received."""
    row = _load(book, favor_id)
    row.outcome, row.outcome_on = outcome, on.isoformat()
    row.dropped_on, row.dropped_why = on.isoformat(), WITHOUT_THEM
    wake(row)


def tell(book: Recording, favor_id: int, on: date) -> None:
    """Mark its outcome as told on that day; they were thanked for it with that."""
    row = _load(book, favor_id)
    row.told_on = on.isoformat()
    touched(book, row.contact_id, on)
    if row.outcome:
        for owed in rows_where(book, ThanksRow, "favor_id", [favor_id]):
            if not (owed.sent_on or owed.dropped_on):
                owed.sent_on = on.isoformat()


def drop(book: Recording, favor_id: int, on: date, why: str | None) -> None:
    """Mark a favor as dropped on that day."""
    row = _load(book, favor_id)
    row.dropped_on, row.dropped_why = on.isoformat(), why


def snooze(book: Recording, favor_id: int, until: date, why: str | None) -> None:
    """Leave a favor out of the morning report until that day."""
    put_off(_load(book, favor_id), until, why)


def unsnooze(book: Recording, favor_id: int) -> None:
    """Put a favor off no longer."""
    wake(_load(book, favor_id))


def _follow(book: Recording, favor_id: int, contact_id: int, on: date) -> None:
    """What came of a favor goes on in the leads that it serves, whose tables are loaded then."""
    from netlog.store.writes import leads

    leads.follow(book, favor_id, contact_id, on)


def _load(book: Recording, favor_id: int) -> FavorRow:
    return load(book, FavorRow, favor_id)
