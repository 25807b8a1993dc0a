"""What changes, through SQLModel, by noun; with the journal and the derived columns."""
