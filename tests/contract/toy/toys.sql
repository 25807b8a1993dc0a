-- What was lent, and to whom.
CREATE TABLE toy (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    lent_on TEXT NOT NULL,
    search_text TEXT,
    PRIMARY KEY (id),
    UNIQUE (uid),
    CHECK (text <> ''),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_toy_contact_id ON toy (contact_id);

CREATE VIRTUAL TABLE toy_search USING fts5 (
    search_text, content = 'toy', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER toy_search_insert AFTER INSERT ON toy WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO toy_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER toy_search_leave BEFORE UPDATE OF search_text ON toy
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO toy_search (toy_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER toy_search_enter AFTER UPDATE OF search_text ON toy
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO toy_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER toy_search_delete AFTER DELETE ON toy WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO toy_search (toy_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
