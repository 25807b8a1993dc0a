"""netlog log in one breath: who, what, when, and the words after two dashes."""

import json

import pytest

from netlog.records.contacts import NewContact
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded):
    """Grace, Ada and Carol."""

    def fill() -> None:
        with recording() as opened:
            for name in ("Grace Hopper", "Ada Lovelace", "Carol Danvers"):
                contacts.add(opened, NewContact(name))

    seeded(fill)
    return netlog


def meeting(netlog, who: str = "grace"):
    return netlog("show", who, "--json").json["meetings"][0]


def said(netlog, *words: str):
    """What a log kept: kind, day, text and names."""
    done = netlog("log", *words, "--json")
    assert done.status == 0, done.err
    kept = done.json
    return kept["kind"], kept["happened_on"], kept["text"], [p["name"] for p in kept["contacts"]]


# Kinds, days and text


@pytest.mark.parametrize(
    ("words", "kind", "day", "text"),
    [
        (["grace", "coffee", "yesterday"], "coffee", "2026-11-22", None),
        (["grace", "yesterday", "coffee"], "coffee", "2026-11-22", None),
        (["coffee", "grace"], "coffee", "2026-11-23", None),
        (["grace", "Lunch"], "lunch", "2026-11-23", None),
        (["grace", "fri"], "meeting", "2026-11-20", None),
        (["grace", "last friday"], "meeting", "2026-11-20", None),
        (["grace", "2026-11-02", "call"], "call", "2026-11-02", None),
        (["grace", "3d", "video"], "video", "2026-11-20", None),
        (["grace", "tomorrow", "call"], "call", "2026-11-24", None),
        (["grace", "note", "--on", "yesterday"], "note", "2026-11-22", None),
        (["grace", "--kind", "call", "yesterday"], "call", "2026-11-22", None),
    ],
)
def test_a_bare_kind_and_a_bare_day_are_read(book, words, kind, day, text) -> None:
    assert said(book, *words) == (kind, day, text, ["Grace Hopper"])


def test_all_after_two_dashes_is_text(book) -> None:
    book("log", "grace", "coffee", "--", "offered", "to", "read", "my CV", "--json", "--db", "x")
    assert meeting(book)["text"] == "offered to read my CV --json --db x"


def test_further_dashes_and_lines_are_text(book) -> None:
    book("log", "grace", "--", "one\ntwo", "--", "three")
    assert meeting(book)["text"] == "one\ntwo -- three"


def test_json_before_the_dashes_is_meant(book) -> None:
    done = book("log", "--json", "grace", "--", "hello", "--no-thanks")
    assert done.json["text"] == "hello --no-thanks"
    assert len(done.json["thanks"]) == 1


def test_a_text_is_not_read_as_json_where_it_fails(book) -> None:
    refused = book("log", "zacharias", "--", "she said --json")
    assert refused.status == 3
    assert not refused.err.startswith("{")


def test_dashes_with_nothing_after_them_say_nothing(book) -> None:
    assert book("log", "grace", "-m", "hello", "--").status == 0
    assert meeting(book)["text"] == "hello"


@pytest.mark.parametrize(
    "words",
    [
        ("grace", "-m", "one", "--", "two"),
        ("grace", "coffee", "--kind", "coffee"),
        ("grace", "coffee", "lunch"),
        ("grace", "yesterday", "--on", "yesterday"),
        ("grace", "yesterday", "friday"),
        ("coffee", "yesterday"),
        ("--", "grace"),
        (),
    ],
    ids=" ".join,
)
def test_what_is_said_twice_or_of_nobody_is_a_mistake(
    book, words: tuple[str, ...], contents
) -> None:
    before = contents()
    assert book("log", *words).status == 2
    assert contents() == before


def test_a_day_to_come_is_refused_with_the_plan_to_make(book) -> None:
    refused = book("log", "grace", "ada", "lunch", "2026-11-28")
    assert refused.status == 1
    assert "netlog plan grace ada lunch 2026-11-28" in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ("grace", "last", "friday"),
        ("grace", "12", "nov"),
        ("grace", "nov", "12"),
        ("grace", "2", "days", "ago"),
        ("grace", "a", "week", "ago", "coffee"),
        ("the", "20th", "of", "october", "grace"),
    ],
    ids=" ".join,
)
def test_a_day_of_several_words_is_in_quotes(book, words: tuple[str, ...]) -> None:
    refused = book("log", *words)
    assert refused.status == 2
    assert "A day of several words goes in quotes" in refused.err
    assert book("show", "c1", "--json").json["meetings"] == []


