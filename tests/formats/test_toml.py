"""TOML written by hand: tomllib reads back exactly what was written."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.toml import entry

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("\"\\\n\t '#", max_size=12)
SIMPLE = TEXTS | st.booleans() | st.integers(-(2**63), 2**63 - 1)
VALUES = SIMPLE | st.lists(TEXTS) | st.lists(st.dictionaries(TEXTS, SIMPLE, min_size=1))


@given(TEXTS, VALUES)
def test_what_is_written_is_read_back(key: str, value: object) -> None:
    assert tomllib.loads(entry(key, value)) == {key: value}


@given(st.dictionaries(TEXTS, TEXTS))
def test_lines_one_below_the_other_make_a_document(table: dict[str, str]) -> None:
    assert tomllib.loads("\n".join(entry(*item) for item in table.items())) == table


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Grace", 'a = "Grace"'),
        ('say "hi"', r'a = "say \"hi\""'),
        ("C:\\home", r'a = "C:\\home"'),
        ("two\nlines", 'a = """\ntwo\nlines"""'),
        ('"""\n"', 'a = """\n\\"\\""\n\\""""'),
        ("Zoë 👩‍💻 李", 'a = "Zoë 👩‍💻 李"'),
        ("\u202eevil\x07", r'a = "\u202Eevil\u0007"'),
        (["x", "y"], 'a = ["x", "y"]'),
        (
            [{"kind": "email", "preferred": True}],
            'a = [\n  { kind = "email", preferred = true },\n]',
        ),
    ],
)
def test_it_is_what_a_person_would_write(value: object, written: str) -> None:
    assert entry("a", value) == written
