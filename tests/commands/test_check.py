"""netlog check: a look before you ask, for people and for scripts."""

from pathlib import Path

import pytest


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        netlog("add", "Carol Danvers")
        netlog("add", "Ada Lovelace")

    seeded(fill)
    return netlog


@pytest.fixture
def configured(tmp_path: Path, monkeypatch):
    """Write the config file that this test's netlog reads."""
    path = tmp_path / "config.toml"
    path.touch()
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    return path.write_text


def codes(netlog, who: str = "carol") -> list[str]:
    return [reason["code"] for reason in netlog("check", who, "--json").json["reasons"]]


def ask(netlog, *days: str) -> None:
    for day in days:
        asked = netlog("log", "carol", "--kind", "email", "--asked", "an intro", "--on", day)
        assert asked.status == 0


def test_somebody_new_may_be_asked(book) -> None:
    assert book("check", "carol", "--json").json == {
        "contact": {"id": 1, "ref": "c1", "name": "Carol Danvers"},
        "fine": True,
        "reasons": [],
        "last": [],
        "bills": {"paid_by": None, "paid_on": None, "turn": None, "text": None},
        "last_touch_on": None,
        "go_ahead": "Go ahead: new in your book.",
        "instead": None,
        "advice": None,
    }


def test_that_nothing_speaks_against_it_is_said(book) -> None:
    assert book("check", "carol").out == (
        "Before you ask Carol Danvers (c1)\n  Go ahead: new in your book.\n"
    )
    book("log", "carol", "--kind", "email", "--on", "2026-11-05")
    assert "  Go ahead: nothing owed, last in touch 5 Nov.\n" in book("check", "carol").out


def test_thanked_and_told_is_whoever_was(book, monkeypatch) -> None:
    book("favor", "receive", "carol", "a lead at Acme", "--on", "2026-11-10")
    book("thank", "carol", "--on", "2026-11-12")
    book("told", "carol", "they hired me")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    assert "  Go ahead: thanked, told, last in touch 23 Nov.\n" in book("check", "carol").out
    monkeypatch.setenv("NETLOG_TODAY", "2027-11-25")
    book("log", "carol", "email")
    assert "  Go ahead: nothing owed, last in touch 25 Nov.\n" in book("check", "carol").out


def test_what_is_promised_is_owed_before_its_day(book) -> None:
    book("log", "carol", "email", "--owe", "the slides by 1 dec")
    assert "  Go ahead: last in touch 23 Nov.\n" in book("check", "carol").out


def test_what_is_not_so_is_not_said_of_somebody_fine(netlog, monkeypatch) -> None:
    netlog("add", "Met", "--met-on", "2026-11-20")
    assert "Go ahead: newly met." in netlog("check", "met").out
    netlog("add", "Ann", "--log", "caught up", "--kind", "call", "--on", "2026-10-01")
    assert "Go ahead: last in touch 1 Oct." in netlog("check", "ann").out
    netlog("favor", "receive", "ann", "a lead at Acme", "--on", "2026-11-20")
    netlog("thank", "ann")
    assert "Go ahead: thanked, last in touch 23 Nov." in netlog("check", "ann").out


def test_each_reason_is_data(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "2026-11-02")
    ask(book, "2026-11-09", "2026-11-16", "2026-11-20")
    found = book("check", "carol", "--json").json
    assert not found["fine"]
    assert found["reasons"] == [
        {
            "code": "asks_in_a_row",
            "text": "you asked on 9 Nov, 16 Nov and 20 Nov, with nothing for them in between",
            "number": 3,
            "since": "2026-11-09",
        },
        {
            "code": "asks_in_90_days",
            "text": "this would be the fourth ask in 90 days",
            "number": 3,
            "since": "2026-11-09",
        },
        {
            "code": "not_thanked",
            "text": "you have not thanked them for the coffee of 2 Nov",
            "number": 21,
            "since": "2026-11-02",
        },
        {
            "code": "one_sided",
            "text": "in a year you asked three times, and did nothing for them",
            "number": 3,
            "since": None,
        },
    ]
    assert found["instead"] == "Thank them for the coffee of 2 Nov."
    assert found["advice"] == "What would you do in my place?"


