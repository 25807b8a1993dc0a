-- What several meetings were part of, by name: a conference, a fair.

ALTER TABLE meeting ADD COLUMN occasion TEXT;
CREATE INDEX ix_meeting_occasion ON meeting (occasion);
