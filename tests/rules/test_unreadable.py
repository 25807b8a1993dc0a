"""A TOML text that cannot be read is told by its line, and by how it is written."""

import tomllib

import pytest

from netlog.unreadable import fault

METHODS = 'name = "x"\nmethods = [\n  { kind = "email" value = "a@b.org" },\n]\ncity = ""'


@pytest.mark.parametrize(
    ("document", "line", "reason"),
    [
        ("name = Carol", 1, 'text stands in quotes: name = "Carol"'),
        ("name = Carol W  # hers", 1, 'text stands in quotes: name = "Carol W"'),
        ("birthday = --05-15", 1, 'text stands in quotes: birthday = "--05-15"'),
        ('city = ""\nname = "Carol', 2, 'name has no closing quote: name = "Carol"'),
        ("name = 'Carol", 1, 'name has no closing quote: name = "Carol"'),
        ('name = "a\nb"', 1, 'name has no closing quote: name = "a"'),
        (
            'name = "Ann "Annie" Lee"',
            1,
            r'a " within a text is written \": name = "Ann \"Annie\" Lee"',
        ),
        ('name = "C:\\dir"', 1, r'a \ within a text is written \\: name = "C:\\dir"'),
        ('name = "Carol" Whitfield', 1, "name ends before Whitfield"),
        ("name = “Carol”", 1, 'quotes are straight: name = "Carol"'),
        ("city =", 1, 'city has no value: city = "" clears it'),
        ("name: Carol", 1, 'a key is followed by =: name = "Carol"'),
        ('name "Carol"', 1, 'a key is followed by =: name = "Carol"'),
        ('name = "x"\n\nhello there\n', 3, 'a line is written as key = "value"'),
        ('name = "a"\nname = "b"', 2, "name stands there twice"),
        ("[fields]\na = 1\n[fields]", 3, "[fields] stands there twice"),
        ("[fields\na = 1", 1, "a heading stands in [ ]: [fields]"),
        ("circles = [peer, business]", 1, 'circles = ["peer", "business"]'),
        ('tags = ["a" "b"]', 1, 'tags = ["a", "b"]'),
        ('tags = ["a", "b"\ncity = "x"', 1, 'tags = ["a", "b"]'),
        (METHODS, 3, "a row has commas between, and texts in quotes"),
        ('city = ""\nnotes = """\nabc\n', 2, 'notes has no end: several lines stand between """'),
        ('name = "x"\r\ncity = Rome\r\n', 2, 'text stands in quotes: city = "Rome"'),
        ("x = " + "[" * 5000, 1, "brackets stand too deep within each other"),
        ("[fields]\nteam = chess", 2, 'text stands in quotes: team = "chess"'),
    ],
)
def test_the_line_and_how_it_is_written(document: str, line: int, reason: str) -> None:
    found = fault(document)
    assert found is not None
    assert (found.line, reason in found.reason) == (line, True), found


@pytest.mark.parametrize(
    "document", ["", 'name = "x"', "# nothing", METHODS.replace('" v', '", v')]
)
def test_what_can_be_read_has_no_fault(document: str) -> None:
    tomllib.loads(document)
    assert fault(document) is None


@pytest.mark.parametrize("cut", range(0, len(METHODS), 3))
def test_something_is_said_of_whatever_was_cut_off(cut: int) -> None:
    try:
        tomllib.loads(METHODS[:cut])
    except tomllib.TOMLDecodeError:
        found = fault(METHODS[:cut])
        assert found is not None
        assert 1 <= found.line <= METHODS.count("\n") + 1
