-- Who gave each command: the user of the server, whatever the client says. What was done before
-- that was known has none.

ALTER TABLE batch ADD COLUMN who TEXT COLLATE "C";
CREATE FUNCTION netlog_sign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.who := CASE WHEN TG_OP = 'INSERT' THEN session_user ELSE OLD.who END;
  RETURN NEW;
END
$$;
CREATE TRIGGER netlog_sign BEFORE INSERT OR UPDATE ON batch
FOR EACH ROW EXECUTE FUNCTION netlog_sign();
