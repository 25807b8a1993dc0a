"""A calendar that is read again with `--update overwrite` ends as it would in a fresh book."""

import sqlite3

import pytest

from netlog.formats.netlog.values import WHOLE_NUMBERS
from netlog.records.layouts import LAYOUTS

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=6"
FIRST = ("s1", "20261102T100000", WEEKLY)
MOVED = ("s1", "20261103T150000", WEEKLY)
ANN = "ATTENDEE;CN=Ann Lee:mailto:ann@x.org"


@pytest.fixture
def read(netlog, home, monkeypatch):
    """Import a calendar of these events, uid, start and further lines, into the book so called.

    You are me@x.org, on a day after the fourth of six meetings with Ivo.
    """
    pytest.importorskip("icalendar")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    config = home / "config.toml"
    config.write_text('[card]\nname = "Me"\nemail = "me@x.org"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))

    def import_(*events: tuple[str, ...], update: str = "overwrite", book: str = "n.db"):
        monkeypatch.setenv("NETLOG_DB", str(home / book))
        path = home / "calendar.ics"
        path.write_text(calendar(*events), newline="")
        return netlog("import", str(path), "--yes", "--update", update, "--json").json[0]

    return import_


def calendar(*events: tuple[str, ...]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for uid, start, *more in events:
        lines += ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:{start}"]
        lines += ["SUMMARY:Jour fixe"] if "SUMMARY" not in str(more) else []
        lines += ["ATTENDEE;CN=Ivo Bar:mailto:ivo@x.org", "ORGANIZER:mailto:me@x.org", *more]
        lines += ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


@pytest.fixture
def told(netlog):
    """The days of meetings with who was there, and those of open plans."""

    def told_() -> tuple[list, list]:
        whole = netlog("export", "--format", "json").json
        met = [
            (m["happened_on"], m["text"], tuple(sorted(c["name"] for c in m["contacts"])))
            for m in whole["meetings"]
        ]
        plans = [p for p in whole["plans"] if p["state"] == "open"]
        return sorted(met), sorted((p["happens_on"], p["starts_at"]) for p in plans)

    return told_


# What becomes of the first series of each name.
AGAIN = {
    "another weekday and hour": [("", "20261103T150000", WEEKLY)],
    "shorter": [("", "20261102T100000", "RRULE:FREQ=WEEKLY;COUNT=2")],
    "ended earlier": [("", "20261102T100000", "RRULE:FREQ=WEEKLY;UNTIL=20261110T000000Z")],
    "parted in two": [
        ("", "20261102T100000", "RRULE:FREQ=WEEKLY;COUNT=2"),
        ("_R", "20261119T100000", "RRULE:FREQ=WEEKLY;COUNT=3"),
    ],
    "one event alone": [("", "20261104T100000")],
    "every day": [("", "20261102T100000", "RRULE:FREQ=DAILY;COUNT=5")],
    "one moved": [
        ("", "20261102T100000", WEEKLY),
        ("", "20261111T100000", "RECURRENCE-ID:20261109T100000"),
    ],
    "one exchanged": [
        ("", "20261102T100000", WEEKLY, "EXDATE:20261116T100000", "RDATE:20261118T100000")
    ],
    "put off to the future": [("", "20261202T100000", WEEKLY)],
    "one more guest": [("", "20261102T100000", WEEKLY, ANN)],
}


def test_series_that_changed_end_as_in_a_fresh_book(read, told) -> None:
    first = [(name, *FIRST[1:], f"SUMMARY:{name}") for name in AGAIN]
    again = [
        (name + part, *said, f"SUMMARY:{name}")
        for name, events in AGAIN.items()
        for part, *said in events
    ]
    read(*again, book="fresh.db")
    fresh = told()
    read(*first)
    before = told()
    read(*again)
    assert told() == fresh
    assert read(*again)["updated"] == []
    read(*first)
    assert set(before[0]) <= set(told()[0])


def test_without_overwrite_it_is_told_and_nothing_is_counted_twice(read, told) -> None:
    read(FIRST)
    before = told()
    report = read(MOVED, update="fill")
    assert told() == before
    assert [one["differs"] for one in report["matched"][1:]] == [["happened_on"]] * 4 + [
        ["happens_on", "starts_at"]
    ]


def test_what_you_noted_of_it_stays_and_is_told(read, told, netlog) -> None:
    read(FIRST)
    netlog("edit", "m2", "-m", "her plans")
    netlog("edit", "m3", "--on", "2026-11-15")
    netlog("edit", "m4", "--asked", "a job")
    report = read(MOVED)
    assert [(day, text) for day, text, _ in told()[0]] == [
        ("2026-11-03", "Jour fixe"),
        ("2026-11-10", "her plans"),
        ("2026-11-15", "Jour fixe"),
        ("2026-11-24", "Jour fixe"),
    ]
    differing = [*report["matched"], *report["updated"]]
    assert [(one["ref"], one["differs"]) for one in differing if one["differs"]] == [
        ("m3", ["happened_on"]),
        ("m2", ["text"]),
    ]
    again = read(MOVED)
    assert again["updated"] == []
    shorter = read(("s1", "20261103T150000", "RRULE:FREQ=WEEKLY;COUNT=1"))
    assert [one["reason"] for one in shorter["skipped"]] == [
        f"it is no longer in the calendar, and you noted more of m{id_}: it stays"
        for id_ in (2, 3, 4)
    ]


def test_whom_you_added_or_took_off_stays_so(read, told, netlog) -> None:
    read((*FIRST, ANN))
    netlog("add", "Cy Dee")
    netlog("edit", "m1", "--with", "cy", "--rm-who", "ann")
    read(MOVED)
    assert [who for _, _, who in told()[0]] == [("Cy Dee", "Ivo Bar")] + [("Ivo Bar",)] * 3
    read((*MOVED, ANN))
    assert told()[0][0][2] == ("Cy Dee", "Ivo Bar")
    assert told()[0][1][2] == ("Ann Lee", "Ivo Bar")


def test_what_was_done_of_it_is_not_counted_twice(read, told, netlog, monkeypatch) -> None:
    read(FIRST)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-01")
    netlog("done", "p1")
    read(("s1", "20261102T150000", WEEKLY))
    assert [day for day, _, _ in told()[0]][-2:] == ["2026-11-23", "2026-11-30"]


def test_what_a_plan_became_moves_and_goes_with_its_series(read, told, monkeypatch) -> None:
    read(FIRST)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-01")
    read(FIRST)
    assert told()[0][-1][0] == "2026-11-30"
    read(("s1", "20261101T150000", WEEKLY))
    assert told()[0][-1][0] == "2026-11-29"
    read(("s1", "20261101T150000", "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert [day for day, _, _ in told()[0]] == ["2026-11-01", "2026-11-08"]


def test_what_was_called_off_and_is_to_come_after_all_is_planned_again(read, told) -> None:
    later = ("e1", "20261202T100000")
    read(later)
    read((*later, "STATUS:CANCELLED"))
    assert told()[1] == []
    read(later)
    assert told()[1] == [("2026-12-02", "10:00")]


def test_another_event_whose_uid_begins_so_is_left_alone(read, told) -> None:
    read(("s1", "20261102T100000"), ("s1/b", "20261103T100000"))
    read(("s1", "20261104T100000"))
    assert [day for day, _, _ in told()[0]] == ["2026-11-03", "2026-11-04"]


# Which change of an event it is


def test_an_older_change_moves_nothing_back(read, told) -> None:
    moved = ("e1", "20261112T100000", "SEQUENCE:2")
    read(("e1", "20261110T100000"))
    read(moved)
    report = read(("e1", "20261110T100000", "SEQUENCE:1"))
    assert [day for day, _, _ in told()[0]] == ["2026-11-12"]
    assert [one["reason"] for one in report["skipped"]] == [
        "it is older than what your book has of it: SEQUENCE 1, and 2 there"
    ]
    read(("e1", "20261110T100000", "STATUS:CANCELLED"))
    assert [day for day, _, _ in told()[0]] == ["2026-11-12"]
    read(("e1", "20261113T100000", "SEQUENCE:2"))
    assert [day for day, _, _ in told()[0]] == ["2026-11-13"]
    read(("e1", "20261110T100000", "STATUS:CANCELLED", "SEQUENCE:3"))
    assert told()[0] == []


def test_an_older_change_of_a_series_moves_nothing_back(read, told) -> None:
    read((*MOVED, "SEQUENCE:4"))
    after = told()
    assert read(FIRST)["new"] == []
    assert told() == after
    override = ("s1", "20261111T100000", "RECURRENCE-ID:20261110T150000", "SEQUENCE:5")
    read(override)
    assert [day for day, _, _ in told()[0]][1] == "2026-11-11"
    read(("s1", "20261112T100000", "RECURRENCE-ID:20261110T150000", "SEQUENCE:1"))
    assert [day for day, _, _ in told()[0]][1] == "2026-11-11"
    assert read((*MOVED, "SEQUENCE:4"), override)["updated"] == []


WEEKS = ("s1", "20261105T100000", "RRULE:FREQ=WEEKLY;COUNT=3")
APART = ("s1", "20261113T100000", "RECURRENCE-ID:20261112T100000", "SEQUENCE:5")


@pytest.mark.parametrize("today", ["2026-11-26", "2026-11-10", "2026-11-06", "2026-10-20"])
def test_one_that_moved_alone_makes_no_series_older(read, told, netlog, monkeypatch, today) -> None:
    monkeypatch.setenv("NETLOG_TODAY", today)
    read((*WEEKS, "SEQUENCE:1"), APART)
    whole = netlog("export", "--format", "json").json
    numbers = {one["uid"]: one["sequence"] for one in [*whole["meetings"], *whole["plans"]]}
    assert all(at == (5 if "11-12" in uid else 1) for uid, at in numbers.items())
    again = read((*WEEKS, "SEQUENCE:1"), APART)
    assert [one["reason"] for one in again["skipped"] if "older" in one["reason"]] == []
    assert (again["new"], again["updated"]) == ([], [])
    newer = ((*WEEKS, "SEQUENCE:2", ANN), APART)
    read(*newer)
    assert read(*newer)["updated"] == []
    with_ann = told()
    read(*newer, book="fresh.db")
    assert with_ann == told()
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-26")
    read(*newer)
    days = [(day, "Ann Lee" in who) for day, _, who in told()[0]]
    assert days == [("2026-11-05", True), ("2026-11-13", False), ("2026-11-19", True)]


@pytest.mark.parametrize("today", ["2026-11-26", "2026-11-10", "2026-10-20"])
def test_one_that_was_called_off_alone_makes_no_series_older(
    read, told, monkeypatch, today
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", today)
    read((*WEEKS, "SEQUENCE:1"), APART)
    off = (*APART[:3], "SEQUENCE:6", "STATUS:CANCELLED")
    read((*WEEKS, "SEQUENCE:1"), off)
    after = told()
    assert "2026-11-13" not in str(after)
    again = read((*WEEKS, "SEQUENCE:1"), off)
    assert [one["reason"] for one in again["skipped"] if "older" in one["reason"]] == []
    assert (again["new"], again["updated"], told()) == ([], [], after)
    read((*WEEKS, "SEQUENCE:2", ANN), off)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-26")
    read((*WEEKS, "SEQUENCE:2", ANN), off)
    assert [(day, who[0]) for day, _, who in told()[0]] == [
        ("2026-11-05", "Ann Lee"),
        ("2026-11-19", "Ann Lee"),
    ]
    assert "2026-11-26" not in str(read((*WEEKS, "SEQUENCE:1"), APART)["updated"])
    assert len(told()[0]) == 2


def test_one_that_alone_is_left_of_a_series_makes_it_not_older(read, told, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-10")
    later = ("s1", "20261112T100000", "RRULE:FREQ=WEEKLY;COUNT=2")
    read((*later, "SEQUENCE:1"), APART)
    assert told()[1] == [("2026-11-13", "10:00")]
    read((*later, "SEQUENCE:2"))
    assert told()[1] == [("2026-11-12", "10:00")]


def test_an_older_change_of_one_alone_is_skipped_within_its_series(read, told) -> None:
    read((*WEEKS, "SEQUENCE:1"), APART)
    older = ("s1", "20261114T100000", APART[2], "SEQUENCE:3")
    report = read((*WEEKS, "SEQUENCE:1"), older)
    assert [one["reason"] for one in report["skipped"]] == [
        "14 Nov: it is older than what your book has of it: SEQUENCE 3, and 5 there"
    ]
    assert [day for day, _, _ in told()[0]] == ["2026-11-05", "2026-11-13", "2026-11-19"]


def test_an_older_series_moves_nothing_back_that_moved_alone(read, told) -> None:
    series = ("s1", "20261103T100000", "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:0")
    read(series)
    read(series, ("s1", "20261112T100000", "RECURRENCE-ID:20261110T100000", "SEQUENCE:1"))
    report = read(series)
    assert [day for day, _, _ in told()[0]] == ["2026-11-03", "2026-11-12", "2026-11-17"]
    assert [one["reason"] for one in report["skipped"]] == [
        "10 Nov: it is older than what your book has of it: SEQUENCE 0, and 1 there"
    ]


def test_an_older_series_brings_nothing_back_that_was_called_off_alone(read, told) -> None:
    series = ("s1", "20261103T100000", "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:1")
    read(series)
    alone = ("s1", "20261110T100000", "RECURRENCE-ID:20261110T100000", "STATUS:CANCELLED")
    assert "taken back, as it was cancelled" in str(read(series, (*alone, "SEQUENCE:2"))["updated"])
    report = read(series)
    assert [day for day, _, _ in told()[0]] == ["2026-11-03", "2026-11-17"]
    assert [one["reason"] for one in report["skipped"]] == [
        "10 Nov: it is older than what was taken back: SEQUENCE 1, and 2 then"
    ]
    read((*series[:3], "SEQUENCE:3"))
    assert len(told()[0]) == 3


def test_of_two_changes_in_one_file_the_newer_stands(read, told) -> None:
    report = read(
        ("e1", "20261112T100000", "SEQUENCE:2"),
        ("e1", "20261110T100000"),
        ("e2", "20261116T100000", "SEQUENCE:0"),
        ("e2", "20261117T100000", "SEQUENCE:1"),
    )
    assert [day for day, _, _ in told()[0]] == ["2026-11-12", "2026-11-17"]
    assert [one["reason"] for one in report["skipped"]] == [
        "a newer change of the event stands in the file"
    ] * 2


def test_what_was_called_off_stays_so_for_an_older_change(read, told) -> None:
    later = ("e1", "20261202T100000")
    read(later)
    read((*later, "STATUS:CANCELLED", "SEQUENCE:2"))
    read((*later, "SEQUENCE:1"))
    assert told()[1] == []
    read((*later, "SEQUENCE:3"))
    assert told()[1] == [("2026-12-02", "10:00")]


CALLED_OFF = ("STATUS:CANCELLED", "SEQUENCE:3")
OLDER = "it is older than what was taken back: SEQUENCE 1, and 3 then"


def test_what_was_taken_back_stays_gone_for_an_older_file(read, told, netlog) -> None:
    met = ("e1", "20261110T100000")
    read((*met, "SEQUENCE:1"))
    read((*met, *CALLED_OFF))
    report = read((*met, "SEQUENCE:1"))
    assert report["new"] == []
    assert [one["reason"] for one in report["skipped"]] == [OLDER]
    assert told() == ([], [])
    read((*met, "SEQUENCE:4"))
    assert len(told()[0]) == 1


def test_a_series_that_was_taken_back_stays_gone_for_an_older_file(read, told) -> None:
    read((*FIRST, "SEQUENCE:1"))
    assert len(told()[0]) == 4
    read((*FIRST, *CALLED_OFF))
    after = told()
    assert after[0] == []
    read((*FIRST, "SEQUENCE:1"))
    assert told() == after


@pytest.mark.parametrize("update", ["fill", "overwrite"])
def test_what_was_off_before_it_was_known_stays_so_for_an_older_file(read, told, update) -> None:
    series = ("s1", "20261103T100000", "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:1")
    alone = ("s1", "20261110T100000", "RECURRENCE-ID:20261110T100000", *CALLED_OFF)
    met, later = ("e1", "20261112T100000"), ("e2", "20261202T100000")
    whole = ("s2", "20261104T100000", "RRULE:FREQ=WEEKLY;COUNT=2")
    newer = (series, alone, *((*one, *CALLED_OFF) for one in (met, later, whole)))
    read(*newer, update=update)
    after = told()
    assert [day for day, _, _ in after[0]] == ["2026-11-03", "2026-11-17"]
    older = (series, *((*one, "SEQUENCE:1") for one in (met, later, whole)))
    assert read(*older, update=update)["new"] == []
    assert told() == after
    again = read(*newer, update=update)
    assert (again["new"], again["updated"]) == ([], [])
    read(*((*one[:3], "SEQUENCE:4") for one in (series, met, later, whole)), update=update)
    assert (len(told()[0]), len(told()[1])) == (6, 1)


def test_what_is_off_of_an_unknown_series_makes_the_rest_not_older(read, told) -> None:
    weeks = ("s1", "20261103T100000", "RRULE:FREQ=WEEKLY;COUNT=3")
    read(("s1", "20261110T100000", "RECURRENCE-ID:20261110T100000", *CALLED_OFF))
    read((*weeks, "SEQUENCE:1"))
    assert [day for day, _, _ in told()[0]] == ["2026-11-03", "2026-11-17"]


def test_what_you_removed_stays_gone_for_an_older_file(read, told, netlog) -> None:
    met = ("e1", "20261110T100000")
    read((*met, "SEQUENCE:2"))
    netlog("remove", "m1", "--yes")
    assert read((*met, "SEQUENCE:1"))["new"] == []
    netlog("undo")
    assert len(told()[0]) == 1
    netlog("remove", "m1", "--yes")
    read((*met, "SEQUENCE:3"))
    assert len(told()[0]) == 1


@pytest.fixture
def moved(netlog, home, monkeypatch):
    """Take the book out as JSON and into an empty one, where everything goes on."""

    def move() -> None:
        path = home / "book.json"
        netlog("export", "-o", str(path))
        monkeypatch.setenv("NETLOG_DB", str(home / "other.db"))
        assert netlog("import", str(path)).status == 0
        assert netlog("export", "--format", "json").out == path.read_text()

    return move


def test_what_was_taken_back_stays_gone_in_another_book(read, told, moved) -> None:
    met = ("e1", "20261110T100000")
    read((*met, "SEQUENCE:1"), ("e2", "20261111T100000"))
    read((*met, *CALLED_OFF))
    moved()
    assert read((*met, "SEQUENCE:1"), book="other.db")["new"] == []


def test_what_you_changed_of_an_event_stays_so_in_another_book(read, netlog, moved) -> None:
    read(("e1", "20261110T100000"), ("e2", "20261111T100000"), ("e3", "20261202T100000"))
    netlog("edit", "m1", "-m", "Mine")
    netlog("edit", "p1", "--place", "Oslo")
    moved()
    report = read(
        *(("e1", "20261110T100000", "SUMMARY:Theirs"), ("e2", "20261111T100000", "SUMMARY:Theirs")),
        ("e3", "20261202T100000", "LOCATION:Bonn"),
        book="other.db",
    )
    whole = netlog("export", "--format", "json").json
    assert [one["text"] for one in whole["meetings"]] == ["Mine", "Theirs"]
    assert [one["place"] for one in whole["plans"]] == ["Oslo"]
    assert [one["ref"] for one in report["updated"]] == ["m2"]
    read(("e1", "20261110T100000", "STATUS:CANCELLED"), book="other.db")
    assert len(netlog("export", "--format", "json").json["meetings"]) == 2


def test_whom_you_took_off_stays_off_in_another_book(read, netlog, moved) -> None:
    read(("e1", "20261110T100000", ANN))
    netlog("edit", "m1", "--rm-who", "ann")
    moved()
    read(("e1", "20261110T100000", ANN), book="other.db")
    (met,) = netlog("export", "--format", "json").json["meetings"]
    assert [one["name"] for one in met["contacts"]] == ["Ivo Bar"]


def test_changes_of_events_travel_with_the_book(read, moved) -> None:
    read(("e1", "20261112T100000", "SEQUENCE:2"), ("e2", "20261202T100000", "SEQUENCE:3"))
    moved()


@pytest.mark.of_file("its columns")
def test_every_number_of_a_record_comes_back_from_json(netlog, db) -> None:
    netlog("add", "Ann Lee")
    by_hand = {"cadence_days"}  # of a rule
    read = WHOLE_NUMBERS | by_hand
    with sqlite3.connect(db) as connection:
        for layout in LAYOUTS:
            columns = connection.execute(f"PRAGMA table_info({layout.table})")
            numbers = {name for _, name, kind, *_ in columns if kind == "INTEGER"}
            keys = {key for key in layout.plain if layout.columns.get(key, key) in numbers}
            assert keys <= read | layout.flags | set(layout.numbers), layout.table
    connection.close()
