"""What is due is put off until later, whatever it is."""

from collections.abc import Callable
from datetime import date

from netlog.store.writes import contacts, favors, thanks
from netlog.store.writes.recording import Recording

SNOOZES: dict[str, Callable[[Recording, int, date, str | None], None]] = {
    "c": contacts.snooze,
    "f": favors.snooze,
    "t": thanks.snooze,
}