def test_thanks_of_long_ago_are_not_announced_for_a_day(book) -> None:
    said = book("log", "grace", "call", "2026-10-27").out
    assert "Thanks to Grace Hopper are still open: netlog thank t1" in said
    assert "t1" in book("due").out


def test_thanks_that_have_faded_are_not_announced_as_due(book) -> None:
    said = book("log", "grace", "call", "2026-10-05").out
    assert "Thanks to Grace Hopper come late, and are still welcome: netlog thank t1" in said
    assert book("due", "--json").json == []
    said = book("add", "Zed", "--log", "hi", "--kind", "coffee", "--on", "2026-10-05").out
    assert "Thanks to Zed come late, and are still welcome: netlog thank t2" in said


def test_what_rests_by_now_is_not_announced_for_its_day(book) -> None:
    logged = book("log", "grace", "email", "2026-05-01", "--owe", "notes", "--asked", "a word")
    assert "You promised: notes, which was due 8 May and rests by now: netlog done f1" in logged.out
    assert "You asked for: a word, which was due 15 May and rests by now" in logged.out
    assert [one["kind"] for one in book("due", "--json").json] == ["reconnect"]


# Names that read as a kind or a day


@pytest.mark.parametrize(
    ("argv", "other"),
    [
        (("log", "grace", "cofee"), "--kind coffee"),
        (("log", "grace", "coffe", "--", "her book"), "--kind coffee"),
        (("log", "may", "cofee", "yesterday"), "--kind coffee"),
        (("plan", "grace", "cofee", "friday"), "--kind coffee"),
        (("thank", "grace", "noote"), "--how note"),
        (("thank", "grace", "not"), "--how note"),
    ],
    ids=lambda argv: " ".join(argv) if isinstance(argv, tuple) else None,
)
def test_a_mistyped_kind_is_not_taken_for_somebody_nearly_called_so(
    book, contents, argv, other
) -> None:
    book("add", "May Coffee")
    book("add", "Carol Note")
    before = contents()
    refused = book(*argv, "--json") if "--" not in argv else book(argv[0], "--json", *argv[1:])
    assert refused.status == 4
    assert other in [one["ref"] for one in refused.error["candidates"]]
    assert contents() == before


def test_a_beginning_or_a_whole_word_of_a_name_is_that_name(book) -> None:
    book("add", "Calvin Coffee")
    assert book("log", "cal", "email").status == 0
    assert book("log", "calvn", "email").status == 0


@pytest.mark.parametrize(
    ("name", "nick", "word"),
    [
        ("April Coffee", None, "coffee"),
        ("Li Sun", None, "sun"),
        ("Bob Jones", "Note", "note"),
        ("Wednesday Addams", None, "Wednesday"),
        ("Mr. Call", None, "call"),
        ("Ana Mon-Repos", None, "mon"),
        ("Friday", None, "friday"),
    ],
)
def test_a_name_that_reads_so_is_not_guessed(book, name: str, nick: str | None, word: str) -> None:
    book("add", name, *(("--nick", nick) if nick else ()))
    refused = book("log", "grace", word, "--json")
    assert refused.status == 4
    refs = [candidate["ref"] for candidate in refused.error["candidates"]]
    assert refs[0].startswith("--")
    assert refs[1:] == ["c4"]
    assert book("show", "grace", "--json").json["meetings"] == []


def test_either_reading_can_be_said(book) -> None:
    book("add", "April Coffee")
    assert said(book, "grace", "--kind", "coffee")[0] == "coffee"
    assert said(book, "grace", "c4")[3] == ["Grace Hopper", "April Coffee"]
    assert said(book, "coffee", "--kind", "call")[3] == ["April Coffee"]
    assert said(book, "april", "call")[3] == ["April Coffee"]


@pytest.mark.parametrize("name", ["Monica Coffeeman", "Callum Videoson", "Lunchbox Jo"])
def test_the_beginning_of_a_name_is_no_whole_word(book, name: str) -> None:
    book("add", name)
    assert said(book, "grace", "coffee")[0] == "coffee"
    assert said(book, "grace", "mon")[1] == "2026-11-23"


# Whoever is new


def test_a_plus_adds_whoever_is_new(book) -> None:
    done = book("log", "+Maria Lopez", "coffee", "--", "from the co-op")
    assert done.out.startswith("Added Maria Lopez (c4).\nLogged coffee with Maria Lopez")
    assert meeting(book, "maria")["text"] == "from the co-op"