def test_a_person_reads_the_same_reasons_and_what_to_do_instead(book) -> None:
    ask(book, "2026-11-09", "2026-11-16", "2026-11-20")
    shown = book("check", "carol").out
    for said in (
        "you asked on 9 Nov, 16 Nov and 20 Nov, with nothing for them in between",
        "this would be the fourth ask in 90 days",
        "Ask how they are.",
        "What would you do in my place?",
    ):
        assert said in shown
    assert shown.count("Carol") == 1


def test_the_question_for_advice_says_what_you_look_for(book, configured) -> None:
    configured('[me]\nlooking_for = "a first client"\n')
    ask(book, "2026-11-16", "2026-11-20")
    advice = book("check", "carol", "--json").json["advice"]
    assert advice == "I am looking for a first client; what would make my search succeed?"


def test_looking_changes_nothing_and_succeeds_whatever_it_finds(book, contents) -> None:
    ask(book, "2026-11-09", "2026-11-16", "2026-11-20")
    before = contents()
    assert book("check", "carol").status == 0
    assert contents() == before


def test_each_contact_is_an_ask_a_gift_thanks_or_simply_a_touch(book) -> None:
    book("log", "carol", "--kind", "email", "--on", "2026-11-01")
    book("log", "carol", "--kind", "email", "--on", "2026-11-02", "--asked", "an intro")
    book("favor", "give", "carol", "a reference", "--on", "2026-11-03")
    book("favor", "receive", "carol", "read my CV", "--on", "2026-11-04")
    book("thank", "carol", "--on", "2026-11-05")
    last = book("check", "carol", "--json").json["last"]
    assert [(one["on"], one["kind"], one["ref"]) for one in last] == [
        ("2026-11-05", "thanks", "t1"),
        ("2026-11-04", "help", "f3"),
        ("2026-11-03", "gift", "f2"),
        ("2026-11-02", "ask", "f1"),
        ("2026-11-01", "touch", "m1"),
    ]


def test_a_note_is_no_contact(book) -> None:
    book("log", "carol", "--kind", "note", "-m", "She likes bees")
    assert book("check", "carol", "--json").json["last"] == []


def test_an_ask_at_a_meeting_of_several_was_asked_of_the_first_alone(book) -> None:
    book("log", "carol", "ada", "--kind", "email", "--asked", "an intro")
    last = {who: book("check", who, "--json").json["last"][0]["kind"] for who in ("carol", "ada")}
    assert last == {"carol": "ask", "ada": "touch"}


def test_an_ask_written_down_in_a_note_was_asked_nonetheless(book) -> None:
    book("log", "carol", "--kind", "note", "--asked", "an intro")
    assert [one["kind"] for one in book("check", "carol", "--json").json["last"]] == ["ask"]


def test_something_given_ends_the_row_of_asks(book) -> None:
    ask(book, "2026-11-09", "2026-11-16", "2026-11-20")
    book("favor", "give", "carol", "a reference")
    assert "asks_in_a_row" not in codes(book)


@pytest.mark.parametrize("promised", ["at a meeting", "by itself"])
def test_a_promise_kept_ends_the_row_of_asks(book, promised: str) -> None:
    if promised == "at a meeting":
        book("log", "carol", "--kind", "email", "--owe", "the slides", "--on", "2026-11-02")
    else:
        book("favor", "promise", "carol", "the slides")
    ask(book, "2026-11-09", "2026-11-16", "2026-11-20")
    assert "asks_in_a_row" in codes(book)
    book("done", "f1")
    assert "asks_in_a_row" not in codes(book)


def test_an_outcome_that_was_not_told_is_a_reason_from_the_day_after(book, monkeypatch) -> None:
    book("favor", "receive", "carol", "read my CV")
    book("thank", "carol")
    book("favor", "outcome", "f1", "hired")
    assert codes(book) == []
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert codes(book) == ["not_told"]
    book("told", "carol", "hired, from January on")
    assert codes(book) == []


