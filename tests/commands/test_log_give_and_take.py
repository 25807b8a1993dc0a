"""netlog log writes the ledger too: what you owe, got, asked for and told; and offers to."""

import subprocess

import pexpect
import pytest
from tests.forked import Program

UID = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        for name in ("Carol Danvers", "Ada Lovelace"):
            netlog("add", name)

    seeded(fill)
    return netlog


def favors(netlog, *argv: str) -> list[dict]:
    return netlog("favor", "list", *argv, "--json").json


# The options


@pytest.mark.parametrize(
    ("option", "verb"), [("--owe", "promise"), ("--got", "receive"), ("--asked", "ask")]
)
def test_each_option_writes_the_same_row_as_its_verb(book, option: str, verb: str) -> None:
    book("log", "carol", option, "the slides")
    book("favor", verb, "carol", "the slides")
    by_verb, by_log = favors(book)
    assert by_log["meeting"]["ref"] == "m1"
    own = dict.fromkeys(("id", "ref", "uid", "meeting"))
    assert by_log | own == by_verb | own


def test_all_of_them_at_once_are_three_favors_of_one_meeting(book) -> None:
    said = ("--owe", "the slides", "--got", "a hint", "--asked", "an intro")
    logged = book("log", "carol", *said, "--json").json
    found = [(favor["direction"], favor["text"], favor["state"]) for favor in logged["favors"]]
    assert sorted(found) == [
        ("to_me", "a hint", "done"),
        ("to_me", "an intro", "open"),
        ("to_them", "the slides", "open"),
    ]
    assert logged["asked"] == "an intro"


@pytest.mark.parametrize("option", ["--owe", "--asked"])
def test_by_says_when_it_is_due(book, option: str) -> None:
    book("log", "carol", option, "the slides", "--by", "friday")
    assert favors(book)[0]["due_on"] == "2026-11-27"


def test_what_happened_earlier_counts_from_then(book) -> None:
    book("log", "carol", "--owe", "the slides", "--got", "a hint", "--on", "2026-11-16")
    hint, slides = favors(book)
    assert (slides["opened_on"], slides["due_on"]) == ("2026-11-16", "2026-11-23")
    assert hint["done_on"] == "2026-11-16"


@pytest.mark.parametrize("option", ["--owe", "--got", "--asked"])
def test_of_several_people_it_concerns_the_first(book, option: str) -> None:
    book("log", "ada", "carol", option, "the slides")
    assert [favor["contact"]["name"] for favor in favors(book)] == ["Ada Lovelace"]
    assert favors(book, "carol") == []


def test_what_was_received_by_mail_is_owed_thanks_for(book) -> None:
    book("log", "carol", "ada", "--kind", "email", "--got", "a hint")
    (owed,) = book("show", "carol", "--json").json["thanks"]
    assert (owed["favor"]["ref"], owed["due_on"]) == ("f1", "2026-11-25")
    assert book("show", "ada", "--json").json["thanks"] == []


def test_a_coffee_at_which_something_was_received_owes_one_thank_you(book) -> None:
    book("log", "carol", "--kind", "coffee", "--got", "a hint")
    (owed,) = book("show", "carol", "--json").json["thanks"]
    assert (owed["favor"]["ref"], owed["meeting"]["ref"]) == ("f1", "m1")


@pytest.mark.parametrize("said", ["--thanked", "--no-thanks"])
def test_what_was_thanked_for_on_the_spot_is_not_owed(book, said: str) -> None:
    book("log", "carol", "--got", "a hint", said)
    assert book("check", "carol", "--json").json["fine"]
    states = [owed["state"] for owed in book("show", "carol", "--json").json["thanks"]]
    assert states == (["sent"] if said == "--thanked" else [])


