-- The number of a yearly day in its ref, as 3 in c5.3: it stays when another day goes. 1 is that of
-- the birthday, 0 of a row that an older netlog's journal brought back, until it is numbered.

ALTER TABLE contact_date ADD COLUMN number BIGINT DEFAULT 0 NOT NULL;
UPDATE contact_date SET number = 1 + (
    SELECT count(*) FROM contact_date one
    WHERE one.contact_id = contact_date.contact_id AND one.id <= contact_date.id
);
