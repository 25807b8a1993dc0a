-- How many are archived, and so how many are not, without reading every contact.

CREATE INDEX ix_contact_archived_at ON contact (archived_at) WHERE archived_at IS NOT NULL;
