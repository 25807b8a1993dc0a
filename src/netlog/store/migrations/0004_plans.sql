-- Meetings still to come, and why a person comes up on a day that was asked for.

ALTER TABLE contact ADD COLUMN remind_why TEXT;

-- happens_on is a local day, starts_at HH:MM on its clock; done_on is the day it became a meeting.
CREATE TABLE plan (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    happens_on TEXT NOT NULL,
    starts_at TEXT,
    kind TEXT NOT NULL,
    text TEXT,
    place TEXT,
    invited_by TEXT CHECK (invited_by IN ('me', 'them')),
    meeting_id INTEGER,
    done_on TEXT,
    dropped_on TEXT,
    dropped_why TEXT,
    snoozed_until TEXT,
    snoozed_why TEXT,
    snoozes INTEGER NOT NULL DEFAULT 0,
    search_text TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_plan_open ON plan (done_on, dropped_on, happens_on);
CREATE INDEX ix_plan_meeting_id ON plan (meeting_id);

CREATE TABLE plan_contact (
    id INTEGER NOT NULL PRIMARY KEY,
    plan_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    UNIQUE (plan_id, contact_id),
    FOREIGN KEY (plan_id) REFERENCES plan (id) ON DELETE CASCADE,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_plan_contact_contact_id ON plan_contact (contact_id);

CREATE VIRTUAL TABLE plan_search USING fts5 (
    search_text, content = 'plan', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER plan_search_insert AFTER INSERT ON plan WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO plan_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER plan_search_leave BEFORE UPDATE OF search_text ON plan
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO plan_search (plan_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER plan_search_enter AFTER UPDATE OF search_text ON plan
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO plan_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER plan_search_delete AFTER DELETE ON plan WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO plan_search (plan_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
