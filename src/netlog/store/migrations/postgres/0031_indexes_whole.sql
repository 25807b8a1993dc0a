-- Each index holds what is asked with it, so that of a million meetings none is looked up: the kind
-- with the day, and the day with who paid.

DROP INDEX ix_meeting_happened_on;
CREATE INDEX ix_meeting_happened_on ON meeting (happened_on, kind);
DROP INDEX ix_meeting_paid_by;
CREATE INDEX ix_meeting_paid_by ON meeting (paid_by, happened_on);

-- Ids are listed as words are.
CREATE FUNCTION listed(text, bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  'SELECT listed($1, $2::text, '','')';
CREATE AGGREGATE group_concat(bigint) (SFUNC = listed, STYPE = text);
