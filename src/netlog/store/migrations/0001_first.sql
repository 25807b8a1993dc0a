-- The first schema. Days are local dates (YYYY-MM-DD), instants are UTC (YYYY-MM-DDTHH:MM:SSZ).

CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    nickname TEXT,
    organization TEXT,
    title TEXT,
    city TEXT,
    birthday TEXT,
    how_met TEXT,
    met_on TEXT,
    introduced_by_id INTEGER,
    cadence_days INTEGER,
    snoozed_until TEXT,
    snoozed_why TEXT,
    snoozes INTEGER NOT NULL DEFAULT 0,
    remind_on TEXT,
    birthday_done_on TEXT,
    notes TEXT,
    archived_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    -- derived: kept true by store/writes/derived.py, never journaled
    name_key TEXT,
    birthday_key TEXT,
    every_days INTEGER,
    every_from TEXT,
    last_touch_on TEXT,
    next_due_on TEXT,
    FOREIGN KEY (introduced_by_id) REFERENCES contact (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_contact_name_key ON contact (name_key);
CREATE INDEX ix_contact_birthday_key ON contact (birthday_key);
CREATE INDEX ix_contact_next_due_on ON contact (next_due_on);
CREATE INDEX ix_contact_introduced_by_id ON contact (introduced_by_id);

CREATE TABLE contact_circle (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    circle TEXT NOT NULL CHECK (circle IN ('peer', 'business', 'community')),
    UNIQUE (contact_id, circle),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_circle_circle ON contact_circle (circle);

CREATE TABLE contact_tag (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    tag TEXT NOT NULL CHECK (tag <> ''),
    UNIQUE (contact_id, tag),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_tag_tag ON contact_tag (tag);

CREATE TABLE contact_method (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'url', 'address', 'handle')),
    label TEXT,
    value TEXT NOT NULL,
    normal TEXT NOT NULL,
    preferred INTEGER NOT NULL DEFAULT 0,
    UNIQUE (contact_id, kind, normal),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_method_normal ON contact_method (normal);

CREATE TABLE contact_field (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (contact_id, "key"),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE meeting (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    happened_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT,
    place TEXT,
    asked TEXT,
    invited_by TEXT CHECK (invited_by IN ('me', 'them')),
    paid_by TEXT CHECK (paid_by IN ('me', 'them', 'split')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX ix_meeting_happened_on ON meeting (happened_on);

CREATE TABLE meeting_contact (
    id INTEGER NOT NULL PRIMARY KEY,
    meeting_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    UNIQUE (meeting_id, contact_id),
    FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_meeting_contact_contact_id ON meeting_contact (contact_id);

CREATE TABLE favor (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL,
    meeting_id INTEGER,
    direction TEXT NOT NULL CHECK (direction IN ('to_them', 'to_me')),
    text TEXT NOT NULL CHECK (text <> ''),
    asked INTEGER NOT NULL DEFAULT 0,
    opened_on TEXT NOT NULL,
    due_on TEXT,
    done_on TEXT,
    dropped_on TEXT,
    dropped_why TEXT,
    outcome TEXT,
    outcome_on TEXT,
    told_on TEXT,
    snoozed_until TEXT,
    snoozed_why TEXT,
    snoozes INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE,
    FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_favor_contact_id ON favor (contact_id);
CREATE INDEX ix_favor_meeting_id ON favor (meeting_id);
CREATE INDEX ix_favor_open ON favor (done_on, dropped_on, due_on);
CREATE INDEX ix_favor_outcome ON favor (told_on, outcome_on);
CREATE INDEX ix_favor_received ON favor (direction, outcome_on, dropped_on, done_on);

CREATE TABLE thanks (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL,
    meeting_id INTEGER,
    favor_id INTEGER,
    opened_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    sent_on TEXT,
    how TEXT,
    dropped_on TEXT,
    dropped_why TEXT,
    snoozed_until TEXT,
    snoozed_why TEXT,
    snoozes INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE,
    FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
    FOREIGN KEY (favor_id) REFERENCES favor (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_thanks_contact_id ON thanks (contact_id);
CREATE INDEX ix_thanks_meeting_id ON thanks (meeting_id);
CREATE INDEX ix_thanks_favor_id ON thanks (favor_id);
CREATE INDEX ix_thanks_open ON thanks (sent_on, dropped_on, due_on);

CREATE TABLE cadence_rule (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    scope TEXT NOT NULL CHECK (scope IN ('default', 'circle', 'tag')),
    label TEXT NOT NULL DEFAULT '',
    days INTEGER NOT NULL CHECK (days >= 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (scope, label)
) STRICT;

-- The journal: what each command (a batch) did to each row, as JSON of the whole row.
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY,
    batch TEXT NOT NULL,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX ix_change_batch ON change (batch);
CREATE INDEX ix_change_row ON change (table_name, row_id);
