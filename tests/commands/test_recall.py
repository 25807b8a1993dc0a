"""netlog recall: the book filled from memory, in a pipe and at a pseudo-terminal."""

import hashlib
import io
import json
import re
import sys

import pexpect
import pytest
from tests.pressing import press

from netlog.actions.recall import Recalling
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.errors import Interrupted
from netlog.records.people import CIRCLES
from netlog.rules import recall as rules
from netlog.rules.place_names import place_called

PLACES = 36


@pytest.fixture
def piped(netlog, monkeypatch):
    """Run `netlog recall -` with that on standard input."""

    def run(text: str, *argv: str):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return netlog("recall", "-", *argv)

    return run


def people(netlog) -> list[str]:
    return sorted(one["name"] for one in netlog("list", "--json").json)


def shown(netlog, name: str):
    return netlog("show", name, "--json").json


# In a pipe


def test_lines_of_names_become_people_of_that_circle_who_were_met_there(netlog, piped) -> None:
    found = piped("gym: Ann Lee, Bo\n\n Schools : Zoë; 李小龙 \n", "--json").json
    assert [(one["place"], one["circle"]) for one in found] == [
        ("gym", "peer"), ("Schools", "community"),
    ]  # fmt: skip
    assert people(netlog) == ["Ann Lee", "Bo", "Zoë", "李小龙"]
    bo = shown(netlog, "bo")
    assert (bo["how_met"], bo["circles"], bo["tags"]) == ("gym", ["peer"], [])


def test_a_place_of_ones_own_is_how_they_were_met(netlog, piped) -> None:
    piped("Climbing hall: Ann Lee")
    ann = shown(netlog, "ann lee")
    assert (ann["how_met"], ann["circles"]) == ("Climbing hall", [])


def test_who_is_here_already_is_shown_and_tagged_and_nobody_is_doubled(netlog, piped) -> None:
    netlog("add", "Ann Lee", "--met", "the choir")
    done = piped("gym: ann lee, Bo\nsalon: Bo, bo , Ann Lee\n")
    assert done.status == 0
    assert "Here already, now #gym: Ann Lee (c1)." in done.out
    assert people(netlog) == ["Ann Lee", "Bo"]
    ann, bo = shown(netlog, "c1"), shown(netlog, "c2")
    assert (ann["how_met"], ann["tags"]) == ("the choir", ["gym", "salon"])
    assert (bo["how_met"], bo["tags"]) == ("gym", ["salon"])


def test_names_match_whole_and_never_by_a_part(netlog, piped) -> None:
    netlog("add", "Bo Lind")
    netlog("add", "Robert Smith", "--nick", "Bobby")
    piped("gym: Bo, Bob, Lind")
    assert people(netlog) == ["Bo", "Bo Lind", "Bob", "Lind", "Robert Smith"]


def test_who_is_nearly_called_so_is_refused_and_nothing_is_kept(netlog, piped) -> None:
    netlog("add", "Grace Hopper")
    refused = piped("gym: Ann Lee, Hopper Grace\n", "--json")
    assert (refused.status, refused.error["saved"]) == (5, False)
    assert [one["name"] for one in refused.error["candidates"]] == ["Grace Hopper"]
    assert people(netlog) == ["Grace Hopper"]
    assert piped("gym: Ann Lee, Hopper Grace\n", "--force").status == 0
    assert len(people(netlog)) == 3


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("gyms", "gym"),
        ("previous-bosses", "previous bosses"),
        ("Previous Boss", "previous bosses"),
        ("the coffee-shops", "coffee shop"),
        ("neighbors", "neighbours"),
        ("doctors & dentists", "doctors and dentists"),
        ("university", "universities"),
        ("# clubs", "clubs"),
    ],
)
def test_a_place_in_another_form_is_that_place(netlog, piped, typed, place) -> None:
    done = piped(f"{typed}: Ann Lee")
    assert (done.status, done.err) == (0, "")
    ann = shown(netlog, "ann lee")
    assert (ann["how_met"], len(ann["circles"])) == (place, 1)
    piped(f"{typed}: Ann Lee")
    assert shown(netlog, "ann lee")["tags"] == [rules.tag(place)]
    known = netlog("recall", "--list", "--json").json
    assert [one["place"] for one in known if one["people"]] == [place]


def test_every_place_is_none_but_itself() -> None:
    places = rules.places({})
    for one in places:
        for form in (one.place, one.place.upper(), one.place.replace(" ", "-"), f"my {one.place}"):
            assert place_called(form, places) == one


def test_a_place_that_is_nearly_one_of_the_walk_is_asked_for(netlog, piped) -> None:
    done = piped("collegues: Ann Lee\nyoga: Bo\n")
    assert "collegues is a place of its own. Did you mean colleagues?" in done.err
    assert "yoga is a place of its own, and of no circle. Those of recall: netlog" in done.err
    assert shown(netlog, "ann lee")["how_met"] == "collegues"
    assert piped("yoga: Cy\n").err == ""  # which is known by now


@pytest.mark.parametrize("typed", ["c99", "m1", "C1.1"])
def test_a_ref_of_nobody_makes_nobody(netlog, piped, typing, typed) -> None:
    said = f"'{typed}' is the ref of nobody here, and no name."
    refused = piped(f"gym: Ann Lee, {typed}\n")
    assert (refused.status, people(netlog)) == (2, [])
    assert f"{said} Nothing was changed." in refused.err
    walked = typing(f"Ann Lee, {typed}").err
    assert said in walked
    assert "nothing was answered" not in walked
    assert people(netlog) == ["Ann Lee"]
    assert "Here already, now #gym: Ann Lee (c1)." in piped("gym: c1\n").out


