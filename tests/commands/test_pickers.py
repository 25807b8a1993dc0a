"""Lines that a picker chooses from and that come back as a WHO; and the one ref that is meant."""

import re
from typing import Any

import pytest

from netlog.commands.frame.printed import is_sentence


@pytest.fixture
def book(netlog: Any, seeded) -> Any:
    def fill() -> None:
        netlog("add", "Ben Ray", "--org", "Acme", "--email", "ben@x.org")
        netlog("add", "Ben Gun")
        netlog("add", "Ann Lee", "--note", "one\ttab")

    seeded(fill)
    return netlog


def test_tsv_has_a_line_a_person_with_tabs_and_the_ref_first(book) -> None:
    assert book("list", "--format", "tsv").out.splitlines()[:2] == [
        "c3\tAnn Lee\t\t\t\t21 Feb 2027",
        "c2\tBen Gun\t\t\t\t21 Feb 2027",
    ]
    chosen = book("list", "--format", "tsv", "--columns", "email,name,notes").out.splitlines()
    assert chosen[0] == "c3\t\tAnn Lee\tone\\ttab"


def test_tsv_of_nobody_is_nothing(book) -> None:
    assert book("list", "--format", "tsv", "--org", "Nowhere").out == ""


@pytest.mark.parametrize("beside", ["--json", "--ids"])
def test_tsv_stands_alone(book, beside: str) -> None:
    assert book("list", "--format", "tsv", beside).status == 2


@pytest.mark.parametrize("argv", [("list",), ("list", "--format", "tsv")], ids=" ".join)
def test_a_chosen_line_can_be_piped_back(book, piped, argv: tuple[str, ...]) -> None:
    lines = book(*argv).out.splitlines()
    piped(f"{lines[0]}\n{lines[2]}\n")
    logged = book("log", "-", "coffee", "--json").json
    assert [contact["name"] for contact in logged["contacts"]] == ["Ann Lee", "Ben Ray"]
    assert logged["kind"] == "coffee"


@pytest.mark.parametrize("create", [(), ("--create",)], ids=["", "create"])
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("c99\tX", "There is no c99."),
        ("c99\tGrace Hopper\tUS Navy\t\t\t", "There is no c99."),
        ("c99  Grace Hopper  US Navy", "There is no c99."),
        ("Grace Hopper (c99)", "There is no c99."),
        ("c4\tBen Ray", "c4 was merged into Ben Ray (c1)."),
        ("c2\tGrace Hopper", "c2 is Ben Gun: the line says another name."),
    ],
)
def test_a_line_whose_ref_is_gone_adds_nobody(book, piped, line, says, create) -> None:
    book("add", "Bennie Ray")
    book("merge", "c1", "c4", "--yes")
    piped(f"{line}\n")
    refused = book("log", "-", "coffee", *create)
    assert (refused.status, refused.err) == (3, f"netlog: {says}\n")


@pytest.mark.parametrize("line", ["m1\tcall with Ann", "m1  26 Nov  Call with Ann Lee"])
def test_a_line_of_what_is_nobody_adds_nobody(book, piped, line: str) -> None:
    book("log", "ann", "call")
    piped(f"{line}\n")
    refused = book("log", "-", "coffee", "--create")
    assert refused.status == 2
    assert "m1 is a meeting, not a person." in refused.err


@pytest.mark.parametrize(
    "line",
    [
        "list --org nowhere",
        "list --tag zzz",
        "search zeppelin",
        "reconnect --tag zzz",
        "favor list",
        "lead",
        "goal",
        "plan",
        "orgs",
        "network",
        "tags",
        "duplicates",
        "history ben.ray --since 2031-01-01",
        "backup --list",
        "relate",
        "balance ann",
    ],
)
def test_a_list_of_nothing_prints_nothing_where_it_is_piped(book, piped, line: str) -> None:
    if line == "orgs":
        book("remove", "ben ray", "--yes")
    listed = book(*line.replace("ben.ray", "c1").split())
    assert listed.out == ""
    assert listed.err.startswith(("No", "There are no"))
    before = book("list", "--ids").out
    for create in ((), ("--create",)):
        piped(listed.out)
        assert book("log", "-", "coffee", *create).status == 3
        piped(listed.err)
        assert book("log", "-", "coffee", *create).status == 3
    assert book("list", "--ids").out == before