def test_a_promise_and_an_ask_past_their_days_are_reasons(book, monkeypatch) -> None:
    book("favor", "promise", "carol", "the slides", "--by", "2026-11-25")
    book("favor", "ask", "carol", "an intro", "--by", "2026-11-26")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-27")
    assert sorted(codes(book)) == ["promised", "still_waiting"]
    shown = book("check", "carol").out
    assert "you promised this by 25 Nov: the slides" in shown
    assert "you still wait for an intro since 23 Nov: answer or nudge first" in shown
    book("done", "f1", "f2")
    book("thank", "carol")
    assert codes(book) == []


@pytest.mark.parametrize(
    ("what", "nudge"),
    [("an intro", "an intro"), ("to read my CV", "them to read my CV")],
)
def test_where_an_answer_is_waited_for_it_begins_with_the_nudge(
    netlog, monkeypatch, what, nudge
) -> None:
    netlog("add", "Dana Lee")
    netlog("favor", "ask", "dana", what)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-09")
    begins = f"Ask how they are, and nudge kindly for {nudge}."
    assert netlog("check", "dana", "--json").json["instead"] == begins
    (found,) = netlog("reconnect", "dana", "--json").json
    assert found["opening"] == {"text": begins, "ref": "f1"}
    monkeypatch.setenv("NETLOG_TODAY", "2027-02-09")
    assert netlog("check", "dana", "--json").json["instead"] == "Ask how they are."


def test_somebody_met_long_ago_and_never_touched_is_to_be_asked_how_they_are(netlog) -> None:
    netlog("add", "Dana", "--met-on", "2014-05-01")
    (reason,) = netlog("check", "dana", "--json").json["reasons"]
    assert (reason["code"], reason["since"]) == ("never_in_touch", "2014-05-01")
    assert reason["text"] == (
        "not in touch since you met in 2014: begin with how they are, then ask for advice"
    )


def test_what_check_calls_fine_is_warned_of_by_no_ask(book) -> None:
    assert book("check", "carol", "--json").json["fine"]
    assert "Mind" not in book("favor", "ask", "carol", "an intro").err


def test_a_dropped_thank_you_is_no_reason(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "2026-11-02")
    assert codes(book) == ["not_thanked"]
    book("drop", "t1")
    assert codes(book) == []


def test_silence_is_a_reason(book) -> None:
    book("every", "carol", "never")
    book("log", "carol", "--kind", "email", "--on", "2025-09-23")
    (reason,) = book("check", "carol", "--json").json["reasons"]
    assert (reason["code"], reason["number"], reason["since"]) == ("silent", 426, "2025-09-23")
    assert reason["text"] == "silent for 14 months: begin with something for them"


@pytest.mark.parametrize(("on", "silent"), [("2026-10-10", False), ("2026-10-09", True)])
def test_silence_is_half_as_much_again_as_was_meant(book, on: str, silent: bool) -> None:
    book("every", "carol", "monthly")
    book("log", "carol", "--kind", "email", "--on", on)
    assert codes(book) == (["silent"] if silent else [])


def test_who_paid_last_and_whose_turn_it_is_are_said(book) -> None:
    book("log", "carol", "--kind", "lunch", "--on", "2026-11-08", "--invited", "me")
    book("log", "carol", "--kind", "lunch", "--on", "2026-11-09", "--paid", "them", "--thanked")
    bills = book("check", "carol", "--json").json["bills"]
    assert bills == {
        "paid_by": "them",
        "paid_on": "2026-11-09",
        "turn": "me",
        "text": "They paid last (lunch on 9 Nov): your turn to invite and pay.",
    }
    assert bills["text"] in book("check", "carol").out


# Thresholds


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("asks_in_a_row = 1", "asks_in_a_row"),
        ("asks_in_90_days = 1", "asks_in_90_days"),
        ("asks_in_a_quarter = 1", "asks_in_90_days"),
        ("silent_days = 3", "silent"),
    ],
)
def test_a_stricter_threshold_speaks_sooner(book, configured, setting: str, code: str) -> None:
    book("every", "carol", "never")
    ask(book, "2026-11-20")
    assert codes(book) == []
    configured(f"[check]\n{setting}\n")
    assert codes(book) == [code]


