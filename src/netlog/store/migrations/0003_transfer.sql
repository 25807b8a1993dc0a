-- What comes in from other programs, and goes out to them again as it came.

-- Lines of a card that netlog has no place for, verbatim and in order, written back on export.
CREATE TABLE contact_kept (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    line TEXT NOT NULL,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_kept_contact_id ON contact_kept (contact_id);

-- Further uids of a contact: those of files that it was in, and of contacts merged into it.
CREATE TABLE contact_uid (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_uid_contact_id ON contact_uid (contact_id);
