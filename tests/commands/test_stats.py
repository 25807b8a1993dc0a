"""netlog stats: numbers that equal a count by hand, honest odds, and pictures."""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date, timedelta
from html import unescape

import pytest

from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.render import charts
from netlog.render.pages import stats as stats_page
from netlog.rules import stats as rules
from netlog.rules.stats import Sample
from netlog.store.reads import touches
from netlog.store.writes import contacts, meetings

LINES = (
    # 23 November is a Monday; who is added is new today.
    ("add", "Ann Lee", "--circle", "peer", "--every", "4w", "--met-on", "2026-11-01"),
    ("add", "Bo Lind", "--circle", "peer", "--every", "4w", "--via", "ann"),
    ("add", "Cy Ott", "--every", "never", "--via", "ann", "--met-on", "2020-01-01"),
    ("log", "ann", "coffee", "--on", "2026-11-20", "--paid", "me", "--thanked"),
    ("log", "ann", "call", "--on", "2026-11-20", "--no-thanks"),
    ("log", "ann", "bo", "lunch", "--on", "2026-10-01", "--no-thanks"),
    ("log", "ann", "note", "--on", "2026-11-19"),
    ("log", "bo", "email", "--on", "2024-01-01"),
    ("log", "bo", "email", "--on", "2026-11-18", "--asked", "an introduction"),
    ("favor", "receive", "bo", "an introduction", "--on", "2026-11-21"),
    ("favor", "give", "cy", "a reference", "--on", "2026-11-21"),
    ("favor", "ask", "cy", "the address of the club"),
)


@pytest.fixture
def book(netlog, seeded):
    """Three people and a year that can be counted by hand."""

    def fill() -> None:
        for argv in LINES:
            done = netlog(*argv)
            assert done.status == 0, (argv, done.err)

    seeded(fill)
    return netlog


def stats(book, *argv: str):
    done = book("stats", *argv, "--json")
    assert done.status == 0, done.err
    return done.json


def test_the_numbers_are_those_of_a_count_by_hand(book) -> None:
    found = stats(book)
    assert (found["since"], found["until"]) == ("2025-11-23", "2026-11-23")
    # Ann on the day of coffee, call and thanks is one; the note is none, and 2024 is not of it.
    assert found["days"] == [
        {"on": "2026-10-01", "touches": 2},
        {"on": "2026-11-18", "touches": 1},
        {"on": "2026-11-20", "touches": 1},
        {"on": "2026-11-21", "touches": 2},
        {"on": "2026-11-23", "touches": 1},
    ]
    assert found["touches"] == 7
    assert {one["kind"]: one["number"] for one in found["kinds"]} == {
        "coffee": 1, "call": 1, "lunch": 2, "email": 1, "thanks": 1, "given": 1, "received": 1,
        "asked": 2,
    }  # fmt: skip
    months = {one["month"]: one for one in found["months"]}
    assert len(months) == 13
    assert months["2026-11"] == {
        "month": "2026-11", "new": 3, "given": 2, "received": 1, "asked": 2, "thanked": 1,
    }  # fmt: skip
    assert [(one["circle"], one["people"], one["in_touch"]) for one in found["circles"]] == [
        ("peer", 2, 2), ("business", 0, 0), ("community", 0, 0),
    ]  # fmt: skip
    assert found["cadence"] == {"on_time": 2, "late": 0, "lost": 0}
    (brought,) = found["brought"]
    assert (brought["contact"]["name"], [one["name"] for one in brought["people"]]) == (
        "Ann Lee", ["Bo Lind"],
    )  # fmt: skip


def test_what_was_answered_after_the_last_day_is_no_answer_yet(netlog, monkeypatch) -> None:
    for day, *argv in (
        ("12", "add", "Ann Lee"),
        ("12", "favor", "ask", "ann", "a name at Acme"),
        ("14", "done", "f1"),
        ("20", "list"),
    ):
        monkeypatch.setenv("NETLOG_TODAY", f"2026-11-{day}")
        assert netlog(*argv).status == 0
    answered = {}
    for until in ("2026-11-11", "2026-11-12", "2026-11-13", "2026-11-14", "2026-11-20"):
        odds = netlog("stats", "--until", until, "--json").json["odds"]
        (one,) = (each for each in odds if each["name"] == "answers_per_ask")
        answered[until[-2:]] = (one["number"], one["of"])
    assert answered == {"11": (0, 0), "12": (0, 1), "13": (0, 1), "14": (1, 1), "20": (1, 1)}


