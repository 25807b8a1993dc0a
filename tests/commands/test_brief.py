"""netlog brief: one screen before a meeting, a page for each person."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        netlog("add", "Ada Lovelace")
        netlog(
            *("add", "Carol Danvers", "--title", "Head of HR", "--org", "US Air Force"),
            *("--met", "the reunion", "--via", "ada", "--circle", "business", "--tag", "pilots"),
            *("--birthday", "1 dec", "--city", "Boston"),
        )

    seeded(fill)
    return netlog


def brief(netlog, who: str = "carol") -> dict:
    (page,) = netlog("brief", who, "--json").json
    return page


def test_a_name_is_enough_for_a_page(netlog) -> None:
    netlog("add", "Grace Hopper")
    page = brief(netlog, "grace")
    assert (page["name"], page["ref"]) == ("Grace Hopper", "c1")
    parts = ("meetings", "known", "plans", "favors", "thanks", "in_common", "introduced")
    for part in (*parts, "dates", "mind"):
        assert page[part] == []
    assert len(page["questions"]) == 4


def test_it_says_who_they_are_and_where_you_know_them_from(book) -> None:
    page = brief(book)
    assert page["how_met"] == "the reunion"
    assert page["introduced_by"] == {"id": 1, "ref": "c1", "name": "Ada Lovelace"}
    shown = book("brief", "carol").out
    for said in ("Carol Danvers (c2)", "Head of HR", "US Air Force", "the reunion", "Ada Lovelace"):
        assert said in shown


def test_it_shows_the_last_three_meetings_newest_first(book) -> None:
    for day in ("2026-11-02", "2026-11-16", "2026-11-09", "2026-10-26"):
        book("log", "carol", "--kind", "email", "--on", day)
    days = [meeting["happened_on"] for meeting in brief(book)["meetings"]]
    assert days == ["2026-11-16", "2026-11-09", "2026-11-02"]


def test_it_shows_what_is_open_both_ways_and_outcomes_to_tell(book) -> None:
    book("favor", "promise", "carol", "the slides")
    book("favor", "ask", "carol", "an intro")
    book("favor", "receive", "carol", "read my CV")
    book("favor", "outcome", "f3", "hired")
    book("favor", "give", "carol", "a reference")
    assert [favor["ref"] for favor in brief(book)["favors"]] == ["f3", "f2", "f1"]


def test_what_is_settled_is_not_shown(book) -> None:
    book("favor", "promise", "carol", "the slides")
    book("favor", "ask", "carol", "an intro")
    book("done", "f1")
    book("drop", "f2")
    assert brief(book)["favors"] == []


def test_it_shows_the_thanks_that_are_owed(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "yesterday")
    assert [thanks["ref"] for thanks in brief(book)["thanks"]] == ["t1"]
    book("thank", "carol")
    assert brief(book)["thanks"] == []


def test_it_says_whose_turn_it_is_to_pay(book) -> None:
    book("log", "carol", "--kind", "lunch", "--on", "2026-11-09", "--paid", "them")
    said = "They paid last (lunch on 9 Nov): your turn to invite and pay."
    assert brief(book)["bills"]["turn"] == "me"
    assert said in book("brief", "carol").out


def test_people_in_common_come_by_how_often_you_met_together(book) -> None:
    book("add", "Grace Hopper")
    book("log", "carol", "grace", "ada")
    book("log", "carol", "grace", "--kind", "email")
    common = brief(book)["in_common"]
    assert [(one["contact"]["name"], one["meetings"]) for one in common] == [
        ("Grace Hopper", 2),
        ("Ada Lovelace", 1),
    ]


def test_a_date_that_is_near_is_named(book) -> None:
    assert brief(book)["dates"] == [{"on": "2026-12-01", "what": "birthday on 1 Dec"}]


def test_what_speaks_against_asking_is_to_be_minded(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "2026-11-02")
    assert [reason["code"] for reason in brief(book)["mind"]] == ["not_thanked"]
    assert "you have not thanked them for the coffee of 2 Nov" in book("brief", "carol").out


def test_the_questions_come_from_the_record_and_the_role(book, tmp_path, monkeypatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[me]\nlooking_for = "a new field"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    book("log", "carol", "coffee", "2026-11-10", "--", "She moves to Lisbon in spring.")
    book("favor", "ask", "carol", "a job in her team")
    asked = brief(book)["questions"]
    assert asked == [
        'Last time, 10 Nov: "She moves to Lisbon in spring." How has that gone since?',
        "I am looking for a new field; what would make my search succeed?",
        "What makes you put a candidate forward whom nobody asked for?",
        "How does my story read to somebody who sees fifty a day?",
        "What can I do for you?",
    ]
    shown = book("brief", "carol").out
    assert all(question in shown for question in asked)


@pytest.mark.parametrize("close", [("--tag", "family"), ("--every", "2w")])
def test_nobody_interviews_family(netlog, close: tuple[str, str]) -> None:
    netlog("add", "Margit", *close, "--log", "Her hip is better", "--kind", "call")
    said = 'Last time, 23 Nov: "Her hip is better". How has that gone since?'
    assert brief(netlog, "margit")["questions"] == [said]


@pytest.mark.parametrize("close", [(), ("--tag", "family")])
def test_nobody_is_asked_how_a_thing_has_gone(netlog, close: tuple[str, ...]) -> None:
    netlog("add", "Margit", *close, "--log", "the post office", "--kind", "call")
    (said, *_) = brief(netlog, "margit")["questions"]
    assert said == 'Last time, 23 Nov: "the post office"'


def test_what_was_noted_and_goes_on_is_asked_after(book) -> None:
    book("log", "carol", "note", "2026-11-09", "--", "he trains for the marathon")
    book("log", "carol", "note", "2026-11-10", "--", "likes rye bread")
    said = 'You noted on 9 Nov: "he trains for the marathon". How has that gone since?'
    assert brief(book)["questions"][0] == said
    book("log", "carol", "call", "2026-11-12", "--", "moving to Lisbon")
    assert said not in brief(book)["questions"]


def test_notes_are_what_you_know(book) -> None:
    book("log", "carol", "note", "--", "likes bees")
    assert brief(book)["known"] == [{"ref": "m1", "on": "2026-11-23", "text": "likes bees"}]
    assert "likes bees (23 Nov)" in book("brief", "carol").out


def test_it_names_whom_they_introduced(book) -> None:
    assert brief(book, "ada")["introduced"] == [{"id": 2, "ref": "c2", "name": "Carol Danvers"}]
    assert "Introduced  Carol Danvers" in book("brief", "ada").out


def test_it_shows_what_is_planned(book) -> None:
    book("plan", "carol", "lunch", "2026-11-30", "--", "catch up")
    assert [plan["ref"] for plan in brief(book)["plans"]] == ["p1"]
    assert "Mon 30 Nov" in book("brief", "carol").out


def test_it_shows_what_you_wait_for_at_rest_or_not(book, monkeypatch) -> None:
    book("favor", "ask", "carol", "an intro")
    monkeypatch.setenv("NETLOG_TODAY", "2027-11-23")
    assert [favor["ref"] for favor in brief(book)["favors"]] == ["f1"]
    assert "still_waiting" in [reason["code"] for reason in brief(book)["mind"]]


def test_several_people_are_several_pages_in_the_order_typed(book) -> None:
    pages = book("brief", "carol", "ada", "c2", "--json").json
    assert [page["name"] for page in pages] == ["Carol Danvers", "Ada Lovelace"]
    shown = book("brief", "carol", "ada").out
    assert shown.index("Carol Danvers (c2)") < shown.index("Ada Lovelace (c1)")
    assert shown.count("What can I do for you?") == 2


def test_looking_changes_nothing(book, contents) -> None:
    before = contents()
    assert book("brief", "carol").status == 0
    assert contents() == before


@pytest.mark.parametrize(
    ("argv", "status"), [((), 2), (("nobody",), 3), (("carol", "nobody"), 3), (("f1",), 2)]
)
def test_with_one_wrong_name_no_page_is_shown(book, argv: tuple[str, ...], status: int) -> None:
    refused = book("brief", *argv)
    assert (refused.status, refused.out) == (status, "")


def test_notes_are_no_times_you_met(netlog) -> None:
    netlog("add", "Carol", "--log", "Tea", "--kind", "coffee", "--on", "2026-08-01")
    for _ in range(3):
        netlog("log", "carol", "--kind", "note", "-m", "x")
    (found,) = netlog("brief", "carol", "--json").json
    assert [meeting["kind"] for meeting in found["meetings"]] == ["coffee"]