def test_a_laxer_threshold_speaks_later(book, configured) -> None:
    ask(book, "2026-11-09", "2026-11-16")
    book("favor", "give", "carol", "a hint", "--on", "2026-11-17")
    ask(book, "2026-11-18", "2026-11-20")
    assert codes(book) == ["asks_in_a_row", "asks_in_90_days"]
    configured("[check]\nasks_in_a_row = 9\nasks_in_90_days = 9\n")
    assert codes(book) == []


@pytest.mark.parametrize(
    "lines",
    ["asks_in_90_days = 9\nasks_in_a_quarter = 1", "asks_in_a_quarter = 1\nasks_in_90_days = 9"],
)
def test_of_both_names_of_a_threshold_the_new_one_holds(book, configured, lines: str) -> None:
    ask(book, "2026-11-20")
    configured(f"[check]\n{lines}\n")
    assert codes(book) == []


def test_the_warning_before_an_ask_follows_the_same_thresholds(book, configured) -> None:
    ask(book, "2026-11-20")
    configured("[check]\nasks_in_a_row = 1\n")
    asked = book("favor", "ask", "carol", "an intro")
    assert asked.status == 0
    assert asked.err == "Mind: you asked on 20 Nov, with nothing for them in between.\n"


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("[check]\nasks_in_a_row = 0\n", "asks_in_a_row"),
        ("[check]\nasks_in_a_quarter = true\n", "asks_in_a_quarter"),
        ('[check]\nsilent_days = "a year"\n', "silent_days"),
        ("[check]\nsilent_days = 1.5\n", "silent_days"),
        ("[check]\npatience = 3\n", "asks_in_a_row, asks_in_90_days, silent_days"),
        ("check = 3\n", "[check] must be a table"),
        ("[check\n", "line 1: a heading stands in [ ]: [check]."),
    ],
)
def test_a_config_that_cannot_be_used_is_refused_with_a_sentence(
    book, configured, config: str, named: str
) -> None:
    configured(config)
    refused = book("check", "carol", "--json")
    assert (refused.status, refused.out) == (2, "")
    assert named in refused.error["message"]
    assert "config file" in refused.error["message"]


@pytest.mark.parametrize("argv", [("favor", "ask", "carol", "x"), ("log", "carol", "--asked", "x")])
def test_with_such_a_config_nothing_is_asked_either(book, contents, configured, argv) -> None:
    configured("[check]\nasks_in_a_row = 0\n")
    before = contents()
    assert book(*argv).status == 2
    assert contents() == before


@pytest.mark.parametrize(("argv", "status"), [((), 2), (("nobody",), 3), (("f1",), 2)])
def test_it_takes_one_person(book, argv: tuple[str, ...], status: int) -> None:
    assert book("check", *argv).status == status


def test_what_rests_gives_way_to_what_reconnect_begins_with(netlog, monkeypatch) -> None:
    for day, what in (("2026-07-01", "a map"), ("2026-11-01", "a reference")):
        monkeypatch.setenv("NETLOG_TODAY", day)
        if day == "2026-07-01":
            netlog("add", "Ann", "--phone", "+47 22334455")
        netlog("favor", "receive", "ann", what)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    begins = netlog("reconnect", "--json").json[0]["opening"]["text"]
    assert begins == "Thank them for this: a reference (1 Nov)."
    assert netlog("check", "ann", "--json").json["instead"] == begins
    (turn,) = netlog("week", "--json").json["plan"]
    assert turn["opening"]["text"] == begins


def test_two_lunches_of_a_day_are_one_sentence(netlog, monkeypatch) -> None:
    netlog("add", "Bo")
    for text in ("her exhibition", "the lease"):
        netlog("log", "bo", "lunch", "--", text)
    netlog("favor", "promise", "bo", "the slides", "--by", "tomorrow")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-01")
    netlog("favor", "promise", "bo", "the slides", "--by", "2026-12-02")
    said = [why["text"] for why in netlog("check", "bo", "--json").json["reasons"]]
    assert said == [
        "you have not thanked them for the lunch of 23 Nov",
        "you promised this by 24 Nov: the slides",
    ]
    assert netlog("brief", "bo").out.count("the lunch of 23 Nov") == 1
    assert netlog("balance", "bo").out.count("the lunch of 23 Nov") <= 1