def test_told_settles_the_outcome_on_the_day_of_the_meeting(book) -> None:
    book("favor", "receive", "carol", "read my CV", "--on", "2026-10-01")
    book("favor", "outcome", "f1", "hired")
    book("log", "carol", "--told", "f1", "--on", "yesterday")
    assert book("favor", "show", "f1", "--json").json["told_on"] == "2026-11-22"


def test_the_same_id_again_doubles_no_favor(book) -> None:
    said = ("log", "carol", "--owe", "the slides", "--got", "a hint", "--id", UID, "--json")
    assert book(*said) == book(*said)
    assert len(favors(book)) == 2


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (("--told", "f1"), 3),  # no outcome to tell
        (("--told", "f99"), 3),
        (("--told", "t1"), 2),
        (("--owe", ""), 2),
        (("--got", ""), 2),
        (("--asked", ""), 2),
        (("--got", "x", "--by", "friday"), 2),
        (("--owe", "x", "--by", "someday"), 2),
    ],
)
def test_a_mistake_records_neither_meeting_nor_favor(book, contents, argv, status: int) -> None:
    book("favor", "receive", "carol", "read my CV")
    before = contents()
    assert book("log", "carol", *argv).status == status
    assert contents() == before


# The warning before an ask


def test_an_ask_that_is_one_too_many_is_warned_of_and_saved(book) -> None:
    for day in ("2026-11-09", "2026-11-16", "2026-11-20"):
        book("log", "carol", "--kind", "email", "--asked", "an intro", "--on", day)
    asked = book("log", "carol", "--kind", "email", "--asked", "an intro")
    assert asked.status == 0
    assert asked.err.splitlines() == [
        "Mind: you asked on 9 Nov, 16 Nov and 20 Nov, with nothing for them in between.",
        "Mind: this would be the fourth ask in 90 days.",
        "Mind: in a year you asked three times, and did nothing for them.",
    ]
    assert len(favors(book, "--open")) == 4


def test_the_warning_leaves_json_alone(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "2026-11-02")
    asked = book("log", "carol", "--kind", "email", "--asked", "an intro", "--json")
    assert asked.json["asked"] == "an intro"
    assert asked.err == "Mind: you have not thanked them for the coffee of 2 Nov.\n"


def test_of_several_people_the_first_is_the_one_who_was_asked(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "2026-11-02")
    assert book("log", "ada", "carol", "--asked", "an intro").err == ""
    assert "not thanked them for the coffee of 2 Nov" in (
        book("log", "carol", "ada", "--asked", "an intro").err
    )


def test_without_an_ask_there_is_no_warning(book) -> None:
    book("log", "carol", "--kind", "coffee", "--on", "2026-11-02")
    assert book("log", "carol", "--owe", "the slides", "--got", "a hint").err == ""


# What is offered on a terminal

QUESTIONS = ("What was it about? ", "Anything you owe them? ", "Anything they did for you? ")
CTRL_D = "\x04"


@pytest.fixture
def answered(terminal):
    """What a real terminal shows of it, each question answered in turn."""

    def run(
        *argv: str, answers: tuple[str, ...] = (), questions: tuple[str, ...] = QUESTIONS
    ) -> str:
        child, shown = terminal(*argv), ""
        for question, answer in zip(questions, answers, strict=False):
            child.expect_exact(question)
            shown += child.before + child.after
            child.send(answer if answer == CTRL_D else f"{answer}\n")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        return shown + child.before

    return run


def test_enter_skips_all_three(book, answered) -> None:
    assert "Logged meeting with Carol Danvers" in answered("log", "carol", answers=("", "", ""))
    assert book("show", "m1", "--json").json["text"] is None
    assert favors(book) == []


def test_what_was_said_already_is_not_asked_for(book, answered) -> None:
    asked = (QUESTIONS[0], QUESTIONS[2])
    shown = answered("log", "carol", "--owe", "x", answers=("Her garden", ""), questions=asked)
    assert QUESTIONS[1] not in shown


