"""netlog told, and how a favor turned out without them."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Helen introduced you to Dora."""

    def fill() -> None:
        netlog("add", "Helen Roe")
        netlog("favor", "receive", "helen", "an introduction to Dora")

    seeded(fill)
    return netlog


def favor(netlog, number: int = 1):
    return netlog("favor", "show", f"f{number}", "--json").json


def test_it_is_noted_and_told_at_once(book) -> None:
    said = book("told", "helen", "second round on Monday")
    told = "Told Helen Roe how it turned out: second round on Monday (f1, an introduction to Dora)."
    assert said.out == f"{told}\nThanked Helen Roe for: an introduction to Dora (t1).\n"
    kept = favor(book)
    assert (kept["outcome"], kept["outcome_on"], kept["told_on"]) == (
        *("second round on Monday", "2026-11-23", "2026-11-23"),
    )


def test_it_is_one_undo(book) -> None:
    book("told", "helen", "second round")
    book("undo")
    assert (favor(book)["outcome"], favor(book)["told_on"]) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        ("helen", "second round"),
        ("f1", "second round"),
        ("f1", "--", "second", "round"),
        ("roe", "--", "second", "round"),
    ],
    ids=" ".join,
)
def test_text_is_one_quoted_word_or_all_after_dashes(book, words: tuple[str, ...]) -> None:
    assert book("told", *words, "--json" if "--" not in words else "").status == 0
    assert favor(book)["outcome"] == "second round"


def test_a_day_may_be_named(book) -> None:
    assert book("told", "helen", "hired", "--on", "tomorrow").status == 0
    assert favor(book)["told_on"] == "2026-11-24"


def test_what_was_noted_before_is_told(book) -> None:
    book("favor", "outcome", "f1", "first round")
    assert book("told", "helen").out == (
        "Told Helen Roe how it turned out: first round (f1, an introduction to Dora).\n"
        "Thanked Helen Roe for: an introduction to Dora (t1).\n"
    )


def test_beside_what_was_noted_before_it_is_told(book) -> None:
    book("favor", "outcome", "f1", "first round")
    book("told", "helen", "hired")
    assert favor(book)["outcome"] == "first round; hired"
    assert favor(book)["told_on"] == "2026-11-23"


def test_what_was_noted_in_the_same_words_is_told_once(book) -> None:
    book("favor", "outcome", "f1", "First round")
    book("told", "helen", "first round")
    assert favor(book)["outcome"] == "First round"


def test_further_news_are_told_by_ref(book) -> None:
    book("told", "helen", "first round")
    assert book("told", "helen", "hired").status == 3
    assert book("told", "f1", "first round").status == 3
    assert book("told", "f1", "hired").status == 0
    assert favor(book)["outcome"] == "first round; hired"


def test_of_several_none_is_guessed(book) -> None:
    book("favor", "receive", "helen", "a reference letter")
    refused = book("told", "helen", "hired", "--json")
    assert refused.status == 4
    assert [one["ref"] for one in refused.error["candidates"]] == ["f1", "f2"]
    assert favor(book)["outcome"] is None


def test_of_one_noted_and_one_not_none_is_guessed(book) -> None:
    book("favor", "receive", "helen", "a reference letter")
    book("favor", "outcome", "f2", "they liked it")
    assert book("told", "helen", "hired").status == 4
    assert book("told", "helen").status == 0
    assert favor(book, 2)["told_on"] == "2026-11-23"


def test_a_lunch_has_no_outcome_that_stands_in_the_way(book) -> None:
    book("favor", "receive", "helen", "lunch")
    assert book("told", "helen", "hired").status == 0
    assert favor(book)["outcome"] == "hired"


def test_nothing_to_tell_matches_nothing(book) -> None:
    book("add", "Xi")
    book("favor", "give", "xi", "a reference")
    assert book("told", "xi", "hired").status == 3
    assert book("told", "f9", "hired").status == 3


def test_what_is_still_waited_for_is_told_apart(book) -> None:
    book("add", "Xi")
    book("favor", "ask", "xi", "an intro")
    refused = book("told", "xi", "hired")
    assert refused.status == 3
    assert "netlog favor outcome f2 TEXT" in refused.err
    assert book("told", "f2", "hired").status == 3


