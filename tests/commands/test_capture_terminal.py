"""What logging and telling ask on a terminal, and what each answer comes to."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Helen, who was asked for an intro, helped twice, and is planned for coffee today."""

    def fill() -> None:
        netlog("add", "Helen Roe")
        netlog("add", "April Coffee")
        netlog("favor", "ask", "helen", "an intro to the bank")
        netlog("favor", "receive", "helen", "read my CV")
        netlog("favor", "receive", "helen", "a reference letter")
        netlog("plan", "helen", "today", "--kind", "coffee")

    seeded(fill)
    return netlog


def answered(child, *pairs: tuple[str, str]) -> str:
    """Answer each question as it comes; returns the rest of what is said."""
    for question, answer in pairs:
        child.expect_exact(question)
        child.sendline(answer)
    child.expect_exact(["\r\n"])
    rest = child.read()
    child.close()
    return str(rest)


SKIPPED = (
    ("What was it about?", ""),
    ("Anything you owe them?", ""),
    ("Anything they did for you?", ""),
)


def states(netlog) -> dict[str, str]:
    favors = netlog("favor", "list", "helen", "--json").json
    return {favor["ref"]: favor["state"] for favor in favors}


@pytest.mark.parametrize(("answer", "state"), [("", "done"), ("y", "done"), ("n", "open")])
def test_what_was_planned_is_offered(book, terminal, answer: str, state: str) -> None:
    child = terminal("log", "helen")
    answered(child, *SKIPPED, ("Is this what was planned", answer))
    assert book("plan", "show", "p1", "--json").json["state"] == state


def test_a_plan_with_some_of_them_is_taken_only_with_a_yes(book, terminal) -> None:
    book("plan", "edit", "p1", "--add-who", "april")
    answered(terminal("log", "helen"), *SKIPPED, ("Is this what was planned", ""))
    assert book("plan", "show", "p1", "--json").json["state"] == "open"


@pytest.mark.parametrize(("answer", "state"), [("", "open"), ("y", "done")])
def test_an_ask_that_is_not_alike_is_offered(book, terminal, answer: str, state: str) -> None:
    book("drop", "p1")
    child = terminal("log", "helen", "email", "--got", "a word to her banker", "--", "hi")
    answered(child, ('Is "a word to her banker" what you asked for', answer))
    assert states(book)["f1"] == state
    assert len(states(book)) == (3 if answer else 4)


def test_what_is_promised_by_a_day_in_an_answer_is_due_then(book, terminal) -> None:
    book("drop", "p1")
    answered(
        terminal("log", "helen", "call"),
        ("What was it about?", "the bank"),
        ("Anything you owe them?", "the slides by friday"),
        ("Anything they did for you?", ""),
    )
    slides = book("favor", "show", "f4", "--json").json
    assert (slides["text"], slides["due_on"]) == ("the slides", "2026-11-27")


@pytest.mark.parametrize(("answer", "state"), [("", "done"), ("n", "dropped")])
def test_whether_it_was_their_doing_is_asked(book, terminal, answer: str, state: str) -> None:
    child = terminal("favor", "outcome", "f1", "they signed")
    answered(child, ("Did Helen Roe help with that?", answer))
    assert states(book)["f1"] == state


@pytest.mark.parametrize(("answer", "archived"), [("", False), ("y", True)])
def test_archiving_asks_where_something_is_open(book, terminal, answer, archived) -> None:
    child = terminal("archive", "helen")
    child.expect_exact("Still open with Helen Roe")
    answered(child, ("Archive all the same?", answer))
    assert book("show", "helen", "--json").json["archived"] is archived


def test_which_of_several_turned_out_is_asked(book, terminal) -> None:
    answered(terminal("told", "helen", "hired"), ("Which one? [1-2]", "2"))
    assert book("favor", "show", "f3", "--json").json["outcome"] == "hired"
    assert book("favor", "show", "f2", "--json").json["outcome"] is None


def test_whoever_was_chosen_stands_by_ref_in_the_plan_that_is_offered(book, terminal) -> None:
    for name in ("Gus Gruen", "Gus Grey"):
        book("add", name)
    ahead = terminal("favor", "give", "gus", "x", "--on", "2027-03-20")
    said = answered(ahead, ("Which one? [1-2]", "2"))
    assert "netlog plan c3 2027-03-20 -- x" in said


@pytest.mark.parametrize("words", [("add", "Mill", "--via"), ("add-step", "l1")])
def test_which_of_several_a_step_is_is_asked(book, terminal, words: tuple[str, ...]) -> None:
    for name in ("Gus Gruen", "Gus Grey"):
        book("add", name)
    book("lead", "add", "Chair")
    assert "Gus Gruen" in answered(terminal("lead", *words, "gus"), ("Which one? [1-2]", "2"))


@pytest.mark.parametrize(("answer", "kind", "there"), [("1", "coffee", 1), ("2", "meeting", 2)])
def test_what_a_word_means_is_asked(book, terminal, answer: str, kind: str, there: int) -> None:
    book("drop", "p1")
    answered(terminal("log", "helen", "coffee", "--", "hi"), ("Which one? [1-2]", answer))
    met = book("show", "m1", "--json").json
    assert (met["kind"], len(met["contacts"])) == (kind, there)


def test_the_end_of_input_is_no_yes(book, terminal) -> None:
    child = terminal("log", "helen", "--", "hi")
    child.expect_exact("Is this what was planned")
    child.sendeof()
    child.read()
    assert book("plan", "show", "p1", "--json").json["state"] == "open"


@pytest.mark.parametrize(
    ("words", "answer", "said"),
    [
        (("log", "carl", "-m", "x"), "2", "Logged meeting with Carol Diaz"),
        (("log", "carl", "helen", "-m", "x"), "1", "Logged call with Helen Roe"),
        (("log", "carl", "lunch", "-m", "x"), "1", "Logged lunch with Carol Diaz"),
        (("plan", "carl", "friday"), "3", "Planned: meeting with Carol Whitfield"),
        (("thank", "carl"), "c2", "Thanked Carol Diaz"),
    ],
    ids=str,
)
def test_a_name_that_is_nearly_a_kind_is_chosen(netlog, terminal, words, answer, said) -> None:
    for name in ("Helen Roe", "Carol Diaz", "Carol Whitfield"):
        netlog("add", name)
    assert said in answered(terminal(*words), ("Which one?", answer))
