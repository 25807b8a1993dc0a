"""netlog edit with options, or JSON on standard input: a person, field by field."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from tests.forked import Program


@pytest.fixture
def book(netlog, seeded):
    """Grace with a bit of everything, and Ada."""

    def fill() -> None:
        netlog("add", "Ada Lovelace")
        netlog(
            *("add", "Grace Hopper", "--nick", "Amazing", "--org", "Acme", "--title", "engineer"),
            *(
                "--email",
                "grace@example.org",
                "--tag",
                "navy",
                "--circle",
                "peer",
                "--note",
                "Clocks",
            ),
        )

    seeded(fill)
    return netlog


@pytest.fixture
def patch(book, monkeypatch) -> Callable[..., Any]:
    """Run `edit --stdin` on Grace with that on standard input."""

    def run(patch: object, *argv: str) -> Any:
        typed = patch if isinstance(patch, bytes) else json.dumps(patch).encode()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(typed)))
        return book("edit", "c2", "--stdin", *argv)

    return run


def grace(book) -> Any:
    return book("show", "c2", "--json").json


@pytest.mark.parametrize(
    ("option", "value", "key", "stored"),
    [
        ("--name", "Grace M. Hopper", "name", "Grace M. Hopper"),
        ("--nick", "Gigi", "nickname", "Gigi"),
        ("--nickname", "Gigi", "nickname", "Gigi"),
        ("--org", "Initech", "organization", "Initech"),
        ("--title", "admiral", "title", "admiral"),
        ("--city", "Arlington", "city", "Arlington"),
        ("--birthday", "9 dec 1906", "birthday", "1906-12-09"),
        ("--met", "the reunion", "how_met", "the reunion"),
        ("--met-on", "2026-11-01", "met_on", "2026-11-01"),
        ("--via", "ada", "introduced_by", {"id": 1, "ref": "c1", "name": "Ada Lovelace"}),
        ("--note", "Cats", "notes", "Clocks\nCats"),
        ("--notes", "Cats", "notes", "Cats"),
        ("--add-note", "Cats", "notes", "Clocks\nCats"),
        ("--every", "2w", "cadence_days", 14),
        ("--add-tag", "#Hiring", "tags", ["hiring", "navy"]),
        ("--tag", "hiring", "tags", ["hiring", "navy"]),
        ("--circle", "business", "circles", ["peer", "business"]),
        ("--rm-tag", "navy", "tags", []),
        ("--add-circle", "business", "circles", ["peer", "business"]),
        ("--rm-circle", "peer", "circles", []),
        ("--set", "Shoe  Size=44", "fields", {"shoe size": "44"}),
    ],
)
def test_each_field_has_its_option(book, option: str, value: str, key: str, stored: object) -> None:
    edited = book("edit", "grace", option, value, "--json")
    assert edited.status == 0, edited
    assert edited.json[key] == stored
    assert grace(book)[key] == stored


@pytest.mark.parametrize(
    ("option", "key"),
    [("--nick", "nickname"), ("--org", "organization"), ("--notes", "notes"), ("--via", None)],
)
def test_an_empty_text_clears(book, option: str, key: str | None) -> None:
    assert book("edit", "grace", option, "").status == 0
    assert grace(book)[key or "introduced_by"] is None


def test_a_name_cannot_be_empty(book, contents) -> None:
    before = contents()
    assert book("edit", "grace", "--name", "").status == 2
    assert contents() == before


def test_what_changed_is_said_in_a_sentence(book) -> None:
    said = book("edit", "grace", "--org", "Initech", "--add-tag", "hiring", "--nick", "").out
    assert said == (
        "Grace Hopper (c2): no nickname, organization Acme → Initech, +hiring.\n"
        "Acme, engineer is kept as a former job.\n"
    )


def test_what_is_the_same_already_is_no_change(book, contents) -> None:
    before = contents()
    result = book("edit", "grace", "--nick", "Amazing", "--add-tag", "navy")
    assert (result.status, result.out) == (0, "Grace Hopper (c2): nothing was changed.\n")
    assert contents() == before


def test_a_name_is_found_by_its_new_spelling_at_once(book) -> None:
    book("edit", "grace", "--name", "Łucja Żółć")
    assert book("show", "lucja zolc").status == 0


def test_a_new_tag_brings_its_cadence(book) -> None:
    book("every", "--tag", "friends", "2w")
    assert book("edit", "grace", "--add-tag", "friends", "--json").json["cadence_from"] == (
        "tag friends"
    )


@pytest.mark.parametrize(
    ("argv", "status", "words"),
    [
        (("--birthday", "soon"), 2, "Cannot read the birthday"),
        (("--birthday", "2031-01-01"), 2, "still to come"),
        (("--every", "sometimes"), 2, "Cannot read the cadence"),
        (("--add-circle", "friends"), 2, "friends is no circle: peer, business or community."),
        (("--add-email", "grace"), 2, "is no e-mail address"),
        (("--set", "team"), 2, "KEY=VALUE"),
        (("--set", "a:b=c"), 2, "letters, digits"),
        (("--unset", "team"), 3, "has no field team"),
        (("--rm-tag", "hiring"), 3, "has no tag hiring"),
        (("--rm-email", "ada@example.org"), 3, "has no email like that"),
        (("--prefer", "ada@example.org"), 3, "no way to be reached like that"),
        (("--via", "zed"), 3, "Nobody matches"),
        (("--via", "c2"), 1, "Nobody introduces themselves"),
        (("--place", "the club"), 2, "--place does not go with a contact"),
        ((), 2, "Say what to change"),
        (("--city", "Oslo", "--fix"), 2, "go with --name, --org or --title"),
        (("--note", "a", "--notes", "b"), 2, "--note adds and --notes replaces"),
        (("--note", ""), 2, 'To clear the notes: --notes ""'),
        (("-m", "x"), 2, "A note: netlog edit c2 --note TEXT"),
    ],
)
def test_a_mistake_is_explained_and_changes_nothing(book, contents, argv, status, words) -> None:
    before = contents()
    result = book("edit", "grace", *argv)
    assert result.status == status
    assert words in result.err
    assert contents() == before


def test_three_who_add_tags_at_once_all_succeed(book, program: Program) -> None:
    edit = [f"{program.folder}/netlog", "edit", "c2", "--add-tag"]
    running = [
        subprocess.Popen([*edit, tag], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        for tag in "abc"
    ]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert grace(book)["tags"] == ["a", "b", "c", "navy"]


def test_an_edit_is_one_command_in_the_journal(book, sql) -> None:
    book("edit", "grace", "--org", "Initech", "--add-tag", "x", "--set", "a=b", "--city", "Oslo")
    rows = sql(
        "SELECT count(DISTINCT batch_id), count(*) FROM change c "
        "JOIN batch b ON b.id = c.batch_id WHERE command = 'edit'"
    )
    assert rows == [(1, 4)]


# JSON on standard input


def test_a_patch_changes_clears_and_replaces(patch, book) -> None:
    result = patch(
        {
            "nickname": None,
            "city": "Oslo",
            "tags": ["x", "y"],
            "introduced_by": {"id": 1, "ref": "c1", "name": "Ada Lovelace"},
            "cadence_days": 0,
            "methods": [{"kind": "phone", "value": "555 0100", "label": None, "preferred": True}],
            "fields": {"team": "chess"},
        },
        "--json",
    )
    assert result.status == 0, result
    found = result.json
    assert (found["nickname"], found["city"], found["tags"]) == (None, "Oslo", ["x", "y"])
    assert found["introduced_by"]["ref"] == "c1"
    assert (found["cadence_days"], found["cadence_from"]) == (None, "contact")
    assert [method["value"] for method in found["methods"]] == ["555 0100"]
    assert found["fields"] == {"team": "chess"}


def test_fields_are_merged_and_null_takes_one_away(patch, book) -> None:
    book("edit", "grace", "--set", "team=chess", "--set", "shoe=44")
    assert patch({"fields": {"shoe": None, "hat": "red"}}, "--json").json["fields"] == {
        "team": "chess",
        "hat": "red",
    }


def test_an_empty_patch_changes_nothing(patch, contents) -> None:
    before = contents()
    assert patch({}).out == "Grace Hopper (c2): nothing was changed.\n"
    assert contents() == before


def preferred(address: str) -> dict[str, object]:
    return {"kind": "email", "value": address, "preferred": True}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"nicknam": "x", "id": 3}, "cannot change 'nicknam', 'id' of a contact"),
        ({"last_touch_on": None}, "cannot change 'last_touch_on'"),
        ({"city": 3}, "city must be text"),
        ({"tags": "x"}, "tags must be a list"),
        ({"fields": ["x"]}, "fields must be a table"),
        ({"methods": [{"value": "x"}]}, "A method is written as"),
        ({"methods": [{"kind": "fax", "value": "x"}]}, "fax is no kind of method: email"),
        ({"cadence_days": -1}, "0 (never) to 3650"),
        (
            {
                "methods": [
                    {"kind": "email", "value": f"{n}@x.org", "preferred": True} for n in "ab"
                ]
            },
            "One email can be preferred",
        ),
        ({"introduced_by": {}}, "by a ref, such as c12"),
        ([], "one JSON object"),
        (b"[" * 100_000, "not JSON"),
        (b"{", "not JSON"),
        (b"\xff", "not JSON"),
    ],
)
def test_a_wrong_patch_is_explained_and_changes_nothing(patch, contents, typed, words) -> None:
    before = contents()
    result = patch(typed)
    assert result.status == 2
    assert words in result.err
    assert contents() == before


def test_a_patch_and_options_exclude_each_other(patch) -> None:
    assert "exclude each other" in patch({}, "--org", "x").err


# Former jobs


def jobs(book) -> list[tuple[str, str, str]]:
    return [tuple(job.values()) for job in grace(book)["jobs"]]


def test_a_job_that_ended_is_remembered_the_last_first(book, monkeypatch) -> None:
    book("edit", "grace", "--org", "Initech")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-01")
    book("edit", "grace", "--title", "admiral")
    assert jobs(book) == [
        ("Initech", "engineer", "2026-12-01"),
        ("Acme", "engineer", "2026-11-23"),
    ]
    shown = book("show", "grace").out
    assert (
        "Before         Initech, engineer (until 1 Dec)\n"
        "                 Acme, engineer (until 23 Nov)\n"
    ) in shown


@pytest.mark.parametrize("org", ["ACME", "Acmé", "Acne", "acme"])
def test_a_corrected_spelling_is_no_former_job(book, org: str) -> None:
    said = book("edit", "grace", "--org", org).out
    assert "Acme, engineer is taken for a mistake: with --no-fix it is a former job." in said
    assert jobs(book) == []


@pytest.mark.parametrize("org", ["Acme Inc.", "ACME GmbH", "The Acme Company", "Old Works"])
def test_another_spelling_of_the_company_ends_no_job(book, org: str) -> None:
    book("org", "add", "Acme", "--alias", "Old Works")
    said = book("edit", "grace", "--org", org).out
    assert f"Acme and {org} are one company: with --no-fix Acme, engineer is a former job." in said
    assert ".." not in said
    assert jobs(book) == []


def test_two_records_of_one_name_are_two_companies(book) -> None:
    book("org", "add", "Acme")
    book("org", "add", "Acme Inc.", "--force")
    book("edit", "grace", "--org", "Acme Inc.")
    assert jobs(book) == [("Acme", "engineer", "2026-11-23")]


def test_what_is_a_correction_can_be_said_outright(book) -> None:
    book("edit", "grace", "--org", "Initech", "--fix")
    assert jobs(book) == []
    book("edit", "grace", "--org", "INITECH", "--no-fix")
    assert jobs(book) == [("Initech", "engineer", "2026-11-23")]


def test_what_was_not_known_before_is_no_former_job(book) -> None:
    book("edit", "ada", "--org", "Initech", "--title", "countess")
    assert book("show", "ada", "--json").json["jobs"] == []


def test_who_left_a_job_has_had_it(book, patch) -> None:
    patch({"organization": None, "title": None})
    assert jobs(book) == [("Acme", "engineer", "2026-11-23")]


# Doors that open


def test_a_way_to_reach_them_is_added_by_its_own_name(book) -> None:
    edited = book("edit", "grace", "--email", "g@x.org", "--phone", "555 0199", "--json").json
    assert {"g@x.org", "555 0199"} <= {method["value"] for method in edited["methods"]}


def test_a_number_with_a_sign_of_its_own_is_told_in_words(book) -> None:
    assert "added phone +49 30 77." in book("edit", "grace", "--add-phone", "+49 30 77").out
    assert "removed phone +49 30 77." in book("edit", "grace", "--rm-phone", "+49 30 77").out


def test_a_meeting_takes_a_message_and_company(book) -> None:
    book("log", "grace", "-m", "Hi", "--kind", "coffee")
    edited = book("edit", "m1", "-m", "Cats", "--with", "ada", "--json").json
    assert edited["text"] == "Cats"
    assert [person["ref"] for person in edited["contacts"]] == ["c2", "c1"]


def test_a_note_says_whether_it_was_added_or_replaced(book) -> None:
    assert book("edit", "grace", "--note", "Cats").out == "Grace Hopper (c2): note added: Cats.\n"
    replaced = book("edit", "grace", "--notes", "Dogs").out
    assert replaced == "Grace Hopper (c2): notes replaced.\n"
    assert book("edit", "grace", "--notes", "").out == "Grace Hopper (c2): no notes.\n"


def test_what_is_said_no_more_is_said_in_words(book) -> None:
    book("edit", "grace", "--via", "ada", "--met", "at sea")
    said = book("edit", "grace", "--via", "", "--met", "").out
    assert said == ("Grace Hopper (c2): no word of how you met, no word of who introduced you.\n")
