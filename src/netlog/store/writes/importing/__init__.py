"""The writes of an import: in bulk, past the session, and journaled all the same."""
