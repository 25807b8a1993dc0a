"""The choke point: what is on the screen moves no cursor, hides nothing and turns nothing round."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.render.cells import folded
from netlog.render.clean import clean, clean_block

CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
INVISIBLE = [0x180E, 0x200B, 0x2060, 0x2061, 0x206A, 0xFEFF, 0xFFF9]
SEPARATORS = [0x2028, 0x2029]
FILLERS = [0x115F, 0x1160, 0x3164, 0xFFA0]
NOBODYS = [0xD800, 0xE000, 0xFFFF, 0x0378]
TAGS = [0xE0001, 0xE0041, 0xE007F]

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
# Random text seldom puts a joiner or an override where it matters; random rows of these do.
texts = st.text() | st.text(alphabet="ab é\u200c\u200d\u202e\u200b\u3164\x1b\n\t👨می क्ष\ufe0f")


def hexadecimal(code: int) -> str:
    return f"U+{code:04X}"


@pytest.mark.parametrize(
    "text",
    [
        "Grace Hopper",
        "Łukasz Żółć",
        "Zoe\u0308",
        "李小龙",
        "김민수",
        "שָׁלוֹם",
        "Bob [/]",
        "[red]x[/red]",
        ":smile:",
        "back\\",
        "no\u00a0break",
        "1\u202f000",
        "",
    ],
)
def test_text_that_can_be_seen_is_shown_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("code", CONTROLS, ids=hexadecimal)
def test_a_control_character_is_shown_as_an_escape(code: int) -> None:
    named = {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}
    assert clean(f"a{chr(code)}b") == "a" + named.get(code, f"\\x{code:02x}") + "b"


@pytest.mark.parametrize(
    "code", [*BIDI, *INVISIBLE[1:], *SEPARATORS, *FILLERS, *NOBODYS], ids=hexadecimal
)
def test_what_turns_or_hides_text_is_shown_as_an_escape(code: int) -> None:
    assert clean(f"a{chr(code)}b") == f"a\\u{code:04x}b"


def test_a_soft_hyphen_is_shown_as_an_escape() -> None:
    assert clean("a\u00adb") == "a\\xadb"


@pytest.mark.parametrize("code", TAGS, ids=hexadecimal)
def test_a_tag_is_shown_as_an_escape(code: int) -> None:
    assert clean(f"a{chr(code)}b") == f"a\\U{code:08x}b"


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert clean("\x1b]0;owned\x07\x1b[2J") == "\\x1b]0;owned\\x07\\x1b[2J"


@pytest.mark.parametrize("text", [FAMILY, "❤\ufe0f\u200d🔥", "👩🏽\u200d🚀", f"the {FAMILY}s"])
def test_a_joiner_inside_an_emoji_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "ශ්\u200dරී"])
def test_a_joiner_inside_a_word_whose_script_needs_it_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
@pytest.mark.parametrize(
    "around", [("a", "b"), ("é", "é"), ("", "م"), ("م", ""), ("م", "a"), (" ", " ")]
)
def test_a_joiner_that_joins_nothing_is_shown_as_an_escape(
    joiner: str, around: tuple[str, str]
) -> None:
    assert clean(joiner.join(around)) == f"\\u{ord(joiner):04x}".join(around)


def test_one_of_two_joiners_in_a_row_does_not_hide_behind_the_other() -> None:
    assert clean("م\u200c\u200cم") == "م\\u200c\\u200cم"


def test_a_joiner_beside_a_blank_letter_joins_nothing() -> None:
    assert clean("م\u200c\u3164") == "م\\u200c\\u3164"


@given(texts)
def test_what_is_shown_holds_no_control_nor_format_character_but_joiners(text: str) -> None:
    shown = clean(text)
    for index, char in enumerate(shown):
        if char in "\u200c\u200d":
            assert shown[index - 1] > "\x7f" < shown[index + 1]
        else:
            assert unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
            assert char.isprintable() or char.isspace()


@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts)
def test_printable_ascii_always_stays(text: str) -> None:
    kept = [char for char in text if " " <= char <= "~"]
    shown = iter(clean(text))
    assert all(char in shown for char in kept)


def test_a_block_keeps_its_lines_and_turns_tabs_into_spaces() -> None:
    assert clean_block("one\n\ttwo") == "one\n    two"


def test_a_block_is_cleaned_line_by_line() -> None:
    assert clean_block("a\x1b\nb\r\u2028c") == "a\\x1b\nb\\r\\u2028c"


@given(texts)
def test_a_block_has_as_many_lines_as_were_typed(text: str) -> None:
    shown = clean_block(text)
    assert len(shown.splitlines() or [""]) <= shown.count("\n") + 1
    assert shown.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Nobody is here yet. Try it: netlog demo --json",
            ["Nobody is here yet. Try it:", "netlog demo --json"],
        ),
        (
            "It was written by a newer netlog (version 12)",
            ["It was written by a newer netlog", "(version 12)"],
        ),
        (
            "Nothing. Did you mean netlog show carol now?",
            ["Nothing. Did you mean", "netlog show carol now?"],
        ),
    ],
)
def test_a_command_is_not_broken_and_the_name_of_the_program_is_none(text: str, lines) -> None:
    assert folded(text, 34).split("\n") == lines
