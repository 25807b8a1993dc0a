-- What SQLite knows by itself, or from netlog, and PostgreSQL has to be told.
CREATE FUNCTION instr(text, text) RETURNS int LANGUAGE sql IMMUTABLE AS
  'SELECT strpos($1, $2)';
CREATE FUNCTION julianday(text) RETURNS double precision LANGUAGE sql IMMUTABLE AS
  'SELECT ($1::date - DATE ''2000-01-01'') + 2451544.5::double precision';
CREATE FUNCTION date(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
  'SELECT to_char($1::date + $2::interval, ''YYYY-MM-DD'')';
CREATE FUNCTION local_day(text) RETURNS text LANGUAGE sql STABLE AS
  'SELECT to_char($1::timestamptz, ''YYYY-MM-DD'')';
CREATE FUNCTION json_each(text) RETURNS TABLE (value bigint) LANGUAGE sql IMMUTABLE AS
  'SELECT json_array_elements_text($1::json)::bigint';
CREATE FUNCTION listed(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
  'SELECT CASE WHEN $2 IS NULL THEN $1 ELSE coalesce($1 || $3, '''') || $2 END';
CREATE FUNCTION listed(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
  'SELECT listed($1, $2, '','')';
CREATE AGGREGATE group_concat(text) (SFUNC = listed, STYPE = text);
CREATE AGGREGATE group_concat(text, text) (SFUNC = listed, STYPE = text);
