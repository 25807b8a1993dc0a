"""Somebody new as they were typed: what is the name, and what leads to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.rules import said_names
from netlog.rules.newcomers import newcomer


@pytest.mark.parametrize(
    ("typed", "name", "way"),
    [
        ("Bob Roe <bob@x.org>", "Bob Roe", ("email", "bob@x.org")),
        ('"Roe, Bob" <bob@x.org>', "Roe, Bob", ("email", "bob@x.org")),
        ("Bob Roe <mailto:bob@x.org>", "Bob Roe", ("email", "bob@x.org")),
        ("bob@x.org (Bob Roe)", "Bob Roe", ("email", "bob@x.org")),
        ("Bob Roe (bob@x.org)", "Bob Roe", ("email", "bob@x.org")),
        ("Bob Roe, bob@x.org", "Bob Roe", ("email", "bob@x.org")),
        ("Bob Roe, mailto:bob@x.org", "Bob Roe", ("email", "bob@x.org")),
        ("Bob Roe bob@mail.x.org", "Bob Roe", ("email", "bob@mail.x.org")),
        ("Bob <+49 30 1234567>", "Bob", ("phone", "+49 30 1234567")),
        ("Bob <tel:+49-30-1234567>", "Bob", ("phone", "+49-30-1234567")),
        ("Bob <tel:+49 30 1234567>", "Bob", ("phone", "+49 30 1234567")),
        ("Bob +49 30 1234567", "Bob", ("phone", "+49 30 1234567")),
        ("Bob <https://bob.example/me>", "Bob", ("url", "https://bob.example/me")),
        ("Bob <@bob>", "Bob", ("handle", "@bob")),
        ("bob@x.org", "bob@x.org", ("email", "bob@x.org")),
        ("+49 30 1234567", "+49 30 1234567", ("phone", "+49 30 1234567")),
    ],
)
def test_an_address_beside_a_name_is_how_to_reach_them(
    typed: str, name: str, way: tuple[str, str]
) -> None:
    said = newcomer(typed)
    assert said.name == name
    assert [(method.kind, method.value) for method in said.methods] == [way]


@pytest.mark.parametrize(
    "name",
    [
        "Bob Roe",
        "C++ Carl",
        "Xi <3",
        "A < B",
        "Ann <the baker>",
        "Maria @ the co-op",
        "1984",
        "M: I",
    ],
)
def test_a_name_is_as_it_was_typed(name: str) -> None:
    assert newcomer(name) == (name, ())


@pytest.mark.parametrize("typed", ["tel:+49301234567", "mailto:bob@x.org", "<bob@x.org>"])
def test_a_link_alone_is_nobody(typed: str) -> None:
    with pytest.raises(UsageMistake, match=r"^Who is "):
        newcomer(typed)


@given(st.text(min_size=1).filter(str.strip))
def test_nothing_that_was_typed_is_lost(typed: str) -> None:
    try:
        name, methods = newcomer(typed)
    except UsageMistake:
        return
    kept = name + "".join(method.value for method in methods)
    assert sorted(filter(str.isalnum, kept)) >= sorted(filter(str.isalnum, name))
    assert name.strip()
    if not methods:
        assert "".join(name.split()) == "".join(typed.split())


def test_a_long_line_takes_no_time() -> None:
    assert newcomer("a " * 5_000 + "@").methods == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [("mailto:bob@x.org", "bob@x.org"), ("<bob@x.org>", "bob@x.org"), ("tel:+4930123", "+4930123")],
)
def test_a_link_in_a_line_of_names_is_an_address_and_no_place(line: str, name: str) -> None:
    assert said_names.at_colon(line) == (None, line)
    assert said_names.called(line).name == name


@pytest.mark.parametrize("typed", ["c1", "C99", "c5.1"])
def test_what_is_read_as_the_ref_of_somebody_is_no_name(typed: str) -> None:
    with pytest.raises(UsageMistake, match="is read as the ref of somebody, and is no name"):
        newcomer(typed)
    assert [newcomer(f"{typed} Po").name, newcomer("T9").name] == [f"{typed} Po", "T9"]
