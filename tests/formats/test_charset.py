"""Foreign bytes become text without anybody saying in which charset they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.charset import decoded, decoded_line

TEXT = "Zoë Müller\r\nCafé de l’Œuvre\r\n"


@pytest.mark.parametrize(
    ("charset", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_every_usual_charset_is_told_from_the_bytes(charset: str, bom: bytes) -> None:
    assert decoded(bom + TEXT.encode(charset)) == TEXT


def test_bytes_that_windows_leaves_free_are_latin_1() -> None:
    assert decoded(b"Zo\xeb\x81") == "Zoë\x81"


def test_one_line_in_another_charset_leaves_the_rest_as_it_is() -> None:
    assert decoded("Zoë\n".encode() + "Müller\n".encode("latin-1")) == "Zoë\nMüller\n"


def test_a_declared_charset_is_believed_when_the_bytes_are_not_utf_8() -> None:
    assert decoded_line("Иван".encode("koi8-r"), "KOI8-R") == "Иван"
    assert decoded_line("Иван".encode(), "KOI8-R") == "Иван"


@pytest.mark.parametrize("declared", ["zlib", "nonsense", "idna", "iso-8859-99", "cp\x00"])
def test_a_charset_that_is_none_is_not_tried(declared: str) -> None:
    assert decoded_line(b"Zo\xeb", declared) == "Zoë"


@given(st.binary(max_size=200), st.text(max_size=10))
def test_any_bytes_become_text(data: bytes, declared: str) -> None:
    assert isinstance(decoded(data), str)
    assert isinstance(decoded_line(data, declared), str)


def test_one_broken_octet_does_not_change_the_charset_that_was_declared() -> None:
    assert decoded_line("ÑÑÑÑÑÑ".encode()[:-1], "UTF-8") == "ÑÑÑÑÑ\ufffd"
    assert decoded_line("Zoë".encode("cp1252"), "UTF-8") == "Zoë"