@pytest.mark.parametrize("typed", ["a@b.org", "+49 30 1234567", "555-1234", "https://x.org/ann"])
def test_what_is_no_name_but_a_way_to_reach_somebody_is_refused(
    netlog, piped, typing, typed
) -> None:
    refused = piped(f"gym: Ann Lee, {typed}\n")
    assert (refused.status, people(netlog)) == (2, [])
    assert f"Whose is '{typed}'? Nothing was changed." in refused.err
    if ":" not in typed:  # behind which names of that place would stand
        said = f"Whose is '{typed}'? Their name goes before it: NAME <{typed}>"
        assert said in typing(f"Ann Lee, {typed}").err
        assert people(netlog) == ["Ann Lee"]
    assert piped(f"gym: Ann Lee, Bo Fox <{typed}>\n").status == 0
    assert piped(f"salon: {typed}\n").status == 0
    assert people(netlog) == ["Ann Lee", "Bo Fox"]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("gym: Ann\tLee, Bo Fox", {"Ann Lee": [], "Bo Fox": []}),
        ("gym:\tAnn Lee\t", {"Ann Lee": []}),
        ("gym: Ann Lee\tBo Fox\tCy Day", {"Ann Lee": [], "Bo Fox": [], "Cy Day": []}),
        ("gym: Ann\tLee\tann@x.org", {"Ann Lee": ["ann@x.org"]}),
        (
            "gym\tAnn Lee\tann@x.org\t+49 30 1234567\tBo Fox\tbo@x.org",
            {"Ann Lee": ["ann@x.org", "+49 30 1234567"], "Bo Fox": ["bo@x.org"]},
        ),
    ],
)
def test_a_line_of_a_sheet_has_tabs_between_its_columns(netlog, piped, line, kept) -> None:
    assert piped(f"{line}\n").status == 0
    found = [shown(netlog, name) for name in people(netlog)]
    assert {one["name"]: [way["value"] for way in one["methods"]] for one in found} == kept
    assert {one["how_met"] for one in found} == {"gym"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gmy", "gym"), ("buisness", "business"), ("salno", "salon"), ("famly", "family")],
)
def test_a_place_that_is_misspelt_is_asked_for_wherever_it_stands(
    netlog, piped, typed, meant
) -> None:
    said = f"{typed} is a place of its own. Did you mean {meant}?"
    assert piped(f"{typed}: Ann Lee\n").err.count(said) == 1
    assert piped("Bo Lind\n", "--at", typed).err.count(said) == 1


def test_a_place_to_begin_at_that_there_is_not_is_told(netlog, piped) -> None:
    done = piped("Zoe Ray\n", "--at", "nowhere", "--json")
    assert "nowhere is a place of its own, and of no circle." in done.err
    assert [one["circle"] for one in done.json] == [None]
    for known in ("gyms", "business", "Coffee shop"):
        assert piped("Zoe Ray\n", "--at", known).err == ""
    assert piped("gym: Zoe Ray\n", "--at", "nowhere").err == ""


@pytest.mark.parametrize("circle", CIRCLES)
def test_a_circle_is_a_place_of_that_circle(netlog, piped, circle) -> None:
    found = piped(f"{circle.title()}: Rex Moor\n", "--json").json
    assert [(one["place"], one["circle"]) for one in found] == [(circle, circle)]
    assert shown(netlog, "rex moor")["circles"] == [circle]
    assert piped("Uma Fee\n", "--at", circle).err == ""
    assert shown(netlog, "uma fee")["circles"] == [circle]
    assert f"--at {circle}" in netlog("recall", circle).err


@pytest.mark.parametrize(
    "bad",
    ["No Place", "gym: Jan and Piet", "gym: (a, b", "salon: Lee Ann", "gym: Hopper, Grace", ", ,"],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_line_that_is_refused_keeps_no_line_and_says_so(netlog, piped, bad, first) -> None:
    netlog("add", "Grace Hopper")
    good = "gym: Ann Lee, Bo\n"
    lines = f"{bad}\n{good}" if first else f"{good}{bad}\n"
    refused = piped(lines)
    assert refused.status in (2, 5)
    assert "Nothing was changed." in refused.err
    assert piped(lines, "--json").error["saved"] is False
    assert people(netlog) == ["Grace Hopper"]


# Nothing that was typed is lost


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("José, Jose", ["Jose", "José"]),
        ("Bo (Mill), Bo (Acme)", ["Bo", "Bo"]),
        ("Zoë; Zoe", ["Zoe", "Zoë"]),
        ("Ann Lee, Lee Ann", ["Ann Lee", "Lee Ann"]),
        ("Ann Lee; Dr. Ann Lee", ["Ann Lee", "Dr. Ann Lee"]),
        ("Jonathan Reed, Jonathn Reed", ["Jonathan Reed", "Jonathn Reed"]),
    ],
)
def test_two_names_that_may_be_of_one_or_of_two_are_refused(netlog, piped, line, names) -> None:
    for text in (f"gym: {line}\n", "gym: {}\nsalon: {}\n".format(*re.split("[,;]", line))):
        refused = piped(text)
        assert refused.status == 5
        assert "may be the same person." in refused.err
        assert people(netlog) == []
    assert piped(f"gym: {line}\n", "--force").status == 0
    assert people(netlog) == names


def test_who_has_it_for_a_nickname_is_not_doubled(netlog, piped) -> None:
    netlog("add", "Jonathan Reed", "--nick", "Jon")
    for done in (piped("gym: jon"), netlog("add", "Jon")):
        assert (done.status, "Jonathan Reed (c1) may be the same person." in done.err) == (5, True)
    assert people(netlog) == ["Jonathan Reed"]
    assert netlog("add", "Jo").status == 0


def test_who_were_told_apart_stay_apart(netlog, piped) -> None:
    piped("gym: José, Jose\n", "--force")
    again = piped("salon: Jose, José\n")
    assert again.out == "Here already, now #salon: Jose (c2) and José (c1).\n"
    assert people(netlog) == ["Jose", "José"]


def test_a_name_that_is_not_quite_theirs_is_told(netlog, piped) -> None:
    netlog("add", "José")
    done = piped("gym: Jose\n")
    assert "Jose is taken for José (c1). Somebody else: netlog add Jose --force" in done.err
    assert people(netlog) == ["José"]
    assert piped("gym: josé\n").err == ""


