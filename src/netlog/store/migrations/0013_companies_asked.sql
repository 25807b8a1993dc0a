-- A company comes up when that was asked for, and is put off as people are.

ALTER TABLE organization ADD COLUMN cadence_days INTEGER;
ALTER TABLE organization ADD COLUMN snoozed_on TEXT;
ALTER TABLE organization ADD COLUMN snoozed_until TEXT;
CREATE INDEX ix_organization_cadence_days ON organization (cadence_days);