@pytest.mark.parametrize("at_once", [1, 3])
@pytest.mark.parametrize(("late", "sparse"), [(0, 0), (800, 32)])
def test_they_are_the_same_however_many_are_counted_at_once(
    book, monkeypatch, at_once: int, late: int, sparse: int
) -> None:
    whole = book("stats", "--since", "2020-01-01", "--json").json
    monkeypatch.setattr(touches, "AT_ONCE", at_once)
    monkeypatch.setattr(touches, "LATE", timedelta(days=late))
    monkeypatch.setattr(touches, "SPARSE", sparse)
    assert book("stats", "--since", "2020-01-01", "--json").json == whole


def test_a_calendar_names_the_month_that_begins_in_no_week_of_it() -> None:
    assert stats_page.initials(date(2026, 11, 22), 1) == "N"
    assert stats_page.initials(date(2026, 11, 22), 3) == "N"
    assert stats_page.initials(date(2026, 11, 27), 5) == "N"
    assert stats_page.initials(date(2026, 12, 3), 2) == " D"
    assert stats_page.initials(date(2026, 11, 30), 2) == "N"


def test_a_picture_says_from_which_day_on_its_calendar_is(book) -> None:
    for argv in ((), ("--svg", "-"), ("--html", "-")):
        assert "from 17 Nov 2025 on" in book("stats", "--since", "2023-01-01", *argv).out
    assert " 2025 on" not in book("stats", "--since", "2026-01-01", "--svg", "-").out


def test_a_span_is_read_whole_as_the_record_of_a_search_reads_it(book) -> None:
    for typed, said in {
        "last week": "16 Nov 2026 to 22 Nov 2026",
        "last month": "1 Oct 2026 to 31 Oct 2026",
    }.items():
        assert book("stats", "--since", typed, "--until", typed).out.startswith(said)


def test_odds_stand_on_samples_and_say_nothing_below_ten(book) -> None:
    odds = {one["name"]: one for one in stats(book)["odds"]}
    assert odds["conversations_per_introduction"] == {
        "name": "conversations_per_introduction", "number": 6, "of": 1, "ratio": None,
    }  # fmt: skip
    assert (odds["answers_per_ask"]["number"], odds["answers_per_ask"]["of"]) == (1, 2)
    assert "too few to say: 6 conversations over 1 introduction" in book("stats").out
    assert stats(book)["saying"] == "One coffee, one introduction so far: keep knocking."


def test_the_sentence_counts_coffees_and_the_table_says_who_was_there(book, tmp_path) -> None:
    book("log", "ann", "bo", "coffee", "--on", "2026-11-22", "--no-thanks")
    found = stats(book)
    kinds = {one["kind"]: (one["number"], one["meetings"]) for one in found["kinds"]}
    assert (kinds["coffee"], kinds["lunch"], kinds["asked"]) == ((3, 2), (2, 1), (2, None))
    assert found["saying"] == "Two coffees, one introduction so far: keep knocking."
    rows = book("stats").out.split("By kind\n")[1].split("\n\n")[0].split("\n")
    assert [row.split()[1:2] + row.split()[3:] for row in rows if "from" in row] == [
        ["3", "from", "2", "coffees"], ["2", "from", "1", "lunch"],
    ]  # fmt: skip
    assert "3 from 2 coffees" in book("stats", "--svg", "-").out


def test_a_span_of_ones_own_counts_its_days_alone(book) -> None:
    found = stats(book, "--since", "2026-11-20", "--until", "2026-11-20")
    assert found["touches"] == 1
    assert {one["kind"]: one["number"] for one in found["kinds"]} == {
        "coffee": 1, "call": 1, "thanks": 1,
    }  # fmt: skip
    assert stats(book, "--since", "2020-01-01")["odds"][0]["of"] == 2


def test_a_week_counts_as_the_target_of_a_goal_does(book) -> None:
    book("goal", "a post", "--horizon", "short", "--target", "9 touches a week")
    (goal,) = book("goal", "list", "--json").json
    week = stats(book, "--since", "2026-11-16", "--until", "2026-11-22")
    assert goal["targets"][0]["before"] == week["touches"]


