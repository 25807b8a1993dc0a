"""netlog log: what happened with whom, and what follows from it: thanks, promises, asks."""

import pytest

from netlog.records.contacts import NewContact
from netlog.records.meetings import KINDS
from netlog.store.writes import contacts

UID = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"


@pytest.fixture
def book(netlog, recording, seeded):
    """Grace, Ada and Carol."""

    def fill() -> None:
        with recording() as opened:
            for name in ("Grace Hopper", "Ada Lovelace", "Carol Danvers"):
                contacts.add(opened, NewContact(name))

    seeded(fill)
    return netlog


def contact(netlog, who: str):
    return netlog("show", who, "--json").json


def count(netlog, who: str) -> int:
    return len(contact(netlog, who)["meetings"])


def test_a_meeting_is_confirmed_with_what_it_opened(book) -> None:
    assert book("log", "grace", "-m", "Clocks").out == (
        "Logged meeting with Grace Hopper on 23 Nov (m1).\n"
        "Thanks to Grace Hopper due 25 Nov: netlog thank t1\n"
    )


def test_everything_that_is_said_is_kept(book) -> None:
    meeting = book(
        *("log", "grace", "--message", "Two\nlines", "--on", "3d", "--kind", "lunch"),
        *("--place", "Balthazar", "--invited", "me", "--paid", "split", "--json"),
    ).json
    kept = ("ref", "happened_on", "kind", "text", "place", "invited_by", "paid_by")
    assert [meeting[key] for key in kept] == [
        *("m1", "2026-11-20", "lunch", "Two\nlines", "Balthazar", "me", "split")
    ]
    assert meeting["contacts"] == [{"id": 1, "ref": "c1", "name": "Grace Hopper"}]


def test_a_meeting_needs_no_text(book) -> None:
    meeting = book("log", "grace", "--json").json
    assert (meeting["kind"], meeting["text"]) == ("meeting", None)


def test_several_people_share_one_meeting(book) -> None:
    meeting = book("log", "grace", "ada", "carol", "--kind", "lunch", "--json").json
    assert [p["ref"] for p in meeting["contacts"]] == ["c1", "c2", "c3"]
    assert [t["contact"]["ref"] for t in meeting["thanks"]] == ["c1", "c2", "c3"]
    assert {contact(book, who)["last_touch_on"] for who in ("c1", "c2", "c3")} == {"2026-11-23"}


def test_several_people_are_told_in_a_sentence(book) -> None:
    said = book("log", "grace", "ada", "carol", "--kind", "lunch").out
    assert said.startswith(
        "Logged lunch with Grace Hopper, Ada Lovelace and Carol Danvers on 23 Nov (m1).\n"
    )


def test_somebody_named_twice_was_there_once(book) -> None:
    meeting = book("log", "grace", "hopper", "c1", "--json").json
    assert [p["ref"] for p in meeting["contacts"]] == ["c1"]


def test_with_one_unknown_nobody_is_logged(book, contents) -> None:
    before = contents()
    refused = book("log", "grace", "zacharias")
    assert refused.status == 3
    assert "--create" in refused.err
    assert contents() == before


def test_create_adds_who_is_missing(book) -> None:
    meeting = book("log", "grace", "Zoë Quinn", "--create", "--json").json
    assert [p["name"] for p in meeting["contacts"]] == ["Grace Hopper", "Zoë Quinn"]
    assert contact(book, "zoe")["last_touch_on"] == "2026-11-23"


def test_create_does_not_add_who_is_there(book) -> None:
    book("log", "grace", "--create")
    assert len(book("list", "--json").json) == 3


def test_create_does_not_choose_between_two(book) -> None:
    book("add", "Grace Kelly")
    assert book("log", "grace", "--create").status == 4
    assert len(book("list", "--json").json) == 4


@pytest.mark.parametrize("who", ["c99", "t9", "99"])
def test_create_makes_nobody_out_of_a_ref(book, who: str) -> None:
    assert book("log", who, "--create").status != 0
    assert len(book("list", "--json").json) == 3


def test_create_adds_one_person_typed_in_two_ways_once(book) -> None:
    meeting = book("log", "Zed New", "zed new", "--create", "--json").json
    assert [p["name"] for p in meeting["contacts"]] == ["Zed New"]


# When


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("friday", "2026-11-20"),
        ("2w", "2026-11-09"),
        ("12 nov", "2026-11-12"),
        ("tomorrow", "2026-11-24"),
    ],
)
def test_the_day_is_read_as_past(book, said: str, day: str) -> None:
    assert book("log", "grace", "--on", said, "--json").json["happened_on"] == day


