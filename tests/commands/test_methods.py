"""Ways to reach people: several of each kind, labelled, one preferred, found in any spelling."""

from pathlib import Path

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Grace and Ada, whom nothing reaches yet."""

    def fill() -> None:
        netlog("add", "Grace Hopper")
        netlog("add", "Ada Lovelace")

    seeded(fill)
    return netlog


def methods(book) -> list[tuple[str, str | None, str, bool]]:
    return [tuple(one.values()) for one in book("show", "c1", "--json").json["methods"]]


@pytest.mark.parametrize(
    ("option", "typed", "stored"),
    [
        ("email", "work=Grace@navy.mil", ("email", "work", "Grace@navy.mil", False)),
        ("email", "grace@navy.mil", ("email", None, "grace@navy.mil", False)),
        ("email", "=a=b@navy.mil", ("email", None, "a=b@navy.mil", False)),
        ("phone", "mobile=+1 415 555 0100", ("phone", "mobile", "+1 415 555 0100", False)),
        ("url", "https://x.org/?a=b", ("url", None, "https://x.org/?a=b", False)),
        ("url", "blog=https://x.org", ("url", "blog", "https://x.org", False)),
        ("handle", "x=@grace", ("handle", "x", "@grace", False)),
        ("address", "home=1 Main St\nBonn", ("address", "home", "1 Main St\nBonn", False)),
    ],
)  # fmt: skip
def test_each_kind_is_added_with_or_without_a_label(book, option, typed, stored) -> None:
    assert book("edit", "c1", f"--add-{option}", typed).status == 0
    assert methods(book) == [stored]


def test_add_takes_handles_addresses_and_labels(netlog) -> None:
    netlog(
        *("add", "Grace", "--email", "work=g@navy.mil", "--handle", "github=grace"),
        *("--address", "1 Main St\nArlington"),
    )
    assert methods(netlog) == [
        ("email", "work", "g@navy.mil", False),
        ("handle", "github", "grace", False),
        ("address", None, "1 Main St\nArlington", False),
    ]


def test_one_of_each_kind_is_preferred_and_shown_first(book) -> None:
    book(
        "edit", "c1", "--add-email", "a@x.org", "--add-email", "work=b@x.org", "--add-phone", "555"
    )
    book("edit", "c1", "--prefer", "B@X.org", "--prefer", "555")
    assert "Email     b@x.org (work), a@x.org" in book("show", "c1").out
    book("edit", "c1", "--prefer", "a@x.org")
    assert [value for _, _, value, preferred in methods(book) if preferred] == ["a@x.org", "555"]


def test_adding_what_is_there_labels_it(book) -> None:
    book("edit", "c1", "--add-email", "a@x.org", "--prefer", "a@x.org")
    book("edit", "c1", "--add-email", "home=A@x.org")
    assert methods(book) == [("email", "home", "A@x.org", True)]


def test_one_is_taken_away_in_any_spelling_of_it(book) -> None:
    book("edit", "c1", "--add-phone", "+1 415 555 0100", "--add-url", "https://twitter.com/Grace")
    book("edit", "c1", "--rm-phone", "001-415-555-0100", "--rm-url", "x.com/grace")
    assert methods(book) == []


def test_which_of_several_goes_is_never_guessed(book) -> None:
    book("edit", "c1", "--add-handle", "x=@grace", "--add-handle", "github=@grace")
    assert len(methods(book)) == 2
    result = book("edit", "c1", "--rm-handle", "@grace")
    assert result.status == 2
    assert "several" in result.err
    assert book("edit", "c1", "--rm-handle", "github.com/grace").status == 0
    assert methods(book) == [("handle", "x", "@grace", False)]


SPELLINGS = {
    "https://www.linkedin.com/in/grace-hopper/?trk=x": (
        "linkedin.com/in/grace-hopper", "https://de.linkedin.com/in/Grace-Hopper", "@grace-hopper",
    ),
    "https://twitter.com/AmazingGrace": ("x.com/amazinggrace", "@amazinggrace", "amazinggrace"),
    "https://bsky.app/profile/gr.bsky.social": ("@gr.bsky.social", "gr.bsky.social"),
    "https://mastodon.social/@gracehop": ("@gracehop@mastodon.social", "@gracehop"),
    "https://github.com/ghopper": ("github.com/ghopper/", "@ghopper", "ghopper"),
    "https://t.me/ghop": ("t.me/ghop", "telegram.me/ghop", "@ghop"),
}  # fmt: skip


@pytest.mark.parametrize("stored", SPELLINGS)
def test_any_form_of_a_profile_finds_the_person(book, stored: str) -> None:
    book("edit", "c1", "--add-url", stored)
    for typed in (stored, *SPELLINGS[stored]):
        assert book("show", typed, "--json").json["ref"] == "c1", typed


@pytest.mark.parametrize(
    ("handle", "typed"),
    [
        ("x=@grace", "https://twitter.com/grace"),
        ("@grace@mastodon.social", "https://mastodon.social/@grace"),
        ("@grace.dev", "https://bsky.app/profile/grace.dev"),
        ("@gh", "@GH"),
    ],
)
def test_a_handle_is_found_by_the_profile_it_names(book, handle: str, typed: str) -> None:
    book("edit", "c1", "--add-handle", handle)
    assert book("show", typed, "--json").json["ref"] == "c1"


def test_a_bare_handle_of_several_people_is_never_guessed(book) -> None:
    book("edit", "c1", "--add-url", "x.com/gh")
    book("edit", "c2", "--add-url", "https://mastodon.social/@gh")
    result = book("show", "@gh", "--json")
    assert result.status == 4
    assert {one["ref"] for one in result.error["candidates"]} == {"c1", "c2"}


def test_a_name_with_an_at_sign_is_still_a_name(book) -> None:
    assert book("show", "@ada", "--json").json["ref"] == "c2"


def test_what_an_older_version_stored_is_found(book, recording) -> None:
    from netlog.records.contacts import NewContact, NewMethod
    from netlog.store.writes import contacts

    url = "https://de.linkedin.com/in/Old-One/"
    with recording() as book_:
        old = NewMethod("url", url, "de.linkedin.com/in/Old-One")
        contacts.add(book_, NewContact("Old One", methods=(old,)))
    assert book("show", "linkedin.com/in/old-one", "--json").json["ref"] == "c3"


def test_a_profile_that_somebody_has_is_a_likely_double(book) -> None:
    book("edit", "c1", "--add-url", "https://twitter.com/gh")
    assert book("add", "G. H.", "--handle", "x=gh").status == 5


# Phones, with a region and without


@pytest.fixture
def german(home: Path):
    """A config whose phone numbers are dialled in Germany."""
    pytest.importorskip("phonenumbers", reason="the extra `phone` is not installed")
    folder = home / "config" / "netlog"
    folder.mkdir(parents=True)
    config = folder / "config.toml"
    config.write_text('region = "DE"\n')
    return config


BERLIN = ("+49 30 1234567", "0049 30 1234567", "030 1234567", "(030) 123-4567", "+49 (0)30 1234567")


@pytest.mark.parametrize("stored", BERLIN)
def test_with_a_region_any_spelling_finds_the_number(german, book, stored: str) -> None:
    book("edit", "c1", "--add-phone", stored)
    for typed in BERLIN:
        assert book("show", typed, "--json").json["ref"] == "c1", typed


@pytest.mark.parametrize("stored", BERLIN)
def test_what_was_stored_without_a_region_is_found_with_it_and_back(
    german, book, stored: str
) -> None:
    region = german.read_text()
    german.unlink()
    book("edit", "c1", "--add-phone", stored)
    german.write_text(region)
    for typed in BERLIN:
        assert book("show", typed, "--json").json["ref"] == "c1", typed
    book("edit", "c1", "--rm-phone", stored)
    book("edit", "c1", "--add-phone", stored)
    german.unlink()
    for typed in BERLIN:
        assert book("show", typed, "--json").json["ref"] == "c1", typed


def test_one_number_in_two_spellings_is_a_likely_double(german, book) -> None:
    book("edit", "c1", "--add-phone", "+49 30 1234567")
    assert book("add", "Grace", "--phone", "030 1234567").status == 5


def test_a_region_that_is_no_country_is_refused(german, book) -> None:
    german.write_text('region = "Germany"\n')
    result = book("show", "030 1234567")
    assert result.status == 2
    assert "two letters" in result.err
