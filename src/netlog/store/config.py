"""The config file, a small TOML: `db`, `region`, and the days until thanks are due by kind."""

import os
from typing import Any, NamedTuple

from netlog.errors import UsageMistake
from netlog.records.reciprocity import Thresholds
from netlog.store.place import config_path


class Settings(NamedTuple):
    """What the user configured; thanks maps a kind to days, or to None for no thanks.

    region is where phone numbers without + are dialled, as two letters.
    """

    db: str | None
    thanks: dict[str, int | None]
    check: Thresholds
    region: str | None = None


def settings() -> Settings:
    """Read the config file; a missing one configures nothing.

    Raises UsageMistake when it is not TOML or holds a value of the wrong type.
    """
    path = config_path()
    if not os.path.exists(path):
        return Settings(None, {}, Thresholds())
    content = _read(path)
    db = content.get("db")
    thanks = content.get("thanks", {})
    if not (db is None or isinstance(db, str)):
        raise _mistake(path, 'db must be a path in quotes, such as db = "~/people.db"')
    if not isinstance(thanks, dict):
        raise _mistake(path, "[thanks] must be a table, such as coffee = 2")
    return Settings(
        db,
        {kind: _days(path, kind, value) for kind, value in thanks.items()},
        _thresholds(path, content.get("check", {})),
        _region(path, content.get("region")),
    )


def _region(path: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        return value.upper()
    raise _mistake(path, 'region must be a country in two letters, such as region = "DE"')


def _thresholds(path: str, table: object) -> Thresholds:
    known = Thresholds._fields
    if not isinstance(table, dict) or not set(table) <= set(known):
        raise _mistake(path, f"[check] knows {', '.join(known)}")
    for name, value in table.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise _mistake(path, f"[check] {name} must be a number of at least 1")
    return Thresholds(**table)


def _read(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _mistake(path, "it is not valid TOML") from None
    except OSError:
        raise _mistake(path, "it cannot be read") from None


def _days(path: str, kind: str, value: object) -> int | None:
    if value == "never":
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3650:
        return value
    raise _mistake(path, f'[thanks] {kind!a} must be a number of days or "never"')


def _mistake(path: str, reason: str) -> UsageMistake:
    return UsageMistake(f"The config file {path} cannot be used: {reason}. Nothing was changed.")
