-- Companies, schools and clubs that are more than a word on a contact. People's organization stays a
-- text, which finds the record by its name or one of its aliases, whatever its legal form.
CREATE TABLE organization (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    city TEXT,
    notes TEXT,
    search_text TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE organization_alias (
    id INTEGER NOT NULL PRIMARY KEY,
    organization_id INTEGER NOT NULL,
    alias TEXT NOT NULL CHECK (alias <> ''),
    UNIQUE (organization_id, alias),
    FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE organization_method (
    id INTEGER NOT NULL PRIMARY KEY,
    organization_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'url', 'address', 'handle')),
    label TEXT,
    value TEXT NOT NULL,
    normal TEXT NOT NULL,
    preferred INTEGER NOT NULL DEFAULT 0,
    UNIQUE (organization_id, kind, normal),
    FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
) STRICT;

-- Lines of its card that netlog has no place for, and the form of the card.
CREATE TABLE organization_kept (
    id INTEGER NOT NULL PRIMARY KEY,
    organization_id INTEGER NOT NULL,
    line TEXT NOT NULL,
    FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_organization_kept_organization_id ON organization_kept (organization_id);

-- What happened with the company itself and nobody in particular; a touch with nobody.
CREATE TABLE organization_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    organization_id INTEGER NOT NULL,
    happened_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT,
    FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_organization_entry_organization_id ON organization_entry (organization_id);

CREATE VIRTUAL TABLE organization_search USING fts5 (
    search_text, content = 'organization', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER organization_search_insert AFTER INSERT ON organization
WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO organization_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER organization_search_leave BEFORE UPDATE OF search_text ON organization
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO organization_search (organization_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER organization_search_enter AFTER UPDATE OF search_text ON organization
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO organization_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER organization_search_delete AFTER DELETE ON organization
WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO organization_search (organization_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
