"""How their help turned out: asked for three times, owed until told, or let go."""

import pytest


@pytest.fixture
def book(netlog, monkeypatch, seeded):
    """Carol read the CV on 1 October, was thanked, and never heard of it again."""
    monkeypatch.setenv("NETLOG_TODAY", "2026-10-01")

    def fill() -> None:
        netlog("add", "Carol Danvers", "--every", "never")
        netlog("favor", "receive", "carol", "read my CV")
        netlog("thank", "carol")

    seeded(fill)
    return netlog


def due(netlog) -> list[dict]:
    return netlog("due", "--json").json


def on(monkeypatch, day: str) -> None:
    monkeypatch.setenv("NETLOG_TODAY", day)


@pytest.mark.parametrize(
    ("day", "asks"),
    [
        *[("2026-10-30", 0), ("2026-10-31", 1), ("2026-11-06", 1), ("2026-11-07", 0)],
        *[("2026-11-29", 0), ("2026-11-30", 1), ("2026-12-06", 1), ("2026-12-07", 0)],
        *[("2027-01-28", 0), ("2027-01-29", 1), ("2027-02-04", 1), ("2027-02-05", 0)],
        ("2027-10-31", 0),
    ],
)
def test_after_30_60_and_120_days_it_is_asked_for_a_week(
    book, monkeypatch, day: str, asks: int
) -> None:
    on(monkeypatch, day)
    assert len(due(book)) == asks


def test_then_it_rests_and_can_still_be_told(book, monkeypatch) -> None:
    on(monkeypatch, "2027-10-31")
    (item,) = book("due", "--all", "--json").json
    assert (item["ref"], item["rested"]) == ("f1", True)
    assert book("told", "carol", "they hired me").status == 0
    assert book("due", "--all", "--json").json == []