@pytest.mark.parametrize("said", ["2026-11-25", "25 nov", "in 2 weeks", "2027-01-01"])
def test_a_meeting_to_come_is_refused_and_a_plan_offered(book, said: str) -> None:
    refused = book("log", "grace", "--on", said)
    assert refused.status == 1
    assert "still to come: netlog plan grace 20" in refused.err
    assert count(book, "grace") == 0


def test_a_day_that_cannot_be_read_is_refused_with_three_examples(book) -> None:
    refused = book("log", "grace", "--on", "the other day")
    assert refused.status == 2
    assert 'try 2026-11-20, yesterday or "3 days ago"' in refused.err


@pytest.mark.parametrize("option", ["--on", "--next"])
def test_an_empty_day_is_a_mistake_and_not_today(book, option: str) -> None:
    assert book("log", "grace", option, "").status == 2
    assert count(book, "grace") == 0


def test_a_later_log_of_an_earlier_day_does_not_move_the_last_touch_back(book) -> None:
    book("log", "grace", "--on", "yesterday")
    book("log", "grace", "--on", "2w")
    assert contact(book, "grace")["last_touch_on"] == "2026-11-22"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_but_a_note_counts_as_being_in_touch(book, kind: str) -> None:
    book("log", "grace", "--kind", kind)
    touched = contact(book, "grace")["last_touch_on"]
    assert touched == (None if kind == "note" else "2026-11-23")


def test_a_touch_moves_the_next_day_a_cadence_on(book) -> None:
    book("every", "grace", "2w")
    book("log", "grace", "--on", "yesterday")
    assert contact(book, "grace")["next_due_on"] == "2026-12-06"


def test_next_brings_them_up_on_that_day(book) -> None:
    book("log", "grace", "ada", "--next", "friday")
    assert contact(book, "grace")["next_due_on"] == "2026-11-27"
    assert contact(book, "ada")["remind_on"] == "2026-11-27"


def test_next_must_lie_ahead(book) -> None:
    assert book("log", "grace", "--next", "2026-11-20").status == 2
    assert count(book, "grace") == 0


# What follows


@pytest.mark.parametrize("kind", ["email", "message", "note"])
def test_a_mail_a_message_and_a_note_open_no_thanks(book, kind: str) -> None:
    assert book("log", "grace", "--kind", kind, "--json").json["thanks"] == []


def test_thanks_are_due_two_days_after_the_meeting(book) -> None:
    (thanks,) = book("log", "grace", "--kind", "coffee", "--on", "5d", "--json").json["thanks"]
    assert (thanks["opened_on"], thanks["due_on"]) == ("2026-11-18", "2026-11-20")
    assert thanks["state"] == "open"


def test_thanked_on_the_spot_opens_nothing_and_is_remembered(book) -> None:
    (thanks,) = book("log", "grace", "--kind", "coffee", "--thanked", "--json").json["thanks"]
    assert (thanks["state"], thanks["sent_on"]) == ("sent", "2026-11-23")
    assert book("due", "--within", "9d", "--json").json == []


def test_no_thanks_opens_none(book) -> None:
    assert book("log", "grace", "--kind", "coffee", "--no-thanks", "--json").json["thanks"] == []


def test_thanked_and_no_thanks_exclude_each_other(book) -> None:
    assert book("log", "grace", "--thanked", "--no-thanks").status == 2
    assert count(book, "grace") == 0


