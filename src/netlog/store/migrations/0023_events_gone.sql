-- What of calendars must not come back by itself: events that went, and what their owner changed.

-- sequence is the newest change of an event of that uid whose meeting or plan is gone.
CREATE TABLE event_gone (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- The columns, and contacts, that were changed by hand in the book that this came from.
ALTER TABLE meeting ADD COLUMN by_hand TEXT;
ALTER TABLE plan ADD COLUMN by_hand TEXT;
