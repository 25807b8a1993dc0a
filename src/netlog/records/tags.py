"""Tags, counted."""

from netlog.named import NamedTuple


class Tag(NamedTuple):
    """A tag with how many people have it; the archived are counted apart."""

    tag: str
    people: int
    archived: int
