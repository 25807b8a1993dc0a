-- One book for several people: whose a record is, with whom it is shared, and who sees what. All of it
-- holds from `netlog office init` on, which runs netlog_protect().

-- What the functions below name is found here alone: a temporary table of the same name, which is
-- looked for first as a rule, is whoever's who made it.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- With what the names of its groups begin; nothing where the book is no office.
ALTER TABLE netlog_own ADD COLUMN office TEXT COLLATE "C";

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['contact', 'meeting', 'plan', 'lead', 'goal', 'organization',
                             'kept_card', 'event_gone', 'copy'] LOOP
    EXECUTE format(
      'ALTER TABLE %I ADD COLUMN owner TEXT COLLATE "C" NOT NULL DEFAULT session_user', one);
  END LOOP;
END
$$;
CREATE INDEX ix_contact_owner ON contact (owner);

-- What two people have by themselves may be alike: an address book, a calendar, a place on a disk.
DO $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT k.conrelid::regclass AS place, k.conname AS name, a.attname AS what,
      (SELECT o.attname FROM pg_attribute o
       WHERE o.attrelid = k.conrelid AND NOT o.attisdropped
         AND o.attname IN ('owner', 'contact_id', 'lead_id', 'goal_id')
       ORDER BY o.attname = 'owner' DESC, o.attname = 'goal_id' DESC, o.attname = 'lead_id' DESC
       LIMIT 1) AS whose
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'u' AND cardinality(k.conkey) = 1 AND a.attname IN ('uid', 'path')
      AND k.connamespace = current_schema()::regnamespace
  LOOP
    CONTINUE WHEN one.whose IS NULL;
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.place, one.name);
    EXECUTE format('ALTER TABLE %s ADD UNIQUE (%I, %I)', one.place, one.what, one.whose);
  END LOOP;
END
$$;

-- What is shared outlives whom it is about: undo brings them back as they were.
CREATE TABLE netlog_share (
    contact_id BIGINT NOT NULL,
    grantee TEXT COLLATE "C" NOT NULL,
    may TEXT COLLATE "C" NOT NULL CHECK (may IN ('read', 'write')),
    owner TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (contact_id, grantee)
);
CREATE INDEX ix_netlog_share_grantee ON netlog_share (grantee);
-- Whose was what is gone.
CREATE TABLE netlog_gone (
    table_name TEXT COLLATE "C" NOT NULL,
    row_id BIGINT NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (table_name, row_id)
);

-- Who keeps the book: whose the tables are, himself or by his group.
CREATE FUNCTION netlog_keeps() RETURNS boolean
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT pg_has_role(session_user, relowner, 'USAGE') FROM pg_class
  WHERE oid = 'netlog_book'::regclass
