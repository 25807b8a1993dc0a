-- What you are after, in targets that count themselves, and who knows of it.

-- opened_on is the day from which it counts; due_on the day by which it is to be.
CREATE TABLE goal (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    horizon TEXT NOT NULL CHECK (horizon IN ('short', 'long')),
    opened_on TEXT NOT NULL,
    due_on TEXT,
    done_on TEXT,
    dropped_on TEXT,
    dropped_why TEXT,
    search_text TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- So many of what in each day, week or month: what is a kind of meeting, touches, gives, asks,
-- thanks or "new people".
CREATE TABLE goal_target (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    goal_id INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    what TEXT NOT NULL,
    per TEXT NOT NULL CHECK (per IN ('day', 'week', 'month')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_goal_target_goal_id ON goal_target (goal_id);

-- Who was told of it, and when first.
CREATE TABLE goal_told (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    goal_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (goal_id, contact_id),
    FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE CASCADE,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_goal_told_contact_id ON goal_told (contact_id);

-- What serves it, one of these: a person, a meeting, a plan or a favor.
CREATE TABLE goal_link (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    goal_id INTEGER NOT NULL,
    contact_id INTEGER,
    meeting_id INTEGER,
    plan_id INTEGER,
    favor_id INTEGER,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE CASCADE,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE,
    FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    FOREIGN KEY (plan_id) REFERENCES plan (id) ON DELETE CASCADE,
    FOREIGN KEY (favor_id) REFERENCES favor (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_goal_link_goal_id ON goal_link (goal_id);
CREATE INDEX ix_goal_link_contact_id ON goal_link (contact_id);
CREATE INDEX ix_goal_link_meeting_id ON goal_link (meeting_id);
CREATE INDEX ix_goal_link_plan_id ON goal_link (plan_id);
CREATE INDEX ix_goal_link_favor_id ON goal_link (favor_id);

CREATE VIRTUAL TABLE goal_search USING fts5 (
    search_text, content = 'goal', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER goal_search_insert AFTER INSERT ON goal WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO goal_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER goal_search_leave BEFORE UPDATE OF search_text ON goal
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO goal_search (goal_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER goal_search_enter AFTER UPDATE OF search_text ON goal
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO goal_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER goal_search_delete AFTER DELETE ON goal WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO goal_search (goal_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;

-- What may come, and the people through whom it may, in order.

-- ended says what became of it: landed, declined, closed or dropped.
CREATE TABLE lead (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    organization TEXT,
    source TEXT,
    goal_id INTEGER,
    stage TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    ended TEXT CHECK (ended IN ('landed', 'declined', 'closed', 'dropped')),
    closed_on TEXT,
    outcome TEXT,
    search_text TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_lead_goal_id ON lead (goal_id);
CREATE INDEX ix_lead_closed_on ON lead (closed_on);

-- Which stages it went through.
CREATE TABLE lead_stage (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    lead_id INTEGER NOT NULL,
    stage TEXT NOT NULL,
    reached_on TEXT NOT NULL,
    text TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (lead_id) REFERENCES lead (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_lead_stage_lead_id ON lead_stage (lead_id);

-- A step is somebody of the book, or a description of somebody who is not known yet. number is what
-- it is called by (l3.2), position its place on the way; dropped_on says that it is let go.
CREATE TABLE lead_step (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    lead_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    contact_id INTEGER,
    text TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'asked', 'done', 'broken')),
    opened_on TEXT NOT NULL,
    due_on TEXT,
    asked_on TEXT,
    done_on TEXT,
    broken_on TEXT,
    dropped_on TEXT,
    snoozed_until TEXT,
    snoozed_why TEXT,
    snoozes INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (lead_id, number),
    FOREIGN KEY (lead_id) REFERENCES lead (id) ON DELETE CASCADE,
    FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_lead_step_contact_id ON lead_step (contact_id);

-- Which asks and kindnesses belong to it.
CREATE TABLE lead_favor (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    lead_id INTEGER NOT NULL,
    favor_id INTEGER NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    FOREIGN KEY (lead_id) REFERENCES lead (id) ON DELETE CASCADE,
    FOREIGN KEY (favor_id) REFERENCES favor (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_lead_favor_lead_id ON lead_favor (lead_id);

CREATE VIRTUAL TABLE lead_search USING fts5 (
    search_text, content = 'lead', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);
CREATE TRIGGER lead_search_insert AFTER INSERT ON lead WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO lead_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER lead_search_leave BEFORE UPDATE OF search_text ON lead
WHEN old.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO lead_search (lead_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER lead_search_enter AFTER UPDATE OF search_text ON lead
WHEN new.search_text IS NOT NULL AND old.search_text IS NOT new.search_text BEGIN
    INSERT INTO lead_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER lead_search_delete AFTER DELETE ON lead WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO lead_search (lead_search, rowid, search_text)
    VALUES ('delete', old.id, old.search_text);
END;
