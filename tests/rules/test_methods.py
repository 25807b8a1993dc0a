"""What is a way to reach somebody, and which spellings of it are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.rules import methods
from netlog.rules.methods import (
    email,
    gather,
    labelled,
    normal_email,
    normal_phone,
    normal_url,
    phone,
    url,
)


@pytest.mark.parametrize(
    "spelling",
    ["+1 415 555 0100", "+1 (415) 555-0100", "001 415 555 0100", "1.415.555.0100", "14155550100"],
)
def test_a_phone_number_is_its_digits(spelling: str) -> None:
    assert normal_phone(spelling) == "14155550100"


@given(st.text())
def test_the_normal_form_of_a_phone_number_holds_digits_only(typed: str) -> None:
    assert set(normal_phone(typed)) <= set("0123456789")


@pytest.mark.parametrize("typed", ["grace@example.org", "Grace@Example.ORG", " GRACE@example.org"])
def test_an_email_address_is_the_same_in_any_case(typed: str) -> None:
    assert normal_email(typed) == "grace@example.org"


@pytest.mark.parametrize(
    "spelling",
    [
        "example.org/Grace",
        "http://example.org/Grace",
        "https://www.example.org/Grace/",
        "https://EXAMPLE.org/Grace",
        "HTTPS://WWW.EXAMPLE.ORG/Grace",
        "https://example.org/Grace/?trk=public_profile",
    ],
)
def test_a_web_address_is_the_same_with_and_without_its_trimmings(spelling: str) -> None:
    assert normal_url(spelling) == "example.org/Grace"


def test_a_path_keeps_its_case() -> None:
    assert normal_url("example.org/A") != normal_url("example.org/a")


def test_what_was_typed_is_kept_beside_what_it_is_looked_up_by() -> None:
    assert phone("+1 (415) 555-0100").value == "+1 (415) 555-0100"
    assert email("Grace@Example.org").value == "Grace@Example.org"
    assert url("https://Example.org/").value == "https://Example.org/"


@pytest.mark.parametrize("typed", ["grace", "@example.org", "grace@", "grace @example.org", ""])
def test_what_is_no_email_address_is_refused(typed: str) -> None:
    with pytest.raises(UsageMistake, match="e-mail address"):
        email(typed)


@pytest.mark.parametrize("typed", ["call me", "+1", "12", ""])
def test_what_is_no_phone_number_is_refused(typed: str) -> None:
    with pytest.raises(UsageMistake, match="phone number"):
        phone(typed)


@pytest.mark.parametrize("typed", ["localhost", "my site.org", ""])
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(UsageMistake, match=r"web address|url"):
        url(typed)


def test_one_address_in_two_spellings_is_one_method() -> None:
    found = gather(["a@example.org", "A@example.org"], ["555 0100", "555-0100"], [])
    assert [(method.kind, method.normal) for method in found] == [
        ("email", "a@example.org"),
        ("phone", "5550100"),
    ]


def test_several_methods_keep_their_order() -> None:
    found = gather(["b@example.org", "a@example.org"], [], ["example.org"])
    assert [method.value for method in found] == ["b@example.org", "a@example.org", "example.org"]


@pytest.mark.parametrize(
    "typed", ["Grace Hopper <grace@x.org>", "mailto:grace@x.org", "<grace@x.org>"]
)
def test_an_address_as_mail_programs_write_it_is_kept_bare(typed: str) -> None:
    assert methods.email(typed).value == "grace@x.org"


def test_a_number_as_a_link_is_kept_bare() -> None:
    assert methods.phone("tel:+1-415-555-0100").value == "+1-415-555-0100"


@pytest.mark.parametrize(
    ("kind", "typed", "label", "value"),
    [
        ("phone", "a ::: b=+1 555 0100", "a ::: b", "+1 555 0100"),
        ("phone", "Mum's (new)=555 0100", "Mum's (new)", "555 0100"),
        ("email", "q ::: r=ann@x.org", "q ::: r", "ann@x.org"),
        ("url", "k: l=https://x.org/?a=b", "k: l", "https://x.org/?a=b"),
        ("url", "x.org/?a=b", None, "x.org/?a=b"),
        ("email", "=a=b@x.org", None, "a=b@x.org"),
    ],
)
def test_a_label_may_be_any_words(kind: str, typed: str, label: str | None, value: str) -> None:
    found = labelled(kind, typed)
    assert (found.label, found.value) == (label, value)
