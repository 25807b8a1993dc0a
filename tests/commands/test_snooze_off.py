"""netlog snooze --off, and the day on which somebody really comes up."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Ann, to be in touch with every week, and last today; Bo, never."""

    def fill() -> None:
        netlog("add", "Ann", "--every", "7d", "--log", "hi", "--kind", "message")
        netlog("add", "Bo", "--every", "never")

    seeded(fill)
    return netlog


def due_on(netlog, who: str):
    return netlog("show", who, "--json").json["next_due_on"]


@pytest.mark.parametrize(
    ("wait", "said"), [("6m", "23 May 2027"), ("2d", "30 Nov"), ("30 nov", "30 Nov")]
)
def test_the_day_that_is_named_is_the_day_they_come(book, wait: str, said: str) -> None:
    assert book("snooze", "ann", *wait.split()).out == f"Ann comes up again on {said}.\n"


def test_it_is_lifted(book) -> None:
    book("snooze", "ann", "6m", "--why", "travelling")
    assert book("snooze", "ann", "--off").out == "Ann comes up again on 30 Nov.\n"
    ann = book("show", "ann", "--json").json
    assert (ann["next_due_on"], ann["snoozed_until"], ann["snoozed_why"]) == (
        *("2026-11-30", None, None),
    )


def test_a_reminder_is_lifted_with_its_reason(book) -> None:
    book("log", "bo", "note", "--next", "friday", "--", "second round")
    assert due_on(book, "bo") == "2026-11-27"
    assert book("snooze", "bo", "--off").out.startswith("Bo does not come up by itself")
    bo = book("show", "bo", "--json").json
    assert (bo["next_due_on"], bo["remind_on"], bo["remind_why"]) == (None, None, None)


def test_a_snooze_before_a_reminder_does_not_delay_it_and_one_after_does(book) -> None:
    book("snooze", "ann", "3w")
    book("log", "ann", "note", "--next", "2026-11-25", "--", "call her")
    assert due_on(book, "ann") == "2026-11-25"
    assert book("snooze", "ann", "2026-11-28").out == (
        "Ann comes up again on 28 Nov.\n"
        "The reminder of Ann for 25 Nov (call her) moves to 28 Nov.\n"
    )
    assert due_on(book, "ann") == "2026-11-28"
    assert book("show", "ann", "--json").json["remind_on"] == "2026-11-28"
    assert "28 Nov: call her" in book("show", "ann").out
    assert "28 Nov: call her" in book("brief", "ann").out


@pytest.mark.parametrize("ref", ["t1", "f1"])
def test_records_are_put_off_and_back(book, ref: str) -> None:
    book("log", "ann", "coffee", "--owe", "slides")
    assert " up again on 3 Dec" in book("snooze", ref, "2026-12-03").out
    back = {
        "t1": "The thanks to Ann for coffee on 23 Nov (t1) come up again on 25 Nov.\n",
        "f1": "Your promise to Ann: slides (f1) comes up again on 30 Nov.\n",
    }
    assert book("snooze", ref, "--off").out == back[ref]


def test_what_is_due_already_is_said_to_be(book, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-09")
    book("snooze", "ann", "2w")
    assert book("snooze", "ann", "--off").out == "Ann is due now.\n"


@pytest.mark.parametrize("words", [(), ("--off", "2w"), ("--off", "--why", "x")])
def test_one_thing_is_said(book, words: tuple[str, ...]) -> None:
    assert book("snooze", "ann", *words).status == 2


def test_of_the_archived_no_day_is_announced(book) -> None:
    book("archive", "ann")
    assert book("snooze", "ann", "2w").out == (
        "Ann does not come up by itself: netlog unarchive c1.\n"
    )


def test_it_can_be_taken_back(book) -> None:
    book("snooze", "ann", "6m")
    book("snooze", "ann", "--off")
    book("undo")
    assert due_on(book, "ann") == "2027-05-23"


def test_a_reminder_that_was_moved_comes_on_its_day_whatever_happens_before(
    book, monkeypatch: pytest.MonkeyPatch
) -> None:
    book("log", "bo", "note", "--next", "friday", "--", "second round")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-27")
    assert "moves to 18 Dec" in book("snooze", "bo", "2026-12-18").out
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-05")
    book("log", "bo", "message", "-m", "the trains run again")
    assert due_on(book, "bo") == "2026-12-18"
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-18")
    (line,) = (one for one in book("due", "--json").json if one["ref"] == "c2")
    assert (line["kind"], line["about"]) == ("reconnect", "second round")
    book("log", "bo", "message", "-m", "wrote to him")
    assert due_on(book, "bo") is None


def test_a_snooze_wakes_no_reminder_that_a_touch_has_ended(book, monkeypatch) -> None:
    book("log", "bo", "note", "--next", "friday", "--", "second round")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-28")
    book("log", "bo", "message", "-m", "how it went")
    assert "reminder" not in book("snooze", "bo", "2026-12-18").out
    book("log", "bo", "message", "-m", "once more")
    assert due_on(book, "bo") is None