def test_hops_interviews_and_offers_come_from_the_dates_of_steps_and_stages(
    netlog, monkeypatch
) -> None:
    def on(day: str, *argv: str) -> None:
        monkeypatch.setenv("NETLOG_TODAY", day)
        assert netlog(*argv).status == 0, argv

    on("2026-10-01", "add", "Gus")
    for number in range(1, 6):
        on("2026-10-01", "lead", "add", f"Lead {number}", "--via", "gus", "--via", "her boss")
    for number in range(1, 6):
        on("2026-10-03", "lead", "step", f"l{number}.1", "done")
        on("2026-10-08", "lead", "step", f"l{number}.2", "done")
    for number in range(1, 4):
        on("2026-10-09", "lead", "stage", f"l{number}", "interview")
    on("2026-10-10", "lead", "stage", "l1", "offer")
    on("2026-10-12", "lead", "landed", "l2", "-m", "I begin in May")
    odds = {one["name"]: one for one in stats(netlog)["odds"]}
    # Two days to each first step, five from there to the second.
    assert odds["days_per_hop"] == {
        "name": "days_per_hop", "number": 35, "of": 10, "ratio": 3.5,
    }  # fmt: skip
    assert (odds["leads_per_interview"]["number"], odds["leads_per_interview"]["of"]) == (5, 3)
    assert odds["leads_per_offer"]["of"] == 2
    before = {
        one["name"]: one for one in netlog("stats", "--until", "2026-10-11", "--json").json["odds"]
    }
    assert before["leads_per_offer"]["of"] == 1  # it had not landed yet
    assert odds["introductions_per_lead"]["of"] == 5


@pytest.mark.parametrize(
    ("coffees", "introductions", "said"),
    [
        (11, 2, "Eleven coffees brought two introductions: keep knocking."),
        (30, 1, "30 coffees brought one introduction: keep knocking."),
        (12, 0, "Twelve coffees brought no introduction yet: keep knocking."),
        (10, 1, "Ten coffees brought one introduction: keep knocking."),
        (9, 4, "Nine coffees, four introductions so far: keep knocking."),
        (1, 0, "One coffee, no introduction so far: keep knocking."),
        (0, 0, "Four conversations, no introduction so far: keep knocking."),
        (0, 1, "Four conversations, one introduction so far: keep knocking."),
    ],
)
def test_the_sentence_an_essay_would_add(coffees, introductions, said) -> None:
    sample = Sample(4, introductions, coffees, 0, 0, 0, (), 0, 0)
    assert rules.saying(sample) == said


def test_a_ratio_needs_ten_below_the_line() -> None:
    (nine, *_), (ten, *_) = (rules.odds(Sample(55, n, 0, 0, 0, 0, (), 0, 0)) for n in (9, 10))
    assert (nine.ratio, ten.ratio) == (None, 5.5)


def test_an_empty_book_has_empty_stats(netlog) -> None:
    netlog("add", "Ann", "--every", "never")
    found = stats(netlog)
    assert (found["touches"], found["days"], found["thin"], found["saying"]) == (0, [], None, None)
    assert netlog("stats").status == 0


def test_the_calendar_has_a_row_for_each_day_of_the_week(book) -> None:
    rows = book("stats").out.split("Day by day\n")[1].split("\n\n")[0].split("\n")[1:]
    assert [row.split()[0] for row in rows] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    thursday, friday = rows[3], rows[4]
    assert "█" in thursday  # 1 October, with two
    assert friday.rstrip()[-1] in "░▒"  # 20 November, with one


# Pictures


@pytest.fixture
def hostile(netlog, recording):
    """Somebody whose name would be more than text, who brought another."""
    with recording() as opened:
        one = contacts.add(opened, NewContact("<script>alert(1)</script>&\"'", cadence_days=0))
        new = NewContact("</svg><img src=x>", introduced_by_id=one, cadence_days=0)
        other = contacts.add(opened, new)
        meetings.log(opened, NewMeeting(date(2026, 11, 20), "coffee", (one, other)))
    return netlog


def test_pictures_are_drawn_to_files_that_are_there_once(hostile, tmp_path) -> None:
    svg, html = str(tmp_path / "s.svg"), str(tmp_path / "s.html")
    done = hostile("stats", "--svg", svg, "--html", html)
    assert done.out == f"Drew the stats to {svg} and {html}.\n"
    assert hostile("stats", "--svg", svg).status == 5
    assert hostile("stats", "--svg", svg, "--force").status == 0
    root = ElementTree.parse(svg).getroot()
    assert root.find(".//{*}desc") is not None
    texts = "".join(text for text in root.itertext())
    assert "<script>alert(1)" in texts


