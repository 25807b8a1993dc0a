-- What was done to be in touch counts, whatever it was; and what was put off knows since when.

-- The day on which somebody was put off: a later touch ends that. From the journal, for who was.
ALTER TABLE contact ADD COLUMN snoozed_on TEXT;
UPDATE contact SET snoozed_on = (
    SELECT substr(max(at), 1, 10) FROM change
    WHERE table_name = 'contact' AND row_id = contact.id
        AND json_extract(after, '$.snoozed_until') = contact.snoozed_until
        AND json_extract(before, '$.snoozed_until') IS NOT contact.snoozed_until
)
WHERE snoozed_until IS NOT NULL;

-- The day on which an import would have you be in touch for the first time.
ALTER TABLE contact ADD COLUMN first_on TEXT;

CREATE INDEX ix_thanks_snoozed_until ON thanks (snoozed_until);
CREATE INDEX ix_favor_snoozed_until ON favor (snoozed_until);

-- A lunch that you paid counts as given.
CREATE INDEX ix_meeting_paid_by ON meeting (paid_by);
