"""NamedTuples that cross the rooms; JSON is the record. Nothing here decides or reads anything."""
