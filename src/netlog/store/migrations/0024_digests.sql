-- A digest of each command with its rows, and of where each copy was put: what no image tells of.

ALTER TABLE batch ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
UPDATE batch SET digest = (
    checksum(CAST(batch.id || char(31) || batch.uid || char(31) || batch.at || char(31) || batch.command || char(31) || ifnull(batch.undoes, '') || char(31) || batch.source_id || char(31) || batch.turned || char(31) || batch.first || char(31) || batch.last AS BLOB))
    + coalesce((SELECT sum(checksum(CAST(c.id || char(31) || c.batch_id || char(31) || c.table_name || char(31) || c.row_id || char(31) || c.was_there || char(31) || c.is_there || char(31) || ifnull(c.contact_id, '') AS BLOB))) FROM change c
        WHERE batch.source_id = batch.id AND c.batch_id = batch.id
        AND c.id BETWEEN batch.first AND batch.last), 0)
) & 4294967295;

ALTER TABLE copy ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
UPDATE copy SET digest = checksum(CAST(path || char(31) || at || char(31) || kind || char(31) || ifnull(sha256, '') AS BLOB));
