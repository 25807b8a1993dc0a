"""Markdown pages: what a CommonMark reader sees, whatever was typed."""

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netlog.formats.circumstances import Going
from netlog.formats.markdown.marks import escaped, opening
from netlog.formats.markdown.writer import file_name, page, write
from netlog.records.contacts import ContactSheet, Method
from netlog.records.people import person

READER = MarkdownIt("gfm-like", {"linkify": False})
TRICKY = ["# no heading", "- no item", "1. no list", "> no quote", "```", "---", "===", "    code"]
TRICKY += [
    "<b>",
    "&amp;",
    "[a](b)",
    "a\\",
    "* * *",
    "|a|b|",
    "<!-- x",
    "~~~",
    "2) two",
    "**a**",
    "_a_",
]
BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def shown(markdown: str) -> list[tuple[str, str]]:
    """Every block with text in it: what it is, and the text as it is shown."""
    found = []
    tokens = READER.parse(markdown)
    for before, token in pairwise(tokens):
        if token.type == "inline":
            parts = {"softbreak": "\n", "hardbreak": "\n"}
            said = "".join(parts.get(each.type, each.content) for each in token.children or [])
            found.append((before.tag, said))
    return found


def test_a_page_says_what_one_knows(made: SimpleNamespace) -> None:
    known = made.contact(
        nickname="Amazing Grace",
        birthday="--12-09",
        introduced_by=person(3, "Bob"),
        tags=("navy", "cobol"),
        methods=(Method("email", "work", "grace@navy.example", True),),
        cadence_days=14,
        fields={"Rank": "admiral"},
    )
    assert page(made.sheet(known)).splitlines() == [
        "# Grace Hopper",
        "",
        "- Nickname: Amazing Grace",
        "- Birthday: --12-09",
        "- Introduced by: Bob",
        "- Tags: navy, cobol",
        "- In touch: every 2 weeks",
        "- Email (work), preferred: <grace@navy.example>",
        "- Rank: admiral",
    ]


def test_what_happened_is_told_newest_first(made: SimpleNamespace) -> None:
    bob = (person(12, "Grace Hopper"), person(3, "Bob"))
    meetings = (
        made.meeting(1, text="talked of ships", place="Blue Bottle", happened_on=date(2026, 1, 2)),
        made.meeting(2, who=bob, kind="lunch", asked="advice"),
    )
    text = page(made.sheet(made.contact(), meetings, (made.favor(),), (made.thanks(),)))
    assert text.split("## Meetings\n")[1].splitlines() == [
        "",
        "- 2026-11-20 lunch with Bob: Asked: advice",
        "- 2026-01-02 coffee at Blue Bottle: talked of ships",
        "",
        "## Favors",
        "",
        "- 2026-11-20 for them, open: send the paper",
        "",
        "## Thanks",
        "",
        "- 2026-11-20, to send: coffee on 2026-11-20",
    ]


def test_a_book_has_everybody_by_name(made: SimpleNamespace) -> None:
    sheets = [made.sheet(made.contact("Zoe", 1)), made.sheet(made.contact("adam", 2))]
    text = "".join(write(sheets, Going("md")))
    assert shown(text) == [("h1", "People"), ("h2", "adam"), ("h2", "Zoe")]


def test_the_lines_of_a_note_stay_lines(made: SimpleNamespace) -> None:
    text = page(made.sheet(made.contact(notes="likes ships\n- and tea\n\n# not a heading")))
    assert shown(text)[2:] == [("p", "likes ships\n- and tea"), ("p", "# not a heading")]


@pytest.mark.parametrize("text", TRICKY)
def test_no_mark_of_markdown_is_taken_for_one(made: SimpleNamespace, text: str) -> None:
    known = made.contact(text, notes=f"{text}\n{text}", city=text)
    whole = page(made.sheet(known, (made.meeting(text=text),)))
    plain = text.strip()
    assert shown(whole) == [
        ("h1", plain),
        ("p", f"City: {plain}"),
        ("h2", "Notes"),
        ("p", f"{plain}\n{plain}"),
        ("h2", "Meetings"),
        ("p", f"2026-11-20 coffee: {plain}"),
    ]


@given(st.text(max_size=60))
def test_any_text_shows_as_it_is(text: str) -> None:
    _shows_as_it_is(text)


@given(st.text("#-=+.)1*_`<>[]()!|~&\\ \n\tab", max_size=60))
def test_any_marks_show_as_they_are(text: str) -> None:
    _shows_as_it_is(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Grace Hopper", "grace-hopper-c12.md"),
        ("../../etc/passwd", "etc-passwd-c12.md"),
        ("Élodie Šťastná", "elodie-stastna-c12.md"),
        ("Łukasz Żak", "lukasz-zak-c12.md"),
        ("Søren Kjær ß", "soren-kjaer-ss-c12.md"),
        ("山田 Taro", "山田-taro-c12.md"),
        ("ながの／かな", "ながの-かな-c12.md"),
        ("Андрей Ёлкин", "андрей-ёлкин-c12.md"),
        ("हिन्दी", "हिन्दी-c12.md"),
        ("O'Brien\u202e\u200b", "o-brien-c12.md"),
        ("🙂 / ..", "c12.md"),
        ("山" * 500, f"{'山' * 50}-c12.md"),
        ("x" * 500, f"{'x' * 60}-c12.md"),
    ],
)
def test_a_page_has_a_file_name_of_its_own(made: SimpleNamespace, name: str, expected: str) -> None:
    assert file_name(ContactSheet(made.contact(name), (), (), ())) == expected


def _seen(text: str) -> str:
    """Text on one line without control characters, as the escape promises to show it."""
    spaced = "".join(" " if char in BREAKS else char for char in text)
    return " ".join("".join(c for c in spaced if c == "\t" or not _control(c)).split())


def _control(char: str) -> bool:
    return ord(char) < 32 or 127 <= ord(char) < 160


def _shows_as_it_is(text: str) -> None:
    expected = _seen(text)
    assert shown(f"# x {escaped(text)}") == [("h1", f"x {expected}".strip())]
    assert shown(f"- x {escaped(text)}") == [("p", f"x {expected}".strip())]
    if expected:
        assert shown(opening(text)) == [("p", expected)]
        assert shown(f"# {escaped(text)}") == [("h1", expected)]
