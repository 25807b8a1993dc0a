-- Until when one yearly day was put off by itself: the birthday, and each of the others.

ALTER TABLE contact ADD COLUMN birthday_snoozed_until TEXT;
ALTER TABLE contact_date ADD COLUMN snoozed_until TEXT;