def test_the_rule_of_a_kind_can_be_configured(book, tmp_path, monkeypatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[thanks]\ncoffee = 5\nevent = "never"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    (thanks,) = book("log", "grace", "--kind", "coffee", "--json").json["thanks"]
    assert thanks["due_on"] == "2026-11-28"
    assert book("log", "grace", "--kind", "event", "--json").json["thanks"] == []


def test_a_promise_is_due_in_a_week(book) -> None:
    (favor,) = book("log", "grace", "--owe", "the slides", "--json").json["favors"]
    assert (favor["direction"], favor["state"]) == ("to_them", "open")
    assert (favor["text"], favor["due_on"]) == ("the slides", "2026-11-30")


def test_a_promise_is_due_by_the_day_that_was_named(book) -> None:
    (favor,) = book("log", "grace", "--owe", "slides", "--by", "friday", "--json").json["favors"]
    assert favor["due_on"] == "2026-11-27"


def test_what_was_asked_for_is_waited_for(book) -> None:
    logged = book("log", "grace", "--asked", "an intro", "--json").json
    (favor,) = logged["favors"]
    assert logged["asked"] == "an intro"
    assert (favor["direction"], favor["state"], favor["due_on"]) == ("to_me", "open", "2026-12-07")


def test_what_was_owed_and_asked_is_told_with_what_settles_it(book) -> None:
    said = book("log", "grace", "--kind", "note", "--owe", "the slides", "--asked", "an intro").out
    assert said.split("\n")[1:] == [
        "You promised: the slides, due 30 Nov: netlog done f1",
        "You asked for: an intro, due 7 Dec: netlog done f2",
        "",
    ]


def test_by_goes_with_something_owed_or_asked(book) -> None:
    assert book("log", "grace", "--by", "friday").status == 2


def test_what_they_did_for_you_is_kept_as_received_and_owed_thanks(book) -> None:
    logged = book("log", "grace", "--kind", "email", "--got", "read my CV", "--json").json
    (favor,) = logged["favors"]
    assert (favor["direction"], favor["state"], favor["text"]) == ("to_me", "done", "read my CV")
    (thanks,) = logged["thanks"]
    assert thanks["favor"] == {"id": 1, "ref": "f1", "text": "read my CV"}


def test_a_favor_at_a_coffee_is_thanked_for_once(book) -> None:
    logged = book("log", "grace", "--kind", "coffee", "--got", "read my CV", "--json").json
    assert len(logged["thanks"]) == 1


def test_what_was_owed_concerns_the_first_of_several(book) -> None:
    logged = book("log", "ada", "grace", "--owe", "the slides", "--json").json
    assert [favor["contact"]["name"] for favor in logged["favors"]] == ["Ada Lovelace"]


# Again


def test_logging_again_under_one_id_records_once(book) -> None:
    first = book("log", "grace", "--owe", "slides", "--id", UID, "--json").json
    again = book("log", "grace", "--owe", "slides", "--id", UID, "--json")
    assert again.status == 0
    assert again.json == first
    assert count(book, "grace") == 1


def test_logging_again_says_that_it_was_logged_before(book) -> None:
    book("log", "grace", "--kind", "coffee", "--id", UID)
    again = book("log", "grace", "--id", UID)
    assert again.out.startswith("Logged before: coffee with Grace Hopper on 23 Nov (m1).")


def test_it_may_be_logged_again_on_another_day(book, monkeypatch) -> None:
    book("log", "grace", "--id", UID)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert book("log", "grace", "--id", UID).status == 0


@pytest.mark.parametrize(
    "other",
    [
        ("ada",),
        ("grace", "ada"),
        ("grace", "-m", "Other words"),
        ("grace", "--kind", "lunch"),
        ("grace", "--on", "yesterday"),
        ("grace", "--got", "a hint"),
    ],
    ids=" ".join,
)
def test_another_meeting_under_that_id_is_refused(book, other: tuple[str, ...]) -> None:
    book("log", "grace", "-m", "Words", "--kind", "coffee", "--owe", "slides", "--id", UID)
    refused = book("log", *other, "--id", UID)
    assert (refused.status, refused.out) == (5, "")
    assert "That --id belongs to m1" in refused.err
    assert count(book, "grace") == 1


# What it says


def test_it_says_whom_it_added_and_everything_that_follows(book) -> None:
    said = book(
        *("log", "grace", "Zed", "--create", "--got", "a hint", "--thanked", "--next", "friday")
    ).out
    assert said.splitlines() == [
        "Added Zed (c4).",
        "Logged meeting with Grace Hopper and Zed on 23 Nov (m1).",
        "Grace Hopper did for you: a hint (f1).",
        "Thanks to Grace Hopper are sent (t1).",
        "Thanks to Zed are sent (t2).",
        "A reminder of Grace Hopper and Zed comes on 27 Nov.",
    ]


def test_it_says_which_outcome_was_told(book) -> None:
    book("favor", "receive", "grace", "read my CV")
    book("favor", "outcome", "f1", "hired")
    said = book("log", "grace", "--kind", "email", "--told", "f1").out
    assert "Told Grace Hopper how it turned out: hired (f1, read my CV)." in said


def test_a_meeting_with_all_that_follows_is_one_transaction(book, recording) -> None:
    book("log", "grace", "Zed", "--create", "--owe", "slides", "--next", "friday")
    with recording() as opened:
        rows = opened.connection.execute(
            "SELECT batch_id, table_name FROM change c JOIN batch b ON b.id = c.batch_id "
            "WHERE command = 'log'"
        ).fetchall()
    assert len({batch for batch, _ in rows}) == 1
    assert {"contact", "meeting", "meeting_contact", "favor", "thanks"} == {t for _, t in rows}
