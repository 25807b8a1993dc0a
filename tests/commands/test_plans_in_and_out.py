"""Plans go out with everything else and come in: netlog's own JSON, calendars both ways."""

import json
import sqlite3

import pytest

START = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
HEAD = "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:{start}\r\n"
REST = "SUMMARY:{title}\r\nATTENDEE;CN=Bob Ray:mailto:bob@x.org\r\n{more}END:VEVENT\r\n"


@pytest.fixture
def calendar(tmp_path):
    """A calendar of these events: uid, start, title, further lines."""

    def write(*events: tuple[str, ...]) -> str:
        path = tmp_path / "calendar.ics"
        body = "".join(
            (HEAD + REST).format(uid=uid, start=start, title=title, more="".join(more))
            for uid, start, title, *more in events
        )
        path.write_text(f"{START}{body}END:VCALENDAR\r\n", newline="")
        return str(path)

    return write


@pytest.fixture
def book(netlog, tmp_path, monkeypatch, seeded):
    """Bob, and you, who are me@x.org."""
    config = tmp_path / "config.toml"
    config.write_text('[card]\nname = "Me"\nemail = "me@x.org"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))

    def fill() -> None:
        netlog("add", "Bob Ray", "--email", "bob@x.org", "--every", "never")

    seeded(fill)
    return netlog


def plans(netlog, *more: str):
    return netlog("plan", "list", *more, "--json").json


# JSON


@pytest.fixture
def full(book, seeded):
    """An open plan, one that was kept, one that was dropped, one that was put off."""
    lunch = ("lunch", "friday", "12:30", "--place", "Balthazar", "--", "a\nb")

    def fill() -> None:
        book("plan", "bob", "+Ada", *lunch)
        book("plan", "bob", "coffee", "today", "--invited", "me")
        book("done", "p2")
        book("plan", "bob", "monday")
        book("drop", "p3", "--why", "ill")
        book("plan", "ada", "monday")
        book("snooze", "p4", "2w", "--why", "travelling")

    seeded(fill)
    return book


def rows(path) -> dict[str, list[tuple]]:
    connection = sqlite3.connect(path)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in ("plan", "plan_contact", "meeting", "contact", "thanks")
        }
    finally:
        connection.close()


@pytest.mark.parametrize("name", ["book.json", "book.jsonl"])
def test_json_brings_them_back_row_by_row(full, db, tmp_path, name: str) -> None:
    path, other = str(tmp_path / name), tmp_path / "other.db"
    assert full("export", "-o", path).status == 0
    assert full("--db", str(other), "import", path, "--yes").status == 0
    assert rows(other) == rows(db)
    assert full("--db", str(other), "search", "balthazar", "--json").json[0]["ref"] == "p1"


def test_json_again_changes_nothing(full, db, tmp_path) -> None:
    path = str(tmp_path / "book.json")
    full("export", "-o", path)
    before = rows(db)
    report = full("import", path, "--json").json[0]
    assert report["new"] == []
    assert {one["ref"] for one in report["matched"] if one["record"] == "plan"} == {
        *("p1", "p2", "p3", "p4")
    }
    assert rows(db) == before


def test_of_some_people_only_theirs_go_out(full, tmp_path) -> None:
    path = tmp_path / "ada.json"
    full("tag", "ada", "vip")
    full("export", "--tag", "vip", "-o", str(path))
    found = json.loads(path.read_text())["plans"]
    assert [one["ref"] for one in found] == ["p1", "p4"]
    assert [who["name"] for who in found[0]["contacts"]] == ["Ada"]


def test_what_no_plan_can_be_is_rejected(book, tmp_path) -> None:
    path = tmp_path / "x.json"
    plan = {"happens_on": "2026-12-01", "kind": "coffee", "contacts": ["Bob Ray"]}
    path.write_text(json.dumps({"plans": [{**plan, "starts_at": "25:00"}, plan]}))
    report = book("import", str(path), "--json").json[0]
    assert [one["reason"] for one in report["rejected"]] == [
        "starts_at is not a time such as 09:30"
    ]
    assert [one["record"] for one in report["new"]] == ["plan"]
    assert plans(book)[0]["happens_on"] == "2026-12-01"


