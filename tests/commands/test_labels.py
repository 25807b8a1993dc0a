"""netlog tag, untag, tags, circle: several people, several labels, one transaction."""

import io
import sys
from pathlib import Path

import pytest
from tests.crowds import crowd_csv


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        for name in ("Grace Hopper", "Ada Lovelace", "Carol Danvers"):
            netlog("add", name)

    seeded(fill)
    return netlog


@pytest.fixture
def stdin(monkeypatch):
    """Let the next command find this on its standard input."""

    def hold(text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return hold


def tags(netlog, who: str) -> list[str]:
    return netlog("show", who, "--json").json["tags"]


def circles(netlog, who: str) -> list[str]:
    return netlog("show", who, "--json").json["circles"]


def batches(recording) -> int:
    with recording() as opened:
        return opened.connection.execute("SELECT count(*) FROM batch").fetchone()[0]


# Which words are tags


def test_the_last_word_is_the_tag(book) -> None:
    assert book("tag", "grace", "ada", "hiring").out == (
        "Grace Hopper and Ada Lovelace have #hiring now.\n"
    )
    assert [tags(book, who) for who in ("grace", "ada", "carol")] == [["hiring"], ["hiring"], []]


@pytest.mark.parametrize("mark", ["+", "#"])
def test_several_tags_are_marked_wherever_they_stand(book, mark: str) -> None:
    assert book("tag", f"{mark}hiring", "grace", f"{mark}Golang", "ada").status == 0
    assert tags(book, "grace") == tags(book, "ada") == ["golang", "hiring"]


def test_a_plus_before_a_digit_is_a_phone_number(book) -> None:
    book("add", "Dora", "--phone", "+1 415 555 0100")
    assert book("tag", "+1 (415) 555-0100", "hiring").status == 0
    assert tags(book, "dora") == ["hiring"]


def test_after_a_dash_every_word_is_a_tag(book, stdin) -> None:
    stdin("c1\n\n  ada  \r\n")
    assert book("tag", "-", "hiring", "golang").status == 0
    assert tags(book, "grace") == tags(book, "ada") == ["golang", "hiring"]


def test_people_may_be_named_before_the_dash(book, stdin) -> None:
    stdin("c1\n")
    assert book("tag", "carol", "-", "hiring").status == 0
    assert tags(book, "grace") == tags(book, "carol") == ["hiring"]


@pytest.mark.parametrize("words", [("grace",), ("+hiring",), ("-",), ("-", "-"), ("grace", "#")])
def test_people_and_a_tag_are_both_needed(book, contents, stdin, words: tuple[str, ...]) -> None:
    before = contents()
    stdin("c1\n")
    assert book("tag", *words).status == 2
    assert contents() == before


def test_unmarked_tags_are_refused_with_what_to_type(book) -> None:
    refused = book("tag", "grace", "hiring", "golang")
    assert refused.status == 3
    assert "+hiring +golang" in refused.err


# What happens


def test_a_tag_that_is_there_already_is_no_mistake(book, recording) -> None:
    book("tag", "grace", "hiring")
    before = batches(recording)
    again = book("tag", "grace", "#Hiring")
    assert again == (0, "Grace Hopper has #hiring already.\n", "")
    assert batches(recording) == before


def test_who_had_it_is_told_from_who_has_it_now(book) -> None:
    book("tag", "grace", "hiring")
    assert book("tag", "grace", "ada", "hiring").out == (
        "Ada Lovelace has #hiring now.\nGrace Hopper has #hiring already.\n"
    )


def test_json_shows_the_people_as_they_now_stand(book) -> None:
    found = book("tag", "ada", "grace", "hiring", "--json").json
    assert [(one["ref"], one["tags"]) for one in found] == [("c2", ["hiring"]), ("c1", ["hiring"])]


def test_untag_takes_tags_away(book) -> None:
    book("tag", "grace", "+hiring", "+golang", "+navy")
    assert book("untag", "grace", "+hiring", "+golang").status == 0
    assert tags(book, "grace") == ["navy"]
    assert book("untag", "grace", "hiring") == (0, "Grace Hopper has no #hiring.\n", "")


def test_tagging_by_a_cadence_rule_changes_what_is_due(book) -> None:
    book("every", "--tag", "family", "weekly")
    book("tag", "grace", "family")
    assert book("show", "grace", "--json").json["next_due_on"] == "2026-11-30"
    book("untag", "grace", "family")
    assert book("show", "grace", "--json").json["next_due_on"] == "2027-02-21"


def test_many_labels_on_many_people_are_one_change(book, recording) -> None:
    before = batches(recording)
    book("tag", "grace", "ada", "carol", "+hiring", "+golang")
    assert batches(recording) == before + 1


def test_when_one_is_unknown_nobody_is_tagged(book, contents) -> None:
    before = contents()
    assert book("tag", "grace", "zacharias", "hiring").status == 3
    assert contents() == before


# Standard input


def test_a_thousand_refs_are_tagged_at_once(netlog, home: Path, stdin) -> None:
    netlog("import", crowd_csv(home, 1000), "--yes")
    stdin("".join(f"c{number}\n" for number in range(1, 1001)))
    assert netlog("tag", "-", "hiring").out == "1,000 people have #hiring now.\n"
    stdin("".join(f"c{number}\n" for number in range(1, 501)))
    assert netlog("untag", "-", "hiring").status == 0
    (tag,) = netlog("tags", "--json").json
    assert tag["people"] == 500


def test_nobody_on_standard_input_is_refused(book, stdin) -> None:
    stdin("\n \n")
    refused = book("tag", "-", "hiring")
    assert (refused.status, refused.err) == (
        3,
        "netlog: Nobody was named on standard input.\n",
    )


def test_what_is_not_text_on_standard_input_is_refused(book, stdin) -> None:
    stdin(b"\xff\xfe\n")
    assert book("tag", "-", "hiring").status == 2


def test_a_dash_stands_for_people_wherever_several_are_taken(book, stdin) -> None:
    stdin("c1\nc2\n")
    assert book("log", "-", "carol", "-m", "Lunch", "--kind", "lunch").status == 0
    assert len(book("show", "m1", "--json").json["contacts"]) == 3
    stdin("grace\n")
    assert [page["ref"] for page in book("brief", "-", "--json").json] == ["c1"]


def test_a_dash_stands_for_refs_too(book, stdin) -> None:
    book("log", "grace", "ada", "--kind", "coffee")
    stdin("t1\nt2\n")
    assert book("done", "-").status == 0
    assert book("show", "t2", "--json").json["state"] == "sent"


def test_a_dash_is_given_once(book, stdin) -> None:
    stdin("c1\n")
    assert book("brief", "-", "-").status == 2


# Tags


def test_tags_are_counted_those_of_most_people_first(book) -> None:
    book("tag", "grace", "ada", "hiring")
    book("tag", "grace", "+chess", "+navy")
    book("tag", "carol", "navy")
    book("archive", "carol")
    assert book("tags", "--json").json == [
        {"tag": "hiring", "people": 2, "archived": 0},
        {"tag": "navy", "people": 1, "archived": 1},
        {"tag": "chess", "people": 1, "archived": 0},
    ]
    assert book("tags").out == (
        "#hiring  2 people\n#navy    1 person and 1 archived\n#chess   1 person\n"
    )


def test_no_tags_is_a_calm_line_and_an_empty_array(book) -> None:
    assert book("tags").err.startswith("No tags yet.")
    assert book("tags", "--json").json == []


def test_a_tag_is_renamed_for_everybody(book) -> None:
    book("tag", "grace", "ada", "hiring")
    renamed = book("tags", "--rename", "#hiring", "Recruiters", "--json").json
    assert renamed == [{"tag": "recruiters", "people": 2, "archived": 0}]
    assert tags(book, "ada") == ["recruiters"]


def test_a_renamed_tag_joins_one_of_that_name(book) -> None:
    book("tag", "grace", "ada", "hiring")
    book("tag", "ada", "carol", "recruiters")
    said = book("tags", "--rename", "hiring", "recruiters").out
    assert said == "#hiring has joined #recruiters, for 2 people.\n"
    assert book("tags", "--json").json == [{"tag": "recruiters", "people": 3, "archived": 0}]


def test_the_cadence_of_a_tag_goes_with_its_name(book) -> None:
    book("tag", "grace", "family")
    book("every", "--tag", "family", "2w")
    said = book("tags", "--rename", "family", "kin").out
    assert said.endswith("Its cadence goes with it: every 2 weeks.\n")
    assert book("show", "grace", "--json").json["cadence_from"] == "tag kin"


def test_of_two_cadences_that_of_the_joined_tag_stays_and_that_is_said(book) -> None:
    book("tag", "grace", "family")
    book("every", "--tag", "family", "2w")
    book("every", "--tag", "kin", "monthly")
    said = book("tags", "--rename", "family", "kin").out
    assert "The cadence of #kin stays: monthly. That of #family is gone: every 2 weeks." in said
    assert book("show", "grace", "--json").json["cadence_days"] == 30


def test_a_tag_nobody_has_cannot_be_renamed(book) -> None:
    book("tag", "grace", "hiring")
    refused = book("tags", "--rename", "hirin", "jobs")
    assert refused.status == 3
    assert "Did you mean #hiring?" in refused.err
    assert book("tags", "--rename", "hiring", "#Hiring").status == 2


# Circles


def test_people_are_put_into_circles(book) -> None:
    assert book("circle", "grace", "ada", "peer", "business").status == 0
    assert circles(book, "grace") == circles(book, "ada") == ["peer", "business"]
    assert book("circle", "grace", "peer").out == "Grace Hopper is in the peer circle already.\n"


def test_people_are_taken_out_of_circles(book) -> None:
    book("circle", "grace", "peer", "business")
    assert book("circle", "grace", "community", "--not", "peer").status == 0
    assert circles(book, "grace") == ["business", "community"]


def test_circles_take_people_from_standard_input(book, stdin) -> None:
    stdin("c2\nc3\n")
    assert book("circle", "-", "business").status == 0
    assert circles(book, "carol") == ["business"]


@pytest.mark.parametrize(
    "words",
    [
        ("grace",),
        ("peer",),
        ("grace", "--not", "friends"),
        ("grace", "peer", "--not", "peer"),
    ],
    ids=" ".join,
)
def test_circles_that_make_no_sense_are_refused(book, contents, words: tuple[str, ...]) -> None:
    before = contents()
    assert book("circle", *words).status == 2
    assert contents() == before


# Archived


def test_the_archived_are_due_and_listed_no_more(book) -> None:
    book("log", "grace", "--kind", "message", "--on", "2026-01-02")
    assert [item["ref"] for item in book("due", "--json").json] == ["c1"]
    assert book("archive", "grace") == (0, "Grace Hopper is archived.\n", "")
    assert book("due", "--json").json == []
    assert "Grace Hopper" not in [c["name"] for c in book("list", "--json").json]
    assert book("show", "grace", "--json").json["archived"] is True


def test_archiving_twice_and_bringing_back_are_said(book) -> None:
    book("archive", "grace")
    assert book("archive", "grace", "ada").out == (
        "Ada Lovelace is archived.\nGrace Hopper is archived already.\n"
    )
    assert book("unarchive", "grace").out == "Grace Hopper is back.\n"
    assert book("unarchive", "grace").out == "Grace Hopper is not archived.\n"
    (shown,) = book("unarchive", "ada", "--json").json
    assert shown["archived"] is False
    assert shown["next_due_on"] == "2027-02-21"


def test_a_last_word_that_is_no_circle_is_no_person_either(netlog) -> None:
    netlog("add", "Carol Whitfield")
    refused = netlog("circle", "carol", "peer", "friend")
    assert refused.status == 2
    assert "friend is no circle: peer, business or community." in refused.err
    assert netlog("circle", "carol", "bob", "peer").status == 3
