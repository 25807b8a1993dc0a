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
