"""Which urls and handles lead to the same profile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.rules.methods import leads_to, normal_handle, normal_url
from netlog.rules.profiles import of_handle, of_url


@pytest.mark.parametrize(
    ("form", "spellings"),
    [
        (
            "linkedin.com/in/grace-hopper",
            (
                "https://www.linkedin.com/in/grace-hopper/?trk=x",
                "linkedin.com/in/grace-hopper",
                "https://de.linkedin.com/in/Grace-Hopper/de",
                "http://m.linkedin.com/in/grace%2Dhopper#about",
            ),
        ),
        ("x.com/grace", ("https://twitter.com/Grace", "m.twitter.com/grace?s=2", "x.com/@Grace")),
        ("bsky.app/profile/grace.dev", ("https://bsky.app/profile/grace.dev/post/1",)),
        ("bsky.app/profile/grace.bsky.social", ("grace.bsky.social",)),
        (
            "mastodon.social/@grace",
            (
                "https://mastodon.social/@grace",
                "mastodon.social/users/Grace",
                "https://fosstodon.org/@grace@mastodon.social",
            ),
        ),
        ("github.com/grace", ("https://github.com/grace/", "www.github.com/Grace?tab=stars")),
        ("t.me/grace", ("https://t.me/grace", "telegram.me/Grace", "t.me/s/grace")),
    ],
)  # fmt: skip
def test_a_profile_has_one_form(form: str, spellings: tuple[str, ...]) -> None:
    assert {normal_url(spelling) for spelling in (form, *spellings)} == {form}


@pytest.mark.parametrize(
    "url",
    [
        "linkedin.com/company/acme",
        "linkedin.com/in",
        "bsky.app/profile/",
        "x.com/home",
        "x.com/i/lists/1",
        "github.com/grace/compiler",
        "gist.github.com/grace",
        "t.me/+491234567",
        "example.org/grace",
        "notlinkedin.com/in/grace",
        "",
        "@",
    ],
)
def test_other_pages_are_no_profiles(url: str) -> None:
    assert of_url(url) is None


@pytest.mark.parametrize(
    ("handle", "network", "form"),
    [
        ("@Grace", "x", "x.com/grace"),
        ("grace", "Twitter", "x.com/grace"),
        ("@grace", "github", "github.com/grace"),
        ("grace", "telegram", "t.me/grace"),
        ("grace-hopper", "linkedin", "linkedin.com/in/grace-hopper"),
        ("@grace.bsky.social", None, "bsky.app/profile/grace.bsky.social"),
        ("grace.dev", "bluesky", "bsky.app/profile/grace.dev"),
        ("@grace@mastodon.social", None, "mastodon.social/@grace"),
        ("grace@mastodon.social", "mastodon", "mastodon.social/@grace"),
        ("https://x.com/grace", None, "x.com/grace"),
        ("@Grace", None, "@grace"),
        ("grace", "home", "@grace"),
    ],
)
def test_a_handle_is_the_profile_it_names(handle: str, network: str | None, form: str) -> None:
    assert normal_handle(handle, network) == form


@given(st.text(), st.none() | st.sampled_from(["x", "mastodon", "github", "work"]))
def test_any_text_has_a_form(typed: str, network: str | None) -> None:
    assert isinstance(normal_url(typed), str)
    assert isinstance(normal_handle(typed, network), str)
    of_handle(typed, network)


@given(st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True))
def test_a_form_is_its_own_form(name: str) -> None:
    for form in (f"linkedin.com/in/{name}", f"example.org/@{name}", f"bsky.app/profile/{name}.org"):
        assert normal_url(form) == form


@pytest.mark.parametrize(
    ("value", "label", "typed", "same"),
    [
        ("https://twitter.com/Grace", None, "@grace", True),
        ("https://mastodon.social/@grace", None, "@grace", True),
        ("@grace", "x", "x.com/grace", True),
        ("https://twitter.com/Grace", None, "x.com/grace", True),
        ("https://x.com/gracehopper", None, "@grace", False),
        ("https://github.com/grace", None, "x.com/grace", False),
    ],
)
def test_what_leads_to_a_profile(value: str, label: str | None, typed: str, same: bool) -> None:
    assert leads_to("url" if "/" in value else "handle", value, label, typed) is same
