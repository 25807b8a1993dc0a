-- What was told of how a favor turned out, of which newer news took the place.
CREATE TABLE favor_told (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    favor_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (favor_id) REFERENCES favor (id) ON DELETE CASCADE,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_favor_told_favor_id ON favor_told (favor_id);
CREATE INDEX ix_favor_told_contact_id ON favor_told (contact_id);
