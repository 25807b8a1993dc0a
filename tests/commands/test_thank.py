"""netlog thank: thanks were sent, so they are owed no more."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Grace, owed thanks twice; Ada, owed them once."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--log", "Coffee", "--kind", "coffee", "--on", "3d")
        netlog("log", "grace", "--kind", "lunch")
        netlog("add", "Ada Lovelace", "--log", "Call", "--kind", "call", "--on", "2d")

    seeded(fill)
    return netlog


def states(netlog) -> dict[str, str]:
    return {
        thanks["ref"]: thanks["state"]
        for who in ("grace", "ada")
        for thanks in netlog("show", who, "--json").json["thanks"]
    }


def test_all_open_thanks_to_somebody_are_closed(book) -> None:
    assert book("thank", "grace").out == (
        "Thanked Grace Hopper for coffee on 20 Nov (t1).\n"
        "Thanked Grace Hopper for lunch on 23 Nov (t2).\n"
    )
    assert states(book) == {"t1": "sent", "t2": "sent", "t3": "open"}


def test_one_thank_you_can_be_closed_by_its_ref(book) -> None:
    book("thank", "t2")
    assert states(book) == {"t1": "open", "t2": "sent", "t3": "open"}


def test_the_record_says_when_and_how(book) -> None:
    (thanks,) = book("thank", "ada", "--how", "note", "--on", "yesterday", "--json").json
    assert (thanks["ref"], thanks["state"]) == ("t3", "sent")
    assert (thanks["sent_on"], thanks["how"]) == ("2026-11-22", "note")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("thank", "t3"), "Thanked Ada Lovelace on 22 Nov for the call on 21 Nov (t3)."),
        (("favor", "give", "ada", "a map"), "You did for Ada Lovelace on 22 Nov: a map (f1)."),
        (("favor", "receive", "ada", "a map"), "Ada Lovelace did for you on 22 Nov: a map (f1)."),
    ],
)
def test_what_was_on_another_day_names_it(book, typed, said) -> None:
    first = book(*typed, "--on", "yesterday").out.split("\n")[0]
    assert first == said
    book("undo")
    assert " on 23 Nov" not in book(*typed).out.split("\n")[0]


def test_what_was_told_on_another_day_names_it(book) -> None:
    book("favor", "receive", "ada", "a map", "--on", "3d")
    said = book("told", "ada", "we found it", "--on", "yesterday").out
    assert "Told Ada Lovelace on 22 Nov how it turned out: we found it (f1, a map)." in said


def test_without_a_day_they_were_sent_today(book) -> None:
    (thanks,) = book("thank", "ada", "--json").json
    assert (thanks["sent_on"], thanks["how"]) == ("2026-11-23", None)


def test_thanks_still_to_be_sent_stay_open(book) -> None:
    assert book("thank", "ada", "--on", "in 2 days").status == 1
    assert states(book)["t3"] == "open"


@pytest.mark.parametrize(
    "wrong", [("--how", "telepathy"), ("--on", "someday"), ("--on", "")], ids=" ".join
)
def test_what_cannot_be_read_is_refused(book, wrong: tuple[str, ...]) -> None:
    assert book("thank", "ada", *wrong).status == 2
    assert states(book)["t3"] == "open"


def test_thanks_that_were_sent_cannot_be_sent_again(book) -> None:
    book("thank", "t3")
    assert book("thank", "t3").status == 3


def test_a_ref_of_no_thanks_matches_nothing(book) -> None:
    refused = book("thank", "t99")
    assert refused.status == 3
    assert "There are no" in refused.err


@pytest.mark.parametrize("ref", ["m9", "f9", "c9"])
def test_a_ref_of_nothing_matches_nothing(book, ref: str) -> None:
    assert book("thank", ref).status == 3


def test_several_are_thanked_at_once_by_a_bare_word(book) -> None:
    sent = book("thank", "grace", "ada", "note", "--json").json
    assert [(one["ref"], one["how"]) for one in sent] == [
        ("t1", "note"),
        ("t2", "note"),
        ("t3", "note"),
    ]


def test_refs_and_people_are_each_thanked_once(book) -> None:
    sent = book("thank", "t2", "grace", "t3", "--json").json
    assert [one["ref"] for one in sent] == ["t2", "t1", "t3"]


@pytest.mark.parametrize(
    "words",
    [("grace", "note", "--how", "note"), ("grace", "note", "call"), ("note",), ()],
    ids=" ".join,
)
def test_what_is_said_twice_or_to_nobody_is_a_mistake(book, words: tuple[str, ...]) -> None:
    assert book("thank", *words).status == 2
    assert set(states(book).values()) == {"open"}


def test_a_way_that_is_somebodys_name_is_not_guessed(book) -> None:
    book("add", "Ana Gift")
    refused = book("thank", "grace", "gift", "--json")
    assert refused.status == 4
    assert [one["ref"] for one in refused.error["candidates"]] == ["--how gift", "c3"]
    assert book("thank", "gift", "--how", "note").status == 0


# A meeting, a favor, a tag


def test_a_whole_table_is_thanked_for_a_meeting(netlog) -> None:
    netlog("log", "+Ann", "+Ben", "+Cat", "lunch")
    sent = netlog("thank", "m1", "note", "--json").json
    assert [(one["contact"]["name"], one["state"]) for one in sent] == [
        ("Ann", "sent"),
        ("Ben", "sent"),
        ("Cat", "sent"),
    ]


def test_a_meeting_that_opened_none_is_thanked_for_all_the_same(netlog) -> None:
    netlog("log", "+Ann", "+Ben", "email")
    sent = netlog("thank", "m1", "--json").json
    assert [(one["contact"]["ref"], one["meeting"]["ref"]) for one in sent] == [
        ("c1", "m1"),
        ("c2", "m1"),
    ]
    assert "already" in netlog("thank", "m1").out
    assert len(netlog("show", "ann", "--json").json["thanks"]) == 1


@pytest.fixture
def table(netlog, monkeypatch):
    """Ann, Ben and Cat at a lunch (m1), for which Ann was thanked the day after."""
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-21")
    netlog("log", "+Ann", "+Ben", "+Cat", "lunch", "yesterday")
    netlog("thank", "ann")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    return netlog


def test_who_was_thanked_for_a_meeting_is_said_so_and_the_others_are_thanked(table) -> None:
    assert table("thank", "ann", "ben", "m1", "note").out == (
        "Thanked Ben for lunch on 20 Nov (t2).\n"
        "Thanked Cat for lunch on 20 Nov (t3).\n"
        "Ann was thanked on 21 Nov already (t1).\n"
    )
    assert "already" in table("thank", "ann", "m1").out
    assert len(table("show", "ann", "--json").json["thanks"]) == 1


def test_who_was_thanked_before_is_not_thanked_with_the_others_of_a_meeting(table) -> None:
    sent = table("thank", "m1", "--json").json
    assert [(one["ref"], one["sent_on"]) for one in sent] == [
        ("t2", "2026-11-23"),
        ("t3", "2026-11-23"),
        ("t1", "2026-11-21"),
    ]


def test_whoever_is_named_with_a_meeting_is_thanked_for_it_though_none_were_owed(table) -> None:
    table("drop", "t2")
    sent = table("thank", "ben", "m1", "--json").json
    assert [(one["contact"]["name"], one["meeting"]["ref"]) for one in sent] == [
        ("Cat", "m1"),
        ("Ben", "m1"),
        ("Ann", "m1"),
    ]


@pytest.mark.parametrize("words", [("ann", "f1"), ("f1", "ann")], ids=" ".join)
def test_whoever_is_named_with_a_favor_is_thanked_for_it_once(table, words) -> None:
    table("favor", "receive", "ann", "a reference", "--on", "2026-11-22")
    table("thank", "ann", "--on", "2026-11-22")
    assert table("thank", *words).out == "Ann was thanked on 22 Nov already (t4).\n"


def test_a_favor_is_thanked_for(book) -> None:
    book("favor", "receive", "grace", "read my CV")
    (sent,) = book("thank", "f1", "--json").json
    assert sent["favor"]["ref"] == "f1"
    assert states(book)["t1"] == "open"


def test_what_you_did_or_still_wait_for_is_nothing_to_thank_for(book) -> None:
    book("favor", "give", "grace", "a reference")
    book("favor", "ask", "grace", "an intro")
    for ref in ("f1", "f2"):
        assert book("thank", ref).status == 1


def test_who_has_a_tag_is_thanked_for_what_is_open(book) -> None:
    book("add", "Zed", "--tag", "panel")
    book("tag", "grace", "panel")
    sent = book("thank", "--tag", "#panel", "--how", "email", "--json").json
    assert [one["ref"] for one in sent] == ["t1", "t2"]
    assert len(book("show", "zed", "--json").json["thanks"]) == 0


def test_a_tag_with_nothing_open_is_thanked_all_the_same(netlog) -> None:
    netlog("add", "Zed", "--tag", "panel")
    (sent,) = netlog("thank", "--tag", "panel", "--json").json
    assert (sent["contact"]["name"], sent["meeting"], sent["favor"]) == ("Zed", None, None)
    assert netlog("thank", "--tag", "nobody").status == 3
    assert netlog("thank", "zed", "--tag", "panel").status == 2


# Nothing open


def test_thanks_with_nothing_open_are_recorded(netlog) -> None:
    netlog("add", "Xi")
    said = netlog("thank", "xi", "note")
    assert said.out == "Thanked Xi by note (t1).\n"
    (thanks,) = netlog("show", "xi", "--json").json["thanks"]
    assert (thanks["state"], thanks["sent_on"], thanks["how"]) == ("sent", "2026-11-23", "note")
    assert (thanks["meeting"], thanks["favor"]) == (None, None)


def test_the_same_thanks_twice_on_a_day_are_said(netlog) -> None:
    netlog("add", "Xi")
    netlog("thank", "xi")
    again = netlog("thank", "xi")
    assert (again.status, again.out) == (0, "Xi was thanked today already (t1).\n")
    assert len(netlog("show", "xi", "--json").json["thanks"]) == 1


def test_saying_more_of_the_same_thanks_is_kept(netlog) -> None:
    netlog("add", "Xi")
    netlog("thank", "xi")
    (thanks,) = netlog("thank", "xi", "note", "--json").json
    assert (thanks["ref"], thanks["how"]) == ("t1", "note")


def test_other_thanks_on_that_day_are_others(netlog) -> None:
    netlog("add", "Xi")
    netlog("thank", "xi", "note")
    netlog("thank", "xi", "call")
    netlog("thank", "xi", "--on", "3d")
    assert len(netlog("show", "xi", "--json").json["thanks"]) == 3


def test_thanks_for_what_was_open_are_the_thanks_of_that_day(book) -> None:
    book("thank", "ada")
    assert "already" in book("thank", "ada").out


@pytest.mark.parametrize("what", [("log", "xi", "lunch"), ("favor", "receive", "xi", "a lead")])
@pytest.mark.parametrize("how", [(), ("call",)], ids=str)
def test_thanks_on_another_day_are_others_whatever_was_open(netlog, what, how) -> None:
    netlog("add", "Xi")
    netlog(*what)
    netlog("thank", "xi", *how)
    said = netlog("thank", "xi", *how, "--on", "yesterday")
    assert said.out.startswith("Thanked Xi")
    days = [one["sent_on"] for one in netlog("show", "xi", "--json").json["thanks"]]
    assert sorted(days) == ["2026-11-22", "2026-11-23"]
    assert "already" in netlog("thank", "xi", *how, "--on", "yesterday").out


# A day of grace


@pytest.mark.parametrize("who", ["bob", "t1", "m1"])
def test_having_flown_west_one_can_thank(netlog, monkeypatch, who: str) -> None:
    netlog("add", "Bob")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    netlog("log", "bob", "coffee")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    assert netlog("thank", who).status == 0
    (thanks,) = netlog("show", "bob", "--json").json["thanks"]
    assert thanks["state"] == "sent"
    if who != "t1":
        assert "already" in netlog("thank", who).out


def test_thanks_two_days_before_are_refused(netlog) -> None:
    netlog("add", "Bob")
    netlog("log", "bob", "coffee")
    assert netlog("thank", "bob", "--on", "2026-11-21").status == 1


# A draft


def test_a_draft_quotes_what_they_did_and_asks_nothing(netlog) -> None:
    netlog("add", "Grace Hopper")
    netlog("favor", "receive", "grace", "introduced me to her publisher")
    drafted = netlog("thank", "grace", "--draft")
    assert drafted.out == (
        "Thank you for what you did for me on 23 November: "
        '"introduced me to her publisher". '
        "I wanted you to know that it did not go unnoticed.\n"
    )
    assert drafted.err == "When it is sent: netlog thank grace\n"
    assert netlog("show", "grace", "--json").json["thanks"][0]["state"] == "open"


def test_a_draft_of_what_was_sent_today_is_not_to_be_sent_again(netlog) -> None:
    netlog("add", "Xi")
    netlog("log", "xi", "coffee")
    netlog("thank", "xi")
    for who in ("xi", "t1"):
        assert netlog("thank", who, "--draft").err == "Xi was thanked today already (t1).\n"


def test_a_draft_is_an_object_of_whom_and_what(book) -> None:
    drafted = book("thank", "grace", "note", "--draft", "--json").json
    assert drafted["contact"] == {"id": 1, "ref": "c1", "name": "Grace Hopper"}
    assert drafted["text"] == (
        "Thank you for the coffee on 20 November and for the lunch on 23 November. "
        "I wanted you to know that it did not go unnoticed."
    )


@pytest.mark.parametrize("who", ["t3", "m3", "ada"])
def test_a_draft_may_be_for_one_thing(book, who: str) -> None:
    assert "the call on 21 November" in book("thank", who, "--draft").out


def test_a_draft_holds_no_question_whatever_was_written(netlog) -> None:
    netlog("add", "Xi")
    netlog("favor", "receive", "xi", "asked me: why not London? And how?")
    netlog("log", "xi", "call", "--", "will they hire?")
    text = netlog("thank", "xi", "--draft").out
    assert "why not London And how" in text
    assert "?" not in text


# A draft follows the rules of `draft`


def test_a_draft_quotes_nobody_to_themselves(netlog) -> None:
    netlog("add", "Grace Hopper")
    netlog("favor", "receive", "grace", "she called Mill for me")
    netlog("favor", "receive", "grace", "Grace lent me a desk", "--on", "3d")
    netlog("favor", "receive", "grace", "a name at Acme", "--on", "2d")
    drafted = netlog("thank", "grace", "--draft")
    assert drafted.out.startswith(
        "Thank you for what you did for me on 20 November and on 23 November "
        'and for what you did for me on 21 November: "a name at Acme". '
    )
    assert "Not quoted, for it speaks of them to somebody else: she called" in drafted.err


def test_a_draft_tells_what_they_have_not_heard_and_says_how_to_note_that(netlog) -> None:
    netlog("add", "Grace Hopper")
    netlog("favor", "receive", "grace", "a name at Acme")
    netlog("favor", "outcome", "f1", "they want to see me")
    drafted = netlog("thank", "grace", "--draft")
    assert 'how it turned out: "they want to see me".' in drafted.out
    assert "netlog told f1" in drafted.err
    netlog("told", "f1")
    assert "turned out" not in netlog("thank", "grace", "--draft").out


@pytest.mark.parametrize("outcome", ["she got the job", "Grace was right"])
def test_a_draft_has_news_by_their_day_that_are_not_theirs_to_read(netlog, outcome) -> None:
    netlog("add", "Grace Hopper")
    netlog("favor", "receive", "grace", "a name at Acme", "--on", "5d")
    netlog("favor", "outcome", "f1", outcome)
    drafted = netlog("thank", "grace", "--draft")
    assert outcome not in drafted.out
    assert "I learned on 23 November how it turned out" in drafted.out
    assert "It tells them" not in drafted.err


def test_a_draft_has_a_promise_by_its_day_that_is_not_theirs_to_read(netlog) -> None:
    netlog("add", "Grace Hopper")
    netlog("favor", "receive", "grace", "a name at Acme")
    netlog("favor", "promise", "grace", "a look at her talk")
    assert "what I promised you on 23 November." in netlog("thank", "grace", "--draft").out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Vielen Dank für den Kaffee am 22. November und für das, was du am 23. November für "
               "mich getan hast: „a name at Acme“. Du sollst wissen, dass es mir aufgefallen ist."),
        ("fr", "Merci pour le café du 22 novembre et pour ce que tu as fait pour moi le 23 novembre"
               " : « a name at Acme ». Je voulais que tu saches que cela a compté pour moi."),
        ("es", "Gracias por el café del 22 de noviembre y por lo que hiciste por mí el 23 de "
               "noviembre: «a name at Acme». Quería que supieras que lo valoro mucho."),
        ("pt", "Agradeço o café de 22 de novembro e o que você fez por mim em 23 de novembro: "
               '"a name at Acme". Queria que soubesse que isso não passou despercebido.'),
    ],
)  # fmt: skip
def test_a_draft_is_in_their_language(netlog, language: str, said: str) -> None:
    netlog("add", "Grace Hopper")
    netlog("edit", "grace", "--set", f"language={language}")
    netlog("log", "grace", "coffee", "--on", "1d")
    netlog("favor", "receive", "grace", "a name at Acme")
    assert netlog("thank", "grace", "--draft").out == f"{said}\n"


def test_a_draft_needs_something_on_record(netlog) -> None:
    netlog("add", "Xi")
    assert netlog("thank", "xi", "--draft").status == 3


@pytest.mark.parametrize(
    "words",
    [("grace", "ada", "--draft"), ("--tag", "x", "--draft"), ("grace", "--draft", "--on", "3d")],
)
def test_a_draft_is_for_one(book, words: tuple[str, ...]) -> None:
    assert book("thank", *words).status == 2


def test_thanks_do_not_count_as_being_in_touch(book) -> None:
    before = book("show", "grace", "--json").json["last_touch_on"]
    book("thank", "grace", "--how", "call")
    assert book("show", "grace", "--json").json["last_touch_on"] == before


def test_thanks_are_not_sent_before_there_is_anything_to_thank_for(book) -> None:
    refused = book("thank", "ada", "--on", "2020-01-01")
    assert refused.status == 1


def test_an_earlier_day_closes_what_was_owed_by_then(netlog) -> None:
    netlog("add", "Carol", "--log", "Tea", "--kind", "coffee", "--on", "2026-11-10")
    netlog("log", "carol", "--kind", "coffee", "--on", "2026-11-20")
    sent = netlog("thank", "carol", "--on", "2026-11-15", "--json").json
    assert [one["ref"] for one in sent] == ["t1"]


def test_thanks_of_a_day_before_all_that_is_open_are_recorded_beside_it(netlog) -> None:
    netlog("add", "Bo Diaz")
    netlog("log", "bo", "call", "--on", "2026-11-08", "--no-thanks")
    netlog("log", "bo", "coffee", "--on", "2026-11-20")
    assert netlog("thank", "bo", "--on", "2026-11-05").status == 1
    assert netlog("thank", "bo", "--on", "2026-11-10").status == 0
    thanks = netlog("show", "bo", "--json").json["thanks"]
    assert sorted((one["state"], one["sent_on"]) for one in thanks) == [
        ("open", None),
        ("sent", "2026-11-10"),
    ]
    assert netlog("thank", "t1", "--on", "2026-11-10").status == 1
