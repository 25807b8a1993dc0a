-- Who belongs to whom, as it is said of one of the two: other_id is their kind, their child, say.

-- What a card of one of them says is a row, and what `relate` says is two, one of each. name is how
-- somebody was named, and all there is of who is not in the book; word is what they are called
-- where that says more than the kind: husband, godmother.
CREATE TABLE relation (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    other_id INTEGER CHECK (other_id <> contact_id),
    kind TEXT NOT NULL
        CHECK (kind IN ('spouse', 'partner', 'parent', 'child', 'sibling', 'friend', 'colleague', 'assistant', 'manager', 'report', 'assists', 'other')),
    word TEXT CHECK (word <> ''),
    name TEXT CHECK (name <> ''),
    CHECK (other_id IS NOT NULL OR name IS NOT NULL),
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE,
    FOREIGN KEY (other_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_relation_contact_id ON relation (contact_id);
CREATE INDEX ix_relation_other_id ON relation (other_id);
