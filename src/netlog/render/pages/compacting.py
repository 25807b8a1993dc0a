"""The sentences of compacting the book."""

from datetime import date

from netlog.records.compacting import Compacted
from netlog.wording import count, said_size, short_day


def would(told: Compacted, today: date) -> str:
    """What could no longer be taken back."""
    if not told.commands:
        return _nothing(told, today)
    return (
        f"{_commands(told, today)} could no longer be taken back, nor told in history. "
        "What they came to stays."
    )


def done(told: Compacted, today: date) -> str:
    """What can no longer be taken back, and what was gained."""
    said = _nothing(told, today)
    if told.commands:
        said = f"{_commands(told, today)} can no longer be taken back."
    if told.size is None or told.size >= told.size_before:
        return f"{said} The book is no smaller."
    return f"{said} The book went from {said_size(told.size_before)} to {said_size(told.size)}."


def _commands(told: Compacted, today: date) -> str:
    number = f"{told.commands:,}{count(told.commands, 'command').removeprefix(str(told.commands))}"
    return f"{number} from before {_day(told, today)}"


def _nothing(told: Compacted, today: date) -> str:
    return f"Nothing from before {_day(told, today)} to fold."


def _day(told: Compacted, today: date) -> str:
    return short_day(date.fromisoformat(told.before), today)
