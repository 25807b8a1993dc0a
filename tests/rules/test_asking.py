"""How an ask is said: after "asked", whatever word it begins with."""

import pytest

from netlog.asking import asked, asked_briefly, awaited, kindness

ASKS = (
    ("a look", "asked for a look", "a look"),
    ("for a look", "asked for a look", "a look"),
    ("For a look", "asked for a look", "a look"),
    ("to read my CV", "asked them to read my CV", "them to read my CV"),
    ("read my CV", "asked them to read my CV", "them to read my CV"),
    ("Introduce me to Bo", "asked them to introduce me to Bo", "them to introduce me to Bo"),
    ("review my CV", "asked them to review my CV", "them to review my CV"),
    ("review of my CV", "asked for review of my CV", "review of my CV"),
    ("help with my CV", "asked for help with my CV", "help with my CV"),
    ("call her boss", "asked them to call her boss", "them to call her boss"),
    ("about the visa", "asked about the visa", "an answer about the visa"),
    ("about 20 copies", "asked for about 20 copies", "about 20 copies"),
    ("If Bo hires", "asked if Bo hires", "an answer (if Bo hires)"),
    ("whether Bo hires", "asked whether Bo hires", "an answer (whether Bo hires)"),
    ("whom to talk to", "asked whom to talk to", "an answer (whom to talk to)"),
    ("that she calls Bo", "asked that she calls Bo", "this (that she calls Bo)"),
    ("that book", "asked for that book", "that book"),
    ("to-do lists", "asked for to-do lists", "to-do lists"),
    ("for", "asked for for", "for"),
    ("read", "asked for read", "read"),
)


@pytest.mark.parametrize(("typed", "said", "waited_for"), ASKS, ids=[one[0] for one in ASKS])
def test_an_ask_goes_on_after_asked(typed: str, said: str, waited_for: str) -> None:
    assert (asked(typed), awaited(typed)) == (said, waited_for)


def test_whom_and_when_stand_where_they_belong() -> None:
    assert asked("for a look", "Grace", "5 Nov") == "asked Grace on 5 Nov for a look"
    assert asked("read it", "Grace") == "asked Grace to read it"
    assert asked("read it", on="5 Nov") == "asked them on 5 Nov to read it"


def test_in_brief_it_stands_under_a_heading() -> None:
    said = [asked_briefly(text) for text in ("for a look", "read it", "whether Bo hires")]
    assert said == ["asked for: a look", "asked: to read it", "asked: whether Bo hires"]


def test_a_kindness_stands_by_itself() -> None:
    said = [kindness(text) for text in ("for a look", "to read my CV", "forward it", "for")]
    assert said == ["a look", "read my CV", "forward it", "for"]
