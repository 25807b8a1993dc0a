"""What readers and writers may need to know that the file, or the record, does not say."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.typed import BinaryIO, Literal

RawSource = bytes | BinaryIO


class Circumstances(NamedTuple):
    """Day and instant, your addresses, what --map says, your name, the groups of all cards.

    charset is the one taken for what is neither Unicode nor says so; guests is how many one can
    have met at once, 0 for as many as the format says; order is that of day and month in all
    cards, and whether they tell it; forms says to keep how a card was written,
    file how its file in a folder is called.
    """

    today: date = date.max
    now: str = ""
    mine: Collection[str] = ()
    mapped: Sequence[tuple[str, str]] = ()
    me: str = ""
    groups: Mapping[str, tuple[str, ...]] | None = None
    charset: str = ""
    guests: int = 0
    order: tuple[bool, bool] | None = None
    forms: bool = False
    file: str = ""


UNKNOWN = Circumstances()
Version = Literal["3.0", "4.0"]


class Going(NamedTuple):
    """What is to be written: the format, the version of vCard, today and the instant in UTC.

    Without a version a card is of the one that it was read in.
    """

    format: str
    vcard_version: Version | None = None
    today: date = date.max
    at: str = ""


def content(source: RawSource) -> bytes:
    """All of it, read to its end."""
    return source if isinstance(source, bytes) else source.read()
