"""The demo book: what `netlog demo` shows, whatever the day."""

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.demo import demo_book

from netlog.actions.demo.story import build
from netlog.actions.due import items
from netlog.records.due import DueItem
from netlog.records.meetings import KINDS
from netlog.records.refs import Ref, parse_ref
from netlog.rules import gratitude
from netlog.rules.derived import derive
from netlog.store.doors import reading
from netlog.store.reads import cadence, leads

TODAY = date(2026, 11, 23)
TODAYS = [TODAY, date(2028, 2, 28), date(2026, 12, 30), date(2027, 3, 1), date(2026, 11, 22)]
TABLES = (
    "contact",
    "contact_circle",
    "contact_tag",
    "contact_method",
    "meeting",
    "meeting_contact",
    "favor",
    "thanks",
    "lead",
    "lead_step",
    "goal",
)
# Days of the past; due days, birthdays and what is put off may be to come.
PAST = {
    "contact": ("met_on", "created_at", "updated_at", "last_touch_on"),
    "meeting": ("happened_on", "created_at", "updated_at"),
    "favor": ("opened_on", "done_on", "outcome_on", "told_on", "created_at"),
    "thanks": ("opened_on", "sent_on", "created_at"),
    "cadence_rule": ("created_at",),
}

Open = Callable[[date], sqlite3.Connection]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """The demo book of a day, built once."""
    views: dict[date, sqlite3.Connection] = {}
    folder = tmp_path_factory.mktemp("demo")

    def of(today: date) -> sqlite3.Connection:
        if today not in views:
            path = demo_book(folder / f"{today}.db", today)
            views[today] = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        return views[today]

    yield of
    for view in views.values():
        view.close()


@pytest.fixture
def book(opened: Open) -> sqlite3.Connection:
    return opened(TODAY)


