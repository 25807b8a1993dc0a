-- Cards of an address book that are of nobody: a group, a place, one that cannot be read.

-- card is the card as it was read; name is that of the group, whose members have it as a tag.
CREATE TABLE kept_card (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT,
    card TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
