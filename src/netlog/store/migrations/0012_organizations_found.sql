-- Who is or was at an organization is found without a look at everybody.

CREATE INDEX ix_contact_organization ON contact (organization);
CREATE INDEX ix_contact_job_organization ON contact_job (organization);
