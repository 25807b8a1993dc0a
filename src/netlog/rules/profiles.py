"""Profiles on networks: the one form of the urls and handles that lead to the same person.

The form is the profile's address without trimmings, in lower case: linkedin.com/in/grace-hopper,
x.com/grace, bsky.app/profile/grace.dev, mastodon.social/@grace, github.com/grace, t.me/grace.
"""

from netlog.typed import Final

HOSTS: Final = {
    "linkedin.com": "linkedin.com/in/",
    "x.com": "x.com/",
    "twitter.com": "x.com/",
    "bsky.app": "bsky.app/profile/",
    "github.com": "github.com/",
    "t.me": "t.me/",
    "telegram.me": "t.me/",
    "telegram.dog": "t.me/",
}
NETWORKS: Final = {
    "linkedin": "linkedin.com/in/",
    "x": "x.com/",
    "twitter": "x.com/",
    "bluesky": "bsky.app/profile/",
    "bsky": "bsky.app/profile/",
    "github": "github.com/",
    "telegram": "t.me/",
}
# A bare handle may be a name on any of them; on Bluesky a name is a domain.
BARE: Final = ("x.com/", "github.com/", "t.me/", "linkedin.com/in/")

_NO_PROFILE: Final = frozenset(
    {"about", "explore", "features", "hashtag", "home", "i", "intent", "login", "search"}
    | {"settings", "share", "sponsors", "topics"}
)
_PREFIXES: Final = tuple(dict.fromkeys(HOSTS.values()))
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-.")


def of_url(typed: str) -> str | None:
    """The profile that a web address shows; None when it is another page."""
    host, segments = _parts(typed)
    prefix = HOSTS.get(host)
    if prefix is None and len(segments) == 1 and segments[0].startswith("@"):
        return _fediverse(segments[0], host)
    if prefix is None and len(segments) == 2 and segments[0] == "users":
        return _fediverse(f"@{segments[1]}", host)
    if host.endswith(".bsky.social") and not (segments or host.startswith("@")):
        return f"{NETWORKS['bluesky']}{host}"
    if prefix is None:
        return None
    if prefix in ("linkedin.com/in/", "bsky.app/profile/"):
        # What follows the name is a language or a tab of the page.
        leads_to_one = len(segments) > 1 and segments[0] == prefix.split("/")[1]
        return _named(prefix, segments[1]) if leads_to_one else None
    if prefix == "t.me/" and segments[:1] == ["s"]:
        segments = segments[1:]
    return _named(prefix, segments[0]) if len(segments) == 1 else None


def of_handle(typed: str, network: str | None = None) -> str | None:
    """The profile that a handle names on that network, or by its own shape; else None."""
    bare = _bare(typed)
    if "/" in bare:
        return of_url(bare)
    prefix = NETWORKS.get((network or "").casefold())
    if prefix:
        return _named(prefix, bare)
    name, at, host = bare.partition("@")
    if at:
        return f"{host}/@{name}" if name and "." in host else None
    return _named(NETWORKS["bluesky"], bare) if _is_domain(typed.strip()) else None


def bare_handle(typed: str) -> str:
    """The form of a handle on a network unknown: @grace."""
    return f"@{_bare(typed)}"


def everywhere(typed: str) -> tuple[str, ...]:
    """Every profile that a bare handle may mean; none for what cannot be one."""
    name = _bare(typed)
    return tuple(f"{prefix}{name}" for prefix in BARE) if name and set(name) <= _PLAIN else ()


def name_in(form: str) -> str:
    """The name that a profile's form ends in, as a handle has it."""
    return form.rpartition("/")[2].rpartition(":")[2].removeprefix("@")


def is_profile(form: str) -> bool:
    """Whether the form of a url or a handle is that of a profile, not of another page."""
    return form.startswith(_PREFIXES) or "/@" in form


def _parts(typed: str) -> tuple[str, list[str]]:
    """The host without www and the like, and the path's segments, in lower case."""
    bare = typed.strip().split("://", 1)[-1]
    for end in "?#":
        bare = bare.split(end, 1)[0]
    if "%" in bare:
        from urllib.parse import unquote

        bare = unquote(bare)
    host, *segments = bare.casefold().split("/")
    for known in ("linkedin.com", "twitter.com", "github.com", "x.com"):
        if host.endswith(f".{known}") and host.count(".") == 2 and not host.startswith("gist."):
            host = known
    return host.removeprefix("www."), [segment for segment in segments if segment]


def _fediverse(account: str, host: str) -> str | None:
    """@grace, or @grace@elsewhere as another server shows it."""
    name, at, home = account.removeprefix("@").partition("@")
    host = home if at else host
    return f"{host}/@{name}" if name and "." in host else None


def _named(prefix: str, name: str) -> str | None:
    name = name.removeprefix("@")
    odd = not name or name in _NO_PROFILE or name.startswith("+") or " " in name or "/" in name
    return None if odd else f"{prefix}{name}"


def _bare(typed: str) -> str:
    return typed.strip().casefold().removeprefix("@")


def _is_domain(typed: str) -> bool:
    """@grace.bsky.social, or @grace.dev: what Bluesky has for names."""
    bare = _bare(typed)
    return typed.startswith("@") and "." in bare.strip(".") and set(bare) <= _PLAIN