$$;
-- Whether what is shared with that user, group or everybody is shared with whoever asks.
CREATE FUNCTION netlog_is_me(grantee text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT $1 IN ('everybody', session_user::text)
    OR coalesce(pg_has_role(session_user, to_regrole(quote_ident($1))::oid, 'MEMBER'), false)
$$;
CREATE FUNCTION netlog_shared() RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY SELECT s.contact_id FROM netlog_share s JOIN (
    SELECT DISTINCT g.grantee FROM netlog_share g) AS known ON known.grantee = s.grantee
  WHERE netlog_is_me(known.grantee);
END
$$;
CREATE FUNCTION netlog_sees(contact bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM contact c WHERE c.id = $1 AND c.owner = session_user::text)
    OR EXISTS (SELECT FROM netlog_share s JOIN contact c ON c.id = s.contact_id
               WHERE s.contact_id = $1 AND netlog_is_me(s.grantee));
END
$$;
CREATE FUNCTION netlog_may_write(contact_id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM contact c WHERE c.id = $1 AND c.owner = session_user::text)
    OR EXISTS (SELECT FROM netlog_share s
               WHERE s.contact_id = $1 AND s.may = 'write' AND netlog_is_me(s.grantee));
END
$$;
CREATE FUNCTION netlog_nobody_at(noun text, id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT CASE $1
    WHEN 'meeting' THEN NOT EXISTS (SELECT FROM meeting_contact WHERE meeting_id = $2)
    ELSE NOT EXISTS (SELECT FROM plan_contact WHERE plan_id = $2) END
$$;
CREATE FUNCTION netlog_was_mine(noun text, id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM netlog_gone g
                 WHERE g.table_name = $1 AND g.row_id = $2 AND g.owner = session_user::text);
END
$$;
CREATE FUNCTION netlog_my_batch(id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM batch b WHERE b.id = $1 AND b.who = session_user::text);
END
$$;
CREATE FUNCTION netlog_my_change(id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM change c JOIN batch b ON b.id = c.batch_id
                 WHERE c.id = $1 AND b.who = session_user::text);
END
$$;
-- The number of the next command, and the last change: also of those that are not seen.
CREATE FUNCTION netlog_next(OUT number bigint, OUT last bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce(max(id), 0) + 1,
    coalesce((SELECT b.last FROM batch b WHERE b.source_id = b.id ORDER BY b.id DESC LIMIT 1), 0)
  FROM batch
$$;

-- A change is seen by whom sees the row that it tells of; of what is gone by whose that was, or who
-- gave the command. What is asked here is asked past the policies, which would ask the same again.
CREATE FUNCTION netlog_seen(noun text, id bigint, contact bigint, batch bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT COST 10000 AS $$
DECLARE
  me text := session_user::text;
  found boolean;
BEGIN
  IF $3 IS NOT NULL AND NOT netlog_sees($3) AND NOT netlog_was_mine('contact', $3) THEN
    RETURN false;
  END IF;
  CASE
    WHEN $1 = 'cadence_rule' THEN
      RETURN true;
    WHEN $1 = 'contact' THEN
      RETURN netlog_sees($2) OR netlog_was_mine($1, $2);
    WHEN $1 = 'meeting' THEN
      SELECT EXISTS (SELECT FROM meeting_contact k WHERE k.meeting_id = $2 AND netlog_sees(k.contact_id))
        OR (m.owner = me AND netlog_nobody_at($1, $2)) INTO found FROM meeting m WHERE m.id = $2;
    WHEN $1 = 'plan' THEN
      SELECT EXISTS (SELECT FROM plan_contact k WHERE k.plan_id = $2 AND netlog_sees(k.contact_id))
        OR (m.owner = me AND netlog_nobody_at($1, $2)) INTO found FROM plan m WHERE m.id = $2;
    WHEN $1 IN ('lead', 'goal', 'organization', 'kept_card', 'event_gone') THEN
      EXECUTE format('SELECT owner = session_user::text FROM %I WHERE id = $1', $1)
      INTO found USING $2;
    WHEN $1 = 'favor' THEN
      SELECT f.introduced_id IS NULL OR netlog_sees(f.introduced_id) INTO found
      FROM favor f WHERE f.id = $2;
    WHEN $1 IN ('relation', 'not_duplicate') THEN
      EXECUTE format('SELECT other_id IS NULL OR netlog_sees(other_id) FROM %I WHERE id = $1', $1)
      INTO found USING $2;
    WHEN $1 LIKE 'lead\_%' THEN
      EXECUTE format('SELECT l.owner = session_user::text FROM %I k JOIN lead l ON l.id = k.lead_id '
                     'WHERE k.id = $1', $1) INTO found USING $2;
    WHEN $1 LIKE 'goal\_%' THEN
      EXECUTE format('SELECT g.owner = session_user::text FROM %I k JOIN goal g ON g.id = k.goal_id '
                     'WHERE k.id = $1', $1) INTO found USING $2;
    WHEN $1 LIKE 'organization\_%' THEN
      EXECUTE format('SELECT o.owner = session_user::text FROM %I k '
                     'JOIN organization o ON o.id = k.organization_id WHERE k.id = $1', $1)
      INTO found USING $2;
    ELSE
      RETURN $3 IS NOT NULL;
  END CASE;
  IF found IS NULL THEN
    RETURN CASE WHEN $1 IN ('meeting', 'plan', 'lead', 'goal', 'organization', 'kept_card', 'event_gone')
      THEN netlog_was_mine($1, $2) ELSE netlog_my_batch($4) END;
  END IF;
  RETURN found;
END
$$;
CREATE FUNCTION netlog_pack_seen(id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT COST 10000 AS $$
BEGIN
  RETURN EXISTS (SELECT FROM change c WHERE c.id = $1
                 AND netlog_seen(c.table_name, c.row_id, c.contact_id, c.batch_id));
END
$$;
-- A command is seen by whom sees a change of it. Of many those are passed over first that are about
-- somebody who is not seen.
CREATE FUNCTION netlog_batch_seen(first bigint, last bigint, source bigint, who text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF $2 < $1 THEN
    RETURN $4 = session_user::text;
  ELSIF $2 - $1 < 50 THEN
    RETURN EXISTS (
      SELECT FROM change c WHERE c.id BETWEEN $1 AND $2 AND c.batch_id = $3
        AND netlog_seen(c.table_name, c.row_id, c.contact_id, c.batch_id));
  END IF;
  RETURN EXISTS (
    SELECT FROM (
      SELECT c.*, CASE c.table_name WHEN 'contact' THEN c.row_id ELSE c.contact_id END AS whose
      FROM change c WHERE c.id BETWEEN $1 AND $2 AND c.batch_id = $3 OFFSET 0) AS c
    WHERE (c.whose IS NULL OR c.whose IN (
        SELECT k.id FROM contact k WHERE k.owner = session_user::text
        UNION ALL SELECT netlog_shared()
        UNION ALL SELECT g.row_id FROM netlog_gone g
          WHERE g.table_name = 'contact' AND g.owner = session_user::text))
      AND netlog_seen(c.table_name, c.row_id, c.contact_id, c.batch_id));
END
$$;

-- Who may write what, beside what is seen. References that the server keeps whole by itself are
-- written as whose the tables are.
CREATE FUNCTION netlog_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  kind text := TG_ARGV[0];
  allowed boolean := true;
BEGIN
  IF kind = 'rule' THEN
    allowed := false;
  ELSIF kind = 'contact' AND TG_OP = 'UPDATE' THEN
    allowed := NEW.owner = OLD.owner
      AND (OLD.owner = session_user::text OR netlog_may_write(OLD.id));
  ELSIF kind = 'contact' AND TG_OP = 'DELETE' THEN
    allowed := OLD.owner = session_user::text;
  ELSIF kind = 'part' THEN
    IF TG_OP <> 'INSERT' THEN allowed := netlog_may_write(OLD.contact_id); END IF;
    IF TG_OP <> 'DELETE' THEN allowed := allowed AND netlog_may_write(NEW.contact_id); END IF;
  ELSIF kind = 'meeting' AND TG_OP <> 'INSERT' THEN
    allowed := OLD.owner = session_user::text;
  ELSIF kind = 'plan' AND TG_OP <> 'INSERT' THEN
    allowed := OLD.owner = session_user::text OR EXISTS (
      SELECT FROM plan_contact p WHERE p.plan_id = OLD.id AND netlog_may_write(p.contact_id));
  END IF;
  IF TG_OP = 'UPDATE' AND kind IN ('meeting', 'plan', 'own') THEN
    allowed := allowed AND NEW.owner = OLD.owner;
  END IF;
  IF allowed OR netlog_keeps() OR current_user = (
    SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE insufficient_privilege USING MESSAGE =
    CASE kind WHEN 'rule' THEN 'netlog: of the office' ELSE 'netlog: of another' END;
END
$$;

-- Whose a record is: of what is new whoever adds it, of what comes back whose it was.
CREATE FUNCTION netlog_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE before text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    DELETE FROM netlog_gone WHERE table_name = TG_TABLE_NAME AND row_id = NEW.id
    RETURNING owner INTO before;
    NEW.owner := coalesce(before, session_user::text);
    RETURN NEW;
  END IF;
  INSERT INTO netlog_gone VALUES (TG_TABLE_NAME, OLD.id, OLD.owner)
  ON CONFLICT (table_name, row_id) DO UPDATE SET owner = excluded.owner;
  -- What of others is not seen by whoever removes somebody, and names them.
  IF TG_TABLE_NAME = 'contact' THEN
    UPDATE favor SET introduced_id = NULL WHERE introduced_id = OLD.id;
    UPDATE lead SET kept_id = NULL WHERE kept_id = OLD.id;
    UPDATE lead_step SET text = coalesce(text, 'somebody'), contact_id = NULL
    WHERE contact_id = OLD.id;
  END IF;
  RETURN OLD;
END
$$;
-- Whoever takes the last away who was there has the meeting from then on: nobody else sees it.
CREATE FUNCTION netlog_left() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF netlog_keeps() THEN
    RETURN NULL;
  ELSIF TG_TABLE_NAME = 'meeting_contact' THEN
    UPDATE meeting SET owner = session_user::text
    WHERE id = OLD.meeting_id AND netlog_nobody_at('meeting', id);
  ELSE
    UPDATE plan SET owner = session_user::text
    WHERE id = OLD.plan_id AND netlog_nobody_at('plan', id);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION netlog_may_share(contact bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT netlog_keeps() OR EXISTS (
    SELECT FROM contact c WHERE c.id = $1 AND c.owner = session_user::text)
$$;
CREATE FUNCTION netlog_share(contact bigint, grantee text, may text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE before text;
BEGIN
  IF NOT netlog_may_share($1) THEN
    RAISE insufficient_privilege USING MESSAGE = 'netlog: of another';
  END IF;
  SELECT s.may INTO before FROM netlog_share s WHERE s.contact_id = $1 AND s.grantee = $2;
  INSERT INTO netlog_share SELECT c.id, $2, $3, c.owner FROM contact c WHERE c.id = $1
  ON CONFLICT ON CONSTRAINT netlog_share_pkey DO UPDATE SET may = excluded.may;
  RETURN before IS DISTINCT FROM $3;
END
$$;
CREATE FUNCTION netlog_unshare(contact bigint, grantee text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT netlog_may_share($1) THEN
    RAISE insufficient_privilege USING MESSAGE = 'netlog: of another';
  END IF;
  DELETE FROM netlog_share s WHERE s.contact_id = $1 AND s.grantee = $2;
  RETURN FOUND;
END
$$;
CREATE FUNCTION netlog_hand_over(contact bigint, receiver text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE changed boolean;
BEGIN
  IF NOT netlog_may_share($1) THEN
    RAISE insufficient_privilege USING MESSAGE = 'netlog: of another';
  END IF;
  UPDATE contact c SET owner = $2 WHERE c.id = $1 AND c.owner <> $2;
  changed := FOUND;
  UPDATE netlog_share s SET owner = $2 WHERE s.contact_id = $1;
  DELETE FROM netlog_share s WHERE s.contact_id = $1 AND s.grantee = $2;
  RETURN changed;
END
$$;

-- Who sees which rows, and who may write them, for every table there is; again after each upgrade.
CREATE FUNCTION netlog_protect() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  office text := (SELECT o.office FROM netlog_own o);
  mine text := 'owner = session_user::text';
  of_contact text := 'EXISTS (SELECT FROM contact k WHERE k.id = %1$I.contact_id)';
  of_goal text := 'EXISTS (SELECT FROM goal k WHERE k.id = %1$I.goal_id)';
  of_lead text := 'EXISTS (SELECT FROM lead k WHERE k.id = %1$I.lead_id)';
  of_company text := 'EXISTS (SELECT FROM organization k WHERE k.id = %1$I.organization_id)';
  one record;
BEGIN
  FOR one IN
    SELECT c.relname::text AS name, coalesce(k.kind, 'part') AS kind, coalesce(k.seen, of_contact) AS seen
    FROM pg_class c LEFT JOIN (VALUES
      ('contact', 'contact', mine || ' OR id IN (SELECT netlog_shared())'),
      ('meeting', 'meeting', 'EXISTS (SELECT FROM meeting_contact k WHERE k.meeting_id = meeting.id)'
        ' OR (' || mine || ' AND netlog_nobody_at(''meeting'', id))'),
      ('plan', 'plan', 'EXISTS (SELECT FROM plan_contact k WHERE k.plan_id = plan.id)'
        ' OR (' || mine || ' AND netlog_nobody_at(''plan'', id))'),
      ('lead', 'own', mine), ('goal', 'own', mine), ('organization', 'own', mine),
      ('kept_card', 'own', mine), ('event_gone', 'own', mine), ('copy', 'own', mine),
      ('cadence_rule', 'rule', 'true'),
      ('favor', 'part', of_contact || ' AND (introduced_id IS NULL OR EXISTS '
        '(SELECT FROM contact o WHERE o.id = introduced_id))'),
      ('relation', 'part', of_contact
        || ' AND (other_id IS NULL OR EXISTS (SELECT FROM contact o WHERE o.id = other_id))'),
      ('not_duplicate', 'free', of_contact
        || ' AND EXISTS (SELECT FROM contact o WHERE o.id = other_id)'),
      ('goal_target', 'free', of_goal),
      ('goal_told', 'free', of_goal || ' AND ' || of_contact),
      ('goal_link', 'free', of_goal || ' AND (contact_id IS NULL OR ' || of_contact || ')'
        ' AND (meeting_id IS NULL OR EXISTS (SELECT FROM meeting o WHERE o.id = meeting_id))'
        ' AND (plan_id IS NULL OR EXISTS (SELECT FROM plan o WHERE o.id = plan_id))'
        ' AND (favor_id IS NULL OR EXISTS (SELECT FROM favor o WHERE o.id = favor_id))'),
      ('lead_step', 'free', of_lead || ' AND (contact_id IS NULL OR ' || of_contact || ')'),
      ('lead_stage', 'free', of_lead),
      ('lead_favor', 'free', of_lead
        || ' AND EXISTS (SELECT FROM favor o WHERE o.id = favor_id)'),
      ('organization_alias', 'free', of_company), ('organization_entry', 'free', of_company),
      ('organization_kept', 'free', of_company), ('organization_method', 'free', of_company)
    ) AS k (name, kind, seen) ON k.name = c.relname
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND c.relname NOT LIKE 'netlog\_%' AND c.relname NOT IN ('batch', 'change', 'pack')
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS netlog_seen ON %I', one.name);
    EXECUTE format('CREATE POLICY netlog_seen ON %I USING (%s)',
                   one.name, format(one.seen, one.name));
    EXECUTE format('DROP TRIGGER IF EXISTS netlog_guard ON %I', one.name);
    IF one.kind <> 'free' THEN
      EXECUTE format('CREATE TRIGGER netlog_guard BEFORE INSERT OR UPDATE OR DELETE ON %I '
                     'FOR EACH ROW EXECUTE FUNCTION netlog_guard(%L)', one.name, one.kind);
    END IF;
    IF one.kind IN ('contact', 'meeting', 'plan', 'own') THEN
      EXECUTE format('DROP TRIGGER IF EXISTS netlog_owner ON %I', one.name);
      EXECUTE format('CREATE TRIGGER netlog_owner BEFORE INSERT OR DELETE ON %I '
                     'FOR EACH ROW EXECUTE FUNCTION netlog_owner()', one.name);
    END IF;
    EXECUTE format('GRANT SELECT ON %I TO %I', one.name, office || '_reader');
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO %I', one.name, office || '_member');
  END LOOP;
  FOR one IN SELECT unnest(ARRAY['meeting_contact', 'plan_contact']) AS name LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS netlog_left ON %I', one.name);
    EXECUTE format('CREATE TRIGGER netlog_left AFTER DELETE ON %I '
                   'FOR EACH ROW EXECUTE FUNCTION netlog_left()', one.name);
  END LOOP;

  DROP POLICY IF EXISTS netlog_seen ON change;
  CREATE POLICY netlog_seen ON change FOR SELECT
    USING (netlog_seen(table_name, row_id, contact_id, batch_id));
  DROP POLICY IF EXISTS netlog_told ON change;
  CREATE POLICY netlog_told ON change FOR INSERT WITH CHECK (netlog_my_batch(batch_id));
  DROP POLICY IF EXISTS netlog_seen ON batch;
  CREATE POLICY netlog_seen ON batch FOR SELECT
    USING (netlog_batch_seen(first, last, source_id, who));
  DROP POLICY IF EXISTS netlog_told ON batch;
  CREATE POLICY netlog_told ON batch FOR INSERT WITH CHECK (true);
  DROP POLICY IF EXISTS netlog_ended ON batch;
  CREATE POLICY netlog_ended ON batch FOR UPDATE USING (who = session_user::text);
  DROP POLICY IF EXISTS netlog_seen ON pack;
  CREATE POLICY netlog_seen ON pack FOR SELECT
    USING (netlog_pack_seen(id));
  DROP POLICY IF EXISTS netlog_told ON pack;
  CREATE POLICY netlog_told ON pack FOR INSERT WITH CHECK (netlog_my_change(id));
  DROP POLICY IF EXISTS netlog_seen ON netlog_share;
  CREATE POLICY netlog_seen ON netlog_share FOR SELECT USING (
    owner = session_user::text OR netlog_is_me(grantee));

  FOR one IN
    SELECT c.relname::text AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND c.relname NOT IN ('netlog_book', 'netlog_own')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one.name);
  END LOOP;
  EXECUTE format('GRANT SELECT ON batch, change, pack, netlog_share, netlog_book, netlog_own TO %I',
                 office || '_reader');
  EXECUTE format('GRANT EXECUTE ON FUNCTION netlog_share(bigint, text, text), '
                 'netlog_unshare(bigint, text), netlog_hand_over(bigint, text) TO %I',
                 office || '_member');
  EXECUTE format('GRANT INSERT ON batch, change, pack TO %I', office || '_member');
  EXECUTE format('GRANT UPDATE (last) ON batch TO %I', office || '_member');
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), office || '_reader');
  EXECUTE format('GRANT ALL ON ALL SEQUENCES IN SCHEMA %I TO %I',
                 current_schema(), office || '_member');
  EXECUTE format('GRANT SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I',
                 current_schema(), office || '_reader');
END
$$;
REVOKE ALL ON FUNCTION netlog_share(bigint, text, text), netlog_unshare(bigint, text),
  netlog_hand_over(bigint, text), netlog_protect() FROM PUBLIC;
