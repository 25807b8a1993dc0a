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
    for who in ("t3", "ada"):
        assert book("thank", who).status == 3


def test_a_ref_of_no_thanks_matches_nothing(book) -> None:
    refused = book("thank", "t99")
    assert refused.status == 3
    assert "There are no" in refused.err


def test_a_ref_of_something_else_is_a_mistake(book) -> None:
    assert book("thank", "m1").status == 2


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
