"""The one file: where it is, its two doors, its schema, what is read and what is written."""
