"""netlog archive: what is open with somebody is told before they are left in peace."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Bo, with one of everything that can be open."""

    def fill() -> None:
        netlog("add", "Bo", "--log", "coffee", "--kind", "coffee")
        netlog("favor", "promise", "bo", "the slides")
        netlog("favor", "promise", "bo", "a book")
        netlog("favor", "ask", "bo", "an intro")
        netlog("favor", "receive", "bo", "advice on my talk")
        netlog("favor", "outcome", "f4", "it went well")
        netlog("add", "Cy")

    seeded(fill)
    return netlog


TOLD = (
    "Still open with Bo: thanks (t1), 2 promises (f1, f2), 1 ask (f3) and 1 outcome to tell (f4)."
)


def test_in_a_pipe_it_is_refused_without_yes(book) -> None:
    refused = book("archive", "bo", "cy")
    assert refused.status == 2
    assert TOLD in refused.err
    assert len(book("list", "--json").json) == 2


def test_with_yes_it_is_done_and_told(book) -> None:
    done = book("archive", "bo", "--yes")
    assert (done.status, done.out) == (0, "Bo is archived.\n")
    assert TOLD in done.err


def test_with_nothing_open_nothing_is_asked(book) -> None:
    done = book("archive", "cy")
    assert (done.status, done.err) == (0, "")
