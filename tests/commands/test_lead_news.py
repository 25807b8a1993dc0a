"""The news of a lead that landed: whose ask they settle, and in which order they are told."""

import pytest

from netlog.records.contacts import NewContact
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded, monkeypatch):
    """Two leads of one goal; Dee was asked for the goal, Eve for it and is a step of the other."""

    def fill() -> None:
        with recording() as opened:
            for name in ("Ann First", "Bob Second", "Cyd Third", "Dee Goal", "Eve Goal"):
                contacts.add(opened, NewContact(name, cadence_days=0))

        netlog("goal", "add", "a legal job", "--horizon", "short")
        vias = (part for name in ("ann", "cyd", "bob") for part in ("--via", name))
        netlog("lead", "add", "Harbor Trust", "--goal", "g1", *vias)
        netlog("lead", "add", "Pier Bank", "--goal", "g1", "--via", "eve")
        netlog("favor", "ask", "dee", "who hires lawyers", "--goal", "g1")
        netlog("favor", "ask", "eve", "a look at my CV", "--goal", "g1")

    monkeypatch.setenv("NETLOG_TODAY", "2026-01-05")
    seeded(fill)
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-01")
    return netlog


def lines(book, *argv):
    found = book("due", "--json", *argv).json
    return [(one["kind"], one["ref"], one["contact"]["name"].split()[0]) for one in found]


def test_what_was_asked_for_the_goal_is_told_and_not_nudged(book, monkeypatch) -> None:
    before = book("export").out
    book("lead", "landed", "l1", "--", "I begin in May")
    favors = {one["ref"]: one for one in book("favor", "list", "--json").json}
    for ref in ("f1", "f2"):
        assert (favors[ref]["state"], favors[ref]["outcome"]) == ("closed", "I begin in May")
    assert [ref for ref in favors if favors[ref]["contact"]["name"] == "Dee Goal"] == ["f1"]
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-10")
    assert [one for one in lines(book, "--all") if one[2] in ("Dee", "Eve")] == [
        ("outcome", "f1", "Dee"),
        # The other lead goes on, and is chased until it is ended.
        ("lead", "l2.1", "Eve"),
        ("outcome", "f2", "Eve"),
    ]
    assert "still_waiting" not in book("check", "dee", "--json").out
    book("undo")
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-01")
    assert book("export").out == before


def test_an_ask_for_another_lead_stays_with_that(book) -> None:
    book("favor", "ask", "dee", "a word with the bank", "--goal", "g1", "--lead", "l2")
    book("lead", "landed", "l1", "--", "I begin in May")
    found = {one["ref"]: one for one in book("favor", "list", "dee", "--json").json}
    assert (found["f3"]["state"], found["f3"]["lead"]["ref"]) == ("open", "l2")
    assert (found["f1"]["state"], found["f1"]["lead"]["ref"]) == ("closed", "l1")


def test_of_several_asks_for_the_goal_one_is_told_of_and_none_is_waited_for(book) -> None:
    book("favor", "ask", "dee", "a word with a judge", "--goal", "g1")
    book("lead", "landed", "l1", "--", "I begin in May")
    found = [one["state"] for one in book("favor", "list", "dee", "--json").json]
    assert sorted(found) == ["closed", "dropped"]


def test_help_for_the_goal_that_came_is_what_the_news_are_of(book, monkeypatch) -> None:
    book("favor", "receive", "dee", "who hires lawyers", "--goal", "g1")
    book("lead", "landed", "l1", "--", "I begin in May")
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-10")
    assert [one for one in lines(book) if one[2] == "Dee"] == [("outcome", "f1", "Dee")]
    book("told", "dee")
    assert [one for one in lines(book, "--all") if one[2] == "Dee"] == []


def test_the_next_lead_of_the_goal_is_news_again(book) -> None:
    book("lead", "landed", "l1", "--", "I begin in May")
    book("told", "f1")
    owed = book("lead", "landed", "l2", "--json", "-m", "they want me, too").json["owed"]
    assert [one["contact"]["name"] for one in owed] == ["Eve Goal", "Dee Goal"]


def test_a_lead_that_was_called_otherwise_meanwhile_asks_no_other_thanks(book) -> None:
    book("lead", "step", "l1.3", "done")
    book("lead", "edit", "l1", "--title", "The trust")
    owed = book("lead", "landed", "l1", "--draft", "--json", "-m", "I begin in May").json["owed"]
    said = "Bob, you helped me on the way to The trust: I begin in May. Thank you."
    assert said in [one["draft"] for one in owed]


