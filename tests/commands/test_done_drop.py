"""netlog done and drop: what was due is done, or let go."""

import json
from datetime import date

import pytest
from tests.conftest import Sql

from netlog.records.contacts import NewContact
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.store.writes import contacts, favors, meetings, thanks

DAY = date(2026, 11, 1)


@pytest.fixture
def book(netlog, recording, seeded):
    """One of everything since 1 November: t1, a promise f1, an ask f2, an outcome f3, c2, c3."""

    def fill() -> None:
        with recording(at=f"{DAY}T12:00:00Z") as opened:
            grace = contacts.add(opened, NewContact("Grace Hopper"))
            coffee = meetings.log(opened, NewMeeting(DAY, "coffee", (grace,)))
            thanks.add(opened, NewThanks(grace, DAY, DAY, meeting_id=coffee))
            favors.add(opened, NewFavor(grace, TO_THEM, "the slides", DAY, due_on=DAY))
            favors.add(opened, NewFavor(grace, TO_ME, "an intro", DAY, due_on=DAY, asked=True))
            hint = NewFavor(grace, TO_ME, "a hint", DAY, done_on=DAY)
            favors.add(opened, hint._replace(outcome="hired", outcome_on=DAY))
            ada = NewContact("Ada Lovelace", birthday="1996-11-25", cadence_days=0)
            contacts.add(opened, ada)
            contacts.add(opened, NewContact("Carol Danvers", cadence_days=7))
            contacts.add(opened, NewContact("Bob Moog", cadence_days=0))

    seeded(fill)
    return netlog


def due(netlog) -> list[tuple[str, str]]:
    return [(item["kind"], item["ref"]) for item in netlog("due", "--json").json]


def test_everything_is_due_at_first(book) -> None:
    assert sorted(due(book)) == [
        ("date", "c2"),
        ("outcome", "f3"),
        ("promise", "f1"),
        ("reconnect", "c3"),
        ("thanks", "t1"),
        ("waiting", "f2"),
    ]


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("t1", "Thanked Grace Hopper for coffee on 1 Nov (t1).\n"),
        ("f1", "Kept your promise to Grace Hopper: the slides (f1).\n"),
        ("f2", "Received from Grace Hopper: an intro (f2); a thank-you is open.\n"),
        ("f3", "Told Grace Hopper how it turned out: hired (f3, a hint).\n"),
        ("c2", "Noted a message to Ada Lovelace today; the birthday of 25 Nov is seen to.\n"),
        ("c3", "Noted a message to Carol Danvers today.\n"),
    ],
)
def test_done_closes_each_kind_in_its_own_words(book, ref: str, said: str) -> None:
    assert book("done", ref) == (0, said, "")
    assert ref not in [found for _, found in due(book)]


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("t1", "Dropped the thanks to Grace Hopper for coffee on 1 Nov (t1).\n"),
        ("f1", "Dropped your promise to Grace Hopper: the slides (f1).\n"),
        ("f2", "Dropped what you asked Grace Hopper for: an intro (f2).\n"),
        ("f3", "Dropped the news for Grace Hopper: hired (f3).\n"),
        (
            "c2",
            "Ada Lovelace: the birthday of 25 Nov is let go.\n"
            "Ada Lovelace comes up on 18 Nov 2027 for the birthday.\n",
        ),
        ("c3", "Carol Danvers is skipped this once, and comes up again on 30 Nov.\n"),
    ],
)
def test_drop_lets_go_of_each_kind_and_says_of_what(book, ref: str, said: str) -> None:
    assert book("drop", ref) == (0, said, "")
    assert ref not in [found for _, found in due(book)]


def test_what_came_is_owed_thanks(book) -> None:
    book("done", "f2")
    (thanks,) = [t for t in book("show", "grace", "--json").json["thanks"] if t["favor"]]
    assert (thanks["favor"]["ref"], thanks["due_on"]) == ("f2", "2026-11-25")


