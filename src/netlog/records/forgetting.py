"""What was forgotten of somebody, and what still knows of them."""

from netlog.named import NamedTuple


class Mention(NamedTuple):
    """A text of another record that names them: its ref, or its table, and the column."""

    ref: str | None
    field: str


class BecamePart(NamedTuple):
    """Somebody who became part of whoever is forgotten, and goes with them."""

    ref: str
    name: str | None


class Apart(NamedTuple):
    """Everybody who stays: how they are known, called and reached."""

    uids: frozenset[str]
    names: frozenset[str]
    methods: frozenset[str]

    def __or__(self, more: "Apart") -> "Apart":
        return Apart(self.uids | more.uids, self.names | more.names, self.methods | more.methods)


class Forgotten(NamedTuple):
    """Who is no more: their ref and how many records went with them.

    merged are those who became part of them, and are no more either; their names are null once
    they are gone.
    mentions are the texts of others that named them, kept whether they still do. backups are those
    that still hold them, rewritten those that no longer do; exports the files of theirs that were
    written and still name them. traces says that the file could not be written anew, so that some
    of it may be left in its free space. dry_run: nothing of it has happened.
    """

    ref: str
    records: int
    merged: tuple[BecamePart, ...]
    mentions: tuple[Mention, ...]
    kept_mentions: bool
    backups: tuple[str, ...]
    rewritten: tuple[str, ...]
    exports: tuple[str, ...]
    dry_run: bool
    traces: bool = False
