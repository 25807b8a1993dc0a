"""Where a server keeps a book: said without its password, and what its driver is told."""

import os
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from netlog.errors import UsageMistake
from netlog.typed import Any

EXTRA = "postgres"
EXAMPLE = "postgresql://ann@db.example.org/office"
# Seconds in which a server has to answer; the address may say otherwise.
PATIENCE = 10
OF_OTHERS = 0o077


def said(address: str) -> str:
    """The server and the database of the address, and nothing else that it says."""
    parts = urlsplit(address)
    server = parts.netloc.rpartition("@")[2] or "this computer"
    return f"{unquote(parts.path.lstrip('/')) or 'the default book'} on {unquote(server)}"


def parted(address: str) -> tuple[str, str | None]:
    """The address without its password, and that."""
    try:
        parts = urlsplit(address)
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise UsageMistake(
            "That is no address of a book on a server.", advice=f"Write it as {EXAMPLE}."
        ) from None
    who, at, server = parts.netloc.rpartition("@")
    user, colon, password = who.partition(":")
    beside = dict(asked).get("password")
    if not colon and beside is None:
        return address, None
    query = urlencode([one for one in asked if one[0] != "password"])
    plain = parts._replace(netloc=f"{user}{at}{server}", query=query).geturl()
    return plain, unquote(password) if colon else beside


# By the address without one; it is kept apart, so that it is never seen.
_PASSWORDS: dict[str, str] = {}


def known(address: str, file: str | None = None) -> str:
    """The address without its password, which is remembered.

    file is where the address was written, if in one. Raises UsageMistake for an address that is
    none, and for a password in a file that others may read.
    """
    plain, password = parted(address)
    if password is not None:
        if file is not None and os.stat(file).st_mode & OF_OTHERS:
            raise UsageMistake(
                f"{file} holds a password, and others may read it.",
                advice=f"chmod 600 {file}, or better: keep the password in ~/.pgpass.",
            )
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