@pytest.fixture(params=TODAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


def one(book: sqlite3.Connection, sql: str, *binds: object) -> object:
    return book.execute(sql, binds).fetchone()[0]


def column(book: sqlite3.Connection, sql: str) -> list[str]:
    return [value for (value,) in book.execute(sql)]


def due(book: sqlite3.Connection, today: date, within: int = 0) -> list[DueItem]:
    return items(book, today, within_days=within)


# Who is in it


def test_some_forty_people_of_every_circle(book: sqlite3.Connection) -> None:
    assert 38 <= one(book, "SELECT count(*) FROM contact") <= 45
    circles = Counter(column(book, "SELECT circle FROM contact_circle"))
    assert set(circles) == {"peer", "business", "community"}
    assert min(circles.values()) > 8


def test_everybody_says_where_they_are_known_from(book: sqlite3.Connection) -> None:
    assert not one(book, "SELECT count(*) FROM contact WHERE how_met IS NULL")


def test_tags_are_few_and_reused(book: sqlite3.Connection) -> None:
    used = Counter(column(book, "SELECT tag FROM contact_tag"))
    assert len(used) <= 10
    assert min(used.values()) >= 2


def test_names_come_from_all_over_the_world(book: sqlite3.Connection) -> None:
    names = column(book, "SELECT name FROM contact")
    assert any("ł" in name.lower() for name in names)
    assert any("ë" in name for name in names)
    assert any("'" in name for name in names)
    assert len(set(names)) == len(names)
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_a_name_in_another_script_has_a_latin_nickname(book: sqlite3.Connection) -> None:
    rows = book.execute("SELECT name, nickname FROM contact").fetchall()
    nicknames = [nick for name, nick in rows if unicodedata.name(name[0]).startswith("CJK")]
    assert len(nicknames) == 1
    assert nicknames[0].isascii()


def test_addresses_are_of_domains_and_numbers_nobody_can_have(book: sqlite3.Connection) -> None:
    methods = book.execute("SELECT kind, value FROM contact_method").fetchall()
    for kind, value in methods:
        match kind:
            case "email":
                assert re.fullmatch(r"[a-z.]+@example\.(org|com|net)", value)
            case "phone":
                assert re.fullmatch(r"\+1 \d{3} 555 01\d\d", value)
            case _:
                assert re.fullmatch(r"https://example\.(org|com|net)/[a-z-]+", value)
    assert len({value for _, value in methods}) == len(methods)
    assert {kind for kind, _ in methods} == {"email", "phone", "url"}


def test_introductions_point_to_people_known_before(book: sqlite3.Connection) -> None:
    rows = book.execute(
        "SELECT c.created_at >= via.created_at, c.id > via.id FROM contact c"
        " LEFT JOIN contact via ON via.id = c.introduced_by_id"
        " WHERE c.introduced_by_id IS NOT NULL"
    ).fetchall()
    assert len(rows) >= 8
    assert set(rows) == {(1, 1)}


def test_one_introduction_led_to_another(book: sqlite3.Connection) -> None:
    chain = book.execute(
        "SELECT a.name, b.name, c.name FROM contact c"
        " JOIN contact b ON b.id = c.introduced_by_id JOIN contact a ON a.id = b.introduced_by_id"
    ).fetchall()
    assert ("Maria Esposito", "Dana Lindqvist", "Henrik Adeyemi") in chain


def test_about_half_have_a_birthday_some_without_a_year(book: sqlite3.Connection) -> None:
    birthdays = column(book, "SELECT birthday FROM contact WHERE birthday IS NOT NULL")
    assert 17 <= len(birthdays) <= 28
    assert 5 <= sum(birthday.startswith("--") for birthday in birthdays) <= 20


def test_cadences_come_from_everywhere(book: sqlite3.Connection) -> None:
    sources = Counter(column(book, "SELECT every_from FROM contact"))
    assert {"contact", "default", "circle peer", "tag family", "tag mentor"} <= set(sources)
    assert one(book, "SELECT count(*) FROM contact WHERE every_days = 0") >= 5


def test_there_is_one_maria_to_try_things_on(book: sqlite3.Connection) -> None:
    assert one(book, "SELECT count(*) FROM contact WHERE instr(name_key, ' maria')") == 1


# What happened


def test_two_years_of_meetings(book: sqlite3.Connection) -> None:
    days = column(book, "SELECT happened_on FROM meeting ORDER BY happened_on")
    assert 150 <= len(days) <= 220
    assert days[0] < (TODAY - timedelta(days=690)).isoformat()
    assert days[-1] == (TODAY - timedelta(days=1)).isoformat()
    assert len({day[:7] for day in days}) >= 24


def test_meetings_in_ones_twos_and_threes(book: sqlite3.Connection) -> None:
    sizes = Counter(
        column(
            book,
            "SELECT count(mc.contact_id) FROM meeting m"
            " LEFT JOIN meeting_contact mc ON mc.meeting_id = m.id GROUP BY m.id",
        )
    )
    assert set(sizes) == {1, 2, 3}
    assert sizes[2] >= 15


def test_every_kind_is_used(book: sqlite3.Connection) -> None:
    assert set(column(book, "SELECT DISTINCT kind FROM meeting")) == set(KINDS)


def test_every_meeting_has_a_short_text_and_everybody_a_meeting(book: sqlite3.Connection) -> None:
    assert all(0 < len(text) <= 100 for text in column(book, "SELECT text FROM meeting"))
    assert not one(
        book,
        "SELECT count(*) FROM contact WHERE id NOT IN (SELECT contact_id FROM meeting_contact)",
    )


def test_nobody_hears_the_same_small_talk_often(book: sqlite3.Connection) -> None:
    repeated = column(
        book,
        "SELECT count(*) FROM meeting m JOIN meeting_contact mc ON mc.meeting_id = m.id"
        " GROUP BY mc.contact_id, m.text",
    )
    assert max(repeated) == 1


def test_coffees_and_lunches_tell_who_paid(book: sqlite3.Connection) -> None:
    told = "SELECT count(*) FROM meeting WHERE kind IN ('coffee', 'lunch') AND paid_by IS {}"
    assert one(book, told.format("NOT NULL")) > 20 * one(book, told.format("NULL"))
    paid = column(book, "SELECT DISTINCT paid_by FROM meeting WHERE paid_by IS NOT NULL")
    assert set(paid) == {"me", "them", "split"}


def test_favors_go_both_ways_in_every_state(book: sqlite3.Connection) -> None:
    states = Counter(
        book.execute(
            "SELECT direction, done_on IS NOT NULL, outcome IS NOT NULL, told_on IS NOT NULL"
            " FROM favor"
        ).fetchall()
    )
    assert states["to_them", 1, 0, 0] >= 8
    assert states["to_them", 0, 0, 0] >= 2
    assert states["to_me", 0, 0, 0] >= 2
    assert states["to_me", 1, 1, 1] >= 8
    assert states["to_me", 1, 1, 0] == 1


def test_what_was_asked_at_a_meeting_is_a_favor_of_it(book: sqlite3.Connection) -> None:
    asked = book.execute("SELECT id, asked FROM meeting WHERE asked IS NOT NULL").fetchall()
    favors = book.execute("SELECT meeting_id, text FROM favor WHERE asked = 1").fetchall()
    assert len(asked) >= 7
    assert sorted(asked) == sorted(favors)


def test_thanks_are_opened_as_log_opens_them(book: sqlite3.Connection) -> None:
    rows = book.execute(
        "SELECT t.opened_on, t.due_on, t.favor_id, m.kind, m.happened_on FROM thanks t"
        " LEFT JOIN meeting m ON m.id = t.meeting_id"
    ).fetchall()
    for opened_on, due_on, favor_id, kind, happened_on in rows:
        assert opened_on == (happened_on or opened_on)
        day = date.fromisoformat(opened_on)
        due = gratitude.due_on(kind, day, {}) if kind else None
        # One e-mail owes nothing; the favor that came with it does, and the thanks name both.
        due = due or (gratitude.due_on(gratitude.FAVOR, day, {}) if favor_id else None)
        assert due_on == str(due)
    assert one(
        book,
        "SELECT count(*) FROM thanks t JOIN meeting m ON m.id = t.meeting_id"
        " WHERE m.kind = 'email' AND t.favor_id NOT NULL",
    )


def test_no_thanks_are_owed_to_family(book: sqlite3.Connection) -> None:
    assert not one(
        book,
        "SELECT count(*) FROM thanks t JOIN contact_tag g"
        " ON g.contact_id = t.contact_id WHERE g.tag = 'family'",
    )


def test_nearly_all_thanks_were_sent_soon_and_in_many_ways(book: sqlite3.Connection) -> None:
    rows = book.execute(
        "SELECT julianday(sent_on) - julianday(opened_on), how FROM thanks"
        " WHERE sent_on IS NOT NULL"
    ).fetchall()
    assert len(rows) >= 100
    assert all(0 <= waited <= 4 for waited, _ in rows)
    assert {how for _, how in rows} == {"note", "email", "call", "message", "in-person", "gift"}
    assert one(book, "SELECT count(*) FROM thanks WHERE sent_on IS NULL") == 4


def test_a_mentor_was_asked_three_times_in_a_row_and_not_thanked(book: sqlite3.Connection) -> None:
    meetings = book.execute(
        "SELECT m.happened_on, m.asked IS NOT NULL FROM meeting m"
        " JOIN meeting_contact mc ON mc.meeting_id = m.id JOIN contact c ON c.id = mc.contact_id"
        " WHERE c.name = 'Carol Whitfield' ORDER BY m.happened_on DESC"
    ).fetchall()
    assert [asked for _, asked in meetings[:4]] == [1, 1, 1, 0]
    assert not one(
        book,
        "SELECT count(*) FROM thanks t JOIN contact c ON c.id = t.contact_id"
        " WHERE c.name = 'Carol Whitfield' AND t.sent_on >= ?",
        meetings[2][0],
    )


def test_what_is_open_has_the_lowest_refs(book: sqlite3.Connection) -> None:
    open_ids = column(book, "SELECT id FROM thanks WHERE sent_on IS NULL ORDER BY id")
    assert open_ids == [1, 2, 3, 4]
    open_ids = column(book, "SELECT id FROM favor WHERE done_on IS NULL ORDER BY id")
    assert open_ids == list(range(1, len(open_ids) + 1))


def test_chains_go_on_break_off_and_serve_a_goal(book: sqlite3.Connection) -> None:
    found = leads.leads(book, everything=True)
    assert [one.state for one in found] == ["open", "open", "declined"]
    assert {step.state for one in found for step in one.steps} == {"waiting", "asked", "done"}
    assert all(one.goal for one in found)
    assert one(book, "SELECT count(*) FROM goal") == 2
    assert one(book, "SELECT count(*) FROM lead_favor") == 5


# When


def test_nothing_has_happened_after_today(opened: Open, today: date) -> None:
    book = opened(today)
    for table, names in PAST.items():
        for name in names:
            assert one(book, f"SELECT max(substr({name}, 1, 10)) FROM {table}") <= str(today)


def test_records_were_made_when_things_happened(book: sqlite3.Connection) -> None:
    for table, name in (("meeting", "happened_on"), ("favor", "opened_on")):
        assert not one(
            book, f"SELECT count(*) FROM {table} WHERE created_at <> {name} || 'T12:00:00Z'"
        )


def test_nobody_was_met_before_being_added(opened: Open, today: date) -> None:
    early = opened(today).execute(
        "SELECT c.name FROM contact c JOIN meeting_contact mc ON mc.contact_id = c.id"
        " JOIN meeting m ON m.id = mc.meeting_id WHERE m.happened_on < substr(c.created_at, 1, 10)"
    )
    assert early.fetchall() == []


def test_office_hours_are_kept(opened: Open, today: date) -> None:
    book = opened(today)
    kinds = "('lunch', 'meeting', 'video', 'interview')"
    days = column(book, f"SELECT happened_on FROM meeting WHERE kind IN {kinds}")
    assert max(date.fromisoformat(day).weekday() for day in days) == 4


def test_favors_come_before_their_outcome_and_the_telling(book: sqlite3.Connection) -> None:
    rows = book.execute("SELECT opened_on, done_on, outcome_on, told_on FROM favor").fetchall()
    for row in rows:
        days = [day for day in row if day]
        assert days == sorted(days)


# The morning on it


def test_the_morning_has_a_little_of_everything(opened: Open, today: date) -> None:
    kinds = Counter(item.kind for item in due(opened(today), today))
    assert kinds["thanks"] == 3
    assert 1 <= kinds["promise"] <= 2
    assert kinds["outcome"] == 1
    assert 1 <= kinds["waiting"] <= 2
    assert 1 <= kinds["date"] <= 2
    assert kinds["lead"] == 1
    assert 5 <= kinds["reconnect"] <= 8


def test_the_thanks_of_the_morning_are_overdue_and_one_is_due_soon(
    opened: Open, today: date
) -> None:
    book = opened(today)
    soon = [item for item in due(book, today, within=2) if item.kind == "thanks"]
    assert [item.days_overdue > 0 for item in soon] == [True, True, True, False]
    assert soon[-1].contact.name == "Maria Esposito"
    assert parse_ref(soon[0].ref) == Ref("t", 1)


def test_a_friend_of_every_month_is_missed_most(opened: Open, today: date) -> None:
    silent = [item for item in due(opened(today), today) if item.kind == "reconnect"]
    missed = [item for item in silent if "meant" in item.what]
    assert missed[0].contact.name == "Inês Carvalho"
    assert "monthly" in missed[0].what
    assert 100 < missed[0].days_overdue < 150


def test_one_is_put_off_and_one_is_to_be_remembered(opened: Open, today: date) -> None:
    book = opened(today)
    assert one(book, "SELECT count(*) FROM contact WHERE snoozed_until > ?", str(today)) == 1
    named = {item.contact.name: item.what for item in due(book, today)}
    assert "Marcus Delacroix-Webb" not in named
    assert named["Léa Fontaine"].startswith("you wanted to be reminded")


def test_the_next_week_brings_a_few_more(opened: Open, today: date) -> None:
    book = opened(today)
    assert 2 <= len(due(book, today, within=7)) - len(due(book, today)) <= 10


# How it is built


def test_the_same_day_makes_the_same_book(book: sqlite3.Connection, tmp_path: Path) -> None:
    build(str(tmp_path / "again.db"), TODAY)
    with closing(sqlite3.connect(tmp_path / "again.db")) as again:
        for table in TABLES:
            everything = f"SELECT * FROM {table} ORDER BY id"
            assert book.execute(everything).fetchall() == again.execute(everything).fetchall()


def test_another_day_makes_the_same_people(opened: Open) -> None:
    one_day, another = opened(TODAYS[0]), opened(TODAYS[1])
    for table in ("contact", "meeting", "favor", "thanks"):
        uids = f"SELECT uid FROM {table} ORDER BY uid"
        assert column(one_day, uids) == column(another, uids)


def test_the_derived_columns_are_what_the_rules_say(opened: Open, today: date) -> None:
    book = opened(today)
    for facts in cadence.facts(book):
        stored = book.execute(
            "SELECT name_key, birthday_key, every_days, every_from, last_touch_on, next_due_on"
            " FROM contact WHERE id = ?",
            (facts.id,),
        ).fetchone()
        assert stored == tuple(derive(facts))


def test_it_is_one_command_in_the_journal(book: sqlite3.Connection) -> None:
    assert column(book, "SELECT command FROM batch") == ["demo"]
    assert one(book, "SELECT count(DISTINCT batch_id) FROM change") == 1


def test_it_opens_like_any_other_book(tmp_path: Path) -> None:
    path = str(demo_book(tmp_path / "demo.db", TODAY))
    with reading(path, f"{TODAY}T12:00:00Z", derive) as connection:
        assert due(connection, TODAY)