@pytest.mark.parametrize("name", ["Bo [/]", "Bo <x>", "Bo @ Mill", "Bo #2", "Bo :)", "Bo &"])
def test_a_name_with_a_sign_is_not_taken_for_the_one_without(netlog, piped, name: str) -> None:
    netlog("add", "Bo")
    refused = piped(f"gym: {name}\n")
    added = people(netlog) == ["Bo", name]
    assert (refused.status == 5 and "may be the same person" in refused.err) or added
    assert piped(f"gym: {name}\n", "--force").status == 0
    assert people(netlog) == ["Bo", name]
    assert shown(netlog, "c1")["tags"] == []


def test_a_name_with_the_signs_of_names_is_the_same(netlog, piped) -> None:
    netlog("add", "Mary-Ann O'Brien Jr.")
    assert "Here already" in piped("gym: Mary Ann O’Brien Jr\n").out
    assert len(people(netlog)) == 1


def test_who_is_named_twice_is_told(netlog, piped) -> None:
    done = piped("gym: Bo, bo, Ann\n")
    assert "bo is named twice at gym: one person." in done.err
    assert people(netlog) == ["Ann", "Bo"]


def test_what_stands_in_parentheses_is_noted(netlog, piped) -> None:
    netlog("add", "Ann Lee", "--note", "tall")
    netlog("add", "Kim (Mill)")
    piped("gym: Ann Lee (my dentist, since May), Bo (Acme; Oslo), Kim (Mill), Robert (Bob) Smith")
    assert people(netlog) == ["Ann Lee", "Bo", "Kim (Mill)", "Robert (Bob) Smith"]
    assert shown(netlog, "c1")["notes"] == "tall\nmy dentist, since May"
    assert shown(netlog, "c3")["notes"] == "Acme; Oslo"
    assert shown(netlog, "c2")["notes"] is None
    netlog("undo")
    assert shown(netlog, "c1")["notes"] == "tall"


@pytest.mark.parametrize("line", ["-", "--", "?", "(tall)", "...", "Ann, -"])
def test_what_names_nobody_is_refused_with_its_line(netlog, piped, line: str) -> None:
    failed = piped(f"gym: Bo\nsalon: {line}\n")
    assert failed.status == 2
    assert "Line 2: " in failed.err
    assert "is nobody's name." in failed.err
    assert people(netlog) == []


def test_lists_may_begin_their_lines_as_lists_do(netlog, piped) -> None:
    found = piped("- gym: - Ann Lee, * Bo, 3. Cy\n• salon: Dee-Dee Vo\n", "--json").json
    assert [one["place"] for one in found] == ["gym", "salon"]
    assert people(netlog) == ["Ann Lee", "Bo", "Cy", "Dee-Dee Vo"]


def test_of_two_who_bear_a_name_a_ref_says_which(netlog, piped) -> None:
    netlog("add", "Kai")
    netlog("add", "Kai", "--force")
    assert piped("gym: Kai\n").status == 4
    assert "now #gym: Kai (c2)." in piped("gym: c2\n").out
    assert len(people(netlog)) == 2


def test_lines_without_a_place_are_of_the_one_that_was_named(netlog, piped) -> None:
    found = piped("Ann Lee, Bo\nsalon: Cy\n", "--at", "Gym", "--json").json
    assert [(one["place"], one["circle"]) for one in found] == [("Gym", "peer"), ("salon", "peer")]
    assert shown(netlog, "bo")["how_met"] == "Gym"


@pytest.mark.parametrize(
    "argv", [("--list", "--at", "gym"), ("--list", "-"), ("--force",), ("--at", "gym", "--force")]
)
def test_what_would_be_ignored_is_refused(netlog, argv) -> None:
    assert netlog("recall", *argv).status == 2


def test_a_name_that_several_bear_is_not_guessed(netlog, piped) -> None:
    netlog("add", "Ann Lee")
    netlog("add", "Ann Lee", "--force")
    failed = piped("gym: Bo\nsalon: Ann Lee\n")
    assert failed.status == 4
    assert len(people(netlog)) == 2


@pytest.mark.parametrize("line", ["Ann Lee, Bo", ": Ann", "gym Ann"])
def test_a_line_without_a_place_is_a_mistake_with_its_number(netlog, piped, line: str) -> None:
    failed = piped(f"gym: Zed\n{line}\n")
    assert failed.status == 2
    assert "Line 2," in failed.err
    assert netlog("list", "--json").json == []


def test_nobody_named_keeps_nobody(netlog, piped) -> None:
    assert piped("gym:\nsalon: , ;\n", "--json").json == []
    assert piped("").status == 0


def test_sixty_at_once_do_not_fill_one_morning(netlog, piped) -> None:
    piped("clients: " + ", ".join(f"Client{n} Name{n}" for n in range(60)))
    days = {one["next_due_on"] for one in netlog("list", "--json").json}
    assert len(days) > 30


def test_one_undo_takes_it_back(netlog, piped) -> None:
    piped("gym: Ann Lee\nsalon: Bo\n")
    netlog("undo")
    assert netlog("list", "--json").json == []


# Places


def test_the_places_are_twelve_to_a_circle_with_what_may_help(netlog, piped) -> None:
    piped("gym: Ann Lee, Bo\n")
    places = netlog("recall", "--list", "--json").json
    assert len(places) == PLACES
    circles = [one["circle"] for one in places]
    assert {circle: circles.count(circle) for circle in circles} == dict.fromkeys(rules.ORDER, 12)
    assert set(circles) == set(CIRCLES)
    assert all(one["prompts"] for one in places)
    assert {one["place"]: one["people"] for one in places if one["people"]} == {"gym": 2}
    tags = [one["tag"] for one in places]
    assert len(set(tags)) == PLACES