def test_what_you_did_yourself_is_refused(book) -> None:
    book("favor", "give", "helen", "a reference")
    assert book("told", "f2", "hired").status == 1


@pytest.mark.parametrize(
    "words", [("helen",), ("helen", "hired", "today"), ("helen", "one", "--", "two"), ("helen", "")]
)
def test_without_one_text_it_asks_for_it(book, words: tuple[str, ...]) -> None:
    assert book("told", *words).status == 2
    assert favor(book)["told_on"] is None


def test_it_was_not_told_before_it_came(book) -> None:
    assert book("told", "helen", "hired", "--on", "2026-11-20").status == 1
    assert book("told", "helen", "hired", "--on", "yesterday").status == 0
    assert (favor(book)["told_on"], favor(book)["outcome_on"]) == ("2026-11-22", "2026-11-22")


# The day before the help itself, by the clocks of wherever one is, is kept as it was typed.


@pytest.mark.parametrize(
    ("settle", "day"),
    [
        (("thank", "helen"), "sent_on"),
        (("thank", "t1"), "sent_on"),
        (("thank", "f1"), "sent_on"),
        (("told", "helen", "hired"), "told_on"),
        (("told", "f1", "hired"), "told_on"),
    ],
)
def test_a_day_before_the_help_that_was_said_is_kept_everywhere(book, settle, day: str) -> None:
    said = book(*settle, "--on", "yesterday")
    assert "on 22 Nov" in said.out
    shown = book("show", "helen", "--json").json
    assert shown["favors"][0]["told_on"] in (None, "2026-11-22")
    assert shown["thanks"][0]["sent_on"] == "2026-11-22"
    (on,) = {one[day] for one in (*shown["thanks"], *shown["favors"]) if one.get(day)}
    assert on == "2026-11-22"
    told = [line for line in book("history", "helen").out.splitlines() if "turned out" in line]
    assert all("22 Nov" in line for line in told)
    sheet = book("show", "t1", "--json").json
    assert book("edit", "t1", "--on", "yesterday").status == 0
    assert book("show", "t1", "--json").json["sent_on"] == sheet["sent_on"]
    assert book("edit", "t1", "--on", "2026-11-21").status == 1


def test_a_received_ask_keeps_the_day_that_was_said(netlog) -> None:
    netlog("add", "Jo")
    netlog("favor", "ask", "jo", "a list of the banks")
    kept = netlog("favor", "receive", "jo", "a list of the banks", "--on", "yesterday", "--json")
    assert (kept.json["ref"], kept.json["done_on"]) == ("f1", "2026-11-22")


@pytest.mark.parametrize("verb", ["ask", "promise"])
def test_done_names_the_day_on_which_it_is_done(netlog, monkeypatch, verb: str) -> None:
    netlog("add", "Jo")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    netlog("favor", verb, "jo", "a list of the banks")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    assert " on 24 Nov" in netlog("done", "f1").out
    assert favor(netlog)["done_on"] == "2026-11-24"


# Favors that were asked for


@pytest.fixture
def waiting(netlog, seeded):
    """Jo was asked for an intro."""

    def fill() -> None:
        netlog("add", "Jo")
        netlog("favor", "ask", "jo", "an intro to the bank")

    seeded(fill)
    return netlog


def test_an_outcome_without_them_owes_nothing(waiting) -> None:
    said = waiting("favor", "outcome", "f1", "found it another way", "--without-them")
    assert said.out == "Noted: found it another way (f1). Jo is owed nothing for it.\n"
    kept = favor(waiting)
    assert (kept["state"], kept["done_on"], kept["outcome"]) == (
        *("dropped", None, "found it another way"),
    )
    assert waiting("due", "--within", "60d", "--json").json == []
    assert all(one["received"] == 0 for one in waiting("balance", "--json").json)


def test_what_they_did_was_not_without_them(book) -> None:
    assert book("favor", "outcome", "f1", "hired", "--without-them").status == 1
    assert favor(book)["outcome"] is None