def test_no_thank_you_is_spoken_of_when_favors_open_none(book, tmp_path, monkeypatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[thanks]\nfavor = "never"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    assert "thank-you" not in book("done", "f2").out
    assert [t for t in book("show", "grace", "--json").json["thanks"] if t["favor"]] == []


def test_done_for_a_person_counts_as_a_touch(book) -> None:
    book("done", "c3")
    carol = book("show", "carol", "--json").json
    assert carol["last_touch_on"] == "2026-11-23"
    assert [meeting["kind"] for meeting in carol["meetings"]] == ["message"]


def test_done_for_a_person_who_is_not_due_yet_leaves_what_is_far_ahead(book, monkeypatch) -> None:
    """Being in touch today wishes nobody well for a birthday of the summer."""
    book("add", "Bea", "--birthday", "--07-01", "--every", "weekly")
    book("done", "c5")
    monkeypatch.setenv("NETLOG_TODAY", "2027-06-28")
    assert ("date", "c5.1") in due(book)


def test_drop_for_a_person_is_no_touch_and_skips_once(book) -> None:
    book("drop", "c3")
    carol = book("show", "carol", "--json").json
    assert (carol["last_touch_on"], carol["meetings"]) == (None, [])
    assert carol["next_due_on"] == "2026-11-30"


@pytest.mark.parametrize("command", ["done", "drop"])
def test_a_birthday_that_was_closed_comes_up_next_year(book, monkeypatch, command: str) -> None:
    book(command, "c2")
    monkeypatch.setenv("NETLOG_TODAY", "2027-11-23")
    assert ("date", "c2") in due(book)


def test_a_reason_that_would_be_lost_is_refused(book) -> None:
    refused = book("drop", "c3", "--why", "she travels")
    assert refused.status == 2
    assert "keeps no reason" in refused.err
    assert "netlog log c3 note -- TEXT" in refused.err


@pytest.fixture
def several_days(netlog, monkeypatch):
    """Ada's birthday today, her wedding tomorrow, her name day in five days, and a rhythm."""
    monkeypatch.setenv("NETLOG_TODAY", "2026-09-01")
    netlog("add", "Ada", "--birthday", "--11-23", "--every", "30d")
    netlog("edit", "ada", "--add-date", "wedding=2010-11-24", "--add-date", "name day=--11-28")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    return netlog


def days_of(netlog) -> list[tuple[str, str, str]]:
    return [
        (one["ref"], one["kind"], one["about"].split(",")[0])
        for one in netlog("due", "--json").json
    ]


BIRTHDAY, WEDDING = ("c1.1", "date", "birthday"), ("c1.2", "date", "wedding")
NAME_DAY = ("c1.3", "date", "name day")


def test_each_line_of_somebody_is_settled_by_its_own_command(several_days) -> None:
    there = days_of(several_days)
    assert there[:3] == [BIRTHDAY, WEDDING, NAME_DAY]
    assert there[3][:2] == ("c1", "reconnect")
    said = several_days("drop", "c1.2").out
    assert said.startswith("Ada: the wedding of 24 Nov is let go.\n")
    assert days_of(several_days) == [BIRTHDAY, NAME_DAY, there[3]]
    said = several_days("done", "c1.3").out
    assert said == (
        "Noted a message to Ada today; the name day of 28 Nov and the birthday of 23 Nov "
        "are seen to.\n"
    )
    assert days_of(several_days) == []


def test_a_touch_greets_for_today_and_for_no_day_to_come(several_days) -> None:
    said = several_days("done", "c1").out
    assert said == "Noted a message to Ada today; the birthday of 23 Nov is seen to.\n"
    assert days_of(several_days) == [WEDDING, NAME_DAY]
    said = several_days("drop", "c1.2", "c1.3").out
    assert "the wedding of 24 Nov and the name day of 28 Nov" in said
    assert days_of(several_days) == []


def test_several_lines_of_somebody_are_settled_with_one_message(several_days) -> None:
    said = several_days("done", "c1.2", "c1", "c1.1").out
    assert said == (
        "Noted a message to Ada today; the wedding of 24 Nov and the birthday of 23 Nov "
        "are seen to.\n"
    )
    assert len(several_days("show", "ada", "--json").json["meetings"]) == 1
    assert days_of(several_days) == [NAME_DAY]


@pytest.mark.parametrize("command", ["done", "drop"])
def test_what_a_look_ahead_prints_is_what_it_settles(netlog, monkeypatch, command: str) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-08-28")
    netlog("log", "+Zed", "coffee", "--no-thanks")
    netlog("edit", "zed", "--birthday", "1980-11-29", "--every", "90d")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    ahead = netlog("due", "--within", "7d", "--json").json
    assert [(one["ref"], one["kind"]) for one in ahead] == [("c1.1", "date"), ("c1", "reconnect")]
    assert due(netlog) == [("date", "c1.1")]
    netlog(command, "c1")
    assert due(netlog) == [("date", "c1")]
    assert netlog("show", "zed", "--json").json["next_due_on"] == "2027-02-21"
    netlog("undo")
    netlog(command, "c1.1")
    assert due(netlog) == []


def test_skipping_somebody_lets_no_day_of_theirs_pass(several_days) -> None:
    several_days("drop", "c1")
    assert days_of(several_days) == [BIRTHDAY, WEDDING, NAME_DAY]


def test_one_day_is_put_off_alone(several_days, monkeypatch) -> None:
    there = days_of(several_days)
    said = several_days("snooze", "c1.3", "2d").out
    assert said == "The name day of Ada (c1.3) comes up again on 25 Nov.\n"
    assert days_of(several_days) == [BIRTHDAY, WEDDING, there[3]]
    assert several_days("snooze", "c1.1", "1w").out.endswith("again on 26 Nov.\n")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    assert NAME_DAY in days_of(several_days)
    several_days("snooze", "c1.1", "--off")
    assert BIRTHDAY in days_of(several_days)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-26")
    refused = several_days("snooze", "c1.1", "1w")
    assert (refused.status, "cannot be put off any longer" in refused.err) == (1, True)
    assert several_days("snooze", "c1.2", "1d", "--why", "ill").status == 2
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    several_days("undo")
    assert BIRTHDAY not in days_of(several_days)


@pytest.mark.parametrize("typed", [("drop", "c1.2"), ("snooze", "c1.2", "1d")])
def test_a_day_keeps_no_reason_and_a_note_does(several_days, typed) -> None:
    refused = several_days(*typed, "--why", "she travels")
    assert refused.status == 2
    assert refused.err.startswith("netlog: A yearly day keeps no reason.")
    assert refused.err.endswith(" A note does: netlog log c1 note -- TEXT\n")
    assert WEDDING in days_of(several_days)


def test_a_day_that_is_over_is_not_settled_for_another_year(several_days) -> None:
    several_days("done", "c1.1")
    again = several_days("done", "c1.1")
    assert (again.status, "c1.1 is not due" in again.err) == (3, True)
    assert several_days("done", "c1.9").status == 3
    refused = several_days("remove", "c1.1", "--yes")
    assert (refused.status, refused.err.count("they are c1.")) == (3, 1)
    assert several_days("log", "c1.1", "--create").status == 3


@pytest.mark.parametrize("command", ["done", "drop"])
def test_a_day_months_ahead_is_settled_by_its_own_ref(netlog, command: str) -> None:
    """Beside a day that is near and a reminder, and once alone."""
    netlog("add", "Zed", "--birthday", "1980-11-27", "--add-date", "wedding=2010-03-25")
    netlog("log", "zed", "message", "--next", "2027-01-20", "--", "the roof")
    ahead = [one["settle"] for one in netlog("due", "--within", "6m", "--json").json]
    assert ["netlog", "done", "c1.2"] in ahead
    assert netlog(command, "c1.2").status == 0
    left = {one["ref"] for one in netlog("due", "--within", "6m", "--json").json}
    assert left == {"c1.1", "c1"}
    assert (netlog(command, "c1.2").status, netlog(command, "c1.1").status) == (3, 0)


@pytest.mark.parametrize("command", ["done", "drop"])
def test_the_same_day_of_another_year_is_not_settled_by_the_own_ref(netlog, command: str) -> None:
    netlog("add", "Zed", "--birthday", "1980-11-23", "--every", "never")
    assert (netlog(command, "c1").status, netlog(command, "c1").status) == (0, 3)


@pytest.mark.parametrize("command", ["done", "drop"])
def test_of_somebody_with_other_lines_alone_these_are_named(netlog, command: str) -> None:
    """Nobody hears that nothing is due about whom the morning shows."""
    netlog("add", "Bo", "--every", "never")
    assert "Nothing about Bo is due." in netlog(command, "c1").err
    netlog("favor", "ask", "bo", "a reference", "--by", "2026-11-23")
    refused = netlog(command, "c1")
    assert (refused.status, "Of Bo only the ask f1 is due." in refused.err) == (3, True)
    assert "netlog done f1, or netlog drop f1" in refused.err
    netlog("log", "bo", "coffee", "2026-11-12")
    netlog("plan", "bo", "lunch", "tomorrow")
    refused = json.loads(netlog(command, "c1", "--json").err)["error"]["candidates"]
    shown = netlog("due", "--json").json
    assert {one["ref"] for one in refused} == {one["ref"] for one in shown} > {"f1"}


def test_a_day_put_off_survives_the_way_through_json(several_days, tmp_path) -> None:
    several_days("snooze", "c1.3", "2d")
    several_days("snooze", "c1.1", "2d")
    several_days("export", "-o", str(tmp_path / "book.json"))
    other = ("--db", str(tmp_path / "other.db"))
    several_days("import", str(tmp_path / "book.json"), *other)
    there = several_days("due", "--json", *other).json
    assert [one["about"].split(",")[0] for one in there if one["kind"] == "date"] == ["wedding"]


def test_dropping_a_reminder_forgets_it(book, monkeypatch) -> None:
    book("log", "ada", "--kind", "note", "--next", "2026-12-01")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-02")
    assert ("reconnect", "c2") in due(book)
    book("drop", "c2")
    assert book("show", "ada", "--json").json["next_due_on"] is None


def test_why_it_was_dropped_is_remembered(book) -> None:
    book("drop", "t1", "--why", "she left the country")
    thanks = book("show", "t1", "--json").json
    assert (thanks["state"], thanks["dropped_on"]) == ("dropped", "2026-11-23")
    assert thanks["dropped_why"] == "she left the country"


def test_several_are_closed_at_once(book) -> None:
    closed = book("done", "t1", "F1", "c3", "t1", "--json").json
    assert [record["ref"] for record in closed] == ["t1", "f1", "c3"]
    # Grace was thanked today, which nudges her for the introduction.
    assert sorted(kind for kind, _ in due(book)) == ["date", "outcome"]


def test_json_shows_each_record_as_it_now_stands(book) -> None:
    thanks, favor = book("drop", "t1", "f1", "--json").json
    assert (thanks["state"], favor["state"]) == ("dropped", "dropped")


@pytest.mark.parametrize(
    ("refs", "status"),
    [
        ("t1 t99", 3),
        ("f1 f99", 3),
        ("c3 c99", 3),
        ("t1 c4", 3),  # of Bob, who is never due, nothing comes up within a year
        ("t1 grace", 2),
        ("t1 m1", 2),
        ("", 2),
    ],
)
def test_with_one_wrong_ref_none_is_closed(book, contents, refs: str, status: int) -> None:
    before = contents()
    for command in ("done", "drop"):
        assert book(command, *refs.split()).status == status
    assert contents() == before


def test_the_journal_has_them_in_the_order_in_which_they_were_named(netlog, sql: Sql) -> None:
    netlog("add", "Grace Hopper")
    for number in range(6):
        netlog("favor", "promise", "grace", f"slides {number}")
    named = [3, 1, 6, 2, 5, 4]
    assert netlog("done", *(f"f{number}" for number in named)).status == 0
    rows = sql(
        "SELECT row_id FROM change c JOIN batch b ON b.id = c.batch_id "
        "WHERE command = 'done' AND table_name = 'favor' ORDER BY c.id"
    )
    assert [row_id for (row_id,) in rows] == named


@pytest.mark.parametrize("ref", ["t1", "f1", "f3"])
def test_what_is_closed_cannot_be_closed_again(book, ref: str) -> None:
    book("done", ref)
    for command in ("done", "drop"):
        refused = book(command, ref)
        assert refused.status == 3
        assert ref in refused.err


@pytest.mark.parametrize("every", ["never", "30d"])
@pytest.mark.parametrize("on", ["2026-11-20", "2026-11-25", "2026-11-26", "2026-11-28"])
def test_each_choice_of_a_birthday_ends_its_line_for_today(
    netlog, monkeypatch, every: str, on: str
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-10")
    netlog("log", "+Zed", "coffee", "--no-thanks")
    netlog("edit", "zed", "--birthday", "1980-11-25", "--every", every)
    monkeypatch.setenv("NETLOG_TODAY", on)
    (line,) = netlog("due", "--json").json
    assert len(line["choices"]) == 3
    for choice in line["choices"]:
        chosen = netlog(*choice["argv"][1:])
        assert chosen.status == 0, chosen.err
        assert due(netlog) == []
        netlog("undo")
        assert netlog("due", "--json").json == [line]


def test_what_is_far_ahead_beside_a_birthday_is_settled_by_what_it_prints(netlog) -> None:
    netlog("log", "+Zed", "coffee", "2026-11-20", "--no-thanks")
    netlog("edit", "zed", "--birthday", "1980-11-29", "--every", "50d")
    look = ("due", "--within", "48d", "--json")
    birthday, back = netlog(*look).json
    assert [(one["ref"], one["kind"]) for one in (birthday, back)] == [
        ("c1.1", "date"),
        ("c1", "reconnect"),
    ]
    for argv in (back["settle"], *(way["argv"] for way in back["choices"])):
        netlog(*argv[1:])
        assert [(one["ref"], one["kind"]) for one in netlog(*look).json] == [("c1", "date")]
        netlog("undo")
    netlog("drop", "c1.1")
    assert [(one["ref"], one["kind"]) for one in netlog(*look).json] == [("c1", "reconnect")]


def test_an_undo_names_the_reminder_that_is_back(netlog) -> None:
    netlog("log", "+Zed", "coffee", "--no-thanks", "--next", "50d", "--", "the slides")
    netlog("done", "c1")
    assert "Zed (c1), reminder of 12 Jan 2027 dropped (the slides)" in netlog("undo").out


@pytest.mark.parametrize("every", ["never", "2w"])
@pytest.mark.parametrize(("birthday", "ahead"), [("11-29", 50), ("11-24", 60), ("12-29", 100)])
def test_a_reminder_behind_a_birthday_is_settled_by_what_it_prints(
    netlog, every: str, birthday: str, ahead: int
) -> None:
    netlog("add", "Zed", "--birthday", f"1980-{birthday}", "--every", every)
    netlog("log", "zed", "coffee", "--no-thanks", "--next", f"{ahead}d", "--", "the slides")
    look = ("due", "--within", "110d", "--json")
    (line,) = [one for one in netlog(*look).json if one["about"] == "the slides"]
    assert "netlog drop c1\n" not in netlog("due", "--within", "110d", "--kind", "reconnect").out
    for argv in (line["settle"], *(way["argv"] for way in line["choices"][:1])):
        assert netlog(*argv[1:]).status == 0
        there = netlog(*look).json
        assert "c1" not in [one["ref"] for one in there if one["kind"] == "reconnect"]
        assert [one["kind"] for one in there] == ["date"]
        netlog("undo")


@pytest.mark.parametrize("within", ["366d", "2y"])
def test_a_yearly_day_just_seen_to_is_not_listed_for_the_year_after(netlog, within: str) -> None:
    netlog("add", "Zed", "--birthday", "1980-11-29", "--add-date", "wedding=2010-02-20")
    look = ("due", "--within", within, "--kind", "date", "--json")
    assert [one["ref"] for one in netlog(*look).json] == ["c1.1", "c1.2"]
    netlog("drop", "c1.1")
    (left,) = netlog(*look).json
    assert left["about"].startswith("wedding")
    assert netlog(*left["settle"][1:]).status == 0
    assert netlog(*look).json == []
    assert netlog("done", "c1.1").status == 3


def test_a_reminder_years_ahead_is_settled_by_what_it_prints(netlog) -> None:
    netlog("log", "+Zed", "coffee", "--no-thanks", "--next", "2y", "--", "the slides")
    look = ("due", "--within", "30m", "--json")
    (line,) = netlog(*look).json
    assert netlog(*line["settle"][1:]).status == 0
    assert line["about"] not in [one["about"] for one in netlog(*look).json]
