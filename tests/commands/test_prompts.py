"""Questions: Enter takes what is shown, and Ctrl-C and Ctrl-D leave everything as it is."""

import signal
from collections.abc import Iterator

import pexpect
import pytest
from tests.conftest import Contents, Netlog
from tests.pressing import press

FIRST, SECOND = r"What was it about\? ", r"Anything you owe them\? "


@pytest.fixture
def book(netlog, seeded) -> Netlog:
    """Two people called Grace, and Ada."""

    def fill() -> None:
        for name in ("Grace Hopper", "Grace Kelly", "Ada Lovelace"):
            netlog("add", name, "--force")

    seeded(fill)
    return netlog


@pytest.fixture(autouse=True)
def obeyed() -> Iterator[None]:
    """What is started in the background may have been told to ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def ended(child) -> tuple[int, list[str]]:
    """The exit status, and the lines that came after the last question."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before.splitlines()


@pytest.mark.parametrize(
    ("key", "status", "said"),
    [
        ("sendeof", 1, "netlog: No answer. Nothing was saved."),
        ("sendintr", 130, "netlog: Interrupted. Nothing was saved."),
    ],
)
def test_leaving_at_the_first_question_records_nothing(
    book, terminal, contents: Contents, key: str, status: int, said: str
) -> None:
    before = contents()
    child = terminal("log", "ada", "--kind", "coffee")
    child.expect(FIRST)
    press(child, key)
    found, lines = ended(child)
    assert (found, lines[-1]) == (status, said)
    assert lines[0].replace("^C", "").replace("^D\b\b", "") == ""  # no word on the question's line
    assert contents() == before


def test_ctrl_c_at_a_later_question_says_that_nothing_was_saved(
    book, terminal, contents: Contents
) -> None:
    before = contents()
    child = terminal("log", "ada", "--kind", "coffee")
    child.expect(FIRST)
    child.sendline("Her garden")
    child.expect(SECOND)
    press(child, "sendintr")
    status, lines = ended(child)
    assert (status, lines[-1]) == (130, "netlog: Interrupted. Nothing was saved.")
    assert contents() == before


def test_ctrl_d_at_a_later_question_leaves_the_rest_out(book, terminal) -> None:
    child = terminal("log", "ada", "--kind", "coffee")
    child.expect(FIRST)
    child.sendline("Her garden")
    child.expect(SECOND)
    child.sendeof()
    status, lines = ended(child)
    assert status == 0
    assert lines[0].replace("^D\b\b", "") == ""
    assert book("show", "m1", "--json").json["text"] == "Her garden"


def test_enter_skips_each_question(book, terminal) -> None:
    child = terminal("log", "ada", "--kind", "coffee")
    for question in (FIRST, SECOND, r"Anything they did for you\? "):
        child.expect(question)
        child.sendline("")
    assert ended(child)[0] == 0
    assert book("show", "m1", "--json").json["text"] is None


@pytest.mark.parametrize("key", ["sendeof", "sendline"])
def test_a_choice_shows_that_enter_is_none(book, terminal, key: str) -> None:
    child = terminal("snooze", "grace", "2w")
    child.expect(r"Enter for none\r\nWhich one\? \[1-2\] ")
    press(child, key)
    status, lines = ended(child)
    assert (status, lines[-1]) == (4, "netlog: Nobody was chosen. Nothing was changed.")


@pytest.mark.parametrize(
    "line", ["show grace", "brief grace", "plan list grace", "history --limit 3 grace"]
)
def test_where_nothing_was_to_be_changed_nothing_is_said_of_it(book, terminal, line: str) -> None:
    child = terminal(*line.split())
    child.expect(r"Which one\? \[1-2\] ")
    child.sendline("")
    status, lines = ended(child)
    assert (status, lines[-1]) == (4, "netlog: Nobody was chosen.")


@pytest.mark.parametrize(("key", "status"), [("sendeof", 1), ("sendintr", 130), ("sendline", 1)])
def test_a_question_of_yes_or_no_is_never_taken_for_yes(
    book, terminal, contents: Contents, key: str, status: int
) -> None:
    before = contents()
    child = terminal("remove", "ada")
    child.expect(r"\[y/N\] ")
    press(child, key)
    found, lines = ended(child)
    assert found == status
    assert lines[-1].startswith("netlog: ")
    assert "Nothing was" in lines[-1]
    assert contents() == before


def test_no_answer_to_whose_doing_it_was_notes_nothing(book, terminal) -> None:
    book("favor", "ask", "ada", "an intro")
    child = terminal("favor", "outcome", "f1", "found it", columns=120)
    child.expect(r"\[Y/n\] ")
    child.sendeof()
    assert ended(child)[0] == 1
    assert book("favor", "show", "f1", "--json").json["outcome"] is None