def test_the_page_loads_nothing_runs_nothing_and_takes_names_for_text(hostile, tmp_path) -> None:
    path = tmp_path / "s.html"
    hostile("stats", "--html", str(path))
    page = path.read_text()
    assert "default-src 'none'; style-src 'sha256-" in page
    assert not re.search(r"<(script|img|link|iframe)|href=|src=(?!x)|url\(|@import", page)
    assert "&lt;script&gt;" in page


def test_beside_a_picture_on_stdout_nothing_else_stands(book, tmp_path) -> None:
    path = str(tmp_path / "s.html")
    done = book("stats", "--svg", "-", "--html", path)
    assert done.out.endswith("</svg>\n")
    assert done.err == f"Drew the stats to {path}.\n"


def test_a_picture_goes_to_stdout_too_with_days_months_and_the_thinnest(book) -> None:
    drawn = book("stats", "--svg", "-").out
    assert drawn.startswith("<?xml")
    for day in stats(book)["days"]:
        assert f"<title>{day['on']}: {day['touches']}</title>" in drawn
    assert len(re.findall("<title>2026-11-", drawn)) == 23
    assert re.search(">S</text>.*>O</text>.*>N</text>", drawn, re.DOTALL)
    assert "0 of 0 in touch in 90 days, the thinnest" in drawn


@pytest.mark.parametrize(
    "argv",
    [
        ("--since", "today", "--until", "yesterday"),
        ("--svg", "-", "--json"),
        ("--svg", "-", "--html", "-"),
        ("--svg", "x.svg", "--html", "./x.svg", "--force"),
        ("--since", "x"),
    ],
)
def test_what_cannot_be_meant_is_a_mistake(book, argv) -> None:
    assert book("stats", *argv).status == 2


def test_what_has_no_line_of_its_own_is_counted_as_earlier(netlog, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2025-01-10")
    netlog("add", "Ann")
    netlog("favor", "give", "ann", "a lift")
    netlog("favor", "receive", "ann", "a map")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    netlog("add", "Bo")
    page = netlog("stats", "--since", "2025-01-01").out
    assert "earlier   1\n" in page.split("New people\n")[1].split("\n\n")[0] + "\n"
    given = page.split(f"{stats_page.GIVEN}\n")[1].split("\n\n")[0].split("\n")
    assert given[0].split() == ["earlier", "1", "given;", "1", "received,", "0", "asked"]
    assert len(given) == 13
    assert "from 17 Nov 2025 on" in page
    assert "earlier" not in netlog("stats").out
    picture = netlog("stats", "--since", "2025-01-01", "--svg", "-").out
    texts = [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", picture)]
    for heading in ("New people", stats_page.GIVEN):
        at = texts.index(heading) + 1
        assert texts[at : at + 4 : 2] == ["earlier", "Dec 2025"]


def test_the_picture_of_a_page_is_as_wide_as_the_page(book) -> None:
    page = book("stats", "--html", "-").out
    assert ".stage svg{display:block;max-width:100%;height:auto}" in page


@pytest.mark.parametrize("option", ["--svg", "--html"])
def test_no_text_of_a_picture_runs_out_at_the_right(book, monkeypatch, option) -> None:
    said = "eleven coffees brought two introductions: keep knocking, ask whom they know. " * 3
    monkeypatch.setattr(charts, "_said", lambda _: said.strip())
    picture = book("stats", option, "-").out
    lines = re.findall(r'<text (?:class="heading" )?x="(\d+)" y="\d+">([^<]*)</text>', picture)
    assert sum("coffees" in text for _, text in lines) > 1
    widest = max(int(x) + charts.LETTER * len(unescape(text)) for x, text in lines)
    assert widest <= charts.WIDTH - charts.PAD


def test_a_label_stands_apart_from_what_is_said_of_it() -> None:
    assert (charts.LETTER + 0.5) * len("conversations per introduction") <= charts.LABEL


def test_kinds_are_counted_whatever_they_are_called(netlog, tmp_path, monkeypatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text("[kinds]\nrecall = {}\nall-of = {}\ncall-in = {}\n")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    netlog("add", "Ann")
    for number, kind in enumerate(
        ("call", "coffee", "call", "recall", "all-of", "call-in", "call")
    ):
        netlog("log", "ann", "--kind", kind, "--on", f"2026-11-{number + 1:02}")
    found = {one["kind"]: one["meetings"] for one in netlog("stats", "--json").json["kinds"]}
    assert found == {"call": 3, "coffee": 1, "recall": 1, "all-of": 1, "call-in": 1}