def test_in_a_pipe_it_is_taken_for_their_doing_and_says_so(waiting) -> None:
    said = waiting("favor", "outcome", "f1", "they signed")
    assert "--without-them" in said.err
    assert favor(waiting)["state"] == "done"
    assert len(waiting("show", "jo", "--json").json["thanks"]) == 1


def test_what_came_answers_the_ask(waiting) -> None:
    said = waiting("favor", "receive", "jo", "the intro")
    assert "That is what you asked Jo for on 23 Nov (f1); if it is not: netlog undo" in said.out
    (kept,) = waiting("favor", "list", "jo", "--json").json
    assert (kept["ref"], kept["state"], kept["asked"]) == ("f1", "done", True)
    assert len(waiting("show", "jo", "--json").json["thanks"]) == 1


def test_something_else_does_not_and_mentions_it(waiting) -> None:
    said = waiting("favor", "receive", "jo", "read my CV")
    assert 'You still wait for "an intro to the bank" (f1) from Jo' in said.err
    assert len(waiting("favor", "list", "jo", "--json").json) == 2


def test_which_ask_it_answers_can_be_said(waiting) -> None:
    said = waiting("favor", "receive", "jo", "a name at Acme")
    assert "If this was it: netlog undo, then the same with --answers f1" in said.err
    waiting("undo")
    uid = ("--id", "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b12")
    for _ in range(2):
        answered = waiting("favor", "receive", "jo", "a name at Acme", "--answers", "f1", *uid)
        assert answered.status == 0
    (kept,) = waiting("favor", "list", "jo", "--json").json
    assert (kept["text"], kept["asked_for"]) == ("a name at Acme", "an intro to the bank")
    assert kept["state"] == "done"


def test_of_several_that_came_each_answers_its_own(waiting) -> None:
    waiting("favor", "ask", "jo", "a reference")
    came = ("--got", "a reference, signed", "--got", "a name at Acme")
    waiting("log", "jo", "call", *came, "--answers", "f1", "--answers", "f2")
    kept = waiting("favor", "list", "jo", "--json").json
    assert {(one["ref"], one["text"], one["state"]) for one in kept} == {
        ("f1", "a name at Acme", "done"),
        ("f2", "a reference, signed", "done"),
    }


@pytest.mark.parametrize(
    "argv",
    [
        ("favor", "receive", "jo", "a name", "--answers", "f9"),
        ("favor", "receive", "jo", "a name", "--answers", "jo"),
        ("log", "jo", "--answers", "f1"),
        ("log", "jo", "--got", "a name", "--answers", "f1", "--answers", "f9"),
    ],
)
def test_an_ask_that_cannot_be_meant_is_refused(waiting, argv: tuple[str, ...]) -> None:
    assert waiting(*argv).status in (1, 2)
    (kept,) = waiting("favor", "list", "jo", "--json").json
    assert kept["state"] == "open"


def test_an_answer_again_under_one_id_is_one(waiting) -> None:
    uid = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"
    for _ in range(2):
        assert waiting("favor", "receive", "jo", "that intro of hers", "--id", uid).status == 0
    assert len(waiting("favor", "list", "jo", "--json").json) == 1
    assert len(waiting("show", "jo", "--json").json["thanks"]) == 1


@pytest.mark.parametrize(
    ("verb", "what", "text", "day"),
    [
        ("promise", "the slides by monday", "the slides", "2026-11-30"),
        ("ask", "an intro before 1 dec", "an intro", "2026-12-01"),
        ("ask", "an answer until 2026-12-24.", "an answer", "2026-12-24"),
        ("promise", "the monday slides", "the monday slides", "2026-11-30"),
        ("promise", "a book by Knuth", "a book by Knuth", "2026-11-30"),
    ],
)
def test_a_day_at_the_end_is_its_day(waiting, verb: str, what: str, text: str, day: str) -> None:
    kept = waiting("favor", verb, "jo", what, "--json").json
    assert (kept["text"], kept["due_on"]) == (text, day)


def test_by_may_say_the_day_of_the_text_again_and_no_other(waiting) -> None:
    refused = waiting("favor", "promise", "jo", "slides by monday", "--by", "2w")
    assert refused.err == "netlog: --by and 'by monday' both say the day: leave one out.\n"
    kept = waiting("favor", "promise", "jo", "notes by monday", "--by", "monday", "--json").json
    assert (kept["text"], kept["due_on"]) == ("notes", "2026-11-30")


