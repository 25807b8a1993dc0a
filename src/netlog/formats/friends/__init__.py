"""friends.md, the file of the program friends, both ways."""
