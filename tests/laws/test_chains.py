"""Chains keep their word: laws over random books with leads, made through the real commands."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.laws.books import DAY, Book, Step, Told, favor, meeting, parsed, waiting

pytestmark = pytest.mark.slow

NewBook = Callable[[], Book]
over_books = settings(
    max_examples=examples(2),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SOMEBODY = ("Ann", "Bo", "Cy", "Di", "her boss", "a friend there")
STATES = ("waiting", "asked", "done", "broken")
LONG = timedelta(days=130)


@st.composite
def way(draw: st.DrawFn) -> Step:
    """A lead is begun through some people, known or not."""
    vias = draw(st.lists(st.sampled_from(SOMEBODY), min_size=1, max_size=3, unique=True))

    def step(book: Book) -> Told:
        argv = ("lead", "add", "Mill", *(part for name in vias for part in ("--via", name)))
        return Told(argv, book.run(*argv))

    return step


@st.composite
def going_on(draw: st.DrawFn) -> Step:
    """Something becomes of a step of a lead that is open, or a favor is done for it."""
    which, number = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    verb = draw(st.sampled_from(("state", "state", "state", "who", "add", "favor", "drop", "told")))
    state, whom = draw(st.sampled_from(STATES)), draw(st.sampled_from(SOMEBODY[:4]))

    def step(book: Book) -> Told | None:
        leads = book.json("lead", "list")
        if not leads:
            return None
        lead = leads[which % len(leads)]
        at = lead["steps"][number % len(lead["steps"])]["ref"]
        match verb:
            case "state":
                argv: tuple[str, ...] = ("lead", "step", at, state)
            case "who":
                argv = ("lead", "step", at, "--who", whom)
            case "add":
                argv = ("lead", "add-step", lead["ref"], whom)
            case "favor":
                argv = ("favor", "receive", whom, "a good word", "--lead", lead["ref"])
            case "told":
                argv = ("told", whom, "they asked me in")
            case _:
                argv = ("drop", at)
        return Told(argv, book.run(*argv))

    return step


steps = st.one_of(way(), going_on(), going_on(), going_on(), meeting(), favor(), waiting())
stories = st.tuples(way(), st.lists(steps, min_size=2, max_size=7)).map(
    lambda one: [one[0], *one[1]]
)


def played(new_book: NewBook, story: list[Step]) -> Book:
    """The book after the story; Di came through Cy, and Cy through Ann."""
    book = new_book()
    book.done("add", "Cy", "--via", "Ann", "--every", "never")
    book.done("add", "Di", "--via", "Cy", "--every", "never")
    for step in story:
        step(book)
    return book


def chases(book: Book, *argv: str) -> list[dict[str, Any]]:
    return book.due("--kind", "lead", *argv)


@over_books
@given(stories)
def test_every_line_of_a_lead_ends_by_each_command_that_it_prints(
    new_book: NewBook, story: list[Step]
) -> None:
    book = played(new_book, story)
    for item in chases(book, "--all"):
        for argv in (item["settle"], *(choice["argv"] for choice in item["choices"])):
            with book.as_if():
                assert book.run(*argv[1:]).status == 0, argv
                assert item["ref"] not in {one["ref"] for one in chases(book, "--all")}, argv
    book.on(book.today + LONG)
    assert chases(book) == []


def _upstream(book: Book, lead: dict[str, Any]) -> set[str]:
    """Who is on the way and did not break, who led to them, and who did something for it."""
    known = {one["name"]: one["introduced_by"] for one in book.json("list")}
    steps = lead["steps"]
    steps = [one for one in steps if one["state"] != "waiting" or not one["dropped_on"]]
    found = {s["contact"]["name"] for s in steps if s["contact"] and s["state"] != "broken"}
    did = {
        one["contact"]["name"]
        for one in book.json("favor", "list")
        if one["lead"] and one["lead"]["ref"] == lead["ref"] and one["state"] != "dropped"
    }
    found |= did
    ahead = list(found)
    while ahead:
        via = known[ahead.pop()]
        if via and via["name"] not in found:
            found.add(via["name"])
            ahead.append(via["name"])
    broken = {
        s["contact"]["name"] for s in lead["steps"] if s["contact"] and s["state"] == "broken"
    }
    return (found - broken) | did


@over_books
@given(stories)
def test_landing_owes_everybody_upstream_the_news_once_and_one_undo_restores_all(
    new_book: NewBook, story: list[Step]
) -> None:
    book = played(new_book, story)
    for lead in book.json("lead", "list"):
        upstream = _upstream(book, lead)
        before = book.done("export").result.out
        with book.as_if():
            found = book.json("lead", "landed", lead["ref"], "-m", "I begin in May")
            owed = [one["contact"]["name"] for one in found["owed"]]
            assert sorted(owed) == sorted(upstream)
            book.on(book.today + timedelta(days=1))
            refs = {one["favor"] for one in found["owed"]}
            lines = [one for one in book.due("--kind", "outcome", "--all") if one["ref"] in refs]
            assert sorted(one["contact"]["name"] for one in lines) == sorted(upstream)
            for number, one in enumerate(found["owed"]):
                closing = ("told", one["favor"]) if number % 2 else one["settle"][1:]
                assert book.run(*closing).status == 0
            assert [one for one in book.due("--all") if one["ref"] in refs] == []
        with book.as_if():
            book.done("lead", "landed", lead["ref"], "-m", "I begin in May")
            book.done("undo")
            assert book.done("export").result.out == before


DEBTS = ("thanks", "promise", "waiting", "outcome", "lead")


@over_books
@given(stories)
def test_debts_and_every_chain_among_them_stand_before_silence(
    new_book: NewBook, story: list[Step]
) -> None:
    book = played(new_book, story)
    book.done("add", "Ed", "--every", "1d")
    book.on(book.today + timedelta(days=11))
    blocks: dict[int | str, dict[str, Any]] = {}
    for item in book.due():
        blocks.setdefault(item["contact"]["id"] or item["ref"], item)
    firsts = [one["kind"] for one in blocks.values() if one["days_overdue"]]
    assert "reconnect" in firsts
    behind = firsts[firsts.index("reconnect") :]
    assert not set(DEBTS) & set(behind)
    counts = list(book.json("due", "--brief")["counts"])
    assert counts == [kind for kind in (*DEBTS, "plan", "reconnect", "date") if kind in counts]


@over_books
@given(stories)
def test_no_lead_that_is_open_falls_silent(new_book: NewBook, story: list[Step]) -> None:
    book = played(new_book, story)
    for lead in book.json("lead", "list"):
        with book.as_if():
            for _ in range(4):
                book.on(book.today + timedelta(days=10))
                lines = {one["ref"].partition(".")[0] for one in chases(book, "--all")}
                if lead["ref"] in lines:
                    break
            assert lead["ref"] in lines


UNCALLED_FOR = ("reconnect", "waiting", "lead")
PEACE = timedelta(days=30)


@over_books
@given(stories, st.sampled_from(SOMEBODY[:4]), st.sampled_from((1, 14, 29)))
def test_who_said_no_is_left_in_peace_by_every_command(
    new_book: NewBook, story: list[Step], whom: str, days: int
) -> None:
    book = played(new_book, story)
    book.done("every", whom, "1w")
    book.done("goal", "add", "a post in data", "--horizon", "short")
    lead = book.json("lead", "add", "The dock", "--via", whom)["ref"]
    book.done("lead", "declined", lead, "--keep", whom)
    until = book.today + PEACE
    book.on(book.today + timedelta(days=days))
    shown = book.json("show", whom)
    mine = [one for one in book.due() if one["contact"]["name"] == whom]
    assert [one for one in mine if one["kind"] in UNCALLED_FOR] == []
    assert date.fromisoformat(shown["next_due_on"]) >= until
    assert shown["peace"]["until"] == until.isoformat()
    look = book.json("check", whom)
    assert look["reasons"][0]["code"] == "said_no"
    assert not {"silent", "still_waiting"} & {one["code"] for one in look["reasons"]}
    assert (book.json("goal", "show", "g1")["next"] or {"name": ""})["name"] != whom
    with book.as_if():
        said = re.search(f"again on {DAY}", book.done("snooze", whom, "--off").result.out)
        assert said
        assert parsed(said, book.today) >= until
    book.on(until)
    assert book.json("show", whom)["peace"] is None
