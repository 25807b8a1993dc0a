"""A long name takes no room from the lines of others: it runs on, or it wraps at a hyphen."""

from itertools import pairwise

import pytest

from netlog.render.cells import width_of, wrapped

LONG = "Maximiliane Featherstonehaugh-Cholmondeley of Marchbanks"
SAID = "about the very long story of her grandmother's restaurant by the sea"


@pytest.fixture
def book(netlog, monkeypatch):
    for name in (LONG, "Bob"):
        netlog("add", name)
        netlog("favor", "promise", name.split()[0], SAID, "--by", "2026-11-24")
    monkeypatch.setenv("COLUMNS", "100")
    return netlog


@pytest.mark.parametrize(
    "argv", [("due", "--within", "7d"), ("favor", "list"), ("search", "restaurant")]
)
def test_a_long_name_runs_on_and_leaves_the_others_their_text(book, argv) -> None:
    lines = book(*argv).out.splitlines()
    (long,) = (line for line in lines if "Maximiliane" in line)
    assert LONG in long
    (bob,) = (line for line in lines if " Bob " in line)
    assert "about the very long" in bob or "story of her grand" in bob
    assert all(width_of(line) <= 100 for line in lines)


def test_in_a_table_what_stands_below_another_stays_there(netlog, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    netlog("add", "Cy", "--org", "A firm of forty letters, or so it seems")
    netlog("add", "Wilhelmina Cholmondeley of Marchbanks", "--org", "Acme of everywhere and all")
    lines = netlog("list").out.splitlines()
    (acme,) = (line for line in lines if "Acme" in line)
    (cy,) = (line for line in lines if "Cy" in line)
    assert acme.index("Acme") == cy.index("A firm")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Featherstonehaugh-Cholmondeley", 28, ["Featherstonehaugh-", "Cholmondeley"]),
        ("a-verylongwordindeed", 12, ["a-verylongwo", "rdindeed"]),
        ("one two-threes", 8, ["one", "two-", "threes"]),
    ],
)
def test_a_word_too_long_for_a_line_is_broken_at_a_hyphen(text, width, lines) -> None:
    ends = list(wrapped(text, width))
    assert [text[start:end] for start, end in ends] == lines
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
