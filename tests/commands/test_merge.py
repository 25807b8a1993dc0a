"""netlog merge: of two one, and nothing that hung on either is lost."""

from typing import Any

import pexpect
import pytest

from netlog.store.reads.history import last_of_row


@pytest.fixture
def book(netlog, seeded):
    """Grace twice, c1 and c2, with Ada (c3), whom the second Grace introduced."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--email", "g@x.org", "--city", "Arlington", "--tag", "navy")
        netlog(
            *("add", "Amazing Grace", "--email", "g2@x.org", "--city", "Boston", "--tag", "chess"),
            *("--circle", "peer", "--note", "Likes clocks"),
        )
        netlog("add", "Ada Lovelace", "--via", "amazing")
        netlog("log", "c1", "c2", "ada", "--kind", "coffee", "--on", "2026-11-20")
        netlog("log", "c2", "--kind", "lunch", "--on", "2026-11-21", "--owe", "slides")
        netlog("favor", "receive", "c2", "a book")

    seeded(fill)
    return netlog


def person(netlog, ref: str) -> Any:
    return netlog("show", ref, "--json").json


def test_goals_that_go_over_are_named(book) -> None:
    for text in ("A fair", "A book"):
        book("goal", "add", text, "--horizon", "short")
    book("goal", "tell", "g1", "c1")
    for ref in ("g1", "g2"):
        book("goal", "tell", ref, "c2")
    book("edit", "c2", "--goal", "g2")
    said = "1 introduction, told of 1 goal, serving 1 goal\n"
    assert said in book("merge", "c1", "c2", "--yes").out


def test_the_page_says_what_goes_over_and_where_they_differ(book) -> None:
    assert book("merge", "c1", "c2", "--yes").out == (
        "Amazing Grace (c2) is merged into Grace Hopper (c1)\n"
        "  Taken  name Amazing Grace, circle peer, tag #chess, email g2@x.org, notes\n"
        "  Moved  1 meeting, 1 meeting where both were, 2 favors, 2 thanks, 1 introduction\n"
        "\n"
        "Where they differ\n"
        "  city  Arlington stays (of c1)  Boston goes into the notes\n"
    )


def test_everything_goes_over(book) -> None:
    book("merge", "c1", "c2", "--yes")
    grace = person(book, "c1")
    assert [m["value"] for m in grace["methods"]] == ["g@x.org", "g2@x.org"]
    assert (grace["tags"], grace["circles"]) == (["chess", "navy"], ["peer"])
    assert [m["ref"] for m in grace["meetings"]] == ["m2", "m1"]
    assert [p["ref"] for p in grace["meetings"][1]["contacts"]] == ["c1", "c3"]
    assert [f["ref"] for f in grace["favors"]] == ["f2", "f1"]
    assert grace["notes"] == "Likes clocks\n\nMerged with Amazing Grace (c2): city Boston."
    assert grace["last_touch_on"] == "2026-11-23"
    assert person(book, "ada")["introduced_by"]["ref"] == "c1"
    assert [p["ref"] for p in book("list", "--json").json] == ["c3", "c1"]


def test_thanks_for_a_meeting_of_both_are_owed_once(book) -> None:
    book("merge", "c1", "c2", "--yes")
    assert [t["ref"] for t in person(book, "c1")["thanks"]] == ["t5", "t4", "t1"]


def test_thanks_that_were_sent_to_one_settle_those_of_the_other(book) -> None:
    book("thank", "t2")
    book("merge", "c1", "c2", "--yes")
    thanks = {t["ref"]: t["state"] for t in person(book, "c1")["thanks"]}
    assert thanks == {"t5": "open", "t4": "open", "t2": "sent"}


def test_it_is_one_change_that_knows_every_row(book, sql, on_server) -> None:
    book("merge", "c1", "c2", "--yes")
    found = sql(
        "SELECT batch_id, table_name, is_there = 0 FROM change c JOIN batch b ON b.id = c.batch_id "
        "WHERE command = 'merge'",
    )
    assert len({batch for batch, _, _ in found}) == 1
    gone = sorted(table for _, table, is_gone in found if is_gone)
    assert gone == ["contact", "meeting_contact", "thanks"]
    assert {table for _, table, _ in found} >= {"contact_tag", "contact_method", "favor"}
    assert on_server or sql("PRAGMA foreign_key_check") == []


def test_a_dry_run_shows_the_same_page_and_changes_nothing(book, contents) -> None:
    before = contents()
    dry = book("merge", "c1", "c2", "--dry-run")
    assert contents() == before
    wet = book("merge", "c1", "c2", "--yes")
    assert dry.out == wet.out.replace("is merged", "would be merged")


def test_json_is_the_contact_as_it_now_stands_and_what_was_decided(book) -> None:
    dry = book("merge", "c1", "c2", "--dry-run", "--json").json
    done = book("merge", "c1", "c2", "--json", "--yes").json
    assert (dry["dry_run"], done["dry_run"]) == (True, False)
    assert (dry["merged_names"], done["merged_names"]) == ([], ["Amazing Grace"])
    assert done["ref"] == "c1"
    assert done["merged"]["ref"] == "c2"
    assert done["conflicts"] == [
        {"field": "city", "kept": "Arlington", "kept_of": "c1", "lost": "Boston", "noted": True}
    ]
    assert done["moved"] == {
        "meetings": 1,
        "together": 1,
        "favors": 2,
        "thanks": 2,
        "introductions": 1,
        "plans": 0,
        "leads": 0,
        "tellings": 0,
        "goals": 0,
    }
    for key in ("merged", "taken", "moved", "conflicts"):
        if key != "moved":
            assert dry[key] == done[key]


def test_whoever_looks_for_the_other_is_told(book) -> None:
    book("merge", "c1", "c2", "--yes")
    told = book("show", "c2")
    assert told.status == 3
    assert "c2 was merged into Grace Hopper (c1)." in told.err
    assert person(book, "amazing grace")["ref"] == "c1"


def test_one_who_introduced_the_other_does_not_introduce_themselves(netlog) -> None:
    netlog("add", "Grace Hopper")
    netlog("add", "Grace Murray", "--via", "hopper")
    netlog("merge", "c2", "c1", "--yes")
    assert person(netlog, "c2")["introduced_by"] is None


def test_nobody_is_merged_with_themselves(book, contents) -> None:
    before = contents()
    assert book("merge", "c1", "hopper", "--yes").status == 2
    assert contents() == before


def test_who_was_told_apart_from_the_other_is_told_apart_from_the_kept(book, sql) -> None:
    book("duplicates", "--not", "c2", "c3")
    book("duplicates", "--not", "c1", "c2")
    merged = book("merge", "c3", "c1", "--yes")
    assert merged.err == ""
    merged = book("merge", "c3", "c2", "--yes")
    assert merged.err == "Mind: you said that they are not the same person.\n"
    assert sql("SELECT contact_id, other_id FROM not_duplicate") == []


def test_the_preferred_address_of_the_kept_one_stays_the_only_one(netlog, recording) -> None:
    from netlog.records.contacts import NewContact, NewMethod
    from netlog.store.writes import contacts

    with recording() as opened:
        for name in ("a", "b"):
            method = NewMethod("email", f"{name}@x.org", f"{name}@x.org", preferred=True)
            contacts.add(opened, NewContact(f"Grace {name}", methods=(method,)))
    merged = netlog("merge", "c1", "c2", "--json", "--yes").json
    assert [(m["value"], m["preferred"]) for m in merged["methods"]] == [
        ("a@x.org", True),
        ("b@x.org", False),
    ]


def test_the_journal_holds_what_the_other_was(book, recording) -> None:
    book("merge", "c1", "c2", "--yes")
    with recording() as opened:
        last = last_of_row(opened.connection, "contact", 2)
    assert last.before["city"] == "Boston"
    assert last.after is None


# Whether it is meant


def test_in_a_pipe_two_who_do_not_look_like_one_are_left_two(book, contents) -> None:
    before = contents()
    refused = book("merge", "c1", "c2")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == (
        "netlog: Grace Hopper (c1) and Amazing Grace (c2) would be one person, and do not look "
        "like it. If they are: add --yes.\n"
    )
    assert contents() == before


def test_two_that_duplicates_shows_need_no_yes(book) -> None:
    book("add", "Grace Hoper", "--email", "g@x.org", "--force")
    assert [pair["b"]["ref"] for pair in book("duplicates", "--json").json] == ["c4"]
    assert book("merge", "c1", "c4").status == 0


def test_two_of_whom_it_was_denied_need_one(book) -> None:
    book("add", "Grace Hoper", "--email", "g@x.org", "--force")
    book("duplicates", "--not", "c1", "c4")
    assert book("merge", "c1", "c4").status == 1
    assert book("merge", "c1", "c4", "--yes").status == 0


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 1), ("", 1)])
def test_on_a_terminal_it_asks(book, terminal, answer: str, status: int) -> None:
    child = terminal("merge", "c1", "c2", columns=120)
    child.expect(r"Make one person of Grace Hopper \(c1\) and Amazing Grace \(c2\)\? \[y/N\] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert ("They stay two." in child.before) is bool(status)
    assert (book("show", "c2").status == 0) is bool(status)
