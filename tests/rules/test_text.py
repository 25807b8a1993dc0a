"""What may be stored: everything that can be typed, in NFC, but no control characters."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.rules.text import block, line, optional_block, optional_line

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]


@pytest.mark.parametrize(
    "typed",
    [
        "Bob [/]",
        "[red]x[/red]",
        "trailing\\",
        ":smile:",
        "Ali\u202eevil",
        "👨\u200d👩\u200d👧",
        "می\u200cخواهم",
        "a\u00adb\u200bc",
        "x" * 10_000,
    ],
)
def test_text_is_kept_as_typed(typed: str) -> None:
    assert line(typed, "name") == typed
    assert block(typed, "note") == typed


def test_decomposed_text_is_composed() -> None:
    assert line("Zoe\u0308", "name") == "Zo\u00eb"


def test_space_around_the_text_is_trimmed() -> None:
    assert line("  Grace Hopper\n", "name") == "Grace Hopper"


@pytest.mark.parametrize("control", CONTROLS, ids=lambda char: f"U+{ord(char):04X}")
def test_a_control_character_in_a_line_is_refused_and_named(control: str) -> None:
    with pytest.raises(UsageMistake, match=rf"^The name .*U\+{ord(control):04X}"):
        line(f"a{control}b", "name")


@pytest.mark.parametrize(
    "control", [c for c in CONTROLS if c not in "\n\t"], ids=lambda char: f"U+{ord(char):04X}"
)
def test_a_control_character_in_a_note_is_refused(control: str) -> None:
    with pytest.raises(UsageMistake, match=rf"U\+{ord(control):04X}"):
        block(f"a{control}b", "note")


def test_a_note_may_hold_newlines_and_tabs() -> None:
    assert block("one\n\ttwo", "note") == "one\n\ttwo"


def test_windows_line_ends_in_a_note_become_newlines() -> None:
    assert block("one\r\ntwo", "note") == "one\ntwo"


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u3000"])
def test_empty_text_is_refused(typed: str) -> None:
    for read in (line, block):
        with pytest.raises(UsageMistake, match="is empty"):
            read(typed, "name")


def test_what_is_no_valid_unicode_is_refused() -> None:
    with pytest.raises(UsageMistake, match="not valid UTF-8"):
        line("a\udcffb", "name")


def test_a_refusal_does_not_repeat_the_text() -> None:
    with pytest.raises(UsageMistake) as refused:
        line("secret\x1b[31m", "note")
    assert "secret" not in refused.value.message


def test_what_was_not_given_stays_absent() -> None:
    assert optional_line(None, "city") is None
    assert optional_block(None, "note") is None


@given(st.text())
def test_any_text_is_kept_whole_in_nfc_or_refused(typed: str) -> None:
    try:
        kept = line(typed, "name")
    except UsageMistake:
        trimmed = typed.strip()
        assert not trimmed or any(unicodedata.category(char) in ("Cc", "Cs") for char in trimmed)
    else:
        assert kept == unicodedata.normalize("NFC", typed.strip())
        assert line(kept, "name") == kept


@pytest.mark.parametrize("read", [line, block])
def test_a_million_characters_are_the_most(read: Callable[[str, str], str]) -> None:
    assert len(read("a" * 1_000_000, "note")) == 1_000_000
    with pytest.raises(UsageMistake, match="The note is longer than 1 MB"):
        read("a" * 1_000_001, "note")