@pytest.fixture
def config(home):
    path = home / "config" / "netlog" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_places_of_ones_own_stand_in_for_those_of_a_circle(netlog, piped, config) -> None:
    config.write_text('[recall]\npeer = ["chess café"]\nbusiness = []\n')
    places = netlog("recall", "--list", "--json").json
    assert [one["place"] for one in places if one["circle"] == "peer"] == ["chess café"]
    assert len(places) == 13
    piped("Chess Café: Ann Lee")
    assert shown(netlog, "ann lee")["circles"] == ["peer"]


@pytest.mark.parametrize("table", ["peer = 3", "friends = []", 'peer = ["a: b"]', 'peer = [""]'])
def test_a_config_that_says_something_else_is_a_mistake(netlog, config, table: str) -> None:
    config.write_text(f"[recall]\n{table}\n")
    assert netlog("recall", "--list").status == 2


@pytest.mark.parametrize("argv", [(), ("gym",), ("--at", "gym")])
def test_without_a_terminal_it_says_what_to_type(netlog, argv) -> None:
    failed = netlog("recall", *argv)
    assert failed.status == 2
    assert "netlog recall -" in failed.err


# At a terminal


def answer(child: pexpect.spawn, place: str, typed: str) -> None:
    child.expect_exact(place)
    child.expect_exact(":")
    child.sendline(typed)


