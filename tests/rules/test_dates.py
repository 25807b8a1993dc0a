"""Which days can be said, what they mean in each direction, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import Refused, UsageMistake
from netlog.rules import yearly
from netlog.rules.dates import (
    add_months,
    is_whole,
    next_birthday,
    parse_birthday,
    parse_date,
    parse_duration,
    parse_happened,
)
from netlog.rules.figures import Direction
from netlog.wording import days_phrase, long_day, quoted, short_day

MONDAY = date(2026, 11, 23)
DIRECTIONS: tuple[Direction, ...] = ("past", "behind", "future")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

any_day = st.dates()
ordinary_days = st.dates(date(1930, 1, 1), date(2030, 12, 31))
directions = st.sampled_from(DIRECTIONS)
birth_dates = st.dates(date(1900, 1, 1)).map(date.isoformat)
birthdays = birth_dates | birth_dates.map(lambda day: f"-{day[4:]}")
# Random text seldom comes near the grammar; random sentences of its own words do.
GRAMMAR = (
    "in ago last next a an , - 0 3 10 29 31 9999 12345 3d 0d 9999y 2nd 31st 2025 0000 feb nov "
    "november mon friday day weeks month y h now --02-29 --13-01 2025-02-30 \u0663 \xb2 \u0663d"
)
near_misses = st.lists(st.sampled_from(GRAMMAR.split()), max_size=4).map(" ".join)


def refusal(text: str, direction: Direction = "past", today: date = MONDAY) -> str:
    with pytest.raises(UsageMistake) as refused:
        parse_date(text, today, direction)
    return refused.value.message


# What is said outright


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("today", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("3 days ago", date(2026, 11, 20)),
        ("3d ago", date(2026, 11, 20)),
        ("a week ago", date(2026, 11, 16)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("in an year", date(2027, 11, 23)),
        ("in 2w", date(2026, 12, 7)),
        ("0 days ago", date(2026, 11, 23)),
        ("12 nov 2025", date(2025, 11, 12)),
        ("29 feb 2024", date(2024, 2, 29)),
        ("last week", date(2026, 11, 16)),
        ("last month", date(2026, 10, 23)),
        ("last year", date(2025, 11, 23)),
        ("next week", date(2026, 11, 30)),
        ("next month", date(2026, 12, 23)),
        ("next year", date(2027, 11, 23)),
    ],
)
def test_a_day_said_outright_is_that_day_in_either_direction(
    text: str, day: date, direction: Direction
) -> None:
    assert parse_date(text, MONDAY, direction) == day


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-12",
        "12 nov 2025",
        "nov 12 2025",
        "nov 12, 2025",
        "nov 12,2025",
        "12 nov, 2025",
        "12th November 2025",
        "NOV 12TH, 2025",
        "  12   nov  2025 ",
    ],
)
def test_one_day_has_many_spellings(text: str) -> None:
    assert parse_date(text, MONDAY, "past") == date(2025, 11, 12)


@pytest.mark.parametrize("text", ["1st sept", "sep 1", "2nd september", "3rd sep", "4th sep"])
def test_ordinals_and_both_short_septembers_are_read(text: str) -> None:
    assert parse_date(text, MONDAY, "past").month == 9


@given(ordinary_days, ordinary_days, directions)
def test_an_iso_day_reads_back(day: date, today: date, direction: Direction) -> None:
    assert parse_date(day.isoformat(), today, direction) == day


# Offsets


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("3d", date(2026, 11, 20), date(2026, 11, 26)),
        ("3 days", date(2026, 11, 20), date(2026, 11, 26)),
        ("1 day", date(2026, 11, 22), date(2026, 11, 24)),
        ("2w", date(2026, 11, 9), date(2026, 12, 7)),
        ("a week", date(2026, 11, 16), date(2026, 11, 30)),
        ("6m", date(2026, 5, 23), date(2027, 5, 23)),
        ("6 MONTHS", date(2026, 5, 23), date(2027, 5, 23)),
        ("1y", date(2025, 11, 23), date(2027, 11, 23)),
        ("1 year", date(2025, 11, 23), date(2027, 11, 23)),
        ("0d", date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_a_bare_offset_goes_the_way_the_command_looks(text: str, past: date, future: date) -> None:
    assert (parse_date(text, MONDAY, "past"), parse_date(text, MONDAY, "future")) == (past, future)


@given(ordinary_days, st.integers(0, 9999), directions)
def test_days_ago_and_in_days_are_counted_from_today(
    today: date, n: int, direction: Direction
) -> None:
    assert parse_date(f"{n} days ago", today, direction) == today - timedelta(days=n)
    assert parse_date(f"in {n} days", today, direction) == today + timedelta(days=n)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2026, 1, 31), "1m", date(2026, 2, 28)),
        (date(2024, 1, 31), "1m", date(2024, 2, 29)),
        (date(2026, 10, 31), "1 month", date(2026, 11, 30)),
        (date(2024, 2, 29), "1y", date(2025, 2, 28)),
        (date(2024, 2, 29), "4y", date(2028, 2, 29)),
        (date(2026, 12, 31), "2m", date(2027, 2, 28)),
        (date(1996, 2, 29), "4y", date(2000, 2, 29)),
        (date(2000, 2, 29), "100y", date(2100, 2, 28)),
    ],
)
def test_months_and_years_end_inside_a_shorter_month(today: date, text: str, day: date) -> None:
    assert parse_date(text, today, "future") == day


@given(ordinary_days, st.integers(-1200, 1200))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    month_ends = (moved + timedelta(days=1)).day == 1
    assert moved.day == day.day or (moved.day < day.day and month_ends)


# Weekdays


@pytest.mark.parametrize(
    ("text", "direction", "day"),
    [
        ("monday", "past", date(2026, 11, 23)),
        ("monday", "future", date(2026, 11, 30)),
        ("friday", "past", date(2026, 11, 20)),
        ("friday", "future", date(2026, 11, 27)),
        ("last monday", "past", date(2026, 11, 16)),
        ("last friday", "future", date(2026, 11, 20)),
        ("next monday", "future", date(2026, 11, 30)),
        ("next tue", "past", date(2026, 11, 24)),
    ],
)
def test_only_a_bare_weekday_of_the_past_can_be_today(
    text: str, direction: Direction, day: date
) -> None:
    assert parse_date(text, MONDAY, direction) == day


@pytest.mark.parametrize(
    ("short", "full"),
    [(name[:3], name) for name in WEEKDAYS]
    + [("tues", "tuesday"), ("weds", "wednesday"), ("thur", "thursday"), ("thurs", "thursday")],
)
def test_a_weekday_can_be_shortened(short: str, full: str) -> None:
    assert parse_date(short, MONDAY, "past") == parse_date(full, MONDAY, "past")


@given(ordinary_days, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_nearest_one_on_its_side(today: date, name: str) -> None:
    past, future = parse_date(name, today, "past"), parse_date(name, today, "future")
    last = parse_date(f"last {name}", today, "past")
    following = parse_date(f"next {name}", today, "future")
    assert {WEEKDAYS[day.weekday()] for day in (past, future, last, following)} == {name}
    assert -7 < (past - today).days <= 0
    assert -7 <= (last - today).days < 0
    assert 0 < (following - today).days <= 7
    assert future == following


# A day and a month without a year


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("12 nov", date(2026, 11, 12), date(2027, 11, 12)),
        ("nov 12th", date(2026, 11, 12), date(2027, 11, 12)),
        ("22 nov", date(2026, 11, 22), date(2027, 11, 22)),
        ("23 nov", date(2026, 11, 23), date(2026, 11, 23)),
        ("25 may", date(2026, 5, 25), date(2027, 5, 25)),
        ("may 5", date(2026, 5, 5), date(2027, 5, 5)),
    ],
)
def test_without_a_year_the_nearest_such_day_is_meant(text: str, past: date, future: date) -> None:
    assert (parse_date(text, MONDAY, "past"), parse_date(text, MONDAY, "future")) == (past, future)


def test_a_leap_day_is_found_across_a_century_without_one() -> None:
    assert parse_date("29 feb", date(2096, 3, 1), "future") == date(2104, 2, 29)
    assert parse_date("29 feb", date(2104, 2, 28), "behind") == date(2096, 2, 29)


@given(ordinary_days, ordinary_days)
def test_without_a_year_the_day_is_on_the_side_of_the_command(said: date, today: date) -> None:
    text = f"{said.day} {long_day(said).split()[2]}"
    behind, future = parse_date(text, today, "behind"), parse_date(text, today, "future")
    past = parse_date(text, today, "past")
    assert behind <= today <= future
    is_last_years = behind.year < today.year and future - today < today - behind
    assert past == (future if is_last_years else behind)
    assert {(day.month, day.day) for day in (behind, future)} == {(said.month, said.day)}


# What is refused


def assert_refused(text: str) -> None:
    for direction in DIRECTIONS:
        bare = f"{text.strip()} what?"
        is_bare = text.strip().isdecimal() and len(text.strip()) <= 3
        assert refusal(text, direction).startswith(bare if is_bare else "Cannot read the date ")


@pytest.mark.parametrize("text", ["", "   ", "soonish", "frid", "weekend", "the", "this", "lately"])
def test_a_vague_or_empty_date_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["10", "1/2/2025", "12-11-2025", "12 nov 25", "nov 12 25", "24/7", "the 20"]
)
def test_an_ambiguous_date_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["25:00", "1h", "3min", "5 minutes ago", "2026-11-20T10:00", "today 10"]
)
def test_a_time_of_day_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["32 nov", "0 nov", "30 feb", "29 feb 2025", "2025-02-30", "2025-13-01"]
)
def test_a_day_no_calendar_has_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["nov", "nov 2025", "2025-11", "2025-w46", "12, nov", "12 nov,", ", 12 nov", "2025-1-2"]
)
def test_half_a_date_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["12nov", "nov12", "0012 nov", "12xx nov", "12 of", "of nov"])
def test_a_run_together_or_padded_date_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["-3d", "+3 days", "1_0 days", "1.5d", "1,000d", "12345d", "a few weeks"]
)
def test_a_signed_fractional_or_vague_number_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["3", "d", "days", "a", "an ago", "in", "ago", "in ago"])
def test_half_an_offset_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["last", "last day", "last 3 days", "next nov", "next weeks", "last morning"]
)
def test_a_side_said_of_something_else_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text",
    ["in 3 days ago", "in friday", "friday ago", "in today", "next fri ago", "friday yesterday"],
)
def test_a_contradiction_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize(
    "text", ["\u0663d", "\xb3d", "3 \uff44ays", "2 wee\u212as", "3\xa0days", "today\u200b"]
)
def test_anything_but_ascii_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["9999y", "9999 years ago", "9" * 5000 + "d", "9" * 30 + " nov"])
def test_a_giant_number_is_refused(text: str) -> None:
    assert_refused(text)


@pytest.mark.parametrize("text", ["0000-01-01", "10000-01-01", "12 nov 0000", "12 nov 10000"])
def test_a_year_off_the_calendar_is_refused(text: str) -> None:
    assert_refused(text)


def test_days_before_year_1_and_after_year_9999_are_refused() -> None:
    for text in (
        "yesterday",
        "last mon",
        "1d ago",
        "1m ago",
        "1y ago",
        "9999w ago",
        "end of month",
    ):
        assert refusal(text, today=date.min)
    for text in ("tomorrow", "next mon", "in 1d", "in 1m", "in 1y", "in 9999w", "next weekend"):
        assert refusal(text, today=date.max)


@pytest.mark.parametrize(
    "text", ["0206-11-20", "1899-12-31", "12 nov 1066", "20.11.0206", "1206/11/20", "200 years ago"]
)
def test_a_year_that_nobody_meant_is_refused_and_named(text: str) -> None:
    for direction in DIRECTIONS:
        with pytest.raises(Refused, match="which nobody meant"):
            parse_date(text, MONDAY, direction)


def test_a_day_over_a_hundred_years_ahead_is_refused() -> None:
    assert parse_date("2126-11-23", MONDAY, "future") == date(2126, 11, 23)
    for parse in (parse_duration, parse_happened):
        with pytest.raises(Refused, match="over a hundred years from now"):
            parse("2206-11-20", MONDAY)


# Words of every day


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two weeks ago", date(2026, 11, 9)),
        ("past friday", date(2026, 11, 20)),
        ("one day ago", date(2026, 11, 22)),
        ("in three months", date(2027, 2, 23)),
        ("a couple of days ago", date(2026, 11, 21)),
        ("a fortnight ago", date(2026, 11, 9)),
        ("half a year ago", date(2026, 5, 23)),
        ("in two weeks' time", date(2026, 12, 7)),
        ("a week from now", date(2026, 11, 30)),
        ("two weeks from today", date(2026, 12, 7)),
        ("a week from friday", date(2026, 12, 4)),
        ("last night", date(2026, 11, 22)),
        ("yesterday evening", date(2026, 11, 22)),
        ("this morning", date(2026, 11, 23)),
        ("This Afternoon", date(2026, 11, 23)),
        ("tonight", date(2026, 11, 23)),
        ("tomorrow morning", date(2026, 11, 24)),
        ("last friday night", date(2026, 11, 20)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("friday last week", date(2026, 11, 20)),
        ("friday of last week", date(2026, 11, 20)),
        ("last week tuesday", date(2026, 11, 17)),
        ("friday this week", date(2026, 11, 27)),
        ("wed next week", date(2026, 12, 2)),
        ("this friday", date(2026, 11, 27)),
        ("friday before last", date(2026, 11, 13)),
        ("the friday after next", date(2026, 12, 4)),
        ("monday week", date(2026, 12, 7)),
        ("week before last", date(2026, 11, 9)),
        ("the month after next", date(2027, 1, 23)),
        ("last weekend", date(2026, 11, 21)),
        ("next weekend", date(2026, 12, 5)),
        ("the 20th of last month", date(2026, 10, 20)),
        ("the 1st of next month", date(2026, 12, 1)),
        ("end of last month", date(2026, 10, 31)),
        ("the end of next month", date(2026, 12, 31)),
        ("beginning of next week", date(2026, 11, 30)),
        ("end of last year", date(2025, 12, 31)),
        ("end of next quarter", date(2027, 3, 31)),
        ("end of february 2024", date(2024, 2, 29)),
        ("end of 2025", date(2025, 12, 31)),
        ("end of day", date(2026, 11, 23)),
        ("2026/11/26", date(2026, 11, 26)),
        ("26.11.2026", date(2026, 11, 26)),
        ("6.1.2026", date(2026, 1, 6)),
        ("26/11/2026", date(2026, 11, 26)),
        ("11/26/2026", date(2026, 11, 26)),
        ("5/5/2026", date(2026, 5, 5)),
        ("2026-W48-5", date(2026, 11, 27)),
        ("2026w485", date(2026, 11, 27)),
        ("12-nov-2025", date(2025, 11, 12)),
        ("26. november 2026", date(2026, 11, 26)),
        ("the 12th of november, 2025", date(2025, 11, 12)),
        ("friday, 20 november 2026", date(2026, 11, 20)),
        ("fri 20 nov 2026", date(2026, 11, 20)),
        ("on 12 nov 2025", date(2025, 11, 12)),
        ("by the end of next month", date(2026, 12, 31)),
    ],
)
def test_a_day_is_read_as_people_say_it(text: str, day: date, direction: Direction) -> None:
    assert parse_date(text, MONDAY, direction) == day


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("the 20th", date(2026, 11, 20), date(2026, 12, 20)),
        ("the 23rd", date(2026, 11, 23), date(2026, 11, 23)),
        ("31st", date(2026, 10, 31), date(2026, 12, 31)),
        ("end of month", date(2026, 10, 31), date(2026, 11, 30)),
        ("eom", date(2026, 10, 31), date(2026, 11, 30)),
        ("end of the week", date(2026, 11, 22), date(2026, 11, 29)),
        ("end of november", date(2026, 11, 30), date(2026, 11, 30)),
        ("beginning of december", date(2026, 12, 1), date(2026, 12, 1)),
        ("mid january", date(2026, 1, 15), date(2027, 1, 15)),
        ("end of july", date(2026, 7, 31), date(2027, 7, 31)),
        ("first monday of december", date(2026, 12, 7), date(2026, 12, 7)),
        ("end of year", date(2026, 12, 31), date(2026, 12, 31)),
        ("mid-november", date(2026, 11, 15), date(2027, 11, 15)),
        ("middle of the month", date(2026, 11, 15), date(2026, 12, 15)),
        ("start of the year", date(2026, 1, 1), date(2027, 1, 1)),
        ("two weeks", date(2026, 11, 9), date(2026, 12, 7)),
        ("the 12th of november", date(2026, 11, 12), date(2027, 11, 12)),
        ("12.11.", date(2026, 11, 12), date(2027, 11, 12)),
        ("friday evening", date(2026, 11, 20), date(2026, 11, 27)),
    ],
)
def test_a_bare_day_of_everyday_words_goes_the_way_the_command_looks(
    text: str, past: date, future: date
) -> None:
    assert (parse_date(text, MONDAY, "past"), parse_date(text, MONDAY, "future")) == (past, future)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("20.11", date(2026, 11, 20), date(2027, 11, 20)),
        ("20.11.26", date(2026, 11, 20), date(2026, 11, 20)),
        ("20/11/26", date(2026, 11, 20), date(2026, 11, 20)),
        ("11/20/26", date(2026, 11, 20), date(2026, 11, 20)),
        ("Nov. 20", date(2026, 11, 20), date(2027, 11, 20)),
        ("Fri.", date(2026, 11, 20), date(2026, 11, 27)),
        ("fri. 20 nov. 2026", date(2026, 11, 20), date(2026, 11, 20)),
        ("before friday", date(2026, 11, 20), date(2026, 11, 27)),
        ("just now", MONDAY, MONDAY),
        ("earlier today", MONDAY, MONDAY),
        ("the first of november", date(2026, 11, 1), date(2027, 11, 1)),
        ("the twenty-first", date(2026, 11, 21), date(2026, 12, 21)),
        ("first of december 2025", date(2025, 12, 1), date(2025, 12, 1)),
        ("the first monday of november", date(2026, 11, 2), date(2027, 11, 1)),
        ("second tuesday of next month", date(2026, 12, 8), date(2026, 12, 8)),
        ("3rd friday of october 2025", date(2025, 10, 17), date(2025, 10, 17)),
        ("last friday of the month", date(2026, 10, 30), date(2026, 11, 27)),
        ("last monday of october 2026", date(2026, 10, 26), date(2026, 10, 26)),
        ("twenty-one days", date(2026, 11, 2), date(2026, 12, 14)),
        ("thirteen days", date(2026, 11, 10), date(2026, 12, 6)),
    ],
)
def test_numbers_and_shortened_words_are_read_as_people_write_them(
    text: str, past: date, future: date
) -> None:
    assert parse_date(text, MONDAY, "past") == past
    assert parse_date(text, MONDAY, "future") == future


@pytest.mark.parametrize(
    "text",
    [
        *("first", "second", "the fifth tuesday of november", "6th friday of october"),
        *("last monday of", "first monday of week", "32.11", "20.13.26", "twenty-ten days"),
    ],
)
def test_what_only_sounds_like_a_day_is_refused(text: str) -> None:
    with pytest.raises(UsageMistake):
        parse_date(text, MONDAY, "past")


def test_the_first_said_late_in_a_month_is_that_of_the_month() -> None:
    assert parse_date("the 1st", date(2026, 11, 25), "past") == date(2026, 11, 1)
    assert parse_date("the 28th", date(2026, 11, 26), "past") == date(2026, 11, 28)
    assert parse_date("the 31st", date(2026, 11, 25), "past") == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("yesteday", "yesterday"), ("tommorow", "tomorrow"), ("wendesday", "wednesday")],
)
def test_a_misspelt_day_is_told_from_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(UsageMistake) as refused:
        parse_date(typed, MONDAY, "past")
    assert refused.value.advice == f"Did you mean {meant}?"


def test_a_slashed_day_that_is_two_is_refused_with_both() -> None:
    assert refusal("5/6/2026") == (
        "Cannot read the date '5/6/2026': 5/6/2026 is 2026-05-06 or 2026-06-05: write one of them."
    )


def test_a_weekday_that_does_not_fit_its_day_is_refused() -> None:
    assert refusal("monday 20 nov 2026").endswith(": 2026-11-20 is a Friday.")


# What happened: a day of grace, and no more


@pytest.mark.parametrize("text", ["tomorrow", "24 nov", "2026-11-24", "the 24th", "in 1 day"])
def test_what_happened_may_be_tomorrow_where_it_is_so_already(text: str) -> None:
    assert parse_happened(text, MONDAY) == date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    ["25 nov", "nov 25", "25.11.", "the 25th", "2026-11-25", "this friday", "24 dec", "in 2d"],
)
def test_what_is_two_days_ahead_is_refused_and_never_put_into_last_year(text: str) -> None:
    with pytest.raises(Refused, match="still to come: netlog plan 2026-1"):
        parse_happened(text, MONDAY, lambda day: f"netlog plan {day}")
    with pytest.raises(Refused, match="still to come: say the day on which it happened"):
        parse_happened(text, MONDAY)


def test_what_is_nearer_behind_across_the_new_year_is_last_years() -> None:
    assert parse_happened("20 dec", date(2026, 1, 5)) == date(2025, 12, 20)
    assert parse_happened("the 20th", date(2026, 11, 5)) == date(2026, 10, 20)


def test_looking_behind_a_day_ahead_is_last_years() -> None:
    assert parse_date("24 nov", MONDAY, "behind") == date(2025, 11, 24)


def test_a_refusal_quotes_the_text_and_gives_examples_that_fit_the_direction() -> None:
    assert refusal("soonish", "past") == (
        "Cannot read the date 'soonish': try 2026-11-20, yesterday or \"3 days ago\"."
    )
    assert refusal("soonish", "future") == (
        "Cannot read the date 'soonish': try 2026-11-26, friday or \"in 2 weeks\"."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("soonish", "'soonish'"),
        ("a\x1b[2Jb\n", r"'a\x1b[2Jb\n'"),
        ("\u202ecafé", r"'\u202ecafé'"),
        ("x" * 38, f"'{'x' * 38}'"),
        ("x" * 39, f"'{'x' * 35}'..."),
    ],
)
def test_what_was_typed_is_quoted_harmlessly_and_shortly(text: str, shown: str) -> None:
    assert quoted(text) == shown


@given(st.text())
def test_a_quotation_is_printable_and_of_at_most_40_characters(text: str) -> None:
    shown = quoted(text * 3)
    assert shown.isprintable()
    assert len(shown) <= 40


@given(st.text() | near_misses, any_day, directions)
def test_no_text_on_any_day_raises_anything_but_a_usage_mistake(
    text: str, today: date, direction: Direction
) -> None:
    for parse in (
        lambda: parse_date(text, today, direction),
        lambda: parse_duration(text, today),
        lambda: parse_birthday(text),
    ):
        try:
            parse()
        except (UsageMistake, Refused) as refused:
            message = refused.message
        else:
            message = ""
        assert message.isprintable()


# Durations


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3d", date(2026, 11, 26)),
        ("2 weeks", date(2026, 12, 7)),
        ("in a month", date(2026, 12, 23)),
        ("monday", date(2026, 11, 30)),
        ("12 jan", date(2027, 1, 12)),
        ("2027-01-12", date(2027, 1, 12)),
    ],
)
def test_a_duration_ends_on_a_day_to_come(text: str, end: date) -> None:
    assert parse_duration(text, MONDAY) == end


@pytest.mark.parametrize("text", ["today", "0d", "23 nov", "yesterday", "3d ago", "2026-11-23"])
def test_a_duration_that_does_not_end_after_today_is_refused(text: str) -> None:
    with pytest.raises(UsageMistake) as refused:
        parse_duration(text, MONDAY)
    assert refused.value.message == (
        f"The duration '{text}' does not end after today: try 3d, \"2 weeks\" or 2026-11-26."
    )


def test_an_unreadable_duration_is_refused_with_examples() -> None:
    with pytest.raises(UsageMistake) as refused:
        parse_duration("a while", MONDAY)
    assert refused.value.message == (
        "Cannot read the duration 'a while': try 3d, \"2 weeks\" or 2026-11-26."
    )


# Birthdays


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1990-11-12", "1990-11-12"),
        ("--11-12", "--11-12"),
        ("12 nov", "--11-12"),
        ("nov 12", "--11-12"),
        ("November 12th, 1990", "1990-11-12"),
        (" 12 nov 1990 ", "1990-11-12"),
        ("29 feb", "--02-29"),
        ("--02-29", "--02-29"),
        ("29 feb 2000", "2000-02-29"),
        ("26.11.1990", "1990-11-26"),
        ("26.11.", "--11-26"),
        ("26.11", "--11-26"),
        ("11-26", "--11-26"),
        ("26-11", "--11-26"),
        ("11/26", "--11-26"),
        ("26/11", "--11-26"),
        ("5/5", "--05-05"),
        ("02-29", "--02-29"),
        ("19901126", "1990-11-26"),
        ("1990/11/26", "1990-11-26"),
        ("the 12th of november", "--11-12"),
        ("1990-05", "1990-05"),
        ("may 1990", "1990-05"),
        ("--05", "--05"),
        ("May", "--05"),
        ("in may", "--05"),
        ("1990", "1990"),
        ("199X", "199X"),
        ("199x", "199X"),
        ("1990s", "199X"),
    ],
)
def test_a_birthday_is_a_day_with_or_without_a_year(text: str, birthday: str) -> None:
    assert parse_birthday(text) == birthday


def assert_no_birthday(text: str) -> None:
    with pytest.raises(UsageMistake) as refused:
        parse_birthday(text)
    assert refused.value.message == (
        f'Cannot read the birthday {quoted(text)}: try 1990-11-12, --11-12, "12 nov", '
        "1990-11, 1990 or 199X."
    )


@pytest.mark.parametrize("text", ["--02-30", "--13-01", "1990-02-29", "29 feb 1990", "12 nov 0000"])
def test_a_birthday_no_calendar_has_is_refused(text: str) -> None:
    assert_no_birthday(text)


@pytest.mark.parametrize(
    "text",
    ["--1-1", "--0512", "---05-12", "13-13", "--11-1\u0662", "19XX", "90s", "1990-5", "5-6-90"],
)
def test_a_birthday_in_another_form_is_refused(text: str) -> None:
    assert_no_birthday(text)


@pytest.mark.parametrize("text", ["", "today", "friday", "3d ago", "9" * 30 + " nov"])
def test_a_birthday_is_never_relative_or_ambiguous(text: str) -> None:
    assert_no_birthday(text)


@pytest.mark.parametrize("text", ["0190-05-05", "1899", "189X", "1899-12", "12 nov 0190"])
def test_a_birthday_in_a_year_that_nobody_meant_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="nobody meant"):
        parse_birthday(text)


@pytest.mark.parametrize("text", ["1990-05", "--05", "1990", "199X"])
def test_a_month_a_year_or_a_decade_is_no_day_to_keep(text: str) -> None:
    assert not is_whole(parse_birthday(text))
    with pytest.raises(UsageMistake, match="is no day"):
        yearly.parse("anniversary", text, MONDAY)
    assert yearly.parse("anniversary", "2010-06-01", MONDAY) == "2010-06-01"
    assert yearly.parse("anniversary", "1 june", MONDAY) == "--06-01"


@given(birthdays)
def test_a_birthday_reads_back(birthday: str) -> None:
    assert parse_birthday(birthday) == birthday


@pytest.mark.parametrize(
    ("birthday", "today", "day"),
    [
        ("1990-11-23", date(2026, 11, 23), date(2026, 11, 23)),
        ("--11-22", date(2026, 11, 23), date(2027, 11, 22)),
        ("--12-01", date(2026, 11, 23), date(2026, 12, 1)),
        ("--02-29", date(2026, 11, 23), date(2027, 2, 28)),
        ("--02-29", date(2027, 11, 23), date(2028, 2, 29)),
        ("1996-02-29", date(2028, 2, 29), date(2028, 2, 29)),
        ("--02-29", date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_next_birthday_is_today_or_later(birthday: str, today: date, day: date) -> None:
    assert next_birthday(birthday, today) == day


@given(birthdays, st.dates(max_value=date(9998, 12, 31)))
def test_the_next_birthday_is_within_a_year(birthday: str, today: date) -> None:
    day = next_birthday(birthday, today)
    assert timedelta(0) <= day - today <= timedelta(days=366)
    assert day.strftime("%m-%d") in (birthday[-5:], "02-28" if birthday.endswith("02-29") else "")


# Saying a day


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "20 Nov"),
        (date(2026, 11, 23), "23 Nov"),
        (date(2026, 12, 1), "1 Dec"),
        (date(2026, 1, 2), "2 Jan"),
        (date(2025, 11, 20), "20 Nov 2025"),
        (date(2027, 1, 1), "1 Jan 2027"),
    ],
)
def test_a_short_day_names_the_year_only_when_it_is_another(day: date, said: str) -> None:
    assert short_day(day, MONDAY) == said


def test_a_short_day_names_the_year_of_a_day_at_its_other_end() -> None:
    assert short_day(date(2026, 1, 2), date(2026, 12, 30)) == "2 Jan 2026"
    assert short_day(date(2026, 12, 30), date(2026, 1, 2)) == "30 Dec 2026"


def test_a_long_day_is_written_out() -> None:
    assert long_day(MONDAY) == "Monday 23 November 2026"
    assert long_day(date(2026, 3, 1)) == "Sunday 1 March 2026"


@given(ordinary_days, ordinary_days, directions)
def test_a_day_said_with_its_year_reads_back(day: date, today: date, direction: Direction) -> None:
    _, written_out = long_day(day).split(" ", 1)
    assert parse_date(written_out, today, direction) == day


@pytest.mark.parametrize(("n", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_day_is_singular(n: int, said: str) -> None:
    assert days_phrase(n) == said


@pytest.mark.parametrize(
    ("text", "birthday"),
    [("5/15/1990", "1990-05-15"), ("15/5/1990", "1990-05-15"), ("5/5/1990", "1990-05-05")],
)
def test_a_birthday_with_slashes_is_read_where_it_is_one_day(text: str, birthday: str) -> None:
    assert parse_birthday(text) == birthday


def test_a_birthday_with_slashes_that_is_two_is_refused_with_both() -> None:
    with pytest.raises(UsageMistake, match="is 1990-05-06 or 1990-06-05: write one of them"):
        parse_birthday("5/6/1990")


@pytest.mark.parametrize("text", ["bar", "2026", "1990-05", "199X", ""])
def test_a_yearly_day_is_called_a_day(text: str) -> None:
    with pytest.raises(UsageMistake, match="is no day: write it as 2010-06-01 or --06-01"):
        yearly.parse("anniversary", text, MONDAY)


@pytest.mark.parametrize("text", ["the 32nd", "the 0th", "the 99th of may", "32nd", "0th"])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_no_month_has_such_a_day(text: str, direction: Direction) -> None:
    with pytest.raises(UsageMistake, match="Cannot read the date"):
        parse_date(text, date(2026, 11, 26), direction)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the 5th monday of november", date(2026, 11, 30)),
        ("the 1st monday of november", date(2027, 11, 1)),
        ("the 30th day of november", date(2026, 11, 30)),
        ("the 2nd day of november", date(2027, 11, 2)),
        ("the 1st monday of next month", date(2026, 12, 7)),
    ],
)
def test_a_day_to_come_in_a_month_that_has_begun_is_this_years(text: str, day: date) -> None:
    assert parse_date(text, date(2026, 11, 26), "future") == day


def test_one_week_ago_goes_without_its_article() -> None:
    assert parse_date("week ago", date(2026, 11, 26), "past") == date(2026, 11, 19)


@pytest.mark.parametrize("text", ["15.5.90", "15/5/90", "12 nov 90"])
def test_of_a_birthday_whose_century_is_missing_that_is_said(text: str) -> None:
    with pytest.raises(UsageMistake, match="whose year needs four digits: try 1990"):
        parse_birthday(text)
