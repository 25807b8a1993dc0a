-- Names beside the one in use, and days that come every year.

-- A further nickname (the first is contact.nickname), a former name, the name of somebody who was
-- merged into this contact, and how a name in another script is spoken.
CREATE TABLE contact_name (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('nickname', 'former', 'merged', 'phonetic_first', 'phonetic_last')),
    value TEXT NOT NULL CHECK (value <> ''),
    UNIQUE (contact_id, kind, value),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;

-- An anniversary, a name day: day is YYYY-MM-DD or --MM-DD, day_key its MM-DD, done_on the day of
-- the last one that was kept.
CREATE TABLE contact_date (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    day TEXT NOT NULL,
    day_key TEXT NOT NULL,
    done_on TEXT,
    UNIQUE (contact_id, label),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_date_day_key ON contact_date (day_key);