def test_what_has_no_room_in_a_pipe_is_said_beside_it(
    book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    book("edit", "ann", "--org", "The Company of Merchant Adventurers", "--add-circle", "business")
    listed = book("list")
    assert listed.err == "No room here for: organization, circles, tags.\n"
    assert [line.split()[0] for line in listed.out.splitlines()] == ["c3", "c2", "c1"]
    assert book("list", "--columns", "name").err == ""


def test_what_an_empty_list_said_is_nobody_to_add(book, piped) -> None:
    piped("Nobody matches.\n")
    refused = book("log", "-", "coffee", "--create")
    said = 'netlog: "Nobody matches." names nobody. Give it names or refs, one a line.\n'
    assert (refused.status, refused.err) == (3, said)
    piped("Nobody matches.\n")  # Without --create no way to add it is told either.
    assert book("log", "-", "coffee").err == said


@pytest.mark.parametrize(
    "line",
    [
        "week",
        "path ann",
        "every",
        "stats",
        "card ann",
        "show t1",
        "draft ann",
        "list --json",
        "export --format csv",
        "export --format vcf",
        "export --format ics",
        "export --format friends",
        "backup",
        "--version",
        "snooze c2 2w",
        "thank ann --draft",
        "thank t1",
        "due --json --kind date",
        "show ann",
    ],
)
def test_nothing_that_is_printed_becomes_a_person(book, piped, line: str) -> None:
    book("log", "ann", "coffee")
    before = book("list", "--ids").out
    piped(book(*line.split()).out)
    book("log", "-", "call", "--create")
    assert book("list", "--ids").out == before


@pytest.mark.parametrize(
    "line",
    [
        "You may still thank Bo Lind for the call of 24 Nov.",
        "Drew the stats to Ann Lee.",
        "1 thanks · 1 plan · 2 dates",
        "2 thanks",
        "7 thanks +3",
        "1 to get back to",
        "business",
        "25 Nov 2025 to 25 Nov 2026",
    ],
)
def test_what_ends_in_a_month_counts_or_spans_days_is_no_name(line: str) -> None:
    assert is_sentence(line)


def test_what_adds_a_number_with_blanks_can_be_pasted(book) -> None:
    said = book("log", "+44 20 7946 0018", "call").err
    assert said.endswith('To add them: netlog add NAME --phone "+44 20 7946 0018".\n')


def test_thanks_in_full_say_once_what_they_are_for(book) -> None:
    book("log", "ann", "coffee")
    assert re.search(r"^  For +coffee on 23 Nov$", book("show", "t1").out, re.M)


def test_what_confirms_that_somebody_was_added_adds_nobody(book, piped) -> None:
    piped(book("add", "Zoe").out)
    assert book("log", "-", "call", "--create").status == 3
    assert book("list", "--ids").out.split()[-1] != "c5"


@pytest.mark.parametrize(
    "name", ["Maria (Mia) Lopez", "Maria from the co-op", "Sammy Davis Jr.", "Nobody Owens"]
)
def test_names_of_standard_input_are_added(book, piped, name: str) -> None:
    piped(f"{name}\n")
    assert book("log", "-", "coffee", "--create").status == 0
    assert book("show", "c4", "--json").json["name"] == name


def test_whom_the_balance_names_can_be_piped_back(book, piped) -> None:
    book("favor", "give", "ann", "an hour")
    book("favor", "receive", "ben ray", "a lift")
    printed = book("balance").out
    assert "Nothing is late" in printed
    piped(printed)
    logged = book("log", "-", "coffee", "--create", "--json").json
    assert {contact["ref"] for contact in logged["contacts"]} == {"c1", "c3"}


def test_a_name_that_begins_like_a_ref_is_one(book) -> None:
    assert book("log", "C3 Po", "coffee", "--create").status == 0
    assert book("who", "C3 Po").out == "c4\n"


def test_a_line_of_the_morning_can_be_piped_to_done(book, piped) -> None:
    book("log", "ann", "-m", "x", "--kind", "coffee", "--on", "20 nov")
    (line,) = [line for line in book("due").out.splitlines() if line.startswith("t1")]
    piped(line)
    assert book("done", "-", "--json").json[0]["state"] == "sent"


def test_who_prints_the_one_ref_that_is_meant(book) -> None:
    assert book("who", "ann").out == "c3\n"
    assert book("who", "ben", "ray").out == "c1\n"
    assert book("who", "Benny <ben@x.org>", "--json").json == {
        "id": 1,
        "ref": "c1",
        "name": "Ben Ray",
    }


def test_who_prints_everybody_who_could_be_meant(book) -> None:
    found = book("who", "ben")
    assert (found.status, found.out) == (4, "c2  Ben Gun\nc1  Ben Ray  Acme\n")
    refused = book("who", "ben", "--json")
    assert (refused.status, refused.out) == (4, "")
    assert [one["ref"] for one in refused.error["candidates"]] == ["c2", "c1"]


def test_who_finds_nobody_with_the_nearest_name(book) -> None:
    found = book("who", "nobody")
    assert (found.status, found.out) == (3, "")


def test_who_reads_lines_and_prints_a_ref_for_each(book, piped) -> None:
    piped("ann lee\nben@x.org\n")
    assert book("who", "-").out == "c3\nc1\n"


# The same again, and what is somebody else's


def test_the_same_log_twice_within_minutes_is_said(book) -> None:
    argv = ("log", "ann", "ben ray", "-m", "x", "--kind", "coffee")
    assert "just now" not in book(*argv).err
    assert book(*argv).err == "The same as m1 just now; netlog undo takes this one back.\n"
    for other in (("-m", "y"), ("--kind", "call"), ("--on", "yesterday"), ("--place", "home")):
        assert "just now" not in book(*argv, *other).err
    assert "just now" not in book("log", "ann", "-m", "x", "--kind", "coffee").err


def test_the_same_favor_twice_within_minutes_is_said(book) -> None:
    for verb, ref in (("give", "f1"), ("promise", "f3"), ("ask", "f5"), ("receive", "f7")):
        argv = ("favor", verb, "ann", f"an hour of {verb}")
        assert "just now" not in book(*argv).err
        said = book(*argv).err
        if verb == "receive":
            continue  # the ask that it answers is told
        assert f"The same as {ref} just now; netlog undo takes this one back.\n" in said
    assert "just now" not in book("favor", "give", "ben ray", "an hour of give").err


def test_the_same_plan_twice_is_said(book) -> None:
    argv = ("plan", "ann", "lunch", "2026-12-01", "--", "her book")
    assert "just now" not in book(*argv).err
    assert book(*argv).err == "The same as p1 just now; netlog undo takes this one back.\n"
    assert "just now" not in book("plan", "ann", "lunch", "2026-12-02", "--", "her book").err


@pytest.mark.parametrize(
    ("argv", "other"),
    [
        (("log", "ann", "message", "--occasion", "PyCon Berlin"), ("--occasion", "PyKon Berlin")),
        (("log", "ann", "message"), ("--goal", "g1")),
        (("favor", "ask", "ann", "a lift"), ("--goal", "g1")),
        (("plan", "ann", "lunch", "2026-12-01"), ("--goal", "g1")),
        (("plan", "ann", "lunch", "2026-12-01"), ("--invited", "me")),
    ],
)
def test_what_differs_in_anything_typed_is_not_the_same(book, argv, other) -> None:
    book("goal", "add", "run a fair", "--horizon", "short")
    book(*argv)
    assert "just now" not in book(*argv, *other).err
    assert "just now" in book(*argv, *other).err


def test_the_same_log_long_after_is_no_slip(book, monkeypatch: pytest.MonkeyPatch) -> None:
    argv = ("log", "ann", "-m", "x", "--kind", "coffee", "--on", "2026-11-20")
    book(*argv)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert "just now" not in book(*argv).err


@pytest.mark.parametrize(
    ("option", "value"), [("--add-email", "BEN@x.org"), ("--add-phone", "+49 30 1234567")]
)
def test_somebody_elses_way_is_taken_and_told(book, option: str, value: str) -> None:
    book("edit", "c1", "--add-phone", "+493012 34567")
    edited = book("edit", "ann", option, value)
    assert edited.status == 0
    assert edited.err == f"Ben Ray (c1) has {value}, too.\n"


def test_a_poorer_spelling_of_a_number_never_replaces_a_fuller_one(book) -> None:
    book("edit", "ann", "--add-phone", "+1 415 555 0100")
    book("edit", "ann", "--add-phone", "work=415 555 0100")
    (method,) = book("show", "ann", "--json").json["methods"]
    assert (method["value"], method["label"]) == ("+1 415 555 0100", "work")