@pytest.mark.parametrize("close", [("done", "f2"), ("favor", "receive", "jo", "a list of banks")])
def test_having_flown_west_one_can_receive(waiting, monkeypatch, close: tuple[str, ...]) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    waiting("favor", "ask", "jo", "a list of the banks")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    assert waiting(*close).status == 0
    kept = favor(waiting, 2)
    assert (kept["state"], kept["opened_on"], kept["done_on"]) == (
        *("done", "2026-11-24", "2026-11-24"),
    )


def test_an_introduction_of_yours_beside_what_they_did_is_asked_about(
    netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the morning asks how it went; before that it is what they did."""
    netlog("add", "Gus Palmer")
    netlog("add", "Ana Ruiz")
    netlog("favor", "receive", "gus", "lent me his desk")
    netlog("introduce", "gus", "ana")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-23")
    refused = netlog("told", "gus", "they founded a firm")
    assert refused.status == 4
    assert "f1" in refused.err
    assert "f2" in refused.err


@pytest.fixture
def heard(book, monkeypatch):
    """Helen was told of the interview ten days ago."""
    book("told", "helen", "got an interview")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-03")
    return book


def before(netlog) -> list[tuple[str, str]]:
    told = [tuple(one.values()) for one in favor(netlog)["told_before"]]
    assert netlog("show", "helen", "--json").json["meetings"] == []
    return told


INTERVIEW = [("2026-11-23", "got an interview")]


def test_newer_news_keep_what_was_told_before(heard) -> None:
    said = heard("favor", "outcome", "f1", "got the job").out
    assert "You told them on 23 Nov: got an interview.\n" in said
    assert before(heard) == INTERVIEW
    assert heard("show", "helen", "--json").json["last_touch_on"] == "2026-11-23"
    assert (favor(heard)["outcome"], favor(heard)["told_on"]) == ("got the job", None)
    assert "got an interview" in heard("search", "interview").out


def test_newer_news_are_one_undo(heard) -> None:
    heard("favor", "outcome", "f1", "got the job")
    heard("undo")
    assert before(heard) == []
    assert (favor(heard)["outcome"], favor(heard)["told_on"]) == ("got an interview", "2026-11-23")


def test_what_was_told_before_is_a_touch_of_its_day_and_no_meeting(heard) -> None:
    was = heard("stats", "--json").json
    heard("favor", "outcome", "f1", "got the job")
    now = heard("stats", "--json").json
    assert {one: now[one] for one in ("touches", "kinds")} == {
        one: was[one] for one in ("touches", "kinds")
    }
    heard("told", "f1")
    told = [one["on"] for one in heard("check", "helen", "--json").json["last"]]
    assert (told[0], told[-1]) == ("2026-12-03", "2026-11-23")
    log = heard("week", "--log", "2026-11-01..today").out
    assert log.count("told them how it turned out: got an interview") == 1
    assert "message" not in log


def test_what_was_told_before_goes_along(heard, tmp_path) -> None:
    heard("add", "Helen Rowe", "--force")
    heard("told", "f1", "got the job")
    heard("export", "--format", "json", "-o", str(tmp_path / "book.json"))
    other = ("--db", str(tmp_path / "other.db"))
    heard("import", str(tmp_path / "book.json"), *other)
    for book in ((), other):
        shown = heard("favor", "show", "f1", "--json", *book).json
        assert [tuple(one.values()) for one in shown["told_before"]] == INTERVIEW
        assert "got an interview" in heard("search", "interview", *book).out
    heard("import", str(tmp_path / "book.json"), *other)
    assert len(heard("favor", "show", "f1", "--json", *other).json["told_before"]) == 1
    heard("merge", "c2", "c1", "--yes")
    heard("remove", "f1", "--yes")
    assert heard("search", "interview").out == ""
    heard("undo")
    assert len(favor(heard)["told_before"]) == 1


@pytest.fixture
def heard_without_words(book, monkeypatch):
    """Helen was told ten days ago, and nobody noted what."""
    book("done", "f1")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-03")
    return book


@pytest.mark.parametrize("newer", [("favor", "outcome"), ("told",)])
def test_what_was_told_without_words_stays_a_touch_of_its_day(heard_without_words, newer) -> None:
    heard = heard_without_words
    was = heard("stats", "--json").json["touches"]
    said = heard(*newer, "f1", "got the job").out
    assert ("You told them on 23 Nov how it turned out.\n" in said) is (newer != ("told",))
    assert before(heard) == [("2026-11-23", "")]
    told_today = newer == ("told",)
    touched = "2026-12-03" if told_today else "2026-11-23"
    assert heard("show", "helen", "--json").json["last_touch_on"] == touched
    assert heard("stats", "--json").json["touches"] == was + told_today
    assert ": ." not in heard("favor", "show", "f1").out
    assert "(told 23 Nov)" not in heard("show", "helen").out
    log = heard("week", "--log", "2026-11-01..2026-11-30").out
    assert log.count("told them how it turned out\n") == 1
    assert "; it turned out: told 23 Nov, then: got the job" in heard("show", "helen").out
    assert heard("search", "job").status == 0
    heard("undo")
    assert before(heard) == []
    assert favor(heard)["told_on"] == "2026-11-23"


def test_what_was_told_without_words_goes_along(heard_without_words, tmp_path) -> None:
    heard_without_words("favor", "outcome", "f1", "got the job")
    heard_without_words("export", "--format", "json", "-o", str(tmp_path / "book.json"))
    other = ("--db", str(tmp_path / "other.db"))
    assert heard_without_words("import", str(tmp_path / "book.json"), *other).status == 0
    told = heard_without_words("favor", "show", "f1", "--json", *other).json["told_before"]
    assert [tuple(one.values()) for one in told] == [("2026-11-23", "")]


def test_told_again_on_another_day_both_are_there(heard) -> None:
    heard("told", "f1", "got the job")
    assert before(heard) == INTERVIEW
    kept = favor(heard)
    assert (kept["outcome"], kept["told_on"]) == ("got the job", "2026-12-03")


def test_landing_over_what_was_told_keeps_it(heard) -> None:
    heard("favor", "outcome", "f1", "got the job", "--landed")
    assert heard("show", "helen", "--json").json["last_touch_on"] == "2026-11-23"
    assert "got an interview" in heard("show", "helen").out


def test_the_same_news_are_told_once(heard) -> None:
    assert heard("favor", "outcome", "f1", "Got an interview").status == 3
    assert before(heard) == []


def test_what_was_noted_and_not_told_is_said_where_newer_news_take_its_place(book) -> None:
    book("favor", "outcome", "f1", "got an interview")
    said = book("favor", "outcome", "f1", "got the job").out
    assert "Noted before, and not told: got an interview.\n" in said


def test_the_history_of_somebody_says_as_the_list_does_how_it_ended(netlog) -> None:
    for name in ("Ann Lee", "Bo Ray"):
        netlog("add", name)
    netlog("favor", "ask", "ann", "her contact at Acme")
    netlog("introduce", "ann", "bo", "--", "both sail")
    netlog("favor", "outcome", "f1", "found it myself", "--without-them")
    netlog("told", "f2", "they sail now")
    told = netlog("history", "ann").out
    assert "came about without them: her contact at Acme" in told
    assert "you asked how it went: introduced to Bo Ray" in told
    assert "dropped" not in told
    assert "you told" not in told


def test_nobody_waits_for_what_came_of_saying_why_it_was_a_no(netlog) -> None:
    netlog("add", "Ned Ow")
    netlog("lead", "add", "Kiln", "--via", "ned")
    netlog("lead", "declined", "l1", "--keep", "ned", "--", "too few")
    netlog("favor", "receive", "ned", "a name at Mill")
    told = netlog("told", "ned", "I start on Monday")
    assert (told.status, "a name at Mill" in netlog("show", "ned").out) == (0, True)
    favors = {one["text"]: one["outcome"] for one in netlog("show", "ned", "--json").json["favors"]}
    assert favors["a name at Mill"] == "I start on Monday"
    assert favors["told me why: too few"] is None
