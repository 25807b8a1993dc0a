"""Which cadences can be said, how many days each is, and how netlog says them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.rules.cadence import parse_cadence, remark
from netlog.wording import describe_cadence


def refusal(text: str) -> str:
    with pytest.raises(UsageMistake) as refused:
        parse_cadence(text)
    return refused.value.message


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("daily", 1),
        ("weekly", 7),
        ("biweekly", 14),
        ("fortnightly", 14),
        ("monthly", 30),
        ("quarterly", 90),
        ("yearly", 365),
        ("annually", 365),
        ("never", 0),
    ],
)
def test_a_cadence_can_be_one_word(text: str, days: int) -> None:
    assert parse_cadence(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every day", 1),
        ("every week", 7),
        ("every month", 30),
        ("every quarter", 90),
        ("every year", 365),
        ("every 6 weeks", 42),
        ("every 45 days", 45),
        ("every 2w", 14),
    ],
)
def test_a_cadence_can_begin_with_every(text: str, days: int) -> None:
    assert parse_cadence(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [("45d", 45), ("2w", 14), ("3m", 90), ("1y", 365), ("6 weeks", 42), ("10 years", 3650)],
)
def test_a_bare_interval_is_a_cadence_of_30_day_months_and_365_day_years(
    text: str, days: int
) -> None:
    assert parse_cadence(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every other week", 14),
        ("every other day", 2),
        ("every second month", 60),
        ("every third month", 90),
        ("every two weeks", 14),
        ("every fortnight", 14),
        ("two weeks", 14),
        ("once a week", 7),
        ("twice a month", 15),
        ("twice a year", 180),
        ("three times a year", 120),
        ("four times per year", 90),
        ("twice monthly", 15),
        ("half-yearly", 180),
        ("half yearly", 180),
        ("half a year", 180),
        ("every monday", 7),
        ("mondays", 7),
        ("each Fri", 7),
        ("every other tuesday", 14),
    ],
)
def test_a_cadence_is_read_as_people_say_it(text: str, days: int) -> None:
    assert parse_cadence(text) == days


def test_a_weekday_that_no_cadence_keeps_is_said() -> None:
    assert remark("every monday") == "That is every 7 days, whatever the weekday."
    assert remark("every other fri") == "That is every 14 days, whatever the weekday."
    assert [remark(text) for text in ("weekly", "every month", "2w", "never")] == [None] * 4


@pytest.mark.parametrize("text", ["WEEKLY", "  weekly ", "Every   Week", "1 WEEK"])
def test_case_and_spaces_do_not_matter(text: str) -> None:
    assert parse_cadence(text) == 7


def assert_refused(text: str) -> None:
    bare = f"{text.strip()} what?"
    assert refusal(text).startswith(
        bare if text.strip().isdecimal() else "Cannot read the cadence "
    )


@pytest.mark.parametrize(
    "text",
    ["", "often", "every", "every never", "every now and then", "a week", "twice", "every 6th"],
)
def test_vague_words_are_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["6", "weeks", "3h", "3 weeks ago", "in 3 weeks"])
def test_anything_but_a_number_and_a_unit_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["-3d", "+3d", "1.5y", "1,000d", "99999d", "9" * 5000 + "d"])
def test_a_signed_fractional_or_giant_number_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["\u0663d", "\xb2w", "wee\u212aly", "3\xa0weeks"])
def test_anything_but_ascii_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["0d", "every 0 weeks", "3651d", "11 years", "9999y"])
def test_a_cadence_is_at_least_a_day_and_at_most_ten_years(text: str) -> None:
    assert refusal(text) == (
        f"The cadence '{text}' is not 1 to 3650 days: try weekly, \"every 6 weeks\" or never."
    )


def test_a_refusal_quotes_the_text_and_gives_examples() -> None:
    assert refusal("now and then\x07") == (
        r"Cannot read the cadence 'now and then\x07': "
        'try weekly, "every 6 weeks" or never.'
    )


@given(st.text())
def test_no_text_raises_anything_but_a_usage_mistake(text: str) -> None:
    try:
        days = parse_cadence(text)
    except UsageMistake:
        return
    assert 0 <= days <= 3650


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "never"),
        (1, "daily"),
        (2, "every 2 days"),
        (7, "weekly"),
        (14, "every 2 weeks"),
        (30, "monthly"),
        (42, "every 6 weeks"),
        (45, "every 45 days"),
        (60, "every 2 months"),
        (90, "quarterly"),
        (210, "every 7 months"),
        (365, "yearly"),
        (730, "every 2 years"),
    ],
)
def test_a_cadence_is_said_in_the_largest_unit_that_fits(days: int, said: str) -> None:
    assert describe_cadence(days) == said


def test_every_cadence_reads_back_as_it_is_said() -> None:
    assert [parse_cadence(describe_cadence(days)) for days in range(3651)] == list(range(3651))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("once every two weeks", 14),
        ("once in 3 months", 90),
        ("every couple of weeks", 14),
        ("2x a month", 15),
        ("1x per week", 7),
        ("on fridays", 7),
    ],
)
def test_how_often_is_read_as_people_say_it(typed: str, days: int) -> None:
    assert parse_cadence(typed) == days


@pytest.mark.parametrize("typed", ["once", "once every", "0x a", "x a month", "on", "bimonthly"])
def test_half_a_phrase_and_what_means_two_things_is_no_cadence(typed: str) -> None:
    with pytest.raises(UsageMistake):
        parse_cadence(typed)