def test_several_are_added_at_once(book) -> None:
    names = said(book, "+Ann", "+Ben", "grace", "+Cat", "lunch")[3]
    assert names == ["Ann", "Ben", "Grace Hopper", "Cat"]
    assert len(book("list", "--json").json) == 6


def test_one_typed_twice_is_added_once(book) -> None:
    assert said(book, "+Ann", "+ann")[3] == ["Ann"]


@pytest.mark.parametrize(
    "name", ["+Grace Hopper", "+hopper grace", "+GRACE HOPPER", "+Grace Hoper"]
)
def test_somebody_who_is_there_is_not_added_again(book, name: str) -> None:
    refused = book("log", name, "coffee", "--json")
    assert refused.status == 5
    assert refused.error["candidates"][0]["ref"] == "c1"
    assert len(book("list", "--json").json) == 3


def test_with_one_who_is_there_nobody_is_added(book) -> None:
    assert book("log", "+Zed", "+Grace Hopper").status == 5
    assert len(book("list", "--json").json) == 3


def test_a_plus_and_a_digit_are_a_phone_number(book) -> None:
    book("edit", "grace", "--add-phone", "+1 415 555 0100")
    assert said(book, "+1 415 555 0100")[3] == ["Grace Hopper"]
    assert said(book, "+14155550100")[3] == ["Grace Hopper"]
    assert book("log", "+49 30 123456").status == 3
    assert len(book("list", "--json").json) == 3


def test_an_address_of_somebody_new_reaches_them(book) -> None:
    book("log", "+zed@example.org", "call")
    assert book("show", "zed@example.org", "--json").json["name"] == "zed@example.org"


@pytest.mark.parametrize("word", ["+", "+ "])
def test_a_plus_alone_is_a_mistake(book, word: str) -> None:
    assert book("log", word, "coffee").status == 2


def test_who_is_missing_is_told_how_to_be_added(book) -> None:
    refused = book("log", "zacharias", "coffee")
    assert refused.status == 3
    assert '+"zacharias"' in refused.err


# What was asked, owed and got


def test_each_is_kept(book) -> None:
    words = ("--asked", "a desk", "--asked", "a chair", "--owe", "one", "--owe", "two")
    kept = book("log", "grace", "email", *words, "--got", "a hint", "--got", "tea", "--json").json
    assert [favor["text"] for favor in kept["favors"]] == [
        *("one", "two", "a desk", "a chair", "a hint", "tea")
    ]
    assert kept["asked"] == "a desk; a chair"
    assert [favor["state"] for favor in kept["favors"]] == ["open"] * 4 + ["done"] * 2


def test_each_kindness_is_thanked_for(book) -> None:
    kept = book("log", "grace", "coffee", "--got", "a hint", "--got", "tea", "--json").json
    assert [(t["meeting"] is not None, t["favor"]["text"]) for t in kept["thanks"]] == [
        (True, "a hint"),
        (False, "tea"),
    ]


def test_a_day_at_the_end_is_that_of_the_promise(book) -> None:
    kept = book("log", "grace", "note", "--owe", "the slides by friday", "--json").json
    (favor,) = kept["favors"]
    assert (favor["text"], favor["due_on"]) == ("the slides", "2026-11-27")


def test_each_has_its_own_day(book) -> None:
    words = ("--owe", "a before 1 dec", "--owe", "b until 2026-12-09", "--asked", "c by next week")
    kept = book("log", "grace", "note", *words, "--json").json
    assert [(favor["text"], favor["due_on"]) for favor in kept["favors"]] == [
        ("a", "2026-12-01"),
        ("b", "2026-12-09"),
        ("c", "2026-11-30"),
    ]
    assert kept["asked"] == "c"


def test_by_is_the_day_of_each_text_that_has_none_of_its_own(book) -> None:
    words = ("--owe", "slides by monday", "--owe", "notes", "--owe", "talk by friday")
    kept = book("log", "grace", "note", *words, "--by", "friday", "--json").json
    assert [(favor["text"], favor["due_on"]) for favor in kept["favors"]] == [
        ("slides", "2026-11-30"),
        ("notes", "2026-11-27"),
        ("talk", "2026-11-27"),
    ]


def test_nothing_typed_is_lost_where_one_text_is_empty(book, contents) -> None:
    before = contents()
    assert book("log", "grace", "--owe", "one", "--owe", " ").status == 2
    assert contents() == before


# What was asked for before