def test_a_walk_keeps_each_line_and_goes_on_where_it_stopped(netlog, terminal) -> None:
    names = iter(f"First{n} Last{n}" for n in range(60))
    places = [one.place for one in rules.places({})]
    netlog("add", "Carol Danvers")
    child = terminal("recall", columns=100)
    answer(child, f"{places[0]} (1 of 36)", "")
    answer(child, f"{places[1]} (2 of 36)", "?")
    child.expect_exact("Who sits near you?")
    answer(child, f"{places[1]} (2 of 36)", "Carol Danvers, " + ", ".join(_take(names, 20)))
    child.expect_exact("now #colleagues: Carol Danvers (c1).")
    answer(child, f"{places[2]} (3 of 36)", ", ".join(_take(names, 20)))
    child.expect_exact(f"{places[3]} (4 of 36)")
    child.sendeof()
    child.expect_exact("Kept: 40 new people, 1 who was here already.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    again = terminal("recall", columns=100)
    answer(again, f"{places[3]} (4 of 36)", ", ".join(_take(names, 10)))
    again.expect_exact(f"{places[4]} (5 of 36): ")
    press(again, "sendintr")
    again.expect_exact(f"Kept: 10 new people. netlog recall goes on at {places[4]}.")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 130
    third = terminal("recall", columns=100)
    third.expect_exact(f"{places[4]} (5 of 36): ")
    press(third, "sendintr")
    third.expect_exact("Nothing was saved.")
    third.expect(pexpect.EOF)
    third.close()
    assert third.exitstatus == 130
    third = terminal("recall", columns=100)
    answer(third, f"{places[4]} (5 of 36)", ", ".join(_take(names, 10)))
    third.expect_exact(f"{places[5]} (6 of 36)")
    third.sendeof()
    third.expect(pexpect.EOF)
    third.close()
    found = people(netlog)
    assert len(found) == len(set(found)) == 61


def _take(names, number: int) -> list[str]:
    return [next(names) for _ in range(number)]


def test_who_is_nearly_called_so_is_asked_about(netlog, terminal) -> None:
    netlog("add", "Grace Hopper")
    child = terminal("recall", "--at", "gym", columns=100)
    answer(child, "gym", "Hopper Grace, Hoper Grace")
    child.expect_exact("Hopper Grace: is that Grace Hopper (c1)? [Y/n]")
    child.sendline("")
    child.expect_exact("Hoper Grace: is that Grace Hopper (c1)? [Y/n]")
    child.sendline("n")
    child.expect_exact("Added Hoper Grace (c2). Here already, now #gym: Grace Hopper (c1).")
    answer(child, "salon", "Grace Hoper")
    child.expect_exact("is that Grace Hopper (c1)? [Y/n]")
    child.sendeof()
    child.expect_exact("Kept: 1 new person, 1 who was here already. netlog recall goes on")
    child.expect(pexpect.EOF)
    child.close()


def test_nicknames_of_one_word_and_of_several_mean_who_has_them(netlog, terminal) -> None:
    netlog("add", "Jonathan Reed", "--nick", "Jon")
    netlog("add", "James Smith", "--nick", "Big Jim")
    netlog("add", "Kai", "--org", "Acme")
    netlog("add", "Kai", "--org", "Mill", "--force")
    child = terminal("recall", "--at", "gym", columns=100)
    answer(child, "gym", "jon, big jim, Kai, Big")
    child.expect_exact("jon: is that Jonathan Reed (c1)? [Y/n]")
    child.sendline("")
    child.expect_exact("2  Kai, Mill (c4)")
    child.expect_exact("Which one? [1-2]")
    child.sendline("2")
    child.expect_exact("big jim is taken for James Smith (c2).")
    child.expect_exact(
        "Added Big (c5). Here already, now #gym: Jonathan Reed (c1), James Smith (c2)"
    )
    answer(child, "salon", "Kai, Bo")
    child.expect_exact("Which one? [1-2]")
    child.sendline("")
    child.expect_exact("Added Bo (c6).")
    child.expect_exact("Not kept at salon, for nothing was answered: Kai. Name them there again.")
    answer(child, "salon", "c3")
    child.expect_exact("now #salon: Kai (c3).")
    child.expect_exact("coffee shop (")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert people(netlog) == ["Big", "Bo", "James Smith", "Jonathan Reed", "Kai", "Kai"]
    assert shown(netlog, "c4")["tags"] == ["gym"]


def test_a_nickname_of_several_words_is_a_whole_name_in_a_pipe(netlog, piped) -> None:
    netlog("add", "James Smith", "--nick", "Big Jim")
    done = piped("gym: big jim\n")
    assert done.out == "Here already, now #gym: James Smith (c1).\n"
    assert "big jim is taken for James Smith (c1)." in done.err
    assert piped("gym: Jim Big\n").status == 5
    assert piped("gym: Jim, Big\n").status == 0
    netlog("add", "Ann Kay", "--nick", "Big Jim", "--force")
    assert piped("gym: Big Jim\n", "--force").status == 4


def test_a_word_that_ends_or_goes_on_is_asked_about(netlog, terminal) -> None:
    child = terminal("recall", "--at", "gym", columns=100)
    answer(child, "gym", "-")
    child.expect_exact("'-' is nobody's name.")
    answer(child, "gym", "friends: Ann")
    child.expect_exact("This line is of gym: names alone, between commas.")
    answer(child, "gym", "none")
    child.expect_exact("none: is that a name? [y/N]")
    child.sendline("")
    answer(child, "salon", "help")
    child.expect_exact("Who cuts your hair?")
    answer(child, "salon", "José, Jose, Zoë, Zoe")
    child.expect_exact("Jose: is that José, whom you just named? [Y/n]")
    child.sendline("n")
    child.expect_exact("Zoe: is that Zoë, whom you just named? [Y/n]")
    child.sendline("")
    child.expect_exact("Added José (c1), Jose (c2) and Zoë (c3).")
    answer(child, "coffee shop", "quit")
    child.expect_exact("quit: stop here? [Y/n]")
    child.sendline("")
    child.expect_exact("Kept: 3 new people. netlog recall goes on at coffee shop.")
    child.expect(pexpect.EOF)
    child.close()
    assert people(netlog) == ["Jose", "José", "Zoë"]


@pytest.fixture
def typing(netlog, monkeypatch):
    """Walk with these lines typed; an exception is what ends it, else Ctrl-D does."""

    def run(*typed: str | Exception, at: str = "gym"):
        lines = iter(typed)

        def line(_: str) -> str:
            said = next(lines, EOFError())
            if isinstance(said, Exception):
                raise said
            return said

        with monkeypatch.context() as patched:
            patched.setattr(App, "can_ask", True)
            patched.setattr(questions, "line", line)
            return netlog("recall", "--at", at)

    return run


@pytest.mark.parametrize("typed", ["Mia Moss, Zed Zorn", "q", "maybe", "1", "yep", "quit"])
def test_what_is_neither_yes_nor_no_is_not_taken_and_it_is_asked_again(
    netlog, typing, typed
) -> None:
    netlog("add", "Grace Hopper")
    done = typing("Hopper Grace, Bo", typed, "yes", "Mia Moss")
    assert f"'{typed}' is no answer, and was not taken. Type y or n." in done.err
    assert "Added Bo (c2). Here already, now #gym: Grace Hopper (c1)." in done.err
    assert people(netlog) == ["Bo", "Grace Hopper", "Mia Moss"]


def test_a_choice_is_asked_again_too_and_a_number_or_a_ref_answers(netlog, typing) -> None:
    netlog("add", "Kai", "--org", "Acme")
    netlog("add", "Kai", "--org", "Mill", "--force")
    done = typing("Kai", "Mia Moss", "9", "2", "Kai", "C1")
    assert done.err.count("is no answer, and was not taken. Type a number, or Enter for none.") == 2
    assert (shown(netlog, "c2")["tags"], shown(netlog, "c1")["tags"]) == (["gym"], ["salon"])


@pytest.mark.parametrize(
    ("ended", "status"),
    [(EOFError(), 0), (Interrupted("Interrupted.", saved=False), 130)],
)
def test_who_is_clear_is_kept_where_a_question_is_left_open(netlog, typing, ended, status) -> None:
    netlog("add", "Grace Hopper")
    done = typing("Bo, Hopper Grace, Mia Moss, José, Jose, Hoper Grace", "y", "y", ended)
    assert done.status == status
    assert "Not kept at gym, for nothing was answered: Hoper Grace." in done.err
    assert done.out == (
        "Kept: 3 new people, 1 who was here already. netlog recall goes on at gym.\n"
    )
    assert people(netlog) == ["Bo", "Grace Hopper", "José", "Mia Moss"]
    assert typing().out == "Nobody new. netlog recall goes on at gym.\n"


@pytest.mark.parametrize("ended", [(), (EOFError(),), (Interrupted("Interrupted.", saved=False),)])
def test_who_is_clear_is_kept_where_none_of_several_is_chosen(netlog, typing, ended) -> None:
    netlog("add", "Kai", "--org", "Acme")
    netlog("add", "Kai", "--org", "Mill", "--force")
    done = typing("Mia Moss, Kai, Bo", *(ended or ("", "c2")))
    assert "Not kept at gym, for nothing was answered: Kai. Name them there again." in done.err
    assert people(netlog) == ["Bo", "Kai", "Kai", "Mia Moss"]
    # Enter asks for the rest of that place, an end is one.
    assert f"goes on at {'gym' if ended else 'salon'}." in done.out
    assert shown(netlog, "c2")["tags"] == ([] if ended else ["gym"])


@pytest.mark.parametrize("bad", ["-", "...", "(my dentist)", "Bo\x07"])
def test_what_names_nobody_costs_no_other_name_of_the_line(netlog, typing, bad) -> None:
    done = typing(f"Mia Moss, {bad}, Zed Zorn", "", "Ann Lee")
    assert people(netlog) == ["Ann Lee", "Mia Moss", "Zed Zorn"]
    assert "Kept: 3 new people. netlog recall goes on at coffee shop." in done.out
    assert shown(netlog, "Ann Lee")["how_met"] == "salon"
    assert "nobody's name." in done.err or "control character" in done.err


def test_a_walk_may_begin_at_a_circle_and_its_lines_may_name_one(netlog, typing) -> None:
    typing("Business: Rex Moor", at="community")
    assert shown(netlog, "rex moor")["circles"] == ["business"]
    assert "goes on at schools" in typing(at="community").out


def test_a_line_may_name_another_place_that_there_is(netlog, typing) -> None:
    typing("gym: Mia Moss, Bo", "Schools: Ann Lee", "Zed Zorn")
    met = {name: shown(netlog, name)["how_met"] for name in people(netlog)}
    assert met == {"Mia Moss": "gym", "Bo": "gym", "Ann Lee": "schools", "Zed Zorn": "salon"}


def test_of_a_line_that_a_terminal_cut_all_but_the_last_name_is_kept(netlog, typing) -> None:
    # Few and long, for each costs; the one that is told is short.
    names = [f"{hashlib.sha512(b'%d' % n).hexdigest()} Moss" for n in range(28)]
    names += [f"{hashlib.md5(b'%d' % n).hexdigest()} Moss" for n in range(12)]
    line = ", ".join(names)
    last = line[:4094].rpartition(",")[0].count(",") + 1
    done = typing(line[:4094], ", ".join(names[last:]))
    assert f"No terminal takes a longer line. Go on after {names[last - 1]}." in done.err
    assert people(netlog) == sorted(names)
    assert "goes on at salon" in done.out


def test_of_a_line_of_open_questions_alone_nobody_is_kept_and_that_is_said(netlog, typing) -> None:
    netlog("add", "Grace Hopper")
    done = typing("Hopper Grace, Grace Hoper", EOFError())
    assert "Not kept at gym, for nothing was answered: Hopper Grace and Grace Hoper." in done.err
    assert done.out == "Nobody new. netlog recall goes on at gym.\n"
    done = typing("Ann Lee, Lee Ann", EOFError())
    assert "Not kept at gym, for nothing was answered: Lee Ann." in done.err
    assert people(netlog) == ["Ann Lee", "Grace Hopper"]


def test_the_last_place_ends_the_walk_and_the_next_begins_anew(netlog, terminal) -> None:
    last = rules.places({})[-1].place
    child = terminal("recall", "--at", last)
    answer(child, last, "Pat Post")
    child.expect_exact("That was the last place.")
    child.expect(pexpect.EOF)
    child.close()
    again = terminal("recall")
    again.expect_exact("previous bosses (1 of 36):")
    again.sendeof()
    again.expect_exact("Nobody new. netlog recall goes on at previous bosses.")
    again.expect(pexpect.EOF)
    again.close()


def test_ctrl_d_behind_names_keeps_them_and_stops(netlog, terminal) -> None:
    child = terminal("recall", "--at", "gym", columns=100)
    child.expect_exact("gym (13 of 36): ")
    child.send("Hal Two, Zoë Ånd")
    press(child, "sendeof")
    child.expect_exact("Added Hal Two (c1) and Zoë Ånd (c2).")
    child.expect_exact("Kept: 2 new people. netlog recall goes on at gym.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "salon" not in child.before
    assert people(netlog) == ["Hal Two", "Zoë Ånd"]


@pytest.mark.parametrize("typed", ["?", "  ", ","])
def test_ctrl_d_behind_what_names_nobody_stops_too(netlog, terminal, typed: str) -> None:
    child = terminal("recall", "--at", "gym", columns=100)
    child.expect_exact("gym (13 of 36): ")
    child.send(typed)
    press(child, "sendeof")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "salon" not in child.before
    assert people(netlog) == []


def test_who_is_nearly_called_so_is_asked_about_behind_the_last_line_too(netlog, terminal) -> None:
    netlog("add", "Grace Hopper")
    child = terminal("recall", "--at", "gym", columns=100)
    child.expect_exact("gym (13 of 36): ")
    child.send("Grace Hoper, Bo")
    press(child, "sendeof")
    child.expect_exact("is that Grace Hopper (c1)? [Y/n]")
    child.sendline("y")
    child.expect_exact("Added Bo (c2). Here already, now #gym: Grace Hopper (c1).")
    child.expect_exact("Kept: 1 new person, 1 who was here already.")
    child.expect(pexpect.EOF)
    child.close()


def test_ctrl_c_while_a_line_is_kept_says_so_and_what_was_kept(netlog, monkeypatch) -> None:
    lines = iter(["Ann Lee", "Bo"])
    keep = Recalling.keep

    def once(self, line):
        if line.names[0].name == "Bo":
            raise KeyboardInterrupt
        return keep(self, line)

    monkeypatch.setattr(Recalling, "keep", once)
    monkeypatch.setattr(App, "can_ask", True)
    monkeypatch.setattr(questions, "line", lambda _: next(lines))
    done = netlog("recall", "--at", "gym")
    assert done.status == 130
    assert "Interrupted while salon was kept: type that line again" in done.err
    assert "Kept: 1 new person. netlog recall goes on at salon." in done.out
    assert people(netlog) == ["Ann Lee"]


@pytest.fixture
def walk(netlog, monkeypatch):
    """Walk with these lines typed, then Ctrl-D; returns the places that were asked about."""

    def run(*typed: str, at: str | None = None) -> list[str]:
        asked: list[str] = []
        lines = iter(typed)

        def line(question: str) -> str:
            asked.append(re.split(r" · | \(", question)[1])
            said = next(lines, None)
            if said is None:
                raise EOFError
            return said

        with monkeypatch.context() as patched:
            patched.setattr(App, "can_ask", True)
            patched.setattr(questions, "line", line)
            done = netlog("recall", *(("--at", at) if at else ()))
        assert done.status == 0
        return asked

    return run


def test_the_walk_comes_back_to_what_undo_emptied_and_then_goes_on(netlog, walk) -> None:
    places = [one.place for one in rules.places({})]
    assert walk("", "Ann Lee", "Bo Vo", "") == places[:5]
    netlog("undo")
    assert walk("Bo Vo") == [places[2], places[4]]
    assert walk() == [places[4]]
    netlog("undo", "2")
    assert walk() == [places[1]]
    netlog("redo", "2")
    assert walk() == [places[4]]
    netlog("undo", "2")
    # Who goes past it again is not brought back to it.
    assert walk("", "Bo Vo", "") == [*places[1:3], *places[4:6]]
    assert walk() == [places[5]]
    assert people(netlog) == ["Bo Vo"]


def test_who_came_with_the_walk_was_not_here_already(netlog, monkeypatch) -> None:
    lines = iter(["Ann Lee, Bo Vo", "Ann Lee"])
    monkeypatch.setattr(App, "can_ask", True)
    monkeypatch.setattr(questions, "line", lambda _: next(lines, "quit"))
    monkeypatch.setattr(questions, "confirmed", lambda *_, **__: True)
    done = netlog("recall", "--at", "gym")
    assert done.out == "Kept: 2 new people. netlog recall goes on at coffee shop.\n"


def test_what_was_undone_of_a_walk_that_ended_comes_before_it_begins_anew(netlog, walk) -> None:
    places = [one.place for one in rules.places({})]
    assert walk("Ann Lee", at=places[-1]) == places[-1:]
    netlog("undo")
    assert walk("Ann Lee") == places[-1:]
    assert walk() == places[:1]


def test_a_line_that_changed_nothing_is_nothing_to_come_back_to(netlog, walk) -> None:
    walk("Ann Lee", at="gym")
    walk("Ann Lee", at="gym")
    assert walk("Ann Lee", at="gym") == ["gym", "salon"]
    assert walk() == ["salon"]


@pytest.mark.of_file("its backup")
def test_an_earlier_book_has_its_walk_come_back_to_what_it_lacks(netlog, walk, tmp_path) -> None:
    walk("Ann Lee", at="gym")
    netlog("backup", str(tmp_path / "before.db"))
    walk("Bo Vo", at="salon")
    assert netlog("restore", str(tmp_path / "before.db"), "--yes").status == 0
    assert walk() == ["salon"]


@pytest.mark.of_file("a note beside it")
def test_where_a_walk_stopped_is_known_from_an_older_note(netlog, walk, db) -> None:
    netlog("add", "Ann Lee")
    (db.parent / "recall.json").write_text(json.dumps({str(db): "salon"}))
    assert walk() == ["salon"]


@pytest.mark.parametrize(
    ("own", "goes_on"),
    [
        ('["gym", "chess club", "salon"]', "chess club"),
        ('["gym", "neighbours", "salon"]', "neighbours"),
        ('["neighbours"]', "neighbours"),
        ('["salon"]', "salon"),
        ('["gym", "Coffee-Shops", "salon"]', "Coffee-Shops"),
        ('["salon", "coffee shop", "gym"]', "coffee shop"),
        ("[]", "schools"),
    ],
)
def test_a_walk_goes_on_behind_what_it_had_where_the_place_is_listed_no_more(
    netlog, walk, config, own, goes_on
) -> None:
    config.write_text('[recall]\npeer = ["gym", "coffee shop", "neighbours", "salon"]\n')
    assert walk("", at="gym") == ["gym", "coffee shop"]
    config.write_text(f"[recall]\npeer = {own}\n")
    assert walk()[0] == goes_on


def test_a_walk_whose_last_places_are_listed_no_more_begins_anew(netlog, walk, config) -> None:
    walk(at="post and deliveries")
    config.write_text('[recall]\ncommunity = ["schools"]\n')
    assert walk() == ["previous bosses"]


def test_who_is_archived_is_said_to_be(netlog, piped) -> None:
    netlog("add", "Ann Lee")
    netlog("archive", "ann lee")
    done = piped("gym: Ann Lee\n")
    assert done.out == "Here already, now #gym: Ann Lee (c1, archived).\n"
    assert "Ann Lee is archived. To have them back: netlog unarchive c1" in done.err
    known = piped("gym: Ann Lee\n", "--json").json[0]["known"]
    assert known == [{"id": 1, "ref": "c1", "name": "Ann Lee", "archived": True}]


def test_names_are_compared_with_those_alone_that_are_spelled_alike(
    netlog, piped, monkeypatch
) -> None:
    compared = []
    same = rules.is_same
    monkeypatch.setattr(rules, "is_same", lambda *two: compared.append(two) or same(*two))
    piped(f"gym: {', '.join(f'Ann{n} Lee{n}' for n in range(40))}\nsalon: Ann1 Lee1, ann2 lee2")
    assert len(people(netlog)) == 40
    assert len(compared) < 10


# Who one is and who are two


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Jane Smith, PhD, Bo", ["Bo", "Jane Smith, PhD"]),
        ("Sam Davis, Jr., M.D.; Bo", ["Bo", "Sam Davis, Jr., M.D."]),
        ("Jane Smith (my dentist), Ph. D.", ["Jane Smith, Ph. D."]),
        ("Ann Lee, and Bo Lind", ["Ann Lee", "Bo Lind"]),
        ("Junior, Bo", ["Bo", "Junior"]),
        ("Ann (and her sister), AT&T Joe", ["AT&T Joe", "Ann"]),
    ],
)
def test_a_suffix_belongs_to_the_name_before_it(netlog, piped, typed, names) -> None:
    assert piped(f"gym: {typed}").status == 0
    assert people(netlog) == names


