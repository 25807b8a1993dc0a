-- Who said no to a lead, and is kept: they are left in peace for a while.

ALTER TABLE lead ADD COLUMN kept_id INTEGER REFERENCES contact (id);
CREATE INDEX ix_lead_kept_id ON lead (kept_id);
-- Until now it was known by what they had told.
UPDATE lead SET kept_id = (
    SELECT f.contact_id FROM lead_favor lf JOIN favor f ON f.id = lf.favor_id
    WHERE lf.lead_id = lead.id AND f.direction = 'to_me' AND f.asked = 0
      AND f.done_on IS NOT NULL AND f.text LIKE 'told me why%'
    ORDER BY f.done_on DESC, f.id DESC LIMIT 1)
WHERE ended = 'declined';
