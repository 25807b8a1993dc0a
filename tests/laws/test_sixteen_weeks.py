"""Sixteen simulated weeks: a meeting every weekday, and half of what is shown is acted on."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.laws.books import Book

BEGIN = date(2026, 3, 2)  # a Monday
WEEKS = 16
SEED = 20260302
CADENCES = (14, 30, 30, 45, 60, 60, 90, 90)
DEBTS = ("thanks", "promise", "waiting", "outcome")
KINDS = ("coffee", "lunch", "call", "video", "interview", "event")


class Owner:
    """Somebody who keeps the book: meets, asks, is helped, and does half of what is to be done."""

    def __init__(self, book: Book) -> None:
        self.book, self.chance = book, random.Random(SEED)
        self.friends: dict[str, int] = {}

    def begin(self) -> None:
        for number in range(40):
            every = CADENCES[number % len(CADENCES)]
            name = f"Friend{number:02}"
            self.friends[name] = every
            on = (BEGIN - timedelta(days=self.chance.randrange(every))).isoformat()
            said = ("--log", "caught up", "--kind", "message", "--on", on)
            if number % 4:
                self.book.done("add", name, "--every", f"{every}d", *said)
            else:
                self.book.done("add", name, "--every", f"{every}d")

    def meet(self, day: int) -> None:
        """Somebody new twice a week, else one of the forty; something is asked, owed or given."""
        chance = self.chance
        if day % 5 in (1, 3):
            name = f"New{day:03}"
            self.book.done("add", name, "--every", "never")
        else:
            name = chance.choice(sorted(self.friends))
        more = chance.choice(
            (
                (),
                ("--asked", f"an intro to number{day}"),
                ("--owe", f"the notes of day{day}"),
                ("--got", f"read my draft{day}"),
                ("--got", f"an idea for{day}", "--owe", f"a name of day{day}"),
                ("--paid", "me"),
            )
        )
        self.book.done(
            "log", name, chance.choice(KINDS), *more, "--", f"spoke of thing{day} at length"
        )

    def act(self, items: list[dict[str, Any]]) -> None:
        """Half of the people shown, each line in one of the ways in which it may end."""
        people = list(dict.fromkeys(item["contact"]["ref"] for item in items))
        for who in self.chance.sample(people, (len(people) + 1) // 2):
            for item in [one for one in items if one["contact"]["ref"] == who]:
                happened, *others = item["choices"]
                ends = self.chance.random() < 0.2 and item["kind"] != "reconnect"
                choice = self.chance.choice(others) if ends else happened
                self.book.run(*choice["argv"][1:])


@pytest.mark.slow
def test_the_morning_stays_short_and_nobody_is_forgotten(new_book: Callable[[], Book]) -> None:
    book = new_book()
    book.on(BEGIN - timedelta(days=1))
    for name in ("Ann", "Bo"):
        book.done("archive", name, "--yes")
    owner = Owner(book)
    owner.begin()
    first_shown: dict[tuple[str, str], date] = {}
    longest = 0
    waiting: list[int] = []
    for day in range(WEEKS * 7):
        book.on(BEGIN + timedelta(days=day))
        if book.today.weekday() > 4:
            continue
        owner.meet(day)
        shown = book.due("--limit", "7")
        assert len({item["contact"]["id"] for item in shown}) <= 7
        for item in shown:
            if item["kind"] in DEBTS:
                began = first_shown.setdefault((item["kind"], item["ref"]), book.today)
                longest = max(longest, (book.today - began).days, item["days_overdue"])
        owner.act(shown)
        if book.today.weekday() == 4:
            in_short = book.json("due", "--brief")
            waiting.append(in_short["people"] + in_short["more"])
            _nobody_is_forgotten(book, owner)
    assert longest <= 120
    # Nor does what is left over grow from week to week.
    assert max(waiting[8:]) <= 25, waiting


def _nobody_is_forgotten(book: Book, owner: Owner) -> None:
    for one in book.json("list"):
        every = owner.friends.get(one["name"])
        if every:
            since = date.fromisoformat(one["last_touch_on"] or one["created_at"][:10])
            assert (book.today - since).days <= 2 * every, (one["name"], every, since, book.today)