@pytest.fixture
def waiting(book, seeded):
    """Grace was asked for a reference letter on the 10th."""

    def fill() -> None:
        book("log", "grace", "email", "2026-11-10", "--asked", "a reference letter")

    seeded(fill)
    return book


def favors(netlog, who: str = "grace"):
    return netlog("favor", "list", who, "--json").json


def test_what_came_answers_what_was_asked_for(waiting) -> None:
    done = waiting("log", "grace", "email", "--got", "the reference letter")
    assert "That is what you asked Grace Hopper for on 10 Nov (f1); if it is not: netlog undo" in (
        done.out
    )
    (favor,) = favors(waiting)
    assert (favor["state"], favor["done_on"], favor["asked"]) == ("done", "2026-11-23", True)
    assert favor["text"] == "a reference letter"


def test_it_opens_one_thank_you_and_is_one_undo(waiting) -> None:
    kept = waiting("log", "grace", "coffee", "--got", "that letter of reference", "--json").json
    (thanks,) = kept["thanks"]
    assert (thanks["favor"]["ref"], thanks["meeting"]["ref"]) == ("f1", "m2")
    assert [favor["ref"] for favor in kept["favors"]] == ["f1"]
    (favor,) = kept["favors"]
    assert (favor["text"], favor["asked_for"]) == ("that letter of reference", "a reference letter")
    waiting("undo")
    assert favors(waiting)[0]["state"] == "open"


def test_what_came_in_other_words_stands_apart_from_what_was_asked(waiting) -> None:
    done = waiting("favor", "receive", "grace", "a letter to the bank's director")
    assert "Grace Hopper did for you: a letter to the bank's director (f1)." in done.out
    assert "(f1): a reference letter; if it is not: netlog undo" in done.out
    (favor,) = favors(waiting)
    assert favor["text"] == "a letter to the bank's director"
    assert favor["asked_for"] == "a reference letter"
    assert (
        "letter to the bank's director (asked for: a reference letter)"
        in waiting("favor", "list").out
    )
    assert "Asked for  a reference letter\n" in waiting("favor", "show", "f1").out
    for command in (("thank", "grace", "--draft"), ("draft", "grace", "--for", "thanks")):
        said = waiting(*command).out
        assert "a letter to the bank's director" in said
        assert "reference" not in said
    assert "f1  10 Nov  you asked for: a reference letter" in waiting("history", "grace").out
    assert "f1" in waiting("search", "reference").out
    assert "f1" in waiting("search", "director").out
    assert waiting("doctor").status == 0


def test_a_possessive_is_the_same_name(waiting) -> None:
    waiting("favor", "ask", "grace", "an intro to Xavier")
    waiting("log", "grace", "email", "--got", "gave me Xavier's number")
    assert {one["text"]: one["asked_for"] for one in favors(waiting)} == {
        "gave me Xavier's number": "an intro to Xavier",
        "a reference letter": None,
    }


def test_an_ask_that_came_in_other_words_is_still_the_ask_of_its_id(waiting) -> None:
    uid = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b12"
    ask = ("favor", "ask", "grace", "a chair for the panel", "--id", uid)
    assert waiting(*ask).status == 0
    waiting("favor", "receive", "grace", "found a chair")
    assert waiting(*ask).status == 0
    assert len(favors(waiting)) == 2


def test_another_ask_is_mentioned_and_stays_open(waiting) -> None:
    done = waiting("log", "grace", "email", "--got", "read my CV")
    assert 'You still wait for "a reference letter" (f1) from Grace Hopper' in done.err
    assert [favor["state"] for favor in favors(waiting)] == ["done", "open"]


def test_an_ask_of_the_same_breath_is_another(waiting) -> None:
    words = ("--asked", "a letter to the bank", "--got", "a letter to the bank")
    waiting("log", "grace", "email", *words)
    assert sorted(favor["state"] for favor in favors(waiting)) == ["done", "open"]


def test_an_ask_is_not_answered_before_it_was_made(waiting) -> None:
    waiting("log", "grace", "email", "2026-11-01", "--got", "a reference letter")
    assert [favor["state"] for favor in favors(waiting)] == ["open", "done"]


def test_an_answer_logged_again_under_one_id_is_the_same(waiting) -> None:
    uid = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"
    words = ("log", "grace", "email", "--got", "the letter of reference", "--id", uid)
    assert waiting(*words).status == 0
    assert waiting(*words).status == 0
    assert len(favors(waiting)) == 1


# A day without a word of what it is for