# Calendars


COMING = ("e1", "20261201T100000", "Coffee with Bob")


def test_a_calendar_goes_out_with_its_time(book, tmp_path) -> None:
    book("plan", "bob", "coffee", "2026-12-20", "10:00", "--", "her novel")
    out = book("export", "--format", "ics").out
    assert "DTSTART:20261220T100000" in out
    assert "SUMMARY:Coffee with Bob Ray" in out


@pytest.fixture
def went_out(book, tmp_path, seeded) -> str:
    """The calendar of a book with plans: of an hour and of a day, with two and with one."""
    coffee = ("coffee", "2026-12-20", "10:00", "--place", "Balthazar", "-m", "a, b")

    def fill() -> None:
        book("add", "Cy Young", "--every", "never")
        book("log", "bob", "lunch", "2026-11-20")
        book("plan", "bob", "cy", *coffee)
        book("plan", "cy", "call", "2026-12-21")

    seeded(fill)
    path = str(tmp_path / "out.ics")
    assert book("export", "--format", "ics", "-o", path).status == 0
    return path


OF_A_PLAN = ("happens_on", "starts_at", "kind", "text", "place")


def as_planned(netlog):
    return [
        (*(one[key] for key in OF_A_PLAN), [person["name"] for person in one["contacts"]])
        for one in plans(netlog)
    ]


def test_our_own_calendar_read_again_changes_nothing(book, went_out, contents) -> None:
    before = contents()
    report = book("import", went_out, "--json").json[0]
    assert (report["new"], report["rejected"]) == ([], [])
    assert [one["ref"] for one in report["matched"] if one["record"] == "plan"] == ["p1", "p2"]
    assert contents() == before


def test_a_day_without_a_year_comes_back_as_no_mistake(book, tmp_path) -> None:
    book("edit", "bob", "--birthday", "05-15", "--add-date", "name day=--09-12")
    there = str(tmp_path / "days.ics")
    book("export", "--format", "ics", "-o", there)
    read = book("import", there, "--yes")
    assert (read.status, read.out.count("netlog wrote it")) == (0, 2)


def test_our_own_calendar_brings_the_plans_to_another_book(
    book, went_out, netlog, monkeypatch, tmp_path
) -> None:
    there = as_planned(book)
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "other.db"))
    netlog("add", "Bob Ray")
    netlog("add", "Cy Young")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-22")
    assert len(netlog("import", went_out, "--json").json[0]["new"]) == 2
    assert as_planned(netlog) == there
    assert netlog("import", went_out, "--json").json[0]["new"] == []
    assert not netlog("show", "bob", "--json").json["meetings"]


def test_whom_nobody_knows_is_offered_of_our_own_calendar(
    book, went_out, netlog, monkeypatch, tmp_path
) -> None:
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "other.db"))
    netlog("import", went_out, "--yes")
    assert [one[5] for one in as_planned(netlog)] == [["Bob Ray", "Cy Young"], ["Cy Young"]]