def test_it_is_asked_for_gently_with_what_to_type(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    (item,) = due(book)
    assert item == {
        "kind": "outcome",
        "ref": "f1",
        "contact": {"id": 1, "ref": "c1", "name": "Carol Danvers"},
        "what": "how did it go? They helped on 1 Oct: read my CV",
        "about": "read my CV",
        "source": {"ref": "f1", "kind": "favor", "on": "2026-10-01"},
        "since": "2026-10-01",
        "due_on": "2026-10-31",
        "days_overdue": 2,
        "settle": ["netlog", "done", "f1"],
        "choices": [
            {"label": "told them", "argv": ["netlog", "done", "f1"]},
            {
                "label": "it came to nothing",
                "argv": ["netlog", "favor", "outcome", "f1", "it came to nothing"],
            },
            {"label": "let it go", "argv": ["netlog", "drop", "f1"]},
        ],
        "rested": False,
    }


@pytest.mark.parametrize("text", ["lunch at the harbour", "a bottle of wine", "flowers"])
def test_of_a_courtesy_nobody_asks_how_it_went(netlog, monkeypatch, text: str) -> None:
    netlog("add", "Carol Danvers", "--every", "never")
    netlog("favor", "receive", "carol", text)
    netlog("thank", "carol")
    on(monkeypatch, "2026-12-23")
    assert due(netlog) == []


def test_it_comes_up_in_what_is_near(book, monkeypatch) -> None:
    on(monkeypatch, "2026-10-28")
    assert due(book) == []
    assert [item["ref"] for item in book("due", "--within", "7d", "--json").json] == ["f1"]


def test_the_question_can_be_dropped_for_good(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    assert book("drop", "f1", "--why", "nothing came of it").status == 0
    assert due(book) == []
    on(monkeypatch, "2027-11-02")
    assert due(book) == []


def test_dropping_the_question_does_not_take_the_favor_away(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    book("drop", "f1")
    (balance,) = book("balance", "carol", "--json").json
    assert balance["received"] == 1
    assert book("favor", "show", "f1", "--json").json["done_on"] == "2026-10-01"


def test_the_question_is_settled_without_words_for_what_was_told(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    assert book("done", "f1").out == (
        "Told Carol Danvers how this turned out: read my CV (f1). "
        "To keep what you told: netlog told f1 TEXT\n"
    )
    assert due(book) == []
    kept = book("favor", "show", "f1", "--json").json
    assert (kept["outcome"], kept["told_on"]) == (None, "2026-11-02")
    assert book("check", "carol", "--json").json["reasons"] == []
    assert book("told", "f1", "no luck this time").status == 0
    assert book("favor", "show", "f1", "--json").json["outcome"] == "no luck this time"


def test_an_opening_tells_them_how_it_went_where_nobody_said_yet(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    instead = book("check", "carol", "--json").json["instead"]
    assert instead == "Tell them how this went: read my CV."
    (found,) = book("reconnect", "carol", "--json").json
    assert found["opening"] == {"text": instead, "ref": "f1"}


@pytest.mark.parametrize("let_go", ["done", "drop"])
def test_what_was_let_go_can_still_be_told(book, monkeypatch, let_go: str) -> None:
    on(monkeypatch, "2026-11-02")
    book(let_go, "f1")
    assert book("told", "carol", "they hired me").status == 0
    assert book("favor", "show", "f1", "--json").json["outcome"] == "they hired me"


def test_that_it_came_to_nothing_is_an_outcome_to_tell(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    ((_, nothing, _),) = [item["choices"] for item in due(book)]
    assert book(*nothing["argv"][1:]).status == 0
    assert due(book) == []
    on(monkeypatch, "2026-11-03")
    assert [item["about"] for item in due(book)] == ["it came to nothing"]


def test_the_foot_shows_how_it_is_settled(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    assert "Settle: netlog done f1" in book("due").out


def test_the_question_is_settled_by_telling_them(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    assert book("told", "carol", "no luck this time").status == 0
    assert due(book) == []
    assert book("favor", "show", "f1", "--json").json["told_on"] == "2026-11-02"
    on(monkeypatch, "2026-12-02")
    assert due(book) == []


@pytest.mark.parametrize("verb", ["promise", "give", "ask"])
def test_only_help_that_came_is_asked_about(netlog, monkeypatch, verb: str) -> None:
    netlog("add", "Carol Danvers", "--every", "never")
    netlog("favor", verb, "carol", "the slides")
    on(monkeypatch, "2027-11-23")
    assert [item["kind"] for item in due(netlog)] in ([], ["promise"], ["waiting"])


def test_an_ask_that_came_is_asked_about_too(netlog, monkeypatch) -> None:
    netlog("add", "Carol Danvers", "--every", "never")
    netlog("favor", "ask", "carol", "an intro")
    netlog("done", "f1")
    netlog("thank", "carol")
    on(monkeypatch, "2026-12-23")
    assert [(item["kind"], item["ref"]) for item in due(netlog)] == [("outcome", "f1")]


def test_once_noted_telling_it_is_owed_from_the_day_after(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-10")
    book("favor", "outcome", "f1", "first interview on Monday")
    assert due(book) == []
    on(monkeypatch, "2026-11-11")
    (item,) = due(book)
    assert (item["kind"], item["ref"], item["due_on"]) == ("outcome", "f1", "2026-11-11")
    assert item["what"] == "tell them how it turned out: first interview on Monday"


@pytest.mark.parametrize(("day", "owed"), [("2027-03-03", 1), ("2027-03-04", 0)])
def test_after_four_months_news_rest(book, monkeypatch, day: str, owed: int) -> None:
    on(monkeypatch, "2026-11-02")
    book("favor", "outcome", "f1", "hired")
    on(monkeypatch, day)
    assert len(due(book)) == owed
    assert len(book("due", "--all", "--json").json) == 1


@pytest.mark.parametrize(
    "telling",
    [("favor", "told", "f1"), ("log", "carol", "--kind", "email", "--told", "f1"), ("done", "f1")],
    ids=" ".join,
)
def test_it_is_owed_until_it_was_told(book, monkeypatch, telling: tuple[str, ...]) -> None:
    on(monkeypatch, "2026-11-02")
    book("favor", "outcome", "f1", "hired")
    on(monkeypatch, "2026-11-20")
    assert [item["days_overdue"] for item in due(book)] == [17]
    assert book(*telling).status == 0
    assert due(book) == []
    assert book("favor", "show", "f1", "--json").json["told_on"] == "2026-11-20"
    on(monkeypatch, "2027-11-20")
    assert due(book) == []


def test_the_command_that_due_names_settles_it(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    book("favor", "outcome", "f1", "hired")
    on(monkeypatch, "2026-11-03")
    (item,) = due(book)
    assert book(*item["settle"][1:]).status == 0
    assert due(book) == []


def test_several_outcomes_are_told_at_one_meeting(book, monkeypatch) -> None:
    book("favor", "receive", "carol", "a hint")
    book("thank", "carol")
    book("favor", "outcome", "f1", "hired")
    book("favor", "outcome", "f2", "it worked")
    on(monkeypatch, "2026-10-02")
    assert [item["ref"] for item in due(book)] == ["f1", "f2"]
    book("log", "carol", "--kind", "email", "--told", "f1", "--told", "f2")
    assert due(book) == []


def test_telling_may_be_let_go(book, monkeypatch) -> None:
    book("favor", "outcome", "f1", "hired")
    on(monkeypatch, "2026-10-02")
    assert [item["ref"] for item in due(book)] == ["f1"]
    book("drop", "f1")
    assert due(book) == []


def test_thanks_that_open_with_an_outcome_are_said(netlog) -> None:
    netlog("add", "Cy")
    netlog("favor", "ask", "cy", "an intro")
    said = netlog("favor", "outcome", "f1", "they called").out
    assert "A thank-you is open with it (t1): telling them is thanks.\n" in said
    netlog("told", "f1")
    assert netlog("due", "--within", "1w", "--kind", "thanks", "--json").json == []
    again = netlog("favor", "outcome", "f1", "they hired me").out
    assert "thank-you" not in again