def test_an_answer_that_cannot_be_stored_is_asked_for_again(book, answered) -> None:
    argv = ("log", "carol", "--owe", "x", "--got", "y")
    twice = (QUESTIONS[0], QUESTIONS[0])
    shown = answered(*argv, answers=("a\x07b", "Her garden"), questions=twice)
    assert "control character" in shown
    assert book("show", "m1", "--json").json["text"] == "Her garden"


def test_the_end_of_input_skips_the_rest(book, answered) -> None:
    shown = answered("log", "carol", answers=("Her garden", CTRL_D))
    assert QUESTIONS[1] in shown
    assert QUESTIONS[2] not in shown
    assert book("show", "m1", "--json").json["text"] == "Her garden"


def test_what_is_answered_is_recorded(book, answered) -> None:
    answered("log", "carol", "ada", answers=("Her garden", "the slides", "a hint"))
    assert book("show", "m1", "--json").json["text"] == "Her garden"
    found = {(one["direction"], one["text"], one["contact"]["ref"]) for one in favors(book)}
    assert found == {("to_them", "the slides", "c1"), ("to_me", "a hint", "c1")}


@pytest.mark.parametrize(
    "said",
    [("-m", "Her garden"), ("--json",)],
    ids=lambda value: value[0],
)
def test_who_has_said_it_already_is_not_asked(book, answered, said: tuple[str, ...]) -> None:
    shown = answered("log", "carol", *said)
    assert [question for question in QUESTIONS if question.strip() in shown] == []
    assert book("show", "m1", "--json").status == 0


def test_in_a_pipe_nothing_is_asked_and_nothing_is_read(book, program: Program) -> None:
    logged = subprocess.run(
        [f"{program.folder}/netlog", "log", "carol"],
        input="Her garden\nthe slides\na hint\n",
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (logged.returncode, logged.stderr) == (0, "")
    assert book("show", "m1", "--json").json["text"] is None
    assert favors(book) == []


@pytest.mark.parametrize(
    ("asks", "got", "answers", "wanted"),
    [
        (
            ("an intro to Acme", "reading my CV"),
            ("Acme introduction", "her notes"),
            "f2",
            {"f1": "Acme introduction", "f2": "her notes"},
        ),
        (
            ("an intro to Acme", "an intro to Globex"),
            ("intro to Acme", "intro to Globex"),
            "f2",
            {"f1": "an intro to Acme", "f2": "an intro to Globex"},
        ),
        (
            ("an intro to Acme", "reading my CV"),
            ("an intro by mail", "an intro to Acme"),
            "f1",
            {"f1": "an intro to Acme"},
        ),
        (("an intro to Acme", "reading my CV"), ("Acme intro",), "f2", {"f2": "Acme intro"}),
    ],
)
def test_what_is_said_to_answer_takes_nothing_from_another_ask(
    book, asks, got, answers: str, wanted
) -> None:
    for what in asks:
        book("favor", "ask", "carol", what)
    said = [word for what in got for word in ("--got", what)]
    book("log", "carol", "call", *said, "--answers", answers)
    done = {one["ref"]: one["text"] for one in favors(book) if one["state"] == "done"}
    assert {ref: text for ref, text in done.items() if ref in ("f1", "f2")} == wanted


def test_of_several_who_was_meant_is_named(book) -> None:
    said = ("--owe", "the slides", "--asked", "advice")
    logged = book("log", "carol", "ada", "coffee", *said).out
    assert "You promised Carol Danvers: the slides" in logged
    assert "You asked Carol Danvers for: advice" in logged
    assert "(asked for advice)" in book("show", "carol").out
    for verb in ("show", "brief"):
        assert "coffee with Carol Danvers (asked them for advice)" in book(verb, "ada").out
    book("log", "carol", "ada", "ed", "--create", "--asked", "advice")
    assert "with Carol Danvers and Ada Lovelace (asked Carol Danvers for" in book("show", "ed").out