def test_what_is_noted_stays_with_a_name_and_its_suffix(netlog, piped) -> None:
    piped("gym: Jane Smith (my dentist), PhD")
    jane = shown(netlog, "jane")
    assert (jane["name"], jane["notes"]) == ("Jane Smith, PhD", "my dentist")


def test_a_name_with_its_suffix_may_be_who_is_here_without_it(netlog, piped) -> None:
    netlog("add", "Jane Smith")
    done = piped("gym: Jane Smith, PhD")
    assert (done.status, people(netlog)) == (5, ["Jane Smith"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ann (a, b", "In 'Ann (a, b' a parenthesis or a quotation mark stands alone."),
        ("Ann a, b)", "In 'b)' a"),
        ("Ann (a)), Bo", "In 'Ann (a))' a"),
        ("Ann [dentist, Bo]", "In 'Ann [dentist' a"),
        ('"Ann, Lee"', "In '\"Ann' a"),
        ("Ann: Bo", "'Ann: Bo' is no name. What is noted of somebody stands in parentheses."),
        ("Ann : a dentist", "'Ann : a dentist' is no name."),
    ],
)
def test_what_is_half_a_note_is_nobody(netlog, piped, typing, typed, said) -> None:
    done = piped(f"gym: Cy Ray, {typed}")
    assert (done.status, people(netlog)) == (2, [])
    assert f"Line 1: {said}" in done.err
    if ":" not in typed:
        done = typing(f"Cy Ray; {typed}", "Dee Dove")
        assert said in done.err
        assert {"Cy Ray", "Dee Dove"} <= set(people(netlog))


@pytest.mark.parametrize(
    ("line", "name", "note"),
    [
        ("gym:: Al", "Al", None),
        ("gym : : Al", "Al", None),
        ("gym：Al", "Al", None),
        ("gym: Al (the bee (and honey) man)", "Al", "the bee (and honey) man"),
        ("gym: Al (tel: 555)", "Al", "tel: 555"),
        ("gym: Al :)", "Al :)", None),
        ("gym: Al (left", None, None),
    ],
)
def test_signs_around_a_name_are_no_part_of_it(netlog, piped, line, name, note) -> None:
    done = piped(line)
    assert (done.status, people(netlog)) == ((0, [name]) if name else (2, []))
    if name:
        one = shown(netlog, "c1")
        assert (one["how_met"], one["notes"]) == ("gym", note)


def test_names_stand_between_the_commas_of_other_scripts(netlog, piped) -> None:
    assert piped("gym：李小龙，王芳、张伟；Bo").status == 0
    assert len(people(netlog)) == 4


def test_a_colon_in_a_note_names_no_place_in_a_walk(netlog, typing) -> None:
    typing("Ann Lee (tel: 555), Bo")
    assert people(netlog) == ["Ann Lee", "Bo"]
    assert shown(netlog, "ann lee")["notes"] == "tel: 555"


@pytest.mark.parametrize(
    ("typed", "write"),
    [
        ("Ann and Bob", "Ann, Bob"),
        ("Ann & Bob Miller", "Ann Miller, Bob Miller, or Ann, Bob Miller"),
        ("Ann&Bob", "Ann, Bob"),
        ("Ann Lee und Bo Lind", "Ann Lee, Bo Lind"),
        ("Ann Lee + Bo Lind", "Ann Lee, Bo Lind"),
        ("c1 c2", "c1, c2"),
        ("c1 Bo Lind", "c1, Bo Lind"),
        ("Bo Lind C1", "Bo Lind, C1"),
    ],
)
def test_two_people_in_one_breath_are_not_made_one(netlog, piped, typing, typed, write) -> None:
    done = piped(f"gym: Cy Ray, {typed}")
    assert (done.status, people(netlog)) == (2, [])
    assert f"Line 1: '{typed}' is two people: write {write}." in done.err
    done = typing(f"Cy Ray, {typed}", "Dee Dove")
    assert f"'{typed}' is two people: write {write}." in done.err
    assert people(netlog) == ["Cy Ray", "Dee Dove"]


def test_a_last_name_that_comes_first_is_asked_about(netlog, piped, typing) -> None:
    netlog("add", "Carol Whitfield")
    done = piped("gym: Bo, Whitfield, Carol")
    assert (done.status, people(netlog)) == (5, ["Carol Whitfield"])
    assert "Whitfield, Carol: Carol Whitfield (c1) may be meant." in done.err
    assert "Write Carol Whitfield, or recall - --force adds both." in done.err
    done = typing("Whitfield, Carol, Bo", "y")
    assert "Added Bo (c2). Here already, now #gym: Carol Whitfield (c1)." in done.err
    assert piped("gym: Whitfield, Carol", "--force").status == 0
    assert people(netlog) == ["Bo", "Carol", "Carol Whitfield", "Whitfield"]


def test_two_who_are_no_turned_name_are_two(netlog, typing) -> None:
    netlog("add", "Carol Whitfield")
    typing("Whitfield, Carol", "n")
    assert people(netlog) == ["Carol", "Carol Whitfield", "Whitfield"]


def test_of_a_turned_name_that_is_not_answered_nothing_is_kept(netlog, typing) -> None:
    netlog("add", "Carol Whitfield")
    done = typing("Bo, Whitfield, Carol", EOFError())
    assert people(netlog) == ["Bo", "Carol Whitfield"]
    assert "Whitfield" in done.err


def test_what_a_walk_kept_is_said_in_whole_words(netlog, terminal) -> None:
    for columns in (40, 60):
        child = terminal("recall", "--at", "online groups", columns=columns)
        child.expect_exact("online groups")
        child.expect_exact(":")
        child.sendline(f"Ann Lee {columns}, Bo Lind {columns}")
        child.expect_exact("old friends")
        child.sendeof()
        child.expect(pexpect.EOF)
        child.close()
        said = child.before.split("\r\n")
        assert "netlog recall goes on at old friends." in " ".join(" ".join(said).split())
        assert all(len(line) <= columns for line in said)


def test_a_question_never_stands_on_the_line_of_another_whatever_was_typed_ahead(
    netlog, terminal
) -> None:
    child = terminal("recall", "--at", "gym", columns=100)
    child.expect_exact("keep it and stop.")
    child.send("Ann Lee, Bo Lind\n\n?\nCy Young\n\nAnn Lee\n")
    child.expect_exact("parents")
    child.expect_exact("online groups")
    child.sendeof()
    child.expect_exact("goes on at online groups.")
    child.expect(pexpect.EOF)
    child.close()
    assert people(netlog) == ["Ann Lee", "Bo Lind", "Cy Young"]


@pytest.mark.parametrize(
    "typed", ["Ann Lee\n\n\n", "\n\n\n", "?\n\n\n\n", "Ann Lee\n?\nBo Lind\n\n"]
)
def test_what_was_typed_ahead_stands_behind_its_question(netlog, terminal, typed) -> None:
    child = terminal("recall", "--at", "gym", columns=100)
    child.expect_exact("keep it and stop.")
    child.send(typed)
    child.expect_exact("neighbours (")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    whole = child.before
    questions_ = [line.count(" of 36") for line in whole.split("\r\n")]
    assert max(questions_) <= 1
