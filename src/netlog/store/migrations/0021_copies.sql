-- Where copies of the book, and files with people of it, were written: forget names them.

CREATE TABLE copy (
    id INTEGER NOT NULL PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('backup', 'export')),
    sha256 TEXT
) STRICT;
