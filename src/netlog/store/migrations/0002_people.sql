-- What finding, changing, merging and taking back need.

-- The batch that a batch takes back: undo names a command's batch, redo an undo's.
ALTER TABLE change ADD COLUMN undoes TEXT;

-- Whose row it is, for what belongs to a contact: the history of one reads no other's.
ALTER TABLE change ADD COLUMN contact_id INTEGER;
UPDATE change SET contact_id = json_extract(coalesce(after, before), '$.contact_id')
WHERE table_name NOT IN ('contact', 'meeting', 'cadence_rule');
CREATE INDEX ix_change_contact_id ON change (contact_id) WHERE contact_id IS NOT NULL;

-- Where somebody worked before: written when organization or title change.
CREATE TABLE contact_job (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    organization TEXT,
    title TEXT,
    ended_on TEXT NOT NULL,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_contact_job_contact_id ON contact_job (contact_id);

-- Two contacts that are not the same person, whatever they share; contact_id is the lower.
CREATE TABLE not_duplicate (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    UNIQUE (contact_id, other_id),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE,
    FOREIGN KEY (other_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_not_duplicate_other_id ON not_duplicate (other_id);

-- What is searched, in folded words, as store/writes/searchable.py keeps it (derived, never
-- journaled). A row is in the index when its search_text is not null.
ALTER TABLE contact ADD COLUMN search_text TEXT;
ALTER TABLE meeting ADD COLUMN search_text TEXT;
ALTER TABLE favor ADD COLUMN search_text TEXT;

CREATE VIRTUAL TABLE contact_search USING fts5 (
    name_key, search_text, content = 'contact', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER contact_search_insert AFTER INSERT ON contact WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO contact_search (rowid, name_key, search_text)
    VALUES (new.id, new.name_key, new.search_text);
END;
CREATE TRIGGER contact_search_leave BEFORE UPDATE OF name_key, search_text ON contact
WHEN old.search_text IS NOT NULL
    AND (old.search_text IS NOT new.search_text OR old.name_key IS NOT new.name_key) BEGIN
    INSERT INTO contact_search (contact_search, rowid, name_key, search_text)
    VALUES ('delete', old.id, old.name_key, old.search_text);
END;
CREATE TRIGGER contact_search_enter AFTER UPDATE OF name_key, search_text ON contact
WHEN new.search_text IS NOT NULL
    AND (old.search_text IS NOT new.search_text OR old.name_key IS NOT new.name_key) BEGIN
    INSERT INTO contact_search (rowid, name_key, search_text)
    VALUES (new.id, new.name_key, new.search_text);
END;
CREATE TRIGGER contact_search_delete AFTER DELETE ON contact WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO contact_search (contact_search, rowid, name_key, search_text)
    VALUES ('delete', old.id, old.name_key, old.search_text);
END;

CREATE VIRTUAL TABLE meeting_search USING fts5 (
    search_text, content = 'meeting', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER meeting_search_insert AFTER INSERT ON meeting WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO meeting_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER meeting_search_leave BEFORE UPDATE OF search_text ON meeting
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO meeting_search (meeting_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER meeting_search_enter AFTER UPDATE OF search_text ON meeting
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO meeting_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER meeting_search_delete AFTER DELETE ON meeting WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO meeting_search (meeting_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;

CREATE VIRTUAL TABLE favor_search USING fts5 (
    search_text, content = 'favor', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER favor_search_insert AFTER INSERT ON favor WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO favor_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER favor_search_leave BEFORE UPDATE OF search_text ON favor
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO favor_search (favor_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER favor_search_enter AFTER UPDATE OF search_text ON favor
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO favor_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER favor_search_delete AFTER DELETE ON favor WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO favor_search (favor_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
