-- What was asked for, where what came is said otherwise; the day that log --next named, and why.

ALTER TABLE favor ADD COLUMN asked_for TEXT;
ALTER TABLE meeting ADD COLUMN remind_on TEXT;
ALTER TABLE meeting ADD COLUMN remind_why TEXT;
