"""The people of a benchmark: the same for every peer."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

TODAY = date.today()
# Of so many one is due today: a morning of 2 among 100, and of 200 among 10,000.
DUE = 50


class Made(NamedTuple):
    """Somebody made up: how they are reached, when they were met, whether they are due today."""

    number: int
    name: str
    email: str
    phone: str
    organization: str
    met_on: date
    due: bool

    @property
    def meeting(self) -> str:
        return f"Coffee and the state of project {self.number}"


def people(size: int) -> Iterator[Made]:
    """That many; family names are spread, so that a search for one finds one."""
    for number in range(1, size + 1):
        due = number % DUE == 2
        yield Made(
            number,
            f"Given{number} Family{number * 7919 % size}",
            f"given{number}@example.org",
            f"+3120{number:07}",
            f"Company {number % 97}",
            TODAY - timedelta(days=90 if due else number % 80),
            due,
        )
