"""What is worth a thank-you, and when it is due."""

from datetime import date

import pytest

from netlog.records.meetings import KINDS
from netlog.rules.gratitude import FAVOR, due_on

DAY = date(2026, 11, 20)
OPENING = ("coffee", "lunch", "meeting", "call", "video", "interview", "event")


@pytest.mark.parametrize("kind", OPENING)
def test_time_somebody_gave_you_is_owed_thanks_two_days_later(kind: str) -> None:
    assert due_on(kind, DAY, {}) == date(2026, 11, 22)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(OPENING)))
def test_a_mail_a_message_and_a_note_owe_no_thanks(kind: str) -> None:
    assert due_on(kind, DAY, {}) is None


def test_a_favor_is_owed_thanks() -> None:
    assert due_on(FAVOR, DAY, {}) == date(2026, 11, 22)


def test_a_configured_number_of_days_wins() -> None:
    assert due_on("coffee", DAY, {"coffee": 5}) == date(2026, 11, 25)


def test_thanks_may_be_due_at_once() -> None:
    assert due_on("coffee", DAY, {"coffee": 0}) == DAY


def test_a_kind_can_be_configured_to_owe_none() -> None:
    assert due_on("coffee", DAY, {"coffee": None}) is None


def test_a_kind_that_owes_none_can_be_configured_to() -> None:
    assert due_on("email", DAY, {"email": 1}) == date(2026, 11, 21)


def test_configuring_one_kind_leaves_the_others() -> None:
    assert due_on("lunch", DAY, {"coffee": None}) == date(2026, 11, 22)
