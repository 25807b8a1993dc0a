"""Monica 4's JSON export, in."""
