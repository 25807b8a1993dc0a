-- Whom you brought together: a favor to each of the two names the other.

ALTER TABLE favor ADD COLUMN introduced_id INTEGER REFERENCES contact (id);
CREATE INDEX ix_favor_introduced_id ON favor (introduced_id);
