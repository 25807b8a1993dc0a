"""Where a server keeps a book: said without its password, and what its driver is told."""

import os
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from netlog.errors import UsageMistake
from netlog.typed import Any

EXTRA = "postgres"
# Seconds in which a server has to answer; the address may say otherwise.
PATIENCE = 10


def said(address: str) -> str:
    """The server and the database of the address, and nothing else that it says."""
    parts = urlsplit(address)
    server = parts.netloc.rpartition("@")[2] or "this computer"
    return f"{unquote(parts.path.lstrip('/')) or 'the default book'} on {unquote(server)}"


def parted(address: str) -> tuple[str, str | None]:
    """The address without its password, and that."""
    parts = urlsplit(address)
    who, at, server = parts.netloc.rpartition("@")
    user, colon, password = who.partition(":")
    if not colon:
        return address, None
    return parts._replace(netloc=f"{user}{at}{server}").geturl(), unquote(password)


# By the address without one; it is kept apart, so that it is never seen.
_PASSWORDS: dict[str, str] = {}


def known(address: str) -> str:
    """The address without its password, which is remembered."""
    plain, password = parted(address)
    if password is not None:
        _PASSWORDS[plain] = password
    return plain


def password_of(address: str) -> str | None:
    """The password that came with an address."""
    return _PASSWORDS.get(address)


def driver() -> Any:
    """The library that speaks to the server; raises UsageMistake where it is missing."""
    try:
        import psycopg2
        import psycopg2.extensions
        import psycopg2.extras
    except ImportError:
        raise UsageMistake(
            f"That book is in PostgreSQL: pip install 'netlog-cli[{EXTRA}]'."
        ) from None
    return psycopg2


def settings(environment: Mapping[str, str]) -> dict[str, str]:
    """What each transaction is told: the zone of this computer, by its name where it has one."""
    return {"zone": environment.get("TZ") or _zone()}


def _zone() -> str:
    """The name of the zone in /usr/share/zoneinfo to which this computer is set."""
    _, found, name = os.path.realpath("/etc/localtime").partition("zoneinfo/")
    return name if found else "UTC"
