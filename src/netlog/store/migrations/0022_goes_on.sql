-- The day on which it was said that a goal goes on, though a lead of it had landed.

ALTER TABLE goal ADD COLUMN goes_on TEXT;