def test_a_plan_that_was_kept_or_let_go_does_not_come_back(book, went_out, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-20")
    book("done", "p1")
    book("drop", "p2")
    assert book("import", went_out, "--json").json[0]["new"] == []
    assert plans(book) == []


def test_what_is_still_to_come_is_planned(book, calendar) -> None:
    report = book("import", calendar(COMING), "--json").json[0]
    assert [(one["record"], one["name"]) for one in report["new"]] == [
        ("plan", "plan: coffee with Bob Ray, 1 Dec")
    ]
    (plan,) = plans(book)
    assert (plan["happens_on"], plan["starts_at"], plan["kind"], plan["text"]) == (
        *("2026-12-01", "10:00", "coffee", "Coffee with Bob"),
    )
    book("undo")
    assert plans(book) == []


def test_the_same_calendar_again_changes_nothing(book, calendar, contents) -> None:
    path = calendar(COMING)
    book("import", path)
    before = contents()
    assert book("import", path, "--json").json[0]["new"] == []
    assert contents() == before


def test_an_event_that_moved_is_told_and_followed_when_asked(book, calendar) -> None:
    book("import", calendar(COMING))
    moved = calendar(("e1", "20261202T110000", "Coffee with Bob"))
    (told,) = book("import", moved, "--json").json[0]["matched"][1:]
    assert told["differs"] == ["happens_on", "starts_at"]
    assert plans(book)[0]["happens_on"] == "2026-12-01"
    book("import", moved, "--update", "overwrite")
    assert (plans(book)[0]["happens_on"], plans(book)[0]["starts_at"]) == ("2026-12-02", "11:00")


def test_an_event_that_was_called_off_is_dropped_when_asked(book, calendar) -> None:
    book("import", calendar(COMING))
    off = calendar((*COMING, "STATUS:CANCELLED\r\n"))
    book("import", off)
    assert len(plans(book)) == 1
    report = book("import", off, "--update", "overwrite", "--json").json[0]
    assert [one["ref"] for one in report["updated"]] == ["p1"]
    assert report["skipped"] == []
    (plan,) = plans(book, "--all")
    assert (plan["state"], plan["dropped_why"]) == ("dropped", "called off in the calendar")


def test_once_it_was_the_meeting_keeps_the_plan(book, calendar, monkeypatch) -> None:
    path = calendar(COMING)
    book("import", path)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-02")
    report = book("import", path, "--json").json[0]
    assert [one["record"] for one in report["new"]] == ["meeting"]
    (plan,) = plans(book, "--all")
    assert (plan["state"], plan["meeting"]["ref"]) == ("done", "m1")
    assert book("import", path, "--json").json[0]["new"] == []


@pytest.mark.parametrize("words", [("done", "p1"), ("log", "bob", "2026-12-01")])
def test_what_was_logged_of_it_is_not_doubled(book, calendar, monkeypatch, words) -> None:
    path = calendar(COMING)
    book("import", path)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-02")
    assert book(*words).status == 0
    report = book("import", path, "--json").json[0]
    assert report["new"] == []
    assert [m["ref"] for m in book("show", "bob", "--json").json["meetings"]] == ["m1"]


def test_what_was_let_go_does_not_come_back(book, calendar, monkeypatch) -> None:
    path = calendar(COMING)
    book("import", path)
    book("drop", "p1")
    assert book("import", path, "--json").json[0]["new"] == []
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-02")
    report = book("import", path, "--json").json[0]
    assert report["new"] == []
    assert [one["reason"] for one in report["skipped"]] == ["you let go of the plan, p1"]


def test_whom_nobody_knows_is_not_planned_with(netlog, calendar) -> None:
    netlog("add", "Cy")
    netlog("import", calendar(COMING))
    assert plans(netlog) == []


def test_a_dry_run_plans_nothing(book, calendar) -> None:
    report = book("import", calendar(COMING), "--dry-run", "--json").json[0]
    assert [(one["record"], one["ref"]) for one in report["new"]] == [("plan", None)]
    assert plans(book) == []


def test_a_plan_with_somebody_of_one_name_says_nothing_else_of_them(netlog, tmp_path) -> None:
    file, other = tmp_path / "plans.ics", str(tmp_path / "other.db")
    netlog("add", "Ada")
    netlog("plan", "ada", "coffee", "2026-12-05")
    netlog("export", "--format", "ics", "-o", str(file))
    netlog("--db", other, "add", "Ada")
    taken = netlog("--db", other, "import", str(file))
    assert ("Ada is" in taken.out, "Ada may" in taken.out, "left out" in taken.err) == (False,) * 3
    (plan,) = netlog("--db", other, "plan", "list", "--json").json
    assert [one["ref"] for one in plan["contacts"]] == ["c1"]