def test_news_are_written_by_the_rules_of_a_draft(book) -> None:
    """Nobody is quoted to themselves, and everybody is called what they are called."""
    book("edit", "bob", "--nick", "Bobby")
    book("favor", "receive", "dee", "Dee's word to her boss", "--goal", "g1")
    book("lead", "step", "l1.3", "done")
    quoted = {
        one["contact"]["name"]: one["draft"]
        for one in book("lead", "landed", "l1", "--draft", "--json", "-m", "did we?").json["owed"]
    }
    assert (
        quoted["Bob Second"]
        == "Bobby, you helped me on the way to Harbor Trust: did we. Thank you."
    )
    assert quoted["Dee Goal"] == "Dee, you helped me on my way: did we. Thank you."
    owed = book("lead", "landed", "l1", "--draft", "--json", "-m", "she got the job").json["owed"]
    assert not [one for one in owed if "she got" in one["draft"]]
    assert "I would like to tell you how it turned out. Thank you." in owed[0]["draft"]


NEAREST = ["Bob", "Cyd", "Ann", "Dee", "Eve"]


def test_the_news_come_in_the_order_of_the_chain_everywhere(book, monkeypatch) -> None:
    book("lead", "drop", "l2")
    found = book("lead", "landed", "l1", "--json", "-m", "I begin in May").json
    assert [one["contact"]["name"].split()[0] for one in found["owed"]] == NEAREST
    shown = book("lead", "show", "l1").out.partition("To tell, the nearest first\n")[2]
    assert [line.split()[1] for line in shown.splitlines()[:5]] == NEAREST
    assert book("show", "l1").out == book("lead", "show", "l1").out
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-02")
    assert [one[2] for one in lines(book)] == NEAREST
    printed = [line.split()[1] for line in book("due").out.splitlines() if line.startswith("f")]
    assert printed == NEAREST
    assert [one[2] for one in lines(book, "--limit", "2")] == NEAREST[:2]
    book("told", "cyd")
    assert [one[2] for one in lines(book)] == ["Bob", "Ann", "Dee", "Eve"]
    assert "Cyd" not in book("lead", "show", "l1").out.partition("To tell")[2]


def test_news_that_are_as_late_stand_together_among_others(book, monkeypatch) -> None:
    book("lead", "drop", "l2")
    book("log", "bob", "coffee", "2026-01-31")
    book("log", "eve", "coffee", "2026-01-31")
    book("lead", "landed", "l1", "--", "I begin in May")
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-02")
    first = dict.fromkeys(one[2] for one in lines(book))
    assert list(first) == NEAREST


@pytest.fixture
def landed(book):
    """A lead through Ann, somebody who did their part, one who was asked, one who was not."""
    book("lead", "add", "Mill", "--via", "ann", "--via", "the partner", "--via", "the clerk")
    book("lead", "add-step", "l3", "the owner")
    for ref, state in (("l3.1", "done"), ("l3.2", "done"), ("l3.3", "asked")):
        book("lead", "step", ref, state)
    return book("lead", "landed", "l3", "--", "they took me on").out


def test_whoever_did_their_part_and_is_in_no_book_is_named_with_the_news(book, landed) -> None:
    assert landed.splitlines()[-2:] == [
        "Not in your book yet is the clerk: netlog lead step l3.3 --who WHO",
        "Not in your book yet is the partner: netlog lead step l3.2 --who WHO",
    ]
    draft = book("lead", "landed", "l3", "--draft")
    assert "the partner: netlog lead step l3.2 --who WHO" in draft.err
    assert "the partner" not in draft.out


@pytest.mark.parametrize("number", [2, 3, 4])
def test_whoever_is_learned_after_it_landed_hears_of_it_too(
    book, landed, number, monkeypatch
) -> None:
    before = book("export").out
    said = book("lead", "step", f"l3.{number}", "--who", "Pat New").out.splitlines()
    ref = book("favor", "list", "pat", "--json").json[0]["ref"]
    assert said[0] == f"Added Pat New. l3.{number} is Pat New: Mill (l3)."
    assert said[2:4] == ["Tell them:", f"Pat New (c6): netlog done {ref}"]
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-02")
    mine = [one for one in lines(book, "--all") if one[2] == "Pat"]
    assert mine == [("outcome", ref, "Pat")]
    book("done", ref)
    assert [one for one in lines(book, "--all") if one[2] == "Pat"] == []
    assert "Not in your book yet is Pat" not in book("lead", "landed", "l3", "--draft").err
    for _ in range(2):
        book("undo")
    monkeypatch.setenv("NETLOG_TODAY", "2026-02-01")
    assert book("export").out == before


def test_of_a_lead_that_landed_nothing_else_of_a_step_changes(book, landed) -> None:
    for words in (["done"], ["--who", "Pat New", "--by", "tomorrow"]):
        assert book("lead", "step", "l3.4", *words).status == 1
    assert book("lead", "step", "l3.1", "--who", "Pat New").status == 1
