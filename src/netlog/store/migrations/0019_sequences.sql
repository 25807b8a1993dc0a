-- Which change of an event a calendar told last: an older one moves nothing back (RFC 5546).

ALTER TABLE meeting ADD COLUMN sequence INTEGER;
ALTER TABLE plan ADD COLUMN sequence INTEGER;