@pytest.mark.parametrize(
    "words",
    [
        ("log", "grace", "email", "--owe"),
        ("log", "grace", "email", "--asked"),
        ("favor", "promise", "grace"),
        ("favor", "ask", "grace"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("said", ["by monday", "before friday", "until 1 dec."])
def test_a_day_alone_is_nothing_to_promise_or_ask_for(book, contents, words, said: str) -> None:
    before = contents()
    refused = book(*words, said)
    assert refused.status == 2
    day = said.rstrip(".").partition(" ")[2]
    assert refused.err == f'netlog: What is due by {day}? Say it, too: "the slides by {day}".\n'
    assert contents() == before
    assert book(*words, "by hand").status == 0


# A reminder


def test_a_reminder_keeps_its_reason(book) -> None:
    book("snooze", "grace", "3w")
    done = book("log", "grace", "note", "--next", "friday", "--", "second round", "on the 27th")
    assert done.out.endswith(
        "A reminder of Grace Hopper comes on 27 Nov: second round on the 27th.\n"
    )
    grace = book("show", "grace", "--json").json
    assert (grace["remind_on"], grace["next_due_on"]) == ("2026-11-27", "2026-11-27")
    assert grace["remind_why"] == "second round on the 27th"


def test_of_somebody_archived_no_reminder_is_announced(book) -> None:
    book("archive", "grace")
    done = book("log", "grace", "note", "--next", "friday", "--", "second round")
    assert "comes on" not in done.out
    assert "netlog unarchive c1" in done.out


# Whom thanks are owed


def test_family_is_owed_no_thanks(book) -> None:
    book("tag", "grace", "family")
    kept = book("log", "grace", "ada", "call", "--got", "tea", "--json").json
    assert [thanks["contact"]["ref"] for thanks in kept["thanks"]] == ["c2"]


def test_who_is_owed_none_can_be_configured(book, tmp_path, monkeypatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[thanks]\nnever_for_tags = ["#Band"]\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    book("tag", "grace", "band")
    book("tag", "ada", "family")
    kept = book("log", "grace", "ada", "call", "--json").json
    assert [thanks["contact"]["ref"] for thanks in kept["thanks"]] == ["c2"]


@pytest.mark.parametrize("tags", ['"family"', "[1]", "3"])
def test_what_is_no_list_of_tags_is_told(book, tmp_path, monkeypatch, tags: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"[thanks]\nnever_for_tags = {tags}\n")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    refused = book("log", "grace", "call")
    assert refused.status == 2
    assert "never_for_tags" in refused.err


def test_a_newcomer_of_the_family_is_owed_none(book) -> None:
    book("add", "Mom", "--tag", "family", "--log", "Sunday call", "--kind", "call")
    assert book("due", "--within", "9d", "--json").json == []


def test_the_archived_are_owed_none(book) -> None:
    book("archive", "grace")
    assert book("log", "grace", "coffee", "--json").json["thanks"] == []


@pytest.mark.parametrize(("day", "number"), [("2026-09-24", 1), ("2026-09-23", 0), ("5y", 0)])
def test_history_noted_late_owes_none(book, day: str, number: int) -> None:
    assert len(book("log", "grace", "coffee", day, "--json").json["thanks"]) == number


def test_what_was_said_on_the_spot_is_kept_all_the_same(book) -> None:
    book("tag", "grace", "family")
    (thanks,) = book("log", "grace", "email", "--thanked", "--json").json["thanks"]
    assert thanks["state"] == "sent"


def test_the_candidates_are_json(book) -> None:
    book("add", "April Coffee")
    error = json.loads(book("log", "grace", "coffee", "--json").err)["error"]
    assert error["candidates"][0] == {
        "id": None,
        "ref": "--kind coffee",
        "name": "the kind of meeting",
        "organization": None,
    }


@pytest.mark.parametrize(
    ("said", "on", "why"),
    [
        ("in 2 weeks: send slides", "2026-12-07", "send slides"),
        ("2w: send slides: all of them", "2026-12-07", "send slides: all of them"),
        ("friday, her exam", "2026-11-27", "her exam"),
        ("1 dec to send the slides", "2026-12-01", "to send the slides"),
        ("2026-12-01 - ask Bo", "2026-12-01", "ask Bo"),
    ],
)
def test_a_reason_may_stand_with_the_day(book, said: str, on: str, why: str) -> None:
    why = why.removeprefix("to ")
    done = book("log", "grace", "coffee", "--next", said, "--", "moving to Lisbon")
    assert done.out.endswith(f": {why}.\n")
    grace = book("show", "grace", "--json").json
    assert (grace["remind_on"], grace["remind_why"]) == (on, why)
    meeting = grace["meetings"][0]
    assert (meeting["text"], meeting["remind_on"]) == ("moving to Lisbon", on)
    assert f"Reminder    {done.out.partition(' comes on ')[2][:-2]}" in book("show", "grace").out


@pytest.mark.parametrize("said", ["soon: send slides", "2w:", ": send slides", "yesterday: x"])
def test_what_is_no_day_is_refused_with_its_reason(book, said: str) -> None:
    assert book("log", "grace", "--next", said).status == 2
    assert book("show", "grace", "--json").json["meetings"] == []


@pytest.mark.parametrize("kind", ["note", "coffee"])
@pytest.mark.parametrize(
    "words", [("--next", "in 2 weeks: send slides"), ("--next", "2w", "--", "send slides")]
)
def test_the_reason_of_a_reminder_is_no_topic(book, monkeypatch, kind: str, words) -> None:
    book("log", "grace", "call", "2026-11-20", "--", "moving to Lisbon")
    book("log", "grace", kind, *words)
    for day in ("2026-11-23", "2026-12-07", "2027-03-01"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        (found,) = book("brief", "grace", "--json").json
        assert "slides" not in " ".join(found["questions"])
        assert "moving to Lisbon" in " ".join(found["questions"])
        assert found["known"] == []
        for command in ("check", "reconnect"):
            assert '"send slides" How' not in book(command, "grace").out
            assert 'Nov: "send slides"' not in book(command, "grace").out
    assert "slides" not in book("thank", "grace", "--draft").out


def test_nor_is_it_one_once_another_reminder_took_its_place(book) -> None:
    book("log", "grace", "coffee", "--next", "2w", "--", "send slides")
    second = book("log", "grace", "call", "--next", "friday", "--", "ask about the fair")
    assert second.err == (
        "It takes the place of the reminder of Grace Hopper for 7 Dec (send slides); "
        "to keep that one: netlog undo\n"
    )
    (found,) = book("brief", "grace", "--json").json
    assert "slides" not in " ".join(found["questions"])
    book("undo")
    assert book("show", "grace", "--json").json["remind_why"] == "send slides"


def test_of_what_was_answered_or_is_the_same_nothing_is_said(book, monkeypatch) -> None:
    book("log", "grace", "note", "--next", "friday: her exam")
    assert book("log", "grace", "note", "--next", "friday: her exam").err.startswith("The same")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-28")
    assert book("log", "grace", "call", "--next", "2w").err == ""
    assert "for 12 Dec;" in book("log", "grace", "note", "--next", "5w").err


def test_a_reminder_that_is_put_off_or_dropped_is_named(book) -> None:
    book("log", "grace", "note", "--next", "friday: her exam")
    assert book("snooze", "grace", "2d").out.count("\n") == 1
    moved = book("snooze", "grace", "2w").out
    assert "The reminder of Grace Hopper for 27 Nov (her exam) moves to 7 Dec.\n" in moved
    book("undo")
    off = book("snooze", "grace", "--off").out
    assert off.endswith("The reminder of Grace Hopper for 27 Nov (her exam) is dropped.\n")
    book("undo")
    assert "(her exam) is dropped." in book("drop", "c1").out
    assert "is dropped" not in book("drop", "c1").out


# A name that is nearly a kind


def test_no_word_is_nearly_a_kind_where_one_is_said(netlog) -> None:
    netlog("add", "Carol Diaz")
    assert netlog("log", "carl").status == 4
    for words in (("coffee",), ("--kind", "lunch")):
        logged = netlog("log", "carl", *words)
        assert logged.status == 0
        assert 'Taking "carl" for Carol Diaz (c1).' in logged.err
    assert netlog("thank", "carl").status == 4
    assert netlog("thank", "carl", "note").status == 0
    netlog("add", "Carol Whitfield")
    for words in (("log", "carl", "lunch"), ("plan", "carl", "lunch", "friday")):
        refused = netlog(*words)
        assert refused.status == 4
        assert "kind" not in refused.err


def test_the_same_promise_for_another_day_is_another(netlog) -> None:
    netlog("add", "Carol Diaz")
    for day, said in (("monday", False), ("friday", False), ("friday", True)):
        logged = netlog("log", "carol", "call", "--owe", f"slides by {day}")
        assert ("The same as" in logged.err) is said
