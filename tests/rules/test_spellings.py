"""What people type for days, spans and cadences: each is read, or told what would do instead."""

from datetime import date

import pytest

from netlog.errors import NetlogError
from netlog.rules.cadence import parse_cadence, parse_own_cadence, remark
from netlog.rules.dates import parse_date, parse_duration

TODAY = date(2026, 11, 26)  # a Thursday


def told(error: NetlogError) -> str:
    return " ".join(filter(None, (error.message, error.advice)))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("friday two weeks ago", "2026-11-13"),
        ("two weeks ago friday", "2026-11-13"),
        ("a week ago on friday", "2026-11-20"),
        ("friday a week ago", "2026-11-20"),
        ("two fridays ago", "2026-11-13"),
        ("3 mondays ago", "2026-11-09"),
        ("this past monday", "2026-11-23"),
        ("20261120", "2026-11-20"),
        ("20/11", "2026-11-20"),
        ("11/20", "2026-11-20"),
        ("20 nov '26", "2026-11-20"),
        ("now", "2026-11-26"),
        ("right now", "2026-11-26"),
        ("3 days back", "2026-11-23"),
        ("1 week 2 days ago", "2026-11-17"),
        ("2 weeks and 3 days ago", "2026-11-09"),
        ("1w2d", "2026-11-17"),
        ("6 mths ago", "2026-05-26"),
        ("2 days before yesterday", "2026-11-23"),
        ("two days before friday", "2026-11-18"),
        ("a week before last friday", "2026-11-13"),
        ("2 days after the 20th", "2026-11-22"),
        ("first of the month", "2026-11-01"),
        ("last day of october", "2026-10-31"),
        ("the first day of november", "2026-11-01"),
    ],
)
def test_a_day_that_was(typed: str, day: str) -> None:
    assert parse_date(typed, TODAY, "past").isoformat() == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("friday in two weeks", "2026-12-11"),
        ("in two weeks on friday", "2026-12-11"),
        ("a week on friday", "2026-12-04"),
        ("a week after friday", "2026-12-04"),
        ("two weeks from the 1st", "2026-12-15"),
        ("next month on the 3rd", "2026-12-03"),
        ("the 3rd of next month", "2026-12-03"),
        ("fortnight", "2026-12-10"),
        ("couple of weeks", "2026-12-10"),
        ("half year", "2027-05-26"),
        ("2w3d", "2026-12-13"),
        ("2 wks", "2026-12-10"),
        ("3 mos", "2027-02-26"),
        ("1 yr", "2027-11-26"),
        ("20270203", "2027-02-03"),
        ("tmrw", "2026-11-27"),
    ],
)
def test_a_wait(typed: str, day: str) -> None:
    assert parse_duration(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("semi-monthly", 15),
        ("halfyearly", 180),
        ("semi-annual", 180),
        ("annual", 365),
        ("biennially", 730),
        ("every weekend", 7),
        ("everyday", 1),
        ("6 wks", 42),
        ("every 3 mos", 90),
    ],
)
def test_how_often(typed: str, days: int) -> None:
    assert parse_cadence(typed) == days


def test_a_weekend_is_said_to_be_every_seven_days() -> None:
    assert remark("every weekend") == "That is every 7 days, whatever the weekday."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("in october", 'that is a month: try "start of october" or "end of october".'),
        ("early november", 'that is a month: try "start of november" or "end of november".'),
        ("this week", 'that is a week: try "friday this week" or 2026-W48-5.'),
        ("kw47", "that is a week"),
        ("weekend", 'try "this weekend" or "last weekend".'),
        ("yesterday at 5pm", "a day has no time here: try yesterday."),
        ("2026-11-20T09:30", "a day has no time here: try 2026-11-20."),
        ("3 working days ago", "netlog counts every day, weekends too"),
        (
            "11/12",
            '11/12 may begin with the day or with the month: write "11 december" or "12 november".',
        ),
        ("06-01", 'may begin with the day or with the month: write "6 january" or "1 june".'),
        ("a while ago", 'try 2026-11-23, yesterday or "3 days ago".'),
        ("20 Novembr", 'Did you mean "20 november"?'),
        ("fridya", "Did you mean friday?"),
        ("2 weks ago", 'Did you mean "2 weeks ago"?'),
        ("24/7", "try 2026-11-23"),
    ],
)
def test_what_is_no_day_is_told_what_would_do(typed: str, said: str) -> None:
    with pytest.raises(NetlogError) as refused:
        parse_date(typed, TODAY, "past")
    assert said in told(refused.value)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2 hrs", "netlog counts in days, 1d at the least."),
        ("january", 'that is a month: try "start of january" or "end of january".'),
        ("2027-02", 'try "start of february 2027"'),
        ("2027", 'that is a year: try "start of 2027" or "end of 2027".'),
        ("forever", "for good is netlog every WHO never."),
        ("monday 9am", "a day has no time here: try monday."),
        ("in 2", "2 what? 2d, 2w or 1m."),
        ("2 weks", 'Did you mean "2 weeks"?'),
        ("tomorow", "Did you mean tomorrow?"),
        ("soon", 'try 3d, "2 weeks" or 2026-11-29.'),
    ],
)
def test_what_is_no_wait_is_told_what_would_do(typed: str, said: str) -> None:
    with pytest.raises(NetlogError) as refused:
        parse_duration(typed, TODAY)
    assert said in told(refused.value)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bimonthly", 'say "every 2 months" or "twice a month".'),
        ("biannually", 'say "every 2 years" or "twice a year".'),
        ("every weekday", 'netlog counts every day, weekends too: try daily or "twice a week".'),
        ("every monday and thursday", 'try "twice a week".'),
        ("first monday of the month", "try monthly."),
        ("hourly", "daily is the most often."),
        ("none", "Did you mean never?"),
        ("0", "Did you mean never?"),
        ("default", "Did you mean inherit?"),
        ("monthyl", "Did you mean monthly?"),
        ("evry 2 weeks", 'Did you mean "every 2 weeks"?'),
        ("every 90", "90 what? 90d, 2w or 1m."),
        ("often", 'try weekly, "every 6 weeks" or never.'),
    ],
)
def test_what_is_no_cadence_is_told_what_would_do(typed: str, said: str) -> None:
    with pytest.raises(NetlogError) as refused:
        parse_own_cadence(typed)
    assert said in told(refused.value)
